#!/usr/bin/env node
// Stands in for the executable of desktop VS Code where that cannot be had: takes its command line, runs code-server
// with a headless Chromium in front of it, and ends with the tests' exit code. Extensions run in a Node extension host,
// as on the desktop. Of the command line it knows what the tests here use:
//
//   codeLauncher.mjs --install-extension=FILE --extensions-dir=DIR --user-data-dir=DIR
//   codeLauncher.mjs [--disable-workspace-trust] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE
//                    --extensions-dir=DIR --user-data-dir=DIR WORKSPACE
//
// CHROMIUM in the environment is the browser. CODE_LAUNCHER_LOG=DIR writes there what VS Code logged, and a picture of
// its window at the end.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromiumArguments } from './chromium.mjs';
import { desktopLikeHost } from './hosts.mjs';
import { pasteWhatTestsAsk } from './pasting.mjs';

/** From the start until the tests say their first word, and until they have ended. */
const patience = { start: 60_000, end: 300_000 };

const host = desktopLikeHost();
const codeServer = dirname(host.resolve('code-server/package.json'));
const node = host.resolve(`node-linux-${process.arch}/bin/node`);

const { options, workspace } = parsed(process.argv.slice(2));
const temporary = mkdtempSync(join(tmpdir(), 'code-launcher-'));
const serverArguments = [
  join(codeServer, 'out/node/entry.js'),
  ...['--config', join(temporary, 'config.yaml')],
  ...['--user-data-dir', options['user-data-dir']],
  ...['--extensions-dir', options['extensions-dir']],
];
const environment = {
  ...inherited(),
  XDG_DATA_HOME: join(temporary, 'data'),
  XDG_RUNTIME_DIR: temporary,
  TMPDIR: temporary,
};
writeFileSync(join(temporary, 'config.yaml'), 'auth: none\n');

if (options['install-extension']) installExtension(options['install-extension']);
else await runTests();

function parsed(words) {
  const options = {};
  let workspace;
  for (const word of words) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name) options[name] = value ?? true;
    else workspace = resolve(word);
  }
  return { options, workspace };
}

/** The environment without what would make code-server take itself for a part of another VS Code. */
function inherited() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name)));
}

function installExtension(file) {
  const install = [...serverArguments, '--install-extension', resolve(file)];
  const { status } = spawnSync(node, install, { stdio: 'inherit', env: environment });
  rmSync(temporary, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}

/** Runs the tests, and ends the process with what they came to. */
async function runTests() {
  let server;
  let browser;
  let ended = false;
  const end = async (code, why) => {
    if (ended) return;
    ended = true;
    if (why) console.error(`code-launcher: ${why}`);
    await Promise.race([browser?.close(), after(5_000)]).catch(() => {});
    if (server) await stopped(server);
    rmSync(temporary, { recursive: true, force: true });
    process.exit(code);
  };
  const fail = error => end(1, error?.stack ?? error);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(130, signal));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);

  const tests = listenToTests();
  tests.heard.then(() => clearTimeout(silence));
  const silence = setTimeout(
    () => fail(`no word from the tests in ${patience.start / 1000} s\n${log()}`),
    patience.start,
  );
  setTimeout(() => fail(`the tests did not end in ${patience.end / 1000} s`), patience.end);

  server = startServer(tests.environment);
  const log = tail(server);
  server.on('exit', () => fail(`code-server ended early\n${log()}`));
  const port = await portOf(server);

  browser = await host('playwright-core').chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: chromiumArguments,
    env: { ...process.env, TMPDIR: temporary },
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('dialog', dialog => dialog.accept().catch(() => {}));
  page.on('crash', () => fail('the page crashed'));
  page.on('close', () => fail('the page closed'));
  await page.exposeFunction('codeAutomationLog', () => {}); // what the tests print reaches us by listenToTests
  await page.exposeFunction('codeAutomationExit', async (code, logs) => {
    if (process.env.CODE_LAUNCHER_LOG) await keepLogs(process.env.CODE_LAUNCHER_LOG, page, logs ?? []);
    // VS Code says 0 as well when its extension host died in the midst of the tests.
    if (code === 0 && !tests.passed()) await fail('the extension host ended before the tests did');
    await end(code);
  });
  await pasteWhatTestsAsk(page);
  await page.goto(address(port), { timeout: patience.start });
}

function startServer(env) {
  const words = [
    ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--session-socket', join(temporary, 'session.sock')],
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override', '--disable-proxy'],
    ...['--ignore-last-opened', '--idle-timeout-seconds', '120'],
    // Without the first VS Code ignores the tests; without the second it starts a login shell to ask for its environment.
    ...['--vscode-option', 'enable-smoke-test-driver', '--vscode-option', 'force-disable-user-env'],
    ...(options['disable-workspace-trust'] ? ['--disable-workspace-trust'] : []),
  ];
  return spawn(node, [...serverArguments, ...words], {
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, so that all that VS Code starts can be ended with it
  });
}

/** Gives what a process printed last, at any time. */
function tail(child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      text = (text + data).slice(-5_000);
    });
  }
  return () => text;
}

function portOf(server) {
  return new Promise(done => {
    createInterface({ input: server.stdout }).on('line', line => {
      const [, port] = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(line) ?? [];
      if (port) done(Number(port));
    });
  });
}

async function stopped(server) {
  server.removeAllListeners('exit');
  if (server.exitCode === null && server.signalCode === null) {
    const exit = new Promise(done => server.once('exit', done));
    server.kill('SIGTERM');
    await Promise.race([exit, after(3_000)]);
  }
  try {
    process.kill(-server.pid, 'SIGKILL'); // extension hosts and language servers
  } catch {
    // nothing is left of it
  }
}

function address(port) {
  const remote = path => `vscode-remote://127.0.0.1:${port}${pathToFileURL(resolve(path)).pathname}`;
  const payload = [
    ['extensionDevelopmentPath', remote(options.extensionDevelopmentPath)],
    ['extensionTestsPath', remote(fileURLToPath(new URL('talkingTests.cjs', import.meta.url)))],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const kind = workspace?.endsWith('.code-workspace') ? 'workspace' : 'folder';
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ [kind]: workspace, payload: JSON.stringify(payload) })}`;
}

/**
 * Hears what talkingTests.cjs says from inside the extension host: `{"print": …}` and at the end `{"passed": …}`, a line
 * each.
 */
function listenToTests() {
  const socket = join(temporary, 'tests.sock');
  let passed = false;
  const heard = new Promise(done => {
    createServer(connection => {
      done();
      createInterface({ input: connection }).on('line', line => {
        const said = JSON.parse(line);
        if (said.print !== undefined) process.stdout.write(said.print);
        passed = said.passed ?? passed;
      });
    }).listen(socket);
  });
  return {
    heard,
    passed: () => passed,
    environment: { TALKING_TESTS_SOCKET: socket, TALKING_TESTS: resolve(options.extensionTestsPath) },
  };
}

async function keepLogs(folder, page, logs) {
  for (const { relativePath, contents } of logs) {
    mkdirSync(dirname(join(folder, relativePath)), { recursive: true });
    writeFileSync(join(folder, relativePath), contents);
  }
  await page.screenshot({ path: join(folder, 'end.png') });
}

function after(milliseconds) {
  return new Promise(done => setTimeout(done, milliseconds));
}
