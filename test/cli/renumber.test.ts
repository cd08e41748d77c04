import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandLine, newFolder } from './commandLine.ts';

const wrong = `---
framework: ofsted-sif
---

## Recommendations

1. Improve plans.

3. Train managers.

## Leadership, management and governance

### Inspection findings

4. Plans are late. (Recommendation 3)

6. Managers are new, as paragraph 4 says. (Recommendation)<!-- 3 -->

7. See [the plans](#paragraph-6).
`;

const right = wrong
  .replaceAll('ecommendation 3', 'ecommendation 2')
  .replace('<!-- 3 -->', '<!-- 2 -->')
  .replace('paragraph-6', 'paragraph-4')
  .replace('paragraph 4', 'paragraph 3')
  .replace('3. Train', '2. Train')
  .replace('4. Plans', '3. Plans')
  .replace('6. Managers', '4. Managers')
  .replace('7. See', '5. See');

test('numbers, and the tags, comments, references and links that name them', async () => {
  const { code, out, err, read } = await commandLine('renumber a.inspection', { 'a.inspection': wrong });
  assert.equal(read('a.inspection'), right);
  assert.deepEqual([code, out, err], [0, 'a.inspection: 8 numbers changed\n', 'Renumbered 1 report.\n']);
});

test('a second time there is nothing to do, in the samples neither', async () => {
  const drafts = readdirSync('samples/drafts').filter(name => name.endsWith('.inspection'));
  const cwd = newFolder({
    'wrong.inspection': wrong,
    'right.inspection': right,
    'crlf.inspection': `\ufeff${wrong.replaceAll('\n', '\r\n')}`,
    'rotherham-2018.inspection': readFileSync('samples/rotherham-2018.inspection'),
    ...Object.fromEntries(drafts.map(name => [name, readFileSync(`samples/drafts/${name}`)])),
  });
  const all = () => readdirSync(cwd).map(name => readFileSync(`${cwd}/${name}`, 'utf8'));
  const first = await commandLine('renumber .', {}, { cwd });
  assert.equal(first.code, 0);
  assert.match(first.out, /^eastmoor-structure\.inspection: \d+ numbers changed$/m);
  assert.equal(readFileSync(`${cwd}/right.inspection`, 'utf8'), right);
  assert.equal(readFileSync(`${cwd}/crlf.inspection`, 'utf8'), `\ufeff${right.replaceAll('\n', '\r\n')}`);
  const once = all();
  const again = await commandLine('renumber .', {}, { cwd });
  assert.deepEqual([again.code, again.out], [0, '']);
  assert.match(again.err, new RegExp(`^The numbers of ${once.length} reports are in order\\.$`, 'm'));
  assert.deepEqual(all(), once);
  const checked = await commandLine('renumber --check .', {}, { cwd });
  assert.deepEqual([checked.code, checked.out], [0, '']);
});

test('--check names the reports that would change, and writes nothing', async () => {
  const folder = { 'r/a.inspection': wrong, 'r/b.inspection': right };
  const { code, out, err, read } = await commandLine('renumber --check r', folder);
  const summary = 'Would renumber 1 report; the numbers of 1 report are in order.\n';
  assert.deepEqual([code, out, err], [1, 'r/a.inspection: 8 numbers would be changed\n', summary]);
  assert.equal(read('r/a.inspection'), wrong);
  assert.equal((await commandLine('renumber --check r/b.inspection', folder)).code, 0);
});

test('--dry-run shows the difference, and writes nothing', async () => {
  const { code, out, err, read } = await commandLine('renumber --dry-run a.inspection', { 'a.inspection': wrong });
  assert.match(out, /^--- a\/a\.inspection\n\+\+\+ b\/a\.inspection\n@@ /);
  assert.match(out, /^-3\. Train managers\.\n\+2\. Train managers\.$/m);
  assert.deepEqual([code, err], [0, 'Would renumber 1 report.\n']);
  assert.equal(read('a.inspection'), wrong);
});

