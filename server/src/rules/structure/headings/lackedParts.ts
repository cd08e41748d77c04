import { isInOpening } from '../../../model/judgements/judgements.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { blockSpan } from '../../../syntax/document.ts';
import { addToSet } from '../../../text/lists.ts';
import { openingWords } from '../../../text/phrases.ts';
import type { Span } from '../../../text/text.ts';
import { titleSpan } from '../../reportParts.ts';

/** A part that all sections of graded areas have but one, such as *Inspection findings*, and where it was cut out. */
export interface LackedPart extends Span {
  readonly title: string;
  readonly section: Section;
  /** Whether its paragraphs are numbered, so that without it they stand where none should be. */
  readonly isNumbered: boolean;
  /** The heading that stands in its place under another title. */
  readonly instead: Section | undefined;
  /** Whether its title stands there as text. */
  readonly isText: boolean;
}

/** So many others must have it. */
const fewestOthers = 2;

/** The parts that only one of the sections of areas lacks. */
export function lackedParts(report: Report): LackedPart[] {
  const { sections } = report;
  const areas: Section[] = [];
  const parts = new Map<number, Section[]>();
  const ofArea = new Map<string, Section[]>();
  for (const section of sections) {
    const { index, ownArea, kind, parent } = section;
    parts.get(parent ?? -1)?.push(section);
    if (ownArea === undefined || kind?.area !== ownArea || sections[parent ?? -1]?.ownArea !== undefined) continue;
    // Two sections of one area have their parts between them: that it has two is told.
    const twin = ofArea.get(ownArea);
    if (twin === undefined) areas.push(section);
    const own = twin ?? [];
    ofArea.set(ownArea, own);
    parts.set(index, own);
  }
  if (areas.length <= fewestOthers) return [];
  const titles = new Map<string, Section>();
  const having = new Map<string, Set<number>>();
  for (const { index: area } of areas)
    for (const part of parts.get(area) ?? []) {
      const key = titleKey(part.title);
      if (part.ownArea === undefined && part.title !== '') titles.set(key, part);
      addToSet(having, key, area);
    }
  const firsts = new Set([...parts.values()].map(([first]) => first?.index));
  return [...titles].flatMap(([key, { title, kind, index }]) => {
    const others = having.get(key);
    if (others?.size !== areas.length - 1) return [];
    const area = areas.find(own => !others.has(own.index));
    const isNumbered = kind?.paragraphs === 'numbered';
    if (area === undefined) return [];
    const isFirst = firsts.has(index);
    const written = asText(report, area, key);
    // One with none of the parts is written in another way.
    if (written === undefined && parts.get(area.index)?.length === 0 && !isNumbered) return [];
    const place = written ?? seam(report, area, isNumbered, isFirst);
    const above = report.sections.findLast(({ from }) => from <= place.from);
    const isOther =
      above?.parent === area.index && above.title !== '' && (above.kind === undefined || above.meant !== undefined);
    const [child] = parts.get(area.index) ?? [];
    const isChild = isFirst && child?.kind === undefined && child?.title !== '';
    const instead = written !== undefined ? undefined : isOther ? above : isChild ? child : undefined;
    return [
      {
        ...(instead === undefined ? place : titleSpan(instead)),
        title,
        section: area,
        isNumbered,
        instead,
        isText: written !== undefined,
      },
    ];
  });
}

/** The part’s title where it stands as a paragraph of the area’s section, or begins one. */
function asText({ document }: Report, area: Section, key: string): Span | undefined {
  for (let i = area.block + 1; i < area.blockEnd; i++) {
    const { blocks, source } = document;
    const kind = blocks[i]?.kind;
    if (kind !== 'plain' && kind !== 'bullet') continue;
    const place = blockSpan(document, i);
    const isShort = place.to - place.from <= 2 * key.length;
    if (isShort && titleKey(source.slice(place.from, place.to).replace(/^[-*]\s+/, '')) === key) return place;
    if (kind === 'bullet') continue;
    const end = place.from + key.length;
    if (/^\s[‘“]?\p{Lu}/u.test(source.slice(end, end + 3)) && titleKey(source.slice(place.from, end)) === key)
      return { from: place.from, to: end };
  }
  return undefined;
}

/** Where a part's text begins: its first number, or, of the first part, what follows the heading and its judgement line. */
function seam(report: Report, area: Section, isNumbered: boolean, isFirst: boolean): Span {
  const { paragraphs, judgements, document } = report;
  const first = isNumbered
    ? paragraphs.find(({ from, to, numberSpan }) => from > area.from && to <= area.to && numberSpan !== undefined)
    : undefined;
  if (first?.numberSpan !== undefined) return first.numberSpan;
  if (!isFirst) return titleSpan(area);
  const lines = new Set(judgements.flatMap(({ block, carrier }) => (carrier === 'line' ? block : [])));
  for (let i = area.block + 1; i < area.blockEnd; i++) {
    const block = document.blocks[i];
    if (block?.kind !== 'plain' && block?.kind !== 'numbered') {
      if (block?.kind === 'heading') break;
      continue;
    }
    if (lines.has(i)) continue;
    const from = (document.starts[i] ?? 0) + block.start;
    return openingWords(document.source, { from, to: Infinity });
  }
  return titleSpan(area);
}

/** Whether a block may be where a part's or a section's text begins: what is told there ends with its first words. */
export function beginsText({ document: { blocks }, sections }: Report, index: number): boolean {
  let above = index - 1;
  while (blocks[above]?.kind === 'comment') above--;
  const kind = blocks[above]?.kind;
  return kind === 'heading' || kind === 'judgement' || isInOpening(sections, index);
}
