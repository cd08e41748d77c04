import { type Topics, topicsOf } from '../../model/claims/topics.ts';
import { figureConflicts } from '../../model/figures/figureConflicts.ts';
import {
  type Figure,
  type FiguredBlock,
  figuredBlocks,
  figuresOf,
  idAt,
  sentenceAt,
  wordAt,
} from '../../model/figures/figures.ts';
import type { Report } from '../../model/report.ts';
import { paragraphOfBlock } from '../../model/rewordedReport.ts';
import { sectionOfBlock } from '../../model/sectionOfBlock.ts';
import type { Prose, ProseSentence } from '../../model/words/prose.ts';
import { sumsUp } from '../../model/words/statements.ts';
import { numberWords } from '../../model/words/tellingWords.ts';
import { idSet, idsOf } from '../../model/words/wordIds.ts';
import { WordKind } from '../../model/words/wordKinds.ts';
import { append } from '../../text/lists.ts';
import type { Span } from '../../text/text.ts';
import { placeInWords } from '../placeInWords.ts';
import type { Related, Rule } from '../rule.ts';

/**
 * A summary gives a figure, and no finding does. A summary sums up: what stands in it is to be found in the report, with
 * what it rests on.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Overall attendance at school of children looked after is high, at 95%.
 *                                                                   ^^^ 95% stands in the summary only; paragraph 2, which speaks of
 *
 * ## Inspection findings
 *
 * 1. Plans are clear.
 *
 * 2. The overall school attendance of children looked after is high.
 *
 * 3. Visits are regular.
 * ```
 *
 * Give the figure in the finding, or take it out of the summary. A figure that is rounded in the summary is found, and so is
 * one that stands among the facts about the area:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Attendance is high, at 95%, and 52% of children live outside the area.
 *
 * ## Information about this local authority area
 *
 * - Of 518 children, 271 (or 52%) live outside the area.
 *
 * ## Inspection findings
 *
 * 1. Attendance at school is 95.2%.
 *
 * 2. Visits are regular.
 * ```
 */
export const figureNotFound: Rule = {
  id: 'figure-not-found',
  group: 'consistency',
  kind: 'question',
  severity: 'information',
  summary: 'A summary gives a figure that no finding states',
  fixable: false,
  readsWords: true,
  *check({ report }) {
    const summaries: FiguredBlock[] = [];
    const stated: Figure[] = [];
    for (const block of figuredBlocks(report)) {
      const role = sectionOfBlock(report, block.index)?.role ?? '';
      if (sumsUp(role) && !isFinding(report, block)) summaries.push(block);
      else if (!silentRoles.has(role)) append(stated, block.figures);
    }
    if (summaries.length === 0 || !hasFindings(report)) return;
    // Where any report is read, what stands below all findings sums nothing up.
    const last = report.framework.openAreas ? lastFinding(report) : Infinity;
    const settled = new Set(figureConflicts(report).flatMap(({ one, other }) => [one.figure, other.figure]));
    for (const block of summaries) {
      if (block.index > last) continue;
      // A figure is asked for once, however often a paragraph gives it.
      const told = new Set<string>();
      const lacking = block.figures.filter(
        figure =>
          isToBeFound(figure) &&
          !isOfRatio(block.prose, figure) &&
          !settled.has(figure) &&
          !stated.some(other => isStatedBy(block, figure, other)) &&
          !isRestOf(block, figure, stated) &&
          !isInTable(report, textOf(block, figure)),
      );
      for (const [sentence, figures] of bySentence(block, lacking)) {
        const [first, ...others] = figures;
        const nearest = nearestFinding(report, block, sentence, first);
        if (nearest === 'in words' || told.has(`${first.kind} ${first.value}`)) continue;
        for (const { kind, value } of figures) told.add(`${kind} ${value}`);
        yield {
          ...spanOf(block, first),
          message: messageOf(report, textOf(block, first), nearest),
          related: [
            ...(nearest === undefined ? [] : [nearest.place]),
            ...others.map(figure => ({ ...spanOf(block, figure), message: 'Nor does a finding give this figure.' })),
          ],
        };
      }
    }
  },
};

/** Sections that state no findings. */
const silentRoles = new Set(['recommendations', 'notices', 'definitions', 'contents', 'team', 'judgements']);
const fewestFindings = 2;

/** (Numbered paragraphs are findings, also under a heading by which they would be a summary's.) */
function isFinding({ paragraphs }: Report, { index }: FiguredBlock): boolean {
  return paragraphs[paragraphOfBlock(paragraphs, index) ?? -1]?.kind === 'finding';
}

/** Whether the report has findings at all in which a figure could stand. */
function hasFindings({ paragraphs, sections }: Report): boolean {
  let findings = 0;
  for (const { section, kind } of paragraphs) {
    const role = sections[section ?? -1]?.role ?? '';
    if (kind === 'finding' || role === 'findings' || role === 'area') findings++;
    if (findings >= fewestFindings) return true;
  }
  return false;
}

/** The last block of the sections of findings. */
function lastFinding({ sections }: Report): number {
  return sections.reduce((last, { role, blockEnd }) => (role === 'findings' ? Math.max(last, blockEnd) : last), 0);
}

/** Percentages, rates, sums and larger numbers: *three teams* is told in many ways. */
function isToBeFound({ kind, value, inWords }: Figure): boolean {
  return kind === 'percentage' || kind === 'rate' || kind === 'money' || (kind === 'count' && !inWords && value >= 10);
}

/** *Nine in every 10*, *one in 12*, *seven out of 10*: the second number is of no things. */
function isOfRatio(prose: Prose, { kind, first }: Figure): boolean {
  if (kind !== 'count') return false;
  let at = first - 1;
  if (idAt(prose, at) === every) at--;
  if (idAt(prose, at) === of && idAt(prose, at - 1) === out) at--;
  else if (idAt(prose, at) !== inWord) return false;
  return numberWords.has(idAt(prose, at - 1)) || /^\d/.test(wordAt(prose, at - 1));
}

