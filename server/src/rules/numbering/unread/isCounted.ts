import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { Report } from '../../../model/report.ts';

const counted = new DerivedFacts<ReadonlySet<string | undefined>>();

/** Whether a paragraph of a series has a number. */
export function isCounted(report: Report, number: string): boolean {
  return counted.of(report, countedNumbers).has(number);
}

function countedNumbers({ paragraphs }: Report): Set<string | undefined> {
  return new Set(paragraphs.flatMap(({ series, number }) => (series === undefined ? [] : number)));
}
