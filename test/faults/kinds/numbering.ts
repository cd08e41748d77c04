import type { Span } from '../../../server/src/text/text.ts';
import { type Edit, type FaultKind, ofOne, planted } from '../faultKind.ts';
import { detail, type GoodReport, type Paragraph, textOf } from '../goodReport.ts';
import type { Random } from '../random.ts';

/** What a paragraph that is gone, or has another number, leaves behind. */
const dangling = ['unresolved-reference', 'unresolved-tag', 'unresolved-link'];

/** Faults in the numbers of paragraphs. */
export const numberingFaults: readonly FaultKind[] = [
  {
    fault: 'a paragraph taken out',
    found: ['number-gap'],
    also: dangling,
    plant: (report, random) => {
      const [, gone, next] = neighbours(report, random) ?? [];
      return gone && next && planted(report, [{ from: gone.from, to: next.from, text: '' }], [numberOf(next)]);
    },
  },
  {
    fault: 'a number with a zero before it, or twice',
    found: ['number-form'],
    plant: (report, random) => {
      const [, own] = neighbours(report, random) ?? [];
      const text = random.oneOf([`0${own?.number}`, `${own?.number}. ${own?.number}`]) ?? '';
      return own && own.number < 100 ? planted(report, [{ ...numberOf(own), text }]) : undefined;
    },
  },
  {
    fault: 'a number after a word',
    found: ['missing-number'],
    plant: (report, random) => {
      const [, own] = neighbours(report, random) ?? [];
      const text = `${random.oneOf(['Paragraph', 'Para'])} ${own?.number}`;
      return own && planted(report, [{ ...numberOf(own), text }]);
    },
  },
  {
    fault: 'a number left out in counting',
    found: ['number-gap'],
    also: dangling,
    plant: (report, random) => shifted(report, random, 1),
  },
  {
    fault: 'a number used twice',
    found: ['number-repeated'],
    also: dangling,
    plant: (report, random) => {
      const [before, own] = neighbours(report, random) ?? [];
      return before && own && planted(report, [{ ...numberOf(own), text: `${before.number}` }]);
    },
  },
  {
    fault: 'a number counted twice',
    found: ['number-repeated'],
    also: dangling,
    orRelated: true,
    plant: (report, random) => shifted(report, random, -1),
  },
  {
    fault: 'the numbers start again at the findings',
    found: ['number-repeated'],
    also: dangling,
    plant: report => {
      const first = report.paragraphs.findIndex(({ heading }) => !/^Recomm/.test(heading?.title ?? ''));
      if (first < 3 || report.paragraphs.length < 2 * first) return undefined;
      const later = report.paragraphs.slice(first);
      const edits = later.map((own, i) => ({ ...numberOf(own), text: `${i + 1}` }));
      return planted(report, edits, edits.slice(0, 1));
    },
  },
  {
    fault: 'two paragraphs exchanged',
    found: ['number-order'],
    plant: (report, random) => {
      const [, one, other] = neighbours(report, random) ?? [];
      return (
        one &&
        other &&
        planted(report, [
          { from: one.from, to: one.to, text: textOf(report, other) },
          { from: other.from, to: other.to, text: textOf(report, one) },
        ])
      );
    },
  },
  {
    fault: 'a paragraph moved',
    found: ['number-order'],
    plant: (report, random) => {
      const [, own, next] = neighbours(report, random) ?? [];
      const target = random.oneOf(
        report.paragraphs.filter(
          ({ number, heading }) =>
            own !== undefined && Math.abs(number - own.number) > 3 && heading?.title === own.heading?.title,
        ),
      );
      if (own === undefined || next === undefined || target === undefined) return undefined;
      const text = `${textOf(report, own)}\n\n`;
      return planted(
        report,
        [
          { from: own.from, to: next.from, text: '' },
          { from: target.from, to: target.from, text },
        ],
        [{ from: target.from, to: target.from }],
      );
    },
  },
  {
    fault: 'a paragraph pasted a second time',
    found: ['number-repeated'],
    plant: (report, random) => {
      const [, own, next] = neighbours(report, random) ?? [];
      if (own === undefined || next === undefined) return undefined;
      const again = { from: next.from, to: next.from, text: `${textOf(report, own)}\n\n` };
      return planted(report, [again], [again, numberOf(own)]);
    },
  },
  {
    fault: 'a paragraph pasted a second time elsewhere',
    found: ['number-repeated', 'number-order'],
    plant: (report, random) => {
      const [, own] = neighbours(report, random) ?? [];
      const target = random.oneOf(report.paragraphs.filter(({ number }) => own && Math.abs(number - own.number) > 3));
      if (own === undefined || target === undefined) return undefined;
      const again = { from: target.from, to: target.from, text: `${textOf(report, own)}\n\n` };
      return planted(report, [again], [again, numberOf(own)]);
    },
  },
  {
    fault: 'several paragraphs taken out',
    found: ['number-gap'],
    also: dangling,
    plant: (report, random) => {
      const [, first] = neighbours(report, random) ?? [];
      const next = report.paragraphs.find(({ number }) => first && number === first.number + 3);
      if (first === undefined || next === undefined || first.heading !== next.heading) return undefined;
      return planted(report, [{ from: first.from, to: next.from, text: '' }], [numberOf(next)]);
    },
  },
  {
    fault: 'the last number too high',
    found: ['number-gap', 'number-order'],
    also: dangling,
    plant: (report, random) => {
      const last = report.paragraphs.at(-1);
      return last && planted(report, [{ ...numberOf(last), text: `${last.number + 1 + random.below(9)}` }]);
    },
  },
  {
    fault: 'the first number mistyped',
    found: ['number-start', 'number-order', 'number-repeated'],
    also: dangling,
    plant: (report, random) => {
      const [first] = report.paragraphs;
      return first && planted(report, [{ ...numberOf(first), text: `${2 + random.below(20)}` }]);
    },
  },
  {
    fault: 'a mistyped number',
    found: ['number-order', 'number-repeated'],
    also: dangling,
    plant: (report, random) => {
      const [, own] = neighbours(report, random) ?? [];
      if (own === undefined) return undefined;
      const digits = `${own.number}`;
      const wrong = random.oneOf(
        [
          digits + digits.slice(-1),
          [...digits].reverse().join(''),
          `${(own.number + 5) % 10}${digits.slice(1)}`,
        ].filter(text => !text.startsWith('0') && Math.abs(Number(text) - own.number) > 1 && Number(text) < 1000),
      );
      return wrong === undefined ? undefined : planted(report, [{ ...numberOf(own), text: wrong }]);
    },
  },
  {
    fault: 'the first paragraph taken out',
    found: ['number-start'],
    also: dangling,
    plant: report => {
      const [first, next] = report.paragraphs;
      if (first === undefined || next === undefined || first.heading !== next.heading) return undefined;
      return planted(report, [{ from: first.from, to: next.from, text: '' }], [numberOf(next)]);
    },
  },
  {
    fault: 'the numbers start at 2',
    found: ['number-start'],
    also: dangling,
    plant: report => {
      const edits = report.paragraphs.map(own => ({ ...numberOf(own), text: `${own.number + 1}` }));
      return edits.length < 3 ? undefined : planted(report, edits, edits.slice(0, 1));
    },
  },
  {
    fault: 'a number taken away',
    found: ['missing-number', 'number-gap'],
    orRelated: true,
    also: dangling,
    plant: (report, random) => numberWritten(report, random, () => ''),
  },
  {
    fault: 'a number without its full stop',
    found: ['missing-number', 'number-gap'],
    orRelated: true,
    also: dangling,
    plant: (report, random) => numberWritten(report, random, number => `${number} `),
  },
  {
    fault: 'a number with a bracket',
    found: ['missing-number', 'number-gap'],
    orRelated: true,
    also: dangling,
    plant: (report, random) => numberWritten(report, random, number => `${number}) `),
  },
  {
    fault: 'a letter in a number',
    found: ['missing-number', 'number-gap'],
    orRelated: true,
    also: dangling,
    plant: (report, random) =>
      numberWritten(report, random, number => `${`${number}`.replace(/.$/, last => (last === '1' ? 'l' : 'O'))}. `),
  },
  {
    fault: 'a number in brackets, behind a mark, or in another order',
    found: ['missing-number'],
    also: dangling,
    plant: (report, random) => {
      const form = random.oneOf(['(#) ', '[#] ', '- #. ', '> #. ', '-#. ', 'xi. ', '#.1 ']) ?? '';
      return numberWritten(report, random, number => form.replace('#', `${number}`));
    },
  },
  {
    fault: 'a number torn from its text',
    found: ['missing-number', 'number-gap'],
    orRelated: true,
    also: dangling,
    plant: (report, random) =>
      mayLackNumber(report) ? undefined : numberWritten(report, random, number => `${number}.\n\n`),
  },
  {
    fault: 'no blank after a number',
    found: ['missing-number', 'number-gap'],
    orRelated: true,
    also: dangling,
    plant: (report, random) => numberWritten(report, random, number => `${number}.`),
  },
  {
    fault: 'a blank before a number’s full stop',
    found: ['missing-number', 'number-gap'],
    orRelated: true,
    also: dangling,
    plant: (report, random) => numberWritten(report, random, number => `${number} . `),
  },
  {
    fault: 'a numbered paragraph indented',
    found: ['hidden-number', 'missing-number', 'number-gap'],
    also: dangling,
    plant: (report, random) => numberWritten(report, random, number => `    ${number}. `),
  },
  {
    fault: 'two paragraphs run together',
    found: ['hidden-number', 'number-gap'],
    also: dangling,
    plant: (report, random) => {
      const [before, own, next] = neighbours(report, random) ?? [];
      if (before === undefined || own === undefined || next === undefined) return undefined;
      return planted(report, [{ from: before.to, to: own.from, text: ' ' }], [numberOf(own), numberOf(next)]);
    },
  },
  {
    fault: 'a number hidden in a paragraph',
    found: ['hidden-number', 'number-gap'],
    also: dangling,
    plant: (report, random) => {
      const [before, own, next] = neighbours(report, random) ?? [];
      const lineEnd = before && random.oneOf(blanksIn(report, before));
      if (before === undefined || own === undefined || next === undefined || lineEnd === undefined) return undefined;
      return planted(
        report,
        [
          { from: before.from, to: before.to, text: textAtMargin(report, before, lineEnd) },
          { from: before.to, to: own.from, text: '\n' },
        ],
        [numberOf(own), numberOf(next)],
      );
    },
  },
  {
    fault: 'a paragraph split, its second part without number',
    found: ['missing-number'],
    orRelated: true,
    plant: (report, random) => {
      const [, own] = neighbours(report, random) ?? [];
      if (own === undefined || mayLackNumber(report)) return undefined;
      const text = textOf(report, own);
      if (/\n *-|:\n|:$/.test(text)) return undefined;
      const ends = [...text.matchAll(/(?<=\p{Ll}{4}\.)\s+(?=\p{Lu}\p{Ll}+ )/gu)].filter(
        ({ index }) => text.length - index > 120 && index > 60,
      );
      const end = random.oneOf(ends);
      if (end === undefined) return undefined;
      const from = own.from + end.index;
      const rest = textOf(report, { from, to: own.to }).trimStart().replace(/\n\s*/g, '\n');
      return planted(report, [{ from, to: own.to, text: `\n\n${rest}` }]);
    },
  },
  {
    fault: 'a recommendation behind a bullet, or with another form of number',
    found: ['number-gap'],
    plant: (report, random) =>
      ofOne(
        random,
        report.paragraphs.filter(({ heading }) =>
          /^(?:Recommendations|Areas for improvement)/.test(heading?.title ?? ''),
        ),
        own => {
          const around = report.paragraphs.filter(({ number }) => Math.abs(number - own.number) === 1);
          if (around.length < 2 || around[0]?.heading !== own.heading) return undefined;
          if ([own, around[0]].some(one => one === undefined || !/\p{Ll}\.$/u.test(textOf(report, one))))
            return undefined;
          const text = random.oneOf(['- ', `R${own.number}. `]) ?? '';
          return planted(report, [{ from: own.from, to: own.textFrom, text }], [{ from: own.from, to: own.textFrom }]);
        },
      ),
  },
  {
    fault: 'the same number again right above, without a blank line',
    found: ['hidden-number'],
    plant: (report, random) => {
      const [, own] = neighbours(report, random) ?? [];
      if (own === undefined) return undefined;
      const text = `${own.number}. Managers review how visits are recorded.\n`;
      const from = own.from;
      return planted(report, [{ from, to: from, text }], [{ from, to: own.to }]);
    },
  },
];

