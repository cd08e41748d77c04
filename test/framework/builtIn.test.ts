import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtInFile, builtInFramework, builtInFrameworks, builtInIds } from '../../server/src/framework/builtIn.ts';
import { frameworkSource, readFramework } from '../../server/src/framework/readFramework.ts';
import { gradePhrase } from '../../server/src/model/judgements/gradePhrase.ts';
import { rules } from '../../server/src/rules/index.ts';

interface SchemaPart {
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: object;
  readonly additionalProperties?: unknown;
}

const folder = 'server/frameworks';
const names = readdirSync(folder).filter(name => name.endsWith('.json') && name !== 'framework.schema.json');

test('every framework file is built in, satisfies the schema and refers to what there is', () => {
  assert.deepEqual(names.map(name => name.replace('.json', '')).sort(), [...builtInIds].sort());
  for (const name of names) {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    const { id, framework, problems } = readFramework(text, { base: builtInFile, frameworkIds: builtInIds, rules });
    assert.equal(`${id}.json`, name);
    assert.deepEqual(problems, [], name);
    const ready = JSON.stringify(builtInFramework(id ?? ''));
    assert.equal(JSON.stringify(framework), ready);
  }
});

test('they are listed in order, and made ready once', () => {
  assert.deepEqual(builtInIds, ['ofsted-sif', 'ofsted-sif-2015', 'ofsted-sif-2014', 'ofsted-ilacs', 'generic']);
  assert.equal(builtInFramework('generic'), builtInFramework('generic'));
  assert.equal(builtInFrameworks.get('nothing'), undefined);
});

test('the schema describes every field, and is strict', () => {
  const wrong: string[] = [];
  const walk = (schema: SchemaPart, path: string): void => {
    const { description, $ref, properties, additionalProperties } = schema;
    if (description === undefined && $ref === undefined) wrong.push(`${path} has no description`);
    if (properties !== undefined && additionalProperties !== false) wrong.push(`${path} is open`);
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties' || key === '$defs') {
        for (const [name, inner] of Object.entries(value as object)) walk(inner, `${path}/${name}`);
      } else if (key === 'items' || (key === 'additionalProperties' && typeof value === 'object')) {
        walk(value as SchemaPart, `${path}/${key}`);
      }
    }
  };
  for (const path of [`${folder}/framework.schema.json`, 'server/settings.schema.json']) {
    walk(JSON.parse(readFileSync(path, 'utf8')), path);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(frameworkSource('{"id": "a"}').json.problems, []);
});

/** Reads a sentence by the first pattern that gives a grade: `what: grade`. */
function check(id: string, carrier: 'headlines' | 'statements', words: string, expected: string): void {
  const framework = builtInFramework(id);
  assert.ok(framework);
  for (const pattern of framework[carrier]) {
    const { predicate = '', area, provider = '' } = pattern.expression.exec(words)?.groups ?? {};
    const phrase = predicate === '' ? undefined : gradePhrase(framework, predicate, 0, pattern.plural);
    if (phrase === undefined) continue;
    assert.equal(`${area ?? provider}: ${phrase.grade?.id ?? ''}`, expected);
    return;
  }
  assert.equal('', expected, words);
}

test('headlines as they were published', () => {
  const headline = (words: string, expected: string) => check('ofsted-sif', 'headlines', words, expected);
  headline('Children’s services in Rotherham are good', 'Rotherham: good');
  headline("Children's services in London Borough of Redbridge are good.", 'London Borough of Redbridge: good');
  headline(
    'Children’s services in West Sussex County Council require improvement to be good',
    'West Sussex County Council: requires-improvement',
  );
  headline('Children’s services in Milton Keynes requires improvement', 'Milton Keynes: requires-improvement');
  headline('The overall judgement is that children’s services require improvement', ': requires-improvement');
  headline('The overall judgement is that children’s services are inadequate', ': inadequate');
  headline('Executive summary', '');
  check('ofsted-sif-2014', 'headlines', 'The overall judgement is that children’s services are good', ': good');
  check('ofsted-sif-2015', 'headlines', 'Children’s services in Oldham are good', 'Oldham: good');
  check('generic', 'headlines', 'The overall judgement is that Little Town is good', 'Little Town: good');
});

test('statements as they were published', () => {
  const statement = (words: string, expected: string) => check('ofsted-sif', 'statements', words, expected);
  const leavers = 'the experience and progress of care leavers';
  statement('The graded judgement for adoption performance is that it is good', 'adoption performance: good');
  statement(`The graded judgement about ${leavers} is that it is outstanding.`, `${leavers}: outstanding`);
  statement(`The graded judgment about ${leavers} is that it is inadequate`, `${leavers}: inadequate`);
  statement(`The graded judgement about ${leavers} is that it is Good`, `${leavers}: good`);
  statement(
    'The graded judgement for adoption performance is that it requires improvement to be good',
    'adoption performance: requires-improvement',
  );
  statement(
    'The graded judgement for adoption performance is that it is requires improvement',
    'adoption performance: requires-improvement',
  );
  statement(
    `The graded judgement about ${leavers} is that they require improvement`,
    `${leavers}: requires-improvement`,
  );
  statement(`The graded judgement about ${leavers} is that is inadequate`, `${leavers}: inadequate`);
  statement('The graded judgement for adoption is good', 'adoption: good');
  statement(`The graded judgement for ${leavers} is good`, `${leavers}: good`);
  statement(`The graded judgement for ${leavers} is requires improvement`, `${leavers}: requires-improvement`);
  statement('The Local Safeguarding Children Board is good', '');
});

test('headings that are sentences, as they were published', () => {
  const heading = (words: string, expected: string) => check('ofsted-ilacs', 'statements', words, expected);
  const area = 'The experiences and progress of children in care and care leavers';
  heading(`${area} is good`, `${area}: good`);
  heading(`${area} are good.`, `${area}: good`);
  heading(`${area} requires improvement`, `${area}: requires-improvement`);
  heading(`${area} require improvement to be good`, `${area}: requires-improvement`);
  heading(`${area}: good`, '');
  heading(`${area}: requires improvement to be good`, '');
});

test('one concept has one name in all frameworks', () => {
  const concepts = (id: string) => new Set(builtInFramework(id)?.areas.map(({ concept }) => concept));
  assert.deepEqual(
    [...concepts('ofsted-ilacs')].filter(concept => !concepts('ofsted-sif').has(concept)),
    [],
  );
});

test('the templates of one framework differ in what ties recommendations to findings', () => {
  const link = (id: string) => builtInFramework(id)?.recommendations.link;
  assert.deepEqual(['ofsted-sif', 'ofsted-sif-2015', 'ofsted-sif-2014'].map(link), ['tag', 'citation', 'none']);
});

test('an area is known by every name that the reports use', () => {
  const { areas } = builtInFramework('ofsted-sif') ?? { areas: [] };
  const names = areas.flatMap(area => [area.title, ...area.headings, ...area.names]).map(name => name.toLowerCase());
  for (const { id, parent } of areas) assert.ok(parent === undefined || areas.some(area => area.id === parent), id);
  for (const name of ['adoption', 'the experiences and progress of care leavers', 'overall effectiveness']) {
    assert.ok(names.includes(name), name);
  }
});