const { every, of, out, in: inWord } = idsOf('every', 'of', 'out', 'in');

const approximate = idSet('about approximately around nearly almost over under roughly some than to least');
/** A figure that is called approximate may differ so much. */
const margin = 0.1;

function isStatedBy({ prose }: FiguredBlock, figure: Figure, other: Figure): boolean {
  if (other.kind !== figure.kind && !(figure.kind === 'rate' && other.kind === 'count')) return false;
  if (other.value === figure.value) return true;
  const difference = Math.abs(other.value - figure.value);
  if (approximate.has(idAt(prose, figure.first - 1))) return difference <= margin * figure.value;
  return other.decimals > figure.decimals && difference < 10 ** -figure.decimals;
}

/** *It has lost touch with 38%*, where a finding says that it is in touch with 62%: the rest of a hundred. */
function isRestOf({ prose }: FiguredBlock, figure: Figure, stated: readonly Figure[]): boolean {
  if (figure.kind !== 'percentage') return false;
  const { first = 0, last = 0 } = sentenceAt(prose, figure.first) ?? {};
  let isDenied = false;
  for (let at = first; at < last; at++) isDenied ||= denials.has(idAt(prose, at));
  return isDenied && stated.some(({ kind, value }) => kind === 'percentage' && value + figure.value === 100);
}

const denials = idSet('not no lost without never none lack lacks lacked failed');

function isInTable({ document: { source, blocks, starts } }: Report, words: string): boolean {
  return blocks.some(({ kind, end }, i) => {
    const start = starts[i] ?? 0;
    return kind === 'table' && source.slice(start, start + end).includes(words);
  });
}

function bySentence(block: FiguredBlock, figures: readonly Figure[]): Map<ProseSentence, [Figure, ...Figure[]]> {
  const sentences = new Map<ProseSentence, [Figure, ...Figure[]]>();
  for (const figure of figures) {
    const sentence = sentenceAt(block.prose, figure.first);
    if (sentence === undefined) continue;
    const others = sentences.get(sentence);
    if (others === undefined) sentences.set(sentence, [figure]);
    else others.push(figure);
  }
  return sentences;
}

function spanOf({ base }: FiguredBlock, { from, to }: Span): Span {
  return { from: base + from, to: base + to };
}

function textOf({ prose: { text } }: FiguredBlock, { from, to }: Figure): string {
  return text.slice(from, to).replace(/\s+/g, ' ');
}

interface Nearest {
  readonly block: number;
  readonly place: Related;
  readonly words: readonly string[];
}

/** A word that tells what is spoken of counts two, another one. */
const leastWeight = 4;
/** And such a share of the words of the figure’s sentence, or other things are spoken of. */
const leastShare = 0.4;
const { quarter, half, third, fifth, tenth, quarters } = idsOf(
  'quarter',
  'half',
  'third',
  'fifth',
  'tenth',
  'quarters',
);
const fractions = new Map([
  [10, tenth],
  [20, fifth],
  [25, quarter],
  [33, third],
  [50, half],
  [75, quarters],
]);

/**
 * The finding that speaks most of what the figure’s sentence does up to the figure’s clause; or that one gives the figure
 * in words: *a quarter*.
 */
function nearestFinding(
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
    if (at >= figure.last && wanted.size > 0 && /[,;:]/.test(text.slice(words[3 * at - 2], words[3 * at]))) break;
    const key = own.codes[2 * at] ?? 0;
    if (key === 0 || (at >= figure.first && at < figure.last) || numberWords.has(idAt(block.prose, at))) continue;
    const saysLittle = ((own.codes[2 * at + 1] ?? 0) & (WordKind.little | WordKind.junction)) !== 0;
    if (weights[key] === 0) total += saysLittle ? 1 : 2;
    weights[key] = saysLittle ? 1 : 2;
    wanted.set(key, text.slice(words[3 * at], words[3 * at + 1]));
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
        if (fraction !== undefined && weight > 0 && says(topics.prose, candidate, fraction)) return 'in words';
        if (weight < least) continue;
        // Of two that share as many words the one of fewer others speaks more of the same, and one with another figure still more.
        const score = ((weight * weight) / (size + 1)) * (givesOther(report, index, candidate, figure) ? 2 : 1);
        if (score > (best?.score ?? 0)) best = { block: index, topics, sentence: candidate, score };
      }
    }
  }
  if (best === undefined) return undefined;
  const base = report.document.starts[best.block] ?? 0;
  const { from, to, first, last } = best.sentence;
  const shared = new Set<number>();
  for (let at = first; at < last; at++) shared.add(best.topics.codes[2 * at] ?? 0);
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
    const key = codes[2 * at] as number;
    if (key === 0) continue;
    size++;
    const own = weights[key] as number;
    if (own === 0 || counted.includes(key)) continue;
    counted.push(key);
    weight += own;
  }
  return { weight, size };
}

function says(prose: Prose, { first, last }: ProseSentence, id: number): boolean {
  for (let at = first; at < last; at++) if (idAt(prose, at) === id) return true;
  return false;
}

function messageOf(report: Report, words: string, nearest: Nearest | undefined): string {
  if (nearest === undefined)
    return `${words} stands in the summary only, and no finding gives it. Add it to a finding, or take it out here.`;
  const shared = nearest.words.slice(0, 2).map(word => `*${word}*`);
  return `${words} stands in the summary only; ${placeInWords(report, nearest.block)}, which speaks of ${shared.join(' and ')}, does not give it. Add it there or take it out here.`;
}
