import { blocksWhere, blocksWith } from '../../model/blocksWith.ts';
import { MarkSearch } from '../../model/markSearch.ts';
import type { Block } from '../../syntax/block.ts';
import { blockText, isCommented } from '../../syntax/document.ts';
import { isSmallLetter } from '../../text/letters.ts';
import { Unit } from '../../text/unit.ts';
import { fixWith } from '../fixWith.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { isInMissedNumber } from './marks/missedPlaces.ts';
import { beginsTorn, tornInitials } from './marks/tornInitials.ts';

/** What else shows damage, by its first character; *&* and *\* by themselves. */
const marks = new Map([
  ['_', ['_x']],
  ['=', ['=E2=']],
  ['%', ['%20']],
  ['(', ['(cid:']],
]);

/**
 * Where a text may be damaged: it has a sign that no report should have, a caret after a blank or mark, or a question mark within a
 * word.
 */
const suspects = new MarkSearch(
  `âÃÂ&Õ€¿□©®☹☺\\аеос?^\u00ad\u200b\u200e\u200f${[...marks.keys()].join('')}`,
  (text, at) => {
    const unit = text.charCodeAt(at);
    if (unit === Unit.questionMark)
      return isSmallLetter(text.charCodeAt(at - 1)) && isSmallLetter(text.charCodeAt(at + 1)) ? at : -1;
    // (Notes have carets too.)
    if (unit === Unit.caret) return /[ .,;:!?)]/.test(text.charAt(at - 1)) ? at : -1;
    const written = marks.get(text.charAt(at));
    return written === undefined || written.some(mark => text.startsWith(mark, at)) ? at : -1;
  },
  [
    [0x00, 0x08],
    [0x0b, 0x0c],
    [0x0e, 0x1f],
    [0x7f, 0x9f],
    [0x2028, 0x202e],
    [0x2060, 0x2069],
    [0xe000, 0xfffd],
  ],
);

/**
 * A letter or mark was lost on the way: in its place stands a sign that is not printed, a box, or the letters of another
 * encoding. It comes of pasting from a web page, a PDF or a word processor. Write what was meant.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The childrenâ€™s homes are good, and health&nbsp;services too.
 *             ^^^ “â€™” stands for “’”. Write that.
 *                                            ^^^^^^ “&nbsp;” is printed as it stands. Write “ ”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * The children’s homes are good, and health services too.
 * ```
 *
 * So it is where a mark of another sort stands in a word:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The children?s homes are eﬀective, and each child�s plan is clear.
 *             ^ “?” stands for “’”. Write that.
 *                           ^ stands for “ff”. Write that.
 *                                                  ^ A letter or mark was lost here. Write what was meant.
 * ```
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Health & education work well together; the café’s 3 × 4 tables are full. Are they? See https://ely.example/find?s=1 for more.
 * ```
 */
export const damagedCharacter: Rule = {
  id: 'damaged-character',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A letter or mark was lost when text was pasted',
  fixable: true,
  readsWords: whereStands(({ document }, block) => {
    // Whether a word is torn the words of all blocks tell.
    if (blocksWhere(document, beginsTorn).length > 0) return true;
    return suspects.placesIn(blockText(document, block)).length > 0;
  }),
  *check({ report }) {
    const { document } = report;
    for (const { block, start } of blocksWith(document, suspects)) {
      if (!isText(block)) continue;
      for (const finding of damaged(document.source.slice(start, start + block.length), start))
        if (!isCommented(document, finding.from) && !isInMissedNumber(report, finding.from)) yield finding;
    }
    yield* tornInitials(report);
  },
};

function* damaged(text: string, start: number): Iterable<Finding> {
  for (const { 0: written, index } of text.matchAll(all)) {
    // A byte order mark at a text’s start is none.
    if (start + index === 0) continue;
    const place = { from: start + index, to: start + index + written.length };
    const right = meant.get(written.toLowerCase()) ?? meant.get(written) ?? entity(written) ?? alike(written);
    const isHidden = right === undefined && hidden.test(written);
    yield {
      ...place,
      message: isHidden
        ? 'A sign stands here that is not printed. Take it out.'
        : right === undefined
          ? 'A letter or mark was lost here. Write what was meant.'
          : written.startsWith('&') || written.startsWith('\\')
            ? `“${written}” is printed as it stands. Write “${right}”.`
            : `“${written}” stands for “${right}”. Write that.`,
      fixes:
        right === undefined && !isHidden
          ? []
          : [fixWith(isHidden ? 'Take it out' : `Change to “${right}”`, place, isHidden ? '' : (right ?? ''))],
    };
  }
}

