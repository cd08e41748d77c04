import { type FaultKind, ofOne, planted } from '../faultKind.ts';
import { detail, type GoodReport, type Heading, textOf } from '../goodReport.ts';
import type { Random } from '../random.ts';
import { withSlip } from '../slips.ts';

/** Sections that each version of a framework must have, apart from those with numbered paragraphs. */
const required: Readonly<Record<string, readonly string[]>> = {
  'ofsted-sif': [
    'Executive summary',
    'Information about this local authority area',
    'Information about this inspection',
    'The inspection team',
  ],
  'ofsted-sif-2015': [
    'Executive summary',
    'Information about this local authority area',
    'Information about this inspection',
    'The inspection team',
  ],
  'ofsted-sif-2014': ['Information about this local authority area', 'The inspection team'],
};

/** Required sections with numbered paragraphs. */
const requiredNumbered: Readonly<Record<string, readonly string[]>> = {
  'ofsted-sif': ['Recommendations', 'Leadership, management and governance'],
  'ofsted-sif-2015': ['Recommendations', 'Leadership, management and governance'],
  'ofsted-ilacs': [
    'The experiences and progress of children who need help and protection',
    'The impact of leaders on social work practice with children and families',
  ],
};

/** Sections that stand in this order. */
const inOrder: Readonly<Record<string, readonly string[]>> = {
  'ofsted-sif': ['Recommendations', 'Summary for children and young people'],
  'ofsted-sif-2015': ['Recommendations', 'Summary for children and young people'],
  'ofsted-ilacs': [
    'The experiences and progress of children who need help and protection',
    'The experiences and progress of children in care',
  ],
};

/** Sections without numbers, each once in a report, that are read for their text. */
const plain = [
  'Summary for children and young people',
  'Information about this inspection',
  'Information about this local authority area',
  'What needs to improve',
  'What needs to improve?',
  'The inspection team',
];

const uncounted = ['number-gap', 'number-start', 'unresolved-reference', 'unresolved-tag', 'unresolved-link'];

