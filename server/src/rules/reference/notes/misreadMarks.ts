import type { Report } from '../../../model/report.ts';
import { moreLikeIt } from '../../messages/moreLikeIt.ts';
import type { Finding } from '../../rule.ts';
import { markForm, writtenMarks } from './markForms.ts';

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
  const found = [...writtenMarks(report, raised)].flatMap(({ block, from, match: [written] }) =>
    block.kind === 'footnote' || isToldAtText(report, written.normalize('NFKC'))
      ? []
      : { from, to: from + written.length },
  );
  const [first, ...others] = found;
  if (first === undefined) return;
  const written = report.document.source.slice(first.from, first.to);
  yield {
    ...first,
    severity: 'warning',
    message: `This is not read as a note’s mark${moreLikeIt(others)}. Write “[^${written.normalize('NFKC')}]” for “${written}”.`,
    related: others.map(place => ({ ...place, message: 'Nor is this.' })),
  };
}

/** (Behind a unit, *km²*, it is a power, and so it is behind a figure.) */
const raised = markForm(
  '¹²³⁴⁵⁶⁷⁸⁹',
  /(?<=\p{L}{3}|[.,;:!?’”)\]]|[\p{L}.,;:!?’”)\]] )[¹²³⁴-⁹][⁰¹²³⁴-⁹]?(?![\p{L}\d⁰¹²³⁴-⁹])/uy,
);

/** *[ftn1]*: a word processor’s own name for a note. */
function* namedMarks(report: Report): Iterable<Finding> {
  for (const { block, from, match } of writtenMarks(report, named)) {
    const [written, name = ''] = match;
    if (block.kind !== 'footnote' && !isToldAtText(report, name))
      yield misread(from, written, name, 'a word stands for its caret', false);
  }
}

const named = markForm('[', /\[_?(?:ftn|fn|edn|endnote) ?(\d{1,3})\](?![(:])/iy, (text, at) =>
  isAfterText(text, at) ? at : -1,
);

/** *^[See the annex.]*: the note itself stands in its mark. */
function* notesInMarks(report: Report): Iterable<Finding> {
  for (const { from, match } of writtenMarks(report, withNote))
    yield {
      from,
      to: from + match[0].length,
      message: 'A note is not read in its mark. Write “[^1]” here, and “[^1]: …” with its words below the paragraph.',
    };
}

const withNote = markForm('^', /\^\[(?=[^\]\r\n]{0,20}\p{L}{2})[^[\]\r\n]{3,300}\](?![(:])/uy);

/** *[ ^1]*: a blank stands in it. */
function* partedMarks(report: Report): Iterable<Finding> {
  for (const { from, start, block, match } of writtenMarks(report, parted)) {
    const name = match[1] ?? match[2] ?? '';
    // Before a paragraph it is that of the note’s text.
    const isText = from === start + block.start && report.footnotes.some(own => own.name === name);
    if (!isText && !isToldAtText(report, name)) yield misread(from, match[0], name, 'a space stands in it', true);
  }
}

const parted = markForm('^', /\[(?: \^ ?|\^ )([\p{L}\d*†]{1,12}) ?\]|\[\^([\p{L}\d*†]{1,12}) \]/uy, (text, at) =>
  text.charAt(at - 1) === '[' ? at - 1 : at - 2,
);

/** *(^1)*, *[1^]*, *^[1]*, *[^1*: other brackets, the caret elsewhere, no bracket at the end. */
function* turnedMarks(report: Report): Iterable<Finding> {
  for (const { from, match } of writtenMarks(report, turned)) {
    const [written, round, last, before, open] = match;
    const name = round ?? last ?? before ?? open ?? '';
    if (isToldAtText(report, name)) continue;
    if (round !== undefined) yield misread(from, written, name, 'its brackets are not square', true);
    else if (open !== undefined) yield misread(from, written, name, 'its bracket is not closed', false);
    else yield misread(from, written, name, '“^” does not stand after its bracket', true);
  }
}

const turned = markForm(
  '^',
  /[({]\^([\p{L}\d*†]{1,12})[)}]|\[([\p{L}\d*†]{1,12})\^\]|\^\[(\d{1,3})\]|\[\^(\d{1,3})(?![\p{L}\d\]:]|[^\r\n[\]]{0,40}\])/uy,
  (text, at) => {
    const from = beginOfMark(text, at);
    return from > 0 && isAfterText(text, from) ? from : -1;
  },
);

/** *^1* and *[^]*: no brackets, or no name in them. */
function* bareCarets(report: Report): Iterable<Finding> {
  for (const { block, from, match } of writtenMarks(report, bare)) {
    const [written, name] = match;
    if (block.kind === 'footnote' || (name !== undefined && isToldAtText(report, name))) continue;
    if (name !== undefined) yield misread(from, written, name, 'no brackets stand around it', false);
    else
      yield {
        from,
        to: from + written.length,
        message: 'This note’s mark names no note. Write its number, or take it out.',
      };
  }
}

const bare = markForm('^', /\[\^\s?\]|\^(\d{1,2})(?![\w\]^])/y, (text, at) => {
  const from = text.charAt(at - 1) === '[' ? at - 1 : at;
  return isAfterText(text, from) && !/\d ?$/.test(text.slice(Math.max(0, from - 2), from)) ? from : -1;
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
