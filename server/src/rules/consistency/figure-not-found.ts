import type { Figure } from '../../model/figures/figure.ts';
import { figureConflicts } from '../../model/figures/figureConflicts.ts';
import { type FiguredBlock, figuredBlocks, figureSpan, figureText, inSentence } from '../../model/figures/figures.ts';
import { paragraphOfBlock } from '../../model/paragraphOfBlock.ts';
import type { Report } from '../../model/report.ts';
import { sectionOfBlock } from '../../model/sectionOfBlock.ts';
import type { Prose } from '../../model/words/prose.ts';
import type { ProseSentence } from '../../model/words/proseReading.ts';
import { idAt, sentenceAt, wordAt } from '../../model/words/proseWords.ts';
import { sumsUp } from '../../model/words/statements.ts';
import { numberWords } from '../../model/words/tellingWords.ts';
import { idSet, idsOf } from '../../model/words/wordIds.ts';
import { addToGroup, append } from '../../text/lists.ts';
import { firstWhere } from '../../text/text.ts';
import { placeInWords } from '../messages/placeInWords.ts';
import type { Rule } from '../rule.ts';
import { type Nearest, nearestFinding } from './unfound/nearestFinding.ts';
import { isReckonedFrom } from './unfound/reckonedFrom.ts';

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
 * one that stands among the facts about the area. Where the framework has no section for such facts, only what a finding
 * speaks of is asked for:
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
    const found: FiguredBlock[] = [];
    for (const block of figuredBlocks(report)) {
      const role = sectionOfBlock(report, block.index)?.role ?? '';
      if (sumsUp(role) && !isFinding(report, block)) summaries.push(block);
      else if (!rolesWithoutFindings.has(role)) {
        append(stated, block.figures);
        found.push(block);
      }
    }
    if (summaries.length === 0 || !hasFindings(report)) return;
    if (summaries.reduce((count, { figures }) => count + figures.length, 0) > mostSummed) return;
    // Where any report is read, what stands below all findings sums nothing up.
    const last = report.framework.openAreas ? lastFinding(report) : Infinity;
    // Without a section for the facts a summary tells on its own how large the place is, and who was asked.
    const isIntroduced = !report.framework.sections.some(({ role, required }) => role === 'context' && required);
    const settled = new Set(figureConflicts(report).flatMap(({ one, other }) => [one.figure, other.figure]));
    for (const block of summaries) {
      if (block.index > last) continue;
      // A figure is asked for once, however often a paragraph gives it.
      const told = new Set<string>();
      const lacking = block.figures.filter(
        figure =>
          isToBeFound(figure) &&
          !isOfRatio(block.prose, figure) &&
          !isOfSpan(block, figure) &&
          !settled.has(figure) &&
          !isSourced(report, block, figure) &&
          !stated.some(other => isStatedBy(block, figure, other)) &&
          !isRestOf(block, figure, stated) &&
          !isRestOfCount(block, figure, found) &&
          !tableForms(block, figure).some(form => isInTable(report, form)),
      );
      for (const [sentence, figures] of bySentence(block, lacking)) {
        const nearest = nearestFinding(report, block, sentence, figures[0]);
        if ((nearest === undefined && isIntroduced) || nearest === 'in words') continue;
        const [first, ...others] =
          nearest === undefined ? figures : figures.filter(figure => !isReckonedFrom(report, figure, nearest));
        if (first === undefined || told.has(`${first.kind} ${first.value}`)) continue;
        for (const { kind, value } of figures) told.add(`${kind} ${value}`);
        yield {
          ...figureSpan(block, first),
          message: messageOf(report, figureText(block, first), nearest),
          related: [
            ...(nearest === undefined ? [] : [nearest.place]),
            ...others.map(figure => ({
              ...figureSpan(block, figure),
              message: 'Nor does a finding give this figure.',
            })),
          ],
        };
      }
    }
  },
};

/** Sections that state no findings. */
const rolesWithoutFindings = new Set(['recommendations', 'notices', 'definitions', 'contents', 'team', 'judgements']);
const fewestFindings = 2;
/** What has more figures sums nothing up; each is looked for in all findings. */
const mostSummed = 300;

