import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import picomatch from 'picomatch';
import { globSync } from 'tinyglobby';

// What F5 does: `.vscode/` names tasks, scripts, files and ports, which must be there.

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const { configurations } = read('.vscode/launch.json');
const { tasks } = read('.vscode/tasks.json');
const { main, browser, scripts } = read('package.json');

const folder = /^.*\$\{workspaceFolder\}\/?/;
const inWorkspace = (path: string) => path.replace(folder, '') || '.';
const named = (words: readonly string[] = []) => words.filter(word => folder.test(word)).map(inWorkspace);

test('every task that is run first is there, and what tasks run', () => {
  const labels = tasks.map(({ label }: { label: string }) => label);
  for (const { name, preLaunchTask } of configurations) {
    if (preLaunchTask !== undefined) assert.ok(labels.includes(preLaunchTask), `${name}: ${preLaunchTask}`);
  }
  for (const { label, type, script, command, args } of tasks) {
    if (type === 'npm') assert.ok(script in scripts, label);
    else assert.ok(command === 'node' && existsSync(args[0]), label);
  }
});

test('folders, programs and the extension’s entries are there', () => {
  for (const { name, type, args, program } of configurations) {
    for (const path of named([...(args ?? []), program ?? ''])) assert.ok(existsSync(path), `${name}: ${path}`);
    if (type !== 'extensionHost') continue;
    assert.match(args[0], /^--extensionDevelopmentPath=\$\{workspaceFolder\}$/, name);
    for (const entry of [main, browser]) assert.ok(existsSync(entry), `${name}: ${entry}`);
  }
});

test('breakpoints are looked for in what is built', () => {
  for (const { name, outFiles } of configurations) {
    const patterns = named(outFiles);
    assert.ok(patterns.length > 0, name);
    if (name === 'Run this test file') {
      // As scripts/test.mjs names them; they are there only while it runs.
      assert.ok(picomatch(patterns)('out/test-1/rules/examples.test.mjs'), name);
      continue;
    }
    const found = globSync(patterns);
    for (const entry of [main, browser, './dist/server.js', './dist/server.browser.js', './dist/cli.js'])
      assert.ok(found.includes(entry.replace('./', '')), `${name}: ${entry}`);
  }
});

test('the server is attached to where it listens', () => {
  const { port } = configurations.find(({ request }: { request: string }) => request === 'attach');
  assert.ok(readFileSync('client/src/node.ts', 'utf8').includes(`'--inspect=${port}'`));
});
