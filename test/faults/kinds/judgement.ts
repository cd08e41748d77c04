import type { Span } from '../../../server/src/text/text.ts';
import { type FaultKind, ofOne, type Planted, planted } from '../faultKind.ts';
import { detail, type GoodReport, type Grading, textOf } from '../goodReport.ts';
import type { Random } from '../random.ts';
import { withSlip } from '../slips.ts';

const grades = ['Inadequate', 'Requires improvement', 'Good', 'Outstanding'];

/** The areas of which one that is inadequate makes the whole inadequate, in every version of the two frameworks. */
const limiting = [
  'Children who need help and protection',
  'The experiences and progress of children who need help and protection',
];

/** Faults in grades and what is graded. */
export const judgementFaults: readonly FaultKind[] = [
  {
    fault: 'an entry that has lost its area',
    found: ['missing-judgement', 'unknown-area'],
    plant: (report, random) =>
      ofOne(
        random,
        report.entries.filter(({ area, from }) => /^\d[\d.]* /.test(report.source.slice(from, area.from))),
        ({ from, area, to }) => {
          const number = report.source.slice(from, area.from).trimEnd();
          const grade = report.source.slice(area.to, to);
          return planted(report, [{ from, to, text: `${number}${random.oneOf(['', ' '])}${grade}` }]);
        },
      ),
  },
  {
    fault: 'a row of the table with a pipe too many',
    found: ['table-header'],
    plant: (report, random) =>
      ofOne(
        random,
        report.entries.filter(entry => textOf(report, entry).startsWith('|')),
        ({ from, to, area }) => planted(report, [{ from: area.to, to: area.to, text: ' |' }], [{ from, to: to + 2 }]),
      ),
  },
  ...(
    [
      ['the list', ({ entries }) => entries],
      ['a judgement line', ({ lines }) => lines],
      ['a heading', ({ gradedHeadings }) => gradedHeadings],
      ['a judgement sentence', ({ statements }) => statements],
      ['the headline', ({ headline }) => (headline ? [headline] : [])],
    ] satisfies [string, (report: GoodReport) => readonly Grading[]][]
  ).map(
    ([place, of]): FaultKind => ({
      fault: `a grade misspelt in ${place}`,
      found: ['unknown-grade'],
      plant: (report, random) =>
        ofOne(random, of(report), ({ grade }) =>
          planted(report, [{ ...grade, text: withSlip(textOf(report, grade), random) }]),
        ),
    }),
  ),
  ...(
    [
      ['the list', ({ entries }) => entries],
      ['a judgement line', ({ lines }) => lines],
      ['a heading', ({ gradedHeadings }) => gradedHeadings],
      ['a judgement sentence', ({ statements }) => statements],
    ] satisfies [string, (report: GoodReport) => readonly Grading[]][]
  ).map(
    ([place, of]): FaultKind => ({
      fault: `a grade changed in ${place}`,
      found: ['judgement-mismatch'],
      orRelated: true,
      plant: (report, random) =>
        ofOne(
          random,
          of(report).filter(own => !isOverall(report, own)),
          own => regraded(report, [own], otherGrade(report, own, random)),
        ),
    }),
  ),
  {
    fault: 'a judgement line without grade',
    found: ['unknown-grade'],
    plant: (report, random) =>
      ofOne(random, report.lines, ({ from, grade }) =>
        planted(report, [{ from: grade.from - 1, to: grade.to, text: '' }], [{ from, to: grade.to }]),
      ),
  },
  {
    fault: 'a judgement line’s label misspelt',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.lines, ({ from, area }) =>
        planted(report, [{ ...area, text: withSlip('Judgement', random) }], [areaHeading(report, from), area]),
      ),
  },
  {
    fault: 'a judgement line without its colon',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.lines, ({ from, to, area }) =>
        planted(report, [{ from: area.to, to: area.to + 1, text: '' }], [areaHeading(report, from), { from, to }]),
      ),
  },
  {
    fault: 'a judgement line as another block, or with another mark',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.lines, ({ from, to, grade }) => {
        const words = textOf(report, grade);
        const text = random.oneOf([
          `- Judgement: ${words}`,
          `> Judgement: ${words}`,
          `Judgement; ${words}`,
          `Judgement – ${words}`,
          `**Judgement:** ${words}`,
          words,
        ]);
        return text === undefined ? undefined : planted(report, [{ from, to, text }]);
      }),
  },
  {
    fault: 'a heading without its grade',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.gradedHeadings, ({ from, to, area }) =>
        planted(report, [{ from: area.to, to, text: '' }], [{ from, to }]),
      ),
  },
  {
    fault: 'a judgement sentence taken out',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.statements, ({ from, to }) =>
        planted(
          report,
          [{ from, to: to + 2, text: '' }],
          report.headings.filter(heading => heading.level === 2 && heading.from < from).slice(-1),
        ),
      ),
  },
  {
    fault: 'a headline that is none',
    found: ['missing-judgement'],
    plant: report => {
      const { headline } = report;
      if (headline === undefined) return undefined;
      const { from, to, grade } = headline;
      return planted(report, [{ from: report.source.lastIndexOf(' ', grade.from - 2), to, text: '' }], [{ from, to }]);
    },
  },
  {
    fault: 'the list of judgements taken out',
    found: ['missing-judgement'],
    plant: report => {
      const first = report.entries[0];
      const last = report.entries.at(-1);
      if (first === undefined || last === undefined) return undefined;
      const to = report.source.startsWith('|', last.to + 1) ? report.source.indexOf('\n\n', last.to) : last.to;
      return planted(report, [{ from: first.from, to, text: '' }], [opening(report)]);
    },
  },
  {
    fault: 'the list of judgements without the line under its head',
    found: ['missing-judgement'],
    plant: report => {
      const [first] = report.entries;
      if (first === undefined || !/^\|/.test(textOf(report, first))) return undefined;
      const from = report.source.lastIndexOf('\n', first.from - 2) + 1;
      return planted(report, [{ from, to: first.from, text: '' }], [opening(report)]);
    },
  },
  {
    fault: 'a row of the list without its first pipe',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.entries, ({ from }) =>
        report.source.startsWith('|', from)
          ? planted(report, [{ from, to: from + 2, text: '' }], [opening(report)])
          : undefined,
      ),
  },
  {
    fault: 'an entry without its grade',
    found: ['unknown-grade', 'missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.entries, ({ grade, from, to }) => planted(report, [{ ...grade, text: '' }], [{ from, to }])),
  },
  {
    fault: 'an entry without its colon',
    found: ['unknown-grade', 'missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.entries, ({ area, grade }) =>
        report.source.startsWith(': ', area.to)
          ? planted(report, [{ from: area.to, to: grade.from, text: ' ' }], [list(report)])
          : undefined,
      ),
  },
  {
    fault: 'a judgement line taken out',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.lines, ({ from, to }) =>
        planted(report, [{ from, to: to + 1, text: '' }], [areaHeading(report, from)]),
      ),
  },
  {
    fault: 'a judgement line put among the text',
    found: ['judgement-place', 'missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.lines, ({ from, to }) => {
        const first = report.paragraphs.find(own => own.from > to);
        if (first === undefined) return undefined;
        const line = textOf(report, { from, to });
        const moved = { from: first.to, to: first.to, text: `\n\n${line}` };
        return planted(report, [{ from, to: to + 1, text: '' }, moved], [areaHeading(report, from), moved]);
      }),
  },
  {
    fault: 'a judgement line under a heading that has no grade',
    found: ['judgement-place'],
    plant: (report, random) =>
      ofOne(random, report.headings, ({ title, to }) =>
        /^(?:Recommendations|What needs to improve\??|Information about this inspection)$/.test(title) &&
        detail(report, 'framework')?.value !== 'generic'
          ? planted(report, [{ from: to, to, text: `\n\nJudgement: ${random.oneOf(grades)}` }])
          : undefined,
      ),
  },
  {
    fault: 'a judgement line doubled, with another grade',
    found: ['duplicate-judgement'],
    plant: (report, random) =>
      ofOne(random, report.lines, own =>
        planted(report, [{ from: own.to, to: own.to, text: `\n\nJudgement: ${otherGrade(report, own, random)}` }]),
      ),
  },
  {
    fault: 'a judgement line doubled',
    found: ['duplicate-judgement', 'judgement-place'],
    plant: (report, random) =>
      ofOne(random, report.lines, ({ from, to }) =>
        planted(report, [{ from: to, to, text: `\n\n${textOf(report, { from, to })}` }], [{ from, to }]),
      ),
  },
  {
    fault: 'an entry taken out of the list',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.entries, ({ from, to }) =>
        planted(report, [{ from, to: to + 1, text: '' }], [list(report)]),
      ),
  },
  {
    fault: 'an entry’s number mistyped',
    found: ['entry-number', 'missing-judgement'],
    plant: (report, random) =>
      ofOne(random, numbered(report), ({ from, number }) =>
        planted(report, [
          { from, to: from + number.length, text: `${number.slice(0, -1)}${Number(number.slice(-1)) + 2}` },
        ]),
      ),
  },
  {
    fault: 'the numbers of two entries exchanged',
    found: ['entry-number'],
    plant: (report, random) => {
      const [one, other] = random.shuffled(numbered(report));
      if (one === undefined || other === undefined) return undefined;
      const number = ({ from, area }: Grading) => ({ from, to: area.from });
      const [first, second] = [number(one), number(other)];
      return planted(
        report,
        [
          { ...first, text: textOf(report, second) },
          { ...second, text: textOf(report, first) },
        ],
        [first, second],
      );
    },
  },
  {
    fault: 'an entry without its number',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, numbered(report).slice(1), ({ from, to, area }) =>
        planted(report, [{ from, to: area.from, text: '' }], [{ from, to }]),
      ),
  },
  {
    fault: 'two entries on one line',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, numbered(report).slice(1), ({ from, to }) =>
        planted(report, [{ from: from - 1, to: from, text: ' ' }], [{ from, to }]),
      ),
  },
  {
    fault: 'an entry with another mark for its colon',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, numbered(report), ({ from, to, area }) =>
        planted(
          report,
          [{ from: area.to, to: area.to + 1, text: random.oneOf([';', ' –', ' -']) ?? '' }],
          [{ from, to }],
        ),
      ),
  },
  {
    fault: 'an area and its grade exchanged in the list',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.entries, own =>
        planted(
          report,
          [
            { ...own.area, text: textOf(report, own.grade) },
            { ...own.grade, text: textOf(report, own.area) },
          ],
          [own],
        ),
      ),
  },
  {
    fault: 'a judgement line above its heading',
    found: ['judgement-place'],
    plant: (report, random) =>
      ofOne(random, report.lines, line => {
        const heading = report.headings.findLast(({ to }) => to < line.from);
        const text = heading && `${textOf(report, line)}\n\n${textOf(report, heading)}`;
        return heading && text ? planted(report, [{ from: heading.from, to: line.to, text }]) : undefined;
      }),
  },
  {
    fault: 'an entry doubled',
    found: ['duplicate-judgement', 'missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.entries, ({ from, to }) =>
        planted(report, [{ from: to, to, text: `\n${textOf(report, { from, to })}` }], [{ from, to }]),
      ),
  },
  {
    fault: 'an entry names another entry’s area',
    found: ['duplicate-judgement'],
    plant: (report, random) => {
      const [one, other] = random.shuffled(report.entries);
      if (one === undefined || other === undefined) return undefined;
      return planted(
        report,
        [
          { ...one.area, text: textOf(report, other.area) },
          { ...one.grade, text: textOf(report, other.grade) },
        ],
        [one, other],
      );
    },
  },
  {
    fault: 'an area misspelt in the list',
    found: ['unknown-area'],
    plant: (report, random) =>
      ofOne(random, report.entries, ({ area }) =>
        planted(report, [{ ...area, text: withSlip(textOf(report, area), random) }]),
      ),
  },
  {
    fault: 'an area misspelt in a judgement sentence',
    found: ['unknown-area'],
    plant: (report, random) =>
      ofOne(random, report.statements, ({ area }) =>
        planted(report, [{ ...area, text: withSlip(textOf(report, area), random) }]),
      ),
  },
  {
    fault: 'an area misspelt in a graded heading',
    found: ['unknown-area', 'missing-section'],
    plant: (report, random) =>
      ofOne(random, report.gradedHeadings, ({ area, from, to }) =>
        planted(report, [{ ...area, text: withSlip(textOf(report, area), random) }], [{ from, to }]),
      ),
  },
  {
    fault: 'a grade in its longer or shorter wording in one place',
    found: ['grade-wording'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(random, [...report.lines, ...report.entries, ...report.gradedHeadings], own => {
        const written = textOf(report, own.grade);
        const all = [...report.lines, ...report.entries, ...report.gradedHeadings, ...report.statements];
        const wordings = new Set(all.map(({ grade }) => textOf(report, grade).toLowerCase()));
        const isMixed = wordings.has('requires improvement') && wordings.has('requires improvement to be good');
        if (isMixed || isOverall(report, own) || !/^requires/i.test(written)) return undefined;
        const text = / to be good$/i.test(written) ? written.slice(0, -11) : `${written} to be good`;
        return planted(report, [{ ...own.grade, text }]);
      }),
  },
  {
    fault: 'an area in other words in the list',
    found: ['area-wording', 'unknown-area'],
    plant: (report, random) =>
      ofOne(random, report.entries, ({ area }) => {
        const written = textOf(report, area);
        const text = written
          .replace('Leadership, management and governance', 'Leadership and management')
          .replace('Children looked after and achieving', 'Looked after children and')
          .replace('Adoption performance', 'Adoption')
          .replace('Experiences and progress of care leavers', 'Care leavers')
          .replace('The impact of leaders on social work practice with children and families', 'The impact of leaders');
        return text === written ? undefined : planted(report, [{ ...area, text }]);
      }),
  },
  {
    fault: 'an inadequate area under a better whole',
    found: ['limiting-judgement'],
    plant: report => {
      const whole = report.headline ?? report.entries.find(own => isOverall(report, own));
      const entry = report.entries.find(own => limiting.includes(textOf(report, own.area)));
      const heading = report.headings.find(({ title }) => title.startsWith(limiting[1] ?? ''));
      const section = [...report.lines, ...report.gradedHeadings].find(
        ({ from, to }) => heading && from >= heading.from && to < heading.textTo,
      );
      if (whole === undefined || entry === undefined || section === undefined) return undefined;
      if (/inadequate/i.test(textOf(report, whole.grade))) return undefined;
      return regraded(report, [entry, section], 'Inadequate', [whole]);
    },
  },
  {
    fault: 'a judgement sentence that is no English',
    found: ['statement-grammar'],
    plant: (report, random) =>
      ofOne(random, report.statements, ({ grade }) => {
        const written = textOf(report, grade);
        if (!/^requires/.test(written)) return undefined;
        return planted(report, [{ ...grade, text: `is ${written}` }]);
      }),
  },
  {
    fault: 'the headline’s verb in the singular',
    found: ['statement-grammar'],
    plant: report => {
      const { headline } = report;
      const verb = headline && /(?<= )(?:are (?=\p{L}+\.?$)|require (?=improvement))/u.exec(textOf(report, headline));
      if (headline === undefined || !verb) return undefined;
      const from = headline.from + verb.index;
      const text = verb[0] === 'are ' ? 'is ' : 'requires ';
      return planted(report, [{ from, to: from + verb[0].length, text }]);
    },
  },
  {
    fault: 'the headline names another provider',
    found: ['provider-mismatch'],
    also: ['other-provider'],
    plant: report => {
      const { headline } = report;
      if (headline === undefined || detail(report, 'provider') === undefined) return undefined;
      return planted(report, [{ ...headline.area, text: 'Westhaven' }]);
    },
  },
];

