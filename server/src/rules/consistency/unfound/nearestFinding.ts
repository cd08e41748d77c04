import { type Topics, topicsOf } from '../../../model/claims/topics.ts';
import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figuresOf } from '../../../model/figures/figures.ts';
import type { Report } from '../../../model/report.ts';
import type { ProseSentence } from '../../../model/words/proseReading.ts';
import { hasWord, idAt, wordAt } from '../../../model/words/proseWords.ts';
import { numberWords } from '../../../model/words/tellingWords.ts';
import { endOfWord, keyOfWord, kindsOfWord, startOfWord } from '../../../model/words/wordColumns.ts';
import { idsOf } from '../../../model/words/wordIds.ts';
import { WordKind } from '../../../model/words/wordKinds.ts';
import type { Related } from '../../rule.ts';

/** The finding in which a figure should stand: its block, its sentence, and the words that both share. */
export interface Nearest {
  readonly block: number;
  readonly place: Related;
  readonly words: readonly string[];
}

/** A word that tells what is spoken of counts two, another one. */
const leastWeight = 4;
/** And such a share of the words of the figure’s sentence, or other things are spoken of. */
const leastShare = 0.4;

const word = idsOf('quarter', 'half', 'third', 'fifth', 'tenth', 'quarters');
/** What percentages are in words. */
const fractions = new Map([
  [10, word.tenth],
  [20, word.fifth],
  [25, word.quarter],
  [33, word.third],
  [50, word.half],
  [75, word.quarters],
]);

/**
 * The finding that speaks most of what the figure’s sentence does up to the figure’s clause; or that one gives the figure
 * in words: *a quarter*.
 */
export function nearestFinding(
  report: Report,
  block: FiguredBlock,
  sentence: ProseSentence,
  figure: Figure,
): Nearest | 'in words' | undefined {
  const { ofBlock, keyCount } = topicsOf(report);
  const own = ofBlock[block.index];
  if (own === undefined) return undefined;
  // By what a word is compared: how much it tells, 1 or 2, if the figure’s sentence has it.
  const weights = new Uint8Array(keyCount + 1);
  const { text, words } = block.prose;
  const wanted = new Map<number, string>();
  let total = 0;
  for (let at = sentence.first; at < sentence.last; at++) {
    // (*At 95%, attendance is high*: what is put in front is not all.)
    if (
      at >= figure.last &&
      wanted.size > 0 &&
      /[,;:]/.test(text.slice(endOfWord(words, at - 1), startOfWord(words, at)))
    )
      break;
    const key = keyOfWord(own.codes, at);
    if (key === 0 || (at >= figure.first && at < figure.last) || numberWords.has(idAt(block.prose, at))) continue;
    const saysLittle = (kindsOfWord(own.codes, at) & (WordKind.little | WordKind.junction)) !== 0;
    if (weights[key] === 0) total += saysLittle ? 1 : 2;
    weights[key] = saysLittle ? 1 : 2;
    wanted.set(key, wordAt(block.prose, at));
  }
  const fraction = figure.kind === 'percentage' ? fractions.get(figure.value) : undefined;
  const least = Math.max(leastWeight, leastShare * total);
  let best: { block: number; topics: Topics; sentence: ProseSentence; score: number } | undefined;
  for (const { kind, block: first, blockEnd } of report.paragraphs) {
    if (kind !== 'finding') continue;
    for (let index = first; index < blockEnd; index++) {
      const topics = ofBlock[index];
      if (topics === undefined) continue;
      for (const candidate of topics.prose.sentences) {
        const { weight, size } = sharedBy(topics, candidate, weights);
        if (fraction !== undefined && weight > 0 && hasWord(topics.prose, candidate, fraction)) return 'in words';
        if (weight < least) continue;
        // Of two that share as many words the one of fewer others speaks more of the same, and one with another figure
        // still more.
        const score = ((weight * weight) / (size + 1)) * (givesOther(report, index, candidate, figure) ? 2 : 1);
        if (score > (best?.score ?? 0)) best = { block: index, topics, sentence: candidate, score };
      }
    }
  }
  if (best === undefined) return undefined;
  const base = report.document.starts[best.block] ?? 0;
  const { from, to, first, last } = best.sentence;
  const shared = new Set<number>();
  for (let at = first; at < last; at++) shared.add(keyOfWord(best.topics.codes, at));
  return {
    block: best.block,
    place: { from: base + from, to: base + to, message: 'This finding gives no such figure.' },
    words: [...wanted.keys()]
      .filter(key => shared.has(key))
      .sort((a, b) => (weights[b] as number) - (weights[a] as number))
      .map(key => wanted.get(key) ?? ''),
  };
}

/** Whether a sentence gives a figure of a kind. */
function givesOther(report: Report, index: number, { first, last }: ProseSentence, { kind }: Figure): boolean {
  return figuresOf(report, index).figures.some(own => own.kind === kind && own.first >= first && own.last <= last);
}

/** How much a sentence shares with another whose words have weights, and how many words it has; a word counts once. */
function sharedBy(
  { codes }: Topics,
  { first, last }: ProseSentence,
  weights: Uint8Array,
): { weight: number; size: number } {
  let weight = 0;
  let size = 0;
  const counted: number[] = [];
  for (let at = first; at < last; at++) {
    const key = keyOfWord(codes, at);
    if (key === 0) continue;
    size++;
    const own = weights[key] as number;
    if (own === 0 || counted.includes(key)) continue;
    counted.push(key);
    weight += own;
  }
  return { weight, size };
}
