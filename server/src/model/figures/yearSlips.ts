import { addToGroup } from '../../text/lists.ts';
import { weightsOf } from '../claims/kindredStatements.ts';
import { type Topics, topicsOf } from '../claims/topics.ts';
import type { Report } from '../report.ts';
import type { ProseSentence } from '../words/proseReading.ts';
import { idAt, sentenceAt, wordAt } from '../words/proseWords.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { WrittenDate } from './figure.ts';
import { type FigureConflict, type FigurePlace, mostAlike } from './figureConflict.ts';
import { figuredBlocks } from './figures.ts';

/** *Begun in 2019*, *no exclusions since 2010*: a year, and what was so in it or from it on. */
interface EventYear extends FigurePlace {
  readonly figure: WrittenDate;
  readonly topics: Topics;
  readonly sentence: ProseSentence;
}

/** So many years off is a slip, and so much must two sentences have in common, in bits and in words. */
const mostYears = 2;
const leastScore = 16;
const fewestWords = 2;

const word = idsOf('in', 'since');
/** What was so in each of several years. */
const repeated = idSet(
  `inspection inspected report reports published judged compared figure figures data results average year increase increased rise
  risen fell fallen reduction reduced decrease decreased rate than only again census survey act`,
);

/** Two years of one event, by the word right before them and by what else their sentences speak of. */
export function yearSlips(report: Report): FigureConflict[] {
  const byEvent = new Map<string, EventYear[]>();
  const { ofBlock } = topicsOf(report);
  for (const block of figuredBlocks(report)) {
    const topics = ofBlock[block.index];
    if (topics === undefined) continue;
    for (const figure of block.dates) {
      if (figure.month !== undefined || figure.last > figure.first + 1) continue;
      const joint = idAt(block.prose, figure.first - 1);
      const event = keyOfWord(topics.codes, figure.first - 2);
      if ((joint !== word.in && joint !== word.since) || event === 0) continue;
      if (repeated.has(idAt(block.prose, figure.first - 2))) continue;
      const sentence = sentenceAt(block.prose, figure.first);
      if (figure.first - 2 < sentence.first) continue;
      addToGroup(byEvent, `${event} ${joint}`, { block, figure, topics, sentence });
    }
  }
  return [...byEvent.values()].flatMap(all => conflictsIn(all.slice(0, mostAlike), weightsOf(report)));
}

function conflictsIn(all: readonly EventYear[], weights: Float64Array): FigureConflict[] {
  const [one, ...others] = all;
  const other = others.find(({ figure }) => figure.year !== one?.figure.year);
  if (one === undefined || other === undefined || one.block === other.block) return [];
  if (Math.abs(one.figure.year - other.figure.year) > mostYears) return [];
  if (all.some(({ figure: { year } }) => year !== one.figure.year && year !== other.figure.year)) return [];
  const keys = keysIn(other);
  let score = 0;
  const shared: string[] = [];
  for (const [key, at] of keysIn(one)) {
    if (!keys.has(key)) continue;
    score += weights[key] as number;
    shared.push(wordAt(one.block.prose, at));
  }
  return score < leastScore || shared.length < fewestWords ? [] : [{ one, other, shared, fact: undefined }];
}

/** By what the telling words of a sentence are compared, numbers left out. */
function keysIn({ topics: { codes }, sentence: { first, last } }: EventYear): Map<number, number> {
  const keys = new Map<number, number>();
  for (let at = first; at < last; at++) {
    const key = keyOfWord(codes, at);
    if (
      key !== 0 &&
      (kindsOfWord(codes, at) & (WordKind.number | WordKind.quantity | WordKind.year)) === 0 &&
      !keys.has(key)
    )
      keys.set(key, at);
  }
  return keys;
}
