import type { Area, Framework } from '../../../model/framework.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import { mayFit } from '../../../model/pattern.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import type { Block } from '../../../syntax/block.ts';
import { anyOfNames } from '../../../text/anyOfNames.ts';
import { editDistance } from '../../../text/editDistance.ts';
import type { Span } from '../../../text/text.ts';
import { nearestNames } from '../../nearestNames.ts';

/** What is meant as a sentence that grades an area. */
export interface MeantStatement extends Span {
  /** Whether it is a heading that begins as such a sentence does, and gives no grade. */
  readonly lacksGrade?: boolean;
  /** Whether it is a heading that gives a grade, and names no area. */
  readonly lacksArea?: boolean;
}

/**
 * A line in a section that names an area and a grade, and is not read as a judgement for its form; or a heading without
 * words.
 */
export function meantStatement(
  { document, framework }: Report,
  whole: Section,
  { title, headings, names }: Area,
): MeantStatement | undefined {
  const { blocks, starts, source } = document;
  const area = new RegExp(String.raw`(?<!\p{L})(?:${anyOfNames([title, ...headings, ...names])})(?!\p{L})`, 'iu');
  const anyArea = areaNames(framework);
  const grade = gradeAtEnd(framework);
  for (let i = whole.block + 1; i <= whole.blockEnd; i++) {
    const block = blocks[i];
    if (block === undefined || block.end - block.start > longestStatement) continue;
    if (!statementKinds.has(block.kind)) continue;
    const from = (starts[i] ?? 0) + block.start;
    const written = source.slice(from, from + block.end - block.start);
    if (/^#+$/.test(written)) return { from, to: from + written.length };
    if (area.test(written) && grade.test(written)) {
      // Below a paragraph's text it may have got into its last line.
      const line = written.slice(Math.max(written.lastIndexOf('\n'), written.lastIndexOf('\r')) + 1).trimStart();
      const isLine = area.test(line) && grade.test(line);
      return { from: isLine ? from + written.length - line.length : from, to: from + written.length };
    }
    if (block.kind === 'heading' && /judge?ment/i.test(written) && grade.test(written) && !anyArea.test(written))
      return { from, to: from + written.length, lacksArea: true };
    if (block.kind === 'heading' && area.test(written) && beginsStatement(framework, written.replace(/^#+\s*/, '')))
      return { from, to: from + written.length, lacksGrade: true };
    const below = blocks[i + 1];
    if (block.kind !== 'heading' || below?.kind !== 'plain' || below.end - below.start > longestStatement) continue;
    const belowFrom = (starts[i + 1] ?? 0) + below.start;
    const rest = source.slice(belowFrom, belowFrom + below.end - below.start);
    // A judgement sentence that goes on in the next line.
    if (/^is |that it/.test(rest) && area.test(written) && grade.test(rest)) return { from, to: from + written.length };
  }
  return undefined;
}

/** Whether a block may be such a line, or the end of one, by its length and its last word, before or after a change. */
export function mayBeMeantStatement(
  { document: { source, blocks, starts }, framework }: Report,
  index: number,
): boolean {
  const { start, end } = blocks[index] ?? { start: 0, end: Infinity };
  if (end - start > longestStatement) return false;
  const from = starts[index] ?? 0;
  const written = source.slice(from + start, from + end);
  return gradeAtEnd(framework).test(written) || (/^#/.test(written) && /judge?ment/i.test(written));
}

/** Whether words begin as a framework's sentences of judgement do, up to the area's name. */
function beginsStatement({ statements }: Framework, words: string): boolean {
  return statements.some(pattern => !pattern.source.startsWith('{') && mayFit(pattern, words, 0));
}

const namesOfAreas = new WeakMap<Framework, RegExp>();

function areaNames(framework: Framework): RegExp {
  let pattern = namesOfAreas.get(framework);
  if (pattern === undefined) {
    const all = framework.areas.flatMap(({ title, headings, names }) => [title, ...headings, ...names]);
    pattern = new RegExp(String.raw`(?<!\p{L})(?:${anyOfNames(all)})(?!\p{L})`, 'iu');
    namesOfAreas.set(framework, pattern);
  }
  return pattern;
}

const gradesAtEnd = new WeakMap<Framework, RegExp>();

function gradeAtEnd(framework: Framework): RegExp {
  let pattern = gradesAtEnd.get(framework);
  if (pattern === undefined) {
    const grades = anyOfNames(framework.scale.flatMap(({ names }) => names));
    pattern = new RegExp(String.raw`(?<!\p{L})(?:${grades})[.*\s=]*$`, 'iu');
    gradesAtEnd.set(framework, pattern);
  }
  return pattern;
}

const longestStatement = 240;
const statementKinds: ReadonlySet<Block['kind']> = new Set(['heading', 'plain', 'bullet', 'quotation', 'numbered']);

/** What stands directly under a heading in place of its judgement line, with the line that is meant. */
export interface MeantLine extends Span {
  readonly line: string;
}

const labelWords = 'judgement judgment grade rating outcome'.split(' ');
/** Marks that make another block of it, words before the label, the label, and what stands for the colon. */
const meantForm =
  /^(?:[-*>#+•|([\s]{0,6}|\d\.\s)(?:(?:the|overall)\s){0,2}\*{0,2}(\p{L}{4,12})\*{0,2}\s?(?:[:;.,=|：→>–—-]{0,2})\*{0,2}\s{1,4}\*{0,2}(\p{L}[\p{L} ]{2,40}?)\*{0,2}[\s|)\]]{0,3}\.?$/iu;
/** The grade alone, or the label after it: *: Good*, *Good: Judgement*. */
const gradeForm = /^[(["'‘“:|\s]{0,4}(\p{L}[\p{L} ]{2,40}?)[)\]"'’”|\s]{0,3}\.?(?:\s?[:–-]\s?(\p{L}{4,12}))?$/u;
/** A label of several words, that names what is judged: *Judgement for this area: Good*. */
const namedForm = /^(\p{L}[\p{L} ’-]{3,60})[:;=–—]\s{0,4}(\p{L}[\p{L} ]{2,40}?)\.?$/u;
const longestMeant = 80;

/** A judgement line with another mark than a colon, with its label misspelt or lost, or written as another block. */
export function meantLine({ document, framework }: Report, { block }: Section): MeantLine | undefined {
  const { blocks, starts, source } = document;
  let index = block + 1;
  while (blocks[index]?.kind === 'comment') index++;
  const own = blocks[index];
  if (own === undefined || own.end - own.start > longestMeant) return undefined;
  const start = starts[index] ?? 0;
  const place = { from: start + own.start, to: start + own.end };
  const written = source.slice(place.from, place.to);
  const { gradeByName } = frameworkIndex(framework);
  const alone = gradeByName.get(titleKey(written));
  if (alone !== undefined) return { ...place, line: `Judgement: ${written.replace(/^\*+|[.*]+$/g, '')}` };
  const [, bare = '', after] = gradeForm.exec(written) ?? [];
  if (gradeByName.has(titleKey(bare)) && (after === undefined || isLabel(after)))
    return { ...place, line: `Judgement: ${bare}` };
  const [, label = '', grade = ''] = meantForm.exec(written) ?? [];
  if (!isLabel(label)) {
    const [, name = '', last = ''] = namedForm.exec(written) ?? [];
    const isNamed = gradeByName.has(titleKey(last)) && (name.match(/\p{L}+/gu) ?? []).some(isLabel);
    return isNamed ? { ...place, line: `Judgement: ${last}` } : undefined;
  }
  const near = gradeByName.has(titleKey(grade))
    ? grade
    : nearestNames(grade, framework.scale, ({ names }) => names)[0]?.name;
  return near === undefined ? undefined : { ...place, line: `Judgement: ${near}` };
}

function isLabel(written: string): boolean {
  const word = written.toLowerCase();
  return labelWords.some(own => editDistance(own, word, 3) <= (own.length > 6 ? 2 : 1));
}

/** Whether a block may be such a line by its place and length, before or after a change. */
export function mayBeMeantLine({ document: { blocks } }: Report, index: number): boolean {
  let above = index - 1;
  while (blocks[above]?.kind === 'comment') above--;
  const own = blocks[index];
  return blocks[above]?.kind === 'heading' && own !== undefined && own.end - own.start <= longestMeant;
}
