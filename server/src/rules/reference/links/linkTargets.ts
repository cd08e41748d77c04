import { DerivedFacts } from '../../../model/derivedFacts.ts';
import { numberedTargets } from '../../../model/numbering/numberedTargets.ts';
import type { Report } from '../../../model/report.ts';
import type { ReportSummary } from '../../../model/reportSummary.ts';
import type { NumberedKind } from '../../../syntax/referenceInWords.ts';

/** To what in one report links may lead. */
export interface Targets {
  readonly ids: ReadonlySet<string>;
  readonly has: (kind: NumberedKind, number: string) => boolean;
}

const idsFound = new DerivedFacts<Set<string>>();

/** What the headings of a report are called in links. */
export function ownIds(report: Report): Set<string> {
  return idsFound.of(report, idsOf);
}

function idsOf({ sections }: Report): Set<string> {
  return new Set(sections.flatMap(({ id }) => id ?? []));
}

/** What stands in a report to which its own links may lead. */
export function ownTargets(report: Report): Targets {
  return {
    ids: ownIds(report),
    has: (kind, number) => numberedTargets(report)[kind].has(number) || isUncounted(report, number),
  };
}

const uncounted = new DerivedFacts<ReadonlySet<string>>();

/** All numbers that stand before paragraphs, but those of the list of judgements. */
function numbersBefore({ paragraphs }: Report): Set<string> {
  return new Set(paragraphs.flatMap(({ kind, number }) => (kind === 'entry' ? [] : (number ?? []))));
}

/**
 * Whether a number stands before a paragraph that is in no series, where the framework may not know all sections: it may be
 * what is meant.
 */
function isUncounted(report: Report, number: string): boolean {
  if (!report.framework.openAreas) return false;
  return uncounted.of(report, numbersBefore).has(number);
}

/** The same of another report, if it is there. */
export function otherTargets(other: ReportSummary | undefined): Targets | undefined {
  if (other === undefined) return undefined;
  const recommendations = new Set(other.recommendations);
  const paragraphs = new Set([...other.paragraphs, ...recommendations]);
  return {
    ids: new Set(other.ids),
    has: (kind, number) => (kind === 'paragraph' ? paragraphs : recommendations).has(number),
  };
}
