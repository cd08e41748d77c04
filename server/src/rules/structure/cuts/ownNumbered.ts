import { partedNumbers } from '../../../model/numbering/partedNumbers.ts';
import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import { isSmallLetter } from '../../../text/letters.ts';
import { Unit } from '../../../text/unit.ts';
import type { Finding } from '../../rule.ts';
import { beginsMidway, breaksOff } from './edgeWords.ts';
import { edgesOf } from './paragraphEdges.ts';

/** Of so many paragraphs no more than one may be open, or it is their habit. */
const usual = 8;

/** Paragraphs that a report numbers in its own way, and that break off, or begin with a small letter, where nearly all others do not. */
export function* cutOwnNumbered(report: Report): Iterable<Finding> {
  const members = [...partedNumbers(report).values()].flat();
  const cut = members.filter(own => !edgesOf(report, own.block).ends && !leadsOn(report, own));
  if (cut.length * usual <= members.length) for (const { content } of cut) yield breaksOff(report, content);
  const torn = members.filter(own => !edgesOf(report, own.block).begins);
  if (torn.length * usual > members.length) return;
  for (const own of torn) yield beginsMidway(report, own);
}

/**
 * Paragraphs of any report whose sentence goes on below an empty line: the one ends in a word, or in a comma, and the other
 * begins with a small letter.
 */
export function* tornApart(report: Report, told: ReadonlySet<number>): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  for (const { block: index, kind, series, content } of report.paragraphs) {
    const [block, below] = [blocks[index], blocks[index + 1]];
    if (kind === 'entry' || (series !== undefined && kind !== 'other')) continue;
    if (block?.kind !== 'numbered' && block?.kind !== 'bullet') continue;
    if ((below?.kind !== 'plain' && below?.kind !== 'bullet') || content.to - content.from < shortest) continue;
    if (!endsInWord(source.charCodeAt(content.to - 1))) continue;
    const start = (starts[index + 1] ?? 0) + below.content.from;
    if (!/^\p{Ll}{2,20}[ ,]/u.test(source.slice(start, start + 22))) continue;
    if (below.kind === 'bullet' && (block.kind !== 'bullet' || below.indent !== block.indent)) continue;
    if (block.kind === 'bullet' && !isOfSentences(report, index)) continue;
    const finding = breaksOff(report, content);
    if (!told.has(finding.to)) yield finding;
  }
}

/** Whether a block may be one half of a torn sentence, or one that a report numbers in its own way. */
export function mayBeTorn(report: Report, index: number): boolean {
  const { blocks, starts, source } = report.document;
  const block = blocks[index];
  if (block === undefined || !('content' in block)) return false;
  if (partedNumbers(report).size > 0) return true;
  const start = starts[index] ?? 0;
  if (
    block.kind !== 'numbered' &&
    /^\p{Ll}/u.test(source.slice(start + block.content.from, start + block.content.from + 2))
  )
    return true;
  const last = source.slice(start + block.content.to - 1, start + block.content.to);
  return (block.kind === 'numbered' || block.kind === 'bullet') && last !== '.';
}

/** Whether a character is a small letter or a comma. */
function endsInWord(unit: number): boolean {
  return isSmallLetter(unit) || unit === Unit.comma || (unit >= 0xdf && unit < 0x2000); // ß and the letters after it
}

/** A shorter text may be a label. */
const shortest = 20;

/** Whether a point begins as a sentence does, and the one above or two below it is one: the text below goes on with no other point. */
function isOfSentences(report: Report, index: number): boolean {
  return isPoint(report, index) && [index - 1, index + 2].some(own => isPoint(report, own) && endsInStop(report, own));
}

function isPoint({ document: { blocks, starts, source } }: Report, index: number): boolean {
  const own = blocks[index];
  const from = (starts[index] ?? 0) + (own?.kind === 'bullet' ? own.content.from : 0);
  return own?.kind === 'bullet' && /^\p{Lu}/u.test(source.slice(from, from + 2));
}

function endsInStop({ document: { blocks, starts, source } }: Report, index: number): boolean {
  const own = blocks[index];
  return own?.kind === 'bullet' && source.charAt((starts[index] ?? 0) + own.content.to - 1) === '.';
}

/** Whether a paragraph leads in to a list, a table or a quotation. */
function leadsOn({ document: { blocks } }: Report, { block, blockEnd }: Paragraph): boolean {
  const kind = blocks[blockEnd > block + 1 ? block + 1 : blockEnd]?.kind;
  return kind === 'bullet' || kind === 'table' || kind === 'quotation';
}
