import type { Block } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import { standing } from './standingBlocks.ts';

/**
 * Looks at a mark at an offset of a text and a few characters around it. Gives the place of what is looked for, which may
 * begin a few characters before the mark, or -1.
 */
export type PlaceAt = (text: string, at: number) => number;

/** What is looked for at certain marks. All such searches read a text together, once, so they are made while modules load. */
export class MarkSearch {
  readonly index = placesAt.length;
  readonly #placeAt: PlaceAt;

  /** Looks at each of the marks, UTF-16 units all, and at those of the ranges, first and last included. */
  constructor(marks: string, placeAt: PlaceAt, ranges: readonly (readonly [first: number, last: number])[] = []) {
    placesAt.push(placeAt);
    this.#placeAt = placeAt;
    const classes = new Map<number, number>();
    const watch = (unit: number): void => {
      const old = classOf[unit] as number;
      let own = classes.get(old);
      if (own === undefined) {
        own = searchesOf.push([...(searchesOf[old] ?? []), this.index]) - 1;
        classes.set(old, own);
      }
      classOf[unit] = own;
      isMark[unit] = 1;
    };
    for (let i = 0; i < marks.length; i++) watch(marks.charCodeAt(i));
    for (const [first, last] of ranges) for (let unit = first; unit <= last; unit++) watch(unit);
  }

  /** The places in a text of its own, such as one paragraph, in the order of their marks. */
  placesIn(text: string): number[] {
    const places: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const searches = searchesOf[classOf[text.charCodeAt(at)] as number] as readonly number[];
      if (!searches.includes(this.index)) continue;
      const place = this.#placeAt(text, at);
      if (place >= 0) places.push(place);
    }
    return places;
  }
}

/** Searches at marks, by their index. */
const placesAt: PlaceAt[] = [];
/** The searches that look at a mark, by its class; none at those of the first. */
const searchesOf: (readonly number[])[] = [[]];
/** The class of each UTF-16 unit. */
const classOf = new Uint16Array(0x10000);
/** 1 for each UTF-16 unit at which some search looks, else 0. */
const isMark = new Uint8Array(0x10000);

/** What was found in a text: for each search its places in order. */
type Places = readonly (readonly number[])[];

const read = new WeakMap<Document, Places>();
/** The text that was read last. */
let last: { readonly blocks: readonly Block[]; readonly length: number; readonly places: Places } | undefined;
/** One with more blocks is not kept, for it may have been closed. */
const mostBlocks = 20_000;
/** So far from its mark what is looked for may begin, and look. */
const around = 64;

/**
 * The places in a text at which a search found something, in order; all searches are asked at once. Of a text that differs
 * from the one before in some blocks only those are read.
 */
export function placesAtMarks(document: Document, { index }: MarkSearch): readonly number[] {
  let places = read.get(document);
  // (A search that was made since is not among them.)
  if (places === undefined || index >= places.length) {
    const { source, blocks } = document;
    places = placesIn(document);
    read.set(document, places);
    last = blocks.length > mostBlocks ? undefined : { blocks, length: source.length, places };
  }
  return places[index] ?? none;
}

const none: readonly number[] = [];

function placesIn({ source, blocks, starts }: Document): Places {
  if (last === undefined || last.places.length < placesAt.length) return placesBetween(source, 0, source.length);
  const { head, tail } = standing(last.blocks, blocks);
  // (With their neighbours, into which what is looked for may reach.)
  const from = starts[Math.max(0, head - 1)] ?? source.length;
  const to = starts[blocks.length - Math.max(0, tail - 1)] ?? source.length;
  const by = source.length - last.length;
  const old = last.places;
  return placesBetween(source, from, to).map((fresh, i) => joined(old[i] ?? none, fresh, from, to - by, by));
}

/** Old places before `from`, fresh ones, and old ones from `to` on, which have moved. */
function joined(
  old: readonly number[],
  fresh: readonly number[],
  from: number,
  to: number,
  by: number,
): readonly number[] {
  if (old.length === 0) return fresh;
  const places: number[] = [];
  let next = 0;
  for (; next < old.length && (old[next] as number) < from; next++) places.push(old[next] as number);
  for (const place of fresh) places.push(place);
  while (next < old.length && (old[next] as number) < to) next++;
  for (; next < old.length; next++) places.push((old[next] as number) + by);
  return places;
}

/** What all searches find from an offset to another. */
function placesBetween(text: string, from: number, to: number): Places {
  const places: number[][] = placesAt.map(() => []);
  const end = Math.min(text.length, to + around);
  for (let at = Math.max(0, from - around); at < end; at += room.length) {
    const size = marksBetween(text, at, Math.min(end, at + room.length));
    for (let i = 0; i < size; i++) {
      const mark = room[i] as number;
      const searches = searchesOf[classOf[text.charCodeAt(mark)] as number] as readonly number[];
      for (let j = 0; j < searches.length; j++) {
        const search = searches[j] as number;
        const place = (placesAt[search] as PlaceAt)(text, mark);
        if (place >= from && place < to) (places[search] as number[]).push(place);
      }
    }
  }
  return places.map(own => (isInOrder(own) ? own : own.sort((one, other) => one - other)));
}

/** Room for the marks of one stretch of a text after the other. */
const room = new Int32Array(0x8000);

/**
 * Puts the offsets of all marks that are looked at into `room`, and gives their number. (A loop of its own and without a
 * branch, for speed.)
 */
function marksBetween(text: string, from: number, to: number): number {
  const [marks, isOne] = [room, isMark];
  let size = 0;
  for (let at = from; at < to; at++) {
    marks[size] = at;
    size += isOne[text.charCodeAt(at)] as number;
  }
  return size;
}

function isInOrder(places: readonly number[]): boolean {
  for (let i = 1; i < places.length; i++) if ((places[i] as number) < (places[i - 1] as number)) return false;
  return true;
}
