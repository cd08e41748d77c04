import type { Prose } from '../words/prose.ts';
import { gapAfter, idAt } from '../words/proseWords.ts';
import type { Statement } from '../words/statements.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { WordRoles } from '../words/wordRoles.ts';
import type { Clause } from './clauses.ts';
import { ClauseWords } from './clauseWords.ts';

/** How a clause as a whole is meant. */
export interface Reading {
  readonly statement: Statement;
  readonly clause: Clause;
  /** Where what is said begins: after what is put in front. */
  readonly start: number;
  /** *Few*, *fewer than half*: it does not hold of the others. */
  readonly isOfFew: boolean;
  /** *Many*: it may be so, and not be so of as many. */
  readonly isOfMany: boolean;
  readonly isOfAll: boolean;
  readonly words: ClauseWords;
}

const denying =
  "not never no nor neither without cannot none isn't aren't don't doesn't hasn't haven't can't lack lacks lacking fail fails failed insufficiently hardly barely";
/** What denies. */
export const denials = idSet(denying);
/** So many words before what it denies. */
export const farthestDenial = 6;
/** What stands for something that another sentence names: then it holds of that alone. */
export const pointing = 'these those this such them their it its they both another other';

const roles = new WordRoles({
  denial: denying,
  /** What is denied with these is denied of a part alone. */
  partly: 'always consistently fully all every universally entirely necessarily',
  /** What is wished for, or may be. */
  wished: 'should would could might unless if whether until must improve strengthen aim aims will may',
  wish: 'need needs ensure',
  /** What was so once, or is so of some. */
  past: 'was were had previously previous earlier some several sometimes occasional occasionally certain',
  hedge: 'mostly largely generally usually mainly broadly predominantly increasingly relatively typically often more',
  wholly: 'all every always consistently',
  amount: 'few minority number many fewer less only',
  pointing,
  relative: 'who which whose whom',
});
const role = roles.bits;

const word = idsOf(
  'few',
  'minority',
  'number',
  'many',
  'fewer',
  'less',
  'only',
  'a',
  'the',
  'too',
  'small',
  'significant',
  'several',
  'than',
  'half',
  'third',
  'in',
  'no',
  'without',
  'need',
  'ensure',
  'to',
  'that',
);

/** Whether a statement begins with what another names. */
export function isOfAnother({ topics: { prose }, sentence: { first } }: Statement): boolean {
  const opening = idAt(prose, first);
  const told = opening === word.in ? idAt(prose, first + 1) : opening;
  return (roles.of(told) & role.pointing) !== 0;
}

/** How a clause is meant; nothing if it is of an earlier time, of some alone, or of what is named elsewhere. */
export function readingOf(statement: Statement, clause: Clause): Reading | undefined {
  const {
    topics: { prose, codes },
  } = statement;
  const { last } = clause;
  let isOfFew = false;
  let isOfMany = false;
  let isOfAll = false;
  for (let at = clause.start; at < last; at++) {
    if ((kindsOfWord(codes, at) & (WordKind.year | WordKind.past)) !== 0) return undefined;
    const id = idAt(prose, at);
    const own = roles.of(id) & (role.past | role.amount | role.wholly);
    if (own === 0) continue;
    const before = idAt(prose, at - 1);
    const next = idAt(prose, at + 1);
    // *Several weeks* are as many for all.
    if ((own & role.past) !== 0 && !(id === word.several && spans.has(next))) return undefined;
    if (id === word.few || id === word.minority) {
      if (before === word.the) return undefined;
      if (before === word.a || before === word.too || before === word.small || before === word.significant) {
        if (id === word.few || before !== word.a) return undefined;
      }
      isOfFew = true;
    } else if (id === word.number && (before === word.small || before === word.a)) return undefined;
    else if ((own & role.wholly) !== 0) isOfAll ||= (roles.of(before) & role.denial) === 0 && !nearly.has(before);
    else if (id === word.many) isOfMany = before !== word.too;
    else if ((id === word.fewer || id === word.less) && next === word.than)
      isOfFew = idAt(prose, at + 2) === word.half || idAt(prose, at + 3) === word.third;
    else if (id === word.only && shares.has(next === word.a ? idAt(prose, at + 2) : next)) isOfFew = true;
  }
  const start = afterFront(prose, clause);
  const opening = roles.of(idAt(prose, start)) | roles.of(idAt(prose, start + 1));
  if ((opening & (role.pointing | role.relative)) !== 0) return undefined;
  return {
    statement,
    clause,
    start,
    isOfFew,
    isOfMany,
    isOfAll,
    words: new ClauseWords(statement.topics, { first: start, last }),
  };
}

