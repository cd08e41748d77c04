import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { accountOf } from '../../server/src/import/accounting.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { textSource } from '../../server/src/import/textSource.ts';
import type { Report } from '../../server/src/model/report.ts';
import { reportIn } from '../reportIn.ts';
import { unwrappedLines } from './broughtSample.ts';

const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');
const expected = factsOf(reportIn(sample));

/** How a printer and an extractor lay out a report. */
interface Layout {
  /** Letters a line; with none each paragraph is a line. */
  readonly width: number;
  /** The blanks before each line, and before all lines of a paragraph but its first. */
  readonly indent: number;
  readonly hanging: number;
  /** What stands between two paragraphs. */
  readonly gap: string;
  readonly bullet: string;
  readonly number: (number: string) => string;
  /** A note’s mark; the same begins its text. */
  readonly mark: (number: string) => string;
  readonly end: string;
  /** What stands between two pages; with none there are no pages. */
  readonly pageBreak: ((page: number) => string) | undefined;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  width: fc.constantFrom(0, 60, 72, 85, 100, 120),
  indent: fc.constantFrom(0, 0, 3, 10),
  hanging: fc.constantFrom(0, 0, 4),
  gap: fc.constantFrom('\n', '\n\n', '\n \n\n'),
  bullet: fc.constantFrom('•', '\uf06e', '◼', '‣', '►', '·', '–', 'o'),
  number: fc.constantFrom<Layout['number'][]>(
    number => `${number}. `,
    number => `${number}.\u00a0`,
    number => `${number}.\u200b `,
    number => `${number}.\n`,
    number => `${number}) `,
  ),
  mark: fc.constantFrom<Layout['mark'][]>(
    number => number,
    number => `[${number}]`,
    number => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(number)]!,
  ),
  end: fc.constantFrom('\n', '\r\n'),
  pageBreak: fc.constantFrom<Layout['pageBreak'][]>(
    undefined,
    page => `\n${page}\n\f`,
    page => `\fInspection of Anytown\n${page + 1}\n\n`,
    page => `\n${page % 2 === 0 ? `${page} Inspection of Anytown` : `Children’s services ${page}`}\n\f`,
    page => `\nPage ${page} of 60\n`,
  ),
});

test('however the sample is laid out, it has the same numbers, tags and grades', () => {
  fc.assert(
    fc.property(layouts, layout => {
      const source = textSource(printed(layout));
      const { markup, ledger, framework } = importedReport(source, { frameworks: builtInFrameworks });
      const { lost, invented } = accountOf(source, markup, ledger);
      assert.deepEqual({ lost, invented }, { lost: [], invented: [] });
      const { footnotes, ...facts } = factsOf(reportIn(markup, framework));
      // Without blank lines nothing may say where a note ends.
      const marks = layout.gap === '\n' ? expected.footnotes : footnotes;
      assert.deepEqual({ ...facts, footnotes: marks }, expected);
    }),
    { seed: 1, numRuns: Number(process.env.RUNS ?? 60) },
  );
});

function factsOf({ framework, paragraphs, recommendations, tags, judgements, footnotes }: Report) {
  return {
    framework: framework.id,
    series: paragraphs.filter(({ series }) => series !== undefined).map(({ number }) => number),
    recommendations: recommendations.map(({ number }) => number),
    tags: tags.map(({ paragraph }) => paragraphs[paragraph]?.number),
    judgements: judgements.map(({ carrier, area, grade }) => `${carrier} ${area} ${grade?.id}`),
    footnotes: footnotes.map(({ name, marks, texts }) => `${name}: ${marks.length} ${texts.length}`),
  };
}

/** The sample as a text of this layout. */
function printed(layout: Layout): string {
  const cover = [
    'Metropolitan Borough of Rotherham',
    'Re-inspection of services for children in need of help and protection, children looked after and care leavers',
    'Inspection date: 6 November 2017 – 30 November 2017',
    'Report published: 29 January 2018',
  ];
  let length = 0;
  let page = 1;
  let text = '';
  for (const paragraph of [...cover, ...unwrappedLines(sample)]) {
    text += `${wrapped(inPrint(paragraph, layout), layout)}${layout.gap}`;
    length += paragraph.length;
    if (layout.pageBreak === undefined || length < 2000) continue;
    text += layout.pageBreak(page++);
    length = 0;
  }
  return text.replaceAll('\n', layout.end);
}

function inPrint(line: string, { bullet, number, mark }: Layout): string {
  const isEntry = /^\d(?:\.\d)?\.? .*: \S+(?: \S+)?$/.test(line);
  return line
    .replace(/^#+ |^Judgement: /, '')
    .replace(/^ *- /, `${bullet} `)
    .replace(/^(\d+)\. /, (all, digits: string) => (isEntry ? all : number(digits)))
    .replace(isEntry ? /: (?=[^:]+$)/ : /$^/, ' ')
    .replace(/^\[\^(\d)\]: /, (_, digits: string) => `${mark(digits)} `)
    .replace(/\[\^(\d)\]/g, (_, digits: string) => mark(digits));
}

function wrapped(paragraph: string, { width, indent, hanging }: Layout): string {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1)!;
    if (width > 0 && last !== '' && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line, i) => ' '.repeat(indent + (i === 0 ? 0 : hanging)) + line).join('\n');
}
