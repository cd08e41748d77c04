import { blocksWith } from '../../model/blocksWith.ts';
import { MarkSearch } from '../../model/markSearch.ts';
import type { Reference } from '../../model/reference.ts';
import type { Report } from '../../model/report.ts';
import type { Block } from '../../syntax/block.ts';
import { capitalised } from '../../text/phrases.ts';
import { Spans } from '../../text/spans.ts';
import { firstWhere, type Span } from '../../text/text.ts';
import { certainChangeTo, changeTo } from '../fixWith.ts';
import { nearTagFault } from '../nearTagFault.ts';
import { publicationSeverity } from '../publicationSeverity.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { wrongSide } from './parts/wrongSide.ts';

/**
 * A reference to a paragraph or a recommendation is not written out, or its word or number is mistyped. It leads nowhere, and
 * renumbering passes it by.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph ).
 *                              ^^^^^^^^^ The number is missing here. Say which paragraph is meant.
 *
 * 2. Plans are clear (see paragraphs 1 and).
 *                         ^^^^^^^^^^^^^^^^ This list of numbers is broken off.
 *
 * 3. Visits are regular (see paragraph2, and pargraph 1).
 *                            ^^^^^^^^^^ The number follows without a space. Write “paragraph 2”.
 *                                            ^^^^^^^^ This word is misspelt. Write “paragraph”.
 *
 * 4. Records are kept well (see Error! Reference source not found.).
 *                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The word processor has lost what stood here.
 *
 * 5. Supervision is regular (paragraph 1 and 2; paragraphs 3 and 3).
 *                            ^^^^^^^^^ Several numbers follow. Write “paragraphs”.
 *                                                                ^ This number stands here twice.
 *
 * 6. Leaders know this, as paragraph 1 and 3 shows.
 *                          ^^^^^^^^^^^^^^^^^ Two numbers follow. Write “paragraphs 1 and 3”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph ).
 *
 * 2. Plans are clear (see paragraphs 1 and).
 *
 * 3. Visits are regular (see paragraph 2, and paragraph 1).
 *
 * 4. Records are kept well (see Error! Reference source not found.).
 *
 * 5. Supervision is regular (paragraphs 1 and 2; paragraphs 3 and 3).
 *
 * 6. Leaders know this, as paragraphs 1 and 3 shows.
 * ```
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraphs 2 and 3).
 *
 * 2. Each paragraph says what was found; paragraph 1 is an example.
 *
 * 3. Plans are clear (see the last paragraph).
 * ```
 */
export const referenceForm: Rule = {
  id: 'reference-form',
  group: 'reference',
  kind: 'fault',
  severity: 'warning',
  summary: 'A reference is not written out, or mistyped',
  fixable: true,
  readsWords: whereStands(isOdd),
  *check({ report }) {
    for (const reference of report.references) {
      if (reference.kind === 'paragraph' || reference.kind === 'recommendation') yield* mistypedWord(report, reference);
      yield* wrongSide(report, reference);
    }
    const { source } = report.document;
    const read = new Set(report.references.map(({ from }) => from));
    const areTagsTold = report.framework.recommendations.link !== 'none';
    const arePlaceholdersTold = publicationSeverity(report.metadata) !== undefined;
    for (const { block, start } of blocksWith(report.document, tellingPlaces)) {
      if (!isText(block)) continue;
      for (const finding of unwritten(source.slice(start, start + block.end), start)) {
        // What is read for all its misspelling is told above.
        if (read.has(finding.from) && !/^paragraph|^recomm/i.test(source.slice(finding.from, finding.from + 9)))
          continue;
        // Of a tag its own rule tells.
        const { nearTags } = block.inlines;
        const next = nearTags[firstWhere(nearTags.length, i => finding.from < start + (nearTags[i]?.to ?? 0))];
        const tag = next !== undefined && start + next.from < finding.to ? next : undefined;
        const isTold =
          tag !== undefined &&
          areTagsTold &&
          nearTagFault(tag, source.slice(start + tag.from, start + tag.to)) !== undefined;
        if (tag !== undefined && (isTold || toldOfTags.test(source.slice(finding.from, finding.to)))) continue;
        const written = source.slice(finding.from, finding.to);
        if (!arePlaceholdersTold || !(placeholder.test(written) || /TB[ACD]$/.test(written))) yield finding;
      }
    }
  },
};

