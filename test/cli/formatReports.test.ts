import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandLine, newFolder } from './commandLine.ts';

const untidy = `## Recommendations
1.\tImprove  plans.${'  '}


2. Train managers.

`;

const tidy = `## Recommendations

1. Improve  plans.

2. Train managers.
`;

test('blanks and blank lines; the reports that have changed are named', async () => {
  const { code, out, err, read } = await commandLine('format .', { 'a.inspection': untidy, 'b.inspection': tidy });
  assert.equal(read('a.inspection'), tidy);
  assert.equal(read('b.inspection'), tidy);
  const summary = 'Formatted 1 report; 1 report is in form already.\n';
  assert.deepEqual([code, out, err], [0, 'a.inspection\n', summary]);
});

test('a second time there is nothing to do, in the samples neither', async () => {
  const drafts = readdirSync('samples/drafts').filter(name => name.endsWith('.inspection'));
  const cwd = newFolder({
    'rotherham-2018.inspection': readFileSync('samples/rotherham-2018.inspection'),
    ...Object.fromEntries(drafts.map(name => [name, readFileSync(`samples/drafts/${name}`)])),
    'a.inspection': `\ufeff${untidy.replaceAll('\n', '\r\n')}`,
  });
  assert.equal((await commandLine('format .', {}, { cwd })).out, 'a.inspection\n');
  assert.equal(readFileSync(`${cwd}/a.inspection`, 'utf8'), `\ufeff${tidy.replaceAll('\n', '\r\n')}`);
  const again = await commandLine('format --check .', {}, { cwd });
  assert.deepEqual([again.code, again.out], [0, '']);
  assert.equal(again.err, `${drafts.length + 2} reports are in form already.\n`);
});

test('--check writes nothing, names what would change, and gives 1', async () => {
  const folder = { 'a.inspection': untidy, 'b.inspection': tidy };
  const { code, out, err, read } = await commandLine('format --check a.inspection b.inspection', folder);
  assert.equal(read('a.inspection'), untidy);
  assert.deepEqual([code, out], [1, 'a.inspection\n']);
  assert.equal(err, 'Would format 1 report; 1 report is in form already.\n');
  assert.equal((await commandLine('format --check b.inspection', folder)).code, 0);
});

test('--dry-run shows the difference, and writes nothing', async () => {
  const { code, out, err, read } = await commandLine('format --dry-run a.inspection', { 'a.inspection': untidy });
  assert.equal(read('a.inspection'), untidy);
  assert.equal(
    out,
    `--- a/a.inspection
+++ b/a.inspection
@@ -1,6 +1,5 @@
 ## Recommendations
-1.\tImprove  plans.${'  '}
 
+1. Improve  plans.
 
 2. Train managers.
-
`,
  );
  assert.deepEqual([code, err], [0, 'Would format 1 report.\n']);
});

test('standard input goes formatted to standard output', async () => {
  const readStdin = () => Buffer.from(untidy);
  const { code, out, err } = await commandLine('format -', {}, { readStdin });
  assert.deepEqual([code, out, err], [0, tidy, '']);
  const check = await commandLine('format --check -', {}, { readStdin });
  assert.deepEqual([check.code, check.out], [1, '<stdin>\n']);
  const named = await commandLine('format --check --stdin-path b/a.inspection', {}, { readStdin });
  assert.deepEqual([named.code, named.out], [1, 'b/a.inspection\n']);
});

test('what is not UTF-8 or left out by the settings stays as it is', async () => {
  const bytes = Buffer.concat([Buffer.from(untidy), Buffer.from([0xff, 0x0a])]);
  const { code, err, read } = await commandLine('format .', {
    'a.inspection': bytes,
    'b.inspection': untidy,
    'c/d.inspection': untidy,
    'inspectmark.json': '{ "ignore": ["c/**"] }',
  });
  assert.equal(code, 2);
  assert.match(err, /^inspectmark: a\.inspection is left as it is\. /m);
  assert.match(err, /^inspectmark: c\/d\.inspection is left out by inspectmark\.json, so it stays as it is\.$/m);
  assert.match(err, /^Formatted 1 report\.$/m);
  assert.match(read('a.inspection') ?? '', /^1\.\t/m);
  assert.equal(read('b.inspection'), tidy);
  assert.equal(read('c/d.inspection'), untidy);
});

test('nothing is written over what was written meanwhile', async () => {
  const cwd = newFolder({ 'a.inspection': untidy });
  let reads = 0;
  const readFile = (path: string) => {
    if (path.endsWith('a.inspection') && ++reads === 2) writeFileSync(path, 'New.\n');
    return readFileSync(path);
  };
  const { code, err } = await commandLine('format a.inspection', {}, { cwd, readFile });
  assert.equal(code, 2);
  assert.match(err, /^inspectmark: a\.inspection has been changed meanwhile/);
  assert.equal(readFileSync(`${cwd}/a.inspection`, 'utf8'), 'New.\n');
});

const mayWriteAll = process.getuid?.() === 0 ? { skip: 'for root no file is read-only' } : {};

test('a file that may only be read is left alone, and the others are formatted', mayWriteAll, async () => {
  const cwd = newFolder({ 'a.inspection': untidy, 'b.inspection': untidy });
  chmodSync(`${cwd}/a.inspection`, 0o444);
  const { code, err } = await commandLine('format .', {}, { cwd });
  assert.equal(code, 2);
  assert.match(err, /^inspectmark: a\.inspection cannot be written/);
  assert.equal(readFileSync(`${cwd}/b.inspection`, 'utf8'), tidy);
});

test('what cannot be done is refused', async () => {
  const refused = async (args: string) => {
    const { code, out, err } = await commandLine(`format ${args}`, { 'a.inspection': untidy });
    assert.deepEqual([code, out], [2, '']);
    return err;
  };
  assert.match(await refused(''), /Name the reports: inspectmark format FILE…/);
  assert.match(await refused('--check --dry-run a.inspection'), /give one of the two/);
  assert.match(await refused('- a.inspection'), /give it alone/);
  assert.match(await refused('nope.inspection'), /no such file/);
});
