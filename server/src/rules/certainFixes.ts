import type { Span } from '../text/text.ts';
import type { CheckedFinding } from './check.ts';
import type { Edit, Fix } from './rule.ts';

/** The certain fixes of findings; of two that overlap, the first. */
export function certainFixes(findings: readonly CheckedFinding[]): Fix[] {
  const taken: Fix[] = [];
  const edits: Edit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ certain }) => certain);
    if (fix === undefined || fix.edits.some(edit => edits.some(other => meet(edit, other)))) continue;
    taken.push(fix);
    edits.push(...fix.edits);
  }
  return taken;
}

/** The edits of fixes that do not overlap, in the order of the text. */
export function editsOf(fixes: readonly Fix[]): Edit[] {
  return fixes.flatMap(({ edits }) => edits).sort((a, b) => a.from - b.from);
}

/** A text after edits, given in the order of the text. */
export function editedText(source: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const { from, to, text: words } of edits) {
    text += source.slice(at, from) + words;
    at = to;
  }
  return text + source.slice(at);
}

function meet(a: Span, b: Span): boolean {
  return (a.from < b.to && b.from < a.to) || a.from === b.from;
}
