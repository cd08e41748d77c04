import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandLine } from '../cli/commandLine.ts';
import { at, clientInMemory } from './testClient.ts';

const severities = ['', 'error', 'warning', 'information', 'hint'];

/** Checks that editor and command line find the same in every report of a folder, place by place and word for word. */
async function check(files: Record<string, string>): Promise<string[]> {
  const { out } = await commandLine('check --format json', files);
  const told: string[] = [];
  const client = await clientInMemory({ files });
  // As VS Code does; reports are compared with those of the folder.
  await client.pullWorkspace();
  for (const { file, findings } of JSON.parse(out).files) {
    if (!file.endsWith('.inspection')) continue;
    const ofCommandLine = findings.map(
      ({ rule, severity, message, line, column, endLine, endColumn }: Record<string, string>) =>
        `${line}:${column}–${endLine}:${endColumn} ${severity} ${rule}: ${message?.replaceAll('*', '')}`,
    );
    await client.open(at(file), files[file] ?? '');
    const report = await client.pull(at(file));
    const ofEditor = (report.kind === 'full' ? report.items : []).map(
      ({ code, severity, message, range: { start, end } }) =>
        `${start.line + 1}:${start.character + 1}–${end.line + 1}:${end.character + 1} ${severities[severity ?? 0]} ${code}: ${String(message).replaceAll('*', '')}`,
    );
    assert.deepEqual(ofEditor, ofCommandLine, file);
    told.push(...ofEditor.map(line => `${file} ${line}`));
  }
  return told;
}

test('the samples, by their own settings', async () => {
  const folder = 'samples/drafts';
  const names = readdirSync(folder);
  const told = await check(Object.fromEntries(names.map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')])));
  assert.ok(told.length > 50);
});

const late = `---
framework: ofsted-sif
---

## Recommendations

1. Improve the timeliness of plans.

## Inspection findings

2. Plans are late. (Recommendation 9)

4. Plans are late. (Recommendation 8)
`;

test('settings that extend others, patterns, and what is known', async () => {
  const files = {
    'north/2018/a.inspection': late,
    'north/b.inspection': late,
    'north/inspectmark.json': JSON.stringify({
      extends: '../team.inspectmark.json',
      rules: { 'missing-section': 'off' },
      overrides: [{ files: ['2018/*'], rules: { 'unresolved-tag': 'warning' } }],
    }),
    'team.inspectmark.json': JSON.stringify({ rules: { 'number-gap': 'information' } }),
  };
  const told = await check(files);
  assert.equal(told.filter(line => /information number-gap/.test(line)).length, 2);
  assert.equal(told.filter(line => /2018.* warning unresolved-tag/.test(line)).length, 2);
  assert.equal(told.filter(line => /north\/b.* error unresolved-tag/.test(line)).length, 2);

  const update = 'check --baseline north/known.inspectmark.json --update-baseline north/b.inspection';
  const known = (await commandLine(update, files)).read('north/known.inspectmark.json') ?? '';
  const own = { ...JSON.parse(files['north/inspectmark.json']), baseline: 'known.inspectmark.json' };
  const after = await check({
    ...files,
    'north/inspectmark.json': JSON.stringify(own),
    'north/known.inspectmark.json': known,
  });
  assert.ok(after.filter(line => line.startsWith('north/b')).every(line => / hint /.test(line)));
  assert.equal(after.filter(line => /2018.* warning unresolved-tag/.test(line)).length, 2);
});