/** The entries that begin with a number. */
function numbered(report: GoodReport): (Grading & { readonly number: string })[] {
  return report.entries.flatMap(entry => {
    const [number] = /^\d(?:\.\d)?/.exec(textOf(report, entry)) ?? [];
    return number === undefined ? [] : { ...entry, number };
  });
}

function isOverall(report: GoodReport, { area }: Grading): boolean {
  return /^overall/i.test(textOf(report, area));
}

/** The last heading above a place. */
function areaHeading({ headings }: GoodReport, at: number): Span {
  return headings.findLast(({ to }) => to < at) ?? { from: 0, to: 0 };
}

/** All before the first section, with its heading: without a list nothing else is there to be told. */
function opening({ headings }: GoodReport): Span {
  return { from: 0, to: headings.find(({ level }) => level === 2)?.to ?? 0 };
}

/** The lines of the list of judgements, with the line above and the line below. */
function list({ entries, source }: GoodReport): Span {
  const from = entries[0]?.from ?? 0;
  const to = entries.at(-1)?.to ?? 0;
  return { from: source.lastIndexOf('\n', from - 2) + 1, to: Math.min(source.length, to + 1) };
}

/** A grade that is neither a place's own nor the same in longer words. */
function otherGrade(report: GoodReport, { grade }: Grading, random: Random): string {
  const own = textOf(report, grade).slice(0, 4).toLowerCase();
  return random.oneOf(grades.filter(other => !other.toLowerCase().startsWith(own))) ?? '';
}

/** Places with another grade, in the grammar of each. */
function regraded(report: GoodReport, gradings: readonly Grading[], grade: string, places?: readonly Span[]): Planted {
  const edits = gradings.map(own => {
    const written = textOf(report, own.grade);
    const lower = /^\p{Ll}/u.test(written) ? grade.toLowerCase() : grade;
    const verb = / it is $/.test(report.source.slice(own.from, own.grade.from)) ? 'is ' : '';
    if (!report.statements.includes(own)) return { ...own.grade, text: lower };
    const sentence = grade === 'Requires improvement' ? lower : `is ${lower}`;
    return { from: own.grade.from - verb.length, to: own.grade.to, text: sentence };
  });
  return planted(report, edits, places);
}
