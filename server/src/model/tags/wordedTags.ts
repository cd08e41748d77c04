import { numberListAt, numbersOf } from '../../syntax/numberList.ts';
import type { TagWord } from '../../syntax/tag.ts';
import { editDistance } from '../../text/editDistance.ts';
import { Spans } from '../../text/spans.ts';
import type { Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { titleKey } from '../titleKey.ts';

/** What ends a finding and is nearly a tag of another word than *Recommendation*: *(Area for improvment 3)*, *[Key concern 2]*. */
export interface WordedTag extends Span {
  readonly paragraph: Paragraph;
  readonly word: Exclude<TagWord, 'Recommendation'>;
  /** The word as written, and what is written of its numbers. */
  readonly written: string;
  readonly list: string;
  /** The numbers it seems to name. */
  readonly numbers: readonly string[];
}

/** The words of such tags of which there are several. */
export const tagPlurals: Readonly<Record<WordedTag['word'], string>> = {
  'Area for improvement': 'Areas for improvement',
  'Priority action': 'Priority actions',
  'Cause of concern': 'Causes of concern',
  'Key concern': 'Key concerns',
};

const found = new DerivedFacts<readonly WordedTag[]>();

/** What is nearly a tag of the words that the report’s other tags have, or its recommendations by their title, found on first use. */
export function wordedTags(report: Report): readonly WordedTag[] {
  return found.of(report, () => {
    const { tags, paragraphs, sections } = report;
    const titled = new Set(sections.flatMap(({ role, title }) => (role === 'recommendations' ? titleKey(title) : [])));
    const words = (Object.keys(tagPlurals) as WordedTag['word'][]).filter(
      word => tags.filter(({ tag }) => tag.word === word).length >= habit || titled.has(titleKey(tagPlurals[word])),
    );
    if (words.length === 0) return [];
    const read = new Spans(tags);
    return paragraphs.flatMap(own => (own.kind === 'finding' ? (endOf(report, own, words, read) ?? []) : []));
  });
}

/** So many tags show what a report writes. */
const habit = 2;
/** So much of a paragraph’s end is looked at. */
const longest = 80;
const slips = 3;

/** Brackets, words, numbers or what stands in their place, brackets. */
const form =
  /^([([{]{0,2}) ?(\p{L}[\p{L} -]{4,28}\p{L})[ .:#–-]{0,4}((?:\d|[lIX?](?![\p{L}]))[^()[\]{}]{0,24})? ?([)\]}]{0,2})\.?$/u;

/** What stands in a number’s place and is read with the words. */
const inPlace = / ([lIX]|one|two|three|four|five|six|seven|eight|nine|ten)$/;

function endOf(
  { document: { source } }: Report,
  paragraph: Paragraph,
  known: readonly WordedTag['word'][],
  read: Spans,
): WordedTag | undefined {
  const { from, to } = paragraph.content;
  const end = source.slice(Math.max(from, to - longest), to);
  const [, tail] =
    /[.!?][’”]?\s{1,4}([^.!?]{8,60}(?:[.:]\s?[\dlIX?][^.!?]{0,24})?\??\??[)\]}]{0,2}\.?)$/.exec(end) ?? [];
  if (tail === undefined) return undefined;
  const [, opened = '', words = '', figures = '', closed = ''] = form.exec(tail.replace(/\s/g, ' ')) ?? [];
  const [named = '', sign] = words.split(inPlace);
  const list = sign ?? figures;
  if (named === '' || (opened + closed === '' && list === '') || read.touch({ from: to - tail.length, to }))
    return undefined;
  const key = named.toLowerCase().replace(/- | (?:nos?|numbers?)$/g, '');
  const word = known.find(own =>
    [own, tagPlurals[own]].some(each => editDistance(key, each.toLowerCase(), slips) < slips),
  );
  if (word === undefined) return undefined;
  const numbers = numbersOf(numberListAt(list, 0, { inParenthesis: true })?.items ?? []);
  return { from: to - tail.length, to, paragraph, word, written: named, list: list.trim(), numbers };
}
