import type { Block } from '../../syntax/block.ts';
import type { Rule } from '../rule.ts';
import { whereWritten } from '../whereStands.ts';

/** What any of them begins with: most reports have none of it. */
const damaged =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[âÃÂ&\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]/;

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
 * ```inspectmark
 * ## Executive summary
 *
 * Health & education work well together; the café’s 3 × 4 tables are full.
 * ```
 */
export const damagedCharacter: Rule = {
  id: 'damaged-character',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A letter or mark was lost when text was pasted',
  fixable: true,
  readsWords: whereWritten(damaged),
  *check({ report: { document } }) {
    const { source } = document;
    if (!damaged.test(source)) return;
    let block = 0;
    for (const { 0: written, index } of source.matchAll(all)) {
      while ((document.starts[block + 1] ?? Infinity) <= index) block++;
      if (!isText(document.blocks[block])) continue;
      const place = { from: index, to: index + written.length };
      const text = meant.get(written.toLowerCase()) ?? meant.get(written) ?? entity(written);
      const isHidden = hidden.test(written);
      yield {
        ...place,
        message: isHidden
          ? 'A sign stands here that is not printed. Take it out.'
          : text === undefined
            ? 'A letter or mark was lost here. Write what was meant.'
            : written.startsWith('&')
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

const pattern = String.raw`â€[™˜œ“”¦\u009d]|Ã[©¨¡³¶¼¤«]|Â[£§° ]|&(?:nbsp|amp|lt|gt|quot|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|#\d{2,5}|#x[\da-fA-F]{2,4});|[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]`;
/** (A byte order mark at a text's start is none.) */
const all = new RegExp(`(?<!^)(?:${pattern})`, 'gu');
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /^[\u0001-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]$/;

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
]);

/** A character written by its number. */
function entity(written: string): string | undefined {
  const [, decimal, hex] = /^&#(?:(\d+)|x([\da-f]+));$/i.exec(written) ?? [];
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : undefined;
}
