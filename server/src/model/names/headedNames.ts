import { editDistance } from '../../text/editDistance.ts';
import { isCapitalLetter } from '../../text/letters.ts';
import { idAt, isBlankGap } from '../words/proseWords.ts';
import type { ToldBlock } from '../words/tellingWords.ts';
import { startOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { lower, mentionOf, type NameMention, opensSentence } from './nameMention.ts';

/** What a name of one word is often put before: *the Phoenix team*. */
const heads = idSet(
  'team teams service services project hub centre programme scheme panel board group forum unit clinic tool model approach partnership',
);
const shortestName = 5;
/** More names before one word are looked at no further. */
const mostNames = 12;

/** Names of teams and the like that differ by a slip: *the Phoenix team*, *the Pheonix team*; *the Horizon service*, *the Horizons service*. */
export function headedSlips(blocks: readonly ToldBlock[]): NameMention[] {
  const byHead = new Map<number, Map<string, [ToldBlock, number][]>>();
  for (const block of blocks) {
    const { prose, telling } = block;
    for (const at of telling.capitals) {
      const head = idAt(prose, at + 1);
      if (!heads.has(head) || !isBlankGap(prose, at) || opensSentence(prose, at)) continue;
      const name = lower(prose, at);
      if (name.length < shortestName || isCapitalLetter(prose.text.charCodeAt(startOfWord(prose.words, at) + 1)))
        continue;
      const names = byHead.get(head) ?? new Map<string, [ToldBlock, number][]>();
      byHead.set(head, names);
      const places = names.get(name);
      if (places !== undefined) places.push([block, at]);
      else if (names.size < mostNames) names.set(name, [[block, at]]);
    }
  }
  return [...byHead.values()].flatMap(names => {
    const all = [...names];
    return all.flatMap(([name, places], i) =>
      all
        .slice(i + 1)
        .flatMap(([other, others]) =>
          isSlip(name, other)
            ? [...places, ...others].map(([block, at]) =>
                mentionOf(block, at, at + 1, { kind: 'spelling', thing: `${name} ${other}` }),
              )
            : [],
        ),
    );
  });
}

/** Whether one name is the other but for a letter within it or at its end, or for two that have changed places. */
function isSlip(one: string, other: string): boolean {
  if (one.charAt(0) !== other.charAt(0)) return false;
  if (one.length !== other.length) return editDistance(one, other, 2) === 1;
  let at = 0;
  while (one.charAt(at) === other.charAt(at)) at++;
  const isSwapped = one.charAt(at) === other.charAt(at + 1) && one.charAt(at + 1) === other.charAt(at);
  return isSwapped && one.slice(at + 2) === other.slice(at + 2);
}
