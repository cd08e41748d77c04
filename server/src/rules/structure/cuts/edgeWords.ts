import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import type { Document } from '../../../syntax/document.ts';
import { isSmallLetter } from '../../../text/letters.ts';
import type { Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';

/** Words that lead on to another: with these no sentence ends. */
export const linkingWords = new Set(
  'a an and are as at been by for from has have if in is of on or that the their to was were which who with'.split(' '),
);

/** So much of a text is looked at for its first or last word. */
export const longestWord = 60;

/** A paragraph that breaks off, told at its last word. */
export function breaksOff({ document: { source } }: Report, { from, to: end }: Span): Finding {
  const start = Math.max(from, end - longestWord);
  const to = start + source.slice(start, end).trimEnd().length;
  const [word = ''] = /\S+$/.exec(source.slice(start, to)) ?? [];
  return {
    from: to - word.length,
    to,
    message: 'This paragraph breaks off here. Put back what is missing, or end it with a full stop.',
  };
}

/** A paragraph that begins in the middle of a sentence, told at its first word. */
export function beginsMidway({ document: { source } }: Report, { content: { from } }: Paragraph): Finding {
  const [word = ''] = /^\S+/.exec(source.slice(from, from + longestWord)) ?? [];
  return {
    from,
    to: from + word.length,
    message:
      'This paragraph begins in the middle of a sentence. Put back what is missing, or join it to what it goes on with.',
  };
}

/** Whether a plain block’s last word is one that leads on. */
export function endsInLink({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'plain') return false;
  return linkingWords.has(shortWordBefore(source, (starts[index] ?? 0) + block.content.to));
}

/** The short word in small letters that ends at an offset, behind another; nothing where there is none. (Most text ends in a full stop.) */
export function shortWordBefore(source: string, to: number): string {
  if (!isSmallLetter(source.charCodeAt(to - 1))) return '';
  return /(?<=\p{L}\s)\p{Ll}{1,6}$/u.exec(source.slice(Math.max(0, to - longestWord), to))?.[0] ?? '';
}