function numberOf({ from, numberTo }: Paragraph): Span {
  return { from, to: numberTo };
}

/**
 * Three paragraphs that follow one another under one heading, with nothing between them; the last of all is never the
 * middle one.
 */
function neighbours(report: GoodReport, random: Random): [Paragraph, Paragraph, Paragraph] | undefined {
  const { paragraphs, source } = report;
  const together = (a: Paragraph | undefined, b: Paragraph | undefined): boolean =>
    a !== undefined && b !== undefined && a.heading === b.heading && source.slice(a.to, b.from).trim() === '';
  const at = random.oneOf(
    paragraphs.flatMap((own, i) => (together(paragraphs[i - 1], own) && together(own, paragraphs[i + 1]) ? [i] : [])),
  );
  return at === undefined ? undefined : (paragraphs.slice(at - 1, at + 2) as [Paragraph, Paragraph, Paragraph]);
}

/** All numbers from one on, changed by as much. */
function shifted(report: GoodReport, random: Random, by: number) {
  const [, own] = neighbours(report, random) ?? [];
  if (own === undefined) return undefined;
  const edits: Edit[] = report.paragraphs
    .filter(({ number }) => number >= own.number)
    .map(later => ({ ...numberOf(later), text: `${later.number + by}` }));
  return planted(report, edits, edits.slice(0, 1));
}

