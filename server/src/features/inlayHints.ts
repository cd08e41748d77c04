import type { InlayHint } from 'vscode-languageserver-types';
import { firstWords } from '../model/firstWords.ts';
import { judgedAreas } from '../model/judgements/judgedAreas.ts';
import { bareTags, fairScore } from '../model/links.ts';
import { paragraphWords, type Report } from '../model/report.ts';
import { numberedParagraph, suggestedRecommendations } from '../model/things.ts';
import type { Span } from '../text/text.ts';

/** How many characters of a paragraph stand beside what refers to it. */
const shown = 32;

/**
 * What the text does not say itself, within a span of it: what a bare tag most likely means, what the section says of an
 * area that the list of judgements grades otherwise, and how a paragraph begins to which words refer.
 */
export function inlayHints(report: Report, { from, to }: Span): InlayHint[] {
  const isSeen = (place: Span): boolean => place.to >= from && place.from <= to;
  return [...likelyRecommendations(report, isSeen), ...otherGrades(report, isSeen), ...referredWords(report, isSeen)];
}

/** Behind every bare tag `→ 5?`. What is a mere guess is not shown. */
function* likelyRecommendations(report: Report, isSeen: (place: Span) => boolean): Iterable<InlayHint> {
  for (const tag of bareTags(report)) {
    const [best] = isSeen(tag) ? suggestedRecommendations(report, tag) : [];
    if (best === undefined || best.score < fairScore || best.recommendation.number === undefined) continue;
    const { number } = best.recommendation;
    const words = paragraphWords(report, best.recommendation);
    yield hint(report, tag, `→ ${number}?`, `This tag may mean recommendation ${number}: ${words}`);
  }
}

/** Behind an entry the grade in the section of its area, where that is another. */
function* otherGrades(report: Report, isSeen: (place: Span) => boolean): Iterable<InlayHint> {
  for (const { places, grade, doubled } of judgedAreas(report)) {
    if (grade !== undefined || doubled) continue;
    const own = places.find(({ carrier }) => carrier === 'line') ?? places.find(({ carrier }) => carrier === 'heading');
    if (own === undefined) continue;
    for (const entry of places)
      if (entry.carrier === 'entry' && entry.grade.id !== own.grade.id && isSeen(entry))
        yield hint(
          report,
          entry,
          `its section: ${own.grade.label}`,
          `The section of this area is graded ${own.grade.label}. One of the two is wrong.`,
        );
  }
}

/** Behind *paragraph 33* how that paragraph begins; lists and ranges stay as they are. */
function* referredWords(report: Report, isSeen: (place: Span) => boolean): Iterable<InlayHint> {
  for (const reference of report.references) {
    const { kind, targets, numbers } = reference;
    if ((kind !== 'paragraph' && kind !== 'recommendation') || targets.length > 1 || numbers.length > 1) continue;
    const target = isSeen(reference) ? numberedParagraph(report, kind, targets[0] ?? '') : undefined;
    if (target === undefined || (target.from <= reference.from && reference.to <= target.to)) continue;
    const words = paragraphWords(report, target, { withoutTags: true });
    if (words !== '') yield hint(report, reference, `“${firstWords(report, target, shown)}”`, words);
  }
}

function hint({ text }: Report, { to }: Span, label: string, tooltip: string): InlayHint {
  return { position: text.positionAt(to), label, tooltip, paddingLeft: true };
}