test('standard input goes renumbered to standard output, or is checked or shown', async () => {
  const readStdin = () => Buffer.from(wrong);
  const { code, out, err } = await commandLine('renumber -', {}, { readStdin });
  assert.deepEqual([code, out, err], [0, right, '']);
  const checked = await commandLine('renumber --check - --stdin-path b/a.inspection', {}, { readStdin });
  assert.deepEqual([checked.code, checked.out], [1, 'b/a.inspection: 8 numbers would be changed\n']);
  assert.match((await commandLine('renumber --dry-run -', {}, { readStdin })).out, /^\+2\. Train/m);
  const both = await commandLine('renumber --check --dry-run a.inspection', { 'a.inspection': wrong });
  assert.match(both.err, /give one of the two/);
  const more = await commandLine('renumber - a.inspection', { 'a.inspection': wrong }, { readStdin });
  assert.deepEqual([more.code, more.out, more.read('a.inspection')], [2, '', wrong]);
});

test('it says which paragraphs have no number that can be read, and which references stay', async () => {
  const source = `---
framework: ofsted-sif
---

## Inspection findings

1. Plans are late.

2 Plans are late again, and nobody knows why.

3. See paragraphs 1 and 2.

Whole sentences stand here without a number.

4. Managers are new,
and not all of them are trained.
5. Few of them are trained.

6. Visits are regular.
`;
  const { code, err, read } = await commandLine('renumber a.inspection', { 'a.inspection': source });
  assert.equal(code, 0);
  assert.equal(
    err,
    `a.inspection:9: 2 is not read as the paragraph’s number. Put a full stop after it.
a.inspection:11: 2 stays, since it is not clear which paragraph it means. Look at it.
a.inspection:13: This paragraph has no number. Number it, or join it to the one above.
a.inspection:17: 5 could start a new paragraph, but is read as text. Put a blank line above it, or say that it is text.
Renumbered 1 report.
`,
  );
  assert.match(read('a.inspection') ?? '', /^2\. See paragraphs 1 and 2\.$/m);
  const silenced = source.replace('Whole', '<!-- inspectmark-disable-next missing-number -- meant -->\nWhole');
  assert.doesNotMatch((await commandLine('renumber a.inspection', { 'a.inspection': silenced })).err, /has no number/);
});

test('what is no UTF-8, or was changed meanwhile, is left as it is; the others are renumbered', async () => {
  const cwd = newFolder({
    'a.inspection': Buffer.concat([Buffer.from(wrong), Buffer.from([0xff, 0x0a])]),
    'b.inspection': wrong,
    'c.inspection': wrong,
    'd.inspection': wrong,
    'inspectmark.json': '{ "ignore": ["d.inspection"] }',
  });
  let reads = 0;
  const readFile = (path: string) => {
    if (path.endsWith('b.inspection') && ++reads === 2) writeFileSync(path, `${wrong}\nMore.\n`);
    return readFileSync(path);
  };
  const { code, out, err } = await commandLine('renumber .', {}, { cwd, readFile });
  assert.deepEqual([code, out], [2, 'c.inspection: 8 numbers changed\n']);
  assert.match(err, /^inspectmark: a\.inspection is left as it is\. This file is /m);
  assert.match(
    err,
    /^inspectmark: b\.inspection has been changed meanwhile, so it is left as it is\. Run the command/m,
  );
  assert.match(err, /^inspectmark: d\.inspection is left out by inspectmark\.json, so it stays as it is\.$/m);
  assert.match(err, /\nRenumbered 1 report\.\n$/);
  assert.equal(readFileSync(`${cwd}/b.inspection`, 'utf8'), `${wrong}\nMore.\n`);
  assert.equal(readFileSync(`${cwd}/d.inspection`, 'utf8'), wrong);
});

test('a report with another framework is renumbered by that', async () => {
  const source = '## Recommendations\n\n1. Improve plans.\n\n## Findings\n\n1. Plans are late.\n\n3. Plans are lost.\n';
  const by = async (framework: string) =>
    (await commandLine(`renumber --framework ${framework} a.inspection`, { 'a.inspection': source })).read(
      'a.inspection',
    );
  assert.notEqual(await by('ofsted-sif'), await by('generic'));
});