/** Faults in sections and their headings. */
export const structureFaults: readonly FaultKind[] = [
  {
    fault: 'braces at a heading that are not read',
    found: ['heading-form'],
    plant: (report, random) =>
      ofOne(
        random,
        report.headings.filter(heading => heading.level === 2 && !textOf(report, heading).includes('{')),
        ({ to }) =>
          planted(report, [
            { from: to, to, text: ` ${random.oneOf(['{#here', '{.recomendations}', '{role}', '#here}'])}` },
          ]),
      ),
  },
  {
    fault: 'a headline that is no heading',
    found: ['missing-judgement'],
    plant: report => {
      const heading = report.headings.find(
        ({ from, to }) => from <= (report.headline?.from ?? -1) && to >= (report.headline?.to ?? 0),
      );
      return heading?.level === 1
        ? planted(report, [{ from: heading.from, to: heading.from + 2, text: '' }], [heading])
        : undefined;
    },
  },
  {
    fault: 'a bullet without a text, or with another mark',
    found: ['bullet-form'],
    plant: (report, random) =>
      ofOne(random, [...report.source.matchAll(/^- /gm)], ({ index }) =>
        planted(report, [{ from: index, to: index + 1, text: random.oneOf(['•', '·', '-\n-']) ?? '' }]),
      ),
  },
  {
    fault: 'a required section taken out',
    found: ['missing-section'],
    plant: (report, random) => withoutSection(report, random, required),
  },
  {
    fault: 'a required section with numbers taken out',
    found: ['missing-section'],
    also: uncounted,
    plant: (report, random) => withoutSection(report, random, requiredNumbered),
  },
  {
    fault: 'the title of a required section misspelt',
    found: ['missing-section'],
    plant: (report, random) =>
      ofOne(random, sections(report, required), heading =>
        planted(report, [{ ...heading, text: withSlip(textOf(report, heading), random) }]),
      ),
  },
  {
    fault: 'the mark of a required section’s heading lost',
    found: ['missing-section'],
    plant: (report, random) =>
      ofOne(random, sections(report, required), heading =>
        planted(
          report,
          [{ from: heading.from, to: heading.from + heading.level + 1, text: '' }],
          around(report, heading),
        ),
      ),
  },
  {
    fault: 'the mark of a heading over numbered paragraphs lost',
    found: ['missing-section'],
    also: ['unresolved-link'],
    plant: (report, random) =>
      ofOne(random, sections(report, requiredNumbered), heading =>
        planted(report, [{ from: heading.from, to: heading.from + heading.level + 1, text: '' }], [heading]),
      ),
  },
  {
    fault: 'no blank after a required section’s mark',
    found: ['missing-section'],
    also: ['unresolved-link'],
    plant: (report, random) =>
      ofOne(random, sections(report, random.below(2) === 0 ? required : requiredNumbered), heading => {
        const blank = heading.from + heading.level;
        return planted(report, [{ from: blank, to: blank + 1, text: '' }], [heading]);
      }),
  },
  {
    fault: 'two sections exchanged',
    found: ['section-order'],
    also: ['number-order'],
    orRelated: true,
    plant: report => {
      const [one, other] = sections(report, inOrder);
      if (one === undefined || other === undefined || one.sectionTo > other.from) return undefined;
      const [first, second] = [one, other].map(({ from, sectionTo }) => report.source.slice(from, sectionTo).trimEnd());
      const exchanged = [
        { from: one.from, to: one.from + (first?.length ?? 0), text: second ?? '' },
        { from: other.from, to: other.from + (second?.length ?? 0), text: first ?? '' },
      ];
      return planted(report, exchanged);
    },
  },
  {
    fault: 'a section doubled',
    found: ['duplicate-section'],
    plant: (report, random) =>
      // In other reports each section may stand there more than once.
      detail(report, 'framework')?.value === 'generic'
        ? undefined
        : ofOne(random, plainSections(report), heading => {
            const text = report.source.slice(heading.from, heading.sectionTo);
            if (/\[\^|\{#/.test(text)) return undefined;
            return planted(
              report,
              [{ from: heading.sectionTo, to: heading.sectionTo, text: `${text.trimEnd()}\n\n` }],
              [heading, { from: heading.sectionTo, to: heading.sectionTo }],
            );
          }),
  },
  {
    fault: 'a section emptied',
    found: ['empty-section'],
    plant: (report, random) =>
      ofOne(random, plainSections(report), heading => {
        if (
          heading.textTo !== heading.sectionTo ||
          /\[\^/.test(textOf(report, { from: heading.from, to: heading.textTo }))
        )
          return undefined;
        return planted(report, [{ from: heading.to, to: heading.textTo, text: '\n\n' }], [heading]);
      }),
  },
  {
    fault: 'a heading two levels too low',
    found: ['heading-level'],
    plant: (report, random) =>
      ofOne(random, lowHeadings(report), ({ from, to, level }) =>
        planted(report, [{ from, to: from, text: '##' }], [{ from, to: Math.min(to, from + level) }]),
      ),
  },
  {
    fault: 'a section’s heading as high as the report’s title',
    found: ['heading-level'],
    plant: (report, random) =>
      ofOne(random, report.headings.filter(isSecond), ({ from }) =>
        report.headings.filter(isSecond).length < 5
          ? undefined
          : planted(report, [{ from, to: from + 1, text: '' }], [{ from, to: from + 1 }]),
      ),
  },
  {
    fault: 'a main section’s heading a level too low',
    found: ['heading-level'],
    plant: (report, random) =>
      ofOne(random, [...sections(report, required), ...sections(report, requiredNumbered)], heading =>
        heading.level === 2
          ? planted(
              report,
              [{ from: heading.from, to: heading.from, text: '#' }],
              [{ from: heading.from, to: heading.from }],
            )
          : undefined,
      ),
  },
  {
    fault: 'the report’s title as low as its sections',
    found: ['heading-level'],
    plant: report => {
      const { headline } = report;
      return headline && planted(report, [{ from: headline.from, to: headline.from, text: '#' }]);
    },
  },
  {
    fault: 'no blank after a lower heading’s mark',
    found: ['heading-level'],
    plant: (report, random) =>
      ofOne(random, lowHeadings(report), ({ from, level }) =>
        planted(report, [{ from: from + level, to: from + level + 1, text: '' }], [{ from, to: from + level }]),
      ),
  },
  {
    fault: 'a heading without its words',
    found: ['missing-title'],
    plant: (report, random) =>
      ofOne(random, lowHeadings(report), ({ from, to, level }) =>
        planted(report, [{ from: from + level, to, text: '' }], [{ from, to }]),
      ),
  },
  {
    fault: 'an underline of Markdown',
    found: ['markdown-mark'],
    plant: (report, random) =>
      ofOne(random, ownLines(report), to =>
        planted(report, [{ from: to, to, text: `\n\nEarly help\n${'-'.repeat(10)}` }]),
      ),
  },
  {
    fault: 'a fence of Markdown',
    found: ['markdown-mark'],
    plant: (report, random) =>
      ofOne(random, ownLines(report), to =>
        planted(report, [{ from: to, to, text: '\n\n```\nEarly help is timely.\n```' }]),
      ),
  },
  {
    fault: 'a tag of HTML',
    found: ['markdown-mark'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, ({ textFrom }) => {
        const end = report.source.indexOf(' ', textFrom);
        return planted(report, [
          { from: textFrom, to: textFrom, text: '<b>' },
          { from: end, to: end, text: '</b>' },
        ]);
      }),
  },
  {
    fault: 'a comment that is not ended',
    found: ['unclosed-comment'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, ({ from }) =>
        planted(report, [{ from, to: from, text: '<!-- ask the data team\n\n' }]),
      ),
  },
  {
    fault: 'a comment in a line that is not ended',
    found: ['unclosed-comment'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, ({ to }) =>
        planted(report, [{ from: to, to, text: ' <!-- ask the data team' }]),
      ),
  },
  {
    fault: 'the end of a comment without its beginning',
    found: ['unclosed-comment'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, ({ to }) => planted(report, [{ from: to, to, text: ' Since when? -->' }])),
  },
  {
    fault: 'the beginning of a comment mistyped',
    found: ['unclosed-comment'],
    plant: (report, random) => {
      const mark = random.oneOf(['<!-', '<--', '< !--', '<!—', '<!–']);
      return ofOne(random, report.paragraphs, ({ to }) =>
        planted(report, [{ from: to, to, text: ` ${mark} since when? -->` }]),
      );
    },
  },
  {
    fault: 'stars that begin an emphasis, or end one, and have no others',
    found: ['unclosed-emphasis'],
    plant: (report, random) => {
      const stars = random.oneOf(['*', '**']) ?? '';
      const words = random.oneOf([`${stars}Leaders know this.`, `Leaders know this${stars}.`]);
      return ofOne(random, report.paragraphs, own => {
        const end = /\p{Ll}{3}\.(?=\s+\p{Lu})/u.exec(textOf(report, own));
        if (end === null || textOf(report, own).includes('*')) return undefined;
        const at = own.from + end.index + 4;
        return planted(report, [{ from: at, to: at, text: ` ${words}` }]);
      });
    },
  },
  {
    fault: 'an emphasis that ends with other stars, or after a blank',
    found: ['unclosed-emphasis'],
    plant: (report, random) => {
      const words = random.oneOf(['**Leaders* know this.', '*Leaders** know this.', '** Leaders** know this.']);
      return ofOne(random, report.paragraphs, own => {
        const end = /\p{Ll}{3}\.(?=\s+\p{Lu})/u.exec(textOf(report, own));
        if (end === null || textOf(report, own).includes('*')) return undefined;
        const at = own.from + end.index + 4;
        return planted(report, [{ from: at, to: at, text: ` ${words}` }]);
      });
    },
  },
  {
    fault: 'a paragraph cut short',
    found: ['cut-paragraph'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, own => {
        const end = /\s\p{Ll}+ \p{Ll}+\.$/u.exec(textOf(report, own));
        if (end === null) return undefined;
        const to = own.from + end.index;
        return planted(report, [{ from: to, to: own.to, text: '' }], [{ from: to - 20, to: own.to }]);
      }),
  },
  {
    fault: 'the beginning of a paragraph lost',
    found: ['cut-paragraph'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, own => {
        const text = report.source.slice(own.textFrom, own.to);
        const [start = ''] = /^\p{Lu}\p{Ll}+ \p{Ll}+ (?=\p{Ll}{2,} \p{Ll}+)/u.exec(text) ?? [];
        if (start === '') return undefined;
        return planted(
          report,
          [{ from: own.textFrom, to: own.textFrom + start.length, text: '' }],
          [{ from: own.textFrom, to: own.textFrom + 20 }],
        );
      }),
  },
  {
    fault: 'a bracket without its other',
    found: ['unclosed-bracket'],
    plant: (report, random) => {
      const words = random.oneOf([' (but not in all teams', ' but not in all teams)', ' (but not in all teams]']) ?? '';
      return ofOne(random, report.paragraphs, own => {
        const text = textOf(report, own);
        if (!/\p{Ll}\.$/u.test(text) || /[()[\]]/.test(text)) return undefined;
        return planted(report, [{ from: own.to - 1, to: own.to - 1, text: words }]);
      });
    },
  },
  {
    fault: 'a mark of another encoding, or a sign that is not printed',
    found: ['damaged-character'],
    plant: (report, random) => {
      const mark = random.oneOf(['â€™', 'Ã©', '&nbsp;', '&amp;', '\ufffd', '\u0002', '\uf0b7', '&#8217;']) ?? '';
      return ofOne(random, report.paragraphs, ({ textFrom }) =>
        planted(report, [{ from: textFrom + 3, to: textFrom + 3, text: mark }]),
      );
    },
  },
  {
    fault: 'the marks of two versions brought together',
    found: ['conflict-mark'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, own => {
        const text = textOf(report, own);
        return planted(report, [
          { from: own.from, to: own.to, text: `<<<<<<< HEAD\n\n${text}\n\n=======\n\n${text}\n\n>>>>>>> review` },
        ]);
      }),
  },
  {
    fault: 'a heading behind another mark',
    found: ['heading-level', 'missing-section', 'missing-judgement'],
    also: [...uncounted, 'missing-judgement'],
    plant: (report, random) => {
      const mark = random.oneOf(['- ', '> ', '\\']) ?? '';
      return ofOne(
        random,
        report.headings.filter(({ level, to }) => level > 1 && report.source.charAt(to - 1) !== '.'),
        ({ from, to }) => planted(report, [{ from, to: from, text: mark }], [{ from, to }]),
      );
    },
  },
  {
    fault: 'a title that goes on in the next line',
    found: ['heading-form', 'missing-section'],
    also: [...uncounted, 'missing-judgement', 'unknown-grade'],
    plant: (report, random) =>
      ofOne(
        random,
        report.headings.filter(({ level, title }) => level > 1 && !/[.:]/.test(title)),
        ({ from, to }) => {
          const gap = /(?<=\p{L} )(?=\p{Ll}+ \p{Ll}+$)/u.exec(report.source.slice(from, to));
          if (gap === null) return undefined;
          const at = from + gap.index;
          return planted(report, [{ from: at - 1, to: at, text: '\n' }], [{ from, to }]);
        },
      ),
  },
  {
    fault: 'a point of a list with another mark, or with none',
    found: ['bullet-form'],
    plant: (report, random) =>
      ofOne(random, [...report.source.matchAll(/^- (?=\p{Lu})/gmu)], ({ index }) => {
        const mark = random.oneOf(['– ', '+ ', 'o ', '- - ', '— ']) ?? '';
        return planted(report, [{ from: index, to: index + 2, text: mark }]);
      }),
  },
  {
    fault: 'a sentence or a paragraph twice',
    found: ['doubled-passage'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, own => {
        const text = report.source.slice(own.textFrom, own.to);
        const [sentence = ''] = /^\p{Lu}[^.!?()[\]]{40,}\.(?=\s)/u.exec(text) ?? [];
        if (sentence === '') return undefined;
        const from = own.textFrom;
        return planted(report, [{ from, to: from, text: `${sentence} ` }], [{ from, to: from + sentence.length }]);
      }),
  },
  {
    fault: 'a mark twice, apart or around nothing, and a line without words',
    found: ['stray-mark'],
    plant: (report, random) => {
      const mark = random.oneOf(['.', ' ()', ' “”', ' []']) ?? '';
      const line = random.oneOf(['---', 'Page 12 of 40', '12', '.', 'Recommendations ........ 12', '***']) ?? '';
      if (random.oneOf([true, false]) === true)
        return ofOne(random, ownLines(report), to => {
          const text = `\n\n${line}`;
          return planted(report, [{ from: to, to, text }], [{ from: to, to }]);
        });
      return ofOne(random, report.paragraphs, own => {
        if (!/\p{Ll}\.$/u.test(textOf(report, own))) return undefined;
        const at = own.to - 1;
        return planted(report, [{ from: at, to: at, text: mark }], [{ from: at - 1, to: own.to }]);
      });
    },
  },
  {
    fault: 'a quotation mark without its other',
    found: ['unclosed-bracket'],
    plant: (report, random) => {
      const words = random.oneOf([' and say they are “well cared for', ' and say they are ‘well cared for']) ?? '';
      return ofOne(random, report.paragraphs, own => {
        const text = textOf(report, own);
        if (!/\p{Ll}\.$/u.test(text) || /[()[\]‘’“”]/.test(text)) return undefined;
        return planted(report, [{ from: own.to - 1, to: own.to - 1, text: words }]);
      });
    },
  },
  {
    fault: 'a mark of a program that tracks changes, or of another language',
    found: ['markdown-mark'],
    plant: (report, random) => {
      const words =
        random.oneOf([' ~~often~~', ' {++often++}', '\\footnote{In March}', ' `often', ' «Provider»']) ?? '';
      return ofOne(random, report.paragraphs, own =>
        /\p{Ll}\.$/u.test(textOf(report, own))
          ? planted(report, [{ from: own.to - 1, to: own.to - 1, text: words }])
          : undefined,
      );
    },
  },
  {
    fault: 'a table without the line under its head',
    found: ['table-header'],
    plant: (report, random) =>
      ofOne(random, ownLines(report), to =>
        planted(report, [{ from: to, to, text: '\n\n| Area | Number |\n| North | 3 |' }], [{ from: to, to: to + 20 }]),
      ),
  },
  {
    fault: 'a heading behind blanks',
    found: ['missing-section', 'heading-form', 'missing-judgement', 'heading-level'],
    also: [...uncounted, 'missing-judgement', 'missing-section', 'duplicate-judgement'],
    plant: (report, random) =>
      ofOne(
        random,
        report.headings.filter(({ level, title }) => level > 1 && /^\p{L}[^.:]*$/u.test(title)),
        ({ from, to }) =>
          /(?:^|\n)(?:\d+\.|-) [^\n]*\n\n$/.test(report.source.slice(Math.max(0, from - 2000), from))
            ? planted(report, [{ from, to: from, text: '    ' }], [{ from, to: to + 4 }])
            : undefined,
      ),
  },
];

function isSecond({ level, title }: Heading): boolean {
  return level === 2 && title !== '';
}

function sections(report: GoodReport, titles: Readonly<Record<string, readonly string[]>>): Heading[] {
  const own = titles[detail(report, 'framework')?.value ?? ''] ?? [];
  return own.flatMap(title => {
    const found = report.headings.filter(heading => heading.title === title || heading.title.startsWith(`${title}:`));
    return found.length === 1 ? found : [];
  });
}

function plainSections({ headings }: GoodReport): Heading[] {
  return headings.filter(({ title }) => plain.includes(title));
}

/** Headings of the third level with text of their own under them, which no other part of the report depends on. */
function lowHeadings({ headings }: GoodReport): Heading[] {
  return headings.filter(
    ({ level, title, textTo, sectionTo }) =>
      level === 3 && textTo === sectionTo && /^(?:Summary|Children|Child protection|Local leadership)/.test(title),
  );
}

/** A heading and its neighbours: what is missing may be told at any of them. */
function around({ headings }: GoodReport, own: Heading): Heading[] {
  const before = headings.filter(({ from }) => from < own.from).slice(-1);
  const level = headings.filter(({ from, level }) => from < own.from && level <= own.level).slice(-1);
  const after = headings.filter(({ from }) => from > own.from).slice(0, 1);
  const next = headings.filter(({ from }) => from >= own.sectionTo).slice(0, 1);
  return [...level, ...before, own, ...after, ...next];
}

function withoutSection(report: GoodReport, random: Random, titles: Readonly<Record<string, readonly string[]>>) {
  return ofOne(random, sections(report, titles), heading => {
    const text = report.source.slice(heading.from, heading.sectionTo);
    if (/\[\^/.test(text)) return undefined;
    const neighbours = around(report, heading).filter(({ from }) => from < heading.from || from >= heading.sectionTo);
    return planted(report, [{ from: heading.from, to: heading.sectionTo, text: '' }], neighbours);
  });
}

/** The ends of paragraphs that have nothing indented under them. */
function ownLines({ paragraphs, source }: GoodReport): number[] {
  return paragraphs.flatMap(({ to }) => (source.startsWith('\n\n', to) ? [to] : []));
}
