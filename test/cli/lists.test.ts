import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInIds } from '../../server/src/framework/builtIn.ts';
import { rules } from '../../server/src/rules/index.ts';
import { commandLine, type Folder } from './commandLine.ts';

/** Standard output of a command that does what it is asked. */
async function written(args: string, folder: Folder = {}, io = {}): Promise<string> {
  const { code, out, err } = await commandLine(args, folder, io);
  assert.deepEqual([code, err], [0, '']);
  return out;
}

test('rules: a line each, by group', async () => {
  const out = await written('rules');
  for (const { id, group, severity, fixable, summary } of rules) {
    assert.match(out, new RegExp(`^ {2}${id} +${severity} +${fixable ? 'fix +' : ''}\\S`, 'm'));
    assert.ok(out.includes(summary));
    assert.match(out, new RegExp(`^${group}$`, 'm'));
  }
  assert.equal(out.split('\n').filter(line => /^ {2}\S/.test(line)).length, rules.length);
});

test('lists fit the terminal; what is not written to one is a line each', async () => {
  const narrow = { isTTY: true, columns: 80, env: { NO_COLOR: '1' } };
  for (const args of ['rules', 'frameworks', 'frameworks ofsted-sif']) {
    for (const line of (await written(args, {}, narrow)).split('\n')) assert.ok(line.length <= 80, line);
  }
  const out = await written('rules', {}, narrow);
  assert.match(out, /^ {2}limiting-judgement .* better than the$\n {46}grades of/m);
});

test('rules, as JSON', async () => {
  const { version, rules: list } = JSON.parse(await written('rules --format json'));
  assert.equal(version, 1);
  assert.deepEqual(
    list,
    rules.map(({ id, group, kind, severity, fixable, summary, options = {} }) => {
      return { id, group, kind, severity, fixable, summary, options };
    }),
  );
});

test('a rule: its page, or its summary where no pages are installed', async () => {
  const page = await written('rules number-gap');
  assert.match(page, /^# The numbers of paragraphs jump\n\n\*Rule:\* `number-gap`/);
  const { version, id, page: same, ...rest } = JSON.parse(await written('rules number-gap --format json'));
  assert.deepEqual([version, id, same], [1, 'number-gap', page]);
  assert.deepEqual(Object.keys(rest), ['group', 'kind', 'severity', 'fixable', 'summary', 'options']);
  const rule = rules.find(each => each.id === 'number-gap');
  assert.equal(
    await written('rules number-gap', {}, { home: '/nowhere' }),
    `# ${rule?.summary}\n\nnumber-gap: error, has a fix\n`,
  );
  assert.equal(JSON.parse(await written('rules number-gap --format json', {}, { home: '/nowhere' })).page, null);
});

const own = {
  'inspectmark.json': '{',
  '.inspectmark/frameworks/own.json': JSON.stringify({
    id: 'own',
    extends: 'generic',
    title: 'Our own',
    recommendations: { fewest: 1, most: 9 },
  }),
};

test('frameworks: the built-in ones, then the team’s', async () => {
  const out = await written('frameworks', own);
  const ids = out
    .split('\n\n')[0]
    ?.split('\n')
    .map(line => line.split(' ')[0]);
  assert.deepEqual(ids, [...builtInIds, 'own']);
  assert.match(out, /^own +Our own \(\.inspectmark\/frameworks\/own\.json\)$/m);
});

test('frameworks, as JSON', async () => {
  const { version, frameworks } = JSON.parse(await written('frameworks --format json', own));
  assert.equal(version, 1);
  assert.deepEqual(frameworks.at(-1), { id: 'own', title: 'Our own', file: '.inspectmark/frameworks/own.json' });
  assert.deepEqual(frameworks[0].id, 'ofsted-sif');
  assert.deepEqual(frameworks[0].file, null);
});

test('a framework in plain words', async () => {
  const out = await written('frameworks ofsted-sif');
  for (const line of out.split('\n')) assert.ok(line.length <= 100, line);
  assert.match(out, /^ofsted-sif {2}\S.*\n\nInspections\n {2}from 2015-09-01 until 2018-08-31$/m);
  assert.match(out, /^ {2}Inadequate · Requires improvement \(.*\) · Good · Outstanding$/m);
  assert.match(out, /^ {2}2\.1 Adoption performance \(part of 2\)$/m);
  assert.match(
    out,
    /^ {2}If 1 or more of the areas 1, 2 and 3 is Inadequate, Overall effectiveness must be Inadequate\./m,
  );
  assert.match(out, /^ {2}Findings carry tags such as \(Recommendation\)/m);
  assert.match(await written('frameworks own', own), /^ {2}Numbered paragraphs, at least 1 and at most 9$/m);
});

test('a framework, as JSON', async () => {
  const { version, id, scale, areas, sections, recommendations, limits, ...rest } = JSON.parse(
    await written('frameworks ofsted-sif --format json'),
  );
  assert.deepEqual([version, id], [1, 'ofsted-sif']);
  assert.deepEqual(Object.keys(rest), ['title', 'file', 'valid', 'openAreas', 'requiredMetadata']);
  assert.deepEqual(scale[0], { id: 'inadequate', label: 'Inadequate', names: ['Inadequate'] });
  const adoption = areas.find(({ id }: { id: string }) => id === 'adoption');
  const { number, title, parent, required, graded, values } = adoption;
  assert.deepEqual(
    [number, title, parent, required, graded, values],
    ['2.1', 'Adoption performance', 'looked-after', true, true, []],
  );
  assert.deepEqual(Object.keys(sections[0]), ['role', 'titles', 'area', 'within', 'required', 'repeats', 'paragraphs']);
  assert.deepEqual([recommendations.form, recommendations.link], ['numbered', 'tag']);
  assert.equal(limits[0].area, 'overall');
});

test('a team’s broken framework is named, and what can be used is shown', async () => {
  const folder = { '.inspectmark/frameworks/own.json': '{ "id": "own", "extends": "generic", "areas": 7 }' };
  const { code, out, err } = await commandLine('frameworks', folder);
  assert.equal(code, 0);
  assert.match(out, /^own /m);
  assert.equal(
    err,
    'inspectmark: .inspectmark/frameworks/own.json has mistakes in it; “inspectmark check” shows them.\n',
  );
});
