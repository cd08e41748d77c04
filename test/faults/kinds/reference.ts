import { type FaultKind, ofOne, planted } from '../faultKind.ts';
import { type GoodReport, type Heading, type Paragraph, textOf } from '../goodReport.ts';
import type { Random } from '../random.ts';
import { withSlip } from '../slips.ts';

/** Faults in references, links and footnotes. */
export const referenceFaults: readonly FaultKind[] = [
  {
    fault: 'a reference to a paragraph that is not there',
    found: ['unresolved-reference'],
    plant: (report, random) => referring(report, random, (_, last) => `paragraph ${last + 1 + random.below(9)}`),
  },
  {
    fault: 'a reference to a recommendation that is not there',
    found: ['unresolved-reference'],
    plant: (report, random) =>
      report.headings.some(({ title }) => title === 'Recommendations')
        ? referring(report, random, (_, last) => `recommendation ${last + 2}`)
        : undefined,
  },
  {
    fault: 'a reference by a misspelt word to a paragraph that is not there',
    found: ['unresolved-reference'],
    plant: (report, random) =>
      referring(
        report,
        random,
        (_, last) => `${random.oneOf(['pargraph', 'paragaph', 'paragrpah', 'par.'])} ${last + 2 + random.below(9)}`,
      ),
  },
  {
    fault: 'a reference that is not written out, or mistyped',
    // A place to be filled in is told as that in what is no draft.
    found: ['reference-form', 'placeholder-left'],
    plant: (report, random) =>
      referring(
        report,
        random,
        (_, last) =>
          random.oneOf([
            'paragraph ??',
            'paragraph XX',
            `paragraph${last}`,
            `paragraph #${last}`,
            `pargraph ${last}`,
            `paragraphs ${last} and ${last}`,
            'Error! Reference source not found',
          ]) ?? '',
      ),
  },
  {
    fault: 'a link with another bracket, or a blank in it',
    found: ['unresolved-link'],
    plant: (report, random) =>
      referring(
        report,
        random,
        () => random.oneOf(['[this] (#summary)', '(this)[#summary]', '[this(#summary)', 'this](#summary)']) ?? '',
      ),
  },
  {
    fault: 'a list of references with a wrong one',
    found: ['unresolved-reference'],
    plant: (report, random) => referring(report, random, (_, last) => `paragraphs 1, 2 and ${last + 3}`),
  },
  {
    fault: 'a range that ends beyond the last paragraph',
    found: ['unresolved-reference'],
    plant: (report, random) => referring(report, random, (_, last) => `paragraphs ${last - 1}–${last + 2}`),
  },
  {
    fault: 'a reference to the paragraph itself',
    found: ['self-reference'],
    plant: (report, random) => referring(report, random, own => `paragraph ${own}`),
  },
  {
    fault: 'a range that runs backwards',
    found: ['reversed-range'],
    plant: (report, random) => {
      const from = 3 + random.below(4);
      return referring(report, random, () => `paragraphs ${from}–${from - 2}`);
    },
  },
  {
    fault: 'numbers of a list parted by a blank',
    found: ['list-punctuation'],
    plant: (report, random) =>
      referring(report, random, () => `paragraphs ${1 + random.below(2)} ${3 + random.below(3)}`),
  },
  {
    fault: 'a footnote’s mark without text',
    found: ['undefined-footnote'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, ({ to }) => planted(report, [{ from: to, to, text: '[^99]' }])),
  },
  {
    fault: 'a footnote’s text without mark',
    found: ['unused-footnote'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, ({ to }) =>
        planted(report, [{ from: to, to, text: '\n\n[^99]: Leaders told inspectors so.' }]),
      ),
  },
  {
    fault: 'a footnote’s text taken out',
    found: ['undefined-footnote'],
    plant: (report, random) =>
      ofOne(random, report.notes, ({ text, marks }) => planted(report, [{ ...text, text: '' }], marks)),
  },
  {
    fault: 'a footnote’s mark taken out',
    found: ['unused-footnote'],
    plant: (report, random) =>
      ofOne(random, report.notes, ({ text, marks }) =>
        planted(
          report,
          marks.map(mark => ({ ...mark, text: '' })),
          [text],
        ),
      ),
  },
  {
    fault: 'a footnote’s name mistyped in its text',
    found: ['undefined-footnote', 'unused-footnote'],
    plant: (report, random) =>
      ofOne(random, report.notes, ({ text, marks, name }) =>
        planted(report, [{ from: text.from + 2, to: text.from + 2 + name.length, text: '88' }], [text, ...marks]),
      ),
  },
  {
    fault: 'a footnote’s text without its colon',
    found: ['undefined-footnote'],
    plant: (report, random) =>
      ofOne(random, report.notes, ({ text, name, marks }) => {
        const colon = text.from + name.length + 3;
        return planted(report, [{ from: colon, to: colon + 1, text: '' }], [text, ...marks]);
      }),
  },
  {
    fault: 'a footnote’s text doubled',
    found: ['unused-footnote'],
    plant: (report, random) =>
      ofOne(random, report.notes, ({ text }) =>
        planted(report, [{ from: text.to, to: text.to, text: `\n\n${textOf(report, text)}` }], [text]),
      ),
  },
  {
    fault: 'two footnotes exchanged',
    found: ['footnote-order'],
    orRelated: true,
    plant: ({ notes, ...rest }) => {
      const report = { notes, ...rest };
      const [one, other] = notes.filter(({ name }) => /^\d+$/.test(name));
      if (one === undefined || other === undefined) return undefined;
      return planted(report, [
        ...one.marks.map(mark => ({ ...mark, text: `[^${other.name}]` })),
        ...other.marks.map(mark => ({ ...mark, text: `[^${one.name}]` })),
      ]);
    },
  },
  {
    fault: 'two headings with one name for links',
    found: ['duplicate-id'],
    orRelated: true,
    plant: (report, random) => {
      const [one, other] = random.shuffled(report.headings.filter(own => isPlain(report, own)));
      if (one === undefined || other === undefined) return undefined;
      return planted(
        report,
        [one, other].map(({ to }) => ({ from: to, to, text: ' {#the-same}' })),
      );
    },
  },
  {
    fault: 'a heading named as paragraphs are',
    found: ['duplicate-id'],
    plant: (report, random) =>
      ofOne(
        random,
        report.headings.filter(own => isPlain(report, own)),
        ({ to }) => planted(report, [{ from: to, to, text: ` {#paragraph-${1 + random.below(9)}}` }]),
      ),
  },
  {
    fault: 'a link to a heading that is not there',
    found: ['unresolved-link'],
    plant: (report, random) => sentenced(report, random, 'See [what leaders have done](#what-leaders-did).'),
  },
  {
    fault: 'a link to a paragraph that is not there',
    found: ['unresolved-link'],
    plant: (report, random) =>
      sentenced(report, random, `See [a later finding](#paragraph-${report.paragraphs.length + 4}).`),
  },
  {
    fault: 'a link that is not closed',
    found: ['unresolved-link'],
    plant: (report, random) => sentenced(report, random, 'See [what is said above](#paragraph-2 and below.'),
  },
  {
    fault: 'a heading’s name misspelt in a link',
    found: ['unresolved-link'],
    plant: (report, random) => {
      const links = [...report.source.matchAll(/(?<=\]\(#)(?!paragraph-|recommendation-)[a-z-]+(?=\))/g)];
      return ofOne(random, links, ({ 0: id, index }) =>
        planted(report, [{ from: index, to: index + id.length, text: withSlip(id, random) }]),
      );
    },
  },
  {
    fault: 'a link of another markup',
    found: ['unresolved-link'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, own => {
        const at = endOfFirstSentence(report, own);
        const words =
          random.oneOf([' [[paragraph 2]]', ' ([more][1])', ' (https:// www.gov.uk)', ' <https://www.gov.uk']) ?? '';
        return at === undefined ? undefined : planted(report, [{ from: at, to: at, text: words }]);
      }),
  },
  {
    fault: 'a note without words, or marked twice',
    found: ['undefined-footnote'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(random, report.paragraphs, own => {
        const text = textOf(report, own);
        if (!/\p{Ll}\.$/u.test(text) || !report.source.startsWith('\n\n', own.to)) return undefined;
        const words = random.oneOf(['[^88]\n\n[^88]:', '[^88][^88]\n\n[^88]: Data of March.']) ?? '';
        return planted(report, [{ from: own.to, to: own.to, text: words }]);
      }),
  },
];

/** A paragraph at whose end a parenthesis refers to others; `words` are asked with its own number and the last. */
function referring(report: GoodReport, random: Random, words: (own: number, last: number) => string) {
  const last = report.paragraphs.length;
  if (last < 8) return undefined;
  return ofOne(random, report.paragraphs.slice(8), own => {
    const to = endOfFirstSentence(report, own);
    return to === undefined
      ? undefined
      : planted(report, [{ from: to, to, text: ` (see ${words(own.number, last)})` }]);
  });
}

function sentenced(report: GoodReport, random: Random, sentence: string) {
  return ofOne(random, report.paragraphs, own => {
    const to = endOfFirstSentence(report, own);
    return to === undefined ? undefined : planted(report, [{ from: to + 1, to: to + 1, text: ` ${sentence}` }]);
  });
}

/** Before the full stop of a paragraph's first sentence. */
function endOfFirstSentence(report: GoodReport, { textFrom, to }: Paragraph): number | undefined {
  const end = /\p{Ll}{3}\.(?=\s+\p{Lu}|$)/u.exec(textOf(report, { from: textFrom, to }));
  return end === null ? undefined : textFrom + end.index + 3;
}

function isPlain(report: GoodReport, heading: Heading): boolean {
  return heading.level > 1 && !/[{[]/.test(textOf(report, heading));
}
