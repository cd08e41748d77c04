import { DerivedFacts } from '../derivedFacts.ts';
import type { Quantifier } from '../framework.ts';
import type { Report } from '../report.ts';
import { matterStem, stemsOfMeaning } from '../words/inspectionWords.ts';
import { type Prose, ProseFacts, sentencesOf } from '../words/prose.ts';
import { wordAt } from '../words/proseWords.ts';
import { idOfWord } from '../words/wordColumns.ts';
import { WordTable } from '../words/wordTable.ts';

/**
 * What the words of a block are about, and what they do in a claim. It depends on the block and the framework’s words of
 * quantity alone, and is found once for them.
 */
export interface Topics {
  readonly prose: Prose;
  /**
   * Two numbers a word: what it is compared by (0 if it says nothing of the matter), and its `WordKind`s. (There are
   * hundreds of blocks, and so small an `Int32Array` takes longer to make than to fill.)
   */
  readonly codes: readonly number[];
  /** For each sentence the kinds of all its words together. */
  readonly kinds: readonly number[];
}

/** The topics of a report’s paragraphs and their bullets, by the index of their block. */
export interface ReportTopics {
  readonly ofBlock: readonly (Topics | undefined)[];
  /** What words are compared by are numbers up to this. */
  readonly keyCount: number;
}

const found = new DerivedFacts<ReportTopics>();

/** The topics of a report, found on first use. */
export function topicsOf(report: Report): ReportTopics {
  return found.of(report, topicsInReport);
}

function topicsInReport(report: Report): ReportTopics {
  table.tidy();
  table.learnQuantities(report.framework.quantifiers);
  const ofBlock = new Array<Topics | undefined>(report.document.blocks.length);
  let last = -1;
  for (const { block, prose } of sentencesOf(report)) {
    if (block === last) continue;
    last = block;
    ofBlock[block] = topicsOfProse(prose, report.framework.quantifiers);
  }
  return { ofBlock, keyCount: table.keyCount };
}

/** A word’s key, and those of the words that mean the same in an inspection. */
export function kinKeys(key: number, word: string): readonly number[] {
  const kin = [key];
  const written = word.toLowerCase();
  // (*Vacancies*, of posts that are *vacant*; *absence*, of those who are *absent*.)
  const adjective = written.replace(/(?<=[ae])nc(?:y|e|ies|es)$/, 'nt');
  for (const stem of [...stemsOfMeaning(written), adjective === written ? undefined : matterStem(adjective)]) {
    const own = stem && table.keyOf(stem);
    if (own && !kin.includes(own)) kin.push(own);
  }
  return kin;
}

const table = new WordTable();

/** Topics, by what words of quantity they were read, and when. */
interface ReadTopics extends Topics {
  readonly quantifiers: readonly Quantifier[];
  readonly generation: number;
}

const read = new ProseFacts<ReadTopics>();

/** The topics of words that are in no paragraph of a report, to be asked for after its own. */
export function topicsOfWords({ framework: { quantifiers } }: Report, prose: Prose): Topics {
  return topicsIn(prose, quantifiers);
}

function topicsOfProse(prose: Prose, quantifiers: readonly Quantifier[]): Topics {
  const known = read.get(prose);
  if (known?.quantifiers === quantifiers && known.generation === table.generation) return known;
  const topics: ReadTopics = topicsIn(prose, quantifiers);
  read.set(prose, topics);
  return topics;
}

function topicsIn(prose: Prose, quantifiers: readonly Quantifier[]): ReadTopics {
  const { words, sentences } = prose;
  const codes = new Array<number>((words.length / 3) * 2);
  const kinds: number[] = [];
  for (const { first, last } of sentences) {
    let all = 0;
    for (let i = first; i < last; i++) {
      const id = idOfWord(words, i);
      let slot = table.slotOf(id);
      if (slot < 0) slot = table.learn(id, wordAt(prose, i));
      const own = table.kindsAt(slot);
      codes[2 * i] = table.keyAt(slot);
      codes[2 * i + 1] = own;
      all |= own;
    }
    kinds.push(all);
  }
  return { prose, codes, kinds, quantifiers, generation: table.generation };
}
