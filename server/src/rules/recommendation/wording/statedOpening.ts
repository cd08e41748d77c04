import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import { type Prose, proseOf } from '../../../model/words/prose.ts';
import { endOfWord, idOfWord, startOfWord } from '../../../model/words/wordColumns.ts';
import { idSet } from '../../../model/words/wordIds.ts';

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
export function statedOpening(
  { document, ...rest }: Report,
  { block }: Paragraph,
): { from: number; to: number } | undefined {
  const prose = proseOf({ document, ...rest }, block);
  const sentence = prose?.sentences[0];
  if (prose === undefined || sentence === undefined) return undefined;
  const { words } = prose;
  const { first, last } = sentence;
  if (last - first < 3) return undefined;
  const end = Math.min(last, first + longReach);
  const isModal = (word: number): boolean => (word < first + reach ? modals : plainModals).has(idOfWord(words, word));
  let modal = first + 1;
  while (modal < end && !isModal(modal)) modal++;
  const isStated = modal < end && !isListed(prose.text, words, first, modal);
  if (!openings.has(idOfWord(words, first)) && !isStated) return undefined;
  const base = document.starts[block] ?? 0;
  return { from: base + startOfWord(words, first), to: base + endOfWord(words, first + 1) };
}

/** *Ensure that all assessments are: …*, *Review what is done*: the verb belongs to what is ordered. */
function isListed(text: string, words: Prose['words'], first: number, modal: number): boolean {
  for (let i = first; i < modal; i++)
    if (joints.has(text.slice(startOfWord(words, i), endOfWord(words, i)).toLowerCase())) return true;
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