/** (Numbered paragraphs are findings, also under a heading by which they would be a summary's.) */
function isFinding(report: Report, { index }: FiguredBlock): boolean {
  return paragraphOfBlock(report, index)?.kind === 'finding';
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

/** *From nine minutes to 11*: the second is of no things, but of minutes. */
function isOfSpan({ prose, figures }: FiguredBlock, { kind, first }: Figure): boolean {
  if (kind !== 'count' || idAt(prose, first - 1) !== to) return false;
  const before = figures[firstWhere(figures.length, i => (figures[i]?.first ?? 0) >= first) - 1];
  return before?.kind === 'duration' && first - before.last <= 2 && idAt(prose, before.first - 1) === fromWord;
}

const { every, of, out, in: inWord, to, from: fromWord } = idsOf('every', 'of', 'out', 'in', 'to', 'from');

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
  const { first, last } = sentenceAt(prose, figure.first);
  let isDenied = false;
  for (let at = first; at < last; at++) isDenied ||= denials.has(idAt(prose, at));
  return isDenied && stated.some(({ kind, value }) => kind === 'percentage' && value + figure.value === 100);
}

/** *Of the 21, 19 have been met*, where a finding speaks of all 21 and of the two that have not: the rest of a number of things. */
function isRestOfCount({ prose, figures }: FiguredBlock, figure: Figure, found: readonly FiguredBlock[]): boolean {
  if (figure.kind !== 'count') return false;
  const wholes = inSentence(figures, sentenceAt(prose, figure.first)).filter(isMoreThan(figure));
  if (wholes.length === 0) return false;
  return found.some(({ figures: own }) =>
    wholes.some(({ value }) => hasCount(own, value) && hasCount(own, value - figure.value)),
  );
}

function isMoreThan({ value }: Figure): (other: Figure) => boolean {
  return other => other.kind === 'count' && other.value > value;
}

function hasCount(figures: readonly Figure[], value: number): boolean {
  return figures.some(own => own.kind === 'count' && own.value === value);
}

const denials = idSet('not no lost without never none lack lacks lacked failed');

/** Whether a footnote’s mark stands after a figure, in its sentence or right behind it: where it comes from is told there. */
function isSourced({ document: { source } }: Report, { prose, base }: FiguredBlock, { first, to }: Figure): boolean {
  const end = sentenceAt(prose, first).to;
  return source.slice(base + to, base + end + longestMark).includes('[^');
}

const longestMark = 4;

/** How a table may give a figure: as it is written, or a sum in thousands or millions, which its head tells. */
function tableForms(block: FiguredBlock, figure: Figure): string[] {
  const sums = figure.kind === 'money' ? [1e3, 1e6].map(unit => figure.value / unit) : [];
  return [figureText(block, figure), ...sums.filter(sum => sum >= 1).map(sum => sum.toLocaleString('en-GB'))];
}

function isInTable({ document: { source, blocks, starts } }: Report, words: string): boolean {
  return blocks.some(({ kind, end }, i) => {
    const start = starts[i] ?? 0;
    return kind === 'table' && source.slice(start, start + end).includes(words);
  });
}

function bySentence(block: FiguredBlock, figures: readonly Figure[]): Map<ProseSentence, [Figure, ...Figure[]]> {
  const sentences = new Map<ProseSentence, [Figure, ...Figure[]]>();
  for (const figure of figures) addToGroup(sentences, sentenceAt(block.prose, figure.first), figure);
  return sentences;
}

function messageOf(report: Report, words: string, nearest: Nearest | undefined): string {
  if (nearest === undefined)
    return `${words} stands in the summary only, and no finding gives it. Add it to a finding, or take it out here.`;
  const shared = nearest.words.slice(0, 2).map(word => `*${word}*`);
  return `${words} stands in the summary only; ${placeInWords(report, nearest.block)}, which speaks of ${shared.join(' and ')}, does not give it. Add it there or take it out here.`;
}
