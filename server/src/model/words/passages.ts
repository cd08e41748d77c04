import type { Document } from '../../syntax/document.ts';
import { copied } from '../../text/text.ts';
import { metadataOf } from '../metadata.ts';
import { proseOf } from './prose.ts';
import { sentencePrint } from './sentencePrint.ts';

/** A sentence of fewer words may well be written twice. */
export const fewestInPassage = 12;

/** What other reports need to know of a report to tell whether they share passages with it. It keeps nothing of the text. */
export interface Passages {
  /** As a message names the report. */
  readonly name: string;
  readonly providers: readonly string[];
  /** What its long sentences are known by. */
  readonly prints: Int32Array;
}

/** The passages of a report. No framework is needed: which of them count is told by the report that is compared. */
export function passagesOf(document: Document, name: string): Passages {
  const prints: number[] = [];
  document.blocks.forEach((_, index) => {
    const prose = proseOf({ document }, index);
    if (prose === undefined) return;
    for (const { first, last } of prose.sentences)
      if (last - first >= fewestInPassage) prints.push(sentencePrint(prose.words, first, last));
  });
  return { name, providers: metadataOf(document).providers.map(copied), prints: Int32Array.from(prints) };
}

/** The other reports in which a sentence stands, by what it is known by; none if there are more than `most`. */
export type Sharing = (print: number, most: number) => readonly Passages[];

/** Owners are numbers up to this: with a print one fits exactly into a number of 53 bits. */
const owners = 2 ** 21;

/** All prints in order, each with the number of the place whose report has it. */
interface Index {
  readonly places: readonly string[];
  readonly sorted: Float64Array;
}

/** The passages of many reports, by the place of each; a report is compared with all but itself. */
export class PassageShelf {
  readonly #reports = new Map<string, Passages>();
  #index: Index | undefined;

  /** Takes in a report, or what it says now; nothing if it is gone. */
  put(place: string, passages: Passages | undefined): void {
    if (passages === undefined) this.#reports.delete(place);
    else this.#reports.set(place, passages);
    this.#index = undefined;
  }

  /** Whether a report is taken in. */
  has(place: string): boolean {
    return this.#reports.has(place);
  }

  /** What a report shares with the others. */
  sharing(place: string): Sharing {
    return (print, most) => {
      const { places, sorted } = this.#indexed();
      const found: Passages[] = [];
      const least = (print >>> 0) * owners;
      for (let i = firstAtLeast(sorted, least); i < sorted.length && (sorted[i] as number) < least + owners; i++) {
        const other = places[(sorted[i] as number) - least] as string;
        const passages = other === place ? undefined : this.#reports.get(other);
        if (passages === undefined || found.includes(passages)) continue;
        if (found.length === most) return [];
        found.push(passages);
      }
      return found;
    };
  }

  #indexed(): Index {
    if (this.#index !== undefined) return this.#index;
    // In the order of their places, so that it does not matter in which they came.
    const places = [...this.#reports.keys()].sort();
    let size = 0;
    for (const { prints } of this.#reports.values()) size += prints.length;
    const sorted = new Float64Array(size);
    let at = 0;
    places.forEach((place, owner) => {
      for (const print of this.#reports.get(place)?.prints ?? []) sorted[at++] = (print >>> 0) * owners + owner;
    });
    this.#index = { places, sorted: sorted.sort() };
    return this.#index;
  }
}

function firstAtLeast(sorted: Float64Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
