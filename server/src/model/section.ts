import type { Attributes } from '../syntax/attributes.ts';
import type { Span } from '../text/text.ts';
import type { SectionKind } from './framework.ts';

/** A heading and all that stands under it, up to the next heading of the same or a higher level. Spans are the text's. */
export interface Section extends Span {
  readonly index: number;
  /** As a reader sees it, without marks; empty for a heading of attributes alone. */
  readonly title: string;
  readonly titleSpan: Span;
  readonly heading: Span;
  readonly level: number;
  /** The level that it counts as: its own, but for one that is as high as the report's title by a slip. */
  readonly depth: number;
  /** The role its title or its author gives it, and the one it has, if need be of the section in which it stands. */
  readonly ownRole: string | undefined;
  readonly role: string | undefined;
  readonly kind: SectionKind | undefined;
  /** The framework’s title for which its own is taken, where that is misspelt. */
  readonly meant: string | undefined;
  /** The area it is about, its own or that of the section in which it stands. */
  readonly ownArea: string | undefined;
  readonly area: string | undefined;
  readonly id: string | undefined;
  readonly attributes: Attributes | undefined;
  readonly parent: number | undefined;
  /**
   * The titles down to it, the report's own title left out: `Leadership › Summary`; `{.notices}` stands for a heading
   * without a title.
   */
  readonly path: string;
  /** The index of its heading's block, and of the first block after the section. */
  readonly block: number;
  readonly blockEnd: number;
}
