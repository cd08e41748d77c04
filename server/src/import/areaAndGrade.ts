import type { Area, Framework } from '../model/framework.ts';
import { titleKey } from '../model/titleKey.ts';
import type { Piece } from './block.ts';

/** The head of a table whose rows are an area and its grade each, in one line. */
export const judgementTableHead = /^(?:key )?judge?ments?\s+(?:judge?ment )?grades?$/i;

/** An area's title and its grade, taken out of the same lines. */
export interface AreaAndGrade {
  readonly area: Piece[];
  readonly grade: Piece[];
}

/** How a grade may stand beside its area. */
export interface GradeForm {
  /** Whether it may begin in small letters, as where a list of judgements is read. */
  readonly mayBeLow?: boolean;
  /** Whether its first words may stand before the area’s, as those of a cell of two lines do about the middle of its row. */
  readonly mayBeFirst?: boolean;
}

/**
 * Parts words into an area's title and a grade, the words of each in order. They stood in two columns, and an extractor
 * may have gone through them line by line, so that the two are mixed; or the grade is not there.
 */
export function areaAndGrade(
  words: readonly Piece[],
  area: Area,
  framework: Framework,
  { mayBeLow = false, mayBeFirst = mayBeLow }: GradeForm = {},
): AreaAndGrade | undefined {
  for (const title of [area.title, ...area.headings]) {
    const wanted = titleKey(title).split(' ');
    if (wanted[0] !== wordKey(words[0]) && !mayBeFirst) continue;
    if (wanted.length === words.length && wanted.every((word, i) => word === wordKey(words[i])))
      return { area: [...words], grade: [] };
    for (const grade of area.values.length > 0 ? area.values : framework.scale) {
      for (const name of grade.names) {
        const parts = unmixed(words, wanted, titleKey(name).split(' '), mayBeLow);
        if (parts !== undefined) return parts;
      }
    }
  }
  return undefined;
}

/** Every word of some pieces as a piece. */
export function wordsOf(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ line, text }) => text.split(' ').map(word => ({ line, text: word })));
}

/** Words that stand together on a line as one piece. */
export function glued(words: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { line, text } of words) {
    const last = pieces.at(-1);
    if (last?.line === line) pieces[pieces.length - 1] = { line, text: `${last.text} ${text}` };
    else pieces.push({ line, text });
  }
  return pieces;
}

/** Two rows of words out of one that holds both in order; a word that would do in either is the area's. */
function unmixed(
  words: readonly Piece[],
  first: readonly string[],
  second: readonly string[],
  mayBeLow: boolean,
): AreaAndGrade | undefined {
  if (words.length !== first.length + second.length) return undefined;
  const area: Piece[] = [];
  const grade: Piece[] = [];
  for (const word of words) {
    const key = wordKey(word);
    if (key === first[area.length]) area.push(word);
    else if (key === second[grade.length]) grade.push(word);
    else return undefined;
  }
  return mayBeLow || /^\p{Lu}/u.test(grade[0]?.text ?? '') ? { area: glued(area), grade: glued(grade) } : undefined;
}

function wordKey(word: Piece | undefined): string {
  return titleKey(word?.text ?? '');
}
