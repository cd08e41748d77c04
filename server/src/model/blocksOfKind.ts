import type { Block } from '../syntax/block.ts';
import { addToGroup } from '../text/lists.ts';
import { DerivedFacts } from './derivedFacts.ts';
import type { Report } from './report.ts';

/** A block of one kind, its index, and where it starts in the text. */
export interface BlockOfKind<Kind extends Block['kind']> {
  readonly block: Extract<Block, { readonly kind: Kind }>;
  readonly index: number;
  readonly start: number;
}

const found = new DerivedFacts<Map<Block['kind'], BlockOfKind<Block['kind']>[]>>();

/** A report’s blocks of a kind, in their order. They are sorted by their kinds once: many rules are about one. */
export function blocksOfKind<Kind extends Block['kind']>(report: Report, kind: Kind): readonly BlockOfKind<Kind>[] {
  return (found.of(report, byKind).get(kind) ?? none) as readonly BlockOfKind<Kind>[];
}

const none: readonly never[] = [];

function byKind({ document: { blocks, starts } }: Report): Map<Block['kind'], BlockOfKind<Block['kind']>[]> {
  const kinds = new Map<Block['kind'], BlockOfKind<Block['kind']>[]>();
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    addToGroup(kinds, block.kind, { block, index, start: starts[index] as number });
  }
  return kinds;
}
