import { restOf } from './behindCursor.ts';
import type { Offer, WritingPlace } from './offer.ts';

/** The notes that there are, and the number for a new one; at a line’s start first those that lack a text. */
export function offeredNotes({ report, before, offset }: WritingPlace): Offer[] | undefined {
  const [, typed] = /\[\^([^\s[\]]*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const kind = 'place' as const;
  // The mark that is being written is no note yet.
  const others = report.footnotes.filter(({ marks, texts }) => texts.length > 0 || marks.some(({ to }) => to < offset));
  const next = 1 + Math.max(0, ...others.map(({ name }) => (/^\d{1,4}$/.test(name) ? Number(name) : 0)));
  const rest = restOf(report, offset, /^[^\s[\]]*(?=\])/);
  const known = others.map(({ name, texts: [text] }) => ({
    label: name,
    typed: typed.length,
    rest,
    kind,
    ...(text !== undefined && { words: report.document.source.slice(text.content.from, text.content.to) }),
  }));
  const fresh = { label: String(next), typed: typed.length, rest, kind, words: 'A new note' };
  // At a line’s start a note’s text begins: that of a mark that has none yet.
  const wanted = known.filter(offer => before.trimStart() === `[^${typed}` && !('words' in offer));
  return [...wanted, fresh, ...known.filter(offer => !wanted.includes(offer))];
}
