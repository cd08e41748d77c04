import type { Figure } from '../../../model/figures/figure.ts';
import type { FiguredBlock } from '../../../model/figures/figures.ts';
import { figureSpan } from '../../../model/figures/figures.ts';
import type { Report } from '../../../model/report.ts';
import type { ProseSentence } from '../../../model/words/proseReading.ts';
import { idAt, sentenceAt, wordAt } from '../../../model/words/proseWords.ts';
import { endOfWord, startOfWord } from '../../../model/words/wordColumns.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import { capitalised, smallNumbers } from '../../../text/phrases.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Finding, Related } from '../../rule.ts';
import { countInWords } from './countInWords.ts';

/** What lists are of. */
const listed = idSet(
  `areas points reasons priorities themes actions things ways strands elements aspects issues principles categories groups
  stages steps questions objectives aims criteria outcomes factors measures conditions requirements weaknesses strengths
  improvements concerns examples features components domains headings topics respects recommendations key-areas`,
);
const word = idsOf('of', 'which', 'the', 'are');
const mostListed = 20;
/** So many words may stand between a number and what it counts, and between that and the colon. */
const nearby = 3;
const nearColon = 12;
/** Farther if *are* announces them: *the four functions that have been delegated are:*. */
const farFromColon = 20;

/** A number that announces so many things, of which another number follows: below it, after a colon, or as names. */
export function listFinding(report: Report, block: FiguredBlock, figure: Figure): Finding | undefined {
  const { prose } = block;
  if (figure.value < 2 || figure.value > mostListed) return undefined;
  const named = placesFinding(block, figure) ?? yearsFinding(block, figure) ?? peopleInAll(block, figure);
  if (named !== undefined) return named;
  const sentence = sentenceAt(prose, figure.first);
  const isSaid = announces(prose, figure, sentence);
  const known = nounOf(block, figure) ?? whichOf(prose, figure) ?? (isSaid ? figure.last : undefined);
  const noun =
    known ?? [0, 1, 2].map(at => figure.last + at).find(at => at < sentence.last && isPluralBeforeColon(prose, at));
  if (noun === undefined || noun >= sentence.last) return undefined;
  const before = idAt(prose, figure.first - 1);
  if (before === word.of && idAt(prose, figure.first - 2) !== word.of) {
    // *two of three areas* says nothing of the list, *a total of three areas* does.
    if (!/^(?:total|team|panel|group)$/i.test(wordAt(prose, figure.first - 2))) return undefined;
  }
  // (*Three of the city’s five districts: …* lists the three.)
  const last = block.figures[block.figures.indexOf(figure) - 1];
  if (last !== undefined && someOfWhole.test(prose.text.slice(last.to, figure.from))) return undefined;
  if (sentence.to - figure.to > longestAnnounced) return undefined;
  const text = prose.text.slice(figure.to, sentence.to);
  const next = block.figures[block.figures.indexOf(figure) + 1];
  const colon = text.indexOf(':');
  if (
    colon < 0 ||
    (next !== undefined && next.from < figure.to + colon) ||
    text.slice(0, colon).split(/\s+/).length > (isSaid ? farFromColon : nearColon)
  )
    return undefined;
  const inline = singleSpaced(text.slice(colon + 1)).trim();
  if (ofCounts.test(inline)) return undefined;
  const places = inline === '' ? bulletsAfter(report, block) : [];
  const people = ofPeople.has(idAt(prose, noun)) ? peopleIn(inline) : undefined;
  const count = people ?? (inline === '' ? places.length : itemsIn(inline));
  if (count === undefined || count < 2 || count === figure.value) return undefined;
  // Of names it is plain that each is one of what is announced: *four hostels: Ash House, Elm House and Oak House*.
  if (known === undefined && people === undefined) {
    const areNames = inline === '' ? places.every(place => isName(report, place)) : isOfNames(inline);
    if (!areNames && !isOfKinds(prose, noun, inline, figure.value - count)) return undefined;
  }
  const number = wordAt(prose, figure.first);
  return {
    ...figureSpan(block, figure),
    message: `${capitalised(number)}${noun < figure.last ? '' : ` ${wordAt(prose, noun)}`} are announced, and ${countInWords(count)} follow. Correct the number or the list.`,
    related: places,
  };
}

