import { type DoubledJudgement, doubledJudgements } from '../../model/judgements/judgedAreas.ts';
import type { Judgement } from '../../model/judgements/judgement.ts';
import { openingEndOf } from '../../model/judgements/judgements.ts';
import { patternMatch } from '../../model/pattern.ts';
import type { Report } from '../../model/report.ts';
import { runsOf } from '../../text/lists.ts';
import { areaWords, inSentence } from '../messages/judgementWords.ts';
import { quotedTitle, titleSpan } from '../reportParts.ts';
import type { Finding, Rule } from '../rule.ts';
import { hiddenEntries } from './entries/hiddenEntries.ts';
import { areaOfStray, readsStrayLines, strayLines } from './entries/judgementLines.ts';

/**
 * An area is graded twice in one place: it has two entries in the list of judgements, or two judgement lines in its
 * section. One of them was probably meant for another area.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Adoption performance: Outstanding
 *     ^^^^^^^^^^^^^^^^^^^^ Area 2.1 is in the list already
 * ```
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * Judgement: Good
 *
 * Judgement: Requires improvement
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Leadership, management and governance” has its judgement already.
 * ```
 *
 * A list that was pasted twice is told once:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 *
 * 1. Children who need help and protection: Good
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Area 1 is in the list already, and so is the one that follows. Take them out once.
 * 2. Children looked after and achieving permanence: Good
 * ```
 *
 * Correct the area’s name, or take one of the two out. That an area is graded in the list and in its section as well is
 * as it should be:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * 2.1 Adoption performance: Good
 *
 * ### The graded judgement for adoption performance is that it is good
 * ```
 */
export const duplicateJudgement: Rule = {
  id: 'duplicate-judgement',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'An area is graded twice in one list or one section',
  fixable: false,
  readsWords: readsStrayLines,
  *check({ report, framework }) {
    for (const [{ judgement, first }, ...others] of pastedTogether(report)) {
      const subject = areaWords(framework, judgement.area, judgement.areaText);
      const place = judgement.carrier === 'entry' ? first.areaSpan : undefined;
      const { from, to } = (judgement.carrier === 'entry' ? judgement.areaSpan : undefined) ?? judgement;
      yield {
        from,
        to,
        message:
          judgement.carrier !== 'entry'
            ? `${subject} is graded in this section already. Take one of the two lines out.`
            : others.length > 0
              ? `${subject} is in the list already, and so ${others.length === 1 ? 'is the one that follows' : `are the ${others.length} that follow`}. Take them out once.`
              : `${subject} is in the list already. Correct the name, or take one of the two out.`,
        related: [
          {
            ...(place ?? { from: first.from, to: first.to }),
            message: `The first place that grades ${inSentence(subject)}.`,
          },
          ...others.map(({ judgement: { from, to, areaSpan } }) => ({
            ...(areaSpan ?? { from, to }),
            message: 'This is in the list already too.',
          })),
        ],
      };
    }
    yield* secondHeadline(report);
    for (const { area, areaSpan, first } of hiddenEntries(report).values()) {
      if (first === undefined) continue;
      const subject = areaWords(framework, area.id, area.title);
      yield {
        ...areaSpan,
        message: `${subject} is in the list already. Correct the name, or take one of the two out.`,
        related: [
          {
            ...(first.areaSpan ?? { from: first.from, to: first.to }),
            message: `The first place that grades ${inSentence(subject)}.`,
          },
        ],
      };
    }
    for (const line of strayLines(report)) {
      const { from, to, own, first } = line;
      if (first === undefined) continue;
      const section = own === undefined ? 'the section' : quotedTitle(own);
      const meant = areaOfStray(report, line);
      const advice =
        meant === undefined
          ? 'Take one of the two out.'
          : `Is one of the two that of ${inSentence(areaWords(framework, meant.id, meant.title))}, which has none?`;
      yield {
        from,
        to,
        message: `This grade does not count: ${section} has its judgement already. ${advice}`,
        related: [{ from: first.from, to: first.to, message: 'The judgement of the section.' }],
      };
    }
  },
};

/** The judgements that are given twice; entries that follow one another as those do that were there first are one paste. */
function pastedTogether(report: Report): [DoubledJudgement, ...DoubledJudgement[]][] {
  const places = new Map(report.judgements.map((judgement, i) => [judgement, i]));
  const follows = (own: Judgement, other: Judgement): boolean =>
    own.carrier === 'entry' && places.get(own) === (places.get(other) ?? 0) + 1;
  return runsOf(
    doubledJudgements(report),
    (own, last) => follows(own.judgement, last.judgement) && follows(own.first, last.first),
  );
}

/** Another heading of the opening that fits the framework’s headline: only the first is read. */
function* secondHeadline({ framework, sections, headline }: Report): Iterable<Finding> {
  const first = sections[headline ?? -1];
  if (first === undefined) return;
  const end = openingEndOf(sections) ?? Infinity;
  for (const section of sections) {
    if (section.block >= end) return;
    if (section.index === headline) continue;
    if (!framework.headlines.some(pattern => patternMatch(pattern, section.title) !== undefined)) continue;
    yield {
      ...titleSpan(section),
      message: 'The overall judgement stands here a second time. Take one of the two headings out.',
      related: [{ ...titleSpan(first), message: 'The first.' }],
    };
  }
}
