import { capitalised } from '../../../text/phrases.ts';
import { Spans } from '../../../text/spans.ts';
import type { Span } from '../../../text/text.ts';
import { unwrapped } from '../../../text/unwrapped.ts';
import { changeTo } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

/** How a reference looks that is not written out or not read. */
interface ReferenceForm {
  /** With the flag `g`; all repetitions are bounded. */
  readonly form: RegExp;
  /** What is wrong and, where it is not known what is meant, what to do. */
  readonly fault: string | ((match: readonly string[]) => string);
  /** What is meant, where it is known. */
  readonly meant?: (match: readonly string[]) => string;
}

/** The references of a block’s text that are not written out or not read; of two forms that touch, the first. */
export function* unwrittenReferences(written: string, start: number): Iterable<Finding> {
  const told: Span[] = [];
  const { text: onOneLine, placeOf } = unwrapped(written);
  for (const { form, fault, meant } of forms) {
    const before = told.length === 0 ? undefined : new Spans(told);
    for (const match of onOneLine.matchAll(form)) {
      const own = { from: placeOf(match.index), to: placeOf(match.index + match[0].length - 1) + 1 };
      if (before?.touch(own) === true) continue;
      told.push(own);
      const place = { from: start + own.from, to: start + own.to };
      const message = typeof fault === 'string' ? fault : fault(match);
      const text = meant?.(match);
      yield text === undefined
        ? { ...place, message, fixes: [] }
        : { ...place, message: `${message} Write “${text}”.`, fixes: [changeTo(place, text)] };
    }
  }
}

/** A word with a capital, if what is written in its stead has one. */
export function likeFirst(written: string, word: string): string {
  return /^\p{Lu}/u.test(written) ? capitalised(word) : word;
}

const noun = '(paragraph|recommendation)';
const notRead = 'This is not read as a reference.';
const lacksFirst = 'This list of numbers lacks its first. Write it, or begin with the second.';

