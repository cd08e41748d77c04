import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandLine, type Folder } from './commandLine.ts';

const report = `---
framework: ofsted-sif
provider: [Borough of Anytown, Anytown]
title: Inspection of services for children in need of help and protection, children looked after and care leavers in Anytown
inspected: 2017-11-06/2017-11-30
---

# Children’s services in Anytown are good

2.1 Adoption performance: Good

## Recommendations

1. Improve the timeliness of early help.

2. Train the managers of adoption services, so that they know what the families of adopted children need of them.

## Leadership, management and governance

Judgement: Requires improvement

### Inspection findings

3. Managers are new. (Recommendation 2)

4. Early help is not timely. (Recommendation)

6. Text.

## {.notices}
`;

/** Expects what is written of the report on standard output. */
async function check(
  args: string,
  expected: string,
  folder: Folder = { 'a.inspection': report },
  io = {},
): Promise<void> {
  const { code, out, err } = await commandLine(`outline ${args}`, folder, io);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(out, expected);
}

const tree = `Inspection of services for children in need of help and protection, children looked after and care…
Borough of Anytown · ofsted-sif · 2017-11-06 to 2017-11-30

Children’s services in Anytown are good · Good
  2.1 Adoption performance: Good
  Recommendations
    1   Improve the timeliness of early help.  ← 4?
    2   Train the managers of adoption services, so that they know what the families of…  ← 3
  Leadership, management and governance · Requires improvement
    Inspection findings  3–4, 6
  (no title: notices)
`;

test('the tree: sections with grades and numbers, entries, recommendations with their support', async () => {
  await check('a.inspection', tree);
  await check('a.inspection --format tree', tree);
});

test('of standard input', async () => {
  const readStdin = () => Buffer.from(report);
  await check('-', tree, {}, { readStdin });
  await check('--stdin-path a.inspection', tree, {}, { readStdin });
});

test('of an empty report', async () => {
  await check('a.inspection', 'No title\nNo provider · generic\n\n', { 'a.inspection': '' });
});

test('the reference sample: no line is wider than 100 columns', async () => {
  const { out } = await commandLine('outline a.inspection', {
    'a.inspection': readFileSync('samples/rotherham-2018.inspection'),
  });
  for (const line of out.split('\n')) assert.ok(line.length <= 100, line);
  const narrow = await commandLine(
    'outline a.inspection',
    { 'a.inspection': readFileSync('samples/rotherham-2018.inspection') },
    { isTTY: true, columns: 80 },
  );
  for (const line of narrow.out.split('\n')) assert.ok(line.length <= 80, line);
  assert.match(out, /^ {4}Inspection findings {2}9–28$/m);
  assert.match(out, /^ {4}5 {3}Improve the timeliness of the early help response .* ← 10\?$/m);
});

test('json: what the outline holds, with its version and the file', async () => {
  const folder = { 'b/a.inspection': report };
  const { out } = await commandLine('outline ./b/a.inspection --format json', folder);
  const { version, file, ...outline } = JSON.parse(out);
  assert.deepEqual([version, file], [1, 'b/a.inspection']);
  assert.deepEqual(Object.keys(outline), [
    'framework',
    'metadata',
    'sections',
    'judgements',
    'paragraphs',
    'recommendations',
    'references',
    'footnotes',
    'acronyms',
  ]);
  assert.equal(outline.framework, 'ofsted-sif');
  const { out: generic } = await commandLine('outline b/a.inspection --format json --framework generic', folder);
  assert.equal(JSON.parse(generic).framework, 'generic');
});

test('links to other reports are looked up', async () => {
  const folder = { 'a.inspection': 'See [a](b/c.inspection) and [d](d.inspection).', 'b/c.inspection': '' };
  const { out } = await commandLine('outline a.inspection --format json', folder);
  assert.deepEqual(
    JSON.parse(out).references.map(({ resolved }: { resolved: boolean }) => resolved),
    [true, false],
  );
});

test('a wrong encoding is said, and the text is read', async () => {
  const { code, out, err } = await commandLine('outline a.inspection', {
    'a.inspection': Buffer.from(`\ufeff${report}`, 'utf16le'),
  });
  assert.deepEqual([code, out], [0, tree]);
  assert.match(err, /^inspectmark: a\.inspection: This file is in the encoding UTF-16, .*\n$/);
});

test('a report that is left out of checks is shown all the same', async () => {
  await check('a.inspection', tree, { 'a.inspection': report, 'inspectmark.json': '{ "ignore": ["**"] }' });
});
