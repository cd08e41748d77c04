import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework, builtInIds } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { checkedFindings } from '../../server/src/rules/checking/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { changedSample, sample } from '../samples/changedSample.ts';

const framework = builtInFramework('ofsted-sif')!;

/** The sample with some words replaced: each must be there. */
function changed(...changes: readonly [string | RegExp, string][]): string {
  return changes.reduce((text, [from, to]) => {
    const result = text.replace(from, to);
    assert.notEqual(result, text, `${from} is in the sample`);
    return result;
  }, sample);
}

/** Questions and advice are never errors, and are not asked. */
const faults = rules.filter(({ kind }) => kind === 'fault');

/** All the errors in the changed sample, as `rule @ line: words`. */
function errors(text: string): string[] {
  const report = reportOf(changedSample(text), framework);
  return checkedFindings(report, faults, {
    setting: id => framework.rules[id],
    linked: undefined,
    frameworkIds: builtInIds,
  })
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, from, to }) => `${rule} @ ${report.text.positionAt(from).line + 1}: ${text.slice(from, to)}`);
}

function check(name: string, text: string, expected: readonly string[]): void {
  test(name, () => assert.deepEqual(errors(text), expected));
}

const helpHeading = '## The experiences and progress of children who need help and protection\n\nJudgement: ';
const lookedAfterHeading =
  '## The experiences and progress of children looked after and achieving permanence\n\nJudgement: ';
const leadershipHeading = '## Leadership, management and governance\n\nJudgement: ';

check('the sample has no error', sample, []);

// A grade is changed in one place: the later of the two places is marked.
check('the entry of area 1', changed(['help and protection: Good', 'help and protection: Inadequate']), [
  'judgement-mismatch @ 327: Good',
]);
check('the line of area 1', changed([`${helpHeading}Good`, `${helpHeading}Inadequate`]), [
  'judgement-mismatch @ 327: Inadequate',
]);
check('the entry of area 2', changed(['permanence: Requires improvement', 'permanence: Outstanding']), [
  'judgement-mismatch @ 571: Requires improvement to be good',
]);
check(
  'the line of area 2',
  changed([`${lookedAfterHeading}Requires improvement to be good`, `${lookedAfterHeading}Good`]),
  ['judgement-mismatch @ 571: Good'],
);
check('the entry of area 2.1', changed(['Adoption performance: Good', 'Adoption performance: Inadequate']), [
  'judgement-mismatch @ 796: good',
]);
check(
  'the sentence of area 2.1',
  changed(['adoption performance is that it is good', 'adoption performance is that it requires improvement']),
  ['judgement-mismatch @ 796: requires improvement'],
);
check('the entry of area 2.2', changed(['care leavers: Outstanding', 'care leavers: Good']), [
  'judgement-mismatch @ 902: outstanding',
]);
check(
  'the sentence of area 2.2',
  changed(['care leavers is that it is outstanding', 'care leavers is that it is good']),
  ['judgement-mismatch @ 902: good'],
);
check('the entry of area 3', changed(['governance: Good', 'governance: Requires improvement']), [
  'judgement-mismatch @ 1051: Good',
]);
check('the line of area 3', changed([`${leadershipHeading}Good`, `${leadershipHeading}Outstanding`]), [
  'judgement-mismatch @ 1051: Outstanding',
]);
check(
  'the headline, which no other place repeats',
  changed(['in Rotherham are good', 'in Rotherham are outstanding']),
  [],
);

// A grade is misspelt.
check('the headline misspelt', changed(['in Rotherham are good', 'in Rotherham are goood']), [
  'unknown-grade @ 21: goood',
]);
check('an entry misspelt', changed(['help and protection: Good', 'help and protection: Godo']), [
  'unknown-grade @ 23: Godo',
]);
check('a line misspelt', changed([`${leadershipHeading}Good`, `${leadershipHeading}Goood`]), [
  'unknown-grade @ 1051: Goood',
]);
check(
  'a sentence misspelt',
  changed(['care leavers is that it is outstanding', 'care leavers is that it is outstandin']),
  ['unknown-grade @ 902: outstandin'],
);
check('an entry without a grade', changed(['help and protection: Good', 'help and protection:']), [
  'unknown-grade @ 23: Children who need help and protection',
]);
check('a line without a grade', changed([`${leadershipHeading}Good`, leadershipHeading]), [
  'unknown-grade @ 1051: Judgement:',
]);

