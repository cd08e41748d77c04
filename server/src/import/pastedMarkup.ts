import type { Framework } from '../model/framework.ts';
import type { ImportedBlock } from './block.ts';
import { bodyBlocks } from './bodyBlocks.ts';
import { type Annotated, annotated } from './notes.ts';
import type { Opening } from './opening.ts';
import { type PrintedLine, printedLines } from './printedLine.ts';
import { seriesStarts } from './seriesStarts.ts';
import type { Source } from './source.ts';
import { writtenMarkup } from './writtenMarkup.ts';

/** A part of a report in markup, as it is to be put into another. */
export interface PastedMarkup {
  /** Without blank lines at its ends. */
  readonly markup: string;
  /** Whether it begins, and ends, with what is no plain text: what stands before or after it is a block of its own then. */
  readonly beginsBlock: boolean;
  readonly endsBlock: boolean;
}

/**
 * A part of a report that was copied elsewhere, its numbers as they are printed there; nothing if it is some words of one
 * paragraph, which say no more than themselves.
 *
 * @param taken the names of the notes of the report into which it is put; its own get others
 */
export function pastedMarkup(
  source: Source,
  framework: Framework,
  taken: ReadonlySet<string>,
): PastedMarkup | undefined {
  const { lines, notes } = withFreeNames(annotated(printedLines(source)), taken);
  const first = firstNumber(lines);
  const starts = seriesStarts(lines, { from: 0, first, isExpected: framework.numbering.length > 0, except: undefined });
  const { blocks } = bodyBlocks({ lines, notes, opening: noOpening, starts, framework, isByParagraph: true });
  const [one] = blocks;
  if (one === undefined || (blocks.length === 1 && isWords(one, lines))) return undefined;
  // (Who pastes sees what has come of it, and needs no account of the guesses.)
  const sure = blocks.map(({ guess, ...block }) => block);
  return {
    markup: writtenMarkup('', sure, source.lines).markup.trim(),
    beginsBlock: one.kind !== 'plain',
    endsBlock: blocks.at(-1)?.kind !== 'plain',
  };
}

/** Whether the only block of what was copied is some words; bold ones look like a heading, and may as well be a grade. */
function isWords({ kind }: ImportedBlock, [line]: readonly PrintedLine[]): boolean {
  return kind === 'plain' || (kind === 'heading' && line?.look?.heading === undefined);
}

/** The notes with names that are not taken, and their marks with them. */
function withFreeNames({ lines, notes }: Annotated, taken: ReadonlySet<string>): Annotated {
  const names = new Map<string, string>();
  let next = 1;
  for (const { name } of notes) {
    while (taken.has(String(next)) || (taken.size > 0 && notes.some(note => note.name === String(next)))) next++;
    names.set(name, taken.has(name) ? String(next++) : name);
  }
  const renamed = (line: PrintedLine): PrintedLine => ({
    ...line,
    text: line.text.replace(noteMark, (mark, name) => (names.has(name) ? `[^${names.get(name)}]` : mark)),
  });
  return {
    lines: lines.map(renamed),
    notes: notes.map(note => ({ ...note, name: names.get(note.name)!, lines: note.lines.map(renamed) })),
  };
}

const noteMark = /(?<!\\)\[\^([^\s[\]]+)\]/g;

/** The number with which a copied part of a series begins. */
function firstNumber(lines: readonly PrintedLine[]): number {
  for (const { text } of lines) {
    const [, digits] = /^(\d{1,3})\.\s/.exec(text) ?? [];
    if (digits !== undefined) return Number(digits);
  }
  return 1;
}

/** A part of a report has no cover. */
const noOpening: Opening = {
  cover: { provider: [], name: undefined, title: [], inspected: [], published: undefined, dates: [] },
  blocks: new Map(),
  taken: new Set(),
  end: 0,
};
