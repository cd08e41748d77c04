import type { Block } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import { MarkSearch, placesAtMarks } from './markSearch.ts';
import { standing } from './standingBlocks.ts';

/** A block in which something stands, where it begins, and the places of that in the text. */
export interface BlockWith {
  readonly block: Block;
  readonly index: number;
  readonly start: number;
  readonly places: readonly number[];
}

/**
 * Where in a text something stands, told from what is a few characters around it: a pattern with the flag `g`, a function
 * that gives the places in any order, or a search at marks. It is known by itself, so it is made once.
 */
export type Search = RegExp | ((text: string) => Iterable<number>) | MarkSearch;

/**
 * Searches for marks, each by itself: the engine finds a mark far sooner than one of several, and one of up to six
 * characters far sooner than a longer one.
 */
export function searchFor(...marks: readonly string[]): Search {
  return function* (text) {
    for (const mark of marks) for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) yield at;
  };
}

/**
 * The blocks in which something stands. One search through the text, for most blocks have nothing of it; and of a text that
 * was searched last only in the blocks that are new.
 */
export function* blocksWith(document: Document, search: Search): Iterable<BlockWith> {
  const { blocks, starts } = document;
  const places = placesOf(document, search);
  let index = 0;
  for (let next = 0; next < places.length; ) {
    const first = next;
    index = blockAt(starts, places[first] as number, index);
    const block = blocks[index];
    const start = starts[index];
    if (block === undefined || start === undefined) return;
    while ((places[next] ?? Infinity) < start + block.length) next++;
    if (first < next) yield { block, index, start, places: places.slice(first, next) };
    else next++;
  }
}

/** The last block that starts at a place or before it, from one that does on. */
function blockAt(starts: readonly number[], place: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Whether something may be said of a block, told from what stands in it and in the two blocks before and after it. It is
 * known by itself, so it is made once.
 */
export type Look = (document: Document, index: number) => boolean;

/**
 * The blocks of which a look is true, by their indexes in order; of a text that was looked at last only new ones are looked
 * at.
 */
export function blocksWhere(document: Document, look: Look): readonly number[] {
  const { blocks } = document;
  const last = looks.get(look);
  const { head, tail } = last === undefined ? { head: 0, tail: 0 } : standing(last.blocks, blocks);
  const from = Math.max(0, head - neighbours);
  const to = blocks.length - Math.max(0, tail - neighbours);
  const indexes: number[] = [];
  const by = blocks.length - (last?.blocks.length ?? 0);
  for (const index of last?.indexes ?? []) if (index < from) indexes.push(index);
  for (let index = from; index < to; index++) if (look(document, index)) indexes.push(index);
  for (const index of last?.indexes ?? []) if (index + by >= to) indexes.push(index + by);
  if (blocks.length > mostBlocks) looks.delete(look);
  else looks.set(look, { blocks, indexes });
  return indexes;
}

/** The last of each look and search; of a report with more blocks nothing is kept, for it may have been closed. */
const looks = new WeakMap<Look, { readonly blocks: readonly Block[]; readonly indexes: readonly number[] }>();
const searches = new WeakMap<Search, Searched>();
const mostBlocks = 20_000;
const neighbours = 2;
/** So far around a place a search may look. */
const around = 64;

/** What was found in the blocks that were searched last. */
interface Searched {
  readonly blocks: readonly Block[];
  readonly places: readonly number[];
  readonly length: number;
}

/** Where something stands in a text, in order. */
function placesOf(document: Document, search: Search): readonly number[] {
  if (search instanceof MarkSearch) return placesAtMarks(document, search);
  const { source, blocks, starts } = document;
  const last = searches.get(search);
  let places: number[];
  if (last === undefined) {
    places = found(source, search);
  } else {
    const { head, tail } = standing(last.blocks, blocks);
    // (With their neighbours, into which a match may reach.)
    const from = starts[Math.max(0, head - 1)] ?? source.length;
    const to = starts[blocks.length - Math.max(0, tail - 1)] ?? source.length;
    const by = source.length - last.length;
    const base = Math.max(0, from - around);
    places = last.places.filter(place => place < from);
    for (const place of found(source.slice(base, to + around), search))
      if (base + place >= from && base + place < to) places.push(base + place);
    for (const place of last.places) if (place + by >= to) places.push(place + by);
  }
  if (blocks.length > mostBlocks) searches.delete(search);
  else searches.set(search, { blocks, places, length: source.length });
  return places;
}

function found(text: string, search: Exclude<Search, MarkSearch>): number[] {
  if (search instanceof RegExp) return Array.from(text.matchAll(search), ({ index }) => index);
  return [...search(text)].sort((one, other) => one - other);
}
