import type { Prose } from '../words/prose.ts';
import { wordId } from '../words/proseReading.ts';
import { idAt, sentenceAt, wordAt } from '../words/proseWords.ts';
import { endOfWord, startOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';

const word = idsOf(
  'post',
  'appointed',
  'up',
  'assumed',
  'manager',
  'registered',
  'constable',
  'chief',
  'executive',
  'dcs',
  'the',
  'director',
  'governor',
  'new',
  'services',
  "children's",
  "people's",
);
/** Who stands before a post that is not the holder’s own, or not the one that is meant. */
const otherPeople = idSet(
  'previous previously former formerly interim deputy assistant acting new service vice virtual executive associate',
);

/** With this the fact of from when a post has been held begins. */
export const appointment = 'appointment of the ';

/** *Took up her post*, *was appointed* */
export function isTakenUp(prose: Prose, at: number): boolean {
  if (idAt(prose, at) === word.appointed) return true;
  if (idAt(prose, at) !== word.post) return false;
  return [at - 1, at - 2].some(verb => idAt(prose, verb) === word.up || idAt(prose, verb) === word.assumed);
}

/** Whether a word is a post by itself: *the principal*, *the principal’s*. */
export function isPostWord(id: number): boolean {
  return posts.has(id);
}

/** The fact of the post whose last word is here, if it is its holder of whom something is said. */
export function postEndingAt(prose: Prose, at: number): string | undefined {
  return ofHolder(postAt(prose, at));
}

/** That of the nearest post before a word, as far as to the first of others. */
export function postBefore(prose: Prose, word: number, first: number): string | undefined {
  for (let at = word - 1; at >= first; at--) {
    const post = postAt(prose, at, true);
    if (post !== undefined) return ofHolder(post);
  }
  return undefined;
}

/** That of the first post from a word on, before another. */
export function postFrom(prose: Prose, word: number, end: number): string | undefined {
  for (let at = word; at < end; at++) {
    const post = postAt(prose, at, true);
    if (post !== undefined) return ofHolder(post);
  }
  return undefined;
}

function ofHolder(post: string | undefined): string | undefined {
  return post === otherPost ? undefined : post;
}

/** The post whose last word is here; a new holder is the one who holds it, where it is said from when. */
function postAt(prose: Prose, at: number, isHeld = false): string | undefined {
  const id = idAt(prose, at);
  const before = idAt(prose, at - 1);
  let first = -1;
  let post = '';
  const other = posts.get(id);
  if (other !== undefined) {
    first = at;
    post = appointment + other;
  } else if ((id === word.manager && before === word.registered) || (id === word.constable && before === word.chief)) {
    first = at - 1;
    post = `${appointment}${id === word.manager ? 'registered manager' : 'chief constable'}`;
  } else if (id === word.executive && before === word.chief) {
    first = at - 1;
    post = 'appointment of the chief executive';
  } else if (id === word.dcs) {
    if (before !== word.the) return otherPeople.has(before) ? otherPost : undefined;
    first = at;
    post = directorship;
  } else if (isHeld && id === word.director && before === word.new && !ofWhat.has(idAt(prose, at + 1))) {
    first = at;
    post = directorship;
  } else if (id === word.services && (before === word["children's"] || before === word["people's"])) {
    first = before === word["children's"] ? at - 3 : at - 6;
    if (idAt(prose, first) !== word.director) return undefined;
    post = directorship;
  }
  if (first < 0) return undefined;
  const own = idAt(prose, first - 1);
  // (*A parent governor*: of several.)
  if (id === word.governor && !ofOne.has(own)) return otherPeople.has(own) ? otherPost : undefined;
  const isOther =
    (otherPeople.has(own) && !(isHeld && own === word.new)) ||
    (own === word.the && otherPeople.has(idAt(prose, first - 2)));
  // *The chief executive, director of …*: two posts.
  const nearest = own === word.the ? first - 1 : first;
  const isJoined = !/[,;(]/.test(
    prose.text.slice(endOfWord(prose.words, nearest - 1), startOfWord(prose.words, nearest)),
  );
  if (isOther && isJoined && sentenceAt(prose, first - 2) === sentenceAt(prose, first)) return otherPost;
  const owner = isJoined ? ownerOf(wordAt(prose, first - 1)) : undefined;
  return owner === undefined ? post : `${post} of the ${owner}`;
}

/** *The trust’s* chief executive may be another than the council’s; whose report it is need not be said. */
function ownerOf(text: string): string | undefined {
  const [, owner] = /^(\p{L}+)[’']s$/u.exec(text) ?? [];
  return owner === undefined || ours.has(wordId(owner.toLowerCase())) ? undefined : owner;
}

const ours = idSet(
  'council authority borough city county school academy college nursery home hospital prison establishment service force provider',
);

/** What stands before a post that only one holds. */
const ofOne = idSet('the current new');

const otherPost = 'another post';
/** What tells of what somebody is the director. */
const ofWhat = idSet('of for');

/** Posts of one word, also with *’s*. */
const posts = new Map(
  ['headteacher', 'principal', 'governor'].flatMap(post =>
    [post, `${post}'s`].map(form => [wordId(form), post] as const),
  ),
);

const directorship = 'appointment of the director of children’s services';
