import type { Span } from '../text/text.ts';
import type { BulletBlock, NumberedBlock, PlainBlock } from './block.ts';
import type { Change, Document } from './document.ts';
import type { Inlines } from './inlines.ts';
import { movedOffset, sameButMoved } from './sameButMoved.ts';

/**
 * A change of a document that leaves all blocks what they are: it touches the words of one paragraph, and none of the
 * marks in it. Most letters that an author types are such changes.
 */
export interface Rewording {
  /** The index of the block whose words have changed, the same before and after. */
  readonly block: number;
  readonly change: Change;
}

/** A block of running text whose words may change and nothing else. */
type Reworded = NumberedBlock | BulletBlock | PlainBlock;

/** What a change of `before` into `after` is if it is a rewording. */
export function rewordingOf(before: Document, after: Document, change: Change): Rewording | undefined {
  const block = onlyDifference(before, after);
  if (block === undefined) return undefined;
  const start = before.starts[block] ?? 0;
  const old = before.blocks[block];
  const fresh = after.blocks[block];
  if (!isRunningText(old) || !isRunningText(fresh)) return undefined;
  const within = { ...change, from: change.from - start, to: change.to - start };
  if (within.from < old.content.from || within.to > old.content.to) return undefined;
  return touchesMark(old.inlines, within) || !isReworded(old, fresh, within) ? undefined : { block, change };
}

/** The index at which two documents of as many blocks differ, if it is one only. */
function onlyDifference({ blocks: before }: Document, { blocks: after }: Document): number | undefined {
  if (before.length !== after.length) return undefined;
  let found: number | undefined;
  for (let i = 0; i < before.length; i++) {
    if (before[i] === after[i]) continue;
    if (found !== undefined) return undefined;
    found = i;
  }
  return found;
}

/** Whether a block has words of its own, and no line in it that could be another block. */
function isRunningText(block: Document['blocks'][number] | undefined): block is Reworded {
  if (block?.kind !== 'numbered' && block?.kind !== 'bullet' && block?.kind !== 'plain') return false;
  return block.hiddenNumbers.length === 0 && block.content.from < block.content.to;
}

function isReworded(old: Reworded, fresh: Reworded, change: Change): boolean {
  const by = change.length - (change.to - change.from);
  return (
    fresh.length === old.length + by &&
    fresh.looked === old.looked + by &&
    fresh.start === old.start &&
    fresh.end === old.end + by &&
    fresh.content.from === old.content.from &&
    fresh.content.to === old.content.to + by &&
    sameKind(old, fresh) &&
    sameButMoved(old.inlines, fresh.inlines, offset => movedOffset(offset, change))
  );
}

function sameKind(old: Reworded, fresh: Reworded): boolean {
  if (old.kind === 'numbered')
    return fresh.kind === 'numbered' && sameButMoved(old.number, fresh.number, offset => offset);
  if (old.kind === 'bullet') return fresh.kind === 'bullet' && fresh.indent === old.indent;
  return fresh.kind === 'plain';
}

/** Whether a change reaches into a mark that means something; emphasised words are words like others. */
function touchesMark(
  { links, pictures, footnoteMarks, comments, tags, nearTags, references, acronyms, foreign }: Inlines,
  { from, to }: Change,
): boolean {
  const touched = (span: Span): boolean => span.from < to + 1 && span.to > from - 1;
  return (
    links.some(touched) ||
    pictures.some(touched) ||
    footnoteMarks.some(touched) ||
    comments.some(touched) ||
    tags.some(touched) ||
    nearTags.some(touched) ||
    references.some(touched) ||
    acronyms.some(acronym => touched(acronym) || touched(acronym.expansion)) ||
    foreign.some(touched)
  );
}
