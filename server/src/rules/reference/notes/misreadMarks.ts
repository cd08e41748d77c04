import { blocksWith } from '../../../model/blocksWith.ts';
import { MarkSearch } from '../../../model/markSearch.ts';
import type { Report } from '../../../model/report.ts';
import type { Span } from '../../../text/text.ts';
import { moreLikeIt } from '../../messages/moreLikeIt.ts';
import type { Finding } from '../../rule.ts';
import { isRunningText } from './runningText.ts';

/** Marks that are read as text for how they are written; of a note with a text and no mark that is told there. */
export function* misreadMarks(report: Report): Iterable<Finding> {
  yield* partedMarks(report);
  yield* turnedMarks(report);
  yield* bareCarets(report);
  yield* namedMarks(report);
  yield* notesInMarks(report);
  yield* raisedFigures(report);
}

/** *schools¹*: a raised figure for a mark. However many there are, it is one finding. */
function* raisedFigures(report: Report): Iterable<Finding> {
  const { document } = report;
  const found: Span[] = [];
  for (const { block, places } of blocksWith(document, raisedIn)) {
    if (!isRunningText(block) || block.kind === 'footnote') continue;
    for (const from of places) {
      raised.lastIndex = from;
      const [written = ''] = raised.exec(document.source) ?? [];
      if (!isToldAtText(report, written.normalize('NFKC'))) found.push({ from, to: from + written.length });
    }
  }
  const [first, ...others] = found;
  if (first === undefined) return;
  const written = document.source.slice(first.from, first.to);
  yield {
    ...first,
    severity: 'warning',
    message: `This is not read as a note’s mark${moreLikeIt(others)}. Write “[^${written.normalize('NFKC')}]” for “${written}”.`,
    related: others.map(place => ({ ...place, message: 'Nor is this.' })),
  };
}

/** (Behind a unit, *km²*, it is a power, and so it is behind a figure.) */
const raised = /(?<=\p{L}{3}|[.,;:!?’”)\]]|[\p{L}.,;:!?’”)\]] )[¹²³⁴-⁹][⁰¹²³⁴-⁹]?(?![\p{L}\d⁰¹²³⁴-⁹])/uy;

const raisedIn = new MarkSearch('¹²³⁴⁵⁶⁷⁸⁹', (text, from) => {
  raised.lastIndex = from;
  return raised.test(text) ? from : -1;
});

/** *[ftn1]*: a word processor’s own name for a note. */
function* namedMarks(report: Report): Iterable<Finding> {
  const { document } = report;
  for (const { block, places } of blocksWith(document, namedIn)) {
    if (!isRunningText(block) || block.kind === 'footnote') continue;
    for (const from of places) {
      namedMark.lastIndex = from;
      const [written = '', name = ''] = namedMark.exec(document.source) ?? [];
      if (!isToldAtText(report, name)) yield misread(from, written, name, 'a word stands for its caret', false);
    }
  }
}

const namedMark = /\[_?(?:ftn|fn|edn|endnote) ?(\d{1,3})\](?![(:])/iy;

const namedIn = new MarkSearch('[', (text, from) => {
  namedMark.lastIndex = from;
  return namedMark.test(text) && isAfterText(text, from) ? from : -1;
});

/** *^[See the annex.]*: the note itself stands in its mark. */
function* notesInMarks({ document }: Report): Iterable<Finding> {
  for (const { block, places } of blocksWith(document, noteInMarkIn)) {
    if (!isRunningText(block)) continue;
    for (const from of places) {
      noteInMark.lastIndex = from;
      const [written = ''] = noteInMark.exec(document.source) ?? [];
      yield {
        from,
        to: from + written.length,
        message: 'A note is not read in its mark. Write “[^1]” here, and “[^1]: …” with its words below the paragraph.',
      };
    }
  }
}

const noteInMark = /\^\[(?=[^\]\r\n]{0,20}\p{L}{2})[^[\]\r\n]{3,300}\](?![(:])/uy;

const noteInMarkIn = new MarkSearch('^', (text, from) => {
  noteInMark.lastIndex = from;
  return noteInMark.test(text) ? from : -1;
});

/** *[ ^1]*: a blank stands in it. */
function* partedMarks(report: Report): Iterable<Finding> {
  const { document } = report;
  for (const { block, places } of blocksWith(document, partedIn)) {
    if (!isRunningText(block)) continue;
    for (const from of places) {
      partedMark.lastIndex = from;
      const [written = '', one, other] = partedMark.exec(document.source) ?? [];
      const name = one ?? other ?? '';
      if (!isToldAtText(report, name)) yield misread(from, written, name, 'a space stands in it', true);
    }
  }
}

const partedMark = /\[(?: \^ ?|\^ )([\p{L}\d*†]{1,12}) ?\]|\[\^([\p{L}\d*†]{1,12}) \]/uy;

const partedIn = new MarkSearch('^', (text, at) => {
  const from = text.charAt(at - 1) === '[' ? at - 1 : at - 2;
  partedMark.lastIndex = from;
  return from >= 0 && partedMark.test(text) ? from : -1;
});

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

const caretsIn = new MarkSearch('^', (text, at) => {
  const from = text.charAt(at - 1) === '[' ? at - 1 : at;
  bareCaret.lastIndex = from;
  return isAfterText(text, from) && !/\d ?$/.test(text.slice(Math.max(0, from - 2), from)) && bareCaret.test(text)
    ? from
    : -1;
});

const turnedMark =
  /[({]\^([\p{L}\d*†]{1,12})[)}]|\[([\p{L}\d*†]{1,12})\^\]|\^\[(\d{1,3})\]|\[\^(\d{1,3})(?![\p{L}\d\]:]|[^\r\n[\]]{0,40}\])/uy;

const turnedIn = new MarkSearch('^', (text, at) => {
  const from = beginOfMark(text, at);
  turnedMark.lastIndex = from;
  return from > 0 && isAfterText(text, from) && turnedMark.test(text) ? from : -1;
});

/** Whether an offset is right behind a word, a figure or a mark of the text, or behind a blank after one. */
function isAfterText(text: string, at: number): boolean {
  return /[\p{L}\d.,;:!?’”)] ?$/u.test(text.slice(Math.max(0, at - 2), at));
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
