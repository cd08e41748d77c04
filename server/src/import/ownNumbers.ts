import { type ImportedBlock, joinedPieces } from './block.ts';

/** *2.3 Food is good*: a number by parts before a sentence. */
const byParts = /^(\d{1,2})\.(\d{1,2})\.?\s+(?=[\p{Lu}\p{Pi}"'([*])/u;

/** With fewer such numbers it is not sure that they are the paragraphs’. */
const fewest = 8;

/**
 * The plain paragraphs of a report of any kind that bear its own numbers by parts, one after the other: *1.1*, *1.2*, *2.1*.
 * They need no escape, for they are what they look like.
 */
export function ownNumbered(blocks: readonly ImportedBlock[]): ReadonlySet<ImportedBlock> {
  const numbered = blocks.flatMap(block => {
    const [, part, number] = (block.kind === 'plain' && byParts.exec(joinedPieces(block.pieces))) || [];
    return number === undefined ? [] : [{ block, part: Number(part), number: Number(number) }];
  });
  const found = new Set<ImportedBlock>();
  for (const [i, { block, part, number }] of numbered.entries()) {
    const before = numbered[i - 1];
    if (before === undefined) continue;
    const goesOn = part === before.part ? number === before.number + 1 : part === before.part + 1 && number === 1;
    if (goesOn) found.add(before.block).add(block);
  }
  return found.size < fewest ? new Set() : found;
}
