import { idAt, isBlankGap } from '../words/proseWords.ts';
import type { Statement } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { endsInEd, endsInLy } from '../words/wordEndings.ts';
import { idsOf } from '../words/wordIds.ts';
import { standingWords, WordKind } from '../words/wordKinds.ts';
import { WordRoles } from '../words/wordRoles.ts';
import { pointing } from './clauseReading.ts';

/** A thing of which something is said, by what the words for it are compared. */
export interface Thing {
  /** By what the word for the thing itself is compared; 0 if it may be any of the clause. */
  readonly head: number;
  readonly headWord: number;
  /** By what all words for it are compared, and those for who has it. */
  readonly of: readonly number[];
}

const roles = new WordRoles({
  pointing,
  /** Of these, what goes on with a name: *children in need and those who …*, *children and their families*. */
  joining: 'those their its',
  preposition:
    'of for to in with from on at by about within across among between through into during after before against over under when where who which that whose whom as',
  /** What is said of everything: *the quality of plans* is of plans. */
  generic:
    'quality timeliness standard standards number numbers level levels rate rates range arrangements process processes access approach vast great large overwhelming fewer high low significant',
  /** They are in every report, and what is said of them is said of one group or another. */
  people: 'children child people person young family families parents carers staff workers practitioners',
});
const role = roles.bits;

const word = idsOf('and');

/** What makes two claims of one clause. */
const joints = WordKind.auxiliary | WordKind.junction | WordKind.opener;

/** What some words name; nothing if it stands for something named elsewhere. `hasHead` says whether the thing is among them. */
export function nameIn(
  { topics: { prose, codes } }: Statement,
  from: number,
  to: number,
  hasHead: boolean,
): Thing | undefined {
  let head = 0;
  let headWord = 0;
  let isHead = hasHead;
  const of: number[] = [];
  for (let at = from; at < to; at++) {
    const id = idAt(prose, at);
    const own = roles.of(id);
    if ((own & role.pointing) !== 0 && !(at > from && (own & role.joining) !== 0)) return undefined;
    const kinds = kindsOfWord(codes, at);
    if ((kinds & WordKind.standing) !== 0 && standingWords.has(id)) continue;
    // *Newly built homes* are homes.
    if (at + 1 < to && endsInLy(prose, at) && endsInEd(prose, at + 1)) continue;
    const isParticiple = at + 1 < to && endsInEd(prose, at);
    if (head !== 0 && ((own & role.preposition) !== 0 || isParticiple)) isHead = false;
    // *Child in need and child protection plans*
    if (id === word.and && hasHead && isPeople(headWord)) isHead = true;
    const key = keyOfWord(codes, at);
    if (key === 0 || (kinds & WordKind.quantity) !== 0 || (own & role.generic) !== 0) continue;
    const areNeeded = (own & role.people) === 0;
    if (!isHead && (isParticiple || (!hasHead && !areNeeded))) continue;
    if (areNeeded && !of.includes(key)) of.push(key);
    if (isHead) {
      head = key;
      headWord = id;
    }
  }
  return head === 0 && of.length === 0 ? undefined : { head, headWord, of };
}

/** Whether a word is for people, of whom one group or another is meant. */
export function isPeople(id: number): boolean {
  return (roles.of(id) & role.people) !== 0;
}

/** Whether some words point at what is named elsewhere: *these arrangements*. */
export function pointsAway({ topics: { prose } }: Statement, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if ((roles.of(idAt(prose, i)) & role.pointing) !== 0) return true;
  return false;
}

/** Where a name that begins at a word ends; `goesOn` says whether *and* goes on with it: *plans and reviews*. */
export function nameEnd({ topics: { prose, codes } }: Statement, first: number, last: number, goesOn: boolean): number {
  const farthest = Math.min(last, first + mostOfThing);
  let end = first;
  for (; end < farthest && (end === first || isBlankGap(prose, end - 1)); end++) {
    const id = idAt(prose, end);
    const isJoint = (kindsOfWord(codes, end) & joints) !== 0 && !(goesOn && id === word.and);
    if (isJoint || (roles.of(id) & (role.pointing | role.preposition)) !== 0) break;
  }
  return end;
}

const mostOfThing = 6;

/** Whether a word is part of the name that the next goes on with: *staff turnover*. */
export function isPartOfName({ topics: { prose, codes } }: Statement, at: number): boolean {
  const kinds = kindsOfWord(codes, at);
  return (
    keyOfWord(codes, at) !== 0 &&
    (kinds & (joints | WordKind.negation | WordKind.judged)) === 0 &&
    (roles.of(idAt(prose, at)) & (role.preposition | role.generic)) === 0 &&
    isBlankGap(prose, at)
  );
}
