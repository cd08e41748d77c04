import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import { type Report, wordsOf } from '../../../model/report.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { type Prose, ProseFacts, proseOf } from '../../../model/words/prose.ts';
import type { Block } from '../../../syntax/block.ts';

/** How a block’s words begin and end. */
export interface Edges {
  readonly isEmpty: boolean;
  readonly isShort: boolean;
  /** Whether they begin, and end, as a sentence does. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** A block that has a content. */
type TextBlock = Extract<Block, { readonly content: unknown }>;

/** Shorter plain paragraphs are labels, addresses or lines of a list. */
const fewestWords = 15;

const found = new ProseFacts<Edges>();

/** The edges of a block of a report, found once for it. */
export function edgesOf(report: Report, index: number): Edges {
  const prose = proseOf(report, index);
  const block = report.document.blocks[index];
  if (prose === undefined || block === undefined || !('content' in block)) return noEdges;
  let edges = found.get(prose);
  if (edges === undefined) {
    edges = edgesIn(report, index, block, prose);
    found.set(prose, edges);
  }
  return edges;
}

const noEdges: Edges = { isEmpty: true, isShort: true, begins: true, ends: true };

function edgesIn(report: Report, index: number, { kind, content }: TextBlock, { words: numbers }: Prose): Edges {
  const { source, starts } = report.document;
  const start = starts[index] ?? 0;
  const [from, to] = [start + content.from, start + content.to];
  const isShort = numbers.length / 3 < fewestWords;
  // Most go from a capital to a full stop, and their words need not be looked at.
  if (to > from + 1 && /[^.]\.$/.test(source.slice(to - 2, to)) && /\p{Lu}/u.test(source.charAt(from)))
    return { isEmpty: false, isShort, begins: true, ends: true };
  const words = wordsOf(report, index, { from, to }, { withoutTags: true }).trim();
  // An area and its grade are none of a sentence.
  const isEntry =
    isShort && kind === 'numbered' && /: \p{L}{3,20}(?: \p{L}{2,20}){0,4}$/u.test(words.slice(-longestGrade));
  // Nor is a section’s title with a number before it.
  const isTitle = isShort && kind === 'numbered' && frameworkIndex(report.framework).kindsByTitle.has(titleKey(words));
  // A numbered paragraph is no point of a list, and leaves nothing out.
  const isOpen = kind === 'numbered' && /(?:;|\.{3}|…)$/.test(words);
  return {
    isEmpty: words === '',
    isShort,
    begins: !middle.test(words),
    ends: isEntry || isTitle || (!isOpen && ends(words)),
  };
}

/** A small letter at a sentence’s beginning, or its last word, which is no abbreviation: *regularly. Visits are …*. */
const middle = /^\p{Ll}{1,20}(?:(?:[-’]\p{Ll}{1,20}){0,2}[ ,]|(?<=\p{Ll}{4})[.;:]\s)/u;

const longestGrade = 60;

/** Whether a block has words, and they begin and end as a sentence does. */
export function isWhole({ isEmpty, begins, ends }: Edges): boolean {
  return !isEmpty && begins && ends;
}

/** A letter’s end. */
const farewell = /\b(?:sincerely|faithfully|regards)$/i;
const whole = /(?:[.!?…:;–—]|(?<!\p{L})-)[’”'")\]*}~]*(?:\s*[([][^()[\]]{0,200}[)\]][.;,]?)*\s*$|[’”)\]|}]\s*$/u;

const address = /(?:\bwww\.|\bhttps?:\/\/|@)[^\s@]+$/;
const longestAddress = 200;

function ends(words: string): boolean {
  // The marks of two versions, of a heading that is read as text, of a link that is not closed, and of a tag without its
  // brackets are told themselves.
  if (/(?:^|\s)#{1,6}[ \t\u00a0][^#]*$/.test(words)) return true;
  // A note’s number, plain or raised, may stand after the full stop.
  if (/[.!?][¹²³\u2070-\u2079\d]{1,2}$/.test(words)) return true;
  // Nor need one follow an address, to which it might be taken to belong.
  if (address.test(words.slice(-longestAddress))) return true;
  return (
    whole.test(words) ||
    farewell.test(words) ||
    /[<=>]{7}|<[^<>\r\n]{1,80}>\s*$|\]\([^\s()]{1,100}$|(?:[.!?’”)]\s|\()Recommendations?(?:\s\d[\d\s,–]{0,20})?$/.test(
      words,
    )
  );
}
