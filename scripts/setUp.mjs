// What `npm start` and `npm test` do before anything else, so that a fresh checkout needs no other command.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root; every script works from here. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program of Node's with its output shown; true if it succeeded. */
export function node(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Installs what package-lock.json names, unless that has been done already; true if it is there now. */
export function setUp() {
  if (isInstalled()) return true;
  console.log('Installing…');
  return npm(['ci', '--include=dev']);
}

/** Runs npm with its output shown; true if it succeeded. */
export function npm(args, cwd = root) {
  return npmRun(args, { cwd, stdio: 'inherit' }).status === 0;
}

/** Runs npm, and gives what `spawnSync` gives. */
export function npmRun(args, options) {
  // npm says where it is when it runs us; started without it, the shell finds it.
  const { npm_execpath: npm } = process.env;
  return npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync(['npm', ...args].join(' '), { ...options, shell: true });
}

function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`;
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
}

/** Builds dist/; true if that went well. */
export async function build(options) {
  const { build } = await import('../esbuild.mjs'); // after the installation: it needs esbuild
  return build(options).then(
    () => true,
    () => false, // esbuild has said what is wrong
  );
}
