import { blocksWith } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';
import { isRunningText } from './runningText.ts';

/** Marks that are read as text for how they are written; of a note with a text and no mark that is told there. */
export function* misreadMarks(report: Report): Iterable<Finding> {
  yield* partedMarks(report);
  yield* turnedMarks(report);
  yield* bareCarets(report);
}

/** *[ ^1]*: a blank stands in it. */
function* partedMarks(report: Report): Iterable<Finding> {
  const { document } = report;
  for (const { block, places } of blocksWith(document, partedIn)) {
    if (!isRunningText(block)) continue;
    for (const from of places) {
      partedMark.lastIndex = from;
      const [written = '', one, other] = partedMark.exec(document.source) ?? [];
      const name = one ?? other ?? '';
      if (!isToldAtText(report, name)) yield misread(from, written, name, 'a blank stands in it', true);
    }
  }
}

const partedMark = /\[(?: \^ ?|\^ )([\p{L}\d*†]{1,12}) ?\]|\[\^([\p{L}\d*†]{1,12}) \]/uy;

function* partedIn(text: string): Iterable<number> {
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) {
    const from = text.charAt(at - 1) === '[' ? at - 1 : at - 2;
    partedMark.lastIndex = from;
    if (from >= 0 && partedMark.test(text)) yield from;
  }
}

/** *(^1)*, *[1^]*, *^[1]*, *[^1*: other brackets, the caret elsewhere, no bracket at the end. */
function* turnedMarks(report: Report): Iterable<Finding> {
  const { document } = report;
  for (const { block, places } of blocksWith(document, turnedIn)) {
    if (!isRunningText(block)) continue;
    for (const from of places) {
      turnedMark.lastIndex = from;
      const [written = '', round, last, before, open] = turnedMark.exec(document.source) ?? [];
      const name = round ?? last ?? before ?? open ?? '';
      if (isToldAtText(report, name)) continue;
      if (round !== undefined) yield misread(from, written, name, 'its brackets are not square', true);
      else if (open !== undefined) yield misread(from, written, name, 'its bracket is not closed', false);
      else yield misread(from, written, name, '“^” does not stand after its bracket', true);
    }
  }
}

/** *^1* and *[^]*: no brackets, or no name in them. */
function* bareCarets(report: Report): Iterable<Finding> {
  const { document } = report;
  for (const { block, places } of blocksWith(document, caretsIn)) {
    if (!isRunningText(block) || block.kind === 'footnote') continue;
    for (const from of places) {
      bareCaret.lastIndex = from;
      const [written = '', name] = bareCaret.exec(document.source) ?? [];
      if (name !== undefined && isToldAtText(report, name)) continue;
      if (name !== undefined) yield misread(from, written, name, 'no brackets stand around it', false);
      else
        yield {
          from,
          to: from + written.length,
          message: 'This note’s mark names no note. Write its number, or take it out.',
        };
    }
  }
}

const bareCaret = /\[\^\s?\]|\^(\d{1,2})(?![\w\]^])/y;

function* caretsIn(text: string): Iterable<number> {
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) {
    const from = text.charAt(at - 1) === '[' ? at - 1 : at;
    bareCaret.lastIndex = from;
    if (/[\p{L}.,;:!?’”)] ?$/u.test(text.slice(Math.max(0, from - 2), from)) && bareCaret.test(text)) yield from;
  }
}

const turnedMark =
  /[({]\^([\p{L}\d*†]{1,12})[)}]|\[([\p{L}\d*†]{1,12})\^\]|\^\[(\d{1,3})\]|\[\^(\d{1,3})(?![\p{L}\d\]:]|[^\r\n[\]]{0,40}\])/uy;

function* turnedIn(text: string): Iterable<number> {
  for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) {
    const from = beginOfMark(text, at);
    turnedMark.lastIndex = from;
    if (from > 0 && /[\p{L}\d.,;:!?’”)] ?$/u.test(text.slice(Math.max(0, from - 2), from)) && turnedMark.test(text))
      yield from;
  }
}

function beginOfMark(text: string, caret: number): number {
  if (text.charAt(caret + 1) === '[') return caret;
  if (/[[({]/.test(text.charAt(caret - 1))) return caret - 1;
  for (let at = caret - 1; at > caret - longestName; at--) if (text.charAt(at) === '[') return at;
  return -1;
}

/** So far before its caret a mark may begin. */
const longestName = 12;

function isToldAtText({ footnotes }: Report, name: string): boolean {
  return footnotes.some(own => own.name === name && own.marks.length === 0);
}

function misread(from: number, written: string, name: string, fault: string, certain: boolean): Finding {
  const place = { from, to: from + written.length };
  const text = `[^${name}]`;
  return {
    ...place,
    message: `This is not read as a note’s mark, for ${fault}. Write “${text}”.`,
    fixes: [{ title: `Change to “${text}”`, edits: [{ ...place, text }], certain }],
  };
}
