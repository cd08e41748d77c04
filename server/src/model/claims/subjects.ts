import { idAt, isBlankGap } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { Topics } from './topics.ts';

const word = idsOf('and');
/** What opens a subject within a sentence, after a comma or none. */
const openings = idSet('and but although though while whilst however overall');

/** How a subject may look. */
interface SubjectForm {
  /** So many words it has at most. */
  readonly most: number;
  /** Whether it may begin in the midst of a sentence without a word that opens it, told by its first word. */
  readonly opensItself?: (first: number) => boolean;
}

/** The subject of a verb: what stands before it, from the beginning of the sentence at `start` or of what is added to it. */
export function subjectBefore(
  { prose, codes }: Topics,
  start: number,
  verb: number,
  { most, opensItself }: SubjectForm,
): WordRun | undefined {
  let first = verb;
  while (first > start && verb - first < most) {
    const before = first - 1;
    const kinds = kindsOfWord(codes, before);
    if (!isBlankGap(prose, before)) break;
    if ((kinds & (WordKind.opener | WordKind.auxiliary)) !== 0) break;
    if ((kinds & WordKind.junction) !== 0 && idAt(prose, before) !== word.and) break;
    first--;
  }
  const isOpened = openings.has(idAt(prose, first - 1)) || openings.has(idAt(prose, first));
  if (first === verb || (first > start && !isOpened && opensItself?.(first) !== true)) return undefined;
  if (openings.has(idAt(prose, first)) && first + 1 < verb) first++;
  return { first, last: verb };
}
