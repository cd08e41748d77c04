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
    const own = pieces.get(piece.line);
    if (own === undefined) pieces.set(piece.line, [piece]);
    else own.push(piece);
  };
  for (const piece of coverPieces(markup, cover)) place(piece);
  for (const piece of placed) place(piece);
  const lineAt = lineCounter(markup);
  const entries: LedgerEntry[] = [];
  for (const [index, { page, line, text }] of lines.entries()) {
    const own = pieces.get(index);
    if (own === undefined) {
      entries.push({ index, page, line, text, fate: 'dropped', reason: reasons.get(index) ?? 'blank' });
      continue;
    }
    for (const { text: part, at, isJoined, moved } of own) {
      const words = own.length === 1 ? text : sourceWords(part);
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

/** A part of a line as the source has it, the markup's escapes and marks taken away again. */
function sourceWords(inline: string): string {
  return inline.replace(/(?<!\\)\[\^([^\s[\]]+)\]/g, '$1').replace(/\\(?=[!-/:-@[-`{-~])/g, '');
}

function lineCounter(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return at => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
