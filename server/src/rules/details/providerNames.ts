import { titleKey } from '../../model/titleKey.ts';

const small = new Set('the of and for in at on upon le'.split(' '));

/** Words that say what kind of body it is, and not which. */
const kinds = new Set(
  `authority borough city combined community corporation council county district local london metropolitan municipal
  parish royal town unitary ward trust partnership mbc mdc cc bc dc lb mb`.split(/\s+/),
);

/** Whether what is given for a provider is what a report is called: *Inspection of …*. */
export function isReportTitle(name: string): boolean {
  return title.test(name);
}

const title =
  /^(?:(?:re-?|joint |full |short |focused |monitoring )?inspection|monitoring visit|report|review) (?:of|on|into|to) /i;

/**
 * Whether two names can be one provider's. They can if the words of one that tell it from others are all in the other,
 * as *Norwood* in *Metropolitan Borough of Norwood*, or if one is the other's initials.
 */
export function isSameProvider(one: string, other: string): boolean {
  // Most often one is the other, or a part of it.
  if (` ${titleKey(one)} `.includes(` ${titleKey(other)} `)) return true;
  const a = wordsOf(one);
  const b = wordsOf(other);
  const tellingA = a.filter(word => !kinds.has(word));
  const tellingB = b.filter(word => !kinds.has(word));
  // Of a name like *City of London* no word tells; then all count.
  if (tellingA.length === 0 || tellingB.length === 0) return includes(a, b) || includes(b, a);
  if (includes(tellingA, tellingB) || includes(tellingB, tellingA)) return true;
  return areInitials(tellingA, b) || areInitials(tellingB, a);
}

/** The words of a name that tell whose it is, as written, and its initials. */
export function tellingWords(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 2 && !small.has(word.toLowerCase()));
  const telling = words.filter(word => !kinds.has(word.toLowerCase()));
  return words.length > 1 ? [...telling, words.map(word => word.charAt(0)).join('')] : telling;
}

function includes(all: readonly string[], some: readonly string[]): boolean {
  return some.every(word => all.includes(word));
}

function areInitials(short: readonly string[], words: readonly string[]): boolean {
  const [letters, more] = short;
  if (letters === undefined || more !== undefined || letters.length < 2) return false;
  const initials = (own: readonly string[]) => own.map(word => word.charAt(0)).join('');
  return letters === initials(words) || letters === initials(words.filter(word => !kinds.has(word)));
}

function wordsOf(name: string): string[] {
  return titleKey(name)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !small.has(word));
}
