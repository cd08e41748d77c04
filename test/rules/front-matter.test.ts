import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework, builtInIds } from '../../server/src/framework/builtIn.ts';
import { frameworkOf } from '../../server/src/framework/frameworkOf.ts';
import type { Framework } from '../../server/src/model/framework.ts';
import { metadataOf } from '../../server/src/model/metadata.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { type CheckedFinding, checkedFindings } from '../../server/src/rules/checking/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import { editedText } from '../../server/src/text/edit.ts';
import { checked } from '../faults/injection.ts';
import { changedSample, sample } from '../samples/changedSample.ts';

const sif = builtInFramework('ofsted-sif')!;

test('the sample has no error', () => {
  check([]);
});

test('a broken line is one error, on that line', () => {
  check([['published: 2018-01-29', 'published 2018-01-29']], 'front-matter-syntax @ published 2018-01-29');
  check([['status: final', 'status:final']], 'front-matter-syntax @ status:final');
  check([['framework: ofsted-sif', 'framework ofsted-sif']], 'front-matter-syntax @ framework ofsted-sif');
  check([['framework: ofsted-sif', 'framework: "ofsted-sif']], 'front-matter-syntax @ framework: "ofsted-sif');
  check(
    [['Rotherham, Rotherham]', 'Rotherham, Rotherham']],
    'front-matter-syntax @ provider: [Metropolitan Borough of',
  );
  check([['[Metropolitan', '["Metropolitan']], 'front-matter-syntax @ provider: ["Metropolitan');
  check([['title: Re-', 'title: "Re-']], 'front-matter-syntax @ title: "Re-inspection');
  check([['title: Re-', "title: 'Re-"]], "front-matter-syntax @ title: 'Re-inspection");
  for (const line of sample.split('\n').slice(1, 10)) {
    check([[`${line}\n`, `\t${line}\n`]], `front-matter-syntax @ \t${line.slice(0, 20)}`);
    check([[`${line}\n`, `  ${line}\n`]], `front-matter-syntax @   ${line.slice(0, 20)}`);
    check(
      [[`${line}\n`, `${line.replace(': ', ' ')}\n`]],
      `front-matter-syntax @ ${line.replace(': ', ' ').slice(0, 20)}`,
    );
    check([[`${line}\n`, `${line}\n${line}\n`]], `front-matter-syntax @ ${line.slice(0, 20)}`);
  }
});

test('details that do not end are one error', () => {
  check([['80543\n---\n', '80543\n']], 'front-matter-syntax @ ---');
});

test('a final report says when it was published', () => {
  const rulesOf = (lost: string) =>
    checked(sample.replace(lost, '')).findings.flatMap(({ rule }) => (rule === 'missing-metadata' ? [rule] : []));
  assert.deepEqual(rulesOf('published: 2018-01-29\n'), ['missing-metadata']);
  assert.deepEqual(rulesOf('published: 2018-01-29\nstatus: final\n'), []);
});

test('a missing or misspelt detail is one error', () => {
  check([['title: Re-', '# title: Re-']], 'missing-metadata @ # title: Re-inspection');
  check([[/^title: .*$/m, 'title:']], 'missing-metadata @ title:');
  check(
    [
      [/^provider: .*\n/m, ''],
      [/^title: .*\n/m, ''],
    ],
    'missing-metadata @ ---',
  );
  check([['title: Re-', 'titel: Re-']], 'unknown-metadata @ titel: Re-inspection');
  check([['licence:', 'license:']]);
});

test('an invalid value is one error', () => {
  check([['2018-01-29', '2018-02-30']], 'invalid-metadata @ published: 2018-02-30');
  check([['2018-01-29', '29 January 2018']], 'invalid-metadata @ published: 29 January 2018');
  check([['2017-11-06/2017-11-30', '2017-11-30/2017-11-06']], 'invalid-metadata @ inspected:');
  check([['2017-11-06/2017-11-30', '6 to 30 November 2017']], 'invalid-metadata @ inspected:');
  check([['2017-11-06/2017-11-30', '[2017-11-06, 2017-11-31]']], 'invalid-metadata @ inspected:');
  check([['status: final', 'status: finished']], 'invalid-metadata @ status:');
  check([['lang: en-GB', 'lang: English']], 'invalid-metadata @ lang:');
  check([['title: Re-', 'title: [Re-]\n# ']], 'invalid-metadata @ title:');
  check([['provider: [Metropolitan', 'provider: [Name: Metropolitan']], 'invalid-metadata @ provider:');
});

test('an unknown framework is one error', () => {
  check([['framework: ofsted-sif', 'framework: ofsted-sfi']], 'unknown-framework @ framework: ofsted-sfi');
});

test('dates that contradict each other are one error', () => {
  check([['published: 2018-01-29', 'published: 2017-01-29']], 'date-order @ published: 2017-01-29');
  check([['2017-11-06/2017-11-30', '2018-11-06/2018-11-30']], 'date-order @ published: 2018-01-29');
  check([['published: 2018-01-29', 'published: 2017-11-30']]);
});

