const under = /\s+(?:of(?!\s+this\s+report\b)|in|to|under)\b/y;
const possessive = /(?:['’]s|s['’]|\b(?:my|our|your|his|her|its|their|whose))\s+$/i;

/** A page, or a title that a bracket opens with, before a number’s word: *(‘Guide to …’, page 61, paragraph 13.2)*. */
const citation = /(?:\b(?:pages?|pp?\.)\s[\d–-]{1,9}|\([‘“'"]\p{Lu}[^()‘“]{2,160}[’”'"]),\s{1,8}$/u;
const longestCitation = 180;

/** The longest stretch of text, indentation included, in which a possessive is looked for. */
const longestPossessive = 64;

/**
 * Whether *of*, *in*, *to* or *under* follows at an offset, but not *of this report*: the numbers before it are another
 * document's.
 */
export function speaksOfElsewhere(text: string, at: number): boolean {
  under.lastIndex = at;
  return under.test(text);
}

/**
 * Whether a possessive ends before an offset, `from` being where the text begins: *the board’s recommendation 3* is not
 * ours.
 */
export function followsPossessive(text: string, from: number, at: number): boolean {
  return possessive.test(text.slice(Math.max(from, at - longestPossessive), at));
}

/** Whether another work is cited right before an offset, `from` being where the text begins. */
export function followsCitation(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from, at - longestCitation), at);
  return before.trimEnd().endsWith(',') && citation.test(before);
}
