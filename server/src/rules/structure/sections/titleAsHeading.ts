import type { Report } from '../../../model/report.ts';
import { lineBreak } from '../../../text/lineBreak.ts';
import type { Span } from '../../../text/text.ts';
import type { Edit, Finding } from '../../rule.ts';
import { textEnd, textMarks } from '../../titles/titlesAsText.ts';

/** A missing section's title that stands as text, with what makes a heading of it. */
export function titleAsHeading({ document: { source } }: Report, { from, to }: Span, level: number): Finding {
  const written = source.slice(from, to);
  const [before = ''] = textMarks.exec(written) ?? [];
  const [after = ''] = textEnd.exec(written) ?? [];
  const [marks = ''] = /#+/.exec(before) ?? [];
  const heading = `${marks === '' || marks.length > mostMarks ? '#'.repeat(Math.min(level, mostMarks)) : marks} `;
  const [indent = ''] = /[ \t\u00a0]*$/.exec(source.slice(Math.max(0, from - longestIndent), from)) ?? [];
  // One that has got into a line of text begins a line of its own.
  const isInLine = indent !== '' && !/[\r\n]/.test(source.charAt(from - indent.length - 1));
  const end = lineBreak(source);
  const edits: Edit[] = [
    { from: from - indent.length, to: from + before.length, text: `${isInLine ? end + end : ''}${heading}` },
  ];
  // So does the text that goes on in its line.
  const [gap = ''] = /^[ \t\u00a0]{1,9}(?=[^\s#])/.exec(source.slice(to, to + 10)) ?? [];
  if (gap !== '') edits.push({ from: to, to: to + gap.length, text: end + end });
  if (after !== '') edits.push({ from: to - after.length, to, text: '' });
  return {
    from,
    to,
    message: `This title is text, and its section is missing. ${
      gap !== ''
        ? `Write “${heading}” before it, and put the text on a line of its own.`
        : indent === ''
          ? `Write “${heading}” before it.`
          : `Begin its line with “${heading}”.`
    }`,
    fixes: [{ title: 'Make it a heading', edits, certain: false }],
  };
}

const mostMarks = 6;

/** So many blanks before a title are taken out. */
const longestIndent = 100;