const spans = idSet('days weeks months years');
const nearly = idSet('almost nearly virtually of');
const shares = idSet('half third quarter');

/** Where a clause begins after what is put in front of it: *Despite pressures, …*. */
function afterFront(prose: Prose, { start, first, last }: Clause): number {
  const front = ties.has(idAt(prose, start)) ? start + 1 : start;
  if (start !== first || !fronts.has(idAt(prose, front))) return start;
  for (let at = front; at < Math.min(last - 2, start + longestFront); at++)
    if (/[,;:–]/.test(gapAfter(prose, at))) return at + 1;
  return start;
}

const fronts = idSet('despite once while although because when where for in with as after on at through');
/** What ties a sentence to the one before it: *But when it rains, …* */
const ties = idSet('but and yet so');
const longestFront = 14;

/** How far what is said at a place is denied; nothing if it cannot be told. */
export function denialBefore({ statement, clause }: Reading, at: number): 'wholly' | 'partly' | 'not' | undefined {
  const { prose } = statement.topics;
  let isPartly = false;
  for (let i = at - 1; i >= clause.first; i--) {
    const own = roles.of(idAt(prose, i));
    if ((own & role.partly) !== 0) isPartly = true;
    if ((own & role.denial) === 0) continue;
    return at - i > farthestDenial || isApart(prose, i, at) ? undefined : isPartly ? 'partly' : 'wholly';
  }
  return 'not';
}

/** Whether a comma parts two words: *not clear, specific or measured*; but *is not, however, robust*. */
function isApart(prose: Prose, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (/[,;:–]/.test(gapAfter(prose, i)) && !asides.has(idAt(prose, i)) && !asides.has(idAt(prose, i + 1)))
      return true;
  return false;
}

const asides = idSet('however therefore though');

/** *Without (any) delay*, *no delays* */
export function isWithout(prose: Prose, at: number): boolean {
  return [at - 1, at - 2].some(i => idAt(prose, i) === word.no || idAt(prose, i) === word.without);
}

/** Whether what is said at a place is so in the main: *mostly*. */
export function isHedged({ statement, start }: Reading, at: number): boolean {
  const { prose } = statement.topics;
  for (let i = start; i < at; i++) if ((roles.of(idAt(prose, i)) & role.hedge) !== 0) return true;
  return false;
}

/** Whether what is said at a place is wished for, or may be so. */
export function isWished({ statement, clause }: Reading, at: number): boolean {
  const { prose } = statement.topics;
  for (let i = clause.first; i < at; i++) {
    const id = idAt(prose, i);
    const own = roles.of(id) & (role.wished | role.wish);
    if (own === 0) continue;
    if ((own & role.wished) !== 0) return true;
    if (idAt(prose, id === word.ensure ? i - 1 : i + 1) === word.to) return true;
  }
  return false;
}

/** Whether it is said of some of a kind alone: *limited support for those who prefer …*. */
export function isNarrowed({ statement, clause }: Reading, from: number): boolean {
  const { prose } = statement.topics;
  for (let i = from; i < clause.last && idAt(prose, i) !== word.that; i++)
    if ((roles.of(idAt(prose, i)) & role.relative) !== 0 || exceptions.has(idAt(prose, i))) return true;
  return false;
}

/** *Not good enough outside the town* is said of what is left. */
const exceptions = idSet('outside beyond except elsewhere');
