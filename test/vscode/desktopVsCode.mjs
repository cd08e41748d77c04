// A VS Code whose extensions run on Node: one that is installed, else a download, else code-server, which comes from npm.
// Of these only code-server could be tried by those who wrote this.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { firstToBeHad } from './firstToBeHad.mjs';
import { desktopLikeHost, hostsFolder, runsCodeServer } from './hosts.mjs';
import { reachable } from './network.mjs';
import { onPath } from './onPath.mjs';
import { screen } from './screen.mjs';

/**
 * The VS Code to test in, or undefined where there is none to be had: its name for people, its executable, the words that
 * start its command line, and what a program must be started through for it to have a screen.
 */
export function desktopVsCode() {
  return firstToBeHad({
    'The VS Code that is installed': installedVsCode,
    'The download of VS Code': downloadedVsCode,
    'code-server': codeServer,
  });
}

function installedVsCode() {
  const code = onPath('code', '.cmd');
  const through = screen();
  if (!code || !through || !existsSync(executableOf(code))) return undefined;
  return { name: 'VS Code as installed', executable: executableOf(code), cli: [code], through };
}

async function downloadedVsCode() {
  const through = screen();
  if (!through || !(await reachable('https://update.code.visualstudio.com'))) return undefined;
  const executable = await downloadAndUnzipVSCode({ cachePath: `${hostsFolder}/vscode`, version: 'stable' });
  const cli = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  return { name: 'VS Code as downloaded', executable, cli, through };
}

function codeServer() {
  const host = runsCodeServer() ? desktopLikeHost() : undefined;
  if (!host) return undefined;
  const folder = dirname(host.resolve('code-server/package.json'));
  const { version } = JSON.parse(readFileSync(`${folder}/lib/vscode/package.json`, 'utf8'));
  const executable = fileURLToPath(new URL('codeLauncher.mjs', import.meta.url));
  return { name: `VS Code ${version} in code-server`, executable, cli: [executable], through: [] };
}

/** The program behind `code`, which itself only starts that and ends. */
function executableOf(code) {
  const bin = dirname(realpathSync(code));
  if (process.platform === 'darwin') return join(bin, '../../../MacOS/Electron');
  return join(bin, process.platform === 'win32' ? '../Code.exe' : '../code');
}