/** Whether something is to be said of a block, placeholders included. */
function isOdd(report: Report, index: number): boolean {
  const { source, blocks, starts } = report.document;
  const block = blocks[index];
  if (block === undefined) return false;
  for (const reference of report.references)
    if (reference.block === index) for (const _ of mistypedWord(report, reference)) return true;
  const start = starts[index] ?? 0;
  const written = source.slice(start, start + block.end);
  if (tellingPlaces.placesIn(written).length > 0) for (const _ of unwritten(written, start)) return true;
  return false;
}

function isText({ kind }: Block): boolean {
  return kind === 'plain' || kind === 'numbered' || kind === 'bullet' || kind === 'footnote' || kind === 'table';
}

/** A list of numbers that runs over a full stop or a stroke, or breaks off in *and*. */
const toldOfTags = /\d\.\s\d|\d\s?\/\s?\d|\d,\s(?:and|to)$/;
/** What is told as a place to be filled in, once a report is no draft. */
const placeholder = /(?:\?{2,}|X{2,}|x{2,}|_{3,}|\[[a-z_]\w*\])$/i;
const rightWord = /^(?:par(?:a(?:graph)?)?s?|recommendations?)\.?$/i;

/** Whether a reference to one number or range has its word as most have. */
function isWellSpelt(source: string, { kind, from, numbers }: Reference): boolean {
  if (source.slice(from, from + kind.length).toLowerCase() !== kind) return false;
  const [number] = numbers;
  const end = from + kind.length + (number?.first === number?.last ? 0 : 1);
  return source.charAt(end) === ' ' && (end === from + kind.length || source.charAt(end - 1) === 's');
}

/** The word of a reference, by its letters and by how many numbers follow, and the numbers that stand there twice. */
function* mistypedWord({ document: { source } }: Report, reference: Reference): Iterable<Finding> {
  const { kind, from, numbers } = reference;
  if (numbers.length === 1 && isWellSpelt(source, reference)) return;
  const [word = ''] = /^\p{L}+/u.exec(source.slice(from, from + 30)) ?? [];
  const place = { from, to: from + word.length };
  const many = numbers.length > 1 || numbers.some(({ first, last }) => first !== last);
  if (!rightWord.test(word)) {
    const text = likeFirst(word, many ? `${kind}s` : kind);
    yield {
      ...place,
      message: `This word is misspelt. Write “${text}”.`,
      fixes: [certainChangeTo(place, text)],
    };
  } else if (many && !/s$/i.test(word) && !/\d\s+\d/.test(source.slice(from, reference.to))) {
    const text = `${word}s`;
    yield {
      ...place,
      message: `Several numbers follow. Write “${text}”.`,
      fixes: [changeTo(place, text)],
    };
  } else if (!many && /s$/i.test(word) && isAlone(source, reference.to)) {
    const text = word.slice(0, -1);
    yield {
      ...place,
      message: `One number follows. Write “${text}”.`,
      fixes: [changeTo(place, text)],
    };
  }
  const before = new Set<string>();
  for (const { first, last, firstSpan } of numbers) {
    if (first !== last) continue;
    if (before.has(first))
      yield { ...firstSpan, message: 'This number stands here twice. Take it out, or write the one that is meant.' };
    before.add(first);
  }
}

/** Whether a list ends with its number: another might follow in a form that is not read. */
function isAlone(source: string, to: number): boolean {
  return /^(?:[;:?!)]|,\s\p{L}|\.(?!\.|\s\d)|\s(?!(?:and|or|to)\b)\p{L})/u.test(source.slice(to, to + 6));
}

function likeFirst(written: string, word: string): string {
  return /^\p{Lu}/u.test(written) ? capitalised(word) : word;
}

/** What is written where one of the forms may be: not a tag as it should be, of which there are many. */
const telling =
  /[Pp]arag|[Rr]ecommendation(?!s?(?:\s\d{1,3})?\))|(?<=see )[Rr]ecommendations?\)|PARAGRAPH|RECOMMENDATION|Error!|#[RNDV]|¶|\(\s?see\s?(?:\)|\d)|\{\s(?:PAGE|NOTE)?REF/y;

