import { type Change, type Document, textOf } from '../syntax/document.ts';
import type { Rewording } from '../syntax/rewording.ts';
import type { Span } from '../text/text.ts';
import { DerivedFacts } from './derivedFacts.ts';
import type { Judgement } from './judgements/judgement.ts';
import { isInOpening } from './judgements/judgements.ts';
import { mayState } from './judgements/sentenceJudgement.ts';
import type { Paragraph, TagLink } from './paragraph.ts';
import { paragraphOfBlock } from './paragraphOfBlock.ts';
import { isNumberedJudgement } from './paragraphs.ts';
import type { NumberPlace, Reference } from './reference.ts';
import { type Footnote, type Report, reportOfParts } from './report.ts';
import type { Section } from './section.ts';

/** By what changes a report came of an earlier one, the last that was asked for. */
export interface ReportEdit {
  readonly of: Report;
  /** In their order; each counts in the text that the one before has left. */
  readonly changes: readonly Change[];
  /** What the only change is if it is one of words. */
  readonly rewording: Rewording | undefined;
}

/** By what change of words a report came of an earlier one. */
export interface ReportRewording extends Rewording {
  readonly of: Report;
}

/**
 * The report that comes of another by a rewording, equal to the one that `reportOf` reads from the document: all that it
 * means stands, in other places. Nothing if the words that have changed can mean something themselves.
 */
export function rewordedReport(before: Report, document: Document, rewording: Rewording): Report | undefined {
  const { block, change } = rewording;
  if (!isMereText(before, block) || mayState(document, before.framework, block)) return undefined;
  if (isNumberedLine(before.document, block) || isNumberedLine(document, block)) return undefined;
  const places = new Moving(before, document, rewording);
  const paragraphs = places.kept(before.paragraphs, paragraph => places.paragraph(paragraph));
  const parts = {
    metadata: before.metadata,
    sections: before.sections.map(section => places.section(section)),
    paragraphs,
    recommendations: paragraphs.filter(({ kind }) => kind === 'recommendation'),
    judgements: places.kept(before.judgements, judgement => places.judgement(judgement)),
    headline: before.headline,
    tags: tagsOf(paragraphs),
    references: places.kept(before.references, reference => places.reference(reference)),
    footnotes: before.footnotes.map(footnote => places.footnote(footnote)),
    acronyms: places.kept(before.acronyms, acronym => ({
      ...acronym,
      ...places.span(acronym),
      expansion: places.span(acronym.expansion),
    })),
    directives: places.kept(before.directives, directive => ({ ...directive, base: places.start(directive.base) })),
  };
  const text = before.text.changed(document.source, change) ?? textOf(document);
  return reportOfParts({ document, framework: before.framework, text, derived: DerivedFacts.standing(before) }, parts);
}

/** (Written out: most paragraphs have none, and `flatMap` takes several times as long.) */
function tagsOf(paragraphs: readonly Paragraph[]): TagLink[] {
  const all: TagLink[] = [];
  for (const { tags } of paragraphs) for (const tag of tags) all.push(tag);
  return all;
}

/**
 * Whether the words of a block are read by nobody but its reader: they are no judgement's, no directive's, nor a tag's
 * alone.
 */
function isMereText({ document, judgements, directives, sections, paragraphs }: Report, block: number): boolean {
  const { kind, inlines } = document.blocks[block] ?? {};
  if (kind === 'plain' && (inlines?.tags.length ?? 0) > 0) return false;
  if (judgements.some(judgement => judgement.block === block)) return false;
  if (directives.some(directive => directive.block === block)) return false;
  if (kind !== 'numbered') return true;
  const section = paragraphOfBlock({ paragraphs }, block)?.section;
  return !isInOpening(sections, block) && sections[section ?? -1]?.role !== 'judgements';
}

/** Whether a block is a judgement line behind a number. */
function isNumberedLine(document: Document, block: number): boolean {
  const own = document.blocks[block];
  return own?.kind === 'numbered' && isNumberedJudgement(document, (document.starts[block] ?? 0) + own.content.from);
}

/**
 * Where the places of a report stand after a rewording. What stands before the changed block is kept as it is. (What there is
 * much of is written out, not spread from the old: that takes several times as long.)
 */
class Moving {
  readonly #document: Document;
  readonly #block: number;
  readonly #at: number;
  readonly #by: number;
  readonly #end: number;
  readonly #start: number;

