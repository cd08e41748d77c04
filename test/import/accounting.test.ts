import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { accountOf } from '../../server/src/import/accounting.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
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
