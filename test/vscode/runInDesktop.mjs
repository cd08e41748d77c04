// Runs tests in a VS Code whose extensions run on Node:
//   node test/vscode/runInDesktop.mjs STAGE EXECUTABLE desktop|restricted
// STAGE is the folder that editorTests.mjs lays out, EXECUTABLE that of VS Code.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { runTests } from '@vscode/test-electron';

const [stage, executable, tests] = process.argv.slice(2);

const userData = `${stage}/user-data-${tests}`;
const settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
};
mkdirSync(`${userData}/User`, { recursive: true });
writeFileSync(`${userData}/User/settings.json`, JSON.stringify(settings));

const options = {
  vscodeExecutablePath: executable,
  extensionDevelopmentPath: `${stage}/driver`,
  extensionTestsPath: `${stage}/driver/${tests}.js`,
  launchArgs: [`--extensions-dir=${stage}/extensions`, `--user-data-dir=${userData}`],
};

if (tests === 'restricted') await runRestricted(options, `${stage}/workspace/first`);
else await runTests({ ...options, launchArgs: [...options.launchArgs, `${stage}/workspace/both.code-workspace`] });

/** As runTests does it, which however has every folder trusted. */
async function runRestricted({ extensionDevelopmentPath, extensionTestsPath, launchArgs }, folder) {
  const tested = [
    `--extensionDevelopmentPath=${extensionDevelopmentPath}`,
    `--extensionTestsPath=${extensionTestsPath}`,
  ];
  const words = [
    ...launchArgs,
    ...tested,
    '--no-sandbox',
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
  ];
  const run = spawn(executable, [...words, folder], { stdio: 'inherit' });
  process.exitCode = await new Promise(done => run.on('close', done));
}
