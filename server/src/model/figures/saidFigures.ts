import type { Clause } from '../claims/clauses.ts';
import type { Prose } from '../words/prose.ts';
import { gapAfter, idAt } from '../words/proseWords.ts';
import type { Statement } from '../words/statements.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { Figure } from './figure.ts';
import { frequencyAt } from './frequencies.ts';
import { isAgeLimit, spanOf } from './spans.ts';
import { shareAt } from './spokenShares.ts';

/** A number of a clause; or a share in words, or how often something is done. */
export interface Said {
  readonly kind: Figure['kind'] | 'often';
  readonly figure: Figure;
}

/** What a sentence says without figures: shares, and how often something is done. */
export function spokenIn({ topics: { prose, codes }, sentence: { first, last }, kinds }: Statement): readonly Said[] {
  if ((kinds & WordKind.measure) === 0) return nothing;
  const spoken: Said[] = [];
  for (let at = first; at < last; at++) {
    if ((kindsOfWord(codes, at) & WordKind.measure) === 0) continue;
    const share = shareAt(prose, at);
    const often = share === undefined ? frequencyAt(prose, at) : undefined;
    if (share !== undefined) spoken.push({ kind: 'percentage', figure: share });
    else if (often !== undefined) spoken.push({ kind: 'often', figure: often });
  }
  return spoken;
}

const nothing: readonly Said[] = [];

/** (Numbers in words are of few things, which others compare; but *three working days*.) */
export function isMeasure(prose: Prose, figure: Figure): boolean {
  const { kind, inWords } = figure;
  if (isAgeLimit(prose, figure)) return true;
  if (kind === 'count') return !inWords || spanOf(prose, figure) !== undefined;
  return kind !== 'label' && kind !== 'age' && kind !== 'points';
}

/** What a clause says in its only figure. */
export function onlyOne(
  prose: Prose,
  { first, last }: Clause,
  figures: readonly Figure[],
  spoken: readonly Said[],
): Said | undefined {
  const isWithin = (figure: Figure): boolean => figure.first >= first && figure.first < last;
  const own = spoken.filter(({ figure }) => isWithin(figure));
  const plain = figures.filter(
    figure =>
      isWithin(figure) &&
      figure.kind !== 'label' &&
      (figure.kind !== 'age' || isAgeLimit(prose, figure)) &&
      !own.some(said => figure.first >= said.figure.first && figure.first < said.figure.last),
  );
  // (*Down from 31%*)
  const end = plain.length > 1 ? comparedFrom(prose, first, last) : last;
  const [said, ...others] = [
    ...own,
    ...plain.filter(figure => figure.first < end).map(figure => ({ kind: kindOf(prose, figure), figure })),
  ];
  return others.length > 0 || said?.kind === 'points' ? undefined : said;
}

/** What a figure measures: *three working days* are a duration, *until they are 21* tells of an age. */
function kindOf(prose: Prose, figure: Figure): Figure['kind'] {
  if (isAgeLimit(prose, figure)) return 'age';
  return spanOf(prose, figure) === undefined ? figure.kind : 'duration';
}

/** *It is 12%, down from 31%*: where a clause goes on with what it was. */
export function comparedFrom(prose: Prose, first: number, last: number): number {
  for (let at = first + 1; at < last; at++)
    if (comparing.has(idAt(prose, at)) && gapAfter(prose, at - 1).startsWith(',')) return at;
  return last;
}

const comparing = idSet('down up compared against');
