import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Log } from 'sarif';
import { commandLine, type Folder, newFolder } from './commandLine.ts';

const rules = {
  'unresolved-tag': 'error',
  'unresolved-reference': 'warning',
  'untagged-recommendation': 'off',
  'tag-spelling': 'information',
  'reversed-range': 'hint',
};

const colourMark = '\x1b';

const settings = JSON.stringify({ rules });

const report = `# Services

## Recommendations

1. Improve plans.

## Findings

2. See paragraph 8.

3. See paragraphs 3–2.

4. Plans are late. (Recommendation 9)

5. See paragraphs 3–2, and paragraphs 2–1.
`;

/** Checks and expects what is written on standard output. */
async function check(args: string, expected: string, folder: Folder = {}, io = {}): Promise<void> {
  const { out } = await commandLine(`check ${args}`, { 'inspectmark.json': settings, ...(folder as object) }, io);
  assert.equal(out, expected);
}

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly fixes: readonly { readonly title: string }[];
}

/** What a rule says of a report: its wording is not our business here. */
async function said(rule: string, text: string): Promise<Found> {
  const { out } = await commandLine('check --format json', { 'a.inspection': text, 'inspectmark.json': settings });
  const found = JSON.parse(out).files[0].findings.find((finding: Found) => finding.rule === rule);
  assert.ok(found, rule);
  return found;
}

test('pretty: the worst first, each with its line; hints counted rule by rule; a closing line', async () => {
  const { message: error, fixes } = await said('unresolved-tag', report);
  const { message: warning } = await said('unresolved-reference', report);
  await check(
    '',
    `a.inspection:13:36: error: ${error} [unresolved-tag]
     13 | 4. Plans are late. (Recommendation 9)
        |                                    ^
  fix: ${fixes[0]?.title}

a.inspection:9:8: warning: ${warning} [unresolved-reference]
      9 | 2. See paragraph 8.
        |        ^^^^^^^^^^^

a.inspection: 3 places: a range of numbers runs backwards (lines 11 and 15) [reversed-range]

1 report checked: 1 error, 1 warning, 3 hints.
`,
    { 'a.inspection': report },
  );
});

test('pretty: --all-hints lists them', async () => {
  const { out } = await commandLine('check --all-hints', { 'a.inspection': report, 'inspectmark.json': settings });
  assert.equal(out.match(/: hint: .* \[reversed-range\]\n/g)?.length, 3);
  assert.match(out, /1 report checked: 1 error, 1 warning, 3 hints\.\n$/);
});

test('pretty: related places', async () => {
  const other = '## Findings {#a}\n\n1. Text.\n\n## More {#a}\n\n2. Text.\n';
  const { out } = await commandLine('check', { 'a.inspection': other });
  assert.match(out, /\[duplicate-id\]\n.*\n.*\^\n {2}also line \d: \S.*\n/);
});

test('pretty: the closing line, in the right number', async () => {
  const closing = (line: string, folder: Record<string, string>) =>
    commandLine('check', { 'inspectmark.json': settings, ...folder }).then(({ out }) =>
      assert.equal(out.split('\n').at(-2), line),
    );
  const error = report.slice(0, report.indexOf('2. See')) + '2. Late. (Recommendation 9)\n';
  const clean = error.replace('9', '1');
  const hint = clean + '\n3. See paragraphs 2–1.\n';
  await closing('No report (*.inspection) was found, so nothing was checked.', {});
  await closing('1 report checked: no errors or warnings.', { 'a.inspection': clean });
  await closing('2 reports checked: 1 error.', { 'a.inspection': clean, 'b.inspection': error });
  await closing('2 reports checked: 2 errors.', { 'a.inspection': error, 'b.inspection': error });
  await closing('1 report checked: no errors or warnings, 1 hint.', { 'a.inspection': hint });
  await closing('1 report checked: no errors or warnings, 1 for information.', {
    'a.inspection': clean.replace('Recommendation 1', 'Recomendation 1'),
  });
  const warning = clean + '\n3. See paragraph 8.\n';
  await closing('1 report checked: no errors, 1 warning.', { 'a.inspection': warning });
});

