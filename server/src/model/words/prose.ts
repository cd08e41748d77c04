import type { Block } from '../../syntax/block.ts';
import { publishedText } from '../../syntax/plainText.ts';
import { copied, type Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { withCommonMarks, withoutEscapes } from './printedMarks.ts';
import { proseIn, type WordsAndSentences } from './proseReading.ts';

/**
 * The running text of a block as words and sentences. It depends on nothing but the block, and is found once for it: what
 * reads it at every keystroke reads it anew only in the block that has changed. Offsets count from the block's start.
 */
export interface Prose extends WordsAndSentences {
  /** The block's text with blanks for what is not printed and for tags, so that every word keeps its place. */
  readonly text: string;
  /** What was found in it on first use; `ProseFacts` reads and writes it, and nobody else. */
  readonly kept: unknown[];
}

let slots = 0;

/**
 * What is found in a block's prose on first use, kept with it for as long as the block is. A `WeakMap` by blocks would do
 * the same, but filling one takes as long as reading the words.
 */
export class ProseFacts<Facts> {
  readonly #slot = slots++;

  /** What was found in a prose, if anything was yet. */
  get({ kept }: Prose): Facts | undefined {
    return kept[this.#slot] as Facts | undefined;
  }

  /** Keeps what was found in a prose. */
  set({ kept }: Prose, facts: Facts): void {
    kept[this.#slot] = facts;
  }
}

/** A sentence of a report. Its span is the text's, its prose's offsets count from `base`. */
export interface Sentence extends Span {
  readonly prose: Prose;
  readonly base: number;
  readonly first: number;
  readonly last: number;
  readonly block: number;
  readonly paragraph: Paragraph;
}

const read = new WeakMap<Block, Prose>();

/** The prose of a block of running text; nothing for any other. */
export function proseOf(
  { document: { source, blocks, starts } }: Pick<Report, 'document'>,
  index: number,
): Prose | undefined {
  const block = blocks[index];
  if (block === undefined || !('content' in block) || block.kind === 'frontMatter' || block.kind === 'comment')
    return undefined;
  let prose = read.get(block);
  if (prose === undefined) {
    const base = starts[index] ?? 0;
    const { from, to } = block.content;
    const written = copied(source.slice(base, base + block.end));
    let text = withoutTags(withoutEscapes(publishedText(written, block.inlines), block.inlines.escapes), block);
    // A slice is read more slowly than the text it was cut from.
    let found = text === written ? proseIn(source, base, from, to) : proseIn(text, 0, from, to);
    if (found.hasUncommonMarks) {
      text = withCommonMarks(text);
      found = proseIn(text, 0, from, to);
    }
    prose = { text, words: found.words, sentences: found.sentences, striking: found.striking, kept: [] };
    read.set(block, prose);
  }
  return prose;
}

const found = new DerivedFacts<readonly Sentence[]>();

/** The sentences of a report's paragraphs, their bullets among them, in the order of the text; found on first use. */
export function sentencesOf(report: Report): readonly Sentence[] {
  let sentences = found.get(report);
  if (sentences === undefined) {
    const all: Sentence[] = [];
    for (const paragraph of report.paragraphs) addSentences(all, report, paragraph);
    sentences = all;
    found.set(report, sentences);
  }
  return sentences;
}

/** The sentences of one paragraph and its bullets. */
export function sentencesOfParagraph(report: Report, paragraph: Paragraph): Sentence[] {
  const sentences: Sentence[] = [];
  addSentences(sentences, report, paragraph);
  return sentences;
}

function addSentences(sentences: Sentence[], report: Report, paragraph: Paragraph): void {
  for (let block = paragraph.block; block < paragraph.blockEnd; block++) {
    if (report.document.blocks[block]?.kind === 'footnote') continue;
    const prose = proseOf(report, block);
    if (prose === undefined) continue;
    const base = report.document.starts[block] ?? 0;
    for (const { from, to, first, last } of prose.sentences)
      sentences.push({ from: base + from, to: base + to, prose, base, first, last, block, paragraph });
  }
}

/** (Tags are no words of the report: they are the markup's way of tying it together.) */
function withoutTags(text: string, { inlines: { tags } }: Block): string {
  if (tags.length === 0) return text;
  let words = '';
  let end = 0;
  for (const { from, to } of tags) {
    words += text.slice(end, from) + ' '.repeat(to - from);
    end = to;
  }
  return words + text.slice(end);
}
