/**
 * Another mark than a bullet’s, and a blank and words after it; `isAmong` where it stands among points. A dash or a plus may
 * begin a line within a sentence, but no block.
 */
export function markAt(source: string, from: number, isAmong = false): string | undefined {
  if (isAmong && /^[lnquvwx][ \t\u00a0]{1,4}\p{Lu}/u.test(source.slice(from, from + 6))) return source.charAt(from);
  // Most begin with a letter; an *o* may be a mark.
  if (/[A-Za-np-z]/.test(source.charAt(from))) return undefined;
  const isOther = otherMarks.includes(source.charAt(from));
  if (!isOther && !isAmong) return undefined;
  const opening = source.slice(from, from + 9);
  if (/^§[ \u00a0]?\d/.test(opening)) return undefined; // a section of an act
  const [, sign, close] = isAmong ? (anySign.exec(opening) ?? []) : [];
  const among = sign ?? close;
  if (!isOther || among !== undefined) {
    if (/^-[\u2000-\u200a\u202f]/.test(opening)) return opening.slice(0, 2);
    return toldElsewhere.has(among ?? '') ? undefined : among;
  }
  const [, mark] = /^(-?.)[ \t\u00a0]{1,4}[\p{L}\d‘“]/u.exec(opening) ?? closeMark.exec(opening) ?? [];
  return mark === '-' ? undefined : mark;
}

/** The number or letter with which a text begins that counts it: *1)*, *(a)*, *b.*; nothing if there is none. */
export function countedMark(source: string, from: number): string {
  return counted.exec(source.slice(from, from + longestMark))?.[0] ?? '';
}

/** A letter *o* (others are so only among points: symbols of a font that was lost), and the marks that word processors have. */
const otherMarks = '-–—−+~_oØü▪▫◦○●■□▢▶►▸‣→➔➢✓✔✗»‑－§.\ufffd';

/** A bullet’s own mark, and those that are looked for in all lines. */
const toldElsewhere: ReadonlySet<string> = new Set(['-', '•', '·']);

/** Where it stands among points, any sign or two before a blank, a box, or a number behind a hyphen; some need no blank. */
const anySign =
  /^((?:[^\p{L}\p{N}\s‘’“”'"([{*#.,…]|\\-|••){1,2}(?: -)?|\*-|\[[ xX]?\]|-\d{1,2}[.)])[ \t\u00a0\u2000-\u200a]{1,4}(?=[\p{L}\d‘“[(*])|^((?:[-–—+⁃∙•·]{2}|[–—+⁃∙])(?=[\p{L}‘“])|-(?=[\u2000-\u200a\u202f]))/u;

/** A mark that nothing but a point begins with, without a blank after it. */
const closeMark = /^([▪▫◦○●■□▢▶►▸‣➔➢✓✔✗‑－])[\p{L}‘“]/u;

/** A number or a letter where a list has bullets. */
const counted = /^(?:\(?\d{1,2}\)|\(?[a-z]\)|(?:[a-z]|[ivx]{1,4})\.)(?=[ \t\u00a0]\S)/;
const longestMark = 8;
