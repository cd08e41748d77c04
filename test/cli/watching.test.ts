import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { type Folder, newFolder } from './commandLine.ts';

// A process of its own that watches real files; each step waits for what it prints.

const bin = resolve('dist/cli.js');
/** (What is waited for in vain never comes.) */
const built = existsSync(bin) ? { timeout: 60_000 } : { skip: 'dist/cli.js is not built: run npm run build' };

const right = '## Findings {#a}\n\n1. Text.\n';
const wrong = `${right}\n## More {#a}\n\n2. Text.\n`;

/** A check that watches, in a folder with these files; ended with the tests. */
function watching(args: readonly string[], folder: Folder) {
  const cwd = newFolder(folder);
  const child = spawn(process.execPath, [bin, 'check', '--watch', ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  after(() => child.kill());
  let printed = '';
  let look: (() => void) | undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      printed += text;
      look?.();
    });
  }
  /** Waits until these words are printed after the last that were waited for, and gives what stands before them. */
  const until = (words: string) =>
    new Promise<string>((done, fail) => {
      look = () => {
        const at = printed.indexOf(words);
        if (at < 0) return;
        const before = printed.slice(0, at);
        printed = printed.slice(at + words.length);
        look = undefined;
        done(before);
      };
      child.once('exit', () => fail(new Error(`It ended before “${words}”:\n${printed}`)));
      look();
    });
  const save = (path: string, text: string): void => {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), text);
  };
  return { cwd, until, save };
}

test('what is saved is checked again, whichever way an editor saves it', built, async () => {
  const { cwd, until, save } = watching(['a.inspection'], { 'a.inspection': right });
  await until('no errors or warnings');
  await until('Watching 1 report:');
  save('a.inspection', wrong);
  await until('a.inspection has changed.');
  await until('[duplicate-id]');
  save('.a.tmp', right);
  renameSync(join(cwd, '.a.tmp'), join(cwd, 'a.inspection'));
  await until('a.inspection has changed.');
  await until('no errors or warnings');
});

test('new reports, settings and reports that are linked to count; other files do not', built, async () => {
  const link = `${right.replace('Text', 'See [it](../b.inspection#x)')}`;
  const { cwd, until, save } = watching(['in'], { 'in/a.inspection': link, 'b.inspection': '## B {#x}\n' });
  await until('Watching 2 reports:');
  save('in/notes.txt', 'x');
  save('in/deep/c.inspection', wrong);
  assert.doesNotMatch(await until('c.inspection has changed.'), /notes/);
  await until('[duplicate-id]');
  save('in/deep/inspectmark.json', '{ "rules": { "duplicate-id": "off" } }');
  await until('inspectmark.json has changed.');
  await until('no errors or warnings');
  rmSync(join(cwd, 'in/deep'), { recursive: true });
  await until('changed.');
  save('b.inspection', '## B\n');
  await until('b.inspection has changed.');
  await until('[unresolved-link]');
});

test('a report that is gone is told, and checked when it is there again', built, async () => {
  const { cwd, until, save } = watching(['a.inspection'], { 'a.inspection': right });
  await until('Watching 1 report:');
  rmSync(join(cwd, 'a.inspection'));
  await until('a.inspection: no such file or folder.');
  save('a.inspection', wrong);
  await until('[duplicate-id]');
});