test('github: an annotation for each finding that is no hint, with its place and its rule', async () => {
  const text = '## Findings\n\n1. See paragraph 8, 100%.\n\n2. See paragraphs 2–1.\n';
  const { message } = await said('unresolved-reference', text);
  const folder = { 'a, b.inspection': text, 'inspectmark.json': settings };
  const { out } = await commandLine('check --format github', folder);
  const place = 'file=a%2C b.inspection,line=3,endLine=3,col=8,endColumn=19,title=unresolved-reference';
  assert.equal(out, `::warning ${place}::${message.replaceAll('*', '')}\n`);
});

test('junit: a suite for each file, and a failed case for each finding that fails the check', async () => {
  const folder = { 'a.inspection': report, 'b.inspection': '## Findings\n\n1. Good.\n', 'inspectmark.json': settings };
  const suites = async (args: string): Promise<string[]> => {
    const { out } = await commandLine(`check --format junit ${args}`, folder);
    assert.match(out, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="inspectmark">/);
    assert.match(out, /<\/testsuites>\n?$/);
    return out.match(/<(?:testsuite|testcase|failure) [^>]*?(?=\/?>| message)/g) ?? [];
  };
  const passed = [
    '<testsuite name="b.inspection" tests="1" failures="0" errors="0"',
    '<testcase classname="b.inspection" name="check"',
  ];
  assert.deepEqual(await suites(''), [
    '<testsuite name="a.inspection" tests="1" failures="1" errors="0"',
    '<testcase classname="a.inspection" name="unresolved-tag, line 13, column 36"',
    '<failure type="error"',
    ...passed,
  ]);
  assert.deepEqual(await suites('--fail-on warning'), [
    '<testsuite name="a.inspection" tests="2" failures="2" errors="0"',
    '<testcase classname="a.inspection" name="unresolved-reference, line 9, column 8"',
    '<failure type="warning"',
    '<testcase classname="a.inspection" name="unresolved-tag, line 13, column 36"',
    '<failure type="error"',
    ...passed,
  ]);
  assert.equal(
    (await suites('--fail-on never'))[0],
    '<testsuite name="a.inspection" tests="1" failures="0" errors="0"',
  );
});

test('junit: no two cases of a file have the same name', async () => {
  const text = '## Findings\n\n1. See paragraph 8 and paragraph 9.\n';
  const folder = { 'a.inspection': text, 'inspectmark.json': settings };
  const { out } = await commandLine('check --format junit --fail-on warning', folder);
  const names = out.match(/ name="unresolved-reference[^"]*"/g) ?? [];
  assert.deepEqual([names.length, new Set(names).size], [2, 2]);
});

