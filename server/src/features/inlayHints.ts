import type { InlayHint } from 'vscode-languageserver-types';
import { bareTags, fairScore } from '../model/links.ts';
import { paragraphWords, type Report } from '../model/report.ts';
import { suggestedRecommendations } from '../model/things.ts';
import type { Span } from '../text/text.ts';

/**
 * Behind every bare tag within a span the recommendation that it most likely means: `→ 5?`. What is a mere guess is not
 * shown.
 */
export function inlayHints(report: Report, { from, to }: Span): InlayHint[] {
  return bareTags(report).flatMap(tag => {
    if (tag.to < from || tag.from > to) return [];
    const [best] = suggestedRecommendations(report, tag);
    if (best === undefined || best.score < fairScore || best.recommendation.number === undefined) return [];
    const { number } = best.recommendation;
    return [
      {
        position: report.text.positionAt(tag.to),
        label: `→ ${number}?`,
        tooltip: `This tag may mean recommendation ${number}: ${paragraphWords(report, best.recommendation)}`,
        paddingLeft: true,
      },
    ];
  });
}
