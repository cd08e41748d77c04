import { spawnSync } from 'node:child_process';
import { onPath } from '../test/vscode/onPath.mjs';

/**
 * Shows a file of a folder in the VS Code that is installed, with the extension from where it has been built; true if that
 * went well.
 */
export function openOnDesktop({ extension, folder, file }) {
  const code = onPath('code', '.cmd');
  if (!code) {
    console.error('VS Code is not installed, or its command `code` is not on the PATH.');
    return false;
  }
  const words = [`--extensionDevelopmentPath=${extension}`, folder, '--goto', file];
  // A command file runs in a shell only, which parts words at their blanks.
  const run =
    process.platform === 'win32'
      ? spawnSync([code, ...words].map(word => `"${word}"`).join(' '), { stdio: 'inherit', shell: true })
      : spawnSync(code, words, { stdio: 'inherit' });
  return run.status === 0;
}