/** Whether a report is of no known kind: paragraphs without number may stand among the numbered ones. */
function mayLackNumber(report: GoodReport): boolean {
  return detail(report, 'framework')?.value === 'generic';
}

/** A number and its blank, written otherwise. It may be told there, or at the next number, which no longer follows. */
function numberWritten(report: GoodReport, random: Random, written: (number: number) => string) {
  const [, own, next] = neighbours(report, random) ?? [];
  if (own === undefined || next === undefined) return undefined;
  const text = written(own.number);
  return planted(
    report,
    [{ from: own.from, to: own.textFrom, text }],
    [{ from: own.from, to: own.textFrom }, numberOf(next)],
  );
}

/** The blanks of a paragraph's first line at which it could be wrapped. */
function blanksIn(report: GoodReport, own: Paragraph): number[] {
  const text = textOf(report, own);
  if (/\n *-|\)$/.test(text)) return [];
  return [...text.matchAll(/(?<=\p{Ll}) (?=\p{Ll})/gu)].filter(({ index }) => index > 20).map(({ index }) => index);
}

/** A paragraph with a line's end in place of a blank, and no line indented. */
function textAtMargin(report: GoodReport, own: Paragraph, lineEnd: number): string {
  const text = textOf(report, own);
  return `${text.slice(0, lineEnd)}\n${text.slice(lineEnd + 1)}`.replace(/\n +/g, '\n');
}
