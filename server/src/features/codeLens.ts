import type { CodeLens, Location } from 'vscode-languageserver-types';
import { limitsInForce } from '../model/judgements/limitsInForce.ts';
import { linksOf } from '../model/links.ts';
import type { Report } from '../model/report.ts';
import { areaWords, inSentence } from '../rules/messages/judgementWords.ts';
import { addCount, addToGroup } from '../text/lists.ts';
import { listInWords } from '../text/phrases.ts';
import type { Span } from '../text/text.ts';

/** The client's command of a lens: it shows places beside one, given the report's URI, the position and the locations. */
const showPlacesCommand = 'inspectmark.showPlaces';

/** More numbers than these are counted: the line is short. */
const mostNumbers = 5;

/** No lens leads to more places: each of thousands of sections with one grade would lead to all others. */
const mostPlaces = 100;

/**
 * Above a recommendation what supports it; above a graded section the other places that grade its area; above the headline
 * what limits its grade.
 */
export function codeLens(report: Report, uri: string): CodeLens[] {
  return [...supported(report, uri), ...graded(report, uri), ...limited(report, uri)].sort(
    (one, other) => one.range.start.line - other.range.start.line,
  );
}

function* supported(report: Report, uri: string): Iterable<CodeLens> {
  const { supportedBy } = linksOf(report);
  const findings = new Map(
    report.paragraphs.flatMap(({ kind, number, numberSpan }) =>
      kind === 'finding' && number !== undefined && numberSpan !== undefined ? [[number, numberSpan] as const] : [],
    ),
  );
  for (const { number = '', numberSpan } of report.recommendations) {
    const numbers = (supportedBy.get(number) ?? []).filter(own => findings.has(own));
    if (numberSpan === undefined || numbers.length === 0) continue;
    const words =
      numbers.length > mostNumbers
        ? `${numbers.length} paragraphs`
        : `paragraph${numbers.length === 1 ? '' : 's'} ${listInWords(numbers)}`;
    yield lens(
      report,
      uri,
      numberSpan,
      `Supported by ${words}`,
      numbers.flatMap(own => findings.get(own) ?? []),
    );
  }
}

function* graded(report: Report, uri: string): Iterable<CodeLens> {
  const byArea = new Map<string, GradedPlace[]>();
  const bySection = new Map<string, GradedPlace[]>();
  for (const judgement of report.judgements) {
    const { area, grade, section } = judgement;
    if (area === undefined || grade === undefined) continue;
    const place = { ...judgement, label: grade.label };
    addToGroup(byArea, area, place);
    addToGroup(bySection, `${section} ${area}`, place);
  }
  const labelsOf = new Map([...byArea].map(([area, places]) => [area, counted(places)]));
  for (const { index, ownArea = '', heading } of report.sections) {
    const all = byArea.get(ownArea);
    const own = bySection.get(`${index} ${ownArea}`);
    if (all === undefined || own === undefined || own.length === all.length) continue;
    const ownLabels = counted(own);
    const labels = [...(labelsOf.get(ownArea) ?? [])]
      .filter(([label, count]) => count > (ownLabels.get(label) ?? 0))
      .map(([label]) => label);
    const others = all.length - own.length;
    const count = others === 1 ? 'one other place' : `${others} other places`;
    const words = labels.length === 1 ? `${labels[0]} in ${count}` : `Graded in ${count}: ${labels.join(', ')}`;
    const near = all.slice(0, mostPlaces + own.length).filter(({ section }) => section !== index);
    yield lens(report, uri, heading, words, near);
  }
}

/** Of several limits of an area the strictest. */
function* limited(report: Report, uri: string): Iterable<CodeLens> {
  const { framework } = report;
  const told = new Set<string>();
  for (const { limit, most, limited, limiting } of limitsInForce(report)) {
    if (told.has(limit.area)) continue;
    told.add(limit.area);
    const reasons = limiting.map(({ area, areaText, grade }) =>
      inSentence(`${areaWords(framework, area, areaText)} is ${grade.label}`),
    );
    const bound = `${limit.strength === 'must' ? 'At' : 'Expected to be at'} most ${most.label}`;
    yield lens(report, uri, limited, `${bound}: ${listInWords(reasons)}`, limiting);
  }
}

interface GradedPlace extends Span {
  readonly section: number | undefined;
  readonly label: string;
}

/** How many places have each grade, in the order of the text. */
function counted(places: readonly GradedPlace[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { label } of places) addCount(counts, label);
  return counts;
}

function lens({ text }: Report, uri: string, at: Span, title: string, places: readonly Span[]): CodeLens {
  const range = text.range(at);
  const locations: Location[] = places
    .slice(0, mostPlaces)
    .map(({ from, to }) => ({ uri, range: text.range({ from, to }) }));
  return { range, command: { title, command: showPlacesCommand, arguments: [uri, range.start, locations] } };
}
