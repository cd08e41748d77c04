import type { PrintedLine } from './printedLine.ts';

/** A part of a source line in a block: the whole line, or some of its words. */
export interface Piece {
  /** The line's place in the source. */
  readonly line: number;
  /** Inline markup. */
  readonly text: string;
}

/** Why import was not sure of a block, and of which line of the source. */
export interface Guess {
  readonly reason: string;
  readonly line: number;
}

/** A block of the markup to be written. */
export type ImportedBlock = {
  readonly guess?: Guess;
} /** `areaMark`: the area that it judges, where its words are not the area’s own. */ & (
  | { readonly kind: 'heading'; readonly level: number; readonly pieces: readonly Piece[]; readonly areaMark?: string }
  /** A section whose title is not printed. */
  | { readonly kind: 'untitled'; readonly role: string }
  | { readonly kind: 'plain'; readonly pieces: readonly Piece[] }
  /** `isMoved`: its lines stood below others that come after it. */
  | { readonly kind: 'judgement'; readonly pieces: readonly Piece[]; readonly isMoved: boolean }
  /** Words and grade of a judgement entry. */
  | { readonly kind: 'entry'; readonly pieces: readonly Piece[]; readonly grade: readonly Piece[] }
  /** `number` with its full stop; it is a piece of its own line where an extractor tore it from its text. */
  | { readonly kind: 'numbered'; readonly number: Piece; readonly pieces: readonly Piece[] }
  | { readonly kind: 'bullet'; readonly depth: number; readonly pieces: readonly Piece[] }
  /** Its number is a piece of its own where an extractor tore it from its text. */
  | { readonly kind: 'note'; readonly name: string; readonly number?: Piece; readonly pieces: readonly Piece[] }
  /** Rows of cells, the first the heads. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Piece[])[])[] }
);

/** The label of the markup's judgement line, where print has it too. */
export const gradeLabel = /^(?:judge?ment|grade|rating)[ \u00a0]*:\s+(?=\S)/i;

/** A whole line as a piece. */
export function pieceOf({ index, text }: PrintedLine): Piece {
  return { line: index, text };
}

/** The words of some pieces on one line. */
export function joinedPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }, i) => joint(pieces[i - 1]?.text, text) + text).join('');
}

/**
 * What stands between two lines of a paragraph when they are joined. A hyphen at a line's end joins the next word without
 * a space; not one that stands for a word’s second half (*short- and long-term*). A soft hyphen always joins.
 */
export function joint(above: string | undefined, text: string): '' | ' ' {
  if (above === undefined || above.endsWith('\u00ad')) return '';
  return /[\p{L}\d][-\u2010]$/u.test(above) && !/^(?:and|or|to)\s/.test(text) && /^[\p{L}\d]/u.test(text) ? '' : ' ';
}

/** Parts pieces after so many words. */
export function parted(pieces: readonly Piece[], words: number): [Piece[], Piece[]] {
  const before: Piece[] = [];
  const after: Piece[] = [];
  let left = words;
  for (const { line, text } of pieces) {
    const own = text.split(' ');
    if (left > 0) before.push({ line, text: own.slice(0, left).join(' ') });
    if (left < own.length) after.push({ line, text: own.slice(Math.max(0, left)).join(' ') });
    left -= own.length;
  }
  return [before, after];
}
