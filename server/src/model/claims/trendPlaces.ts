import { gapAfter, idAt } from '../words/proseWords.ts';
import type { Statement } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';

/** Whether two changes are told of two places or groups: *costs fell by a tenth in the north*, *costs rose in the south*. */
export function areOfTwoPlaces(one: Statement, after: number, other: Statement, otherAfter: number): boolean {
  if (isOfCountry(one, after) !== isOfCountry(other, otherAfter)) return true;
  const places = placesAfter(one, after);
  if (places.length === 0) return false;
  const others = placesAfter(other, otherAfter);
  return others.length > 0 && !others.some(key => places.includes(key));
}

/** By what the words after *in*, *for* or the like are compared, in the clause after a word; years and numbers left out. */
function placesAfter({ topics: { prose, codes }, sentence: { last } }: Statement, after: number): number[] {
  const keys: number[] = [];
  let isPlace = false;
  for (let at = after; at < Math.min(last, after + farthest) && !/[,;:.()–]/.test(gapAfter(prose, at - 1)); at++) {
    const kinds = kindsOfWord(codes, at);
    if (joints.has(idAt(prose, at))) isPlace = true;
    else if ((kinds & WordKind.junction) !== 0) break;
    else if (
      isPlace &&
      keyOfWord(codes, at) !== 0 &&
      (kinds & (WordKind.number | WordKind.quantity | WordKind.year)) === 0
    )
      keys.push(keyOfWord(codes, at));
  }
  return keys;
}

/** *Has grown nationally*, but not *faster than nationally*. */
function isOfCountry({ topics: { prose, codes }, sentence: { first, last } }: Statement, after: number): boolean {
  if (country.has(idAt(prose, first))) return true;
  for (let at = after; at < Math.min(last, after + farthest) && !/[,;:.()–]/.test(gapAfter(prose, at - 1)); at++) {
    if ((kindsOfWord(codes, at) & WordKind.junction) !== 0 || comparing.has(idAt(prose, at))) return false;
    if (country.has(idAt(prose, at))) return true;
  }
  return false;
}

const country = idSet('nationally national regionally regional country england');
const comparing = idSet('line compared against');
const joints = idSet('in at for among within across');
const farthest = 12;
