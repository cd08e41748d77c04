import { singleSpaced } from '../text/singleSpaced.ts';
import type { Remark } from './source.ts';

/** Why a line of the source is not in the markup. */
export type DropReason =
  /** Nothing stands on it. */
  | 'blank'
  | 'page number'
  | 'running head'
  /** A list of contents is made from the headings. */
  | 'contents'
  /** A day on the cover: it is in the front matter, as the markup writes days. */
  | 'date'
  /** A bullet's mark alone on its line: the markup has its own. */
  | 'bullet mark'
  /** Words over a grade, where the markup says with a mark that it is one. */
  | 'label';

/** Why a line's words do not stand in the order of the source. */
export type MoveReason = 'cover' | 'footnote' | 'cell' | 'number';

/** What became of a line of the source, or of a part of it; a line's parts have an entry each, in their order. */
export interface LedgerEntry {
  /** The line's place in the source's lines. */
  readonly index: number;
  readonly page: number;
  readonly line: number;
  readonly text: string;
  readonly fate: 'kept' | 'joined' | 'dropped';
  /** Where its words begin in the markup, an offset and a line from 1; nothing if it was dropped. */
  readonly at?: number;
  readonly markupLine?: number;
  /** Why it was dropped. */
  readonly reason?: DropReason;
  /** Why it does not stand in its order. */
  readonly moved?: MoveReason | undefined;
}

/** The account of an import: every line of the source, in order, and what the source holds besides its lines. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly remarks: readonly Remark[];
}

/** A ledger as a table of tab-separated values, with a line of heads; the remarks come last. */
export function ledgerTable({ entries, remarks }: Ledger): string {
  const heads = ['page', 'line', 'fate', 'markup line', 'reason', 'text'];
  const rows = entries.map(({ page, line, fate, markupLine, reason, moved, text }) => [
    page,
    line,
    fate,
    markupLine ?? '',
    reason ?? (moved === undefined ? '' : `moved: ${moved}`),
    text,
  ]);
  const notes = remarks.map(({ kind, author = '', date = '', text, at }) => {
    const place = at === undefined ? undefined : entries.find(({ index }) => index === at);
    const by = [author, date].filter(Boolean).join(', ');
    return [
      place?.page ?? '',
      place?.line ?? '',
      'remark',
      place?.markupLine ?? '',
      by === '' ? kind : `${kind}: ${by}`,
      text,
    ];
  });
  return [heads, ...rows, ...notes]
    .map(cells => `${cells.map(cell => singleSpaced(String(cell)).trim()).join('\t')}\n`)
    .join('');
}