test('the headline’s provider is that of the details', () => {
  check(
    [['[Metropolitan Borough of Rotherham, Rotherham]', 'Sheffield City Council']],
    'provider-mismatch @ # Children’s services in Rotherham',
  );
  for (const name of [
    'Rotherham MBC',
    'Metropolitan Borough of Rotherham',
    '"The Rotherham Council"',
    'rotherham[^1]',
  ]) {
    check([['[Metropolitan Borough of Rotherham, Rotherham]', name]]);
  }
  const pairs = [
    ['Windsor & Maidenhead', 'Royal Borough of Windsor and Maidenhead'],
    ['St. Helens', 'St Helens Borough Council'],
    ['Stockton on Tees', 'Stockton-on-Tees Borough Council'],
    ['BCP', 'Bournemouth, Christchurch and Poole'],
    ['the City of London', 'City of London Corporation'],
    ['Durham', 'County Durham'],
    ['King’s Lynn', 'Kings Lynn'],
  ];
  for (const [headline = '', details = ''] of pairs) {
    check([
      ['[Metropolitan Borough of Rotherham, Rotherham]', `"${details}"`],
      ['services in Rotherham are', `services in ${headline} are`],
    ]);
  }
  check(
    [
      ['[Metropolitan Borough of Rotherham, Rotherham]', 'West Sussex'],
      ['services in Rotherham are', 'services in East Sussex are'],
    ],
    'provider-mismatch @ # Children’s services in East Sussex',
  );
});

test('a tag that names no recommendation is one error', () => {
  check([['(Recommendation)', '(Recommendation 9)']], 'unresolved-tag @ (Recommendation 9)');
  check([['(Recommendation)', '(Recommendation)<!-- 34 -->']], 'unresolved-tag @ (Recommendation)<!-- 34');
  check([['(Recommendation)', '(Recommendations 2 and 12)']], 'unresolved-tag @ (Recommendations 2');
  check([['(Recommendation)', '(Recommendations 2–4)']]);
});

test('a framework’s own details are checked by its schema', () => {
  const framework = frameworkOf({
    id: 'own',
    metadata: {
      properties: {
        regulator: { enum: ['HMI', 'ISI'] },
        visits: { type: 'integer', minimum: 1, description: 'The number of visits.' },
        team: { type: 'array', items: { type: 'string' } },
        open: { type: 'boolean' },
        due: { type: 'string', format: 'date' },
        broken: { $ref: '#/nowhere' },
      },
      required: ['regulator'],
    },
  });
  const own = (lines: string, ...expected: string[]) => {
    const found = findings(`---\n${lines}\n---\n`, framework).map(({ rule, message }) => `${rule}: ${message}`);
    assert.equal(found.length, expected.length, found.join('\n'));
    for (const [i, words] of expected.entries()) assert.ok(found[i]?.includes(words), `${found[i]} has not: ${words}`);
  };
  own('regulator: HMI\nvisits: 2\nteam: [A, B]\nopen: true\ndue: 2018-01-29\nbroken: A');
  own('regulator: Ofsted', 'invalid-metadata: “regulator” must be “HMI” or “ISI”.');
  own('regulator: HMI\nvisits: some', 'must be a whole number');
  own('regulator: HMI\nvisits: 0', 'The number of visits.');
  own('regulator: HMI\nteam: A', 'must be a list');
  own('regulator: HMI\nopen: maybe', '“true” or “false”');
  own('regulator: HMI\ndue: today', 'must be a date');
  own('visits: 2', 'missing-metadata: The details do not say the “regulator”');
  own('regulatr: HMI', 'Did you mean “regulator”?');
});

test('of text that is half typed only its own line is told', () => {
  for (const start of [
    '---',
    '---\n',
    '---\nti',
    '---\nti\n---\n',
    '---\ntitle:\n---\n',
    '---\n---\n',
    '---\ntitle: "\n---',
    '-',
  ]) {
    const found = findings(`${start}\n\nText.\n`, builtInFramework('generic')!);
    assert.ok(found.filter(({ rule }) => groups.has(rule)).length <= 1, start);
  }
});

test('fixes of the details mend them', () => {
  const broken = sample
    .replace('framework: ', 'framework:')
    .replace('published: ', 'published ')
    .replace('status', '\tstatus')
    .replace('title: ', 'titel: ')
    .replace('licence', 'license');
  const edits = findings(broken, sif)
    .filter(({ rule }) => groups.has(rule))
    .flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  assert.equal(editedText(broken, edits), sample);
});

const groups = new Set(rules.filter(({ group }) => group === 'front-matter').map(({ id }) => id));

/** Edits the sample, and compares the errors: each as its rule and the beginning of its line. */
function check(changes: readonly (readonly [string | RegExp, string])[], ...expected: string[]): void {
  const text = changes.reduce((result, [from, to]) => {
    assert.ok(typeof from === 'string' ? result.includes(from) : from.test(result), `${from} is in the sample`);
    return result.replace(from, () => to);
  }, sample);
  const { framework } = metadataOf(changedSample(text));
  const errors = findings(text, builtInFramework(framework ?? 'generic') ?? sif).filter(
    ({ severity }) => severity === 'error',
  );
  const lineOf = (at: number) => text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n')[0] ?? '';
  const found = errors.map(({ rule, from }) => `${rule} @ ${lineOf(from)}`);
  const shortened = found.map((line, i) => {
    const wanted = expected[i] ?? '';
    const [rule = '', words = ''] = wanted.split(' @ ');
    return wanted !== '' && line.startsWith(`${rule} @ `) && line.trimStart().includes(words) ? wanted : line;
  });
  assert.deepEqual(shortened, expected, JSON.stringify(changes));
}

/** Questions and advice are never errors, and are not asked. */
const faults = rules.filter(({ kind }) => kind === 'fault');

function findings(text: string, framework: Framework): CheckedFinding[] {
  return checkedFindings(reportOf(changedSample(text), framework), faults, {
    setting: () => undefined,
    linked: undefined,
    frameworkIds: builtInIds,
  });
}