  constructor({ document: before }: Report, document: Document, { block, change }: Rewording) {
    this.#document = document;
    this.#block = block;
    this.#at = change.from;
    this.#by = change.length - (change.to - change.from);
    this.#start = before.starts[block] ?? 0;
    this.#end = this.#start + (before.blocks[block]?.length ?? 0);
  }

  /** The items of a list in order: those that end before the changed block as they are, the others moved. */
  kept<Item extends { readonly block: number }>(items: readonly Item[], moved: (item: Item) => Item): Item[] {
    return items.map(item => (item.block < this.#block && !this.#reaches(item) ? item : moved(item)));
  }

  /** A mark is never touched, so it stands before the change or after it. */
  span({ from, to }: Span): Span {
    return { from: this.#mark(from), to: this.#mark(to) };
  }

  /** Where a block starts that started there. */
  start(offset: number): number {
    return offset <= this.#start ? offset : offset + this.#by;
  }

  section(old: Section): Section {
    if (old.to < this.#end) return old;
    const isBefore = old.block < this.#block;
    return {
      from: isBefore ? old.from : old.from + this.#by,
      to: old.to + this.#by,
      index: old.index,
      title: old.title,
      titleSpan: isBefore ? old.titleSpan : this.span(old.titleSpan),
      heading: isBefore ? old.heading : this.span(old.heading),
      level: old.level,
      depth: old.depth,
      ownRole: old.ownRole,
      role: old.role,
      kind: old.kind,
      meant: old.meant,
      ownArea: old.ownArea,
      area: old.area,
      id: old.id,
      attributes: old.attributes,
      parent: old.parent,
      path: old.path,
      block: old.block,
      blockEnd: old.blockEnd,
    };
  }

  paragraph(old: Paragraph): Paragraph {
    const { index, kind, number, numberSpan, series, section, block, blockEnd, tags } = old;
    const { blocks, starts } = this.#document;
    const first = blocks[block];
    const last = blocks[blockEnd - 1];
    const start = starts[block] ?? 0;
    const isTable = first === undefined || !('content' in first);
    const content = isTable ? { from: first?.start ?? 0, to: first?.end ?? 0 } : first.content;
    return {
      from: start + (first?.start ?? 0),
      to: (starts[blockEnd - 1] ?? 0) + (last?.end ?? 0),
      index,
      kind,
      number,
      numberSpan: numberSpan && this.span(numberSpan),
      series,
      section,
      block,
      blockEnd,
      content: { from: start + content.from, to: start + content.to },
      tags: tags.length === 0 ? tags : tags.map(link => this.#tag(link)),
    };
  }

  judgement(judgement: Judgement): Judgement {
    const { areaSpan, provider } = judgement;
    return {
      ...judgement,
      ...this.span(judgement),
      areaSpan: areaSpan && this.span(areaSpan),
      provider: provider && { ...provider, ...this.span(provider) },
    };
  }

  reference(reference: Reference): Reference {
    return {
      ...reference,
      ...this.span(reference),
      numbers: reference.numbers.map(number => this.#number(number)),
      loose: reference.loose.map(span => this.span(span)),
    };
  }

  footnote(footnote: Footnote): Footnote {
    return {
      name: footnote.name,
      marks: footnote.marks.map(mark => this.span(mark)),
      texts: footnote.texts.map(text => ({ ...text, ...this.span(text), content: this.span(text.content) })),
    };
  }

  #mark(offset: number): number {
    return offset <= this.#at ? offset : offset + this.#by;
  }

  /** Whether a paragraph goes on to the changed block. */
  #reaches(item: { readonly block: number; readonly blockEnd?: number }): boolean {
    return (item.blockEnd ?? 0) > this.#block;
  }

  /** The tag itself is the block's; its places are counted from the block's start. */
  #tag(link: TagLink): TagLink {
    const base = this.start(link.base);
    const tags = base === this.#start ? (this.#document.blocks[this.#block]?.inlines.tags ?? []) : [];
    const from = this.#mark(link.from);
    const { paragraph, numbers, basis, isNumber } = link;
    const tag = tags.find(tag => base + tag.from === from) ?? link.tag;
    return { from, to: this.#mark(link.to), tag, base, paragraph, numbers, basis, isNumber };
  }

  #number({ first, last, firstSpan, lastSpan }: NumberPlace): NumberPlace {
    return { first, last, firstSpan: this.span(firstSpan), lastSpan: this.span(lastSpan) };
  }
}
