import { addToGroup } from '../../text/lists.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { proseOf, type Sentence, sentencesOf } from './prose.ts';
import { sentencePrint } from './sentencePrint.ts';

const found = new DerivedFacts<ReadonlyMap<number, number>>();

/**
 * Whether two sentences are one formula with which the report opens its sections, *Outcomes were poor against this test*, *The
 * force is good at …*, or one of three that begin and end alike: each says so of its own matter, and none contradicts or repeats another.
 */
export function areOneFormula(report: Report, one: Sentence, other: Sentence): boolean {
  const formulas = found.of(report, readFormulas);
  const print = formulas.get(one.block);
  const edges = edgesOf(one);
  if (edges === edgesOf(other) && (forms.of(report, readForms).get(edges)?.size ?? 0) >= fewest) return true;
  return print !== undefined && print === formulas.get(other.block) && one.block !== other.block;
}

const forms = new DerivedFacts<ReadonlyMap<number, ReadonlySet<number>>>();

/** So many words at either end are those of a formula, whatever stands between them: *We found that it was providing safe care in line with the rules.* */
const longEdge = 4;

/** By what a sentence is known that begins and ends with the same words as another. */
function edgesOf({ prose: { words }, first, last }: Sentence): number {
  return last - first <= 2 * longEdge
    ? sentencePrint(words, first, last)
    : sentencePrint(words, first, first + longEdge) ^ (31 * sentencePrint(words, last - longEdge, last));
}

/** For each way to begin and end the sentences that do so, as far as they differ. */
function readForms(report: Report): ReadonlyMap<number, ReadonlySet<number>> {
  const all = new Map<number, Set<number>>();
  for (const sentence of sentencesOf(report)) {
    const { prose, first, last } = sentence;
    const edges = edgesOf(sentence);
    const form = sentencePrint(prose.words, first, last);
    const own = all.get(edges);
    if (own === undefined) all.set(edges, new Set([form]));
    else own.add(form);
  }
  return all;
}

/** So many words a formula begins with, in so many sections. */
const edge = 2;
const fewest = 3;

/** The blocks that are such a sentence, each with the print of how it begins. */
function readFormulas(report: Report): ReadonlyMap<number, number> {
  const openings = new Map<number, number[]>();
  let last: number | undefined;
  for (const { block, blockEnd, section } of report.paragraphs) {
    if (section === undefined || section === last) continue;
    last = section;
    const prose = blockEnd === block + 1 ? proseOf(report, block) : undefined;
    const [only, ...more] = prose?.sentences ?? [];
    if (prose === undefined || only === undefined || more.length > 0 || only.last - only.first <= edge) continue;
    addToGroup(openings, sentencePrint(prose.words, only.first, only.first + edge), block);
  }
  const formulas = new Map<number, number>();
  for (const [print, blocks] of openings)
    if (blocks.length >= fewest) for (const block of blocks) formulas.set(block, print);
  return formulas;
}
