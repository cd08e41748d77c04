/** Below this length a paragraph stays on its line; no line becomes longer, if its words let it. */
const widest = 62;

/** What could begin a block, or a number of a series, does not begin a line. */
const begins = /^(?:[\d#>|*+[(-]|[SR]\d)/;

/** A text whose long paragraphs are broken into lines, as many files are written (`markup.md` §2). */
export function hardWrapped(text: string): string {
  return text
    .split('\n\n')
    .map(part => (isParagraph(part) ? inLines(part) : part))
    .join('\n\n');
}

function isParagraph(part: string): boolean {
  return part.length > widest && !part.includes('\n') && !part.includes('<!--') && /^(?:\d+\. |[\p{L}‘“(])/u.test(part);
}

function inLines(paragraph: string): string {
  const indent = /^\d/.test(paragraph) ? '    ' : '';
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || (line.length + word.length >= widest && !begins.test(word))) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join(`\n${indent}`);
}
