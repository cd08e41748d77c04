import { letterOf } from '../../syntax/number.ts';
import { addToGroup } from '../../text/lists.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';

/**
 * What *paragraph 12* and *recommendation 5* can mean: paragraphs by number, several where a number is repeated; R3 is also
 * 3.
 */
export interface NumberedTargets {
  readonly paragraph: ReadonlyMap<string, readonly Paragraph[]>;
  readonly recommendation: ReadonlyMap<string, readonly Paragraph[]>;
}

const found = new DerivedFacts<NumberedTargets>();

/** A report's paragraphs and recommendations by their numbers, found on first use. A list's items are not among them. */
export function numberedTargets(report: Report): NumberedTargets {
  return found.of(report, targetsOf);
}

function targetsOf({ paragraphs, framework }: Report): NumberedTargets {
  const paragraph = new Map<string, Paragraph[]>();
  const recommendation = new Map<string, Paragraph[]>();
  const hasFindings = paragraphs.some(({ kind, series }) => kind === 'finding' && series !== undefined);
  // Where series differ each word means its own; recommendations in the findings' series are paragraphs too.
  const shared = framework.numbering.map(({ roles }) => roles.some(role => role !== 'recommendations'));
  for (const own of paragraphs) {
    const { number, kind, series } = own;
    if (number === undefined || kind === 'entry') continue;
    if (kind === 'recommendation') addToGroup(recommendation, number, own);
    if (series !== undefined && (kind === 'finding' || shared[series] || !hasFindings))
      addToGroup(paragraph, number, own);
  }
  addDigits(paragraph);
  addDigits(recommendation);
  return { paragraph, recommendation };
}

/** *Recommendation 3* means R3 where there is no plain 3, and *paragraph 9* means 09. */
function addDigits(targets: Map<string, readonly Paragraph[]>): void {
  for (const [number, own] of [...targets]) {
    const digits = number.slice(letterOf(number).length).replace(/^0+(?=\d)/, '');
    if (!targets.has(digits)) targets.set(digits, own);
  }
}