test('github: what a report says moves no cursor', async () => {
  const text = '## Findings\n\n1. See [this](\x1b[31mb.inspection).\n';
  const { out } = await commandLine('check --format github', { 'a.inspection': text });
  assert.match(out, /There is no report “␛\[31mb\.inspection”/);
});

test('junit: what XML cannot hold', async () => {
  const folder = {
    'a & b.inspection': '## <Findings>\n\n1. “<\u0001”. (Recommendation 9)\n',
    'inspectmark.json': settings,
  };
  const { out } = await commandLine('check --format junit', folder);
  assert.ok(out.includes('name="a &amp; b.inspection"'));
  assert.ok(!out.includes('\u0001'));
});

test('sarif: a run with all rules, and a result for each finding', async () => {
  const other = '## Findings {#a}\n\n1. Text.\n\n## More {#a}\n\n2. Text.\n';
  const { out } = await commandLine('check --format sarif', { 'sub/ü 1.inspection': other });
  const log: Log = JSON.parse(out);
  const [run] = log.runs;
  assert.equal(log.version, '2.1.0');
  assert.equal(run?.columnKind, 'utf16CodeUnits');
  const result = run?.results?.find(({ ruleId }) => ruleId === 'duplicate-id');
  assert.equal(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id, 'duplicate-id');
  assert.equal(result?.level, 'error');
  const place = result?.locations?.[0]?.physicalLocation;
  assert.equal(place?.artifactLocation?.uri, 'sub/%C3%BC%201.inspection');
  assert.deepEqual(place?.region, { startLine: 5, startColumn: 10, endLine: 5, endColumn: 12 });
  assert.equal(result?.relatedLocations?.[0]?.physicalLocation?.region?.startLine, 1);
  assert.match(result?.partialFingerprints?.['inspectmark/v1'] ?? '', /^\w+$/);
});

test('json and sarif say that a report could not be read', async () => {
  const folder = {
    'a.inspection': '# A\n',
    'b.inspection': '# B\n',
    'c.inspection': '# C\n',
    'inspectmark.json': '{"ignore": ["c.*"]}',
  };
  const readFile = (path: string) => {
    if (path.endsWith('a.inspection')) throw Object.assign(new Error('EACCES: …'), { code: 'EACCES', syscall: 'open' });
    return Buffer.from(path.endsWith('.json') ? folder['inspectmark.json'] : '# B\n');
  };
  const { out } = await commandLine('check --format json', folder, { readFile });
  const { files, ignored, unreadable } = JSON.parse(out).summary;
  assert.deepEqual([files, ignored, unreadable], [1, 1, 1]);
  const successful = async (io: object) =>
    JSON.parse((await commandLine('check --format sarif', folder, io)).out).runs[0].invocations;
  assert.deepEqual(await successful({ readFile }), [{ executionSuccessful: false }]);
  assert.deepEqual(await successful({}), [{ executionSuccessful: true }]);
});

test('sarif: nothing found, and a file that is no report', async () => {
  const clean = JSON.parse(
    (await commandLine('check --format sarif', { 'a.inspection': '## Findings\n\n1. Plans are clear.\n' })).out,
  );
  assert.deepEqual(clean.runs[0].results, []);
  const broken = { 'a.inspection': '# A\n', 'inspectmark.json': '{' };
  const { results } = JSON.parse((await commandLine('check --format sarif', broken)).out).runs[0];
  assert.equal(results[0].ruleId, 'settings');
  assert.equal(results[0].ruleIndex, undefined);
});

test('summary: a row for each file, and then for each rule, the worst first', async () => {
  const text = report.replace('# Services\n\n', '');
  const folder = { 'a.inspection': report, 'b/c.inspection': text, 'd.inspection': '## Findings\n\n1. Good.\n' };
  await check(
    '--format summary',
    `errors  warnings  information  hints
     1         1            0      3  a.inspection
     1         1            0      3  b/c.inspection
     0         0            0      0  d.inspection

errors  warnings  information  hints
     2         0            0      0  unresolved-tag, in 2 files
     0         2            0      0  unresolved-reference, in 2 files
     0         0            0      6  reversed-range, in 2 files

3 reports checked: 2 errors, 2 warnings, 6 hints.
`,
    folder,
  );
  await check('--format summary', 'No report (*.inspection) was found, so nothing was checked.\n');
  const { out } = await commandLine('check --format summary --color', { 'a\x1b[2J.inspection': report });
  assert.ok(out.includes('␛[2J.inspection') && out.includes(`${colourMark}[1merrors  warnings`));
});

test('gitlab: an object for each finding, the same finding in two files with two fingerprints', async () => {
  const folder = { 'a.inspection': report, 'b.inspection': report, 'inspectmark.json': settings };
  const entries = JSON.parse((await commandLine('check --format gitlab', folder)).out);
  assert.equal(new Set(entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size, entries.length);
  const { message } = await said('unresolved-tag', report);
  const { fingerprint, ...entry } = entries.find(({ severity }: { severity: string }) => severity === 'major');
  assert.match(fingerprint, /^[0-9a-f]{16}$/);
  assert.deepEqual(entry, {
    description: message.replaceAll('*', ''),
    check_name: 'unresolved-tag',
    severity: 'major',
    location: { path: 'a.inspection', lines: { begin: 13, end: 13 } },
  });
  assert.deepEqual([...new Set(entries.map(({ severity }: { severity: string }) => severity))].sort(), [
    'info',
    'major',
    'minor',
  ]);
  assert.deepEqual(JSON.parse((await commandLine('check --format gitlab')).out), []);
});

test('github and gitlab: paths from the folder that is checked out', async () => {
  const root = newFolder({ 'reports/2018/a.inspection': report, 'other.inspection': report });
  const paths = async (format: string, env: Readonly<Record<string, string>>, path = '.') => {
    const { out } = await commandLine(`check ${path} --format ${format}`, {}, { cwd: `${root}/reports`, env });
    return [...new Set(out.match(/(?<=file=|"path":")[^,"]*/g))];
  };
  const github = { GITHUB_WORKSPACE: root };
  assert.deepEqual(await paths('github', github), ['reports/2018/a.inspection']);
  assert.deepEqual(await paths('github', github, `${root}/other.inspection`), ['other.inspection']);
  assert.deepEqual(await paths('gitlab', github), ['2018/a.inspection']);
  assert.deepEqual(await paths('gitlab', { CI_PROJECT_DIR: root }), ['reports/2018/a.inspection']);
  const elsewhere = { CI_PROJECT_DIR: `${root}/reports/2017` };
  assert.deepEqual(await paths('gitlab', elsewhere), ['2018/a.inspection']);
});

test('csv: a row for each finding, as spreadsheets read it', async () => {
  const text = '## Findings\n\n1. See paragraph 8.\n\n2. See paragraphs 2–1.\n';
  const { message } = await said('unresolved-reference', text);
  const { message: backwards } = await said('reversed-range', text);
  assert.ok(!message.includes(',') && backwards.includes(','));
  const row = '3,8,warning,unresolved-reference,fault';
  await check(
    '--format csv',
    `\ufefffile,line,column,severity,rule,kind,message\r
'=1+1.inspection,${row},${message}\r
'=1+1.inspection,5,19,hint,reversed-range,fault,"${backwards}"\r
"b, ""c"".inspection",${row},${message}\r
"b, ""c"".inspection",5,19,hint,reversed-range,fault,"${backwards}"\r
`,
    { '=1+1.inspection': text, 'b, "c".inspection': text },
  );
});

test('html: a page with every finding, in which what a report says is text', async () => {
  const text = `${report}\n6. See paragraph 8 <script>alert(1)</script> & “"\x1b[31m”.\n`;
  const folder = { '<a>.inspection': text, 'b.inspection': '## Findings\n\n1. Good.\n', 'inspectmark.json': settings };
  const { out } = await commandLine('check --format html', folder);
  assert.match(out, /^<!doctype html>\n<html lang="en-GB">/);
  assert.match(out, /<\/main>\n<\/html>\n$/);
  assert.match(out, /default-src 'none'/);
  assert.ok(!out.includes('<script') && !out.includes(colourMark));
  assert.match(out, /<h2 id="file-1">&lt;a&gt;\.inspection<\/h2>\n<p>1 error, 3 warnings, 4 hints\./);
  assert.match(out, /<q>6\. See <mark>paragraph 8<\/mark> &lt;script&gt;.* &amp; “&quot;␛\[31m”\.<\/q>/);
  assert.match(out, /<h2 id="file-2">b\.inspection<\/h2>\n<p>Nothing was found\. Read by the framework <code>generic/);
  assert.match(out, /<p id="total">2 reports checked: 1 error, 3 warnings, 4 hints\.<\/p>/);
  assert.ok(out.indexOf('>Error<') < out.indexOf('>Warning<') && out.indexOf('>Warning<') < out.indexOf('>Hint<'));
});

test('html: of a line without end only what stands around the words meant', async () => {
  const text = `## Findings\n\n1. ${'Good plans. '.repeat(1000)}See paragraph 8. ${'Good plans. '.repeat(1000)}\n`;
  const { out } = await commandLine('check --format html', { 'a.inspection': text, 'inspectmark.json': settings });
  assert.match(out, /<q>…(?:Good|plans\.) .{70,95}<mark>paragraph 8<\/mark>.{70,95} (?:Good|plans\.)…<\/q>/);
});

test('colour: on a terminal only, as the options and NO_COLOR say', async () => {
  const isColoured = async (args: string, isTTY: boolean, env = {}) => {
    const { out } = await commandLine(
      `check ${args}`,
      { 'a.inspection': report, 'inspectmark.json': settings },
      { isTTY, env },
    );
    return out.includes(colourMark);
  };
  assert.equal(await isColoured('', true), true);
  assert.equal(await isColoured('', false), false);
  assert.equal(await isColoured('', true, { NO_COLOR: '1' }), false);
  assert.equal(await isColoured('', true, { NO_COLOR: '' }), true);
  assert.equal(await isColoured('', true, { TERM: 'dumb' }), false);
  assert.equal(await isColoured('--color', false), true);
  assert.equal(await isColoured('--color', true, { NO_COLOR: '1' }), true);
  assert.equal(await isColoured('--no-color', true), false);
  assert.equal(await isColoured('--format json', true), false);
  assert.equal(await isColoured('', false, { FORCE_COLOR: '1' }), true);
  assert.equal(await isColoured('', false, { FORCE_COLOR: '1', NO_COLOR: '1' }), false);
  assert.equal(await isColoured('', true, { FORCE_COLOR: '0' }), false);
  assert.equal(await isColoured('--no-color', false, { FORCE_COLOR: '1' }), false);
  const env = { FORCE_COLOR: '1' };
  const { read } = await commandLine('check --format pretty=a.txt', { 'a.inspection': report }, { env });
  assert.ok(!read('a.txt')?.includes(colourMark));
});

test('colour changes nothing but the colour', async () => {
  const folder = { 'a.inspection': report, 'inspectmark.json': settings };
  const { out: plain } = await commandLine('check', folder);
  const { out: coloured } = await commandLine('check --color', folder);
  assert.equal(
    coloured
      .split(colourMark)
      .map((part, i) => (i === 0 ? part : part.replace(/^\[\d+m/, '')))
      .join(''),
    plain,
  );
});

test('what a report says moves no cursor', async () => {
  const folder = { 'a\x1b[2J.inspection': '## Findings\n\n1. \x1b[31mSee\u202e paragraph 8.\n' };
  const { out } = await commandLine('check', folder);
  assert.ok(!out.includes(colourMark) && !out.includes('\u202e'));
  assert.match(out, /^a␛\[2J\.inspection:3:\d+: /);
  assert.match(out, /1\. ␛\[31mSee� paragraph 8\.\n/);
});

test('json, field by field', async () => {
  const { code, out } = await commandLine('check --format json', {
    'a.inspection': report,
    'inspectmark.json': settings,
  });
  const { version, files, summary, ...rest } = JSON.parse(out);
  assert.deepEqual([code, version, rest], [1, 1, {}]);
  assert.deepEqual(summary, {
    files: 1,
    errors: 1,
    warnings: 1,
    information: 0,
    hints: 3,
    ignored: 0,
    unreadable: 0,
  });
  const [{ file, framework, findings, ...more }] = files;
  assert.deepEqual([files.length, file, framework, more], [1, 'a.inspection', 'generic', {}]);
  const { message } = await said('unresolved-tag', report);
  const [{ fingerprint, fixes, ...first }] = findings.filter(({ rule }: { rule: string }) => rule === 'unresolved-tag');
  assert.match(fingerprint, /^[0-9a-f]{16}$/);
  const place = { line: 13, column: 36, endLine: 13, endColumn: 37 };
  assert.deepEqual(first, {
    rule: 'unresolved-tag',
    kind: 'fault',
    severity: 'error',
    message,
    ...place,
    related: [],
  });
  assert.deepEqual(
    fixes.map(({ title, ...fix }: { title: string }) => [typeof title, fix]),
    [['string', { certain: false, edits: [{ ...place, text: '1' }] }]],
  );
});

test('json: related places, and columns in UTF-16 units', async () => {
  const other = '## Findings {#a}\n\n1. Text.\n\n## 𝄞𝄞𝄞 {#a}\n\n2. Text.\n';
  const { out } = await commandLine('check --format json', { 'a.inspection': other });
  const finding = JSON.parse(out).files[0].findings.find(({ rule }: { rule: string }) => rule === 'duplicate-id');
  const { message, ...place } = finding.related[0];
  assert.equal(typeof message, 'string');
  const places = [
    place,
    { line: finding.line, column: finding.column, endLine: finding.endLine, endColumn: finding.endColumn },
  ];
  assert.deepEqual(
    places.sort((a, b) => a.line - b.line),
    [
      { line: 1, column: 14, endLine: 1, endColumn: 16 },
      { line: 5, column: 12, endLine: 5, endColumn: 14 },
    ],
  );
});

test('json: of no reports at all', async () => {
  const { out } = await commandLine('check --format json');
  assert.deepEqual(JSON.parse(out), {
    version: 1,
    files: [],
    summary: { files: 0, errors: 0, warnings: 0, information: 0, hints: 0, ignored: 0, unreadable: 0 },
  });
});

test('json: a file that is no report has no framework', async () => {
  const { out } = await commandLine('check --format json', { 'a.inspection': '', 'inspectmark.json': '[]' });
  const { files, summary } = JSON.parse(out);
  assert.deepEqual(
    files.map(({ file, framework }: { file: string; framework: string | null }) => [file, framework]),
    [
      ['inspectmark.json', null],
      ['a.inspection', 'generic'],
    ],
  );
  assert.deepEqual([summary.files, summary.errors], [2, 1]);
});

test('formats into files, and one of them on standard output', async () => {
  const folder = { 'a.inspection': report, 'inspectmark.json': settings, 'b/old.json': 'what was there' };
  const { out: json } = await commandLine('check --format json', folder);
  const { out: pretty } = await commandLine('check', folder);
  const both = await commandLine('check --format pretty --format json=b/old.json', folder);
  assert.deepEqual([both.out, both.read('b/old.json')], [pretty, json]);
  const files = await commandLine('check --format=pretty=a.txt --format json=new.json', folder, { isTTY: true });
  assert.deepEqual([files.out, files.read('a.txt'), files.read('new.json')], ['', pretty, json]);
});

test('- is standard output', async () => {
  const folder = { 'a.inspection': report, 'inspectmark.json': settings };
  const { out, read } = await commandLine('check --format json=- --format pretty=a.txt', folder);
  assert.deepEqual([JSON.parse(out).version, read('-')], [1, undefined]);
});

test('a file is written whole or not at all', async () => {
  const folder = { 'a.inspection': report, 'inspectmark.json': settings, 'b.json': 'what was there' };
  const readFile = () => {
    throw new TypeError('a bug');
  };
  const cwd = newFolder(folder);
  await assert.rejects(commandLine('check --format json=b.json a.inspection', {}, { cwd, readFile }), TypeError);
  assert.equal(readFileSync(`${cwd}/b.json`, 'utf8'), 'what was there');
  assert.deepEqual(readdirSync(cwd).sort(), ['a.inspection', 'b.json', 'inspectmark.json']);
});

test('a file that cannot be written any more ends the check', { skip: !existsSync('/dev/full') }, async () => {
  const names = Array.from({ length: 40 }, (_, i) => [`${i}.inspection`, report.repeat(20)]);
  const { code, err } = await commandLine('check --format json=/dev/full', Object.fromEntries(names));
  assert.deepEqual([code, err], [2, 'inspectmark: /dev/full cannot be written: the disk is full.\n']);
});

test('json: what mends several findings at once stands with the first of them', async () => {
  const guesses = '<!-- inspectmark-guess: a -->\n\n1. Plans.\n\n<!-- inspectmark-guess: b -->\n\n2. Visits.\n';
  const { out } = await commandLine('check --format json', { 'a.inspection': `# Services\n\n${guesses}` });
  const found: Found[] = JSON.parse(out).files[0].findings.filter(({ rule }: Found) => rule === 'import-guess');
  assert.deepEqual(
    found.map(({ fixes }) => fixes.map(({ title }) => title)),
    [['Accept this guess', 'Accept all guesses in this report'], ['Accept this guess']],
  );
});
