import type { Block, JudgementBlock } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import { plainText } from '../../syntax/plainText.ts';
import { copied, type Span } from '../../text/text.ts';
import type { Framework } from '../framework.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import type { Section } from '../section.ts';
import { titleKey } from '../titleKey.ts';
import { lineEntry, tableEntries } from './entryJudgements.ts';
import { headingJudgement, headingWords, listedHeadings } from './headingJudgements.ts';
import type { Judgement } from './judgement.ts';
import { type JudgementReading, judgementOf, longestStatement } from './judgementReading.ts';
import { mayState, sentenceJudgement } from './sentenceJudgement.ts';

/** The judgements of a report, and which of its blocks are judgement entries. */
export interface Judgements {
  readonly judgements: readonly Judgement[];
  readonly entryBlocks: ReadonlySet<number>;
  /** The section of the headline. */
  readonly headline: number | undefined;
}

/**
 * By framework what headings and paragraphs state, their places counted from the block's start; most state nothing. It
 * depends on nothing but the block, so that it need not be read again after every letter that an author types.
 */
const stated = new WeakMap<Framework, WeakMap<Block, Judgement | 'nothing'>>();

/** Reads the grades from all five carriers (`markup.md` §4.3), but none of an earlier inspection. */
export function judgementsOf(document: Document, framework: Framework, sections: readonly Section[]): Judgements {
  const { source, blocks, starts } = document;
  const reading: JudgementReading = { document, framework, index: frameworkIndex(framework) };
  const known = stated.get(framework) ?? new WeakMap<Block, Judgement | 'nothing'>();
  stated.set(framework, known);
  const judgements: Judgement[] = [];
  const entryBlocks = new Set<number>();
  const openingEnd = openingEndOf(sections) ?? blocks.length;
  let headline: number | undefined;
  let section: Section | undefined;
  let next = 0;

  blocks.forEach((block, i) => {
    if (block.kind === 'heading') {
      if (sections[next]?.block !== i) return;
      section = sections[next++];
      if (section !== undefined && !isHistory(section)) readHeading(block, i, section);
      return;
    }
    if (isHistory(section)) return;
    const isList = i < openingEnd || section?.role === 'judgements';
    const place = { block: i, section: section?.index };
    switch (block.kind) {
      case 'judgement':
        if (section !== undefined) judgements.push(lineJudgement(reading, section, block, i, judgements.at(-1)));
        break;
      case 'numbered': {
        const entry = isList ? lineEntry(reading, place, block) : undefined;
        if (entry === undefined) readStatement(block, i, block.content);
        else addEntries(i, [entry]);
        break;
      }
      case 'table':
        addEntries(i, tableEntries(reading, place, block, isList));
        break;
      case 'plain':
        readStatement(block, i, block.content);
        break;
    }
  });
  if (framework.openAreas) {
    const own = listedHeadings(
      reading,
      sections.filter(each => !isHistory(each)),
      judgements,
    );
    if (own.length > 0) judgements.push(...own);
    if (own.length > 0) judgements.sort((one, other) => one.from - other.from);
  }
  return { judgements, entryBlocks, headline };

  function addEntries(i: number, entries: readonly Judgement[]): void {
    if (entries.length > 0) entryBlocks.add(i);
    for (const entry of entries) judgements.push(entry);
  }

  function readHeading(block: Block, i: number, own: Section): void {
    const words = headingWords(source, own);
    if (i < openingEnd && headline === undefined) {
      const place = { carrier: 'headline', block: i, section: own.index } as const;
      const sentence = sentenceJudgement(reading, place, words, own.titleSpan.from);
      if (sentence !== undefined) {
        headline = own.index;
        judgements.push(sentence);
        return;
      }
    }
    if (own.attributes?.area === undefined) {
      readOnce(block, i, () => headingJudgement(reading, own, words));
      return;
    }
    // With such an attribute it depends also on what the section stands in.
    const judgement = headingJudgement(reading, own, words);
    if (judgement !== undefined) judgements.push(judgement);
  }

  function readStatement(block: Block, i: number, content: Span): void {
    if (!mayState(document, framework, i)) return;
    readOnce(block, i, () => {
      const start = starts[i] ?? 0;
      const from = start + content.from;
      const line = source.slice(from, Math.min(start + content.to, from + longestStatement));
      const end = /[.!?](?=\s|$)/.exec(line)?.index ?? line.length;
      if (block.inlines.comments.some(comment => comment.from < content.from + end)) return undefined;
      const place = { carrier: 'statement', block: i, section: section?.index } as const;
      return sentenceJudgement(reading, place, line.slice(0, end), from);
    });
  }

  /** Adds what a block states, as it was read before or as `read` finds it now. */
  function readOnce(block: Block, i: number, read: () => Judgement | undefined): void {
    const start = starts[i] ?? 0;
    const before = known.get(block);
    if (before === undefined) {
      const judgement = read();
      if (judgement !== undefined) judgements.push(judgement);
      known.set(block, judgement === undefined ? 'nothing' : moved(judgement, -start));
    } else if (before !== 'nothing') {
      judgements.push({ ...moved(before, start), block: i, section: section?.index });
    }
  }
}

/**
 * The grade of a line under a section's heading: *Judgement: Good*.
 *
 * @param last the judgement before it, which may be that of the same heading: then both are of what that names
 */
function lineJudgement(
  { document: { source, starts }, framework, index }: JudgementReading,
  own: Section,
  block: JudgementBlock,
  i: number,
  last: Judgement | undefined,
): Judgement {
  const start = starts[i] ?? 0;
  const text = plainText(source.slice(start, start + block.end), block.inlines, block.content).replace(/[.]$/, '');
  // Stars around the grade are none of its words.
  const marks = Math.max(0, source.slice(start + block.content.from, start + block.end).indexOf(text));
  const grade = index.gradeByName.get(titleKey(text));
  const titled = last?.carrier === 'heading' && last.section === own.index ? last.area : undefined;
  const area =
    own.area ??
    titled ??
    (framework.openAreas ? titleKey(own.ownRole === undefined ? own.title : own.path) : undefined);
  const place = { carrier: 'line', block: i, section: own.index } as const;
  return {
    ...judgementOf(place, start + block.content.from + marks, text, grade),
    area,
    areaMatch: area === undefined ? 'none' : 'section',
    areaText: own.title,
    number: area === undefined ? undefined : index.areaById.get(area)?.number,
  };
}

/** Whether a block stands before the first heading that has a role. */
export function isInOpening(sections: readonly Section[], block: number): boolean {
  return block < (openingEndOf(sections) ?? Infinity);
}

/** The block at which the opening ends: the first section’s; nothing if there is none. */
export function openingEndOf(sections: readonly Section[]): number | undefined {
  return sections.find(section => section.ownRole !== undefined)?.block;
}

/** A judgement with its places moved, holding copies only: what is remembered keeps no text alive. */
function moved(judgement: Judgement, by: number): Judgement {
  const { from, to, text, areaSpan, areaText, number, provider } = judgement;
  return {
    ...judgement,
    from: from + by,
    to: to + by,
    text: copied(text),
    areaSpan: areaSpan && { from: areaSpan.from + by, to: areaSpan.to + by },
    areaText: copied(areaText),
    number: number && copied(number),
    provider: provider && { from: provider.from + by, to: provider.to + by, text: copied(provider.text) },
  };
}

function isHistory(section: Section | undefined): boolean {
  return section?.role === 'history';
}
