import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { accountOf } from '../../server/src/import/accounting.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { pdfSource } from '../../server/src/readers/pdf.ts';
import { notThere } from '../corpus/corpus.ts';
import { checkSample } from '../import/broughtSample.ts';

/** The foot of the last page, which the reference text does not have. */
const publisher = [
  'Piccadilly Gate',
  'Store St',
  'Manchester',
  'M1 2WD',
  'T: 0300 123 4234',
  'Textphone: 0161 618 8524',
  'E: enquiries@ofsted.gov.uk',
  'W: www.ofsted.gov.uk',
  '© Crown copyright 2018',
];

test('the reference report as PDF has the blocks of the sample, and its contents page is accounted for', {
  skip: notThere,
}, async () => {
  const source = await pdfSource(readFileSync('../shared/corpus/pdf/ofsted-sif-late_2018-01-29_rotherham.pdf'));
  assert.ok('lines' in source);
  const { markup, ledger, guesses } = importedReport(source, { frameworks: builtInFrameworks });
  assert.deepEqual(guesses, []);
  checkSample(
    markup,
    publisher.map(line => `plain  ${line}`),
  );
  const { lost, invented } = accountOf(source, markup, ledger);
  assert.deepEqual([...lost, ...invented], []);
  const contents = ledger.entries.flatMap(entry =>
    entry.fate === 'dropped' && entry.reason === 'contents' ? [`${entry.page}: ${entry.text}`] : [],
  );
  assert.deepEqual(contents, [
    '4: Contents',
    '4: Executive summary 2',
    '4: The local authority 5',
    '4: Information about this local authority area 5',
    '4: Recommendations 8',
    '4: Summary for children and young people 9',
    '4: The experiences and progress of children who need help and',
    '4: protection 10',
    '4: The experiences and progress of children looked after and achieving',
    '4: permanence 16',
    '4: Leadership, management and governance 27',
    '4: Information about this inspection 33',
  ]);
});
