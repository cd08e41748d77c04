import { type FaultKind, ofOne, type Planted, planted } from '../faultKind.ts';
import { detail, type GoodReport, type Heading, type Paragraph, textOf } from '../goodReport.ts';
import type { Random } from '../random.ts';

/**
 * Faults of form that are nearly right: a mark, a number or a line's end is another than it should be, or two are wrong at
 * once.
 */
export const formFaults: readonly FaultKind[] = [
  {
    fault: 'a tag with something else than numbers after its word',
    found: ['tag-spelling'],
    plant: (report, random) =>
      tagged(report, random, [
        '(Recommendation II)',
        '(Recommendation 2?)',
        '(Recommendation №2)',
        '(Recommendation nr 2)',
        '(Recommendation; 2)',
        '(Recommendation_2)',
        '(Recommendation tbc)',
        '(Recommendation [2])',
        '(Recommendation Recommendation 2)',
        '(Recommendations 1,,2)',
        '(Recommendations 1–2–3)',
        '(ecommendation 2)',
        '(Recom. 2)',
      ]),
  },
  {
    fault: 'a tag as the last sentence of its paragraph',
    found: ['tag-spelling'],
    plant: (report, random) =>
      tagged(report, random, ['Recommendation 2.', 'Recommendation (2)', 'Recommendations 1 and 2.']),
  },
  {
    fault: 'a tag that names a recommendation of the tag before it',
    found: ['repeated-tag'],
    plant: (report, random) => tagged(report, random, ['(Recommendations 1 and 2) (Recommendation 2)']),
  },
  {
    fault: 'a tag right under a heading',
    found: ['tag-position'],
    plant: (report, random) =>
      hasRecommendations(report)
        ? ofOne(random, firstOfSections(report), ({ from }) => inserted(report, from, '(Recommendation 2)'))
        : undefined,
  },
  {
    fault: 'a number in other figures, or behind or before another mark',
    found: ['missing-number'],
    also: ['undefined-footnote'],
    plant: (report, random) =>
      numbered(report, random, own => [
        ...(own < 20 ? [String.fromCharCode(0x2460 + own - 1)] : []),
        [...String(own)].map(figure => String.fromCharCode(0x660 + Number(figure))).join('') + '.',
        `~${own}.`,
        `@${own}.`,
        `| ${own}.`,
        `‘${own}.`,
        `${own}.0`,
        `${own}.${own + 1}.`,
        `~~${own}.~~`,
        `[^${own}].`,
        `[^${own}]:`,
      ]),
  },
  {
    fault: 'a paragraph in a comment',
    found: ['number-gap'],
    also: ['unresolved-reference', 'unclosed-comment'],
    plant: (report, random) =>
      ofOne(random, between(report), own => {
        const text = textOf(report, own);
        return /<!--/.test(text)
          ? undefined
          : planted(report, [{ from: own.from, to: own.to, text: `<!-- ${text} -->` }]);
      }),
  },
  {
    fault: 'a paragraph in the line of the heading above it',
    found: ['number-gap', 'heading-form', 'missing-section', 'number-order'],
    also: ['unknown-grade', 'missing-judgement', 'number-start', 'unresolved-reference'],
    plant: (report, random) =>
      ofOne(random, firstOfSections(report), ({ from, heading }) =>
        heading === undefined ||
        !/^\n+$/.test(report.source.slice(heading.to, from)) ||
        from === report.paragraphs[0]?.from
          ? undefined
          : planted(report, [{ from: heading.to, to: from, text: ' ' }], [{ from: heading.from, to: from + 4 }]),
      ),
  },
  {
    fault: 'a heading in the line of the paragraph above it',
    found: ['heading-form', 'missing-section'],
    also: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, lowHeadings(report), ({ from, to }) =>
        /[a-z]\.\n\n$/.test(report.source.slice(Math.max(0, from - 4), from))
          ? planted(report, [{ from: from - 2, to: from, text: ' ' }], [{ from, to }])
          : undefined,
      ),
  },
  {
    fault: 'a label before a heading’s title',
    found: ['heading-form'],
    plant: (report, random) =>
      ofOne(random, sections(report), ({ from }) => {
        const at = from + 3;
        const text = random.oneOf(['B. ', 'IV. ', 'Section 3: ']) ?? '';
        return planted(report, [{ from: at, to: at, text }]);
      }),
  },
  {
    fault: 'a required heading behind another mark, or in brackets of emphasis',
    found: ['missing-section', 'heading-level'],
    also: ['number-start'],
    plant: (report, random) =>
      ofOne(random, sections(report), heading => {
        const line = textOf(report, heading);
        const title = line.slice(3);
        const forms = [
          `"${line}`,
          `_${line}_`,
          `: ${line}`,
          `!! ${title}`,
          `h2. ${title}`,
          `\\#\\# ${title}`,
          `*${line}*`,
        ];
        return planted(report, [{ from: heading.from, to: heading.to, text: random.oneOf(forms) ?? '' }]);
      }),
  },
  {
    fault: 'an entry that is made a heading',
    found: ['missing-judgement'],
    plant: (report, random) =>
      entry(report, random, line => [`## ${line}`, `### ${line}`, `## ${line.replace(/^\S+ /, '')}`]),
  },
  {
    fault: 'an entry as a sentence, or with a Roman number',
    found: ['missing-judgement'],
    plant: (report, random) =>
      entry(report, random, line => [
        line.replace(/: (.)(.*)$/, (_, first: string, rest: string) => ` is ${first.toLowerCase()}${rest}`),
        line.replace(/^\S+/, 'IV.'),
      ]),
  },
  {
    fault: 'a judgement line with two slips',
    found: ['missing-judgement'],
    plant: (report, random) =>
      ofOne(random, report.lines, line =>
        planted(report, [
          { from: line.from, to: line.to, text: `Judgemnt: ${textOf(report, line.grade).replace(/o|i/, '$&$&')}` },
        ]),
      ),
  },
  {
    fault: 'a line among numbered paragraphs that is none of them',
    found: ['stray-mark', 'markdown-mark', 'placeholder-left', 'missing-number'],
    plant: (report, random) =>
      ofOne(random, afterAnother(report), ({ from }) =>
        inserted(
          report,
          from,
          random.oneOf([
            '// ask the team',
            'XXXX',
            'title: Inspection',
            'index 83db48f..bf2a5c1',
            '. . . .',
            '\\newpage',
          ]) ?? '',
        ),
      ),
  },
  {
    fault: 'half a sentence as a paragraph of its own',
    found: ['cut-paragraph'],
    plant: (report, random) =>
      ofOne(random, afterAnother(report), ({ from }) =>
        inserted(report, from, 'which was seen in most of the cases that inspectors read.'),
      ),
  },
  {
    fault: 'a number of another order among the others',
    found: ['number-form'],
    plant: (report, random) =>
      ofOne(random, afterAnother(report), ({ from }) =>
        inserted(report, from, `${random.oneOf(['R3', 'S4']) ?? ''}. Managers review how visits are recorded.`),
      ),
  },
  {
    fault: 'a point of a list that breaks off',
    found: ['cut-paragraph'],
    plant: (report, random) =>
      point(report, random, text => {
        const begun = text.slice(0, text.indexOf(' ', 20));
        return /[a-z]$/.test(begun) ? [`- ${begun}`] : [];
      }),
  },
  {
    fault: 'a point of a list with another mark, or with a letter',
    found: ['bullet-form'],
    plant: (report, random) =>
      point(report, random, text => ['--', '→', '►', '✓', '−', '□', '(b)', 'b.'].map(mark => `${mark} ${text}`)),
  },
  {
    fault: 'a list of numbers that is none',
    found: ['reference-form'],
    plant: (report, random) =>
      cited(report, random, n => [
        `paragraphs ${n} — 400`,
        `paragraphs ${n}..${n + 2}`,
        `paragraphs ${n}–${n + 1}–${n + 2}`,
        `paragraphs ${n}to ${n + 2}`,
        `paragraphs and ${n}`,
        `paragraph ${n}q`,
        'paragraph 1234',
        'paragraph tbc',
      ]),
  },
  {
    fault: 'a letter of another alphabet',
    found: ['damaged-character'],
    plant: (report, random) =>
      ofOne(random, findings(report), ({ to }) => {
        const words = ' for fаmilies and prоviders';
        return planted(report, [{ from: to - 1, to: to - 1, text: words }]);
      }),
  },
  {
    fault: 'two versions of a judgement',
    found: ['conflict-mark'],
    plant: (report, random) =>
      ofOne(random, [...report.lines, ...report.entries], own => {
        const line = textOf(report, { from: own.from, to: own.to });
        const text = `<<<<<<< HEAD\n${line}\n=======\n${line.replace(/\w+$/, 'Inadequate')}\n>>>>>>> other`;
        return planted(report, [{ from: own.from, to: own.to, text }]);
      }),
  },
  {
    fault: 'a detail in the line of the one before it',
    found: ['missing-metadata', 'invalid-metadata', 'front-matter-syntax'],
    plant: (report, random) => {
      if (!/^framework: ofsted-sif/m.test(report.source)) return undefined;
      const own = detail(report, random.oneOf(['published', 'inspected', 'title']) ?? '');
      const above = report.details.findLast(({ to }) => own !== undefined && to < own.from);
      if (own === undefined || above === undefined) return undefined;
      return planted(report, [{ from: own.from - 1, to: own.from, text: ' ' }], [{ from: above.from, to: own.to }]);
    },
  },
  {
    fault: 'a detail that goes on as a comment',
    found: ['front-matter-syntax'],
    plant: report => {
      const own = detail(report, 'title');
      const at = own?.value.includes('[') === true ? -1 : (own?.value.indexOf(' ', 10) ?? -1);
      if (own === undefined || at < 0) return undefined;
      const from = own.to - own.value.length + at;
      return planted(report, [{ from, to: from, text: ' #' }]);
    },
  },
  {
    fault: 'the line that ends the details in the one before it',
    found: ['front-matter-syntax'],
    plant: report => {
      const last = report.details.at(-1);
      if (last === undefined || !report.source.startsWith('\n---\n', last.to)) return undefined;
      return planted(report, [{ from: last.to, to: last.to + 1, text: '' }], [{ from: last.from, to: last.to + 3 }]);
    },
  },
  {
    fault: 'a footnote’s text in a comment',
    found: ['undefined-footnote'],
    plant: (report, random) =>
      ofOne(random, report.notes, ({ text, marks: [mark] }) =>
        mark === undefined || mark.from > text.from
          ? undefined
          : planted(report, [{ ...text, text: `<!-- ${textOf(report, text).trimEnd()} -->\n\n` }], [mark]),
      ),
  },
  {
    fault: 'the line under a table’s head twice',
    found: ['table-header'],
    plant: report => {
      const line = '| --- | --- |\n';
      const at = report.source.indexOf(line);
      return at < 0
        ? undefined
        : planted(report, [{ from: at, to: at, text: line }], [{ from: at, to: at + 2 * line.length }]);
    },
  },
];

