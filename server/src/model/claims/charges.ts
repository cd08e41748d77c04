import { addToGroup, pairsOf } from '../../text/lists.ts';
import type { Report } from '../report.ts';
import { gapAfter, idAt, isBlankGap, isCapitalAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { isSummedUp, type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { statementsWith, weightsOf } from './kindredStatements.ts';

/** Who has charge of a thing, as a clause says: *the board is chaired by the chief executive*. */
export interface Charge {
  readonly statement: Statement;
  /** From the thing to who has charge. */
  readonly run: WordRun;
  /** Who it is. */
  readonly mark: WordRun;
  readonly weight: number;
}

/** One thing, of which two are said to have charge. */
export interface ContraryCharges {
  readonly one: Charge;
  readonly other: Charge;
  readonly score: number;
}

/** A charge, with what tells it from others. */
interface ReadCharge extends Charge {
  readonly verb: number;
  readonly agents: readonly number[];
  /** Whether it is so somewhere only, or at some time: *in the north*. */
  readonly isLimited: boolean;
}

const word = idsOf('by', 'out', 'the', 'an', 'independent', 'carried', 'undertaken', 'led', 'headed');
/** Of a thing one only has such a charge. */
const single = idSet('chaired led headed managed overseen hosted');
/** What is done by others too: then nothing else may be said. */
const shared = idSet('provided delivered run commissioned undertaken carried conducted');
/** What stands between a thing and the verb. */
const between = idSet('is are line now currently');
const articles = idSet('the a an its their');
/** What is not one thing that is known, or not all of it. */
const vague = idSet(
  'this that these those other another such it they which who some many most all each every both either',
);
/** Who is not one who can be told from another. */
const unnamed = idSet(
  'a range variety number team teams staff both either others people those them us it former different various one two three jointly',
);
const authorities = idSet('council authority borough');
/** What an authority does by its people: *managed by the council*, *managed by the head of service*. */
const doneByPeople = idSet('chaired led headed managed overseen');
/** What stands for the key of an authority. */
const authority = -1;
/** What follows those who do it, and limits where and for whom. */
const limits = idSet('in for at on with within across during from since until to through');
const mostOfThing = 7;
const mostOfAgent = 6;
const leastWeight = 8;
const mostAlike = 8;

/** Where a report says of one thing that two have charge of it: *chaired by the chief executive*, *chaired by the lead member*. */
export function contraryCharges(report: Report): ContraryCharges[] {
  const weights = weightsOf(report);
  const statements = statementsOf(report);
  const byThing = new Map<string, ReadCharge[]>();
  for (const at of statementsWith(report, WordKind.charge)) {
    const statement = statements[at] as Statement;
    for (let verb = statement.sentence.first + 1; verb < statement.sentence.last; verb++) {
      if ((kindsOfWord(statement.topics.codes, verb) & WordKind.charge) === 0) continue;
      const found = chargeAt(statement, verb, weights);
      if (found !== undefined) addToGroup(byThing, found.thing, found.charge);
    }
  }
  const contrary: ContraryCharges[] = [];
  for (const charges of byThing.values()) {
    if (charges.length > mostAlike) continue;
    for (const [one, other] of pairsOf(charges))
      if (areContrary(one, other)) contrary.push({ one, other, score: one.weight });
  }
  return contrary;
}

function areContrary(one: ReadCharge, other: ReadCharge): boolean {
  const [a, b] = [one.statement, other.statement];
  if (a.sentence.paragraph === b.sentence.paragraph || one.agents.some(key => other.agents.includes(key))) return false;
  if (one.isLimited && other.isLimited) return false;
  return isSummedUp(a, b) || a.area === undefined || b.area === undefined || a.area === b.area;
}

function chargeAt(
  statement: Statement,
  verb: number,
  weights: Float64Array,
): { readonly thing: string; readonly charge: ReadCharge } | undefined {
  const {
    sentence,
    topics: { prose, codes },
  } = statement;
  const id = idAt(prose, verb);
  const by = id === word.carried && idAt(prose, verb + 1) === word.out ? verb + 2 : verb + 1;
  if (idAt(prose, by) !== word.by || by + 1 >= sentence.last || !isBlankGap(prose, by)) return undefined;
  const mark = agentAfter(statement, by + 1, single.has(id));
  if (mark === undefined) return undefined;
  if (doneByPeople.has(id) && authorities.has(idAt(prose, mark.last - 1))) return undefined;
  const isLimited = mark.last < sentence.last && isBlankGap(prose, mark.last - 1);
  // (What else is said of how it is done may be what tells the two apart.)
  if (shared.has(id) && isLimited) return undefined;
  const run = thingBefore(statement, verb);
  if (run === undefined) return undefined;
  const keys = new Set<number>();
  let weight = 0;
  for (let at = run.first; at < run.last; at++) {
    if (vague.has(idAt(prose, at)) || (kindsOfWord(codes, at) & WordKind.quantity) !== 0) return undefined;
    const key = keyOfWord(codes, at);
    if (key === 0 || keys.has(key)) continue;
    keys.add(key);
    weight += weights[key] as number;
  }
  const agents: number[] = [];
  for (let at = mark.first; at < mark.last; at++) if (keyOfWord(codes, at) !== 0) agents.push(keyOfWord(codes, at));
  // (*The local authority* says little by its words, and is somebody.)
  if (agents.length === 0 && authorities.has(idAt(prose, mark.last - 1))) agents.push(authority);
  if (keys.size < 2 || weight < leastWeight || agents.length === 0) return undefined;
  // (*Led* and *headed* say the same; so do *undertaken* and *carried out*.)
  const deed = id === word.headed ? word.led : id === word.carried ? word.undertaken : id;
  return {
    thing: `${deed} ${[...keys].sort((a, b) => a - b).join(' ')}`,
    charge: { statement, run: { first: run.first, last: mark.last }, mark, weight, verb, agents, isLimited },
  };
}

/** Who has charge; nothing of a name, which may be that of anybody, nor of several. */
function agentAfter(
  { sentence, topics: { prose, codes } }: Statement,
  first: number,
  isSingle: boolean,
): WordRun | undefined {
  const opening = idAt(prose, first);
  // (*Chaired by an experienced leader* says what kind of leader it is.)
  if (isSingle && opening !== word.the && !(opening === word.an && idAt(prose, first + 1) === word.independent))
    return undefined;
  let last = first;
  while (last < sentence.last && last - first < mostOfAgent) {
    const kinds = kindsOfWord(codes, last);
    if ((kinds & (WordKind.junction | WordKind.opener | WordKind.auxiliary)) !== 0) return undefined;
    if (limits.has(idAt(prose, last))) return isSingle && last > first + 1 ? { first, last } : undefined;
    const isOpening = last === first && articles.has(opening);
    if ((!isOpening && unnamed.has(idAt(prose, last))) || isCapitalAt(prose, last)) return undefined;
    if ((kinds & WordKind.number) !== 0 || (kinds & WordKind.quantity) !== 0) return undefined;
    last++;
    if (!isBlankGap(prose, last - 1)) return { first, last };
  }
  return last >= sentence.last ? { first, last } : undefined;
}

/** What it is charge of: what stands before *is chaired by*, or before the comma of *, chaired by*. */
function thingBefore({ sentence, topics: { prose, codes } }: Statement, verb: number): WordRun | undefined {
  let last = verb;
  while (last > sentence.first && between.has(idAt(prose, last - 1))) last--;
  if (last === verb && !gapAfter(prose, verb - 1).startsWith(',')) return undefined;
  let first = last;
  while (first > sentence.first && last - first < mostOfThing) {
    if (first < last && !isBlankGap(prose, first - 1)) break;
    if ((kindsOfWord(codes, first - 1) & (WordKind.opener | WordKind.auxiliary | WordKind.junction)) !== 0) break;
    first--;
  }
  // (What begins in the midst of a sentence may be the end of a longer name.)
  return first === last || first !== sentence.first ? undefined : { first, last };
}
