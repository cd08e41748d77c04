import { type Directive, directiveOf } from '../syntax/directive.ts';
import { type Document, textOf } from '../syntax/document.ts';
import { type PlainTextOptions, plainText } from '../syntax/plainText.ts';
import type { Span, Text } from '../text/text.ts';
import type { Framework } from './framework.ts';
import type { Judgement } from './judgements/judgement.ts';
import { judgementsOf } from './judgements/judgements.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import type { Paragraph, TagLink } from './paragraph.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Reference } from './reference.ts';
import { referencesOf } from './references.ts';
import type { Section } from './section.ts';
import { sectionsOf } from './sections.ts';

/**
 * What a report means (`markup.md` §4): flat lists in the order of the text, their spans the text's. A pure function of
 * the text and the framework; it knows no other report, no file name and no settings. What is missing is `undefined`
 * or not in its list, never an error.
 */
export interface Report {
  readonly document: Document;
  readonly text: Text;
  readonly framework: Framework;
  readonly metadata: Metadata;
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly recommendations: readonly Paragraph[];
  readonly judgements: readonly Judgement[];
  /** The section of the headline, if the report has one. */
  readonly headline: number | undefined;
  readonly tags: readonly TagLink[];
  readonly references: readonly Reference[];
  readonly footnotes: readonly Footnote[];
  readonly acronyms: readonly DefinedAcronym[];
  readonly directives: readonly PlacedDirective[];
  /** What was found in it on first use; `DerivedFacts` reads and writes it, and nobody else. */
  readonly derived: Map<unknown, unknown>;
}

/** A footnote: its text, its marks, or both. */
export interface Footnote {
  readonly name: string;
  readonly marks: readonly Span[];
  readonly texts: readonly FootnoteText[];
}

/** The text of a footnote with its mark; `content` is what it says. */
export interface FootnoteText extends Span {
  readonly content: Span;
  readonly block: number;
}

/** An acronym where it is defined. */
export interface DefinedAcronym extends Span {
  readonly acronym: string;
  readonly expansion: Span;
  readonly block: number;
}

/** A directive, its own spans counted from `base`. */
export interface PlacedDirective {
  readonly directive: Directive;
  readonly base: number;
  readonly block: number;
  /** Whether it stands alone on its lines, and so may govern the next block. */
  readonly alone: boolean;
}

/** What a document is read into. */
export type ReportParts = Omit<Report, 'document' | 'text' | 'framework' | 'derived'>;

/**
 * Reads a document by a framework, all at once when any part is first asked for: while an author types half a heading, what
 * was found before is all that is shown, and nothing of the report is asked.
 */
export function reportOf(document: Document, framework: Framework, text = textOf(document)): Report {
  return new ReadReport(document, framework, text);
}

/** A report whose parts are known. */
export function reportOfParts(
  { document, framework, text, derived }: Pick<Report, 'document' | 'framework' | 'text' | 'derived'>,
  parts: ReportParts,
): Report {
  return new ReadReport(document, framework, text, derived, parts);
}

/** All parts of a report. */
export function partsOf(report: Report): ReportParts {
  const { metadata, sections, paragraphs, recommendations, judgements, headline } = report;
  const { tags, references, footnotes, acronyms, directives } = report;
  return {
    metadata,
    sections,
    paragraphs,
    recommendations,
    judgements,
    headline,
    tags,
    references,
    footnotes,
    acronyms,
    directives,
  };
}

function readParts(document: Document, framework: Framework): ReportParts {
  const metadata = metadataOf(document);
  const sections = sectionsOf(document, framework);
  const { judgements, entryBlocks, headline } = judgementsOf(document, framework, sections);
  const paragraphs = paragraphsOf(document, framework, sections, block => entryBlocks.has(block));
  return {
    metadata,
    sections,
    paragraphs,
    recommendations: paragraphs.filter(({ kind }) => kind === 'recommendation'),
    judgements,
    headline,
    tags: paragraphs.flatMap(({ tags }) => tags),
    references: referencesOf(document, paragraphs),
    footnotes: footnotesOf(document, metadata),
    acronyms: acronymsOf(document),
    directives: directivesOf(document),
  };
}

/**
 * (All reports are of one class: rules read their parts some thousand times, which V8 does far faster in objects of one
 * shape.)
 */
class ReadReport implements Report {
  readonly document: Document;
  readonly framework: Framework;
  readonly text: Text;
  readonly derived: Map<unknown, unknown>;
  #parts: ReportParts | undefined;

  constructor(
    document: Document,
    framework: Framework,
    text: Text,
    derived: Map<unknown, unknown> = new Map(),
    parts?: ReportParts,
  ) {
    this.document = document;
    this.framework = framework;
    this.text = text;
    this.derived = derived;
    this.#parts = parts;
  }

