import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { accountOf } from '../../server/src/import/accounting.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import type { Ledger } from '../../server/src/import/ledger.ts';
import type { Source } from '../../server/src/import/source.ts';
import { textSource } from '../../server/src/import/textSource.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

function brought(source: Source) {
  const imported = importedReport(source, { frameworks: builtInFrameworks });
  return { ...imported, account: accountOf(source, imported.markup, imported.ledger) };
}

/** Words and signs that mean something to import or to the markup, and some that mean nothing. */
const words = fc.constantFrom(
  ...'The Good good requires improvement 1. 2. 3. 16. 2.1 S1 R3. # ## - * > | | --- [^1] [^1]: [a](b) \\ \\* <!-- --> --- … ’'.split(
    ' ',
  ),
  ...'Judgement: Recommendations Inspection findings Contents area1 1 2 (Recommendation) (Recommendation multi- agency'.split(
    ' ',
  ),
  ...'\uf06e \uf02d − • o – é e\u0301 {.notices} {#a} *b* **c** Inspection dates: 6 November 2017 of services'.split(
    ' ',
  ),
  'Children’s services in Anytown are good',
  '1. Children who need help and protection',
  'Leadership, management and governance',
  'The experiences and progress of',
  'children who need help and protection',
  'Adoption performance',
);
const lines = fc.array(
  fc.array(words, { maxLength: 7 }).map(all => all.join(' ')),
  { maxLength: 60 },
);

test('no text makes import lose a word or invent one', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n', '\n\n', '\n\f'), (all, end) => {
      const source = textSource(all.join(end));
      const { account } = brought(source);
      assert.deepEqual([account.lost, account.invented], [[], []]);
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
});

test('what a title holds that would mean something in the details stays text', () => {
  const source = textSource('Inspection\n[^1]: of services\nInspection dates: 6 November 2017\n');
  const { markup, account } = brought(source);
  assert.deepEqual([account.lost, account.invented], [[], []]);
  assert.doesNotMatch(markup, /^title:/m);
});

test('any characters give an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
      const { markup, account } = brought(textSource(text));
      assert.ok(documentOf(markup).blocks.length > 0);
      assert.deepEqual([account.lost, account.invented], [[], []]);
    }),
  );
});

const published = `Report on Anytown

Executive summary

Children are safe. Plans are reviewed in time.

Recommendations

1. Improve the timeliness of health assessments.

2. Write letters that children can understand.

Page 1
`;

/** What is wrong if the markup of `published`, or its ledger, is changed: `lost` and `invented` words. */
function changed(
  edit: (markup: string) => string,
  tamper: (entries: Ledger['entries']) => Ledger['entries'] = entries => entries,
): string {
  const source = textSource(published);
  const { markup, ledger } = brought(source);
  const { lost, invented } = accountOf(source, edit(markup), { ...ledger, entries: tamper(ledger.entries) });
  const said = (name: string, all: readonly { word: string }[]) =>
    all.length === 0 ? [] : [`${name}: ${all.map(({ word }) => word).join(' ')}`];
  return [...said('lost', lost), ...said('invented', invented)].join('; ');
}

const kept = (markup: string): string => markup;

test('a word that is lost, invented, changed or out of its order is told', () => {
  assert.equal(changed(kept), '');
  assert.equal(
    changed(markup => markup.replace(' health', '')),
    'lost: health',
  );
  assert.equal(
    changed(markup => markup.replace('letters', 'letters soon')),
    'invented: soon',
  );
  assert.equal(
    changed(markup => markup.replace('timeliness', 'timelyness')),
    'lost: timeliness; invented: timelyness',
  );
  assert.match(
    changed(markup => markup.replace('Plans are', 'are Plans')),
    /lost: .*; invented: /,
  );
  assert.match(
    changed(markup => markup.replace(/2\. Write.*\n/, '')),
    /^lost: 2\. Write letters/,
  );
  assert.match(
    changed(markup => `${markup}\nMore words.\n`),
    /^invented: More words\./,
  );
});

test('a line that is not in the ledger, or was dropped for a reason that it does not bear out, is lost', () => {
  const without = (words: string) => (entries: Ledger['entries']) =>
    entries.filter(({ text }) => !text.includes(words));
  assert.match(
    changed(markup => markup.replace(/2\. Write.*\n/, ''), without('letters')),
    /^lost: 2\. Write letters/,
  );
  for (const reason of ['blank', 'page number', 'running head', 'contents', 'bullet mark'] as const) {
    const dropped = (entries: Ledger['entries']) =>
      entries.map(entry => {
        if (!entry.text.includes('letters')) return entry;
        const { index, page, line, text } = entry;
        return { index, page, line, text, fate: 'dropped' as const, reason };
      });
    assert.match(
      changed(markup => markup.replace(/2\. Write.*\n/, ''), dropped),
      /^lost: 2\. Write letters/,
      reason,
    );
  }
});

test('what import writes otherwise is told where it does not say the same', () => {
  const text = 'Leadership, management and governance\nGood\nA school[1] and [2].\n\n1) One.\n\n[1] A note.\n';
  const source = textSource(text);
  const { markup, ledger } = importedReport(source, { frameworks: builtInFrameworks, framework: 'ofsted-sif' });
  const told = (from: string, to: string): string => {
    assert.ok(markup.includes(from), markup);
    const { lost, invented } = accountOf(source, markup.replace(from, to), ledger);
    return `${lost.map(({ word }) => word).join(' ')} | ${invented.map(({ word }) => word).join(' ')}`;
  };
  assert.equal(told('school', 'school'), ' | ');
  assert.equal(told('school[^1]', 'school'), 'school1 | school');
  assert.equal(told('[^1]: A', 'A'), 'school[1] [1] | school1');
  assert.equal(told('[2]', '2'), '[2]. | 2.');
  assert.equal(told('A school', 'Judgement: A school'), ' | Judgement:');
});

test('words of a cover that the details do not have are lost', () => {
  const source = textSource('Inspection of services in Anytown\nInspection dates: 6 November 2017\n\nWords.\n');
  const { markup, ledger } = brought(source);
  assert.match(markup, /^title: Inspection of services in Anytown$/m);
  const { lost } = accountOf(source, markup.replace('title: Inspection of services', 'title: Inspection'), ledger);
  assert.deepEqual(
    lost.map(({ word }) => word),
    ['of', 'services'],
  );
});
