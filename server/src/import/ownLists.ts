import type { Framework } from '../model/framework.ts';
import type { PrintedLine } from './printedLine.ts';
import { knownHeadingAt } from './titles.ts';

/** Lines from one place to another, the last not included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What needs to improve, where the framework’s series does not run through it: if its items have numbers, they are a list’s
 * own, and the series begins anew below them.
 */
export function ownListIn(lines: readonly PrintedLine[], from: number, framework: Framework): LineRange | undefined {
  const roles = framework.numbering[0]?.roles ?? [];
  if (roles.length === 0 || roles.includes('recommendations')) return undefined;
  let start: number | undefined;
  for (let at = from; at < lines.length; at++) {
    const heading = knownHeadingAt(lines, at, framework);
    if (heading === undefined) continue;
    if (heading.kinds.some(({ role }) => role === 'recommendations')) start ??= at;
    else if (start !== undefined && (heading.area !== undefined || heading.isStatement)) return { from: start, to: at };
  }
  return undefined;
}
