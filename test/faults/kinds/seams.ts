import type { Span } from '../../../server/src/text/text.ts';
import { type FaultKind, ofOne, type Planted, planted } from '../faultKind.ts';
import { detail, type GoodReport, type Heading, type Paragraph, textOf } from '../goodReport.ts';
import type { Random } from '../random.ts';

/** Faults that are to be told where something was cut out, or that a reader of print sees at once and no grammar does. */
export const seamFaults: readonly FaultKind[] = [
  {
    fault: 'the heading of the recommendations taken out, their text left',
    found: ['missing-section'],
    also: ['unresolved-reference', 'unresolved-tag'],
    plant: report =>
      /^framework: ofsted-sif/m.test(report.source) ? withoutHeading(report, 'Recommendations') : undefined,
  },
  {
    fault: 'the heading of an area taken out, its text left',
    found: ['missing-section'],
    plant: report => withoutHeading(report, 'Leadership, management and governance'),
  },
  {
    fault: 'the heading of the findings of one area taken out',
    found: ['missing-section'],
    plant: (report, random) => {
      const all = report.headings.filter(({ title, level }) => title === 'Inspection findings' && level === 3);
      const summaries = report.headings.filter(({ title, level }) => title === 'Summary' && level === 3);
      if (all.length !== 3 || summaries.length !== 3) return undefined;
      return ofOne(random, all, heading => cut(report, heading, firstBelow(report, heading)));
    },
  },
  {
    fault: 'a required section’s title without its last words, or with more behind it',
    found: ['missing-section'],
    plant: (report, random) =>
      ofOne(random, sections(report), heading => {
        const words = heading.title.split(' ');
        const text = random.oneOf([words.slice(0, -2).join(' '), `${heading.title} ...... 17`]) ?? '';
        return titled(report, heading, text);
      }),
  },
  {
    fault: 'a required section’s heading in a comment',
    found: ['missing-section'],
    also: ['note-left'],
    plant: (report, random) =>
      ofOne(random, sections(report), heading =>
        planted(report, [{ ...heading, text: `<!-- ${textOf(report, heading)} -->` }]),
      ),
  },
  {
    fault: 'a short section pasted again, numbers and all',
    found: ['duplicate-section'],
    also: ['duplicate-judgement', 'judgement-mismatch'],
    plant: (report, random) =>
      ofOne(
        random,
        report.headings.filter(({ level }) => level > 1),
        heading => {
          const text = report.source.slice(heading.from, heading.sectionTo);
          if (text.length < 200 || text.length > 5000 || /\[\^|Judgement:|\{|graded judgement/.test(text))
            return undefined;
          const at = heading.sectionTo;
          return planted(report, [{ from: at, to: at, text }], [{ from: at, to: at + heading.to - heading.from }]);
        },
      ),
  },
  {
    fault: 'a whole graded worse than all its parts',
    found: ['limiting-judgement', 'judgement-mismatch'],
    plant: report => {
      const { headline, entries, source } = report;
      const grades = entries.map(({ grade }) => textOf(report, grade));
      if (headline === undefined || entries.length < 3 || grades.includes('Inadequate')) return undefined;
      if (!source.slice(headline.from, headline.to).includes(' are good')) return undefined;
      return planted(report, [{ ...headline.grade, text: 'inadequate' }], [headline]);
    },
  },
  {
    fault: 'the headline below the list of judgements',
    found: ['judgement-place'],
    plant: report => {
      const { headline, entries, source } = report;
      const last = entries.at(-1);
      if (headline === undefined || last === undefined || headline.from > (entries[0]?.from ?? 0)) return undefined;
      const line = source.slice(headline.from, headline.to);
      const edits = [
        { from: headline.from, to: headline.to + 2, text: '' },
        { from: last.to, to: last.to, text: `\n\n${line}` },
      ];
      return planted(report, edits, [{ from: last.to, to: last.to + line.length }]);
    },
  },
  {
    fault: 'a detail that stands in a comment',
    found: ['missing-metadata'],
    plant: (report, random) => {
      const own = detail(report, random.oneOf(['published', 'inspected', 'title', 'provider']) ?? '');
      if (own === undefined || /^status: (?!final)/m.test(report.source)) return undefined;
      return planted(report, [{ from: own.from, to: own.from, text: '# ' }], [own]);
    },
  },
  {
    fault: 'a detail that nobody asks for without its value, or with a list in other brackets',
    found: ['missing-metadata', 'invalid-metadata'],
    plant: (report, random) => {
      const own = detail(report, random.oneOf(['published', 'provider', 'status']) ?? '');
      if (own === undefined || !/^status: final/m.test(report.source)) return undefined;
      const list = /^\[(.*,.*)\]$/.exec(own.value)?.[1];
      if (own.key === 'provider' && list === undefined) return undefined;
      return planted(report, [{ ...own, text: `${own.key}: ${list === undefined ? '' : `(${list})`}`.trimEnd() }]);
    },
  },
  {
    fault: 'a day, a month or a year that is none',
    found: ['date-order'],
    plant: (report, random) => {
      const date =
        random.oneOf(['31 June 2012', '30 February 2011', '6 Novembr 2012', '45 May 2011', 'May 20012']) ?? '';
      return inFinding(report, random, ` since ${date}`);
    },
  },
  {
    fault: 'a letter of another encoding, or one that was lost for good',
    found: ['damaged-character'],
    plant: (report, random) =>
      inFinding(
        report,
        random,
        random.oneOf([
          ' for the child\u0092s good',
          ' for the childÕs good',
          ' for the child?s good',
          ' to be e\ufb00ective',
          ' for%20the children',
        ]) ?? '',
      ),
  },
  {
    fault: 'a number in other figures, or with another mark in it',
    found: ['missing-number', 'number-gap'],
    plant: (report, random) =>
      ofOne(random, between(report), own => {
        const written = String(own.number);
        const wide = [...written].map(digit => String.fromCharCode(0xff10 + Number(digit))).join('');
        const forms = [`${wide}.`, `.${written}.`, `_${written}._`, `${written}º`, `+ ${written}.`];
        const torn = written.length > 1 ? [`${written.split('').join('.')}.`] : [];
        return planted(report, [
          { from: own.from, to: own.numberTo + 1, text: random.oneOf([...forms, ...torn]) ?? '' },
        ]);
      }),
  },
  {
    fault: 'a judgement line in brackets, or with another word',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.lines, line => {
        const grade = textOf(report, line.grade);
        const forms = [
          `(Judgement: ${grade})`,
          `The judgement: ${grade}`,
          `Outcome: ${grade}`,
          `: ${grade}`,
          `${grade}: Judgement`,
        ];
        return planted(report, [{ from: line.from, to: line.to, text: random.oneOf(forms) ?? '' }]);
      }),
  },
  {
    fault: 'an entry or row in a comment, or with a letter for its number',
    found: ['missing-judgement'],
    also: ['note-left'],
    plant: (report, random) =>
      report.headline === undefined
        ? undefined
        : ofOne(random, report.entries.slice(1), entry => {
            const line = textOf(report, entry);
            const text = random.oneOf([`<!-- ${line} -->`, line.replace(/^\d(?:\.\d)?\.?/, 'a.')]) ?? '';
            return text === line ? undefined : planted(report, [{ from: entry.from, to: entry.to, text }]);
          }),
  },
];

function textStart({ source }: GoodReport, from: number): number {
  return from + source.slice(from).search(/\S/);
}

/** What stands first under a heading and its judgement line: its first line. */
function firstBelow(report: GoodReport, { to }: Heading): Span {
  const from = textStart(report, to);
  return { from, to: report.source.indexOf('\n', from) };
}

function withoutHeading(report: GoodReport, title: string): Planted | undefined {
  const heading = report.headings.find(own => own.title === title && own.level === 2);
  return heading && cut(report, heading, firstBelow(report, heading));
}

/** Takes a heading out; the place is what stood under it. */
function cut(report: GoodReport, { from, to }: Heading, place: Span): Planted | undefined {
  if (/\[\^|\{/.test(report.source.slice(from, to))) return undefined;
  return planted(report, [{ from, to: textStart(report, to), text: '' }], [place]);
}

const required = ['Leadership, management and governance', 'Information about this inspection'];

function sections(report: GoodReport): Heading[] {
  if (!/^framework: ofsted-sif$/m.test(report.source)) return [];
  return report.headings.filter(
    own => own.level === 2 && required.includes(own.title) && !textOf(report, own).includes('{'),
  );
}

function titled(report: GoodReport, { from, to, level }: Heading, text: string): Planted {
  return planted(report, [{ from, to, text: `${'#'.repeat(level)} ${text}` }]);
}

/** The numbered paragraphs between the first and the last. */
function between({ paragraphs }: GoodReport): readonly Paragraph[] {
  return paragraphs.slice(1, -1);
}

/** Puts words before the full stop that ends a paragraph. */
function inFinding(report: GoodReport, random: Random, words: string): Planted | undefined {
  return ofOne(random, between(report), own => {
    if (!/[a-z]\.$/.test(report.source.slice(own.to - 2, own.to))) return undefined;
    const at = own.to - 1;
    return planted(report, [{ from: at, to: at, text: words }], [{ from: at, to: at + words.length }]);
  });
}
