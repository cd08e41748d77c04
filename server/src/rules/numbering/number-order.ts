import { seriesOf } from '../../model/numbering/series.ts';
import type { SeriesBreak } from '../../model/numbering/seriesBreaks.ts';
import { seriesValue } from '../../model/numbering/seriesNumbers.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import { capitalised } from '../../text/phrases.ts';
import { breakFixes, named } from '../numbers/renumberFix.ts';
import type { Rule } from '../rule.ts';
import { partedDisplaced } from './parted/partedFindings.ts';

/**
 * A paragraph does not stand where its number belongs: two have changed places, one was moved, or a number is mistyped.
 * A reader who looks for a paragraph by its number does not find it. Move it back, or renumber; renumbering also changes
 * the references to it.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 3. Plans are clear.
 * ^ Paragraph 3 stands before paragraph 2.
 *
 * 2. Visits are regular; see paragraph 3.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular; see paragraph 2.
 * ```
 *
 * Where the numbers around it leave only one, that is the mend:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 22. Plans are clear.
 * ^^ 22 does not fit between 1 and 3. By its place this is paragraph 2.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * Numbers that are in order, with a gap, are no matter of this rule:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 3. Plans are clear.
 * ```
 */
export const numberOrder: Rule = {
  id: 'number-order',
  group: 'numbering',
  kind: 'fault',
  severity: 'error',
  summary: 'A paragraph does not stand where its number belongs',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    for (const { kind, breaks } of seriesOf(report)) {
      for (const own of breaks) {
        const { sort, members, others, before, right } = own;
        const span = members[0]?.numberSpan;
        if (sort !== 'displaced' || span === undefined) continue;
        const value = (paragraph: Paragraph | undefined): number =>
          seriesValue(kind.form, paragraph?.number ?? '') ?? -1;
        const isLate = before !== undefined && value(members[0]) < value(before);
        const related = [...members.slice(1, mostRelated), ...others.slice(0, mostRelated)].flatMap(
          ({ numberSpan }) => numberSpan ?? [],
        );
        yield {
          ...span,
          message: right === undefined ? placeMessage(own, isLate) : rightMessage(own, right),
          related: related.map(place => ({ ...place, message: 'This one too.' })),
          fixes: breakFixes(report, own),
        };
      }
    }
    yield* partedDisplaced(report);
  },
};

/** More places than this help nobody. */
const mostRelated = 20;

function rightMessage({ members, before, after }: SeriesBreak, right: string): string {
  const number = members[0]?.number;
  const place =
    before === undefined
      ? `come before ${after?.number}`
      : after === undefined
        ? `follow ${before.number}`
        : `fit between ${before.number} and ${after.number}`;
  return `${number} does not ${place}. By its place this is paragraph ${right}.`;
}

function placeMessage({ members, others, before, after }: SeriesBreak, isLate: boolean): string {
  const who = capitalised(named(members));
  if (others.length > 0) {
    return `${who} and ${named(others)} have changed places. Move them back, or renumber.`;
  }
  const where = isLate ? before && `after ${named([before])}` : after && `before ${named([after])}`;
  const [verb, pronoun] = members.length === 1 ? ['stands', 'it'] : ['stand', 'them'];
  return `${who} ${verb} ${where ?? 'out of order'}. Move ${pronoun} back, or renumber.`;
}