const forms: readonly ReferenceForm[] = [
  // *(see paragraph)*, *(paragraphs 3 and paragraph)*
  {
    form: new RegExp(
      String.raw`(?<=[(]\s?(?:see\s|and\s)?|\d\s(?:and|or)\s)${noun}s?(?=\s{0,3}(?:(?:and|to|or)\s?)?\.?[)])(?<!\(\s?recommendations?)`,
      'giu',
    ),
    fault: numberMissing,
  },
  // *paragraph ??*, *paragraph –.*, *recommendation TBC*, *paragraphs [x]*
  {
    form: new RegExp(
      String.raw`(?<![\p{L}\d])${noun}s?\s(?:\?{1,3}|[–—](?=\s?[).,;]|\s(?:above|below)(?!\p{L}))|(?:nn?|tb[acd]|TB[ACD])(?![\p{L}\d])|#{1,3}(?=\s?[).,;]|\s\p{Ll})|X{1,3}(?![\p{L}\d])|x{2,3}(?![\p{L}\d])|\[[^\][\r\n\d^]{0,10}\]|_{2,9}|…)(?!\()`,
      'giu',
    ),
    fault: numberMissing,
  },
  // *see paragraph.*, *in paragraph.*
  {
    form: new RegExp(
      String.raw`(?<=(?<!\p{L})(?:see\s(?:also\s)?|(?:in|under|at|from)\s(?=paragraph[.,;])))${noun}s?(?=[.,;](?!\s?\d))`,
      'giu',
    ),
    fault: numberMissing,
  },
  // *see paragraph above*
  {
    form: new RegExp(
      String.raw`(?<![\p{L}\d])${noun}\s(?:above|below)(?!\p{L})(?<=(?<!\p{L})(?:see|in|under|and|from)\s\p{L}{9,14}\s\p{L}{5})`,
      'giu',
    ),
    fault: numberMissing,
  },
  // *paragraphs 3 and)*, *paragraph 3–.*
  {
    form: new RegExp(
      String.raw`(?<![\p{L}\d])${noun}(s?)\s\d{1,3}(?:\s?[,–-]\s?\d{1,3}|\s(?:and|to)\s\d{1,3}){0,9}\s?(?:(?:,?\s(?:and|to)|[,–&-])(?=\s?[).;?])|[–-](?=,))`,
      'giu',
    ),
    fault: 'This list of numbers is broken off. Write the last number, or end it before.',
  },
  // *(paragraph and 4)*, *(paragraph 12a)*, *(paragraphs 3, , 4)*, *(paragraphs 3/4)*
  {
    form: new RegExp(
      String.raw`[(](?:see\s)?${noun}s?\s(?:((?:and|to)\s\d{1,3}|[–-]\s?\d{1,3})|(\d{4,6}(?!\d)|\d{1,3}[a-z](?![\p{L}\d])|(?<=see\s\p{L}{9,15}\s)[ivxl]{2,7}(?![\p{L}\d]))|\d{1,3}(?:\s?—\s?|--|,\s,\s?|\s?\/\s?|\.\s|\.{2,3}|~|\s?[–-]\s?\d{1,3}\s?[–-]\s?|to\s|\sto(?=\d)|(?:,\s?\d{1,3})*and\s?|\sand(?=\d)|\s(?:and|to),\s)\d{1,3})(?=\s?[).;,]|\sand\s)`,
      'giu',
    ),
    fault: ([, word = '', first, number]) =>
      first !== undefined
        ? lacksFirst
        : number !== undefined
          ? `No ${word.toLowerCase()} has such a number. Say which is meant.`
          : 'These numbers are not read as a list. Write “–” between the ends of a range, “and” before the last of a list.',
  },
  // *paragraphs and 4.*
  {
    form: new RegExp(String.raw`(?<![\p{L}\d(])${noun}s\s(?:and|to)\s\d{1,3}(?=\s?[).,;:])`, 'giu'),
    fault: lacksFirst,
  },
  // *As paragraph 4b explains*. What an Act’s paragraphs are called is no reference, whether it is named before or after.
  {
    form: /(?<![\p{L}\d])(?<=(?:as|see|in|and|at)\s)(paragraph|recommendation)\s(\d{1,3})(?:[a-z](?![\p{L}\d])|\s\d{1,2}(?![\p{L}\d–-]|[.,]\d|\s\d))(?=[).,;:]|\s(?:above|below|explains?|shows?|describes?|makes?|sets?|says?|gives?)(?!\p{L}))(?![^.\r\n]{0,60}(?:Act|Schedule|Regulations|Order|guidance))(?<!(?<!\p{L})(?:Act|Schedule|Regulations|Order|guidance|chapter|code|handbook|manual|policy|protocol)(?!\p{L})[^\r\n]{0,160})/giu,
    fault: ([written = '', word = '']) =>
      `“${written.slice(word.length + 1)}” is not the number of any ${word.toLowerCase()} here. Say which one is meant.`,
  },
  // *paragraph 3 and 4 above*; in a parenthesis both are read.
  {
    form: /(?<![\p{L}\d])(?<![(](?:see )?)(paragraph|recommendation)\s(\d{1,3})\s(and|to)\s(\d{1,3})(?=[).,;:]|\s(?:above|below|explains?|shows?|describes?|makes?|sets?|says?|gives?|for|which|that)(?!\p{L}))(?![.,]\d)/giu,
    fault: 'Two numbers follow.',
    meant: ([, word, first, between, last]) => `${word}s ${first} ${between} ${last}`,
  },
  // *paragraphd 3*, *paragraphes 3*. Those that end in one of the word’s own letters are read as references.
  {
    form: /(?<![\p{L}\d])(paragraph|recommendation)(?:[b-gi-mo-rt-z]{1,2}|es)\s(\d{1,3})(?![\p{L}\d])/giu,
    fault: notRead,
    meant: ([, word, number]) => `${word} ${number}`,
  },
  // *paragraphs 3and 4*
  {
    form: /(?<![\p{L}\d])(?<![(]|[(]see )(paragraph|recommendation)(s?)\s(\d{1,3})(and|to)\s(\d{1,3})(?![\p{L}\d])/giu,
    fault: 'These numbers are not read as a list.',
    meant: ([, word, , first, between, last]) => `${word}s ${first} ${between} ${last}`,
  },
  // *paragraph3*
  {
    form: /(?<![\p{L}\d#/(_-])(paragraph|recommendation)(s?)(\d{1,3})(?![\p{L}\d]|\.\d)/giu,
    fault: 'The number follows without a space.',
    meant: ([, word, s, number]) => `${word}${s} ${number}`,
  },
  // *paragraph no. 3*, *paragraph #3*, but not at a paragraph’s start, where it is a recommendation’s own label.
  {
    form: /(?<![\p{L}\d]|^[*_\s]{0,4})(paragraphs?|recommendations?)\s(?:#|n[or]\.?\s?|number\s|\[)(\d{1,3})(?![\p{L}\d]|\]\()\]?/giu,
    fault: notRead,
    meant: ([, word, number]) => `${word} ${number}`,
  },
  // *(see paragraph: 3)*
  {
    form: /(?<=[(](?:see\s)?)(paragraphs?(?=[:.])|recommendations?(?=:))[:.]\s?(\d{1,3})(?=\s?[),;])/giu,
    fault: notRead,
    meant: ([, word, number]) => `${word} ${number}`,
  },
  // *paragraph l2*, *paragraph 1O*
  {
    form: /(?<![\p{L}\d(])([Pp]aragraphs?|[Rr]ecommendations?)\s(l|[lIO\d]{0,2}\d[lIO]{1,2}|[lI]{1,2}\d{1,2}|[1-9]O|lO)(?![\p{L}\d])/gu,
    fault: 'A letter stands in this number.',
    meant: ([, word, number = '']) => `${word} ${figuresOf(number)}`,
  },
  // *(paragraphs3 and 4)*
  {
    form: /(?<=[(](?:see\s)?)(paragraphs?)((?:\d{1,3}\s?(?:[–,-]|to|and)\s?){0,4}\d{1,3})(?=\s?[),;])/giu,
    fault: 'The number follows without a space.',
    meant: ([, word, numbers]) => `${word} ${numbers}`,
  },
  // *(paragraphs 3–l2)*
  {
    form: /(?<=[(](?:see\s)?)(paragraphs?)\s(\d{1,3}[–-](?:[lI]\d{1,2}|\d{1,2}[lIO])|(?:[lI]\d{1,2}|\d{1,2}[lIO])(?:[–-]\d{1,3})?)(?=\s?[),;])/gu,
    fault: 'A letter stands in this number.',
    meant: ([, word, numbers = '']) => `${word} ${figuresOf(numbers)}`,
  },
  // *(¶ 3)*
  {
    form: /(?<=[(]|(?:see|in|and|at) )¶¶?\s?(\d{1,3})(?![\p{L}\d])/gu,
    fault: notRead,
    meant: ([, number]) => `paragraph ${number}`,
  },
  // *parag. 3*, *paragr 3*
  {
    form: /(?<![\p{L}\d])(parag(?:r(?:ap?)?)?)(s?)\.?\s(\d{1,3})(?![\p{L}\d])/giu,
    fault: notRead,
    meant: ([, word = '', s = '', number]) => `${likeFirst(word, 'paragraph')}${s} ${number}`,
  },
  // *paragrahp 3*
  {
    form: /(?<![\p{L}\d])(?!paragraphs?\s)(parag[raphs]{3,6}?)(s?)\s(\d{1,3})(?![\p{L}\d])/giu,
    fault: notRead,
    meant: ([, word = '', s = '', number]) => `${likeFirst(word, 'paragraph')}${s} ${number}`,
  },
  // *(paragraphs between 3)*
  {
    form: /(?<=[(](?:see\s)?)(paragraphs?|recommendations?)\sbetween\s\d{1,3}(?=\s?[).;])/giu,
    fault: 'Two numbers belong here, and one is there. Write the other, or take “between” out.',
  },
  // *(see 3)*, *(see 3 and 4)*
  {
    form: /(?<=\(see\s)(\d{1,3})(?:(?:\s?[–-]\s?|,\s|\sand\s)\d{1,3}){0,9}(?:\s(?:above|below))?(?=\))/giu,
    fault: ([written = '', number = '']) =>
      /^\d+(?:\s\p{L}+)?$/u.test(written)
        ? `${notRead} Write “paragraph ${number}”, if that is meant.`
        : 'These numbers are not read as references. Write “paragraphs” before them, if those are meant.',
  },
  // *paragraph 3see paragraph 4*
  {
    form: /(?<=(?:paragraphs?|recommendations?)\s)\d{1,3}(?=(?:see|paragraphs?|recommendations?)\s)/giu,
    fault: 'Two references have run together here. Part them.',
  },
  // *(see )*
  {
    form: /\(\s?see\s?\)/giu,
    fault: 'What is to be seen is missing here. Say it, or take the brackets out.',
  },
  // *Error! Reference source not found.*
  {
    form: /Error!\s(?:Reference source not found|Bookmark not defined|No text of specified style|Unknown|Hyperlink reference not valid|Not a valid|No bookmark name given|Main Document Only|Unknown document property name|Reference is not valid)[^.()\r\n]{0,40}\.?/giu,
    fault: 'The word processor has lost what stood here. Say what is meant.',
  },
  // *#REF!*
  {
    form: /(?<![\p{L}\d])#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!)/gu,
    fault: 'The spreadsheet has lost the figure that stood here. Say what is meant.',
  },
  // *{ REF _Ref123 }*
  {
    form: /\{\s(?:REF|PAGEREF|NOTEREF)\s[^{}\r\n]{1,60}\}/gu,
    fault: 'The word processor has left its own mark here. Say what is meant.',
  },
];

function numberMissing([, word = '']: readonly string[]): string {
  return `The number is missing here. Say which ${word.toLowerCase()} is meant.`;
}

function figuresOf(number: string): string {
  return number.replace(/[lI]/g, '1').replace(/O/g, '0');
}
