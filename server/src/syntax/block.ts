import type { Span } from '../text/text.ts';
import type { Attributes } from './attributes.ts';
import type { Inlines } from './inlines.ts';
import type { ParagraphNumber } from './number.ts';

/**
 * A block of the markup (`markup.md` §2). It is a value: every offset in it is relative to the block's own start, so a
 * block that an edit elsewhere has moved is still the same block. It holds no part of the text but short copies.
 */
export type Block =
  | FrontMatterBlock
  | HeadingBlock
  | JudgementBlock
  | NumberedBlock
  | BulletBlock
  | TableBlock
  | FootnoteBlock
  | QuotationBlock
  | CommentBlock
  | PlainBlock;

/** What all blocks have. */
interface BlockShape {
  /**
   * All its characters, the blank lines that follow it included. The lengths of a document's blocks add up to the
   * document's.
   */
  readonly length: number;
  /**
   * How far the parser looked to know the block: an edit before this offset may change it. More than `length` only where
   * a comment is open or a front matter.
   */
  readonly looked: number;
  /** Where its first mark stands; blank lines before it (at a document's start) and a space of indentation are skipped. */
  readonly start: number;
  /** The end of its last line that is not blank, without the line end and the blanks before it. */
  readonly end: number;
  readonly inlines: Inlines;
}

/** `---` to `---` at the document's start. `content` is the YAML between. */
export interface FrontMatterBlock extends BlockShape {
  readonly kind: 'frontMatter';
  readonly content: Span;
  readonly closed: boolean;
}

/** `## Title {#id .role}`; `title` is empty for a heading of attributes alone and for a heading of nothing. */
export interface HeadingBlock extends BlockShape {
  readonly kind: 'heading';
  readonly level: number;
  readonly title: Span;
  readonly attributes: Attributes | undefined;
}

/** `Judgement: Good` directly under a heading. `label` is the word before the colon, `content` what follows it. */
export interface JudgementBlock extends BlockShape {
  readonly kind: 'judgement';
  readonly label: Span;
  readonly content: Span;
}

/** What a block of running text has. */
interface TextShape extends BlockShape {
  readonly content: Span;
  /** Lines inside the paragraph that begin with a number and yet are text. */
  readonly hiddenNumbers: readonly ParagraphNumber[];
}

/** `9. Since the last inspection …` */
export interface NumberedBlock extends TextShape {
  readonly kind: 'numbered';
  readonly number: ParagraphNumber;
}

/** `- text`; `indent` counts columns, a tab being four. */
export interface BulletBlock extends TextShape {
  readonly kind: 'bullet';
  readonly indent: number;
}

/** A pipe table. The delimiter row is no row of it. */
export interface TableBlock extends BlockShape {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
}

/** A row's cells, each without the blanks around it. */
export interface TableRow extends Span {
  readonly header: boolean;
  readonly cells: readonly Span[];
}

/** `[^1]: text` */
export interface FootnoteBlock extends TextShape {
  readonly kind: 'footnote';
  readonly name: string;
  readonly nameSpan: Span;
}

/** Lines that begin with `>`; their text is quoted and means nothing to the model. */
export interface QuotationBlock extends BlockShape {
  readonly kind: 'quotation';
}

/** `<!-- … -->` alone on its lines. */
export interface CommentBlock extends BlockShape {
  readonly kind: 'comment';
  readonly content: Span;
  readonly closed: boolean;
  /** Whether a judgement line may still follow: nothing but comments stand between this one and a heading. */
  readonly underHeading: boolean;
}

/** A paragraph of running text, or the blank lines of a document that holds nothing else. */
export interface PlainBlock extends TextShape {
  readonly kind: 'plain';
}
