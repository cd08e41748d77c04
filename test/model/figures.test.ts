import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuredBlocks } from '../../server/src/model/figures/figures.ts';
import { reportIn } from '../reportIn.ts';

/** Checks what figures and dates a paragraph has, as `kind value` and `year-month-day`, in the order of the text. */
function check(text: string, ...expected: string[]): void {
  const report = reportIn(`## Summary\n\n${text}\n`, 'generic');
  const found = figuredBlocks(report).flatMap(({ figures, dates }) => [
    ...figures.map(({ kind, value, per, first }) => ({ first, said: [kind, value, per].filter(Boolean).join(' ') })),
    ...dates.map(({ year, month, day, first }) => ({
      first,
      said: [year, month, day].filter(part => part !== undefined).join('-'),
    })),
  ]);
  assert.deepEqual(
    found.sort((a, b) => a.first - b.first).map(({ said }) => said),
    expected,
    text,
  );
}

test('numbers in figures and in words', () => {
  check('518 children, 56,593 in all, and nine schools', 'count 518', 'count 56593', 'count 9');
  check('Twenty homes, of whom 7.5 left', 'count 20', 'count 7.5');
  check('2.6 million people', 'count 2600000');
});

test('a year has no unit', () => {
  check('In 2015 they spent £2015, which is 2015%.', '2015', 'money 2015', 'percentage 2015');
});

test('percentages, rates, sums and times', () => {
  check(
    '271 (or 52%) and 17.5 per cent, up 3 percentage points',
    'count 271',
    'percentage 52',
    'percentage 17.5',
    'points 3',
  );
  check('a rate of 92 per 10,000 children', 'rate 92 10000');
  check('£3.5 million within 12 months', 'money 3500000', 'duration 12');
});

test('ages', () => {
  check('young people aged 16 to 17', 'age 16', 'age 17');
  check('74% of 16 to 18-year-olds', 'percentage 74', 'age 16');
  check('children under the age of 18 years', 'age 18');
});

test('names that are numbers', () => {
  check(
    'section 20, key stage 4 and paragraphs 33, 34 and 38',
    'label 20',
    'label 4',
    'label 33',
    'label 34',
    'label 38',
  );
  check('telephone 0300 123 4234', 'label 123', 'label 4234');
});

test('dates', () => {
  check('At 30 September 2017, and in May 2015', '2017-9-30', '2015-5');
  check('in 2015–16, 2013-14, 2013-15 and 2014', '2015', '2013', '2014');
  check('2,014 children in 2014', 'count 2014', '2014');
  check('At March 31, 2017, on 30th September 2017 and 1 Dec 2016', '2017-3-31', '2017-9-30', '2016-12-1');
  check('12\u00a0500 visits to 1\u202f014 homes since May\u00a02015', 'count 12500', 'count 1014', '2015-5');
});
