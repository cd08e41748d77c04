import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallHierarchyItem, Range } from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/src/features/callHierarchy.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { type Fixture, fixture } from './fixture.ts';

/**
 * What is traced at the cursor, a line each; below it `<` what supports it, with the words that tie it, and `>` what rests
 * on it.
 */
function traced(reports: Fixture): string {
  const { report, uri, cursor } = reports;
  const lines: string[] = [];
  for (const item of prepareCallHierarchy(report, uri, cursor)) {
    lines.push(item.name);
    for (const { from, fromRanges } of incomingCalls(report, item)) lines.push(`< ${shown(reports, from, fromRanges)}`);
    for (const { to, fromRanges } of outgoingCalls(report, item)) lines.push(`> ${shown(reports, to, fromRanges)}`);
  }
  return lines.join('\n');
}

function shown({ report: { text } }: Fixture, { name }: CallHierarchyItem, ranges: readonly Range[]): string {
  const words = ranges.map(({ start, end }) => text.source.slice(text.offsetAt(start), text.offsetAt(end)));
  return `${name} [${words.join(', ')}]`;
}

function check(notation: string, ...lines: readonly string[]): void {
  assert.equal(traced(fixture(notation)), lines.join('\n'));
}

const report = (at: Readonly<Record<string, string>>) => `# Children’s services in Westbrook are good

1. The experiences of children who need help and protection: Good
${at.entry ?? '2. The experiences of children looked after: Requires improvement'}

## Recommendations

${at.first ?? '1. Improve early help.'}

2. Improve health assessments, as paragraph 5 shows.

## The experiences and progress of children who need help and protection

Judgement: Good

3. Help is late. (Recommendation 1)

${at.finding ?? '4. Plans are vague, and help is late, as paragraph 3 says. (Recommendation 1) (Recommendation 2)'}

5. Visits are regular. ${at.tag ?? ''}

## The experiences and progress of children looked after and achieving permanence

Judgement: Requires improvement

### Adoption performance

Judgement: ${at.part ?? 'Good'}

6. Adopters are well prepared.
`;

test('a recommendation: the findings whose tags name it, whether at its number, in its words or at a tag', () => {
  for (const at of [
    { first: '$01. Improve early help.' },
    { first: '1. Improve ea$0rly help.' },
    { finding: '4. Plans are vague, and help is late, as paragraph 3 says. (Recommendation 1) (Recommen$0dation 1)' },
  ])
    assert.match(
      traced(fixture(report(at))),
      /^1\. Improve early help\.\n< 3\. Help is late\. \[\(Recommendation 1\)\]\n< 4\. Plans .*$/s,
    );
});

test('a finding: what it refers to supports it, and its recommendations and its area rest on it', () =>
  check(
    report({
      finding: '4. Plans are va$0gue, and help is late, as paragraph 3 says. (Recommendation 1) (Recommendation 2)',
    }),
    '4. Plans are vague, and help is late, as paragraph 3 says.',
    '< 3. Help is late. [3]',
    '> 1. Improve early help. [(Recommendation 1)]',
    '> 2. Improve health assessments, as paragraph 5 shows. [(Recommendation 2)]',
    '> Good · Children who need help and protection [4]',
  ));

test('a finding that links to another rests on it', () => {
  const linking = fixture(report({ finding: '4. Plans are va$0gue, and [help](#paragraph-3) is late.' }));
  assert.match(traced(linking), /^< 3\. Help is late\. \[3\]$/m);
  const elsewhere = fixture(
    report({ finding: '4. Plans are va$0gue, and [help](other.inspection#paragraph-3) is late.' }),
  );
  assert.doesNotMatch(traced(elsewhere), /Help is late/);
});

test('a recommendation that cites a finding rests on it, in either direction', () =>
  check(
    report({ first: '1. Improve early help, for which see paragraph 4$0 and recommendation 2.' }),
    '4. Plans are vague, and help is late, as paragraph 3 says.',
    '< 3. Help is late. [3]',
    '> 1. Improve early help, for which see paragraph 4 and … [(Recommendation 1)]',
    '> 2. Improve health assessments, as paragraph 5 shows. [(Recommendation 2)]',
    '> Good · Children who need help and protection [4]',
  ));

test('an area: its parts and its findings', () =>
  check(
    report({ entry: '2. The experiences of children looked after: Requires impro$0vement' }),
    'Requires improvement · Children looked after and achieving permanence',
    '< Good · Adoption performance [### Adoption performance]',
  ));

test('a part of an area: the whole rests on it', () =>
  check(
    report({ part: 'Go$0od' }),
    'Good · Adoption performance',
    '< 6. Adopters are well prepared. [6]',
    '> Requires improvement · Children looked after and achieving permanence [### Adoption performance]',
  ));

test('a finding whose tag names none: what it most likely means, which says so', () => {
  const {
    report: own,
    uri,
    cursor,
  } = fixture(report({ tag: 'Early help is not im$0proved in time. (Recommendation)' }));
  const [finding] = prepareCallHierarchy(own, uri, cursor);
  assert.ok(finding);
  const { to, fromRanges } = outgoingCalls(own, finding).find(({ to }) => to.detail?.startsWith('likely')) ?? {};
  assert.deepEqual([to?.name, to?.detail], ['1? Improve early help.', 'likely; the tag names none']);
  assert.ok(to);
  assert.deepEqual(
    fromRanges?.map(range => own.text.source.split('\n')[range.start.line]?.slice(0, 2)),
    ['5.'],
  );
  assert.deepEqual(
    incomingCalls(own, to).map(({ from }) => [from.name.slice(0, 2), from.detail?.startsWith('likely')]),
    [
      ['3.', false],
      ['4.', false],
      ['5?', true],
    ],
  );
});

test('a bare tag: the recommendations that it may mean', () =>
  assert.match(
    traced(fixture(report({ tag: 'Early help is not improved in time. (Recommen$0dation)' }))),
    /^1\. Improve early help\.$/m,
  ));

test('nothing of a heading without a judgement, of the report’s details and of blank lines', () => {
  check('---\ntitle: Re$0port\n---\n');
  check('## Recommen$0dations\n\n1. Improve early help.');
  check('## Recommendations\n\n$0\n\n1. Improve early help.');
});

test('an item is found again by its number where the text has changed, and by its place where it has none', () => {
  const { report: before, uri, cursor } = fixture(report({ first: '1. Impro$0ve early help.' }));
  const [item] = prepareCallHierarchy(before, uri, cursor);
  assert.ok(item);
  const source = `More.\n\n${before.text.source}`;
  const after = reportOf(documentOf(source), before.framework);
  assert.deepEqual(
    incomingCalls(after, item).map(({ from: { name } }) => name.slice(0, 2)),
    ['3.', '4.'],
  );
  assert.deepEqual(incomingCalls(reportOf(documentOf('None.'), before.framework), item), []);
  const plain = fixture(
    '## Executive summary\n\nHe$0lp is late, as paragraph 1 says.\n\n## Inspection findings\n\n1. Help is late.',
  );
  assert.equal(traced(plain), 'Help is late, as paragraph 1 says.\n< 1. Help is late. [1]');
});
