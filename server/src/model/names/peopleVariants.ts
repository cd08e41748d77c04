import { addToGroup } from '../../text/lists.ts';
import { type Topics, topicsOf } from '../claims/topics.ts';
import { weaknessesOf } from '../claims/weaknesses.ts';
import type { Report } from '../report.ts';
import { idAt, isBlankGap } from '../words/proseWords.ts';
import { idSet } from '../words/wordIds.ts';
import { mayBePlural, mostCompared, type TermVariant, termAt, type Use, variantOf } from './termUses.ts';

/** Groups of people that are near to one another, so that one may be meant by the other. */
const people = idSet('families parents mothers fathers carers relatives');

function isPeople(topics: Topics, at: number): boolean {
  return mayBePlural(topics, at) && people.has(idAt(topics.prose, at));
}

/** A recommendation speaks of *adoptive parents*, and the weakness that it answers of *adoptive families*. */
export function peopleVariants(report: Report): TermVariant[] {
  const { ofBlock } = topicsOf(report);
  const asked = new Map<number, Use[]>();
  for (const { block } of report.recommendations) {
    const topics = ofBlock[block];
    for (const sentence of topics?.prose.sentences ?? [])
      for (let at = sentence.first + 1; at < sentence.last; at++)
        if (topics !== undefined && isPeople(topics, at) && termAt(topics, at) !== 0)
          addToGroup(asked, idAt(topics.prose, at - 1), {
            topics,
            sentence,
            base: report.document.starts[block] ?? 0,
            at,
          });
  }
  if (asked.size === 0) return [];
  const stated = new Map<number, Use[]>();
  for (const { statement, isFaint } of weaknessesOf(report)) {
    if (isFaint) continue;
    const { topics, sentence } = statement;
    for (let at = sentence.first + 1; at < sentence.last; at++)
      if (isPeople(topics, at) && asked.has(idAt(topics.prose, at - 1)) && isBlankGap(topics.prose, at - 1))
        addToGroup(stated, idAt(topics.prose, at - 1), { topics, sentence, base: sentence.base, at });
  }
  return [...stated].flatMap(([first, uses]) => {
    const own = asked.get(first)?.slice(0, mostCompared) ?? [];
    const of = (use: Use) => idAt(use.topics.prose, use.at);
    // Where a recommendation has both, both are meant.
    return own.flatMap(use => {
      const meant = new Set(own.filter(({ topics }) => topics === use.topics).map(of));
      return (
        variantOf(
          'people',
          use,
          uses.slice(0, mostCompared).filter(other => !meant.has(of(other))),
        ) ?? []
      );
    });
  });
}