/** The findings that end in words, and not in a tag or a reference. */
function findings(report: GoodReport): readonly Paragraph[] {
  return between(report).filter(
    own =>
      !isRecommendation(own) && /[a-z]\.$/.test(textOf(report, own)) && !/[(*]/.test(textOf(report, own).slice(-60)),
  );
}

/** The numbered paragraphs between the first and the last. */
function between({ paragraphs }: GoodReport): readonly Paragraph[] {
  return paragraphs.slice(1, -1);
}

function isRecommendation({ heading }: Paragraph): boolean {
  return /^(?:Recommendations|Areas for improvement)/.test(heading?.title ?? '');
}

function isGeneric(report: GoodReport): boolean {
  return detail(report, 'framework')?.value === 'generic';
}

/** Whether its first paragraphs are recommendations, and no others. */
function hasRecommendations({ source, paragraphs }: GoodReport): boolean {
  if (!/^framework: ofsted-sif(?:-2015)?$/m.test(source)) return false;
  return paragraphs.slice(0, 4).filter(isRecommendation).length === 4;
}

/** Paragraphs right below another of their section, with nothing between them; nothing of it is a list. */
function afterAnother(report: GoodReport): readonly Paragraph[] {
  const { paragraphs, source } = report;
  return paragraphs.slice(1).filter((own, i) => {
    const above = paragraphs[i];
    if (above === undefined || above.heading !== own.heading || isRecommendation(own)) return false;
    return /[a-z]\.\n\n$/.test(source.slice(above.to - 2, own.from)) && !/\n *-/.test(textOf(report, above));
  });
}

/** The first paragraph under each heading. */
function firstOfSections({ paragraphs }: GoodReport): readonly Paragraph[] {
  return paragraphs.filter((own, i) => own.heading !== paragraphs[i - 1]?.heading && !isRecommendation(own));
}

function lowHeadings({ headings }: GoodReport): readonly Heading[] {
  return headings.filter(({ level, title }) => level > 2 && title !== '');
}

const required = /^(?:Information about this |Leadership, management and governance$|Executive summary$)/;

function sections(report: GoodReport): readonly Heading[] {
  if (!/^framework: ofsted-sif$/m.test(report.source)) return [];
  return report.headings.filter(
    own => own.level === 2 && required.test(own.title) && !textOf(report, own).includes('{'),
  );
}

/** Puts a block before a place. */
function inserted(report: GoodReport, at: number, text: string): Planted {
  return planted(report, [{ from: at, to: at, text: `${text}\n\n` }]);
}

function tagged(report: GoodReport, random: Random, tags: readonly string[]): Planted | undefined {
  if (!hasRecommendations(report)) return undefined;
  return ofOne(random, findings(report), ({ to }) =>
    planted(report, [{ from: to, to, text: ` ${random.oneOf(tags) ?? ''}` }]),
  );
}

function cited(report: GoodReport, random: Random, forms: (n: number) => readonly string[]): Planted | undefined {
  const n = Math.floor(report.paragraphs.length / 2);
  if (n < 5) return undefined;
  return ofOne(random, findings(report), ({ to }) =>
    planted(report, [{ from: to - 1, to: to - 1, text: ` (see ${random.oneOf(forms(n)) ?? ''})` }]),
  );
}

function numbered(report: GoodReport, random: Random, forms: (n: number) => readonly string[]): Planted | undefined {
  if (isGeneric(report)) return undefined;
  return ofOne(random, between(report), own =>
    planted(report, [{ from: own.from, to: own.textFrom, text: `${random.oneOf(forms(own.number)) ?? ''} ` }]),
  );
}

function entry(report: GoodReport, random: Random, forms: (line: string) => readonly string[]): Planted | undefined {
  if (!/^framework: ofsted-sif/m.test(report.source)) return undefined;
  return ofOne(random, report.entries, own =>
    planted(report, [{ from: own.from, to: own.to, text: random.oneOf(forms(textOf(report, own))) ?? '' }]),
  );
}

/** A point between two others of a list whose points all end with a full stop. */
function point(report: GoodReport, random: Random, forms: (text: string) => readonly string[]): Planted | undefined {
  const lists = [...report.source.matchAll(/(?<=\n\n)(?:- [^\n|]{40,}\.\n){5,}(?=\n)/g)];
  return ofOne(random, lists, ({ 0: list, index }) => {
    const lines = list.trimEnd().split('\n');
    const at = 1 + random.below(lines.length - 2);
    const from = index + lines.slice(0, at).join('\n').length + 1;
    const line = lines[at] ?? '';
    const text = random.oneOf(forms(line.slice(2)));
    return text === undefined ? undefined : planted(report, [{ from, to: from + line.length, text }]);
  });
}
