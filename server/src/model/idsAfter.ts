import { letterOf } from '../syntax/number.ts';
import type { Edit } from '../text/edit.ts';
import { numberedTargets } from './numbering/numberedTargets.ts';
import type { Report } from './report.ts';
import { sectionOfId } from './things.ts';

/**
 * What links to places in a report must name after edits that give paragraphs or sections of it other numbers or names, by
 * what they name before. A number that is repeated leads to nothing for certain, and is not among them.
 */
export function idsAfter(report: Report, edits: readonly Edit[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const byStart = new Map(edits.map(edit => [edit.from, edit]));
  const targets = numberedTargets(report);
  for (const kind of ['paragraph', 'recommendation'] as const)
    for (const [number, [target, another]] of targets[kind]) {
      const edit = another === undefined ? byStart.get(target?.numberSpan?.from ?? -1) : undefined;
      if (edit === undefined || edit.to !== target?.numberSpan?.to) continue;
      const after = letterOf(number) === '' ? edit.text.slice(letterOf(edit.text).length) : edit.text;
      if (after !== number) ids.set(`${kind}-${number}`, `${kind}-${after}`);
    }
  for (const { from, to, text } of edits) {
    const id = report.document.source.slice(from, to);
    const heading = id === text || id.includes('\n') ? undefined : sectionOfId(report, id)?.heading;
    if (heading !== undefined && heading.from < from && to <= heading.to) ids.set(id, text);
  }
  return ids;
}
