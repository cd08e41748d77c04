/**
 * A block's text with the commonest sign for each that print has others for, so that what reads words need know one: blanks
 * that do not break and hyphens that do not are blanks and hyphens, the letter that looks like an apostrophe is one, a
 * thousand that a narrow blank parts is parted by a comma, and an escape is a blank. Every word keeps its place.
 */
export function withCommonMarks(text: string, escapes: readonly number[]): string {
  let marked = text;
  // (Most texts have none of these, and to look for one sign takes no time.)
  if (marked.includes('\u00a0') || marked.includes('\u202f') || marked.includes('\u2009'))
    marked = marked
      .replace(/(?<=(?<![\d.,])\d{1,3}|(?<![\d.,])\d{1,3},\d{3})[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, ',')
      .replace(/[\u00a0\u2009\u202f]/g, ' ');
  if (marked.includes('\u2010') || marked.includes('\u2011')) marked = marked.replace(/[\u2010\u2011]/g, '-');
  if (marked.includes('\u02bc')) marked = marked.replaceAll('\u02bc', '’');
  if (escapes.length === 0) return marked;
  let words = '';
  let at = 0;
  for (const mark of escapes) {
    words += `${marked.slice(at, mark)} `;
    at = mark + 1;
  }
  return words + marked.slice(at);
}
