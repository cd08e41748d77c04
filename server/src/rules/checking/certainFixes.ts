import { firstWhere } from '../../text/text.ts';
import type { Edit, Fix } from '../rule.ts';
import type { CheckedFinding } from './check.ts';

/** The certain fixes of findings; of two that overlap, the first. */
export function certainFixes(findings: readonly CheckedFinding[]): Fix[] {
  const taken: Fix[] = [];
  // In the order of the text, and none of them meets another: so only the neighbours of an edit can meet it.
  const edits: Edit[] = [];
  const placeOf = ({ from }: Edit): number => firstWhere(edits.length, i => (edits[i] as Edit).from >= from);
  const meets = (edit: Edit): boolean => {
    const next = placeOf(edit);
    const [before, after] = [edits[next - 1], edits[next]];
    return (
      (before !== undefined && edit.from < before.to) ||
      (after !== undefined && (after.from === edit.from || after.from < edit.to))
    );
  };
  for (const { fixes } of findings) {
    const fix = fixes.find(({ certain }) => certain);
    if (fix === undefined || fix.edits.some(meets)) continue;
    taken.push(fix);
    for (const edit of fix.edits) edits.splice(placeOf(edit), 0, edit);
  }
  return taken;
}

/** The edits of fixes that do not overlap, in the order of the text. */
export function editsOf(fixes: readonly Fix[]): Edit[] {
  return fixes.flatMap(({ edits }) => edits).sort((a, b) => a.from - b.from);
}
