import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { newFolder } from './commandLine.ts';

// The bundle as it is installed. Whatever can be tested in this process is tested there.

const bin = resolve('dist/cli.js');
const sample = resolve('samples/rotherham-2018.inspection');
const built = existsSync(bin) ? {} : { skip: 'dist/cli.js is not built: run npm run build' };

function started(args: readonly string[], input = '', cwd = newFolder({})) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Runs a line of the shell's, in which `inspectmark` is ours. */
function shell(line: string, cwd = newFolder({})) {
  const command = `inspectmark() { "${process.execPath}" "${bin}" "$@"; }; ${line}`;
  return spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
}

const onPosix = process.platform === 'win32' ? { skip: 'needs a POSIX shell' } : built;

test('exit codes: 0, 1 and 2', built, () => {
  const faulty = '## Findings {#a}\n\n1. Text.\n\n## More {#a}\n\n2. Text.\n';
  assert.equal(started(['check', '-'], '').status, 0);
  assert.equal(started(['check', '-'], faulty).status, 1);
  const { status, stdout, stderr } = started(['check', 'nope']);
  assert.deepEqual([status, stdout, stderr], [2, '', 'inspectmark: nope: no such file or folder.\n']);
});

test('the reference sample has no errors, and JSON says so', built, () => {
  const { status, stdout, stderr } = started(['check', '--format', 'json', sample]);
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(JSON.parse(stdout).summary.errors, 0);
});

test('every command runs in the bundle', built, () => {
  for (const args of [
    ['outline', sample],
    ['matrix', sample],
    ['rules'],
    ['rules', 'number-gap'],
    ['frameworks'],
    ['--help'],
    ['--version'],
  ]) {
    const { status, stdout, stderr } = started(args);
    assert.deepEqual([status, stderr], [0, ''], args.join(' '));
    assert.notEqual(stdout, '');
  }
});

test('settings, frameworks and patterns are read in the bundle', built, () => {
  const cwd = newFolder({
    'a.inspection': '',
    'inspectmark.json': '{ "framework": "own", "overrides": [{ "files": ["*"] }] }',
    '.inspectmark/frameworks/own.json': '{ "id": "own", "extends": "generic" }',
  });
  const { status, stdout, stderr } = started(['check', '*.inspection', '--format=json'], '', cwd);
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(JSON.parse(stdout).files[0].framework, 'own');
});

test('a closed pipe is silent, and changes no exit code', onPosix, () => {
  const long = `## Findings\n\n${'See paragraph 999 (paragraph 998).\n\n1. Text.\n\n'.repeat(5000)}`;
  const cwd = newFolder({ 'a.inspection': long });
  const line = 'inspectmark check a.inspection --fail-on never --format json | head -1; echo $PIPESTATUS';
  const { stdout, stderr } = shell(line, cwd);
  assert.deepEqual([stdout, stderr], ['{"version":1,"files":[\n0\n', '']);
});

test('long output reaches a slow reader whole', onPosix, () => {
  const cwd = newFolder({ 'a.inspection': `${'1. See paragraph 999.\n\n'.repeat(3000)}` });
  const { stdout } = shell('inspectmark check a.inspection --format json | (sleep 0.1; cat)', cwd);
  assert.equal(JSON.parse(stdout).files.length, 1);
});

test('a disk that is full', existsSync('/dev/full') ? built : { skip: 'needs /dev/full' }, () => {
  const { status, stdout, stderr } = shell('echo | inspectmark check - --format json=/dev/full');
  assert.deepEqual([status, stdout, stderr], [2, '', 'inspectmark: /dev/full cannot be written: the disk is full.\n']);
  const output = shell('inspectmark rules > /dev/full');
  const told = 'inspectmark: Standard output cannot be written: the disk is full.\n';
  assert.deepEqual([output.status, output.stderr], [2, told]);
});

test('what nobody has foreseen is one line, and exit code 2', onPosix, () => {
  const line = 'mkdir gone; cd gone; rmdir ../gone; inspectmark check -';
  const { status, stdout, stderr } = shell(line);
  assert.deepEqual([status, stdout, stderr.split('\n').length], [2, '', 2]);
  assert.match(stderr, /^inspectmark: This should not have happened: ENOENT/);
  assert.match(shell(`export INSPECTMARK_DEBUG=1; ${line}`).stderr, /\n {4}at /);
});

test('a check that is ended leaves no half of a file behind', onPosix, async () => {
  const faulty = `## Findings\n\n${'1. See paragraph 999.\n\n'.repeat(50)}`;
  const cwd = newFolder(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.inspection`, faulty])));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const args = ['check', '--format', 'pretty', '--format', 'json=found.json', '--baseline', 'known.json'];
    const child = spawn(process.execPath, [bin, ...args, '--update-baseline'], {
      cwd,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => child.kill(signal)).resume();
    assert.deepEqual(await once(child, 'exit'), [null, signal]);
    assert.deepEqual(
      readdirSync(cwd).filter(name => !name.endsWith('.inspection')),
      [],
    );
  }
});
