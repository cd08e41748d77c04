import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

/** Opens the sample as `npm start -- --desktop` does at its end, with the folder given as the PATH. */
function opened(path: string) {
  const script = `
    import { openOnDesktop } from './scripts/openOnDesktop.mjs';
    const samples = '/check out/samples';
    const opened = openOnDesktop({ extension: '/check out/', folder: samples, file: samples + '/a.inspection' });
    process.exitCode = opened ? 0 : 1;`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: path },
    encoding: 'utf8',
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

/** A folder with a stand-in for `code`, which writes down its words, one a line, and ends so. */
function folderWithCode(exitCode: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'inspectmark-'));
  const code = join(folder, 'code');
  writeFileSync(code, `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/words'\nexit ${exitCode}\n`);
  chmodSync(code, 0o755);
  return folder;
}

const windows = process.platform === 'win32' && 'The stand-in is a shell script.';

test('the installed VS Code is told which extension, which folder and which file', { skip: windows }, context => {
  const folder = folderWithCode(0);
  context.after(() => rmSync(folder, { recursive: true }));
  assert.deepEqual(opened(folder), { status: 0, said: '' });
  assert.deepEqual(readFileSync(join(folder, 'words'), 'utf8').split('\n'), [
    '--extensionDevelopmentPath=/check out/',
    '/check out/samples',
    '--goto',
    '/check out/samples/a.inspection',
    '',
  ]);
});

test('a VS Code that fails, and none at all', { skip: windows }, context => {
  const folder = folderWithCode(1);
  context.after(() => rmSync(folder, { recursive: true }));
  assert.deepEqual(opened(folder), { status: 1, said: '' });
  assert.ok(existsSync(join(folder, 'words')));
  assert.deepEqual(opened(join(folder, 'none')), {
    status: 1,
    said: 'VS Code is not installed, or its command `code` is not on the PATH.\n',
  });
});
