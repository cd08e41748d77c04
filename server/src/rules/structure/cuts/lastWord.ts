import type { Document } from '../../../syntax/document.ts';
import { isSmallLetter } from '../../../text/letters.ts';

/** Words that lead on to another: with these no sentence ends. */
export const linkingWords = new Set(
  'a an and are as at been by for from has have if in is of on or that the their to was were which who with'.split(' '),
);

/** So much of a text is looked at for its first or last word. */
export const longestWord = 60;

/** Whether a plain block’s last word is one that leads on. */
export function endsInLink({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'plain') return false;
  const to = (starts[index] ?? 0) + block.content.to;
  // Most end in a full stop.
  if (!isSmallLetter(source.charCodeAt(to - 1))) return false;
  const [word = ''] = /(?<=\p{L}\s)\p{Ll}{1,6}$/u.exec(source.slice(Math.max(0, to - longestWord), to)) ?? [];
  return linkingWords.has(word);
}
