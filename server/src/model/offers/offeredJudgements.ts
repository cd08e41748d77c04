import { type BegunWords, begunEntry, begunGrade } from '../judgements/judgementBeingWritten.ts';
import { restOfGrade, restOfWords } from './behindCursor.ts';
import type { Offer, OfferKind, WritingPlace } from './offer.ts';

/** The grades, where a judgement is given: on its line, in the list of judgements, in a heading. */
export function offeredGrades({ report, offset, before, block }: WritingPlace): Offer[] | undefined {
  // Between the bars of a table’s row a blank stands at either side.
  const rest = restOfGrade(report, offset);
  const after = report.document.source.charAt(offset + rest) === '|' ? ' ' : '';
  const blank = before.endsWith('|') ? ' ' : '';
  return offered(begunGrade(report, block, before), 'value', word => ({
    text: blank + word + after,
    rest,
  }));
}

/** The entries that the list of judgements lacks; at a line's start, after a number or after the bar of a table's row. */
export function offeredEntries({ report, offset, before, block }: WritingPlace): Offer[] | undefined {
  const begun = begunEntry(report, block, offset, before);
  return offered(begun, 'entry', text => ({ text, rest: restOfWords(report, offset, begun?.typed ?? 0, text) }));
}

/** What has been begun, as offers of one kind. */
function offered(
  begun: BegunWords | undefined,
  kind: OfferKind,
  written: (word: string) => Required<Pick<Offer, 'text' | 'rest'>>,
): Offer[] | undefined {
  return begun?.words.map(word => ({
    label: word.replace(/[:|\s]+$/, ''),
    ...written(word),
    typed: begun.typed,
    kind,
  }));
}