/** (Words are looked for at a letter that few words have: the second *m* of *recommendation*, the *g* of *paragraph*.) */
const tellingPlaces = new MarkSearch('gGmME#¶({', (text, at) => {
  const letter = text.charAt(at);
  const before = text.charAt(at - 1);
  let from = at;
  if (letter === 'm' || letter === 'M') {
    if (before !== letter) return -1;
    from = at - 'recom'.length;
  } else if (letter === 'g' || letter === 'G') {
    if (before !== (letter === 'g' ? 'a' : 'A')) return -1;
    from = at - 'para'.length;
  }
  telling.lastIndex = from;
  return from >= 0 && telling.test(text) ? from : -1;
});
const noun = '(paragraph|recommendation)';
/** How a reference looks that is not written out, what is to be said of it, and what is meant. All repetitions are bounded. */
const forms: readonly (readonly [
  RegExp,
  (match: readonly string[]) => string,
  ((match: readonly string[]) => string)?,
])[] = [
  [
    new RegExp(
      String.raw`(?<=[(]\s?(?:see\s|and\s)?|\d\s(?:and|or)\s)${noun}s?(?=\s{0,3}(?:(?:and|to|or)\s?)?\.?[)])(?<!\(\s?recommendations?)`,
      'giu',
    ),
    ([, word = '']) => `The number is missing here. Say which ${word.toLowerCase()} is meant.`,
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}\d])${noun}s?\s(?:\?{1,3}|[–—](?=\s?[).,;]|\s(?:above|below)(?!\p{L}))|(?:nn?|tb[acd]|TB[ACD])(?![\p{L}\d])|#{1,3}(?=\s?[).,;]|\s\p{Ll})|X{1,3}(?![\p{L}\d])|x{2,3}(?![\p{L}\d])|\[[^\][\r\n\d^]{0,10}\]|_{2,9}|…)(?!\()`,
      'giu',
    ),
    ([, word = '']) => `The number is missing here. Say which ${word.toLowerCase()} is meant.`,
  ],
  [
    new RegExp(String.raw`(?<=(?<!\p{L})see\s(?:also\s)?)${noun}s?(?=[.,;](?!\s?\d))`, 'giu'),
    ([, word = '']) => `The number is missing here. Say which ${word.toLowerCase()} is meant.`,
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}\d])${noun}\s(?:above|below)(?!\p{L})(?<=(?<!\p{L})(?:see|in|under|and|from)\s\p{L}{9,14}\s\p{L}{5})`,
      'giu',
    ),
    ([, word = '']) => `The number is missing here. Say which ${word.toLowerCase()} is meant.`,
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}\d])${noun}(s?)\s\d{1,3}(?:\s?[,–-]\s?\d{1,3}|\s(?:and|to)\s\d{1,3}){0,9}\s?(?:(?:,?\s(?:and|to)|[,–&-])(?=\s?[).;?])|[–-](?=,))`,
      'giu',
    ),
    () => 'This list of numbers is broken off. Write the last number, or end it before.',
  ],
  [
    new RegExp(
      String.raw`[(](?:see\s)?${noun}s?\s(?:((?:and|to)\s\d{1,3}|[–-]\s?\d{1,3})|(\d{4,6}(?!\d)|\d{1,3}[a-z](?![\p{L}\d])|(?<=see\s\p{L}{9,15}\s)[ivxl]{2,7}(?![\p{L}\d]))|\d{1,3}(?:\s?—\s?|--|,\s,\s?|\s?\/\s?|\.\s|\.{2,3}|~|\s?[–-]\s?\d{1,3}\s?[–-]\s?|to\s|\sto(?=\d)|(?:,\s?\d{1,3})*and\s?|\sand(?=\d)|\s(?:and|to),\s)\d{1,3})(?=\s?[).;,]|\sand\s)`,
      'giu',
    ),
    ([, word = '', first, number]) =>
      first !== undefined
        ? 'This list of numbers lacks its first. Write it, or begin with the second.'
        : number !== undefined
          ? `No ${word.toLowerCase()} has such a number. Say which is meant.`
          : 'These numbers are not read as a list. Write “–” between the ends of a range, “and” before the last of a list.',
  ],
  [
    new RegExp(String.raw`(?<![\p{L}\d(])${noun}s\s(?:and|to)\s\d{1,3}(?=\s?[).,;:])`, 'giu'),
    () => 'This list of numbers lacks its first. Write it, or begin with the second.',
  ],
  [
    // (What an Act’s paragraphs are called is no reference, whether it is named before or after.)
    /(?<![\p{L}\d])(?<=(?:as|see|in|and|at)\s)(paragraph|recommendation)\s(\d{1,3})(?:[a-z](?![\p{L}\d])|\s\d{1,2}(?![\p{L}\d–-]|[.,]\d|\s\d))(?=[).,;:]|\s(?:above|below|explains?|shows?|describes?|makes?|sets?|says?|gives?)(?!\p{L}))(?![^.\r\n]{0,60}(?:Act|Schedule|Regulations|Order|guidance))(?<!(?<!\p{L})(?:Act|Schedule|Regulations|Order|guidance|chapter|code|handbook|manual|policy|protocol)(?!\p{L})[^\r\n]{0,160})/giu,
    ([written = '', word = '']) =>
      `“${written.slice(word.length + 1)}” is not the number of any ${word.toLowerCase()} here. Say which one is meant.`,
  ],
  [
    // (In a parenthesis both are read.)
    /(?<![\p{L}\d])(?<![(](?:see )?)(paragraph|recommendation)\s(\d{1,3})\s(and|to)\s(\d{1,3})(?=[).,;:]|\s(?:above|below|explains?|shows?|describes?|makes?|sets?|says?|gives?|for|which|that)(?!\p{L}))(?![.,]\d)/giu,
    ([, word, first, between, last]) => `Two numbers follow. Write “${word}s ${first} ${between} ${last}”.`,
    ([, word, first, between, last]) => `${word}s ${first} ${between} ${last}`,
  ],
  [
    // (Those that end in one of the word’s own letters are read as references.)
    /(?<![\p{L}\d])(paragraph|recommendation)(?:[b-gi-mo-rt-z]{1,2}|es)\s(\d{1,3})(?![\p{L}\d])/giu,
    ([, word, number]) => `This is not read as a reference. Write “${word} ${number}”.`,
    ([, word, number]) => `${word} ${number}`,
  ],
  [
    /(?<![\p{L}\d])(?<![(]|[(]see )(paragraph|recommendation)(s?)\s(\d{1,3})(and|to)\s(\d{1,3})(?![\p{L}\d])/giu,
    ([, word, , first, between, last]) =>
      `These numbers are not read as a list. Write “${word}s ${first} ${between} ${last}”.`,
    ([, word, , first, between, last]) => `${word}s ${first} ${between} ${last}`,
  ],
  [
    /(?<![\p{L}\d#/(_-])(paragraph|recommendation)(s?)(\d{1,3})(?![\p{L}\d]|\.\d)/giu,
    ([, word, s, number]) => `The number follows without a space. Write “${word}${s} ${number}”.`,
    ([, word, s, number]) => `${word}${s} ${number}`,
  ],
  [
    // (At a paragraph’s start it is a recommendation’s own label.)
    /(?<![\p{L}\d]|^[*_\s]{0,4})(paragraphs?|recommendations?)\s(?:#|n[or]\.?\s?|number\s|\[)(\d{1,3})(?![\p{L}\d]|\]\()\]?/giu,
    ([, word, number]) => `This is not read as a reference. Write “${word} ${number}”.`,
    ([, word, number]) => `${word} ${number}`,
  ],
  [
    /(?<=[(](?:see\s)?)(paragraphs?(?=[:.])|recommendations?(?=:))[:.]\s?(\d{1,3})(?=\s?[),;])/giu,
    ([, word, number]) => `This is not read as a reference. Write “${word} ${number}”.`,
    ([, word, number]) => `${word} ${number}`,
  ],
  [
    /(?<![\p{L}\d(])([Pp]aragraphs?|[Rr]ecommendations?)\s(l|[lIO\d]{0,2}\d[lIO]{1,2}|[lI]{1,2}\d{1,2}|[1-9]O|lO)(?![\p{L}\d])/gu,
    ([, word, number = '']) => `A letter stands in this number. Write “${word} ${figuresOf(number)}”.`,
    ([, word, number = '']) => `${word} ${figuresOf(number)}`,
  ],
  [
    /(?<=[(](?:see\s)?)(paragraphs?)((?:\d{1,3}\s?(?:[–,-]|to|and)\s?){0,4}\d{1,3})(?=\s?[),;])/giu,
    ([, word, numbers]) => `The number follows without a space. Write “${word} ${numbers}”.`,
    ([, word, numbers]) => `${word} ${numbers}`,
  ],
  [
    /(?<=[(](?:see\s)?)(paragraphs?)\s(\d{1,3}[–-](?:[lI]\d{1,2}|\d{1,2}[lIO])|(?:[lI]\d{1,2}|\d{1,2}[lIO])(?:[–-]\d{1,3})?)(?=\s?[),;])/gu,
    ([, word, numbers = '']) => `A letter stands in this number. Write “${word} ${figuresOf(numbers)}”.`,
    ([, word, numbers = '']) => `${word} ${figuresOf(numbers)}`,
  ],
  [
    /(?<=[(]|(?:see|in|and|at) )¶¶?\s?(\d{1,3})(?![\p{L}\d])/gu,
    ([, number]) => `This is not read as a reference. Write “paragraph ${number}”.`,
    ([, number]) => `paragraph ${number}`,
  ],
  [
    /(?<![\p{L}\d])(parag(?:r(?:ap?)?)?)(s?)\.?\s(\d{1,3})(?![\p{L}\d])/giu,
    ([, word = '', s = '', number]) =>
      `This is not read as a reference. Write “${likeFirst(word, 'paragraph')}${s} ${number}”.`,
    ([, word = '', s = '', number]) => `${likeFirst(word, 'paragraph')}${s} ${number}`,
  ],
  [
    /(?<![\p{L}\d])(?!paragraphs?\s)(parag[raphs]{3,6}?)(s?)\s(\d{1,3})(?![\p{L}\d])/giu,
    ([, word = '', s = '', number]) =>
      `This is not read as a reference. Write “${likeFirst(word, 'paragraph')}${s} ${number}”.`,
    ([, word = '', s = '', number]) => `${likeFirst(word, 'paragraph')}${s} ${number}`,
  ],
  [
    /(?<=[(](?:see\s)?)(paragraphs?|recommendations?)\sbetween\s\d{1,3}(?=\s?[).;])/giu,
    () => 'Two numbers belong here, and one is there. Write the other, or take “between” out.',
  ],
  [
    /(?<=\(see\s)(\d{1,3})(?:(?:\s?[–-]\s?|,\s|\sand\s)\d{1,3}){0,9}(?:\s(?:above|below))?(?=\))/giu,
    ([written = '', number = '']) =>
      /^\d+(?:\s\p{L}+)?$/u.test(written)
        ? `This is not read as a reference. Write “paragraph ${number}”, if that is meant.`
        : 'These numbers are not read as references. Write “paragraphs” before them, if those are meant.',
  ],
  [
    /(?<=(?:paragraphs?|recommendations?)\s)\d{1,3}(?=(?:see|paragraphs?|recommendations?)\s)/giu,
    () => 'Two references have run together here. Part them.',
  ],
  [/\(\s?see\s?\)/giu, () => 'What is to be seen is missing here. Say it, or take the brackets out.'],
  [
    /Error!\s(?:Reference source not found|Bookmark not defined|No text of specified style|Unknown|Hyperlink reference not valid|Not a valid|No bookmark name given|Main Document Only|Unknown document property name|Reference is not valid)[^.()\r\n]{0,40}\.?/giu,
    () => 'The word processor has lost what stood here. Say what is meant.',
  ],
  [
    /(?<![\p{L}\d])#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!)/gu,
    () => 'The spreadsheet has lost the figure that stood here. Say what is meant.',
  ],
  [
    /\{\s(?:REF|PAGEREF|NOTEREF)\s[^{}\r\n]{1,60}\}/gu,
    () => 'The word processor has left its own mark here. Say what is meant.',
  ],
];

function figuresOf(number: string): string {
  return number.replace(/[lI]/g, '1').replace(/O/g, '0');
}

function* unwritten(written: string, start: number): Iterable<Finding> {
  const told: Span[] = [];
  for (const [form, message, meant] of forms) {
    const before = told.length === 0 ? undefined : new Spans(told);
    for (const match of written.matchAll(form)) {
      const own = { from: match.index, to: match.index + match[0].length };
      if (before?.touch(own) === true) continue;
      told.push(own);
      const place = { from: start + match.index, to: start + match.index + match[0].length };
      const text = meant?.(match);
      yield {
        ...place,
        message: message(match),
        fixes: text === undefined ? [] : [changeTo(place, text)],
      };
    }
  }
}
