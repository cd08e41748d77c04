import type { Guess, Piece } from './block.ts';
import type { PrintedLine } from './printedLine.ts';
import { endsSentence } from './seriesStarts.ts';

/** A block of running text that is being read. */
export interface OpenBlock {
  readonly kind: 'plain' | 'numbered' | 'bullet';
  readonly number?: Piece;
  readonly depth: number;
  readonly pieces: Piece[];
  readonly guess?: Guess | undefined;
  /** Its last line. */
  last: PrintedLine;
}

/** What is known of the lines around a block. */
export interface Flow {
  /** Whether each line is a paragraph of its own. */
  readonly isByParagraph: boolean;
  /** Whether blank lines stand within paragraphs: extractors leave them below a first line that is taller. */
  readonly hasStrayBlanks: boolean;
  /** Whether the lines are those of the inspection's team. */
  readonly isTeam: boolean;
  /** Whether the paragraphs of the section have numbers: then one without goes on with the last. */
  readonly isNumbered: boolean;
}

/** Whether a line goes on with the block above it. */
export function goesOn({ kind, last, pieces }: OpenBlock, line: PrintedLine, flow: Flow): boolean {
  if (line.look?.item !== undefined) return false;
  if (tagAlone.test(line.text)) return true;
  if (flow.isByParagraph || (flow.isTeam && isLabelled(line))) return false;
  const isSettled = endsSentence(last.text);
  if (listMark.test(line.text) && /(?:[;:,]|\b(?:and|or))$/.test(last.text)) return false;
  if (kind !== 'bullet' && /^\p{Ll}/u.test(line.text) && !line.isApart && endsInParenthesis.test(last.text))
    return true;
  if (opensParenthesis.test(last.text) || (/^\p{Ll}/u.test(line.text) && !isSettled)) return true;
  // A paragraph with a number runs to the next number, whatever its lines look like.
  const isRun = kind === 'numbered';
  if (line.isTop && isSettled && isRun && flow.isNumbered && last.text.length > halfLine) return true;
  if (line.isTop) return isSettled ? last.isFull && (kind !== 'plain' || pieces.length > 1) : last.isFull || isRun;
  if (line.isApart) {
    const isStray = flow.hasStrayBlanks && kind !== 'plain' && pieces.length === 1;
    return isStray || (last.isFull && (!isSettled || isRun));
  }
  return last.isFull || isRun;
}

/** Whether a line begins with what its words are: `Lead inspector: …`. */
export function isLabelled({ text }: PrintedLine): boolean {
  return /^\p{Lu}[\p{L} /’-]{2,40}: ?\p{Lu}/u.test(text);
}

/** Whether blank lines stand within the paragraphs of some lines. */
export function hasStrayBlanks(lines: readonly PrintedLine[]): boolean {
  const strays = lines.filter(
    ({ isApart, text }, i) => isApart && /^\p{Ll}/u.test(text) && !endsSentence(lines[i - 1]?.text ?? ''),
  );
  return strays.length > 2;
}

/** So many characters of a page's last line say that it need not be a paragraph's last. */
const halfLine = 50;
/** A tag, or the findings that a recommendation cites: they belong to the paragraph above. */
const tagAlone = /^\((?:recommendations?|paragraphs?)\b/i;
/** What begins an item of a list within a paragraph: `(b)`, `iii.` */
const listMark = /^(?:\([a-z]{1,4}\)|(?:[a-z]|[ivx]{2,4})[.)]) (?=\S)/;
/** Words in brackets that end no paragraph, as a tag does. */
const endsInParenthesis = /\((?!recommendations?\b|paragraphs?\b)[^()]+\)$/i;
/** A parenthesis at a line's end that is still open, as where a tag is cut in two. */
const opensParenthesis = /\([^()]{0,40}$/;
