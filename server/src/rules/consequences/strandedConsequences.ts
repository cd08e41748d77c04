import { strandedMembers } from '../../model/numbering/strandedMembers.ts';
import type { Report } from '../../model/report.ts';
import type { CheckedFinding } from '../checking/check.ts';
import { HeadingPlaces } from './headingPlaces.ts';
import { isFault } from './isFault.ts';

const ofTargets = new Set(['unresolved-tag', 'unresolved-reference']);

/** The findings less what leads to a paragraph that is told to stand outside its section, and so is none of the series. */
export function withoutStrandedTargets(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  const { paragraphs, document } = report;
  if (!findings.some(({ rule }) => ofTargets.has(rule))) return findings;
  const starts = new Set(
    findings.filter(({ rule }) => rule === 'number-start' || rule === 'number-gap').map(({ from }) => from),
  );
  if (starts.size === 0) return findings;
  const stranded = new Set([
    ...strandedMembers(report).flatMap(({ number }) => number ?? []),
    ...paragraphs.flatMap(({ series, number, numberSpan }) =>
      series === undefined && number !== undefined && starts.has(numberSpan?.from ?? -1) ? number : [],
    ),
  ]);
  if (stranded.size === 0) return findings;
  return findings.filter(
    ({ rule, from, to }) => !ofTargets.has(rule) || !stranded.has(document.source.slice(from, to)),
  );
}

/** What may be told of a heading that is not read as the one that it is. */
const ofHeadings = new Set(['heading-form', 'heading-level', 'missing-section', 'missing-judgement', 'unknown-area']);

/** The findings less those of a number that it stands outside its section, where the heading above it is told not to be read. */
export function withoutStrandedNumbers(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  if (!findings.some(({ rule }) => rule === 'number-gap')) return findings;
  const outside = [...strandedMembers(report), ...report.paragraphs.filter(({ series }) => series === undefined)];
  const numbers = new Set(outside.flatMap(({ numberSpan }) => numberSpan?.from ?? []));
  const isStranded = ({ rule, from }: CheckedFinding): boolean => rule === 'number-gap' && numbers.has(from);
  if (!findings.some(isStranded)) return findings;
  const headings = new HeadingPlaces(report);
  const told = new Set(
    findings.flatMap(own => (ofHeadings.has(own.rule) && isFault(own) ? (headings.in(own.from) ?? []) : [])),
  );
  return findings.filter(finding => {
    const above = isStranded(finding) ? headings.at(finding.from) : undefined;
    return above === undefined || !told.has(above);
  });
}
