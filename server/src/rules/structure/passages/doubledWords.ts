import { blocksWhere } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import { type Prose, ProseFacts, proseOf } from '../../../model/words/prose.ts';
import { endOfWord, idOfWord, startOfWord } from '../../../model/words/wordColumns.ts';
import type { Finding } from '../../rule.ts';

/** Words that stand a second time right after their like, within a sentence. */
export function* doubledWords(report: Report): Iterable<Finding> {
  for (const { block, start } of blocksWhere(report.document, hasDoubledWords).map(at => ({
    block: at,
    start: report.document.starts[at] ?? 0,
  }))) {
    const place = doubledIn(report, block);
    if (place === undefined) continue;
    const { from, middle, to } = place;
    yield {
      from: start + middle,
      to: start + to,
      message: 'These words stand here twice. Take them out once.',
      related: [{ from: start + from, to: start + middle, message: 'They stand here too.' }],
    };
  }
}

function hasDoubledWords(document: Report['document'], block: number): boolean {
  return doubledIn({ document }, block) !== undefined;
}

/** Words, and where the same begin and end again. */
interface Doubled {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

const doubledOf = new ProseFacts<Doubled | 'none'>();

/** The first words of a block that stand twice in a row; so many that it is no way of speaking. */
function doubledIn(report: Pick<Report, 'document'>, block: number): Doubled | undefined {
  const prose = proseOf(report, block);
  if (prose === undefined) return undefined;
  let known = doubledOf.get(prose);
  if (known === undefined) {
    known = firstDoubled(prose) ?? 'none';
    doubledOf.set(prose, known);
  }
  return known === 'none' ? undefined : known;
}

const fewestDoubled = 4;
const mostDoubled = 40;
/** Where each word was seen last, by the low bits of what it is known by; from one text to the next it only counts on. */
const lastSeen = new Int32Array(4096);
let seen = 1;

function firstDoubled({ text, words }: Prose): Doubled | undefined {
  const count = words.length / 3;
  if (count < 2 * fewestDoubled) return undefined;
  if (seen > 1e9) {
    lastSeen.fill(0);
    seen = 1;
  }
  const base = seen;
  seen += count;
  const idOf = (word: number): number => idOfWord(words, word);
  let step = 0;
  let run = 0;
  for (let i = 0; i < count; i++) {
    const slot = idOf(i) & (lastSeen.length - 1);
    const last = (lastSeen[slot] ?? 0) - base;
    lastSeen[slot] = base + i;
    if (step > 0 && i >= step && idOf(i - step) === idOf(i)) run++;
    else {
      step = last >= 0 && i > last ? i - last : 0;
      run = 0;
      if (step < fewestDoubled || step > mostDoubled) step = 0;
      else while (run < step && i - run - step >= 0 && idOf(i - run) === idOf(i - run - step)) run++;
    }
    if (step === 0 || run < step) continue;
    const from = startOfWord(words, i - 2 * step + 1);
    const middle = startOfWord(words, i - step + 1);
    const to = endOfWord(words, i);
    if (!/[.!?:;|]/.test(text.slice(from, to)) && /\p{Ll}{4}/u.test(text.slice(middle, to)))
      return { from, middle, to };
    step = 0;
  }
  return undefined;
}
