import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine } from './commandLine.ts';

/** Two things that have only one right mend: a dot that is missing, a tag that is misspelt. */
const faulty = `## Recommendations

1. Improve the timeliness of plans.

## Findings

2. Plans are late. (Recomendation 1)

3 Plans are late again. (Recommendation 1)
`;

const mended = faulty.replace('Recomendation', 'Recommendation').replace('3 Plans', '3. Plans');

test('--fix mends in the file what has only one right mend', async () => {
  const { code, out, err, read } = await commandLine('check --fix a.inspection', { 'a.inspection': faulty });
  assert.equal(read('a.inspection'), mended);
  assert.match(err, /^Fixed 2 things in 1 report\.\n$/);
  assert.doesNotMatch(out, /tag-spelling|missing-number/);
  assert.equal(code, 0);
});

test('--fix leaves alone what is in order, down to its line ends and its byte order mark', async () => {
  const marked = `\ufeff${faulty.replaceAll('\n', '\r\n')}`;
  const { read } = await commandLine('check --fix', { 'a.inspection': mended, 'b.inspection': marked });
  assert.equal(read('a.inspection'), mended);
  assert.equal(read('b.inspection'), `\ufeff${mended.replaceAll('\n', '\r\n')}`);
});

test('--fix does not touch a file that is not UTF-8, for it would not write the same bytes', async () => {
  const bytes = Buffer.concat([Buffer.from(faulty), Buffer.from([0xff, 0x0a])]);
  const { err, read } = await commandLine('check --fix a.inspection', { 'a.inspection': bytes });
  assert.match(read('a.inspection') ?? '', /Recomendation/);
  assert.match(err, /Nothing is so certain/);
});

test('--fix-dry-run shows the same as a difference, and writes nothing', async () => {
  const { code, out, err, read } = await commandLine('check --fix-dry-run a.inspection', { 'a.inspection': faulty });
  assert.equal(
    out,
    `--- a/a.inspection
+++ b/a.inspection
@@ -4,6 +4,6 @@
 
 ## Findings
 
-2. Plans are late. (Recomendation 1)
+2. Plans are late. (Recommendation 1)
 
-3 Plans are late again. (Recommendation 1)
+3. Plans are late again. (Recommendation 1)
`,
  );
  assert.equal(read('a.inspection'), faulty);
  assert.equal(err, 'Would fix 2 things in 1 report.\n');
  assert.equal(code, 0);
});

test('--fix-dry-run takes standard input, and formats that go to files', async () => {
  const readStdin = () => Buffer.from(faulty);
  const { out } = await commandLine('check --fix-dry-run -', {}, { readStdin });
  assert.match(out, /^\+3\. Plans/m);
  const run = await commandLine('check --fix-dry-run --format json=found.json a.inspection', {
    'a.inspection': faulty,
  });
  assert.equal(JSON.parse(run.read('found.json') ?? '').summary.files, 1);
});

test('what cannot be done is refused', async () => {
  const refused = async (args: string) => (await commandLine(`check ${args}`, { 'a.inspection': faulty })).err;
  assert.match(await refused('--fix --fix-dry-run'), /give one of the two/);
  assert.match(await refused('--fix -'), /cannot write into standard input/);
  assert.match(await refused('--fix-dry-run --format json'), /Give the format a file/);
});

test('a report that cannot be written is named as it was given, and checked as it is; the others are fixed', async () => {
  const name = `${'a'.repeat(240)}.inspection`;
  const { code, out, err, read } = await commandLine('check --fix r', {
    [`r/${name}`]: faulty,
    'r/b.inspection': faulty,
  });
  const refusal = `inspectmark: r/${name} cannot be written: its name is too long.\n`;
  assert.deepEqual([code, err], [2, `${refusal}Fixed 2 things in 1 report.\n`]);
  assert.match(out, /^r\/a+\.inspection:7:.* \[tag-spelling\]$/m);
  assert.equal(read('r/b.inspection'), mended);
  const alone = await commandLine(`check --fix r/${name}`, { [`r/${name}`]: faulty });
  assert.equal(alone.err, `${refusal}No report was changed.\n`);
});

test('--suppressions lists what comments accept, with file, rule and reason', async () => {
  const source = `## Findings

<!-- inspectmark-disable-next number-gap repeated-word -- the first part is another report’s -->
2. Plans are late.

<!-- inspectmark-disable unresolved-tag -->
3. Plans are late. (Recommendation 9)
`;
  const { code, out } = await commandLine('check --suppressions', { 'a.inspection': source, 'b.inspection': mended });
  assert.equal(code, 0);
  assert.equal(
    out,
    `a.inspection:3  number-gap      the first part is another report’s
a.inspection:3  repeated-word   the first part is another report’s
a.inspection:6  unresolved-tag  (no reason is given)
`,
  );
  assert.match((await commandLine('check --suppressions b.inspection', { 'b.inspection': mended })).out, /^No comment/);
});

/** A tag that names no recommendation is an error by these settings. */
const settings = JSON.stringify({ rules: { 'unresolved-tag': 'error', 'untagged-recommendation': 'off' } });

const late = `## Recommendations

1. Improve the timeliness of plans.

## Findings

2. Plans are late. (Recommendation 9)
`;

test('what a baseline lists is a hint, wherever it stands now; what is new is not', async () => {
  const update = 'check --baseline known.json --update-baseline .';
  const first = await commandLine(update, { 'inspectmark.json': settings, 'reports/a.inspection': late });
  assert.equal(first.code, 0);
  const known = first.read('known.json') ?? '';
  assert.deepEqual(Object.keys(JSON.parse(known).reports), ['reports/a.inspection']);

  const kept = { 'inspectmark.json': settings, 'known.json': known };
  const moved = late.replace('## Findings', 'A line more.\n\n## Findings');
  const again = await commandLine('check --baseline known.json', { ...kept, 'reports/a.inspection': moved });
  assert.equal(again.code, 0);

  const worse = `${moved}\n3. They are lost. (Recommendation 8)\n`;
  const third = await commandLine('check --baseline known.json', { ...kept, 'reports/a.inspection': worse });
  assert.equal(third.code, 1);
  assert.match(third.out, /error: .*8/);
  assert.doesNotMatch(third.out, /error: .*9/);
});

test('--update-baseline takes out what was mended, and reports that are gone', async () => {
  const folder = { 'a.inspection': late, 'b.inspection': late };
  const known = (await commandLine('check --baseline known.json --update-baseline', folder)).read('known.json') ?? '';
  const later = { 'known.json': known, 'a.inspection': late.replace('9', '1') };
  const run = await commandLine('check --baseline known.json --update-baseline', later);
  assert.doesNotMatch(run.read('known.json') ?? '', /b\.inspection|unresolved-tag/);
});

test('a baseline that is missing or is none is refused', async () => {
  const refused = async (folder: Record<string, string>) =>
    (await commandLine('check --baseline known.json', { 'a.inspection': late, ...folder })).err;
  assert.match(await refused({}), /known\.json: /);
  for (const text of ['{', '[]', '{"version":2,"reports":{}}', '{"version":1,"reports":{"a":{"b":[1]}}}'])
    assert.match(await refused({ 'known.json': text }), /is no baseline/);
  assert.match((await commandLine('check --update-baseline')).err, /needs --baseline FILE/);
  const nowhere = await commandLine('check --baseline no/known.json --update-baseline', { 'a.inspection': late });
  const message = 'inspectmark: --baseline no/known.json: there is no such folder.\n';
  assert.deepEqual([nowhere.code, nowhere.out, nowhere.err], [2, '', message]);
});