function isText({ kind }: Block): boolean {
  return kind !== 'frontMatter' && kind !== 'comment';
}

/** Letters of other alphabets that look like ours, and ours in the same order. */
const strange = 'аеосрο';
const usual = 'aeocpo';

/** (A question mark for an apostrophe too. That a sign stands for bytes that are none is told of the file.) */
const pattern = String.raw`â€[™˜œ“”¦\u009d]?|ï¿½|(?<=\p{L})\ufffd+|\ufffd+(?=\p{L})|(?<=\p{Ll})Õ(?=\p{Ll})|(?<=\p{Ll})\?(?=(?:s|t|re|ve|ll)[\s.,;:)])|(?<=\p{Ll})¿(?=\p{Ll})|(?<=\p{Ll}{2})[â€](?=s[\s.,;:)])|(?<=\p{L})□|□(?=\p{L})|(?<=\p{L})\\2[0-2]\d(?=\p{L})|(?<=(?:^|\s)\p{L}{1,30})%20(?=\p{L})|\\u[\da-fA-F]{4}(?![\da-fA-F])|(?<=[A-Za-z])[${strange}]|[${strange}](?=[A-Za-z])|[\ufb00-\ufb06\ufffc]|Ã[©¨¡³¶¼¤«]|Â[£§°\u00a0 ]|&(?:nbsp|amp|lt|gt|quot|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|bull|middot|shy|ensp|emsp|#\d{2,5}|#x[\da-fA-F]{2,4});|(?<=[a-z] )[©®](?= [a-z])|[\u2639\u263a]|(?<=[a-z])\u200d(?=[a-z])|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]|[\uff21-\uff3a\uff41-\uff5a]|_x[\dA-F]{4}_|(?<=[ .,;:!?)])\^[plt](?=[ .,;]|$)|(?:=[\dA-F]{2}){2,4}|\(cid:\d{1,5}\)|\\(?:par|line|tab|[lr]quote|[ne][mn]?dash|bullet|[nrt])(?!\p{L})`;
const all = new RegExp(pattern, 'gu');
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /^[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]$/;

const meant = new Map([
  ['â€™', '’'],
  ['â€˜', '‘'],
  ['â€œ', '“'],
  ['â€\u009d', '”'],
  ['â€“', '–'],
  ['â€”', '—'],
  ['â€¦', '…'],
  ['Ã©', 'é'],
  ['Ã¨', 'è'],
  ['Â£', '£'],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', '’'],
  ['&rsquo;', '’'],
  ['&lsquo;', '‘'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
  ['&hellip;', '…'],
  ['\u0085', '…'],
  ['\u0091', '‘'],
  ['\u0092', '’'],
  ['\u0093', '“'],
  ['\u0094', '”'],
  ['\u0096', '–'],
  ['\u0097', '—'],
  ['\u2028', ' '],
  ['\u2029', ' '],
  ['Õ', '’'],
  ['¿', '’'],
  ['â', '’'],
  ['€', '’'],
  ['\\222', '’'],
  ['?', '’'],
  ['%20', ' '],
  ['\ufb00', 'ff'],
  ['\ufb01', 'fi'],
  ['\ufb02', 'fl'],
  ['\ufb03', 'ffi'],
  ['\ufb04', 'ffl'],
  ['\ufb05', 'st'],
  ['\ufb06', 'st'],
]);

/** The letter of ours that one of another alphabet looks like. */
function alike(written: string): string | undefined {
  if (/^[\uff21-\uff5a]$/.test(written)) return written.normalize('NFKC');
  const at = strange.indexOf(written);
  return at < 0 ? undefined : usual.charAt(at);
}

/** A character written by its number. */
function entity(written: string): string | undefined {
  const [, decimal, hex, unit] = /^(?:&#(?:(\d+)|x([\da-f]+));|\\u([\da-f]{4}))$/i.exec(written) ?? [];
  const code = decimal === undefined ? Number.parseInt(hex ?? unit ?? '', 16) : Number(decimal);
  return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : undefined;
}
