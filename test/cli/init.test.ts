import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine, type Folder } from './commandLine.ts';

const sif = '---\nframework: ofsted-sif\n---\n\n# Title\n';
const ilacs = sif.replace('ofsted-sif', 'ofsted-ilacs');
const bare = '# Title\n\nSee [it](#nowhere).\n';

/** The settings that are written into `r`, and what is said. */
async function check(args: string, folder: Folder, settings: object, said: string): Promise<void> {
  const { code, out, err, read } = await commandLine(`init r ${args}`, folder);
  assert.deepEqual([code, err.replace(/^.*\n/, ''), out], [0, '', said]);
  assert.deepEqual(JSON.parse(read('r/inspectmark.json') ?? ''), settings);
}

const next = 'From now on: inspectmark check r\n';

test('the framework that most reports name', () =>
  check(
    '',
    { 'r/a.inspection': ilacs, 'r/b.inspection': sif, 'r/n/c.inspection': sif, 'r/d.inspection': bare },
    { framework: 'ofsted-sif', failOn: 'error' },
    `r/inspectmark.json is written. 1 report of 4 names no framework, and is read by ofsted-sif.\n${next}`,
  ));

test('of two that as many name, that of the first', () =>
  check(
    '',
    { 'r/a.inspection': ilacs, 'r/b.inspection': sif, 'r/c.inspection': bare },
    { framework: 'ofsted-ilacs', failOn: 'error' },
    `r/inspectmark.json is written. 1 report of 3 names no framework, and is read by ofsted-ilacs.\n${next}`,
  ));

test('settings above go on holding', () =>
  check(
    '--framework ofsted-sif',
    { 'inspectmark.json': '{ "failOn": "warning" }', 'r/a.inspection': sif },
    { extends: '../inspectmark.json', framework: 'ofsted-sif' },
    `r/inspectmark.json is written. The report names its framework.
It extends inspectmark.json: what that says goes on holding, where the new file says nothing else.\n${next}`,
  ));

test('and what those above say of the framework holds on too', () =>
  check(
    '',
    { 'inspectmark.json': '{ "framework": "ofsted-ilacs" }', 'r/a.inspection': sif, 'r/b.inspection': bare },
    { extends: '../inspectmark.json' },
    `r/inspectmark.json is written. 1 report of 2 names no framework, and is read by ofsted-ilacs.
It extends inspectmark.json: what that says goes on holding, where the new file says nothing else.\n${next}`,
  ));

test('or the one that is given', () =>
  check(
    '--framework ofsted-ilacs',
    { 'r/a.inspection': sif, 'r/b.inspection': bare, 'r/c.inspection': bare },
    { framework: 'ofsted-ilacs', failOn: 'error' },
    `r/inspectmark.json is written. 2 reports of 3 name no framework, and are read by ofsted-ilacs.\n${next}`,
  ));

test('none where none is named, or only one that there is not', async () => {
  const words = 'read as “generic”; “inspectmark frameworks” lists others';
  await Promise.all([
    check(
      '',
      { 'r/a.inspection': bare },
      { failOn: 'error' },
      `r/inspectmark.json is written. 1 report of 1 names no framework, and is ${words}.\n${next}`,
    ),
    check(
      '',
      { 'r/a.txt': '' },
      { failOn: 'error' },
      `r/inspectmark.json is written. There are no reports yet; those that name no framework will be ${words}.\n${next}`,
    ),
    check(
      '',
      { 'r/a.inspection': sif.replace('ofsted-sif', 'ofsted-sfi') },
      { failOn: 'error' },
      `r/inspectmark.json is written. The report names its framework.\n${next}`,
    ),
  ]);
});

test('what is found today is known from then on', async () => {
  const folder = { 'r/a.inspection': bare };
  const { code, err, read } = await commandLine('init r --baseline r/known.inspectmark.json', folder);
  assert.deepEqual([code, err], [0, 'r/known.inspectmark.json now lists 1 finding in 1 report.\n']);
  const written = { 'r/inspectmark.json': '', 'r/known.inspectmark.json': '' };
  for (const name of Object.keys(written) as (keyof typeof written)[]) written[name] = read(name) ?? '';
  assert.equal(JSON.parse(written['r/inspectmark.json']).baseline, 'known.inspectmark.json');
  assert.equal((await commandLine('check r', folder)).code, 1);
  assert.equal((await commandLine('check r', { ...folder, ...written })).code, 0);
});

test('a folder’s name with blanks is told as it is typed', async () => {
  const { out } = await commandLine(['init', 'my reports'], { 'my reports/a.inspection': sif });
  assert.match(out, /inspectmark check "my reports"\n$/);
});

test('nothing is written over, and nothing where something is wrong', async () => {
  const refused = async (args: string, folder: Folder, said: string) => {
    const { code, err, read } = await commandLine(args, folder);
    assert.deepEqual([code, err], [2, `inspectmark: ${said}\n`]);
    return read('r/inspectmark.json');
  };
  assert.equal(
    await refused(
      'init r',
      { 'r/inspectmark.json': '{}' },
      'r/inspectmark.json is there already. “inspectmark config FILE” shows what holds for a report.',
    ),
    '{}',
  );
  await refused(
    'init r',
    { 'r/a.inspection': bare, 'r/inspectmark.json': { linkTo: 'none.json' } },
    'r/inspectmark.json is there already. “inspectmark config FILE” shows what holds for a report.',
  );
  const asFolder = await commandLine('init r', { 'r/inspectmark.json/a.inspection': bare });
  assert.match(asFolder.err, /^inspectmark: r\/inspectmark\.json is a folder/);
  for (const [baseline, said] of [
    ['r/none/known.json', 'there is no such folder.'],
    ['r', 'it is a folder.'],
  ])
    assert.equal(
      await refused(`init r --baseline ${baseline}`, { 'r/a.inspection': bare }, `--baseline ${baseline}: ${said}`),
      undefined,
    );
  await refused('init r', {}, 'r: no such file or folder.');
  await refused('init a.inspection', { 'a.inspection': bare }, 'a.inspection: it is no folder.');
  await refused(
    'init a r',
    { 'r/a.inspection': bare },
    'Name one folder: its settings hold for the folders in it too.',
  );
  assert.equal(
    await refused(
      'init r --framework nope',
      { 'r/a.inspection': bare },
      'There is no framework “nope”. There are ofsted-sif, ofsted-sif-2015, ofsted-sif-2014, ofsted-ilacs and generic.',
    ),
    undefined,
  );
});
