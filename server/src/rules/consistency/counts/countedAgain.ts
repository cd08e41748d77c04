import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, inSentence } from '../../../model/figures/figures.ts';
import type { ProseSentence } from '../../../model/words/proseReading.ts';
import { gapAfter, hasWord, idAt, wordAt } from '../../../model/words/proseWords.ts';
import { endOfWord, startOfWord } from '../../../model/words/wordColumns.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Finding } from '../../rule.ts';

const word = idsOf('both', 'all', 'one', 'the', 'other', 'and', 'of', 'in');
/** What is said of things that were counted just before: *both were*, *two have*. */
const verbs = idSet('were was are is have has had');
const ages = idSet('over under aged above below');

const most = 30;

/** *Three hostels. Both were judged to be good*: a sentence takes up so many things as another number than the one before. */
export function groupFindings(block: FiguredBlock): readonly Finding[] {
  const { prose, figures } = block;
  const { sentences } = prose;
  const found: Finding[] = [];
  for (let i = 1, f = 0; i < sentences.length; i++) {
    const next = sentences[i] as ProseSentence;
    while ((figures[f]?.first ?? Infinity) < next.first) f++;
    const id = idAt(prose, next.first);
    if (id !== word.both && id !== word.all && id !== word.in && figures[f]?.first !== next.first) continue;
    const sentence = sentences[i - 1] as ProseSentence;
    const [figure, another] = inSentence(figures, sentence);
    if (figure?.kind !== 'count' || another !== undefined || figure.value > most || figure.decimals > 0) continue;
    // *Three homes and two schools*, *the agency and the trust*: whom *both* means cannot be told.
    if (idAt(prose, figure.first - 1) === word.of || hasWord(prose, sentence, word.and)) continue;
    // *Children over four* are so old.
    if (ages.has(idAt(prose, figure.first - 1)) && verbs.has(idAt(prose, figure.last))) continue;
    const whole = wholeTakenUp(prose, next, figures.slice(f, f + 2));
    if (whole !== undefined && figure.value !== whole.value) found.push(wholeFinding(block, figure, sentence, whole));
    const parts = partsTakenUp(prose, next, figures.slice(f, f + 3), figure);
    if (parts !== undefined) found.push(groupFinding(block, figure, sentence, next, parts));
    const again = takenUp(prose, next, sentences[i + 1], figures[f]);
    if (again !== undefined && !again.isOf(figure.value))
      found.push(groupFinding(block, figure, sentence, next, again));
  }
  return found;
}

/** *In two of the nine, …*, *Two of the nine were …*: the number of all, taken up without a word for what they are. */
function wholeTakenUp(
  prose: FiguredBlock['prose'],
  { first }: ProseSentence,
  [part, whole]: readonly Figure[],
): Figure | undefined {
  if (part?.kind !== 'count' || whole?.kind !== 'count' || whole.first !== part.last + 2) return undefined;
  const isFirst = part.first === first || (part.first === first + 1 && idAt(prose, first) === word.in);
  if (!isFirst || idAt(prose, part.last) !== word.of || idAt(prose, part.last + 1) !== word.the) return undefined;
  return verbs.has(idAt(prose, whole.last)) || /^,/.test(prose.text.slice(whole.to)) ? whole : undefined;
}

function wholeFinding({ base, prose }: FiguredBlock, figure: Figure, sentence: ProseSentence, whole: Figure): Finding {
  return {
    from: base + whole.from,
    to: base + whole.to,
    message: `The sentence before speaks of ${countedThings(prose, figure, sentence)}, and this one of *${wordAt(prose, whole.first)}*. Correct one of the two.`,
    related: [{ from: base + figure.from, to: base + figure.to, message: 'So many before.' }],
  };
}

