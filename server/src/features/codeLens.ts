import type { CodeLens, Location } from 'vscode-languageserver-types';
import { linksOf } from '../model/links.ts';
import { listInWords } from '../model/listInWords.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../text/text.ts';

/** The client's command of a lens: it shows places beside one, given the report's URI, the position and the locations. */
const showPlacesCommand = 'inspectmark.showPlaces';

/** More numbers than these are counted: the line is short. */
const mostNumbers = 5;

/** Above a recommendation what supports it; above a graded section the other places that grade its area. */
export function codeLens(report: Report, uri: string): CodeLens[] {
  return [...supported(report, uri), ...graded(report, uri)].sort(
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
  for (const { index, ownArea, heading } of report.sections) {
    if (ownArea === undefined) continue;
    const judgements = report.judgements.filter(({ area, grade }) => area === ownArea && grade !== undefined);
    const others = judgements.filter(({ section }) => section !== index);
    if (others.length === 0 || others.length === judgements.length) continue;
    const labels = [...new Set(others.map(({ grade }) => grade?.label ?? ''))];
    const count = others.length === 1 ? 'one other place' : `${others.length} other places`;
    const words = labels.length === 1 ? `${labels[0]} in ${count}` : `Graded in ${count}: ${labels.join(', ')}`;
    yield lens(report, uri, heading, words, others);
  }
}

function lens({ text }: Report, uri: string, at: Span, title: string, places: readonly Span[]): CodeLens {
  const range = text.range(at);
  const locations: Location[] = places.map(({ from, to }) => ({ uri, range: text.range({ from, to }) }));
  return { range, command: { title, command: showPlacesCommand, arguments: [uri, range.start, locations] } };
}