const someOfWhole = /^\s(?:out )?of(?:\s[\p{L}’'-]{1,20}){1,4}\s$/u;

/** In a sentence that goes on for longer nothing is read: there is no end to a list without one. */
const longestAnnounced = 4000;

/** How many there are of each kind: *eight actions: two are urgent, five important and one small*. */
const ofCounts =
  /^(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s[^,;.]{1,80}(?:[,;]\s|\sand\s)(?:and\s)?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s/i;

/** *The four functions that … are:*, with nothing after it. */
function announces(prose: FiguredBlock['prose'], { first, last }: Figure, sentence: ProseSentence): boolean {
  const end = sentence.last - 1;
  return (
    idAt(prose, first - 1) === word.the &&
    idAt(prose, end) === word.are &&
    end > last &&
    /[^su]s$/.test(wordAt(prose, last)) &&
    /^\s*:\s*$/.test(prose.text.slice(endOfWord(prose.words, end), sentence.to))
  );
}

/** The word for what a number counts, if it is one that lists are of. */
function nounOf({ prose }: FiguredBlock, { last }: Figure): number | undefined {
  for (let at = last; at <= last + nearby; at++) {
    const id = idAt(prose, at);
    if (id === word.of) return undefined;
    if (listed.has(id)) return at;
  }
  return undefined;
}

/** *Five of which are vocational: …*: the number itself announces. */
function whichOf(prose: FiguredBlock['prose'], { last }: Figure): number | undefined {
  return idAt(prose, last) === word.of && idAt(prose, last + 1) === word.which ? last - 1 : undefined;
}

/** The bullets right under a block, those under a bullet left out. */
function bulletsAfter({ document: { blocks, starts } }: Report, { index }: FiguredBlock): Related[] {
  const own = blocks[index];
  const outer = own?.kind === 'bullet' ? own.indent : -1;
  const bullets: Related[] = [];
  let indent: number | undefined;
  for (let i = index + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind === 'comment' || block?.kind === 'footnote') continue;
    if (block?.kind !== 'bullet' || block.indent <= outer) break;
    indent ??= block.indent;
    if (block.indent < indent) break;
    if (block.indent >= indent + 2) continue;
    const base = starts[i] ?? 0;
    bullets.push({ from: base + block.start, to: base + block.end, message: `Number ${bullets.length + 1}.` });
  }
  return bullets;
}

/** Whether a word is a plural, and a colon stands after it, or after *of* and a word or two. */
function isPluralBeforeColon({ text, words }: FiguredBlock['prose'], at: number): boolean {
  const end = endOfWord(words, at);
  if (!/[^su]s$/i.test(text.slice(startOfWord(words, at), end))) return false;
  return /^(?: of(?: [\p{L}’-]+){1,3})?:/u.test(text.slice(end, end + longestOf));
}

/** So long may be what stands between *of* and a colon. */
const longestOf = 60;

const ofPeople = idSet('members staff people officers workers inspectors professionals managers');

/** How many people a list names by what they are, each with an article or a number: *a cook, two carers and the manager*. */
function peopleIn(inline: string): number | undefined {
  if (inline.length > longestTeam) return undefined;
  const items = singleSpaced(inline)
    .replace(/[.?!]\W*$/, '')
    .split(/, and | and |, /);
  if (items.length < 3) return undefined;
  let all = 0;
  for (const item of items) {
    const [, opening = ''] = /^(\S+) [\p{L} ’'-]{3,50}$/u.exec(item) ?? [];
    const isOne = /^(?:an?|the|one)$/.test(opening) && !/[^s]s$/.test(item);
    const count = isOne ? 1 : (numbersInWords.get(opening) ?? (/^\d{1,2}$/.test(opening) ? Number(opening) : 0));
    if (count === 0) return undefined;
    all += count;
  }
  return all;
}

/** *… an assistant, a pharmacist and nine advisers (17 people in all)*: a list of people before their number. */
function peopleInAll({ base, prose }: FiguredBlock, { first, from, to, value }: Figure): Finding | undefined {
  if (prose.text.charAt(from - 1) !== '(' || !/^ (?:people )?in (?:all|total)\)/.test(prose.text.slice(to, to + 18)))
    return undefined;
  const sentence = sentenceAt(prose, first);
  const before = prose.text.slice(Math.max(sentence.from, from - longestTeam), from - 1).trimEnd();
  const list = /(?:comprised|comprising|consisted of|consisting of|was made up of|included)\s([\s\S]*)$/.exec(
    before,
  )?.[1];
  const count = list === undefined ? undefined : peopleIn(list);
  if (count === undefined || count === value) return undefined;
  return {
    from: base + from,
    to: base + to,
    message: `${capitalised(countInWords(count))} people are told of before, and this says *${wordAt(prose, first)}*. Correct the number or the list.`,
  };
}

/** A longer list is looked at no further. */
const longestTeam = 400;
const numbersInWords = new Map(smallNumbers.slice(2, 10).map((name, i) => [name, i + 2]));

/** Whether a bullet is a person’s name, with what that person is: *Dr Ann Ash (reviewer)*. */
function isName({ document: { source } }: Report, { from, to }: Related): boolean {
  return /^[-*]\s+(?:(?:Dr|Mr|Mrs|Ms|Miss|Professor|Sir|Dame|Councillor|Cllr|Rev)\.?\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:\p{Lu}[\p{L}.’'-]*|ap|de|van|von|al|ní|ó))+\s*(?:[,(–-][^.]*)?\.?$/u.test(
    source.slice(from, to),
  );
}

/** Whether all items of a list within a sentence begin with a capital. */
function isOfNames(inline: string): boolean {
  if (/^\p{Lu}[^;.]*(?:;\s(?:and\s)?\p{Lu}[^;.]*)+\.$/u.test(inline)) return true;
  return /^\p{Lu}[^,;.]*(?:, \p{Lu}[^,;.]*)* and \p{Lu}[^,;.]*\.$/u.test(inline);
}

/** Whether things, and not people or cases, are told one by one: *seven agencies: health, education and police*. */
function isOfKinds(prose: FiguredBlock['prose'], noun: number, inline: string, difference: number): boolean {
  if (inline === '' || Math.abs(difference) > mostForgotten || someOf.has(idAt(prose, noun))) return false;
  return !numbered.test(inline) && !/^(?:with|by|for|from|in|to)\b/.test(inline);
}

/** More are no slip: then the list is of what they are like. */
const mostForgotten = 2;
/** What a list after a colon tells the kinds of: *five workers: nurses and teachers*. */
const someOf = idSet(
  `people persons children pupils learners parents carers families staff workers officers professionals practitioners members
  inspectors residents patients prisoners adults boys girls leavers students governors teachers managers others cases
  respondents years months weeks days times visits places posts files records incidents interviews complaints`,
);
const numbered = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|both|others|etc|each|respectively)\b/i;

/** *Four offices, in Ashford, Elmstead and Oakham*: things that have a place each. */
function placesFinding({ base, prose }: FiguredBlock, { value, first, last, from, to }: Figure): Finding | undefined {
  const noun = [last, last + 1, last + 2].find(at => sited.has(idAt(prose, at)));
  if (noun === undefined) return undefined;
  const end = endOfWord(prose.words, noun, to);
  // (*Three drop-in centres for care leavers, in …*)
  const after = singleSpaced(prose.text.slice(end, end + longestNames)).replace(
    /^ for(?: [\p{L}’-]+){1,4}(?=,| \(|:)/u,
    '',
  );
  const names = (placeNames.exec(after) ?? twoPlaces.exec(after))?.[1];
  const count = names?.split(/, and | and |, /).length;
  if (count === undefined || Math.abs(count - value) !== 1 || idAt(prose, first - 1) === word.of) return undefined;
  return {
    from: base + from,
    to: base + to,
    message: `${capitalised(wordAt(prose, first))} ${wordAt(prose, noun)} are announced, and ${countInWords(count)} follow. Correct the number or the list.`,
  };
}

const placeNames = /^(?:, in| \(in|:) (\p{Lu}[\p{L}’-]+(?:, \p{Lu}[\p{L}’-]+)+,? and \p{Lu}[\p{L}’-]+)[.);]/u;
const twoPlaces = /^(?:, in| \(in|:) (\p{Lu}[\p{L}’-]+ and (?:in )?\p{Lu}[\p{L}’-]+)[.);]/u;
const sited = idSet('offices hubs bases centres sites areas towns localities districts boroughs campuses');
/** *Two focused visits, in 2019 and 2020*: things that have a year each. */
function yearsFinding({ base, prose }: FiguredBlock, { value, first, last, from, to }: Figure): Finding | undefined {
  if (![0, 1, 2, 3].some(at => yearly.has(idAt(prose, last + at)))) return undefined;
  const match = eachYear.exec(singleSpaced(prose.text.slice(to, to + longestNames)));
  const years = match?.[2]?.match(/\d{4}/g)?.length;
  if (years === undefined || years === value || idAt(prose, first - 1) === word.of) return undefined;
  return {
    from: base + from,
    to: base + to,
    message: `${capitalised(wordAt(prose, first))}${match?.[1] ?? ''} are announced, and ${countInWords(years)} ${/\p{L}{4} (?:19|20)/u.test(match?.[2] ?? '') ? 'dates' : 'years'} follow. Correct one or the other.`,
  };
}

const yearly = idSet('visits inspections reviews surveys audits');
const eachYear =
  /^((?: \p{L}[\p{L}’-]*){0,3} (?:visits|inspections|reviews|surveys|audits)),? (?:in|\(in) ((?:\p{Lu}\p{Ll}{2,9} )?(?:19|20)\d\d(?:, (?:in )?(?:\p{Lu}\p{Ll}{2,9} )?(?:19|20)\d\d)*,? and (?:in )?(?:\p{Lu}\p{Ll}{2,9} )?(?:19|20)\d\d)[.,;)]/u;

/** A longer list of names is not looked at. */
const longestNames = 200;

const aside = /^ (?:for|with|in|of|at|on|from|by|to|where|aged|led|run|based) /;

/** How many items a list within a sentence has, where that is plain: parted by semicolons, or short and parted by commas. */
function itemsIn(text: string): number | undefined {
  // *: health, housing and police, and partners share what they know*
  const goesOn =
    /^((?:[^,;:.()]{1,60}, )+[^,;:.()]{1,60}? and [^,;:.()]{1,60}), (?:and|but|which|so|all|while|who) /.exec(text);
  const list = (goesOn?.[1] ?? text).replace(/[.?!]\W*$/, '');
  if (/[.?!(]/.test(list)) return undefined;
  if (list.includes(';')) return list.split(';').filter(item => item.trim() !== '').length;
  const items = list.split(',');
  // (*Junior Voice, for those under 12, and Senior Voice*: what is said of an item is none.)
  if (items.some((item, i) => i > 0 && aside.test(item))) return undefined;
  const last = items.pop() ?? '';
  // *The sequencing of history and geography, the checking of what is known, and the attendance of boys*
  const opening = /^(?:the|an?) /.exec(list)?.[0];
  if (opening !== undefined && items.length > 1 && last.startsWith(` and ${opening}`))
    return items.every((item, i) => (i === 0 ? item : item.slice(1)).startsWith(opening))
      ? items.length + 1
      : undefined;
  const ends = last.split(/ and /);
  if (ends.length !== 2 || items.length === 0) return undefined;
  const all = [...items, ...ends].map(item => item.trim()).filter(item => item !== '');
  const isPlain = all.every(item => !/ (?:and|which|who|that|or|but) /.test(item) && item.split(/\s+/).length <= 6);
  return isPlain ? all.length : undefined;
}
