import type { Span } from '../../text/text.ts';
import type { NumberPlace } from '../reference.ts';
import { numberPlaces } from '../references.ts';
import type { Report } from '../report.ts';

/** The numbers of a tag, or of the comment that confirms it, with their places in the text. */
export interface TagNumbers {
  readonly numbers: readonly NumberPlace[];
  /** What parts two numbers and should not. */
  readonly loose: readonly Span[];
}

/** The numbers of all tags that have some, in order. What is a recommendation's own number is among them. */
export function tagNumbers({ tags }: Report): TagNumbers[] {
  return tags.flatMap(({ tag: { items, confirmed, loose }, base }) =>
    items.length === 0 && confirmed === undefined
      ? []
      : [
          {
            numbers: numberPlaces(confirmed?.items ?? items, base),
            loose: loose.map(({ from, to }) => ({ from: base + from, to: base + to })),
          },
        ],
  );
}
