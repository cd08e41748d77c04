import type { Block } from '../../syntax/block.ts';
import type { Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/** Signs that no report should have, but for *&*: most have none of them. (With others V8 looks ten times as long.) */
const signs =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[âÃÂ&\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff\ufb00-\ufb06\ufffc]/;

const marks = ['\ufffd', 'Õ', 'ï¿½', '%20', '\\u'];

/** Whether a text may be damaged: it has such a sign or mark, or a question mark within a word. */
function mayBeDamaged(text: string): boolean {
  if (signs.test(text) || marks.some(mark => text.includes(mark))) return true;
  for (let at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1))
    if (isSmall(text.charCodeAt(at - 1)) && isSmall(text.charCodeAt(at + 1))) return true;
  return false;
}

function isSmall(unit: number): boolean {
  return unit > 96 && unit < 123;
}

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
  readsWords: whereStands(({ document: { source, blocks, starts } }, block) => {
    const start = starts[block] ?? 0;
    return mayBeDamaged(source.slice(start, start + (blocks[block]?.end ?? 0)));
  }),
  *check({ report: { document } }) {
    const { source } = document;
    if (!mayBeDamaged(source)) return;
    let block = 0;
    for (const { 0: written, index } of source.matchAll(all)) {
      while ((document.starts[block + 1] ?? Infinity) <= index) block++;
      if (!isText(document.blocks[block])) continue;
      const place = { from: index, to: index + written.length };
      const text = meant.get(written.toLowerCase()) ?? meant.get(written) ?? entity(written);
      const isHidden = text === undefined && hidden.test(written);
      yield {
        ...place,
        message: isHidden
          ? 'A sign stands here that is not printed. Take it out.'
          : text === undefined
            ? 'A letter or mark was lost here. Write what was meant.'
            : written.startsWith('&') || written.startsWith('\\')
              ? `“${written}” is printed as it stands. Write “${text}”.`
              : `“${written}” stands for “${text}”. Write that.`,
        fixes:
          text === undefined && !isHidden
            ? []
            : [
                {
                  title: isHidden ? 'Take it out' : `Change to “${text}”`,
                  edits: [{ ...place, text: isHidden ? '' : (text ?? '') }],
                  certain: false,
                },
              ],
      };
    }
  },
};

function isText(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'frontMatter' && block.kind !== 'comment';
}

/** (A question mark for an apostrophe too. That a sign stands for bytes that are none is told of the file.) */
const pattern = String.raw`â€[™˜œ“”¦\u009d]?|ï¿½|(?<=\p{L})\ufffd+|\ufffd+(?=\p{L})|(?<=\p{Ll})Õ(?=\p{Ll})|(?<=\p{Ll})\?(?=(?:s|t|re|ve|ll)[\s.,;:)])|(?<=(?:^|\s)\p{L}{1,30})%20(?=\p{L})|\\u[\da-fA-F]{4}(?![\da-fA-F])|[\ufb00-\ufb06\ufffc]|Ã[©¨¡³¶¼¤«]|Â[£§° ]|&(?:nbsp|amp|lt|gt|quot|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|#\d{2,5}|#x[\da-fA-F]{2,4});|[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]`;
/** (A byte order mark at a text's start is none.) */
const all = new RegExp(`(?<!^)(?:${pattern})`, 'gu');
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /^[\u0001-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]$/;

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

/** A character written by its number. */
function entity(written: string): string | undefined {
  const [, decimal, hex, unit] = /^(?:&#(?:(\d+)|x([\da-f]+));|\\u([\da-f]{4}))$/i.exec(written) ?? [];
  const code = decimal === undefined ? Number.parseInt(hex ?? unit ?? '', 16) : Number(decimal);
  return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : undefined;
}
