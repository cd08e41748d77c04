import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import { sectionOfBlock } from '../../../model/sectionOfBlock.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { isItemAlone } from '../../titles/titlesAsText.ts';
import { isRepeated, sectionsByTitle } from './titlesOfReport.ts';

/** What stands before a point’s words. */
export const bulletMark = /^[-*]\s+/;

/** A longer point is no title. */
const longestTitle = 120;

/** The marks for a section’s title that begins a list, or stands alone, as a point. */
export function titleOfBullet(report: Report, index: number, text: string): string | undefined {
  const { document, framework } = report;
  if (document.blocks[index]?.kind !== 'bullet' || !isItemAlone(report, index)) return undefined;
  const title = text.replace(bulletMark, '');
  if (!/^\p{Lu}[^\r\n]*[\p{Ll})?]$/u.test(title)) return undefined;
  const { kindsByTitle } = frameworkIndex(framework);
  const key = titleKey(title);
  const kind = kindsByTitle.get(key)?.find(({ titles }) => titles.some(own => titleKey(own) === key));
  if (kind === undefined && !isRepeated(report, key)) return undefined;
  const start = document.starts[index] ?? 0;
  const around = sectionOfBlock(report, index);
  if (around?.role === 'history' || around?.role === 'contents') return undefined;
  // A list of titles says what there is.
  const next = document.starts[index + 1] ?? start;
  const below = document.source.slice(next, next + (document.blocks[index + 1]?.end ?? 0)).replace(bulletMark, '');
  if (below.length <= longestTitle && kindsByTitle.has(titleKey(below.trim()))) return undefined;
  const like = sectionsByTitle(report).get(key);
  const isWithin = kind?.within.includes(around?.ownRole ?? '') === true;
  return `${'#'.repeat(like?.level ?? (isWithin ? (around?.level ?? 1) + 1 : 2))} `;
}
