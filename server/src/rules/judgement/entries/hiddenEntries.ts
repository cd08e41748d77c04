import type { Area } from '../../../model/framework.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Judgement } from '../../../model/judgements/judgement.ts';
import type { Report } from '../../../model/report.ts';
import { titleKey } from '../../../model/titleKey.ts';
import type { Span } from '../../../text/text.ts';

/** A line that is read as part of the judgement entry above it, because its number is not higher. */
export interface HiddenEntry {
  /** Its number as written. */
  readonly number: Span;
  /** The area that it names. */
  readonly area: Area;
  readonly areaSpan: Span;
  /** The entry that the area has already. */
  readonly first: Judgement | undefined;
}

/** By block, the first such line of each entry, if it names an area. */
export function hiddenEntries({ document, framework, judgements }: Report): Map<number, HiddenEntry> {
  const { blocks, starts, source } = document;
  const found = new Map<number, HiddenEntry>();
  for (const { carrier, block } of judgements) {
    const own = blocks[block];
    if (carrier !== 'entry' || own?.kind !== 'numbered') continue;
    const [hidden] = own.hiddenNumbers;
    if (hidden === undefined) continue;
    const start = starts[block] ?? 0;
    const from = start + hidden.textFrom;
    const [line = ''] = /^[^\r\n]*/.exec(source.slice(from, start + own.end)) ?? [];
    const name = line.slice(0, Math.max(0, line.lastIndexOf(':'))).trimEnd();
    const area = frameworkIndex(framework).areaByName.get(titleKey(name));
    if (area === undefined) continue;
    const first = judgements.find(other => other.carrier === 'entry' && other.area === area.id);
    const number = { from: start + hidden.from, to: start + hidden.to };
    found.set(block, { number, area, areaSpan: { from, to: from + name.length }, first });
  }
  return found;
}
