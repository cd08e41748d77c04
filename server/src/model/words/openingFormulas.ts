import { addToGroup } from '../../text/lists.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { proseOf, type Sentence } from './prose.ts';
import { sentencePrint } from './sentencePrint.ts';

const found = new DerivedFacts<ReadonlyMap<number, number>>();

/**
 * Whether two sentences are one formula with which the report opens its sections, *Outcomes were poor against this test*, *The
 * force is good at …*: each says so of its own section, and none contradicts or repeats another.
 */
export function areOneFormula(report: Report, one: Sentence, other: Sentence): boolean {
  const formulas = found.of(report, readFormulas);
  const print = formulas.get(one.block);
  return print !== undefined && print === formulas.get(other.block) && one.block !== other.block;
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
