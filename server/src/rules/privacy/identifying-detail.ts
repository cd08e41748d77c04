import type { Figure } from '../../model/figures/figure.ts';
import { type FiguredBlock, figuredBlocks } from '../../model/figures/figures.ts';
import type { Report } from '../../model/report.ts';
import type { Prose } from '../../model/words/prose.ts';
import { wordId } from '../../model/words/proseReading.ts';
import { gapAfter, hasWordOf, idAt, sentenceAt, wordAt } from '../../model/words/proseWords.ts';
import type { WordRun } from '../../model/words/quantities.ts';
import { endOfWord, startOfWord } from '../../model/words/wordColumns.ts';
import { type MarkedBlock, markedBlocks, personRoles, personTitles } from '../../model/words/wordMarks.ts';
import { isCapitalLetter } from '../../text/letters.ts';
import { addToGroup } from '../../text/lists.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Rule } from '../rule.ts';
import { isTemplateText } from '../templateText.ts';

/**
 * Somebody may be recognised by what a report says: so few people, and what has happened to them; or a person’s name.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Two young people were in custody at the time of the inspection.
 *    ^^^^^^^^^^^^^^^^ “Two young people” and “custody”: so few may be recognised. Can it be said without the number?
 *
 * 10. Children speak well of Mrs Smith, who leads the home.
 *                            ^^^^^^^^^ “Mrs Smith” is named. Can the post be named in place of the person?
 * ```
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. The head teacher, Jane Smith, praised the work of Paul Jones, a social worker.
 *                      ^^^^^^^^^^ “Jane Smith” is named
 *                                                      ^^^^^^^^^^ “Paul Jones” is named
 * ```
 *
 * Larger numbers hide whom they count, and counts of other things tell of nobody:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. Twelve young people were in custody. Two serious case reviews were published, and one child moved nearer to home.
 * The police closed two shops where children were exploited.
 *
 * ## The inspection team
 *
 * Lead inspector: Mrs Smith
 * ```
 *
 * Source: Ofsted’s guidance on its inspection reports asks for no names and no addresses; public bodies do not publish counts
 * under five.
 */
export const identifyingDetail: Rule = {
  id: 'identifying-detail',
  group: 'privacy',
  kind: 'question',
  severity: 'information',
  summary: 'Somebody may be recognised',
  fixable: false,
  readsWords: true,
  *check({ report }) {
    for (const block of figuredBlocks(report)) {
      for (let i = 0; i < block.figures.length; i++) {
        const figure = block.figures[i]!;
        const finding = fewPeople(block, figure, block.figures[i + 1]);
        if (finding !== undefined) yield finding;
      }
    }
    const named = new Map<string, Span[]>();
    for (const block of markedBlocks(report)) {
      for (const word of block.marks.watched) {
        const place = namedPerson(report, block, word);
        if (place !== undefined) addToGroup(named, place.written, place);
      }
    }
    for (const [written, [first, ...others]] of named) {
      if (first === undefined) continue;
      yield {
        from: first.from,
        to: first.to,
        message: `“${written}” is named. Can the post be named in place of the person?`,
        related: others.slice(0, mostRelated).map(({ from, to }) => ({ from, to, message: 'Named here too.' })),
      };
    }
  },
};

const ids = (words: string): ReadonlySet<number> => new Set(words.split(/\s+/).map(wordId));

const people = ids(
  `child children baby babies infant infants boy boys girl girls teenager teenagers sibling siblings brother brothers
  sister sisters mother mothers father fathers parent parents family families leaver leavers adopter adopters carer carers`,
);
const young = wordId('young');
const another = wordId('another');
const youngPeople = ids('young people person adults');
/** What follows a noun that only describes another: *one child protection plan*. */
const described = ids('protection sexual sex care group groups support');
const circumstances = ids(
  `custody imprisoned prison pregnant pregnancy suicide died death deaths killed murder murdered manslaughter raped rape
  trafficked trafficking exploited abused assaulted overdose overdosed self-harm self-harmed self-harming radicalised
  mutilation homeless hospitalised detained arrested convicted offenders autistic autism hiv stabbed`,
);

