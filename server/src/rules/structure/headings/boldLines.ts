import type { Document } from '../../../syntax/document.ts';
import type { Finding } from '../../rule.ts';

/** A line of nothing but bold words, none of them a sentence's or a label's last; in brackets it adds to the heading above it. */
const bold = /^\*\*(?!\s|\([^*()]*\)\*\*$)[^*\r\n]*[^*\s.:;,]\*\*$/;

/** Whether a block is such a line, and none of several. */
export function isBoldAlone({ blocks, starts, source }: Document, index: number): boolean {
  const isBold = (at: number): boolean => {
    const block = blocks[at];
    const start = starts[at] ?? 0;
    return block?.kind === 'plain' && bold.test(source.slice(start + block.start, start + block.end));
  };
  return isBold(index) && !isBold(index - 1) && !isBold(index + 1);
}

/** Lines in bold type are a manner of the report if there are several: one question. */
export function ofBolds(first: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return { ...first, severity: 'information' };
  const all = [first, ...others];
  return {
    ...first,
    severity: 'information',
    message: `${all.length} lines are bold, and stand alone. If they are headings, write “###” before each of them.`,
    related: others.map(({ from, to }) => ({ from, to, message: 'This line as well.' })),
    fixes: [
      {
        title: 'Make them headings',
        edits: all.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []),
        certain: false,
      },
    ],
  };
}
