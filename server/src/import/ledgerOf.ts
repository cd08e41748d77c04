import { addToGroup } from '../text/lists.ts';
import { firstWhere } from '../text/text.ts';
import type { Piece } from './block.ts';
import type { DropReason, Ledger, LedgerEntry } from './ledger.ts';
import type { Cover } from './opening.ts';
import type { Source } from './source.ts';
import type { PlacedPiece, WrittenMarkup } from './writtenMarkup.ts';

/** The account of an import: for every line of the source where its pieces stand, or why it was left out. */
export function ledgerOf(
  { lines, remarks }: Source,
  { markup, placed }: WrittenMarkup,
  cover: Cover,
  reasons: ReadonlyMap<number, DropReason>,
): Ledger {
  const pieces = new Map<number, PlacedPiece[]>();
  const place = (piece: PlacedPiece): void => {
    addToGroup(pieces, piece.line, piece);
  };
  for (const piece of coverPieces(markup, cover)) place(piece);
  for (const piece of placed) place(piece);
  const lineAt = lineCounter(markup);
  const entries: LedgerEntry[] = [];
  for (const [index, { page, line, text, look }] of lines.entries()) {
    const placed = pieces.get(index);
    if (placed === undefined) {
      entries.push({ index, page, line, text, fate: 'dropped', reason: reasons.get(index) ?? 'blank' });
      continue;
    }
    const { own, parts } =
      placed.length === 1 ? { own: placed, parts: [text] } : sourceParts(text, placed, look?.item?.number);
    for (const [i, { at, isJoined, moved }] of own.entries()) {
      const words = parts[i] ?? '';
      const fate = isJoined ? 'joined' : 'kept';
      entries.push({ index, page, line, text: words, fate, at, markupLine: lineAt(at), moved });
    }
  }
  return { entries, remarks };
}

function coverPieces(markup: string, { provider, title }: Cover): PlacedPiece[] {
  const at = (key: string, all: readonly Piece[]) =>
    all.map((piece, i) => ({
      ...piece,
      at: markup.indexOf(`\n${key}: `) + 1,
      isJoined: i > 0,
      moved: 'cover' as const,
    }));
  return [...at('provider', provider), ...at('title', title)];
}

/** A line’s first part without the number that Word gives the line: that is no part of its text. */
function withoutNumber(part: string, number: string | undefined): string {
  const first = /^\S+ /.exec(part)?.[0] ?? '';
  const bare = (words: string) => words.replace(/[().\s]+$|^\(/g, '');
  return number !== undefined && bare(first) === bare(number) ? part.slice(first.length) : part;
}

/**
 * The parts of a line as the source has them, in its order: with what the markup writes otherwise, such as bullets and notes'
 * marks. A grade may stand before its area.
 */
function sourceParts(
  source: string,
  pieces: readonly PlacedPiece[],
  number: string | undefined,
): { own: PlacedPiece[]; parts: string[] } {
  const own = [...pieces];
  let at = 0;
  const isNext = ({ text }: PlacedPiece) =>
    source.startsWith(text, at + (/^\s*/.exec(source.slice(at))?.[0].length ?? 0));
  const parts = pieces.map((_, i) => {
    const from = at;
    const [here, next] = own.slice(i, i + 2);
    if (next?.moved === 'cell' && isNext(next) && !isNext(here!)) own.splice(i, 2, next, here!);
    const part = i === 0 ? withoutNumber(own[i]!.text, number) : own[i]!.text;
    for (const [, name, sign = ''] of part.matchAll(/(?<!\\)\[\^([^\s[\]]+)\]|\\?(\S)/gu)) {
      const rest = source.slice(at).trimStart();
      at = source.length - rest.length;
      // A number's full stop is the markup's own where print writes numbers otherwise.
      if (name !== undefined) at += printedMark.exec(rest)?.[0].length ?? 1;
      else if (sign !== '.' || rest.startsWith('.')) at = Math.max(at, source.indexOf(sign, at) + sign.length);
      else if (rest.startsWith(')')) at++;
    }
    return source.slice(from, i === pieces.length - 1 ? source.length : at).trim();
  });
  return { own, parts };
}

/** A note's mark as print may have it. */
const printedMark = /^(?:\[\d+\]|\d+|[⁰¹²³⁴-⁹]+|[*†‡§]+)/;

function lineCounter(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return at => firstWhere(starts.length, i => starts[i]! > at);
}
