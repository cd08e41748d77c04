import type { Paragraph } from '../paragraph.ts';
import { paragraphWords, type Report } from '../report.ts';
import { suggestRecommendations } from './suggestions.ts';

/** All recommendations, those first that a finding speaks of, the best fit before the others; of no finding in their order. */
export function fittingRecommendations(report: Report, finding: Paragraph | undefined): Paragraph[] {
  const { recommendations } = report;
  if (finding === undefined) return [...recommendations];
  const path = ({ section }: Paragraph): string => report.sections[section ?? -1]?.path ?? '';
  const text = paragraphWords(report, finding, { withoutTags: true });
  const [ranked = []] = suggestRecommendations(
    recommendations.map(each => ({
      number: each.number ?? '',
      text: paragraphWords(report, each, { withoutTags: true }),
      section: path(each),
    })),
    [{ text, tagAt: text.length, section: path(finding) }],
  );
  const best = ranked.flatMap(({ recommendation }) => recommendations[recommendation] ?? []);
  return [...best, ...recommendations.filter(each => !best.includes(each))];
}
