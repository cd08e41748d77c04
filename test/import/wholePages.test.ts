import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { accountOf } from '../../server/src/import/accounting.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { textSource } from '../../server/src/import/textSource.ts';
import { markupOf } from './importCheck.ts';

/** Expects the same markup of a report in each of the shapes in which sites give whole pages, and that no word is lost. */
function check(pages: readonly string[], expected: string, shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    assert.equal(markupOf(textSource(shape(pages))).trim(), expected, `shape ${shapes.indexOf(shape)}`);
  }
}

type Shape = (pages: readonly string[]) => string;

/** A page a line, its number before it, behind it, or in a site’s own words; and all pages on one line. */
const shapes: readonly Shape[] = [
  pages => pages.join('\n'),
  pages => pages.map(page => page.replace(/\.$/, '.  ')).join('\n\n'),
  pages => pages.map((page, i) => `${i + 1} ${page}`).join('\n'),
  pages => pages.map((page, i) => `${page} ${i + 1}`).join('\n'),
  pages => pages.map((page, i) => `${page} Anytown: inspection report ${i + 1}`).join('\n'),
  pages => pages.map((page, i) => `Page ${i + 1}: ${page}`).join('\n'),
  pages => pages.map((page, i) => `${i + 1}. ${page}`).join('\n'),
  pages => pages.map((page, i) => `Page ${i + 1} of ${pages.length}\n${page}`).join('\n\n'),
  pages => pages.join(' '),
  pages => pages.map((page, i) => `${i + 1} ${page}`).join(' '),
  pages => pages.map((page, i) => `Page ${i + 1}: ${page}`).join(' '),
];

/** Enough of a paragraph to fill a page with a few; none ends as another does. */
const paragraph = (number: number) =>
  `${'Social workers know the children well, and they visit them as often as plans say. '.repeat(8)}Team ${'abcdefghijklmnopqrstuvwxyz'.charAt(number)} has a plan.`;
const long = paragraph(0);
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${from + i}. ${paragraph(from + i)}`);

test('a report of which whole pages stand in a line', () =>
  check(
    [
      `Anytown County Council Inspection of services for children in need of help and protection, children looked after and care leavers1 Inspection date: 6 November – 30 November 2017 Report published: 29 January 2018 Children’s services in Anytown are good 1. Children who need help and protection Good 2. Children looked after and achieving permanence Requires improvement 2.1 Adoption performance Good 2.2 Experiences and progress of care leavers Good 3. Leadership, management and governance Outstanding Executive summary ${long} ${long} 1 This note says why.`,
      `Recommendations 1. Ensure that plans are clear. 2. Ensure that visits are made. Inspection findings ${numbered(3, 4).join(' ')} (Recommendation) ${numbered(5, 5).join(' ')}`,
      `The experiences and progress of children who need help and protection Good Inspection findings ${numbered(6, 8).join(' ')}`,
      `${numbered(9, 11).join(' ')} The graded judgement for adoption performance is that it is good. ${numbered(12, 12).join(' ')} (recommendations 1 and 2)`,
      `Leadership, management and governance Outstanding Inspection findings ${numbered(13, 15).join(' ')} It has plans: • one is new • another is old. ${numbered(16, 16).join(' ')}`,
      ...[17, 20, 23].map(from => numbered(from, from + 2).join(' ')),
    ],
    `---
framework: ofsted-sif
provider: [Anytown County Council, Anytown]
title: Inspection of services for children in need of help and protection, children looked after and care leavers[^1]
inspected: 2017-11-06/2017-11-30
published: 2018-01-29
status: final
---

# Children’s services in Anytown are good

1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Requires improvement
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Good
3. Leadership, management and governance: Outstanding

## Executive summary

${long} ${long}

[^1]: This note says why.

## Recommendations

1. Ensure that plans are clear.

2. Ensure that visits are made.

## Inspection findings

${numbered(3, 4).join('\n\n')} (Recommendation)

${numbered(5, 5).join(' ')}

## The experiences and progress of children who need help and protection

Judgement: Good

### Inspection findings

${numbered(6, 11).join('\n\n')}

### The graded judgement for adoption performance is that it is good.

${numbered(12, 12).join(' ')} (recommendations 1 and 2)

## Leadership, management and governance

Judgement: Outstanding

### Inspection findings

${numbered(13, 15).join('\n\n')} It has plans:

- one is new
- another is old.

${numbered(16, 25).join('\n\n')}`,
    shapes,
  ));

test('a document of very many words on a line', () => {
  const source = textSource('Text 1 '.repeat(120000));
  const { markup, ledger } = importedReport(source, { frameworks: builtInFrameworks });
  assert.deepEqual(accountOf(source, markup, ledger).lost, []);
});
