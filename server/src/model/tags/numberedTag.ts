import type { Edit } from '../../text/edit.ts';
import type { TagLink } from '../paragraph.ts';
import type { Report } from '../report.ts';

/** The edit by which a bare tag names a recommendation; its word stays as the author writes it, in the singular. */
export function numberedTag(
  { document: { source } }: Report,
  { tag: { wordSpan }, base, to }: TagLink,
  number: string,
): Edit {
  const from = base + wordSpan.from;
  const word = source.slice(from, base + wordSpan.to);
  const singular = word.replace(/s$/i, '').replace(/^(area|cause)s\b/i, '$1');
  return { from, to, text: `${singular} ${number})` };
}
