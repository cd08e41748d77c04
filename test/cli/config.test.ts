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
      rules: { 'number-gap': 'hint', 'recommendation-count': 'hint' },
      overrides: [
        { files: ['a.*'], rules: { 'number-start': 'off' } },
        { files: ['b.*'], rules: { 'number-gap': 'off' } },
      ],
    }),
    'team.inspectmark.json': JSON.stringify({
      rules: { 'number-gap': 'error', 'recommendation-count': ['error', { most: 3 }], 'number-order': 'off' },
    }),
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
      'recommendation-count',
      'most',
      'unknown-grade',
    ),
    [
      'Settings: r/inspectmark.json, which extends team.inspectmark.json',
      'framework | ofsted-sif | the report’s details',
      'failOn | warning | r/inspectmark.json',
      'unknown-grade | error | default',
      'number-gap | hint | r/inspectmark.json',
      'number-repeated | error | default',
      'number-order | off | team.inspectmark.json',
      'number-start | off | r/inspectmark.json, for a.*',
      'recommendation-count | hint | r/inspectmark.json',
      'most | 3 | team.inspectmark.json',
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

test('what is known, from the file that names it; options and frameworks only that there are', async () => {
  const folder = {
    'r/a.inspection': '---\nframework: ofsted-siff\n---\n\n# Title\n',
    'r/inspectmark.json': JSON.stringify({ extends: '../team/own.json', framework: 'ofsted-sif' }),
    'team/own.json': JSON.stringify({
      baseline: 'known.json',
      rules: { 'date-style': ['hint', { form: '6 November 2017', frm: '6.11.' }] },
    }),
    'team/known.json': '{"version":1,"reports":{}}',
  };
  assert.deepEqual(await check(folder, 'framework ', 'baseline', 'date-style', 'form', 'frm'), [
    'framework | generic | default',
    'baseline | team/known.json | team/own.json',
    'date-style | hint | team/own.json',
    'form | "6 November 2017" | team/own.json',
  ]);
  const { code, out } = await commandLine('check', { ...folder, 'team/known.json': '[]' });
  assert.equal(code, 1);
  assert.match(out, /^team\/own\.json:1:13: error: That file is no baseline\./m);
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
