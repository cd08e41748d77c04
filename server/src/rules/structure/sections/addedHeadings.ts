import type { Report } from '../../../model/report.ts';
import { lineBreak } from '../../../text/lineBreak.ts';
import { fixWith } from '../../fixWith.ts';
import type { Fix } from '../../rule.ts';
import type { Gap } from '../../titles/missingSections.ts';
import { titleOfKind } from '../../titles/sectionTitles.ts';

/** Fixes that write the headings of the sections missing in a gap: all of them, and each by itself. */
export function addedHeadings({ document: { source } }: Report, gap: Gap): Fix[] {
  const titles = gap.kinds.map(titleOfKind);
  const each = titles.map(title => added(source, gap, `Add “${title}”`, [title]));
  if (titles.length === 1) return each;
  const all = added(source, gap, `Add the ${titles.length} headings`, titles);
  return titles.length > mostByName ? [all] : [all, ...each];
}

/** So many titles are named one by one, in a message and for headings to add. */
export const mostByName = 4;

function added(source: string, { at, level }: Gap, title: string, headings: readonly string[]): Fix {
  const end = lineBreak(source);
  const before = source.slice(Math.max(0, at - 4), at);
  const isBelowBlank = at === 0 || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before);
  const lead = isBelowBlank ? '' : /[\r\n]$/.test(before) ? end : end + end;
  const marks = '#'.repeat(Math.min(level, 6));
  const lines = headings.map(heading => `${marks} ${heading}`).join(end + end);
  const text = lead + lines + (at < source.length ? end + end : end);
  return fixWith(title, { from: at, to: at }, text);
}
