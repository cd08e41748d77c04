import type { Matrix, MatrixFinding, MatrixMethod } from '../../server/src/lsp/protocol.ts';
import type { ReportViewKind, ReportViewLine } from './reportView.ts';

const method: MatrixMethod = 'inspectmark/matrix';

/** What supports each recommendation of a report, and what is tied to nothing. */
export const traceability: ReportViewKind<Matrix> = { id: 'inspectmark.traceability', method, messageOf, linesOf };

/** What is lacking, in sentences above the lines. */
function messageOf({ link, recommendations, bareTags }: Matrix): string {
  const count = recommendations.length;
  if (count === 0) return 'This report makes no recommendation.';
  if (link === 'none') return 'Reports of this kind do not say which findings support a recommendation.';
  const lacking = recommendations.filter(({ findings }) => findings.length === 0).length;
  const bare = bareTags.length === 1 ? 'One tag names' : `${bareTags.length} tags name`;
  return [
    ...(lacking === count
      ? [`No finding names ${count === 1 ? 'the recommendation' : `any of the ${count} recommendations`}.`]
      : lacking > 0
        ? [`${lacking} of ${count} recommendations ${lacking === 1 ? 'is' : 'are'} named by no finding.`]
        : []),
    ...(bareTags.length > 0 ? [`${bare} none: “?” marks what may be meant.`] : []),
  ].join(' ');
}

/** The recommendations with their findings; then the tags that lead nowhere. Numbers stand first: the view is narrow. */
function linesOf({ link, recommendations, bareTags, strayTags }: Matrix): ReportViewLine[] {
  const lines = recommendations.map(({ number, text, line, findings, suggested }, i): ReportViewLine => {
    const id = `recommendation ${number ?? `no ${i}`}`;
    const sure = numbersOf(findings, '');
    const supporting = [sure, numbersOf(suggested, '?')].filter(Boolean).join(', ') || 'none';
    const spoken = [
      `Recommendation ${number ?? ''}`.trim(),
      ...(sure === '' ? [] : [`findings ${sure}`]),
      ...(suggested.length === 0 ? [] : [`perhaps ${numbersOf(suggested, '')}`]),
      ...(link === 'none' || supporting !== 'none' ? [] : ['no finding']),
    ].join(', ');
    const label = [number ?? '', ...(link === 'none' ? [] : [`← ${supporting}`])].join(' ').trim();
    return {
      id,
      label: label || text,
      description: label && text,
      spoken: `${spoken}. ${text}`,
      icon:
        link === 'none'
          ? 'comment'
          : findings.length > 0
            ? 'pass'
            : suggested.length > 0
              ? 'question'
              : 'circle-large-outline',
      line,
      children: [
        ...findings.map(finding => findingLine(id, finding, 'comment', '')),
        ...suggested.map(finding => findingLine(`${id}?`, finding, 'question', '?')),
      ],
    };
  });
  const stray = strayTags.map(tag =>
    findingLine('stray', tag, 'warning', ` → ${tag.recommendation}, which is not there`),
  );
  const bare = bareTags
    .filter(({ suggestions }) => suggestions.length === 0)
    .map(tag => findingLine('bare', tag, 'question', ' → ?'));
  return [...lines, ...stray, ...bare];
}

function numbersOf(findings: readonly MatrixFinding[], after: string): string {
  return findings.map(({ number }) => (number ?? '–') + after).join(', ');
}

function findingLine(within: string, finding: MatrixFinding, icon: string, after: string): ReportViewLine {
  const { number, text, line, areaTitle, section, grades } = finding;
  const area = areaTitle ?? section?.split(' › ')[0] ?? '';
  const label = [`${number ?? '–'}${after}`, ...grades].join(' · ');
  return {
    id: `${within}: ${number ?? `line ${line}`}`,
    label,
    description: text,
    // (A question mark is not read out.)
    spoken: `${[`${after === '?' ? 'Perhaps finding' : 'Finding'} ${label}`, area].filter(Boolean).join(', ')}. ${text}`,
    icon,
    line,
    children: [],
  };
}