function groupFinding(
  { base, prose }: FiguredBlock,
  figure: Figure,
  sentence: ProseSentence,
  next: ProseSentence,
  again: TakenUp,
): Finding {
  const { words } = prose;
  const from = startOfWord(words, next.first);
  return {
    from: base + from,
    to: base + endOfWord(words, again.last - 1, from),
    message: `The sentence before speaks of ${countedThings(prose, figure, sentence)}, and this one of *${again.words}*. Correct one of the two.`,
    related: [{ from: base + figure.from, to: base + figure.to, message: 'So many before.' }],
  };
}

/** What a sentence counts, as a message says it: *three* hostels. */
function countedThings(prose: FiguredBlock['prose'], figure: Figure, sentence: ProseSentence): string {
  const { text, words } = prose;
  const count = `*${wordAt(prose, figure.first).toLowerCase()}*`;
  // (*There are now three.*)
  if (figure.last >= sentence.last) return count;
  const things = text.slice(startOfWord(words, figure.last), endOfWord(words, thingAfter(prose, figure, sentence)));
  return `${count} ${singleSpaced(things)}`;
}

/** How a sentence takes up what was counted, and of how many that may be said. */
interface TakenUp {
  readonly last: number;
  readonly words: string;
  readonly isOf: (count: number) => boolean;
}

function takenUp(
  prose: FiguredBlock['prose'],
  { first, last }: ProseSentence,
  after: ProseSentence | undefined,
  counted: Figure | undefined,
): TakenUp | undefined {
  const id = idAt(prose, first);
  const figure = counted?.first === (id === word.all ? first + 1 : first) ? counted : undefined;
  if (id === word.both)
    return verbs.has(idAt(prose, first + 1))
      ? { last: first + 1, words: 'both', isOf: count => count === 2 }
      : undefined;
  if (figure === undefined || figure.kind !== 'count' || figure.last >= last || !verbs.has(idAt(prose, figure.last)))
    return undefined;
  const words = singleSpaced(prose.text.slice(startOfWord(prose.words, first), figure.to)).toLowerCase();
  if (id === word.all) return { last: figure.last, words, isOf: count => count === figure.value };
  const isPair = id === word.one && after !== undefined && isOther(prose, after);
  if (isPair) return { last: figure.last, words: 'one … the other', isOf: count => count === 2 };
  return { last: figure.last, words, isOf: count => count >= figure.value };
}

/** *Two homes were good and four were not*: parts of what was counted, which are more than it. */
function partsTakenUp(
  prose: FiguredBlock['prose'],
  { first, last }: ProseSentence,
  [one, other, another]: readonly Figure[],
  whole: Figure,
): TakenUp | undefined {
  if (one?.kind !== 'count' || one.first !== first || other?.kind !== 'count' || other.last >= last) return undefined;
  if (another !== undefined && another.last <= last) return undefined;
  if (idAt(prose, one.last) !== idAt(prose, whole.last) && !verbs.has(idAt(prose, one.last))) return undefined;
  if (idAt(prose, other.first - 1) !== word.and || !verbs.has(idAt(prose, other.last))) return undefined;
  if (one.value > whole.value || one.value + other.value <= whole.value) return undefined;
  const [part, rest] = [one, other].map(({ from, to }) => prose.text.slice(from, to).toLowerCase());
  return { last: other.last, words: `${part} and ${rest}`, isOf: () => false };
}

/** *The other was judged to be good.* */
function isOther(prose: FiguredBlock['prose'], { first }: ProseSentence): boolean {
  return idAt(prose, first) === word.the && idAt(prose, first + 1) === word.other && verbs.has(idAt(prose, first + 2));
}

/** So many words may stand between a number and the end of what it counts. */
const longestThing = 4;

/** The last word of what a number counts: before a mark, a verb or the end. */
function thingAfter(prose: FiguredBlock['prose'], { last }: Figure, sentence: ProseSentence): number {
  let at = last;
  while (at + 1 < Math.min(sentence.last, last + longestThing) && /^\s*$/.test(gapAfter(prose, at))) {
    if (verbs.has(idAt(prose, at + 1))) break;
    at++;
  }
  return at;
}
