import { blocksWhere } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import type { Document } from '../../../syntax/document.ts';
import { fixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

/** Whether a block begins with a capital that a blank parts from small letters. (*A* and *I* are words.) */
export function beginsTorn({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'plain' && block?.kind !== 'numbered' && block?.kind !== 'bullet') return false;
  const from = (starts[index] ?? 0) + block.content.from;
  return source.charAt(from + 1) === ' ' && torn.test(source.slice(from, from + longest));
}

/** First letters that stand apart from their words: *T he authority*, where *the* is a word of the report. */
export function* tornInitials({ document }: Report): Iterable<Finding> {
  const { source, blocks, starts } = document;
  for (const i of blocksWhere(document, beginsTorn).slice(0, most)) {
    const block = blocks[i];
    if (block === undefined || !('content' in block)) continue;
    const from = (starts[i] ?? 0) + block.content.from;
    const [, initial = '', rest = ''] = torn.exec(source.slice(from, from + longest)) ?? [];
    // (A letter may be somebody’s name: *B has moved*.)
    if (!source.includes(` ${initial}${rest} `) && !source.includes(` ${initial.toLowerCase()}${rest} `)) continue;
    const place = { from: from + 1, to: from + 2 };
    yield {
      from,
      to: from + 2 + rest.length,
      message: `There is a space in this word. Write “${initial}${rest}”.`,
      fixes: [fixWith(`Change to “${initial}${rest}”`, place, '')],
    };
  }
}

const torn = /^([B-HJ-Z]) ([a-z]{2,20})(?= )/;
const longest = 24;
/** More than a few have another cause. */
const most = 8;
