import type { Range } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';

/** Sentences and headlines say a grade in their own words, *require improvement*: those are for renaming. */
const linked: ReadonlySet<string> = new Set(['entry', 'line', 'heading']);

/** What a grade is written with; any other sign ends the editing of several places at once. An expression for JavaScript. */
const wordPattern = "[A-Za-z ’'-]*";

/** Places that are edited as one, as the protocol has them. */
export interface LinkedEditingRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** The places in which an area’s grade is written like the one at an offset, to be edited as one; nothing if there is no other. */
export function linkedEditingRange({ judgements, document, text }: Report, offset: number): LinkedEditingRanges | null {
  const written = judgements.filter(
    ({ carrier, area, grade }) => linked.has(carrier) && area !== undefined && grade !== undefined,
  );
  const here = written.find(({ from, to }) => from <= offset && offset <= to);
  if (here === undefined) return null;
  const words = document.source.slice(here.from, here.to);
  const same = written.filter(({ area, from, to }) => area === here.area && document.source.slice(from, to) === words);
  return same.length < 2 ? null : { ranges: same.map(({ from, to }) => text.range({ from, to })), wordPattern };
}
