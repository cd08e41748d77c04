import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import { proseOf } from '../../../model/words/prose.ts';
import { hasWordOf, placeOfWords } from '../../../model/words/proseWords.ts';
import { idOfWord } from '../../../model/words/wordColumns.ts';
import { idSet } from '../../../model/words/wordIds.ts';
import type { Span } from '../../../text/text.ts';

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
export function statedOpening(report: Report, { block }: Paragraph): Span | undefined {
  const prose = proseOf(report, block);
  const sentence = prose?.sentences[0];
  if (prose === undefined || sentence === undefined) return undefined;
  const { words } = prose;
  const { first, last } = sentence;
  if (last - first < 3) return undefined;
  const end = Math.min(last, first + longReach);
  const isModal = (word: number): boolean => (word < first + reach ? modals : plainModals).has(idOfWord(words, word));
  let modal = first + 1;
  while (modal < end && !isModal(modal)) modal++;
  const isStated = modal < end && !hasWordOf(prose, first, modal, joints);
  if (!openings.has(idOfWord(words, first)) && !isStated) return undefined;
  return placeOfWords({ base: report.document.starts[block] ?? 0, prose }, first, first + 2);
}

/** *Ensure that all assessments are: …*, *Review what is done*: after these a verb belongs to what is ordered. */
const joints = idSet('that who which what how where when whether if so until as ensure');
