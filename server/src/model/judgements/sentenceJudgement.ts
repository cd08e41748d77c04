import type { Document } from '../../syntax/document.ts';
import type { Span } from '../../text/text.ts';
import type { Framework } from '../framework.ts';
import { mayFit, patternMatch } from '../pattern.ts';
import { gradePhrase } from './gradePhrase.ts';
import type { Judgement } from './judgement.ts';
import { type CarrierPlace, type JudgementReading, judgementOf, namedArea, pastWording } from './judgementReading.ts';

/** What a headline or a statement says, by the first of the framework's sentences that fits it. */
export function sentenceJudgement(
  reading: JudgementReading,
  place: CarrierPlace & { readonly carrier: 'headline' | 'statement' },
  words: string,
  from: number,
): Judgement | undefined {
  const { document, framework, index } = reading;
  const { source, blocks } = document;
  const patterns = place.carrier === 'headline' ? framework.headlines : framework.statements;
  for (const pattern of patterns) {
    const match = patternMatch(pattern, words);
    if (match === undefined) continue;
    const spanOf = (name: string): Span | undefined => {
      const found = match.indices?.groups?.[name];
      return found && { from: from + found[0], to: from + found[1] };
    };
    const predicate = spanOf('predicate');
    if (predicate === undefined || (place.carrier === 'statement' && pastWording.test(words))) continue;
    const phrase = gradePhrase(framework, source.slice(predicate.from, predicate.to), predicate.from, pattern.plural);
    if (phrase === undefined) continue;
    const text = source.slice(phrase.from, phrase.to);
    const areaSpan = spanOf('area');
    const provider = spanOf('provider');
    const about = areaSpan && namedArea(reading, source.slice(areaSpan.from, areaSpan.to), areaSpan, undefined);
    if (about !== undefined && pattern.source.startsWith('{area}')) {
      // Nothing but an area's name, and in a paragraph its grade too, tells such a sentence from any other.
      if (!index.areaById.has(about.area ?? '')) continue;
      const isHeading = blocks[place.block]?.kind === 'heading';
      if (!isHeading && (about.areaMatch !== 'name' || phrase.grade === undefined)) continue;
    }
    const { overall } = index;
    return {
      ...judgementOf(place, phrase.from, text, phrase.grade),
      ...(about ?? {
        area: overall?.id ?? 'overall',
        areaMatch: 'section' as const,
        areaText: overall?.title ?? 'Overall',
        number: overall?.number,
      }),
      grammatical: phrase.grammatical,
      plural: pattern.plural,
      provider: provider && { ...provider, text: source.slice(provider.from, provider.to) },
    };
  }
  return undefined;
}

/** Whether a block of running text may state a judgement: whether one of the framework's sentences may begin it. */
export function mayState({ source, blocks, starts }: Document, framework: Framework, block: number): boolean {
  const own = blocks[block];
  if (own === undefined || !('content' in own)) return false;
  const from = (starts[block] ?? 0) + own.content.from;
  return framework.statements.some(pattern => mayFit(pattern, source, from));
}
