import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandLine, newFolder } from './commandLine.ts';

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

test('--fix-dry-run: a byte order mark is part of the first line, or the difference does not apply', async () => {
  const { out } = await commandLine('check --fix-dry-run', { 'a.inspection': '\ufeffPlans are the the best.\n' });
  assert.match(out, /^-\ufeffPlans are the the best\.\n\+\ufeffPlans are the best\.$/m);
});

test('--fix-dry-run: behind a name with blanks stands a tab, as `patch` wants it', async () => {
  const { out } = await commandLine('check --fix-dry-run', { 'a b/ü c.inspection': faulty });
  const name = '/a b/\\303\\274 c.inspection"\t\n';
  assert.ok(out.startsWith(`--- "a${name}+++ "b${name}@@`), out);
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

test('--fix writes over nothing that was written meanwhile', async () => {
  const cwd = newFolder({ 'a.inspection': faulty, 'b.inspection': faulty });
  const newer = faulty.replace('plans', 'visits');
  let reads = 0;
  const readFile = (path: string) => {
    if (path.endsWith('a.inspection') && ++reads === 3) writeFileSync(path, newer);
    return readFileSync(path);
  };
  const { code, err } = await commandLine('check --fix', {}, { cwd, readFile });
  const refusal = 'a.inspection has been changed meanwhile, so it is left as it is. Run the command again.';
  assert.deepEqual([code, err], [2, `inspectmark: ${refusal}\nFixed 2 things in 1 report.\n`]);
  assert.equal(readFileSync(`${cwd}/a.inspection`, 'utf8'), newer);
  assert.equal(readFileSync(`${cwd}/b.inspection`, 'utf8'), mended);
  reads = 0;
  const gone = (path: string) => {
    if (path.endsWith('a.inspection') && ++reads === 2) rmSync(path);
    return readFileSync(path);
  };
  const alone = await commandLine('check --fix a.inspection', {}, { cwd, readFile: gone });
  const reason = 'a.inspection cannot be read any more: no such file or folder.';
  assert.deepEqual([alone.code, alone.err], [2, `inspectmark: ${reason}\nNo report was changed.\n`]);
});

const mayWriteAll = process.getuid?.() === 0 ? { skip: 'for root no file is read-only' } : {};

test('--fix leaves a file alone that may only be read', mayWriteAll, async () => {
  const cwd = newFolder({ 'a.inspection': faulty });
  chmodSync(`${cwd}/a.inspection`, 0o444);
  const { code, err } = await commandLine('check --fix', {}, { cwd });
  const refusal = 'inspectmark: a.inspection cannot be written: it may not be opened (permission denied).\n';
  assert.deepEqual([code, err], [2, `${refusal}No report was changed.\n`]);
  assert.equal(readFileSync(`${cwd}/a.inspection`, 'utf8'), faulty);
});

test('--suppressions lists what comments accept, with file, rule and reason', async () => {
  const source = `## Findings

<!-- inspectmark-disable-next number-gap repeated-word -- the first part
is another report’s -->
2. Plans are late.

<!-- inspectmark-disable unresolved-tag unresolvd-tag: late -->
3. Plans are late. (Recommendation 9)
`;
  const { code, out } = await commandLine('check --suppressions', { 'a.inspection': source, 'b.inspection': mended });
  assert.equal(code, 0);
  assert.equal(
    out,
    `a.inspection:3  number-gap      the first part is another report’s
a.inspection:3  repeated-word   the first part is another report’s
a.inspection:7  unresolved-tag  (no reason is given)
`,
  );
  const folder = { 'a.inspection': source, 'b.inspection': mended };
  const json = await commandLine('check --suppressions --format json --format pretty=list.txt', folder);
  assert.equal(json.read('list.txt'), out);
  assert.deepEqual(JSON.parse(json.out), {
    version: 1,
    suppressions: [
      { file: 'a.inspection', line: 3, rule: 'number-gap', reason: 'the first part is another report’s' },
      { file: 'a.inspection', line: 3, rule: 'repeated-word', reason: 'the first part is another report’s' },
      { file: 'a.inspection', line: 7, rule: 'unresolved-tag', reason: null },
    ],
  });
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

test('what a baseline lists fails nothing, however little a check may find', async () => {
  const folder = { 'a.inspection': late };
  const known = (await commandLine('check --baseline known.json --update-baseline', folder)).read('known.json') ?? '';
  const line = 'check --baseline known.json --fail-on hint --format';
  const run = (format: string) => commandLine(`${line} ${format}`, { ...folder, 'known.json': known });
  assert.equal((await run('json')).code, 0);
  assert.match((await run('junit')).out, /failures="0"/);
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
    assert.match(
      await refused({ 'known.json': text }),
      /is no baseline that this version can read\. --update-baseline/,
    );
  assert.match((await commandLine('check --update-baseline')).err, /needs --baseline FILE/);
  const nowhere = await commandLine('check --baseline no/known.json --update-baseline', { 'a.inspection': late });
  const message = 'inspectmark: --baseline no/known.json: there is no such folder.\n';
  assert.deepEqual([nowhere.code, nowhere.out, nowhere.err], [2, '', message]);
});

test('what is no baseline is not written over, and says what to do', async () => {
  const folder = { 'a.inspection': late, 'known.json': '<<<<<<< ours\n' };
  const { code, out, err, read } = await commandLine('check --baseline known.json --update-baseline', folder);
  const message = 'known.json is no baseline that this version can read. Delete it, or name another file.';
  assert.deepEqual([code, out, err], [2, '', `inspectmark: ${message}\n`]);
  assert.equal(read('known.json'), folder['known.json']);
});

test('a baseline that cannot be written is refused before anything is checked', async () => {
  const name = `${'k'.repeat(250)}.json`;
  const folder = { 'a.inspection': late };
  const { code, out, err } = await commandLine(`check --baseline ${name} --update-baseline`, folder);
  assert.deepEqual([code, out, err], [2, '', `inspectmark: ${name} cannot be written: its name is too long.\n`]);
});

test('what is refused leaves no file behind', async () => {
  const cwd = newFolder({ 'a.inspection': late });
  for (const args of ['--format json=a.json', '--baseline known.json --update-baseline'])
    assert.equal((await commandLine(`check ${args} --format sarif=no/a.sarif`, {}, { cwd })).code, 2);
  assert.deepEqual(readdirSync(cwd), ['a.inspection']);
});

test('what a baseline lists is marked as known', async () => {
  const folder = { 'inspectmark.json': settings, 'a.inspection': late };
  const known = (await commandLine('check --baseline known.json --update-baseline', folder)).read('known.json') ?? '';
  const worse = late.replace('9)\n', '9)\n\n3. They are lost. (Recommendation 8)\n');
  const check = (format: string) =>
    commandLine(`check --baseline known.json --format ${format}`, {
      ...folder,
      'known.json': known,
      'a.inspection': worse,
    });
  const [file] = JSON.parse((await check('json')).out).files;
  const ofFile = file.findings.map(({ severity, known }: { severity: string; known?: true }) => [severity, known]);
  assert.deepEqual(ofFile, [
    ['hint', true],
    ['error', undefined],
  ]);
  const [{ results }] = JSON.parse((await check('sarif')).out).runs;
  const kinds = results.map(({ suppressions }: { suppressions: { kind: string }[] }) => suppressions.map(s => s.kind));
  assert.deepEqual(kinds, [['external'], []]);
  assert.match((await check('pretty')).out, /\n1 report checked: 1 error, 1 hint \(1 of the baseline\)\.\n$/);
});

test('it is told what a baseline lists now, and what in it has been mended', async () => {
  const update = 'check --baseline known.json --update-baseline';
  const twice = late.replace('9)\n', '9)\n\n3. They are lost. (Recommendation 8)\n');
  const folder = { 'inspectmark.json': settings, 'a.inspection': twice, 'b.inspection': late };
  const first = await commandLine(update, folder);
  assert.equal(first.err, 'known.json now lists 3 findings in 2 reports.\n');
  const known = { 'inspectmark.json': settings, 'known.json': `\ufeff${first.read('known.json')}` };
  const check = async (args: string, reports: Record<string, string>) =>
    (await commandLine(args, { ...known, ...reports })).err;
  const without = 'check --baseline known.json';
  assert.equal(await check(without, { 'a.inspection': twice, 'b.inspection': late }), '');
  assert.equal(await check(without, { 'a.inspection': twice }), '');
  assert.equal(
    await check(without, { 'a.inspection': late }),
    '1 finding of known.json is not found any more; --update-baseline takes such out.\n',
  );
  assert.equal(
    await check(update, { 'a.inspection': late }),
    'known.json now lists 1 finding in 1 report; 2 that are not found any more taken out.\n',
  );
});

test('that a report was renamed is told, and what to do', async () => {
  const folder = { 'a.inspection': late, 'b.inspection': late };
  const known = (await commandLine('check --baseline known.json --update-baseline', folder)).read('known.json') ?? '';
  const told =
    'known.json lists 1 report that is not there (b.inspection), and not 1 of those checked. Where one was renamed, write its new name into known.json.\n';
  const renamed = { 'known.json': known, 'a.inspection': late, 'c.inspection': late };
  assert.equal((await commandLine('check --baseline known.json', renamed)).err, told);
  const named = { ...renamed, 'inspectmark.json': '{"baseline": "known.json"}' };
  assert.equal((await commandLine('check', named)).err, told);
  const mended = { ...named, 'known.json': known.replace('b.inspection', 'c.inspection') };
  assert.equal((await commandLine('check', mended)).err, '');
  for (const others of [{ 'b.inspection': late }, { 'c.inspection': '' }])
    assert.equal((await commandLine('check', { ...named, ...others })).err, '');
});

test('what is known stays so however lines end and wherever they are broken', async () => {
  const words = 'Most of you told us that you like your social worker and that they visit you often enough';
  const long = Array.from({ length: 4 }, () => words.split(' ').slice(0, 9).join(' ')).concat(words);
  const report = (blank: string) =>
    `---\nframework: ofsted-sif\n---\n\n## Summary for children and young people\n\n- ${long.join(`,${blank}`)}.\n`;
  const update = 'check --baseline known.json --update-baseline';
  const known = (await commandLine(update, { 'a.inspection': report(' ') })).read('known.json') ?? '';
  assert.match(known, /plain-summary/);
  for (const text of [report('\n    '), report('\n    ').replaceAll('\n', '\r\n')]) {
    const { out } = await commandLine('check --baseline known.json', { 'a.inspection': text, 'known.json': known });
    assert.doesNotMatch(out, /for information/);
  }
});

test('of two findings that are the same, the one that is left is known, and a third is not', async () => {
  const paragraphs = ['2. The the plans are late.', '3. The the plans are late.', '4. The the plans are late.'];
  const of = (count: number) => `## Findings\n\n${paragraphs.slice(0, count).join('\n\n')}\n`;
  const rules = { 'doubled-passage': 'off', 'missing-section': 'off', 'number-start': 'off' };
  const folder = (count: number) => ({ 'inspectmark.json': JSON.stringify({ rules }), 'a.inspection': of(count) });
  const first = await commandLine('check --baseline known.json --update-baseline', folder(2));
  const severities = async (count: number) => {
    const known = { ...folder(count), 'known.json': first.read('known.json') ?? '' };
    const { out } = await commandLine('check --baseline known.json --format json', known);
    return JSON.parse(out).files[0].findings.map(({ severity }: { severity: string }) => severity);
  };
  assert.deepEqual(await severities(1), ['hint']);
  assert.deepEqual(await severities(2), ['hint', 'hint']);
  assert.deepEqual(await severities(3), ['hint', 'hint', 'warning']);
});
