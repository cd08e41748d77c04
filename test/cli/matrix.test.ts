import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandLine, type Folder, newFolder } from './commandLine.ts';

const report = `---
framework: ofsted-sif
title: Inspection of Anytown
---

3. Leadership, management and governance: Requires improvement

## Recommendations

1. Improve the timeliness of early help, so that families have it when they need it, and not months after they have asked for it.

2. Train the managers of adoption services (paragraph 5).

3. Reduce the number of exclusions.

## Leadership, management and governance

Judgement: Requires improvement

### Inspection findings

4. Staff are kind. Early help is not timely. (Recommendation 1) (Recommendation 7)

5. Managers, "new" ones, are =1+1. (Recommendation)<!-- 2 -->

6. Too many pupils have exclusions. (Recommendation)
`;

/** Expects what is written on standard output. */
async function check(args: string, expected: string, folder: Folder = { 'a.inspection': report }, io = {}) {
  const { code, out, err } = await commandLine(`matrix ${args}`, folder, io);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(out, expected);
}

const pretty = `a.inspection
Inspection of Anytown · ofsted-sif

1     Improve the timeliness of early help, so that families have it when they need it, and not…
  Leadership, management and governance · Requires improvement
    4     tag                      Early help is not timely.
2     Train the managers of adoption services (paragraph 5).
  Leadership, management and governance · Requires improvement
    5     confirmed tag, citation  Managers, "new" ones, are =1+1.
3     Reduce the number of exclusions.
  Leadership, management and governance · Requires improvement
    6?    suggested                Too many pupils have exclusions.

Recommendations for which findings are only suggested: 3.

Findings whose tag names no recommendation, with what it may mean (likeliest first):
  6     3?         Too many pupils have exclusions.

To say what a tag means, write it behind the tag: (Recommendation)<!-- 3 -->

Findings whose tag names a recommendation that there is not:
  4     7          Early help is not timely.

1 report: 3 recommendations, 1 without a finding; 1 tag that names no recommendation.
`;

test('pretty: recommendations, their findings by area and grade, and what is not tied', async () => {
  await check('a.inspection', pretty);
  await check('', pretty);
  await check('--format pretty', pretty);
  const readStdin = () => Buffer.from(report);
  await check('- --stdin-path a.inspection', pretty, {}, { readStdin });
  await check('--stdin-path a.inspection', pretty, {}, { readStdin });
});

test('csv: a row for each pair, and for what has none; what would be a formula or a date is text', async () => {
  const dotted = report.replace('title: Inspection', 'title: =Inspection').replace('Reduce', '=Reduce');
  const where = 'Leadership, management and governance';
  const area = `"${where}",Requires improvement,"${where} › Inspection findings"`;
  const first =
    '"Improve the timeliness of early help, so that families have it when they need it, and not months after they have asked…"';
  const { out } = await commandLine('matrix --format csv', { '=1.inspection': dotted });
  const score = /suggested,([\d.]+),/.exec(out)?.[1];
  assert.equal(
    out,
    `\ufefffile,recommendation,recommendation words,finding,finding words,tied by,score,area,grade,section,line\r
'=1.inspection,1,${first},4,Early help is not timely.,tag,,${area},22\r
'=1.inspection,2,Train the managers of adoption services (paragraph 5).,5,"Managers, ""new"" ones, are =1+1.","confirmed tag, citation",,${area},24\r
'=1.inspection,3,'=Reduce the number of exclusions.,,,no finding,,,,,14\r
'=1.inspection,3?,'=Reduce the number of exclusions.,6,Too many pupils have exclusions.,suggested,${score},${area},26\r
'=1.inspection,7,,4,Early help is not timely.,no such recommendation,,${area},22\r
`,
  );
});

