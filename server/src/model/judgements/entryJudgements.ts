import type { NumberedBlock, TableBlock } from '../../syntax/block.ts';
import { type Span, trimmed } from '../../text/text.ts';
import { titleKey } from '../titleKey.ts';
import type { Judgement } from './judgement.ts';
import { type JudgementReading, judgementOf, longestStatement, namedArea, pastWording } from './judgementReading.ts';

/** No grade has more words. */
const mostGradeWords = 8;

/** A block in which entries may stand, and its section. */
interface EntryPlace {
  readonly block: number;
  readonly section: number | undefined;
}

/** What an entry names, and how. */
interface EntryWords {
  readonly area: Span;
  readonly grade: Span;
  readonly number: string | undefined;
}

/** The entry that a numbered line is: *2.1 Adoption performance: Good*. */
export function lineEntry(
  reading: JudgementReading,
  place: EntryPlace,
  { content, hiddenNumbers, number }: NumberedBlock,
): Judgement | undefined {
  const { source, starts } = reading.document;
  const start = starts[place.block] ?? 0;
  const base = start + content.from;
  // A line within that begins with a number of its own was meant as the next entry.
  const line = source.slice(base, start + (hiddenNumbers[0]?.from ?? content.to));
  if (line.length > longestStatement || pastWording.test(line)) return undefined;
  const words = withoutComments(line).replace(/\{[^{}]*\}\s*$/, '');
  const [colon, end] = entryEnd(reading, words);
  const before = trimmed(words, { from: 0, to: colon < 0 ? words.length : colon });
  const after = trimmed(words, { from: colon < 0 ? words.length : colon + 1, to: end });
  const area = { from: base + before.from, to: base + before.to };
  const grade = { from: base + after.from, to: base + after.to };
  return entryOf(reading, place, { area, grade, number: number.number }, false);
}

/** Blanks in place of comments, so that all else stays where it is. */
function withoutComments(text: string): string {
  return text.includes('<!--') ? text.replace(/<!--[\s\S]*?(?:-->|$)/g, own => ' '.repeat(own.length)) : text;
}

/** The colon before an entry's grade, and where the grade ends: another entry that has run into this one is none of it. */
function entryEnd({ index }: JudgementReading, words: string): [colon: number, end: number] {
  const first = words.indexOf(':');
  const last = words.lastIndexOf(':');
  const isName = (to: number) => index.areaByName.has(titleKey(words.slice(0, to)));
  if (first === last || isName(last) || !isName(first)) return [last, words.length];
  const ends = [...words.slice(first + 1).matchAll(/\S(?=\s)/g)].slice(0, mostGradeWords);
  const end = ends
    .map(match => first + 2 + match.index)
    .findLast(to => index.gradeByName.has(titleKey(words.slice(first + 1, to))));
  return end === undefined ? [last, words.length] : [first, end];
}

/**
 * The entries that a table's rows are: an area, and its grade in the second cell.
 *
 * @param isList whether it stands where the list of judgements does; elsewhere only a table headed by a word for grades holds entries
 */
export function tableEntries(
  reading: JudgementReading,
  place: EntryPlace,
  { rows }: TableBlock,
  isList: boolean,
): Judgement[] {
  const { source, starts } = reading.document;
  const start = starts[place.block] ?? 0;
  const wordsOf = ({ from, to }: Span) => source.slice(start + from, start + to);
  const [header] = rows;
  const heads = header?.cells[1];
  const isHeaded = heads !== undefined && reading.index.judgementWords.has(titleKey(wordsOf(heads)));
  if (!isHeaded && !isList) return [];
  return rows.flatMap(row => {
    const [name, second, ...more] = row.cells;
    // Between two pipes that were meant as one there is an empty cell too many.
    const grade =
      second?.from === second?.to && row.cells.length > (header?.cells.length ?? 0)
        ? (more.find(({ from, to }) => from < to) ?? second)
        : second;
    if (row === header || name === undefined || grade === undefined) return [];
    if (pastWording.test(wordsOf(name).slice(0, longestStatement))) return [];
    const numbered = /^([SR]?\d{1,3}(?:\.\d{1,3})*)\.?\s+/.exec(wordsOf(name));
    const words = {
      area: { from: start + name.from + (numbered?.[0].length ?? 0), to: start + name.to },
      grade: { from: start + grade.from, to: start + grade.to },
      number: numbered?.[1],
    };
    return entryOf(reading, place, words, isHeaded) ?? [];
  });
}

/** A grade without what a bracket or a sign adds behind it: *Requires improvement (14/36)*, *Good ↑ May 2023*. */
function withoutMore(text: string, { index: { gradeByName } }: JudgementReading): string {
  const more = text.search(/[(\p{S}]/u);
  const grade = more > 0 && !gradeByName.has(titleKey(text)) ? text.slice(0, more).trimEnd() : text;
  return gradeByName.has(titleKey(grade)) ? grade : text;
}

/** An entry; nothing where neither a grade nor an area is known, unless it is certain to be one. */
function entryOf(
  reading: JudgementReading,
  place: EntryPlace,
  { area: areaSpan, grade: gradeSpan, number }: EntryWords,
  isCertain: boolean,
): Judgement | undefined {
  const { source } = reading.document;
  const { gradeByName, areaByName } = reading.index;
  const name = withoutComments(source.slice(areaSpan.from, areaSpan.to));
  const written = withoutComments(source.slice(gradeSpan.from, gradeSpan.to));
  const whole = written.replace(/\*+|\[\^[^\]]*\]|\.\s*$/g, '').trim();
  const text = withoutMore(whole, reading);
  const from = gradeSpan.from + Math.max(0, written.indexOf(text));
  const grade = gradeByName.get(titleKey(text));
  const area = areaByName.get(titleKey(name));
  if (!isCertain && grade === undefined && area === undefined) return undefined;
  if (area !== undefined && !area.graded && grade === undefined) return undefined;
  return {
    ...judgementOf({ carrier: 'entry', ...place }, from, text, grade),
    ...namedArea(reading, name, areaSpan, number),
  };
}