// An entry is removed: the next one is marked, after the last the one before.
check('the entry of area 1 removed', changed(['1. Children who need help and protection: Good\n', '']), [
  'missing-judgement @ 23: Children looked after and achieving permanence',
]);
check('the entry of area 2 removed', changed([/^2\. Children looked after.*\n/m, '']), [
  'missing-judgement @ 24: Adoption performance',
]);
check('the entry of area 2.1 removed', changed(['2.1 Adoption performance: Good\n', '']), [
  'missing-judgement @ 25: Experiences and progress of care leavers',
]);
check('the entry of area 2.2 removed', changed([/^2\.2 Experiences.*\n/m, '']), [
  'missing-judgement @ 26: Leadership, management and governance',
]);
check('the entry of area 3 removed', changed([/^3\. Leadership.*\n/m, '']), [
  'missing-judgement @ 26: Experiences and progress of care leavers',
]);
check('all entries removed', changed([/^1\. Children who need[\s\S]*?\n\n/m, '']), [
  'missing-judgement @ 21: Children’s services in Rotherham are good',
]);
check('the headline removed', changed(['# Children’s services in Rotherham are good\n\n', '']), [
  'missing-judgement @ 21: 1. Children who need help and protection: Good',
]);
check('headline and entries removed', changed([/^# Children’s services[\s\S]*?(?=^## )/m, '']), [
  'missing-judgement @ 21: Executive summary',
]);
check('a line removed', changed([`${leadershipHeading}Good\n\n`, '## Leadership, management and governance\n\n']), [
  'missing-judgement @ 1049: Leadership, management and governance',
]);
check(
  'a line moved below its text',
  changed([
    `${leadershipHeading}Good\n\n### Summary\n`,
    '## Leadership, management and governance\n\n### Summary\n\nAll is well.\n\nJudgement: Good\n',
  ]),
  [],
);

// Names of areas.
check('an entry’s area misspelt', changed(['2.1 Adoption performance', '2.1 Adoption perfomance']), [
  'unknown-area @ 25: Adoption perfomance',
]);
check('an entry’s area of another framework', changed(['2.1 Adoption performance', '2.1 Fostering']), [
  'unknown-area @ 25: Fostering',
]);
check(
  'a sentence’s area misspelt',
  changed(['judgement for adoption performance', 'judgement for adoption performence']),
  ['unknown-area @ 796: adoption performence'],
);
check('an entry doubled', changed(['2.2 Experiences and progress of care leavers: O', '2.2 Adoption performance: O']), [
  'duplicate-judgement @ 26: Adoption performance',
]);

check('an entry’s number too high', changed(['2.1 Adoption performance', '4. Adoption performance']), [
  'entry-number @ 25: 4',
]);
check(
  'two entries’ numbers exchanged',
  changed(['2.1 Adoption', '2.2 Adoption'], ['2.2 Experiences', '2.1 Experiences']),
  ['entry-number @ 25: 2.2'],
);
check('an entry without its number', changed(['2.1 Adoption performance', 'Adoption performance']), [
  'missing-judgement @ 25: Adoption performance',
]);
check('an entry in the line of another', changed(['Good\n2.2 Experiences', 'Good 2.2 Experiences']), [
  'missing-judgement @ 25: Experiences and progress of care leavers',
]);

check(
  'a judgement line above its heading',
  changed([
    `${lookedAfterHeading}Requires improvement to be good`,
    `Judgement: Requires improvement to be good\n\n${lookedAfterHeading.replace('\n\nJudgement: ', '')}`,
  ]),
  [],
);
check(
  'an entry taken out, and its area named in a sentence',
  changed(
    ['2.1 Adoption performance: Good\n', ''],
    ['in Rotherham are good\n', 'in Rotherham are good\n\nAdoption performance requires improvement no more.\n'],
  ),
  ['missing-judgement @ 27: Experiences and progress of care leavers'],
);

// The limiting judgement.
check(
  'area 1 inadequate in all its places',
  changed(
    ['help and protection: Good', 'help and protection: Inadequate'],
    [`${helpHeading}Good`, `${helpHeading}Inadequate`],
  ),
  ['limiting-judgement @ 21: good'],
);
check(
  'overall inadequate, too',
  changed(
    ['help and protection: Good', 'help and protection: Inadequate'],
    [`${helpHeading}Good`, `${helpHeading}Inadequate`],
    ['in Rotherham are good', 'in Rotherham are inadequate'],
  ),
  [],
);

// A graded section is removed whole.
check('the section of area 3 removed', changed([/^## Leadership, management and governance\n[\s\S]*?(?=^## )/m, '']), [
  'missing-section @ 1049: Information about this inspection',
]);
check(
  'the section of area 1 removed',
  changed([/^## The experiences and progress of children who need help[\s\S]*?(?=^## )/m, '']),
  ['missing-section @ 325: The experiences and progress of children looked after and achieving permanence'],
);
check(
  'the section of area 2, with the parts 2.1 and 2.2 in it, removed',
  changed([/^## The experiences and progress of children looked after[\s\S]*?(?=^## )/m, '']),
  ['missing-section @ 569: Leadership, management and governance'],
);
check('the section of area 2.1 removed', changed([/^### The graded judgement for adoption[\s\S]*?(?=^### )/m, '']), [
  'missing-judgement @ 569: The experiences and progress of children looked after and achieving permanence',
  'number-gap @ 798: 54',
]);
check('the heading of area 2.1 removed', changed([/^### The graded judgement for adoption.*\n/m, '']), [
  'missing-judgement @ 569: The experiences and progress of children looked after and achieving permanence',
]);

// An empty or nearly empty draft is told little.
const front = sample.slice(0, sample.indexOf('<!--'));
const unbegun = (line: number, words: string) => [
  `missing-judgement @ ${line}: ${words}`,
  `missing-section @ ${line}: ${words}`,
];
check('a report of details only', front, unbegun(13, ''));
check('a text without headings', `${front}Services are good.\n`, unbegun(13, ''));
check(
  'a headline alone',
  `${front}# Children’s services in Rotherham are good\n`,
  unbegun(13, 'Children’s services in Rotherham are good'),
);
check('one section', `${front}## Executive summary\n\nServices are good.\n`, unbegun(13, 'Executive summary'));
check('a heading half typed', `${front}## \n`, [
  'missing-judgement @ 13: ',
  'missing-section @ 13: ',
  'missing-title @ 13: ##',
]);
check(
  'a pipe too many in a row of judgements',
  '---\nframework: ofsted-sif\n---\n\n| Judgement | Grade |\n| --- | --- |\n| Adoption performance || Good |\n',
  errors('---\nframework: ofsted-sif\n---\n\n| Judgement | Grade |\n| --- | --- |\n| Adoption performance | Good |\n'),
);

// What is half typed in the sample disturbs nothing else.
const before = (words: string) => changed(['## Recommendations\n', `${words}\n\n## Recommendations\n`]);
check('a judgement line half typed', before('Judgement: '), []);
check('a comment half typed', before('<!--'), []);
check('a footnote mark half typed', before('[^'), []);
check('a heading half typed in the sample', before('## '), ['missing-title @ 252: ##']);

/** What is offered for the first finding of a rule in a text. */
function offered(rule: string, text: string): string[] {
  const report = reportOf(documentOf(text), framework);
  const options = { setting: () => undefined, linked: undefined, frameworkIds: builtInIds };
  const found = checkedFindings(report, rules, options).find(finding => finding.rule === rule);
  return found?.fixes.map(({ title }) => title) ?? [];
}

test('of all grades the one that the area has elsewhere is offered first', () => {
  const text = changed(['help and protection: Good', 'help and protection:']);
  const [first, ...others] = offered('unknown-grade', text);
  assert.equal(first, 'Add “Good”');
  assert.deepEqual(others, ['Add “Outstanding”', 'Add “Requires improvement”', 'Add “Inadequate”']);
});

test('a list that is added is a table where the areas have no numbers', () => {
  const ilacs = builtInFramework('ofsted-ilacs');
  assert.ok(ilacs !== undefined);
  const report = reportOf(documentOf('# Services\n\nText.\n'), ilacs);
  const options = { setting: () => undefined, linked: undefined, frameworkIds: builtInIds };
  const found = checkedFindings(report, rules, options).find(({ rule }) => rule === 'missing-judgement');
  assert.match(
    found?.fixes[0]?.edits[0]?.text ?? '',
    /^\n\n\| Judgement \| Grade \|\n\| --- \| --- \|\n(?:\| [^|\n]+ \| \|\n?)+$/,
  );
});
