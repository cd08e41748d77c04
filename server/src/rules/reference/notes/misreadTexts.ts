import type { Footnote, Report } from '../../../model/report.ts';
import { blockIndexAt } from '../../../syntax/document.ts';
import { literalPattern } from '../../../text/phrases.ts';
import type { Span } from '../../../text/text.ts';
import { certainChangeTo, changeTo } from '../../fixWith.ts';
import type { Finding, Related } from '../../rule.ts';

/** The text of a note whose colon has got into its brackets, so that it is read as the mark of another: *[^1:] In June.* */
export function textWithColonInside(report: Report, footnote: Footnote, meant: Footnote): Finding | undefined {
  const place = colonInside(report, footnote);
  if (place === undefined) return undefined;
  const text = `[^${meant.name}]:`;
  return {
    ...place,
    message: `This is not read as the text of note ${meant.name}: its colon stands inside. Write “${text}”.`,
    related: meant.marks.map(markedHere),
    fixes: [certainChangeTo(place, text)],
  };
}

/** The one mark of a note whose name ends in a colon, where it begins a paragraph as a note's text would. */
export function colonInside({ document }: Report, { name, marks }: Footnote): Span | undefined {
  const [mark, another] = marks;
  if (mark === undefined || another !== undefined || !/^[^:]+:$/.test(name)) return undefined;
  const index = blockIndexAt(document, mark.from) ?? 0;
  const own = document.blocks[index];
  return own?.kind === 'plain' && (document.starts[index] ?? 0) + own.start === mark.from ? mark : undefined;
}

/** The one paragraph that seems to be a note's text, for the note's name stands before it, without its colon or its caret. */
export function textWithoutItsMark(report: Report, { name, marks }: Footnote): Finding | undefined {
  const place = nameBeforeText(report, name);
  if (place === undefined) return undefined;
  const text = `[^${name}]:`;
  return {
    ...place,
    message: `This is not read as the text of note ${name}. Write “${text}” before it.`,
    related: marks.filter(({ from }) => from !== place.from).map(markedHere),
    fixes: [changeTo(place, text)],
  };
}

function nameBeforeText({ document: { blocks, starts, source } }: Report, name: string): Span | undefined {
  const own = literalPattern(name);
  const form = new RegExp(
    String.raw`^(?:\^${own}\]:|\[ ?(?:\^ ?${own} ?\](?! ?[,;)])[ ]?[:.]?|${own}\][:.]))(?=\s{1,4}\S)`,
    'u',
  );
  let found: Span | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'plain') continue;
    const from = (starts[i] ?? 0) + block.start;
    if (!/[[^]/.test(source.charAt(from))) continue;
    const [written = ''] = form.exec(source.slice(from, from + name.length + mostAround)) ?? [];
    if (written === '') continue;
    if (found !== undefined) return undefined;
    found = { from, to: from + written.length };
  }
  return found;
}

/** Brackets, caret, colon and blanks around a name are no more. */
const mostAround = 12;

/** The place of a mark beside what is found of its note's text. */
export function markedHere(mark: Span): Related {
  return { ...mark, message: 'It is marked here.' };
}
