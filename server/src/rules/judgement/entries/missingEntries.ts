import type { Area } from '../../../model/framework.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import { doubledJudgements } from '../../../model/judgements/judgedAreas.ts';
import type { Judgement } from '../../../model/judgements/judgement.ts';
import type { Report } from '../../../model/report.ts';
import { titleKey } from '../../../model/titleKey.ts';
import type { Block, NumberedBlock } from '../../../syntax/block.ts';
import { blockIndexAt } from '../../../syntax/document.ts';
import { anyOfNames } from '../../../text/anyOfNames.ts';
import { lineBreak } from '../../../text/lineBreak.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Span } from '../../../text/text.ts';
import { fixWith } from '../../fixWith.ts';
import { beginning } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';
import { type HiddenEntry, hiddenEntries } from './hiddenEntries.ts';
import { unreadEntries } from './unreadEntries.ts';

/** Areas without an entry, but not while an entry that is read otherwise may be theirs. */
export function* missingEntries(
  report: Report,
  areas: readonly Area[],
  entries: readonly Judgement[],
  headline?: Span,
): Iterable<Finding> {
  const listed = new Set(entries.map(({ area }) => area));
  const missing = areas.filter(({ id }) => !listed.has(id));
  const unread = unreadEntries(report, missing);
  const told = new Set(unread.keys());
  for (const [area, place] of unread) if (isBelowTornGrade(report, place)) unread.delete(area);
  // A note’s text that its blanks make part of an entry is told at its mark.
  for (const [area, place] of unread) if (holdsNote(report, place)) unread.delete(area);
  // What has got into the line of a heading that is told is told with it.
  if (headline !== undefined)
    for (const [area, { from }] of unread) if (from > headline.from && from < headline.to) unread.delete(area);
  const broken = missing.length > 0 ? brokenRow(report, missing) : undefined;
  if (broken !== undefined) {
    const message = 'This row of the table is broken off, and goes on below it. Write it in one line.';
    const related = [...unread.values()].map(place => ({ ...place, message: 'So this is not read as an entry.' }));
    yield { ...broken, message, related };
    return;
  }
  let hidden = 0;
  const named = hiddenEntries(report);
  for (const { block, area } of entries) {
    const own = report.document.blocks[block];
    if (own?.kind !== 'numbered' || own.hiddenNumbers.length === 0) continue;
    const start = report.document.starts[block] ?? 0;
    const first = start + (own.hiddenNumbers[0]?.from ?? 0);
    const within = [...unread].filter(([, { from }]) => from > start && from < start + own.end);
    // What stands before the numbers is the cause: a line without one, which no other can follow.
    if (within.some(([, { from }]) => from < first)) continue;
    hidden += Math.max(0, own.hiddenNumbers.length - within.length);
    for (const [area] of within) unread.delete(area);
    // That the framework has no such area is told, and takes its number out of the list.
    if (area === undefined || isMisnumbered(report, block)) continue;
    const line = named.get(block);
    // What is in the list already is told of as that.
    if (line?.first !== undefined) continue;
    const entry = report.document.source.slice(start, first);
    // Its own second line is what hides the numbers below it.
    if (/[\r\n]\s*[^\s\d]/.test(entry)) {
      const end = start + (/[\r\n]/.exec(entry)?.index ?? 0);
      yield {
        from: start,
        to: end,
        message: 'This entry goes on in the next line, and hides those below it. Write it in one line.',
      };
      continue;
    }
    yield line?.area.number === undefined ||
    line.area.number === report.document.source.slice(line.number.from, line.number.to)
      ? runOn(report, own, start)
      : otherNumber(line, own.number.number, line.area.number);
  }
  if (unread.size > 0) yield unreadFinding(unread, report.document.blocks[entries[0]?.block ?? -1]?.kind);
  const strangers = entries.filter(({ area }) => area === undefined).length;
  const doubled = doubledJudgements(report).filter(({ judgement }) => judgement.carrier === 'entry').length;
  const unnamed = missing.filter(area => !told.has(area));
  if (strangers + doubled + hidden >= unnamed.length) return;
  for (const area of unnamed) {
    const place = neighbour(report, areas, area, entries);
    if (place === undefined) continue;
    const { number } = area;
    const name = number === undefined ? `“${area.title}”` : `Area ${number}, “${area.title}”,`;
    yield { ...place, message: `${name} is missing from the list. Add it with its grade.` };
  }
}

