import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine, type Folder } from './commandLine.ts';

/** The lines of the effective configuration of `r/a.inspection` that begin with one of these words. */
async function check(folder: Folder, ...words: string[]): Promise<string[]> {
  const { code, out, err } = await commandLine('config r/a.inspection', folder);
  assert.equal(code, 0, err);
  return out
    .split('\n')
    .filter(line => words.some(word => line.trimStart().startsWith(word)))
    .map(line => line.trim().replace(/ {2,}/g, ' | '));
}

const report = '---\nframework: ofsted-sif\n---\n\n# Title\n';

test('each value with where it comes from', async () => {
  const folder = {
    'r/a.inspection': report,
    'r/inspectmark.json': JSON.stringify({
      extends: '../team.inspectmark.json',
      failOn: 'warning',
      rules: { 'number-gap': 'hint' },
      overrides: [
        { files: ['a.*'], rules: { 'number-start': 'off' } },
        { files: ['b.*'], rules: { 'number-gap': 'off' } },
      ],
    }),
    'team.inspectmark.json': JSON.stringify({ rules: { 'number-gap': ['error', { most: 3 }], 'number-order': 'off' } }),
  };
  assert.deepEqual(
    await check(
      folder,
      'Settings',
      'framework ',
      'failOn',
      'number-gap',
      'number-repeated',
      'number-order',
      'number-start',
      'most',
      'unknown-grade',
    ),
    [
      'Settings: r/inspectmark.json, which extends team.inspectmark.json',
      'framework | ofsted-sif | the report’s details',
      'failOn | warning | r/inspectmark.json',
      'unknown-grade | error | default',
      'number-gap | hint | r/inspectmark.json',
      'most | 3 | team.inspectmark.json',
      'number-repeated | error | default',
      'number-order | off | team.inspectmark.json',
      'number-start | off | r/inspectmark.json, for a.*',
    ],
  );
});

test('what fails a check and which framework counts: from the file that says so, not from the one that extends it', async () => {
  const folder = {
    'r/a.inspection': '# Title\n',
    'r/inspectmark.json': JSON.stringify({ extends: ['../one.json', '../two.json'] }),
    'one.json': JSON.stringify({ failOn: 'hint', overrides: [{ files: ['a.*'], framework: 'ofsted-ilacs' }] }),
    'two.json': JSON.stringify({ failOn: 'warning', framework: 'ofsted-sif' }),
  };
  assert.deepEqual(await check(folder, 'Settings', 'framework ', 'failOn'), [
    'Settings: r/inspectmark.json, which extends one.json and two.json',
    'framework | ofsted-ilacs | one.json, for a.*',
    'failOn | warning | two.json',
  ]);
  const { 'one.json': _, ...rest } = folder;
  const plain = { ...rest, 'one.json': '{}' };
  assert.deepEqual(await check(plain, 'framework '), ['framework | ofsted-sif | two.json']);
});

test('without any settings', async () => {
  const lines = await check({ 'r/a.inspection': '# Title\n' }, 'No inspectmark', 'framework ', 'failOn');
  assert.deepEqual(lines, [
    'No inspectmark.json governs this report.',
    'framework | generic | default',
    'failOn | error | default',
  ]);
  const { out } = await commandLine('config r/a.inspection --format json', { 'r/a.inspection': '# Title\n' });
  assert.deepEqual(Object.entries(JSON.parse(out)).slice(0, 3), [
    ['version', 1],
    ['report', 'r/a.inspection'],
    ['settings', []],
  ]);
});

test('files that extend each other are reported where they do, by check', async () => {
  const folder = {
    'a.inspection': report,
    'inspectmark.json': '{"extends": "b.json"}',
    'b.json': '{"extends": "inspectmark.json", "rules": {"missing-section": "off"}}',
  };
  const { out } = await commandLine('check --format json', folder);
  const { files } = JSON.parse(out);
  const problem = files.find(({ file }: { file: string }) => file === 'b.json').findings[0];
  assert.equal(problem.rule, 'settings');
  assert.match(problem.message, /extends this one in turn/);
});

test('what is no single report is refused', async () => {
  assert.match((await commandLine('config')).err, /Name one report/);
  assert.match((await commandLine('config a b')).err, /Name one report/);
  assert.match((await commandLine('config .', { 'a.inspection': '', 'b.inspection': '' })).err, /more than one report/);
  assert.match((await commandLine('config gone.inspection')).err, /gone\.inspection/);
});
