import type { Range } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';

/**
 * The places that are typed in together: those that give an area the same grade in the same words. (Where it is worded
 * otherwise, as *require improvement* in a sentence, a rename changes it too.)
 */
export function linkedEditingRange(
  { judgements, text }: Report,
  offset: number,
): { ranges: Range[]; wordPattern: string } | undefined {
  const own = judgements.find(({ from, to }) => from < to && from <= offset && offset <= to);
  if (own?.area === undefined) return undefined;
  const same = judgements.filter(({ area, text: words }) => area === own.area && words === own.text);
  if (same.length < 2) return undefined;
  return { ranges: same.map(({ from, to }) => text.range({ from, to })), wordPattern: gradeWords };
}

/** A grade may be of several words. */
const gradeWords = String.raw`[^\r\n]*`;
