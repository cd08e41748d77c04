import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import { proseOf } from '../../model/words/prose.ts';
import { idSet } from '../../model/words/wordIds.ts';
import { moreLikeIt } from '../moreLikeIt.ts';
import type { Rule } from '../rule.ts';

/**
 * Most recommendations of the report begin with what is to be done, *Ensure*, *Improve*, *Review*; this one does not. A
 * recommendation that states a wish or a fact leaves open who is to do what, and stands out in the list.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * 3. Social workers should visit children more often.
 *    ^^^^^^^^^^^^^^ This recommendation does not begin with what is to be done, as the others do.
 *
 * 4. Ensure that plans are clear.
 * ```
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Initial and review health assessments should be completed in time.
 *    ^^^^^^^^^^^ This recommendation does not begin with what is to be done, as the others do.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * 3. Increase the capacity for meeting the needs of teenagers.
 * ```
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * 3. Ensure that social workers visit children more often.
 *
 * 4. With partners, review the early help offer.
 * ```
 *
 * What is called a concern states what is wrong:
 *
 * ```inspectmark
 * ---
 * framework: generic
 * ---
 *
 * ## Key concerns
 *
 * 1. Boys did not spend enough time out of their cells.
 *
 * 2. Attendance at education was poor.
 *
 * 3. Complaints took too long.
 *
 * 4. Support on arrival lasted only one night.
 * ```
 *
 * Some frameworks word their recommendations otherwise; where most of a report’s do, none is out of form.
 */
export const recommendationForm: Rule = {
  id: 'recommendation-form',
  group: 'recommendation',
  kind: 'style',
  severity: 'hint',
  summary: 'A recommendation does not begin with what is to be done',
  fixable: false,
  readsWords: ({ kind }) => kind === 'recommendation',
  *check({ report }) {
    const sections = new Set(report.recommendations.map(({ section }) => section));
    for (const section of sections) {
      // A concern is a statement.
      if (/\bconcerns?\b/i.test(report.sections[section ?? -1]?.title ?? '')) continue;
      const own = report.recommendations.filter(recommendation => recommendation.section === section);
      const [first, ...others] = own.flatMap(recommendation => openingOf(report, recommendation) ?? []);
      if (first === undefined || 3 * (1 + others.length) > own.length) continue;
      yield {
        ...first,
        message: `This recommendation does not begin with what is to be done, as the others do${moreLikeIt(others)}. Begin with a verb: *Ensure*, *Improve*.`,
        related: others.map(other => ({ ...other, message: 'This one does not either.' })),
      };
    }
  },
};

/** Words that no order begins with. */
const openings = idSet(
  `a an the this that these those there it they we he she its their our all some most more many no not every each any both
  children managers leaders workers staff partners improving ensuring reviewing strengthening developing increasing reducing`,
);
/** After these no order is meant: *managers should …* */
const modals = idSet('should must needs ought is are was were has have will can could may');
/** So many words may stand before them. */
const reach = 5;
/** These are no nouns, and may stand further on: *Initial and review health assessments should …* */
const plainModals = idSet('should must ought');
const longReach = 8;

/** The first words of a recommendation that is no order; nothing if it is, or may be. */
function openingOf({ document, ...rest }: Report, { block }: Paragraph): { from: number; to: number } | undefined {
  const prose = proseOf({ document, ...rest }, block);
  const sentence = prose?.sentences[0];
  if (prose === undefined || sentence === undefined) return undefined;
  const { words } = prose;
  const { first, last } = sentence;
  if (last - first < 3) return undefined;
  const end = Math.min(last, first + longReach);
  const isModal = (word: number): boolean =>
    (word < first + reach ? modals : plainModals).has(words[3 * word + 2] as number);
  let modal = first + 1;
  while (modal < end && !isModal(modal)) modal++;
  const isStated = modal < end && !isListed(prose.text, words, first, modal);
  if (!openings.has(words[3 * first + 2] as number) && !isStated) return undefined;
  const base = document.starts[block] ?? 0;
  return { from: base + (words[3 * first] as number), to: base + (words[3 * first + 4] as number) };
}

/** *Ensure that all assessments are: …*, *Review what is done*: the verb belongs to what is ordered. */
function isListed(text: string, words: ArrayLike<number>, first: number, modal: number): boolean {
  for (let i = first; i < modal; i++)
    if (joints.has(text.slice(words[3 * i], words[3 * i + 1]).toLowerCase())) return true;
  return false;
}

const joints = new Set([
  'that',
  'who',
  'which',
  'what',
  'how',
  'where',
  'when',
  'whether',
  'if',
  'so',
  'until',
  'as',
  'ensure',
]);