/** Whether an entry is not read for a grade above it that has been torn from its own entry: what lacks it is told there. */
function isBelowTornGrade({ document, framework }: Report, { from }: Span): boolean {
  const { blocks, starts, source } = document;
  const i = blockIndexAt(document, from) ?? 0;
  const start = (starts[i] ?? 0) + (blocks[i]?.start ?? 0);
  const [first = ''] = /^[^\r\n]*/.exec(source.slice(start, from)) ?? [];
  if (blocks[i]?.kind !== 'plain' || !frameworkIndex(framework).gradeByName.has(titleKey(first))) return false;
  const above = blocks[i - 1];
  return above?.kind === 'numbered' && source.charAt((starts[i - 1] ?? 0) + above.end - 1) === ':';
}

/** Whether the block of a place goes on with a note’s text. */
function holdsNote({ document }: Report, { to }: Span): boolean {
  const { blocks, starts, source } = document;
  const i = blockIndexAt(document, to) ?? 0;
  return /[\r\n][ \t]+\[\^[^\s[\]]{1,20}\]:/.test(source.slice(to, (starts[i] ?? 0) + (blocks[i]?.end ?? 0)));
}

/**
 * A line before the first section that begins with a pipe and has no second, with the next line names an area that has no
 * entry.
 */
function brokenRow({ document: { source }, sections }: Report, missing: readonly Area[]): Span | undefined {
  const end = sections.find(({ ownRole }) => ownRole !== undefined)?.from ?? source.length;
  const names = new RegExp(
    String.raw`(?<!\p{L})(?:${anyOfNames(missing.flatMap(({ title, headings, names }) => [title, ...headings, ...names]))})(?!\p{L})`,
    'iu',
  );
  for (const { 0: line, 1: first = '', index } of source
    .slice(0, end)
    .matchAll(/(?<=^|[\r\n])(\|[^|\r\n]{1,200})\r?\n[^|\r\n]{1,200}\|/g))
    if (names.test(singleSpaced(line))) return { from: index, to: index + first.length };
  return undefined;
}

/** Whether an entry's own number is not its area's: what cannot follow it then is in order. */
function isMisnumbered({ framework, judgements }: Report, block: number): boolean {
  const entry = judgements.find(own => own.block === block && own.carrier === 'entry' && own.areaMatch === 'name');
  const area = framework.areas.find(({ id }) => id === entry?.area);
  return area?.number !== undefined && entry?.number !== area.number;
}

/** Entries that are meant and not read: their form is at fault. */
export function unreadFinding(unread: ReadonlyMap<Area, Span>, kind: Block['kind'] | undefined): Finding {
  const inOrder = [...unread].sort(([, one], [, other]) => one.from - other.from);
  const [[area, place], ...others] = inOrder as [[Area, Span], ...[Area, Span][]];
  const entry = [...(area.number === undefined ? [] : [area.number]), `${area.title}: …`].join(' ');
  const form =
    kind === 'table' || area.number === undefined
      ? `a row of the table: “| ${area.title} | … |”`
      : `a line of its own: “${entry}”`;
  return {
    ...place,
    message: `This is not read as an entry of the list. Write it as ${form}.`,
    related: others.map(([, other]) => ({ ...other, message: 'Nor is this.' })),
  };
}

/** What is to be said of an entry that runs on, because the numbers below it are not higher than its own. */
function runOn({ document: { source } }: Report, { number, hiddenNumbers }: NumberedBlock, start: number): Finding {
  const end = lineBreak(source);
  const places = hiddenNumbers.map(({ from, to }) => ({ from: start + from, to: start + to }));
  const first = places[0] ?? { from: start, to: start };
  return {
    ...first,
    message: `This line is read as part of entry ${number.number}: its number is not higher. Correct it, or put a blank line above it.`,
    fixes: [
      {
        title: 'Put a blank line between the entries',
        edits: places.map(({ from }) => ({ from, to: from, text: end })),
        certain: false,
      },
    ],
  };
}

/** What is to be said of an entry that has another area's number, so that it cannot follow the one above it. */
function otherNumber({ number, area }: HiddenEntry, above: string, own: string): Finding {
  return {
    ...number,
    message: `This line is read as part of entry ${above}. The number of “${area.title}” is ${own}. Correct it.`,
    fixes: [fixWith(`Change to ${own}`, number, own)],
  };
}

/** The entry of the next area that has one, else of the one before. */
function neighbour(
  report: Report,
  areas: readonly Area[],
  area: Area,
  entries: readonly Judgement[],
): Span | undefined {
  const at = areas.indexOf(area);
  for (const { id } of [...areas.slice(at + 1), ...areas.slice(0, at).reverse()]) {
    const entry = entries.find(other => other.area === id);
    if (entry !== undefined) return spanOf(entry);
  }
  return entries[0] === undefined ? beginning(report) : spanOf(entries[0]);
}

function spanOf({ from, to, areaSpan }: Judgement): Span {
  return { from: areaSpan?.from ?? from, to: areaSpan?.to ?? to };
}
