import { type FaultKind, ofOne, planted } from '../faultKind.ts';
import { type GoodReport, type Tag, textOf } from '../goodReport.ts';

/** Faults in tags. */
export const recommendationFaults: readonly FaultKind[] = [
  {
    fault: 'a tag for a recommendation that is not there',
    found: ['unresolved-tag'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag =>
        planted(report, [{ ...tag, text: `(Recommendation ${400 + random.below(99)})` }]),
      ),
  },
  {
    fault: 'a tag for a finding’s number',
    found: ['unresolved-tag'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag =>
        planted(report, [{ ...tag, text: `(Recommendation ${tag.paragraph.number})` }]),
      ),
  },
  {
    fault: 'a tag’s list with a wrong number',
    found: ['unresolved-tag'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag => planted(report, [{ ...tag, text: '(Recommendations 1 and 444)' }])),
  },
  {
    fault: 'a tag misspelt',
    found: ['tag-spelling'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag => {
        const slip = random.oneOf([
          'Recomendation',
          'Reccommendation',
          'Recommendaton',
          'Recommedation',
          'Recommendatoin',
        ]);
        return planted(report, [{ ...tag, text: textOf(report, tag).replace('Recommendation', slip ?? '') }]);
      }),
  },
  {
    fault: 'a tag in two pairs of brackets',
    found: ['tag-spelling'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag => planted(report, [{ ...tag, text: `(${textOf(report, tag)})` }])),
  },
  {
    fault: 'a tag twice',
    found: ['repeated-tag'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag => {
        const text = textOf(report, tag);
        return planted(report, [{ ...tag, text: `${text} ${text}` }]);
      }),
  },
  {
    fault: 'a tag in a recommendation',
    found: ['tag-position'],
    plant: (report, random) =>
      ofOne(
        random,
        report.paragraphs.filter(({ heading }) => heading?.title === 'Recommendations'),
        ({ number, to }) => planted(report, [{ from: to, to, text: ` (Recommendation ${number})` }]),
      ),
  },
  {
    fault: 'a tag in square brackets',
    found: ['tag-spelling'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag =>
        planted(report, [{ ...tag, text: `[${textOf(report, tag).slice(1, -1)}]` }]),
      ),
  },
  {
    fault: 'a tag without its closing bracket',
    found: ['tag-spelling'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag => planted(report, [{ ...tag, text: textOf(report, tag).slice(0, -1) }])),
  },
  {
    fault: 'a tag without its opening bracket',
    found: ['tag-spelling'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag =>
        planted(report, [{ ...tag, text: random.oneOf([textOf(report, tag).slice(1), 'Recommendation 1)']) ?? '' }]),
      ),
  },
  {
    fault: 'a tag without brackets',
    found: ['tag-spelling'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag =>
        /[.!?’”]\s*$/.test(report.source.slice(0, tag.from))
          ? planted(report, [{ ...tag, text: 'Recommendation 1' }])
          : undefined,
      ),
  },
  {
    fault: 'a tag in brackets that are not round, or do not match',
    found: ['tag-spelling'],
    plant: (report, random) => {
      const [open, close] = random.oneOf(['{}', '(]', '[)', '(}'])?.split('') ?? [];
      return ofOne(random, plainTags(report), tag =>
        planted(report, [{ ...tag, text: `${open}${textOf(report, tag).slice(1, -1)}${close}` }]),
      );
    },
  },
  {
    fault: 'a tag shortened, torn, or with more than a blank before its number',
    found: ['tag-spelling'],
    plant: (report, random) => {
      const written = random.oneOf([
        'Rec 1',
        'Rec. 1',
        'Recommen dation 1',
        'Recommendation no. 1',
        'Recommendation: 1',
      ]);
      return ofOne(random, plainTags(report), tag => planted(report, [{ ...tag, text: `(${written})` }]));
    },
  },
  {
    fault: 'a tag with a letter in its number, or a stroke between two',
    found: ['tag-spelling'],
    plant: (report, random) => {
      const written = random.oneOf(['Recommendation l', 'Recommendation 1O', 'Recommendations 1/2']);
      return ofOne(random, plainTags(report), tag => planted(report, [{ ...tag, text: `(${written})` }]));
    },
  },
  {
    fault: 'a tag and its number in one word',
    found: ['tag-spelling'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag => planted(report, [{ ...tag, text: '(Recommendation1)' }])),
  },
  {
    fault: 'a tag’s number in words, or its list broken off',
    found: ['tag-spelling'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), tag => {
        const text = random.oneOf([
          '(2nd Recommendation)',
          '(Recommendation two)',
          '(Recommendation 2 and)',
          '(Recommendations 1, 2 and)',
        ]);
        return planted(report, [{ ...tag, text: text ?? '' }]);
      }),
  },
  {
    fault: 'a tag in the middle of its paragraph',
    found: ['tag-position'],
    plant: (report, random) =>
      ofOne(random, plainTags(report), ({ from, to, paragraph }) => {
        const text = textOf(report, { from: paragraph.textFrom, to: from });
        if (/\(Recommendation/.test(text)) return undefined;
        const end = random.oneOf([...text.matchAll(/(?<=\p{Ll}{4}\.)(?=\s+\p{Lu}\p{Ll}+ )/gu)]);
        if (end === undefined) return undefined;
        const at = paragraph.textFrom + end.index;
        const blanks = /\s*$/.exec(text)?.[0].length ?? 0;
        const middle = { from: at, to: at, text: ` ${textOf(report, { from, to })}` };
        return planted(report, [{ from: from - blanks, to, text: '' }, middle], [middle]);
      }),
  },
];

/** Tags that end their paragraph. */
function plainTags({ tags, source }: GoodReport): Tag[] {
  return tags.filter(({ to, paragraph }) => to === paragraph.to && !source.startsWith('<!--', to));
}
