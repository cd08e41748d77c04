import type { Prose } from '../words/prose.ts';
import { idAt, isBlankGap } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { subjectBefore } from './subjects.ts';
import type { Topics } from './topics.ts';

const word = idsOf('the', 'and', 'young', 'of', 'than');
/** Of what is no number less is worse. */
export const qualities = idSet(
  `quality timeliness effectiveness consistency regularity clarity rigour robustness stability attendance attainment achievement
  performance engagement participation morale retention`,
);
/** What measures something. */
export const numbers = idSet(
  'number numbers proportion proportions percentage rate rates level levels use usage reliance volume',
);
const limits = idSet(
  'for on at with by within among between when where if until during before after since over as due because which that who than',
);
const relatives = idSet('who that which');
const being = idSet('are is were');
/** So many words a subject has at most. */
export const mostOfSubject = 14;

/** What stands between *fewer* and *than*, if it says what is done with them. */
export function comparedAfter({ prose, codes }: Topics, first: number, end: number): WordRun | undefined {
  let hasVerb = false;
  for (let at = first; at < Math.min(end, first + mostOfSubject); at++) {
    if (idAt(prose, at) === word.than) return hasVerb ? { first, last: at } : undefined;
    hasVerb ||= (kindsOfWord(codes, at) & WordKind.auxiliary) !== 0;
    if (!isBlankGap(prose, at)) return undefined;
  }
  return undefined;
}

/** What stands before a verb. (*Despite this, the proportion of pupils who …* opens itself.) */
export function subjectOf(topics: Topics, start: number, verb: number): WordRun | undefined {
  const { prose, codes } = topics;
  const subject = subjectBefore(topics, start, verb, {
    most: mostOfSubject,
    opensItself: first => idAt(prose, first) === word.the && numbers.has(idAt(prose, first + 1)),
  });
  if (subject === undefined || idAt(prose, verb - 1) !== word.and) return subject;
  // *Turnover remains high and has risen again*
  for (let at = subject.first + 1; at < verb; at++)
    if ((kindsOfWord(codes, at) & WordKind.judged) !== 0) return { first: subject.first, last: at };
  return subject;
}

/** What stands behind a word of change, up to where something else begins. */
export function objectAfter({ prose, codes }: Topics, first: number, end: number): WordRun {
  let last = first;
  while (last < end && last - first < mostOfSubject) {
    const kinds = kindsOfWord(codes, last);
    const id = idAt(prose, last);
    // *The number of children who are subject to a plan*
    if (relatives.has(id) && being.has(idAt(prose, last + 1)) && last > first && isBlankGap(prose, last)) {
      last += 2;
      continue;
    }
    if ((kinds & (WordKind.opener | WordKind.auxiliary)) !== 0 || limits.has(id)) break;
    last++;
    if (!isBlankGap(prose, last - 1)) break;
  }
  return { first, last };
}

/**
 * *Vacancy rates and turnover* are two, *children and young people* are one; *the quality and timeliness of plans* are of
 * plans, both.
 */
export function parted(prose: Prose, run: WordRun | undefined): WordRun[][] {
  if (run === undefined || run.last <= run.first) return [];
  const { first, last } = run;
  for (let at = first + 1; at < last - 1; at++) {
    if (idAt(prose, at) !== word.and || idAt(prose, at + 1) === word.young || last - first > mostOfParts) continue;
    const own = { first, last: at };
    const rest = { first: at + 1, last };
    const isOfBoth = qualities.has(idAt(prose, at - 1)) && idAt(prose, at + 2) === word.of;
    return [isOfBoth ? [own, { first: at + 2, last }] : [own], [rest]];
  }
  return [[run]];
}

const mostOfParts = 7;