/** Fewer than five people of whom a sentence says what has happened to them. */
function fewPeople(
  { base, prose }: FiguredBlock,
  { kind, value, first, last, from }: Figure,
  next: Figure | undefined,
): Finding | undefined {
  if (kind !== 'count' || value < 1 || value > 4 || !Number.isInteger(value)) return undefined;
  const end = peopleEnd(prose, last);
  if (end === undefined) return undefined;
  const sentence = sentenceAt(prose, first);
  // What is said of others, who are counted too, is not theirs.
  const others = Math.min(sentence.last, next?.first ?? sentence.last);
  for (let word = end; word < others; word++) {
    // (*With one care leaver, and with another young person, who was pregnant*.)
    if (idAt(prose, word) === another) return undefined;
    if (!circumstances.has(idAt(prose, word))) continue;
    const to = endOfWord(prose.words, end - 1);
    const counted = singleSpaced(prose.text.slice(from, to));
    return {
      from: base + from,
      to: base + to,
      message: `“${counted}” and “${wordAt(prose, word)}”: so few may be recognised. Can it be said without the number?`,
    };
  }
  return undefined;
}

/** After these words others are spoken of than are counted: *two locations where children*, *one home for children*. */
const between = ids('where when that which who whose while for with by in at from to under');

/** Where the people end that are counted from a word on, at most two words on: *two young people*. */
function peopleEnd(prose: FiguredBlock['prose'], word: number): number | undefined {
  for (let at = word; at < word + 3; at++) {
    const id = idAt(prose, at);
    const isYoung = youngPeople.has(id) && idAt(prose, at - 1) === young;
    if ((!people.has(id) && !isYoung) || described.has(idAt(prose, at + 1))) continue;
    for (let before = word; before < at; before++)
      if (gapAfter(prose, before).trim() !== '' || between.has(idAt(prose, before))) return undefined;
    return at + 1;
  }
  return undefined;
}

/**
 * Somebody named with a title, *Mrs Smith*, or beside a role, *the head teacher, Jane Smith, …* or *Jane Smith, a social
 * worker*.
 */
