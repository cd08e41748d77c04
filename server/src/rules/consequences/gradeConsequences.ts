import type { Report } from '../../model/report.ts';
import { Spans } from '../../text/spans.ts';
import type { CheckedFinding } from '../checking/check.ts';
import { HeadingPlaces } from './headingPlaces.ts';

/** What is told of recommendations, and of tags that stand in them. */
const ofRecommendations = new Set([
  'untagged-recommendation',
  'tag-position',
  'recommendation-form',
  'recommendation-limb',
  'duplicate-recommendation',
]);

/**
 * The findings less those of recommendations under a grade that stands among them: it shows that the heading above it is not
 * read, and that what stands below it are findings.
 */
export function withoutGradeConsequences(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  const lines = findings.filter(({ rule }) => rule === 'judgement-place');
  if (lines.length === 0) return findings;
  const headings = new HeadingPlaces(report);
  const under = new Spans(
    lines.flatMap(({ from }) => {
      const own = headings.at(from);
      return own?.role === 'recommendations' && from > own.heading.to ? { from, to: headings.end(from) } : [];
    }),
  );
  return findings.filter(({ rule, from }) => !ofRecommendations.has(rule) || !under.hold({ from, to: from }));
}
