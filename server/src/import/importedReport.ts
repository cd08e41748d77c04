import { allFrameworks, type Frameworks } from '../framework/builtIn.ts';
import type { Framework } from '../model/framework.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import { titleKey } from '../model/titleKey.ts';
import type { Guess } from './block.ts';
import { bodyBlocks } from './bodyBlocks.ts';
import { frameworkFound } from './frameworkFound.ts';
import { frontMatterOf } from './frontMatterOf.ts';
import { withoutFurniture } from './furniture.ts';
import { partedEntries } from './joinedEntries.ts';
import type { Ledger } from './ledger.ts';
import { ledgerOf } from './ledgerOf.ts';
import { annotated } from './notes.ts';
import { openingOf } from './opening.ts';
import { ownListIn } from './ownLists.ts';
import { ownNumbered } from './ownNumbers.ts';
import { partedPages } from './pageLines.ts';
import { measuredLines, type PrintedLine, printedLines } from './printedLine.ts';
import { partedParagraphs, seriesStarts } from './seriesStarts.ts';
import type { Source } from './source.ts';
import { writtenMarkup } from './writtenMarkup.ts';

/** By what a report is brought in. */
export interface ImportOptions {
  readonly frameworks: Frameworks;
  /** The framework's id, if it is not to be found from the text. */
  readonly framework?: string;
}

/** A report that has been brought in. */
export interface Imported {
  readonly markup: string;
  readonly ledger: Ledger;
  readonly guesses: readonly Guess[];
  readonly framework: string;
}

/** Turns a published report into markup, with an account of every line of it. */
export function importedReport(source: Source, options: ImportOptions): Imported {
  const pages = partedPages(source, allFrameworks(options.frameworks));
  if (pages === undefined) return reportOfLines(source, options);
  const { ledger, guesses, ...imported } = reportOfLines(pages.source, options);
  const originOf = (line: number) => pages.origins[line] ?? line;
  return {
    ...imported,
    ledger: { ...ledger, entries: ledger.entries.map(entry => ({ ...entry, index: originOf(entry.index) })) },
    guesses: guesses.map(guess => ({ ...guess, line: originOf(guess.line) })),
  };
}

/** The report of lines that are print’s own, or paragraphs. */
function reportOfLines(source: Source, options: ImportOptions): Imported {
  const printed = printedLines(source);
  const framework = frameworkOf(printed, options);
  const { kindsByTitle } = frameworkIndex(framework);
  const isContents = (title: string) =>
    (kindsByTitle.get(titleKey(title)) ?? []).some(({ role }) => role === 'contents') || titleKey(title) === 'contents';
  const { lines: own, dropped } = withoutFurniture(printed, isContents, title => kindsByTitle.has(titleKey(title)));
  const { lines: running, notes } = annotated(own);
  const entered = measuredLines(running, source);
  const entries = partedEntries(entered, framework);
  const measured = entered.flatMap((line, at) => entries.get(at) ?? [line]);
  const opening = openingOf(measured, framework);
  const [series] = framework.numbering;
  const numbering = (own: readonly PrintedLine[]) => ({
    from: opening.end,
    first: series?.start ?? 1,
    isExpected: series !== undefined,
    except: ownListIn(own, opening.end, framework),
  });
  const parted = partedParagraphs(measured, numbering(measured));
  const lines = measured.flatMap((line, at) => parted.get(at) ?? [line]);
  const starts = seriesStarts(lines, numbering(lines));
  const placeOf = (at: number) => {
    const entered = at + partsAbove(at, entries);
    return entered + partsAbove(entered, parted);
  };
  const { blocks, labels, marks } = bodyBlocks({
    lines,
    notes: notes.map(note => ({ ...note, after: placeOf(note.after) })),
    opening,
    starts,
    framework,
    isByParagraph: source.format === 'docx',
  });
  const front = frontMatterOf(opening.cover, framework.id);
  const written = writtenMarkup(front, blocks, source.lines, framework.openAreas ? ownNumbered(blocks) : undefined);
  const reasons = new Map(dropped);
  for (const index of opening.cover.dates) reasons.set(index, 'date');
  for (const index of labels) reasons.set(index, 'label');
  for (const index of marks) reasons.set(index, 'bullet mark');
  return {
    markup: written.markup,
    ledger: ledgerOf(source, written, opening.cover, reasons),
    guesses: blocks.flatMap(({ guess }) => guess ?? []),
    framework: framework.id,
  };
}

/** How many lines more there are above a place once some have been parted. */
function partsAbove(at: number, parted: ReadonlyMap<number, readonly unknown[]>): number {
  return [...parted].reduce((sum, [place, parts]) => sum + (place < at ? parts.length - 1 : 0), 0);
}

function frameworkOf(lines: Parameters<typeof frameworkFound>[0], { frameworks, framework }: ImportOptions): Framework {
  const wanted = framework === undefined ? frameworkFound(lines, frameworks) : frameworks.get(framework);
  return wanted ?? frameworks.get('generic')!;
}
