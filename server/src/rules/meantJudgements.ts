import type { Area } from '../model/framework.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import { titleKey } from '../model/titleKey.ts';
import type { Block } from '../syntax/block.ts';
import { editDistance } from '../text/editDistance.ts';
import type { Span } from '../text/text.ts';
import { anyOfNames } from './anyOfNames.ts';

/** A line in a section that names an area and a grade, and is not read as a judgement for its form; or a heading without words. */
export function meantStatement(
  { document, framework }: Report,
  whole: Section,
  { title, headings, names }: Area,
): Span | undefined {
  const { blocks, starts, source } = document;
  const area = new RegExp(String.raw`(?<!\p{L})(?:${anyOfNames([title, ...headings, ...names])})(?!\p{L})`, 'iu');
  const grade = new RegExp(
    String.raw`(?<!\p{L})(?:${anyOfNames(framework.scale.flatMap(own => own.names))})[.*\s=]*$`,
    'iu',
  );
  for (let i = whole.block + 1; i <= whole.blockEnd; i++) {
    const block = blocks[i];
    if (block === undefined || block.end - block.start > longestStatement) continue;
    if (!statementKinds.has(block.kind)) continue;
    const from = (starts[i] ?? 0) + block.start;
    const written = source.slice(from, from + block.end - block.start);
    if (/^#+$/.test(written) || (area.test(written) && grade.test(written))) return { from, to: from + written.length };
  }
  return undefined;
}

const longestStatement = 240;
const statementKinds: ReadonlySet<Block['kind']> = new Set(['heading', 'plain', 'bullet', 'quotation', 'numbered']);

/** What stands directly under a heading in place of its judgement line, with the line that is meant. */
export interface MeantLine extends Span {
  readonly line: string;
}

const labelWords = 'judgement judgment grade rating'.split(' ');
/** Marks that make another block of it, words before the label, the label, and what stands for the colon. */
const meantForm =
  /^(?:[-*>#+•\s]{0,6}|\d\.\s)(?:overall\s)?\*{0,2}(\p{L}{4,12})\*{0,2}\s?(?:[:;.,=：–—-]{0,2})\*{0,2}\s{1,4}\*{0,2}(\p{L}[\p{L} ]{2,40}?)\*{0,2}\.?$/iu;
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
  const [, label = '', grade = ''] = meantForm.exec(written) ?? [];
  const word = label.toLowerCase();
  if (!labelWords.some(own => editDistance(own, word, 3) <= (own.length > 6 ? 2 : 1))) return undefined;
  if (!gradeByName.has(titleKey(grade))) return undefined;
  return { ...place, line: `Judgement: ${grade}` };
}

/** Whether a block may be such a line by its place and length, before or after a change. */
export function mayBeMeantLine({ document: { blocks } }: Report, index: number): boolean {
  let above = index - 1;
  while (blocks[above]?.kind === 'comment') above--;
  const own = blocks[index];
  return blocks[above]?.kind === 'heading' && own !== undefined && own.end - own.start <= longestMeant;
}