test('csv: a number such as 2.10 stays one, and a leading tab hides no formula', async () => {
  const own = { id: 'own', extends: 'generic', numbering: [{ roles: ['recommendations', 'findings'], form: '1.1' }] };
  const folder = {
    '.inspectmark/frameworks/own.json': JSON.stringify(own),
    'a.inspection': '---\nframework: own\n---\n\n## Recommendations\n\n2.10 Improve plans.\n',
    '\t=1.inspection': '',
  };
  const { out } = await commandLine('matrix --format csv', folder);
  assert.match(out, /^a\.inspection,'2\.10,Improve plans\.,,,no finding,/m);
});

test('json: all of it, with a sum', async () => {
  const { out } = await commandLine('matrix --format json', { 'b/a.inspection': report });
  const { version, files, summary } = JSON.parse(out);
  assert.equal(version, 1);
  assert.deepEqual(
    files.map(({ file, framework, title }: Record<string, string>) => [file, framework, title]),
    [['b/a.inspection', 'ofsted-sif', 'Inspection of Anytown']],
  );
  const [{ recommendations, bareTags, strayTags }] = files;
  assert.deepEqual(recommendations[1].findings[0], {
    number: '5',
    text: 'Managers, "new" ones, are =1+1.',
    words: 'Managers, "new" ones, are =1+1.',
    line: 24,
    section: 'Leadership, management and governance › Inspection findings',
    area: 'leadership',
    areaTitle: 'Leadership, management and governance',
    grades: ['Requires improvement'],
    by: ['confirmed', 'citation'],
  });
  assert.deepEqual([bareTags.length, strayTags.length, strayTags[0].recommendation], [1, 1, '7']);
  const counts = { files: 1, recommendations: 3, withoutFinding: 1, bareTags: 1, ignored: 0, unreadable: 0 };
  assert.deepEqual(summary, counts);
});

test('html: a page in which what a report says is text', async () => {
  const folder = { 'a&b.inspection': report.replace('Reduce', '<script>alert(1)</script> Reduce\x1b[31m') };
  const { out } = await commandLine('matrix --format html', folder);
  assert.match(out, /^<!doctype html>\n<html lang="en-GB">/);
  assert.match(out, /<\/main>\n<\/html>\n$/);
  assert.match(out, /default-src 'none'/);
  assert.ok(!out.includes('<script') && !out.includes('\x1b'));
  assert.match(out, /<h2 id="file-1">a&amp;b\.inspection<\/h2>/);
  assert.match(out, /<td>4<\/td><td>tag<\/td><td>Leadership, management and governance · Requires improvement<\/td>/);
  assert.match(out, /<td>6\?<\/td><td><i>suggested<\/i><\/td>/);
  assert.match(out, /<b>3\?<\/b> \(\d+%\) &lt;script&gt;/);
  assert.match(out, /<p id="total">1 report: 3 recommendations, 1 without a finding/);
});

test('what leads nowhere is told in every format; where nothing is tied at all, that is said', async () => {
  const notes = report.replace('(paragraph 5)', '(paragraphs 5 and 9)');
  const of = async (format: string) => (await commandLine(`matrix --format ${format}`, { 'a.inspection': notes })).out;
  assert.match(await of('pretty'), /^Recommendations that cite .*:\n {2}2 {5}9 {10}Train the managers/m);
  assert.match(await of('csv'), /^a\.inspection,2,Train .*,9,,no such finding,,,,,12\r$/m);
  assert.match(await of('html'), /<b>2<\/b> Train .*<td>9<\/td>/);
  assert.equal(JSON.parse(await of('json')).files[0].strayCitations[0].paragraph, '9');
  const said = async (framework: string) => {
    const text = `---\nframework: ${framework}\n---\n\n## Recommendations\n\n1. Improve plans.\n`;
    return (await commandLine('matrix', { 'a.inspection': text })).out;
  };
  assert.match(await said('ofsted-sif'), /^No finding carries a tag that says which recommendation it supports\.$/m);
  assert.match(await said('ofsted-sif-2015'), /^No recommendation cites the findings it rests on\.$/m);
});

test('formats go to files, and not over what is read', async () => {
  const args = 'matrix a.inspection --format csv=m.csv --format html=m.html';
  const { code, out, read } = await commandLine(args, { 'a.inspection': report });
  assert.deepEqual([code, out], [0, '']);
  assert.match(read('m.csv') ?? '', /^\ufefffile,/);
  assert.match(read('m.html') ?? '', /^<!doctype html>/);
  const over = await commandLine('matrix --format csv=a.inspection', { 'a.inspection': report });
  assert.deepEqual([over.code, over.out, over.read('a.inspection')], [2, '', report]);
  assert.match(over.err, /this would be written over what is read\. Name another file\.$/m);
  const wrong = await commandLine('matrix --format sarif', { 'a.inspection': report });
  assert.equal(wrong.err, 'inspectmark: --format must be pretty, csv, json or html, not “sarif”.\n');
});

test('where nothing is to tie them, no recommendation is missed; where there is none, that is said', async () => {
  const ilacs = '---\nframework: ofsted-ilacs\n---\n\n## What needs to improve?\n\n- The timeliness of early help.\n';
  const { out } = await commandLine('matrix', { 'a.inspection': ilacs, 'b.inspection': '' });
  assert.match(out, /^line 7 {3}The timeliness of early help\.\n\nBy the framework ofsted-ilacs nothing ties /m);
  assert.match(out, /^No title · generic\n\nNo recommendation is read from this report\.$/m);
  assert.match(out, /\n2 reports: 1 recommendation\.\n$/);
  assert.match((await commandLine('matrix --format csv', { 'a.inspection': ilacs })).out, /,line\r\n$/);
});

test('what cannot be read, or is left out, is told, and the others are shown', async () => {
  const cwd = newFolder({
    'a.inspection': report,
    'b.inspection': Buffer.from(`\ufeff${report}`, 'utf16le'),
    'c.inspection': report,
    'd.inspection': '',
    'inspectmark.json': '{ "ignore": ["c.inspection"] }',
  });
  const readFile = (path: string) => {
    if (path.endsWith('d.inspection')) throw Object.assign(new Error(), { code: 'EACCES' });
    return readFileSync(path);
  };
  const { code, out, err } = await commandLine('matrix --format csv=m.csv --format pretty', {}, { cwd, readFile });
  assert.equal(code, 2);
  assert.match(err, /^inspectmark: b\.inspection: This file is in the encoding UTF-16/m);
  assert.match(err, /^inspectmark: d\.inspection cannot be read: /m);
  assert.match(
    out,
    /\n2 reports, 1 left out by inspectmark\.json, 1 that cannot be read: 6 recommendations, 2 without/,
  );
  assert.ok(readdirSync(cwd).includes('m.csv'));
});

test('no report at all', async () => {
  await check('', 'No report (*.inspection) was found.\n', { 'a.txt': '' });
});

test('the samples: no line is wider than the terminal, and bare tags are suggested', async () => {
  const files = ['rotherham-2018.inspection', ...readdirSync('samples/drafts').map(name => `drafts/${name}`)];
  const folder = Object.fromEntries(files.map(name => [name, readFileSync(`samples/${name}`)]));
  for (const columns of [80, 120]) {
    const { code, out } = await commandLine('matrix .', folder, { isTTY: true, columns, env: { NO_COLOR: '1' } });
    assert.equal(code, 0);
    for (const line of out.split('\n')) assert.ok(line.length <= columns, line);
    assert.match(out, /^ {4}10\? {3}suggested {2}This is a missed opportunity/m);
    assert.match(out, /^Recommendations for which findings are only suggested: 1, 2, 3, 4, 5, 6, 7 and\s8\.$/m);
  }
  const { out } = await commandLine('matrix rotherham-2018.inspection', folder, { isTTY: true });
  assert.ok(out.includes('\x1b[1m'));
});

test('a file that cannot be written any more ends the command', { skip: !existsSync('/dev/full') }, async () => {
  const many = report.replace('Staff are kind.', 'Staff are kind. '.repeat(5000));
  const folder = { 'a.inspection': many, 'b.inspection': many, 'c.inspection': many };
  const { code, err } = await commandLine('matrix --format json=/dev/full', folder);
  assert.deepEqual([code, err], [2, 'inspectmark: /dev/full cannot be written: the disk is full.\n']);
});
