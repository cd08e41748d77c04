import { editDistance } from '../../text/editDistance.ts';
import { addToGroup } from '../../text/lists.ts';
import { gapAfter, idAt, isCapitalAt, lengthAt } from '../words/proseWords.ts';
import type { ToldBlock } from '../words/tellingWords.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { lower, mentionOf, type NameMention } from './nameMention.ts';

/** Somebody where he or she is named with first name and surname. */
interface PersonPlace {
  readonly block: ToldBlock;
  readonly at: number;
  readonly first: string;
  readonly surname: string;
  /** What he or she is, by the word’s `wordId`; 0 if it is not said. */
  readonly post: number;
  /** His or her title, by its word’s `wordId`; 0 if it is not said. */
  readonly title: number;
}

/** Titles that are written in two ways, or of which one may have been meant by the other. */
const sameTitles = [
  idsOf('councillor', 'cllr'),
  idsOf('professor', 'prof'),
  idsOf('reverend', 'rev'),
  idsOf('mrs', 'ms', 'miss'),
].map(own => new Set<number>(Object.values(own)));

const titles = idSet(
  `mr mrs ms miss mx dr cllr councillor sir dame lord lady professor prof father reverend rev pastor imam rabbi chaplain nurse
  sergeant officer`,
);
/** What somebody may be who is named with it. */
const posts = idSet(
  `governor manager director headteacher head principal chair chairman chairwoman chairperson executive inspector officer leader
  commissioner constable superintendent matron mayor minister secretary treasurer coordinator adviser advisor member guardian`,
);
const word = idsOf('is', 'was', 'the', 'our', 'its');
const farthestPost = 6;
const shortest = 3;
/** With so many of one name each is compared. */
const mostNamesakes = 24;

/** People whose name a report spells in two ways: the same first name and nearly the same surname, or the other way round. */
export function personMentions(blocks: readonly ToldBlock[]): NameMention[] {
  const byName = new Map<string, PersonPlace[]>();
  for (const block of blocks) {
    const { capitals } = block.telling;
    for (let i = 1; i < capitals.length; i++) {
      const at = capitals[i - 1] as number;
      const place = capitals[i] === at + 1 ? personAt(block, at) : undefined;
      if (place === undefined) continue;
      addToGroup(byName, `first ${place.first}`, place);
      addToGroup(byName, `last ${place.surname}`, place);
      addToGroup(byName, `both ${place.first.slice(0, shortest)} ${place.surname.slice(0, shortest)}`, place);
    }
  }
  const mentions: NameMention[] = [];
  for (const [name, all] of byName) {
    const namesakes = all.slice(0, mostNamesakes);
    const [one] = namesakes;
    const other = namesakes.find(own => one !== undefined && areNear(own, one, name));
    if (one === undefined || other === undefined) continue;
    for (const { block, at, first, surname } of namesakes)
      if ([one, other].some(own => own.first === first && own.surname === surname))
        mentions.push(mentionOf(block, at, at + 2, { kind: 'spelling', thing: `person ${name}` }));
  }
  return mentions;
}

/** Two words with capitals, by what stands before or behind them a person’s name. */
function personAt(block: ToldBlock, at: number): PersonPlace | undefined {
  const { prose } = block;
  if (!isNameWord(block, at) || !isNameWord(block, at + 1) || gapAfter(prose, at) !== ' ') return undefined;
  if (isCapitalAt(prose, at + 2) && gapAfter(prose, at + 1) === ' ') return undefined;
  const before = at > 0 ? gapAfter(prose, at - 1) : '';
  const id = at > 0 ? idAt(prose, at - 1) : 0;
  if (titles.has(idAt(prose, at)) || posts.has(idAt(prose, at))) return undefined;
  const isTitled = (before === ' ' && (titles.has(id) || posts.has(id))) || (before === '. ' && titles.has(id));
  const post = (posts.has(id) ? id : 0) || postBefore(block, at, before) || postBehind(block, at + 2);
  if (!isTitled && post === 0) return undefined;
  const title = isTitled && titles.has(id) ? id : 0;
  return { block, at, post, title, first: lower(prose, at), surname: lower(prose, at + 1).replace(/’s?$/, '') };
}

function isNameWord({ prose }: ToldBlock, at: number): boolean {
  return isCapitalAt(prose, at) && lengthAt(prose, at) >= shortest;
}

/** *The director of children’s services, Susan Hargreaves*, *the registered manager is Helen Marsden*: the post. */
function postBefore({ prose }: Pick<ToldBlock, 'prose'>, at: number, gap: string): number {
  // (*The headteacher, Mrs Lesley Okafor*)
  if (/^\.? $/.test(gap) && titles.has(idAt(prose, at - 1)))
    return postBefore({ prose }, at - 1, gapAfter(prose, at - 2));
  const id = idAt(prose, at - 1);
  if (gap === ' ' && (id === word.is || id === word.was))
    return posts.has(idAt(prose, at - 2)) ? idAt(prose, at - 2) : 0;
  if (gap !== ', ') return 0;
  for (let i = at - 1; i >= Math.max(0, at - farthestPost); i--) if (posts.has(idAt(prose, i))) return idAt(prose, i);
  return 0;
}

/** *Helen Marsden, the registered manager*: the post. */
function postBehind({ prose }: ToldBlock, at: number): number {
  const id = idAt(prose, at);
  if (gapAfter(prose, at - 1) !== ', ' || (id !== word.the && id !== word.our && id !== word.its && !posts.has(id)))
    return 0;
  for (let i = at; i < at + farthestPost; i++) if (posts.has(idAt(prose, i))) return idAt(prose, i);
  return 0;
}

/** Whether two who have one name in common differ so little in the other that it may be a slip; or who have none, in both. */
function areNear(one: PersonPlace, other: PersonPlace, name: string): boolean {
  if (!mayBeOneTitle(one.title, other.title)) return false;
  // (*The principal, Ruth Allan*, *the chair, Ruth Allen*)
  if (one.post !== 0 && other.post !== 0 && one.post !== other.post) return false;
  if (name.startsWith('first ')) return mayBeSlip(one.surname, other.surname);
  // (*Brenda* and *Brendan* may be two, and so may *John* and *Joan*.)
  if (name.startsWith('last ')) {
    if (one.post !== 0 && one.post === other.post) return areAlike(one.first, other.first);
    return (
      Math.min(one.first.length, other.first.length) >= longName &&
      mayBeSlip(one.first, other.first) &&
      !one.first.startsWith(other.first) &&
      !other.first.startsWith(one.first)
    );
  }
  return mayBeSlip(one.surname, other.surname) && areAlike(one.first, other.first);
}

/** (*Sir Ian Marsh* and *Dr Ian March* are two, and so are *Mrs Pat Dunne* and *Mr Pat Dunn*.) */
function mayBeOneTitle(one: number, other: number): boolean {
  return one === other || one === 0 || other === 0 || sameTitles.some(own => own.has(one) && own.has(other));
}

const longName = 6;
const longerName = 8;

/** A letter more or less, or another; in a long name two. */
function mayBeSlip(a: string, b: string): boolean {
  return areAlike(a, b) && editDistance(a, b, 3) <= (Math.max(a.length, b.length) >= longerName ? 2 : 1);
}

function areAlike(a: string, b: string): boolean {
  if (a === b || a.charAt(0) !== b.charAt(0)) return false;
  return Math.min(a.length, b.length) > shortest && editDistance(a, b, 3) <= 2;
}
