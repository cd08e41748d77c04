import type { Report } from '../../model/report.ts';
import type { CheckedFinding } from '../checking/check.ts';

/**
 * The findings less what the text does not agree with of details that are told to be wrong or cannot be read: dates, and
 * notes that a title marks.
 */
export function withoutDetailConsequences(
  findings: CheckedFinding[],
  { document, metadata }: Report,
): CheckedFinding[] {
  const [details] = document.blocks;
  if (details?.kind !== 'frontMatter') return findings;
  const dates = metadata.entries.filter(({ key }) => key === 'inspected' || key === 'published');
  const isError = (id: string, own: CheckedFinding) => own.rule === id && own.severity === 'error';
  const areDatesWrong = findings.some(
    own =>
      isError('invalid-metadata', own) &&
      dates.some(({ valueSpan }) => valueSpan.from <= own.from && own.from <= valueSpan.to),
  );
  const isUnread = findings.some(own => isError('front-matter-syntax', own) && own.from < details.length);
  if (!areDatesWrong && !isUnread) return findings;
  const written = document.source.slice(0, details.length);
  return findings.filter(({ rule, from }) => {
    if (from < details.length) return true;
    if (areDatesWrong && rule === 'date-order') return false;
    if (!isUnread || rule !== 'unused-footnote') return true;
    const [mark] = /^\[\^[^\]\s]{1,40}\]/.exec(document.source.slice(from, from + 44)) ?? [];
    return mark === undefined || !written.includes(mark);
  });
}
