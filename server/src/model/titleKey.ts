import { Unit } from '../text/unit.ts';
/**
 * The form in which titles, grades and names are compared (`markup.md` §4.1): without case, emphasis, footnote marks,
 * attributes, a comma before *and*, and a closing full stop or colon; blanks, apostrophes, dashes and the two spellings of
 * *judgement* alike.
 */
export function titleKey(title: string): string {
  // Most titles hold none of what is looked for, and titles are compared often.
  let key = unusual.test(title) ? plainTitle(title) : title;
  if (key.includes(', and ')) key = key.replaceAll(', and ', ' and ');
  const last = key.charCodeAt(key.length - 1);
  if (last === Unit.fullStop || last === Unit.colon) key = key.replace(/\s*[.:]+$/, '');
  key = key.toLowerCase();
  return key.includes('judgment') ? key.replaceAll('judgment', 'judgement') : key;
}

/** Marks, apostrophes and dashes, ligatures and soft hyphens, and blanks other than one space. */
const unusual = /[*[{‘’‛`\u00ad\ufb00-\ufb06\u2010-\u2015\t\n\r\u00a0\u2000-\u200a\u202f\u3000]|^\s|\s$|\s\s/;
/** What print has in place of letters, or within words: ligatures and soft hyphens. */
const printed = /[\u00ad\ufb00-\ufb06]/;
const looseBlanks = /^\s|\s$|\s\s|[\t\n\r\u00a0\u2000-\u200a\u202f\u3000]/;

function plainTitle(title: string): string {
  let key = title.replace(/\[\^[^\s[\]]*\]|\*+|\{[^{}]*\}\s*$/g, '').replace(/[‘’‛`]/g, "'");
  if (printed.test(key)) key = key.normalize('NFKC').replaceAll('\u00ad', '');
  if (looseBlanks.test(key)) key = key.replace(/[\u00a0\s]+/g, ' ').trim();
  return key.replace(/[\u2010-\u2015]/g, '-');
}

/**
 * What stands beside a title by a slip: a number or label before it (*3.*, *B.*, *IV.*, *Section 3:*); a tag, braces that
 * are no attributes, or a note’s mark that is mistyped, after it. Such a title is known all the same.
 */
export function bareTitle(title: string): string {
  if (!beside.test(title)) return title;
  return title
    .replace(/^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?[ \t\u00a0]{1,4}(?=\p{L})/u, '')
    .replace(label, '')
    .replace(/\s{0,4}\(recommendations?(?:\s[\d\s,–-]{1,40}|\s\d{1,3}\sand\s\d{1,3})?\)$/i, '')
    .replace(/\s{0,4}(?:\{[#.\w][^{}]{0,60}[)\]}]?|#[\w-]{1,40}\}|[([][#.][\w-]{1,40}[)\]}]?)$/, '')
    .replace(/^\{[#.][\w-]{1,40}\}\s{1,4}/, '')
    .replace(
      /\s?(?:\[\s?\^{1,2}\s?\w{1,3}\s?\]?|[({]\s?\^\w{1,3}[)}]|\[\d{1,2}\]|(?<=\p{L})(?:\^\d{1,2}|[\u00b2\u00b3\u00b9\u2070-\u2079]{1,2}|<sup>\d{1,2}<\/sup>))$/u,
      '',
    );
}

const label =
  /^(?:(?:[A-Z]|[IVX]{1,5}|[ivx]{1,4})[.)]|\(\d{1,2}\)|(?:Section|Part|Chapter)\s(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.:)–-]?)\s{1,4}(?=\p{L})/u;
const beside =
  /^(?:\d|[A-Z]{1,5}[.)]|[ivx]{1,4}[.)]|\(\d|Section |Part |Chapter )|[)}{\]]|[([][#.^]|(?:[\u00b2\u00b3\u00b9\u2070-\u2079]|\^\d{1,2}|<\/sup>)$/;
