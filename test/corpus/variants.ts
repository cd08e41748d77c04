/** A way in which another extractor would have given the same pages. */
export interface Variant {
  readonly name: string;
  readonly of: (text: string) => string;
}

/** Texts as other extractors give them: the same words, other blanks and breaks. */
export const variants: readonly Variant[] = [
  { name: 'carriage returns', of: text => text.replace(/\n/g, '\r\n') },
  { name: 'no spaces at line ends', of: text => text.replace(/[ \t]+$/gm, '') },
  { name: 'spaces before all lines', of: text => text.replace(/^(?=.*\S)/gm, '    ') },
  {
    name: 'a space before each page in place of a form feed',
    of: text => text.replace(/\n?[ \t]*\f\s*(?:\d{1,3} *\n\s*)?/g, '\n '),
  },
  { name: 'no form feeds', of: text => text.replace(/\f/g, '\n') },
  { name: 'a blank line below every line', of: text => text.replace(/\n/g, '\n\n') },
  { name: 'blank lines three deep', of: text => text.replace(/\n[ \t]*\n/g, '\n\n\n\n') },
  { name: 'wide blanks', of: text => text.replace(/(?<=\S) (?=\S)/g, '  ') },
  { name: 'no-break spaces', of: text => text.replace(/(?<=\d) (?=\S)/g, '\u00a0') },
  { name: 'a line a paragraph', of: unwrapped },
  { name: 'numbers above their paragraphs', of: text => text.replace(/^(\f?\s*\d{1,3}\.)\s+(?=\S)/gm, '$1\n') },
  {
    name: 'page numbers joined to what follows',
    of: text => text.replace(/\f(\s*)(\d{1,3}) *\n\s*(?=\S)/g, '\f$1$2 '),
  },
  { name: 'a soft hyphen within words', of: text => text.replace(/manage(?=ment)/g, 'manage\u00ad') },
  { name: 'ligatures', of: text => text.replace(/ffi/g, '\ufb03').replace(/fi/g, '\ufb01').replace(/fl/g, '\ufb02') },
  { name: 'other bullets', of: text => text.replace(/[\uf06e\uf0a7◼]/g, '•').replace(/[\uf02d\u2212]/g, '–') },
  { name: 'dashes for bullets', of: text => text.replace(/[\uf06e\uf0a7◼\uf02d\u2212]/g, '-') },
];

/** Joins the lines that a page's width has parted, as extractors do that look for paragraphs. */
function unwrapped(text: string): string {
  const lines = text.split('\n');
  return lines.reduce((joined, line, i) => {
    const above = lines[i - 1] ?? '';
    const goesOn =
      above.trimEnd().length > 62 && /^\p{Ll}/u.test(line) && !/[.:?!]\s*$/.test(above) && !above.includes('\f');
    return goesOn ? `${joined.trimEnd()}${/\p{L}-\s*$/u.test(above) ? '' : ' '}${line}` : `${joined}\n${line}`;
  });
}
