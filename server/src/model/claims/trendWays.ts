import type { Prose } from '../words/prose.ts';
import { idAt } from '../words/proseWords.ts';
import { startOfWord } from '../words/wordColumns.ts';
import { idMap, idSet, idsOf } from '../words/wordIds.ts';
import { changes } from '../words/wordKinds.ts';
import type { Trend } from './trends.ts';

/** How a number or a quality goes. */
export type Way = 'up' | 'down' | 'better' | 'worse' | 'level';

const ways = idMap<Way>(...(['up', 'down', 'better', 'worse'] as const).map(way => [changes[way], way] as const));
/** Of what is good less is worse. */
const declines = idSet('declined declining decline dropped dropping drop fallen falling fell');
const word = idsOf('up', 'down');

/** *Has gone down*, *has remained stable*: or, in one word, *risen*: how it goes. */
export function wayOf(prose: Prose, at: number): Way | undefined {
  const way = ways.get(idAt(prose, at));
  if (way !== undefined) return way;
  if (goings.has(idAt(prose, at))) return directions.get(idAt(prose, at + 1));
  return levels.has(idAt(prose, at)) && remaining.has(idAt(prose, at - 1)) ? 'level' : undefined;
}

const goings = idSet('gone going');
const directions: ReadonlyMap<number, Way> = new Map([
  [word.up, 'up'],
  [word.down, 'down'],
]);
const levels = idSet('stable static unchanged');
const remaining = idSet('remained remain remains stayed');

/** Whether two trends go contrary ways. */
export function areContrary(one: Trend, other: Trend): boolean {
  return isContraryTo(one, other) || isContraryTo(other, one);
}

/** *Risen* and *fallen*, *stable* and *risen*, *improved* and *worse*; and of a quality *improved* and *declined*. */
function isContraryTo({ way, mark, statement, isOfQuality }: Trend, other: Trend): boolean {
  if (way === 'level')
    return (
      (other.way === 'up' || other.way === 'down') && !isSlight(other) && spanOf({ statement, mark }) === spanOf(other)
    );
  if (other.way === 'up') return way === 'down';
  if (other.way !== 'better') return false;
  return way === 'worse' || (isOfQuality && declines.has(idAt(statement.topics.prose, mark.first)));
}

/** *Has remained stable over the past year*, *has risen since 2012*: what tells from when, as it is written. */
function spanOf({ statement: { sentence, topics }, mark }: Pick<Trend, 'statement' | 'mark'>): string {
  for (let at = mark.last; at < sentence.last; at++)
    if (spanning.has(idAt(topics.prose, at)))
      return topics.prose.text.slice(startOfWord(topics.prose.words, at), sentence.to);
  return '';
}

const spanning = idSet('since over during for in within this last past until between compared');

/** *Has risen slightly*: is nearly level. */
function isSlight({ statement: { topics }, mark: { first, last } }: Trend): boolean {
  return slight.has(idAt(topics.prose, first - 1)) || slight.has(idAt(topics.prose, last));
}

const slight = idSet('slightly marginally little');
