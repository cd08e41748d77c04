import { documentOf, textOf } from '../../server/src/syntax/document.ts';
import { randomOf } from '../faults/random.ts';

/** A line that is a mark alone, or no mark at all: its blanks stay. */
const markAlone = /^\s*(?:#+|[-*]|\d[\d.]*|[A-Za-z]+:)?$/;
const mark = /^( *)(#{1,6}|\d{1,3}(?:\.\d{1,3})*\.?|-|\[\^\w+\]:|Judgement:) (?=\S)/;
const entry = /^\d[\d.]* [^:]+: (?=(?:Good|Outstanding|Inadequate|Requires improvement)$)/;

/**
 * A report that is in its usual form, as a hurried author may have typed it: the same blocks and words, with blanks at line
 * ends, other blanks after marks, blank lines too many and too few, bullets nested by two.
 */
export function untidied(source: string, seed: number): string {
  const { below, oneOf } = randomOf(seed);
  const isNow = (): boolean => below(3) === 0;
  const lines = source.split('\n').slice(0, -1);
  const marked = markedLines(source);
  let fences = 0;
  let isComment = false;
  const written = lines.map((line, i) => {
    isComment ||= line.startsWith('<!--');
    const isText = fences !== 1 && !isComment;
    if (line === '---' && fences < 2) fences++;
    if (line.endsWith('-->')) isComment = false;
    const [above = '', below = ''] = [lines[i - 1], lines[i + 1]];
    if (line === '') {
      if (!isText) return '';
      // Below a heading what does not look like text may be the rest of its title.
      const isBelowHeading = above.startsWith('#') && (marked.has(i + 1) || /^\p{Lu}[^|]*\./u.test(below));
      const isClose = (isBelowHeading || /^#+ /.test(below)) && !`${above} ${below}`.includes('--');
      if (isClose && isNow()) return undefined;
      return isNow() ? oneOf(['\n', ' \n', '\n\t\n', '   ', '\n\n\n']) : '';
    }
    let text = line;
    if (isText && isNow()) text = text.replace(entry, whole => whole.slice(0, -1) + oneOf(['', '  ', '\u00a0', '\t']));
    if (marked.has(i) && isNow())
      text = text.replace(mark, (_, indent: string, own: string) => {
        const blanks = own.endsWith(':') ? oneOf(['', '  ', '\t']) : oneOf(['  ', '\t', '\u00a0', ' \t ']);
        return indent + own + blanks;
      });
    if (markAlone.test(line) || !isNow()) return text;
    return text + (/[-\\]$/.test(text) ? ' \t' : oneOf([' ', '\t', '   ', ' \u00a0']));
  });
  const text = written
    .filter(line => line !== undefined)
    .join('\n')
    .replace(/^ {4}(?= {4}\S|-)/gm, '  ');
  return text + (oneOf(['', '\n', '\n\n', '\n \n\t']) ?? '');
}

/** The lines that begin with a mark that is read as one. */
function markedLines(source: string): Set<number> {
  const document = documentOf(source);
  const text = textOf(document);
  const lines = document.blocks.map(({ kind, start }, i) =>
    kind === 'plain' || kind === 'comment' ? -1 : text.positionAt((document.starts[i] ?? 0) + start).line,
  );
  return new Set(lines);
}