function namedPerson(report: Report, marked: MarkedBlock, word: number): NamedPerson | undefined {
  const { base, block, prose } = marked;
  const id = idAt(prose, word);
  const name = personTitles.has(id) ? titled(prose, word) : personRoles.has(id) ? besideRole(prose, word) : undefined;
  if (name === undefined || isTemplateText(report, block) || isLabelled(prose, name) || isThanked(prose, name))
    return undefined;
  if (isListed(prose, name)) return undefined;
  const from = startOfWord(prose.words, name.first);
  const to = endOfWord(prose.words, name.last - 1);
  // (*Her worker, ‘Miss Tee’,*: a name in quotation marks is what somebody is called, or made up.)
  if (/[‘“'"]/.test(prose.text.charAt(from - 1)) && /[’”'"]/.test(prose.text.charAt(to))) return undefined;
  return { from: base + from, to: base + to, written: singleSpaced(prose.text.slice(from, to)) };
}

interface NamedPerson extends Span {
  readonly written: string;
}

/** Of one person so many places more are shown. */
const mostRelated = 5;

/** *Headteacher: Mrs Smith*, the lines that say who is who. */
function isLabelled({ text, words, sentences }: Prose, { first, last }: WordRun): boolean {
  const [label] = sentences;
  if (sentences.length > 1 || first === 0 || label === undefined || last < label.last) return false;
  return /: {1,3}$/.test(text.slice(endOfWord(words, first - 1), startOfWord(words, first)));
}

/** *The team was: Dame Ann Ash (lead), Cllr Bo Beech, Cy Cole and Di Dean*: a list of who is who has several names behind its colon. */
function isListed(prose: Prose, { first }: WordRun): boolean {
  const sentence = sentenceAt(prose, first);
  const start = Math.max(sentence.first, first - longestList);
  let at = first;
  while (at > start && gapAfter(prose, at - 1) !== ': ') at--;
  if (at === start) return false;
  const end = Math.min(sentence.last, first + longestList);
  let names = 0;
  for (let isItem = true; at < end; at++) {
    if (isItem && isCapitalised(prose, at) && isCapitalised(prose, at + 1)) names++;
    isItem = /^\)?, $/.test(gapAfter(prose, at)) || idAt(prose, at) === and;
  }
  return names >= fewestListed;
}

const and = wordId('and');
/** So many names are a list; so many words from each of them the rest of it is looked for. */
const fewestListed = 3;
const longestList = 40;

/** *I am grateful to the governor, Mrs Smith*: who is thanked is named. */
function isThanked(prose: Prose, { first }: WordRun): boolean {
  const { first: from, last: to } = sentenceAt(prose, first);
  const end = Math.min(to, first + farFromThanks);
  return hasWordOf(prose, Math.max(from, first - farFromThanks), end, thanks);
}

const farFromThanks = 20;

const thanks = ids('thank thanks thanked grateful gratitude acknowledge acknowledges acknowledgement acknowledgements');

/**
 * A title with the names after it. At a block’s start, or in a line *Dear Ms Smith*, it is an address or a signature; *Mrs
 * X* names nobody.
 */
function titled(prose: Prose, word: number): WordRun | undefined {
  if (word === 0 || idAt(prose, 0) === dear || !isCapitalised(prose, word) || !/^\.? $/.test(gapAfter(prose, word)))
    return undefined;
  let last = word + 1;
  const goesOn = (at: number): boolean =>
    isCapitalised(prose, at) && (at === word + 1 || gapAfter(prose, at - 1) === ' ');
  // (*Mr Gwion ap Siencyn*, *Dr Anna van der Berg*.)
  while (
    last < word + 5 &&
    (goesOn(last) || (isParticle(prose, last) && (goesOn(last + 1) || isParticle(prose, last + 1))))
  )
    last++;
  return last === word + 1 || isLetter(prose, word + 1, last) ? undefined : { first: word, last };
}

const dear = wordId('dear');

/** Whether a word is of those that join two parts of a person’s name. */
function isParticle(prose: Prose, word: number): boolean {
  return particles.has(idAt(prose, word)) && gapAfter(prose, word - 1) === ' ' && gapAfter(prose, word) === ' ';
}

const particles = ids('ap ab van von der den de da di du la le al el bin ibn uí ní nic mac ó');

/** Whether a letter stands in a name’s place, and what follows it is none: *Mrs X*, *Mr E’s GP*. */
function isLetter(prose: Prose, word: number, last: number): boolean {
  if (!/^\p{Lu}(?:[’']s)?$/u.test(wordAt(prose, word))) return false;
  return last === word + 1 || /[’']s$/.test(wordAt(prose, word)) || !/^\p{Lu}\p{Ll}/u.test(wordAt(prose, word + 1));
}

/** Two names before or after a person’s role. */
function besideRole(prose: Prose, word: number): WordRun | undefined {
  // (Of *the headteacher, Mr Smith,* the title tells.)
  if (isCapitalised(prose, word) || personTitles.has(idAt(prose, word + 1))) return undefined;
  const after = { first: word + 1, last: word + 3 };
  if (
    isCapitalised(prose, word + 1) &&
    /^,? $/.test(gapAfter(prose, word)) &&
    isName(prose, after) &&
    /^(?:,| [a-z])/.test(gapsEnd(prose, after.last))
  )
    return after;
  for (const article of [word - 1, word - 2, word - 3]) {
    const before = { first: article - 2, last: article };
    if (
      before.first >= 0 &&
      articles.has(idAt(prose, article)) &&
      isCapitalised(prose, article - 1) &&
      gapAfter(prose, article - 1) === ', '
    )
      return isName(prose, before) ? before : undefined;
  }
  return undefined;
}

/** What follows a name’s last word: its first characters. */
function gapsEnd({ text, words }: Prose, last: number): string {
  const end = endOfWord(words, last - 1);
  return text.slice(end, end + 2);
}

const articles = ids('a an the her his their');
/** Words in capitals that name no person. */
const noNames = ids(
  `council councils service services board trust team teams care help early family families children child young people
  house school academy hub centre project programme support health police ofsted government local authority housing
  safeguarding protection court panel forum group act plan framework strategy the in and of social work north south east
  west county city borough college university hospital charity association january february march april may june july august
  director executive chief corporate manager officer head leader assistant deputy principal independent reviewing lead
  chair september october november december monday tuesday wednesday thursday friday saturday sunday`,
);

function isName(prose: Prose, { first, last }: WordRun): boolean {
  if (gapAfter(prose, first) !== ' ') return false;
  for (let word = first; word < last; word++)
    if (!/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(wordAt(prose, word)) || noNames.has(idAt(prose, word)))
      return false;
  return true;
}

function isCapitalised({ text, words }: Prose, word: number): boolean {
  const unit = text.charCodeAt(startOfWord(words, word, Infinity));
  return isCapitalLetter(unit) || (unit >= 0xc0 && unit <= 0xde); // À to Þ
}