  get #all(): ReportParts {
    this.#parts ??= readParts(this.document, this.framework);
    return this.#parts;
  }

  /** By itself: it says by which framework the rest is read. */
  get metadata(): Metadata {
    return this.#parts?.metadata ?? metadataOf(this.document);
  }

  get sections(): readonly Section[] {
    return this.#all.sections;
  }

  get paragraphs(): readonly Paragraph[] {
    return this.#all.paragraphs;
  }

  get recommendations(): readonly Paragraph[] {
    return this.#all.recommendations;
  }

  get judgements(): readonly Judgement[] {
    return this.#all.judgements;
  }

  get headline(): number | undefined {
    return this.#all.headline;
  }

  get tags(): readonly TagLink[] {
    return this.#all.tags;
  }

  get references(): readonly Reference[] {
    return this.#all.references;
  }

  get footnotes(): readonly Footnote[] {
    return this.#all.footnotes;
  }

  get acronyms(): readonly DefinedAcronym[] {
    return this.#all.acronyms;
  }

  get directives(): readonly PlacedDirective[] {
    return this.#all.directives;
  }
}

/** The words of a span of one block as a reader sees them. */
export function wordsOf({ document }: Report, block: number, span: Span, options?: PlainTextOptions): string {
  const own = document.blocks[block];
  if (own === undefined) return '';
  const base = document.starts[block] ?? 0;
  return plainText(
    document.source.slice(base, base + own.end),
    own.inlines,
    { from: span.from - base, to: span.to - base },
    options,
  );
}

/** A paragraph's words, its bullets' included; with a separator between blocks. */
export function paragraphWords(report: Report, paragraph: Paragraph, options?: PlainTextOptions): string {
  let words = wordsOf(report, paragraph.block, paragraph.content, options);
  for (let i = paragraph.block + 1; i < paragraph.blockEnd; i++) {
    const block = report.document.blocks[i];
    if (block === undefined || !('content' in block) || block.kind === 'comment' || block.kind === 'footnote') continue;
    const base = report.document.starts[i] ?? 0;
    const more = wordsOf(report, i, { from: base + block.content.from, to: base + block.content.to }, options);
    if (more !== '') words += ` ${more}`;
  }
  return words;
}

/** Whether a paragraph is neither numbered, a bullet nor a table: its words may be a number or a grade that misses its mark. */
export function isPlain({ block }: Paragraph, { document }: Report): boolean {
  return document.blocks[block]?.kind === 'plain';
}

function footnotesOf(document: Document, metadata: Metadata): Footnote[] {
  const footnotes = new Map<string, { name: string; marks: Span[]; texts: FootnoteText[] }>();
  const footnote = (name: string) => {
    let found = footnotes.get(name);
    if (found === undefined) {
      found = { name, marks: [], texts: [] };
      footnotes.set(name, found);
    }
    return found;
  };
  for (const { key, valueSpan } of metadata.entries) {
    if (key !== 'title' && key !== 'provider') continue;
    for (const mark of document.source.slice(valueSpan.from, valueSpan.to).matchAll(/\[\^([^\s[\]]+)\]/g)) {
      const from = valueSpan.from + mark.index;
      footnote(mark[1] ?? '').marks.push({ from, to: from + mark[0].length });
    }
  }
  document.blocks.forEach((block, i) => {
    const base = document.starts[i] ?? 0;
    for (const { name, from, to } of block.inlines.footnoteMarks)
      footnote(name).marks.push({ from: base + from, to: base + to });
    if (block.kind !== 'footnote') return;
    const content = { from: base + block.content.from, to: base + block.content.to };
    footnote(block.name).texts.push({ from: base + block.start, to: base + block.end, content, block: i });
  });
  return [...footnotes.values()];
}

function acronymsOf(document: Document): DefinedAcronym[] {
  const acronyms: DefinedAcronym[] = [];
  document.blocks.forEach(({ inlines }, block) => {
    const base = document.starts[block] ?? 0;
    for (const { acronym, from, to, expansion } of inlines.acronyms) {
      acronyms.push({
        acronym,
        from: base + from,
        to: base + to,
        expansion: { from: base + expansion.from, to: base + expansion.to },
        block,
      });
    }
  });
  return acronyms;
}

function directivesOf({ source, blocks, starts }: Document): PlacedDirective[] {
  const directives: PlacedDirective[] = [];
  const add = (base: number, block: number, from: number, to: number, alone: boolean): void => {
    if (!/^\s*inspectmark-/i.test(source.slice(base + from, base + from + 40))) return;
    const directive = directiveOf(source.slice(base, base + to), from, to);
    if (directive !== undefined) directives.push({ directive, base, block, alone });
  };
  blocks.forEach((block, i) => {
    const base = starts[i] ?? 0;
    if (block.kind === 'comment' && block.closed) add(base, i, block.content.from, block.content.to, true);
    else
      for (const { content, closed } of block.inlines.comments)
        if (closed) add(base, i, content.from, content.to, false);
  });
  return directives;
}
