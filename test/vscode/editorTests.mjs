// Runs the tests in real VS Codes: the VSIX itself is tested, on the desktop or what is like it, in Restricted Mode, and
// in a browser with the oldest VS Code it supports and a current one. Started by itself it packages first:
//   node test/vscode/editorTests.mjs [--host=WORDS] [--test=WORDS] [--times=COUNT] [VSIX]
// Only the hosts with these words in their names, only the tests with these in theirs, so many times.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { counted } from '../../scripts/counted.mjs';
import { npm, root } from '../../scripts/setUp.mjs';
import { chromium } from './chromium.mjs';
import { desktopVsCode } from './desktopVsCode.mjs';
import { webBuilds, webHost } from './hosts.mjs';
import { unzipExtension } from './unzip.mjs';

/**
 * Packages the extension, if it is not given, and tests it in every host, or in some; gives how many tests passed and
 * failed, `ok` if all ran and passed.
 */
export async function editorTests(vsix, { host = '', test = '', times = 1 } = {}) {
  const hosts = await availableHosts();
  if (typeof hosts === 'string') return failure(`The tests in VS Code cannot run: ${hosts}`);
  if (!vsix && !npm(['run', '--silent', 'package'])) return failure('The extension was not packaged.');

  const stage = `${root}out/vscode-${process.pid}`; // of its own, so that two runs at once do not meet
  try {
    const { desktop, browser } = hosts;
    await layOut(stage, vsix ?? `${root}inspectmark.vsix`, test);
    const problem = installed(stage, desktop, browser);
    if (problem) return failure(`${desktop.name} did not install the VSIX.\n${problem}`);

    const inDesktop = tests => [
      ...desktop.through,
      process.execPath,
      script('runInDesktop'),
      stage,
      desktop.executable,
      tests,
    ];
    const inWeb = build => [process.execPath, script('runInWeb'), stage, build];
    // Both sorts of host at once: while one starts, the other's tests run.
    const counts = await Promise.all([
      inTurn(
        [`${desktop.name}, on Node`, inDesktop('desktop')],
        [`${desktop.name}, in Restricted Mode`, inDesktop('restricted')],
      ),
      inTurn(
        ...['oldest', 'current'].map(build => [`VS Code ${webBuilds[build].version}, in a browser`, inWeb(build)]),
      ),
    ]);
    return sum(counts.flat());

    async function inTurn(...runs) {
      const counts = [];
      const chosen = runs.filter(([name]) => name.includes(host));
      for (let i = 0; i < times; i++) {
        for (const [name, program] of chosen) counts.push(await run(name, program, browser));
      }
      return counts;
    }
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** The hosts to test in; if one cannot be had, a sentence that says what is missing. */
async function availableHosts() {
  const web = webHost();
  if (!web) return 'the packages of VS Code for the Web could not be installed from npm.';
  const desktop = await desktopVsCode();
  if (!desktop) return 'there is no desktop VS Code, and neither its download nor code-server from npm could be had.';
  const browser = await chromium(web);
  if (!browser) return 'there is no Chromium or Chrome on this machine.';
  return { desktop, browser };
}

/** Lays out what the hosts need: the VSIX, packed and unpacked; the driver with the tests in it; folders with reports. */
async function layOut(stage, vsix, test) {
  unzipExtension(vsix, `${stage}/extension`);
  copyFileSync(vsix, `${stage}/inspectmark.vsix`);
  const { version } = JSON.parse(readFileSync(`${stage}/extension/package.json`, 'utf8'));
  cpSync(`${root}test/vscode/workspace`, `${stage}/workspace`, { recursive: true });
  const sample = 'rotherham-2018.inspection';
  copyFileSync(`${root}samples/${sample}`, `${stage}/workspace/first/${sample}`);
  cpSync(`${root}test/vscode/driver`, `${stage}/driver`, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['desktop', 'restricted', 'web'].map(name => `test/vscode/tests/${name}.ts`),
    outdir: `${stage}/driver`,
    define: { vsixVersion: JSON.stringify(version), wantedTests: JSON.stringify(test) },
    bundle: true,
    format: 'cjs',
    external: ['vscode'],
    target: 'es2022',
    logLevel: 'warning',
  });
}

/** Installs the VSIX for the desktop host; gives what went wrong, if anything did. */
function installed(stage, { cli: [program, ...words] }, browser) {
  const profile = [`--extensions-dir=${stage}/extensions`, `--user-data-dir=${stage}/user-data`];
  const install = spawnSync(program, [...words, ...profile, `--install-extension=${stage}/inspectmark.vsix`], {
    env: { ...process.env, CHROMIUM: browser },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return install.status === 0 ? undefined : `${install.error ?? ''}${install.stdout}${install.stderr}`;
}

/** Runs the tests in one host, and tells in a line what came of it, and what was timed; of a failure, all that was printed. */
async function run(name, program, browser) {
  const start = performance.now();
  const lines = [];
  const attempt = () => counted(program, line => lines.push(line), { ...process.env, CHROMIUM: browser });
  let counts = await attempt();
  if (ranNone(counts)) {
    // Now and then VS Code’s own extension host does not start in a browser.
    console.log(`${name}: no test ran. It is started once more.`);
    counts = await attempt();
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (!counts.ok) console.log(lines.join('\n'));
  else for (const line of lines.filter(line => line.includes(' ms.'))) console.log(line);
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed${ranNone(counts)} (${seconds} s)`);
  const failures = counts.failures.map(test => `${test} (${name})`);
  return counts.ok ? counts : { ...counts, failures, failed: Math.max(counts.failed, 1) };
}

function ranNone({ passed, failed }) {
  return passed + failed === 0 ? ': no test ran' : '';
}

function script(name) {
  return `${root}test/vscode/${name}.mjs`;
}

function failure(why) {
  console.error(why);
  return { passed: 0, failed: 1, failures: [why], ok: false };
}

function sum(counts) {
  const total = name => counts.reduce((total, count) => total + count[name], 0);
  const failures = counts.flatMap(count => count.failures);
  return {
    passed: total('passed'),
    failed: total('failed'),
    failures,
    ok: counts.length > 0 && counts.every(({ ok }) => ok),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const options = { host: { type: 'string' }, test: { type: 'string' }, times: { type: 'string' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { passed, failed, ok } = await editorTests(positionals[0], { ...values, times: Number(values.times ?? 1) });
  console.log(`${passed} tests passed, ${failed} failed`);
  process.exitCode = ok ? 0 : 1;
}
