import { blocksWith } from '../../../model/blocksWith.ts';
import { MarkSearch } from '../../../model/markSearch.ts';
import type { Report } from '../../../model/report.ts';
import type { Block } from '../../../syntax/block.ts';
import { matchAt, standsAt } from '../../../text/matchAt.ts';
import { isRunningText } from './runningText.ts';

/** A form in which a note’s mark may be written, and the search for it. */
export interface MarkForm {
  readonly form: RegExp;
  readonly search: MarkSearch;
}

/**
 * A form that is looked for at certain characters; made while modules load.
 *
 * @param form with the flag `y`
 * @param beginOf where it would begin, by the text and the character’s offset; -1 where it cannot stand
 */
export function markForm(
  characters: string,
  form: RegExp,
  beginOf: (text: string, at: number) => number = (_, at) => at,
): MarkForm {
  const placeAt = (text: string, at: number): number => {
    const from = beginOf(text, at);
    return from >= 0 && standsAt(form, text, from) ? from : -1;
  };
  return { form, search: new MarkSearch(characters, placeAt) };
}

/** A form where it stands, with its block and where that starts. */
interface FoundMark {
  readonly block: Block;
  readonly start: number;
  readonly from: number;
  readonly match: RegExpExecArray;
}

/** Where a report’s running text has a form, in order. */
export function* writtenMarks({ document }: Report, { form, search }: MarkForm): Generator<FoundMark> {
  for (const { block, start, places } of blocksWith(document, search)) {
    if (!isRunningText(block)) continue;
    for (const from of places) {
      const match = matchAt(form, document.source, from);
      if (match !== null) yield { block, start, from, match };
    }
  }
}
