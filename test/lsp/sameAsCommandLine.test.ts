import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { test } from 'node:test';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { reportText } from '../../server/src/readers/reportText.ts';
import { commandLine } from '../cli/commandLine.ts';
import { at, clientInMemory } from './testClient.ts';

const severities = ['', 'error', 'warning', 'information', 'hint'];

/** Checks that editor and command line find the same in every report of a folder, place by place and word for word. */
async function check(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const { out } = await commandLine('check --format json', files);
  const told: string[] = [];
  const client = await clientInMemory({ files });
  // As VS Code does; reports are compared with those of the folder.
  const { items } = await client.pullWorkspace();
  for (const { file, findings } of JSON.parse(out).files) {
    if (!file.endsWith('.inspection')) continue;
    const ofCommandLine = findings.map(
      ({ rule, severity, message, line, column, endLine, endColumn }: Record<string, string>) =>
        `${line}:${column}–${endLine}:${endColumn} ${severity} ${rule}: ${unmarked(String(message))}`,
    );
    assert.deepEqual(linesOf(items.find(({ uri }) => uri === at(file))), ofCommandLine, `${file}, not open`);
    await client.open(at(file), reportText(Buffer.from(files[file] ?? '')).text);
    const ofEditor = linesOf(await client.pull(at(file)));
    assert.deepEqual(ofEditor, ofCommandLine, file);
    told.push(...ofEditor.map(line => `${file} ${line}`));
  }
  return told;
}

/** A message without what marks its words: an editor shows quotation marks where the command line has stars. */
function unmarked(message: string): string {
  return message.replace(/[*“”]/g, '');
}

function linesOf(report: DocumentDiagnosticReport | undefined): string[] {
  return (report?.kind === 'full' ? report.items : []).map(
    ({ code, severity, message, range: { start, end } }) =>
      `${start.line + 1}:${start.character + 1}–${end.line + 1}:${end.character + 1} ${severities[severity ?? 0]} ${code}: ${unmarked(String(message))}`,
  );
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

  // The list may stand beside the reports, or in a folder of its own.
  for (const list of ['known.inspectmark.json', '../lists/known.inspectmark.json']) {
    const path = join('north', list);
    const update = `check --baseline ${path} --update-baseline north/b.inspection`;
    const known = (await commandLine(update, { ...files, [path]: '{ "version": 1, "reports": {} }' })).read(path) ?? '';
    const own = { ...JSON.parse(files['north/inspectmark.json']), baseline: list };
    const after = await check({ ...files, 'north/inspectmark.json': JSON.stringify(own), [path]: known });
    assert.ok(after.filter(line => line.startsWith('north/b')).every(line => / hint /.test(line)));
    assert.equal(after.filter(line => /2018.* warning unresolved-tag/.test(line)).length, 2);
  }
});

test('what is no UTF-8, and what belongs in no text', async () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
  const report = '## Findings\n\n1. Plans are late; see paragraph 1, “above”.\n';
  const told = await check({
    'right.inspection': report,
    'marked.inspection': `\ufeff${report}`,
    'sign.inspection': '1. A sign \ufffd of the text itself.\n',
    'windows.inspection': bytes('# A\n\nThe child', 0x92, 's plan, ', 0x93, 'late', 0x94, '.\n\n1. See paragraph 1.\n'),
    'utf16.inspection': bytes(0xff, 0xfe, ...Buffer.from(report, 'utf16le')),
    'utf16-without-mark.inspection': Buffer.from(report, 'utf16le'),
    'nul.inspection': `${report}${' words there'.repeat(25)}\0\n`,
    'picture.inspection': bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 13, 'IHDR', 0xff),
  });
  const encoding = told.filter(line => / error encoding: /.test(line));
  assert.deepEqual(
    encoding.map(line => line.split('.')[0]),
    ['nul', 'picture', 'utf16-without-mark', 'utf16', 'windows'],
  );
});
