import { blocksWhere } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import type { Document } from '../../../syntax/document.ts';
import type { Finding } from '../../rule.ts';

/** Paragraphs of a series and points that end in a colon, and neither points nor anything else stand under them. */
export function* missingLists(report: Report): Iterable<Finding> {
  const { blocks, starts } = report.document;
  let members: Set<number> | undefined;
  const isMember = (own: number): boolean => {
    members ??= new Set(report.paragraphs.flatMap(({ block, series }) => (series === undefined ? [] : [block])));
    return members.has(own);
  };
  for (const i of blocksWhere(report.document, endsInColon)) {
    const block = blocks[i];
    if (block?.kind !== 'numbered' && block?.kind !== 'bullet') continue;
    let next = i + 1;
    while (blocks[next]?.kind === 'footnote' || blocks[next]?.kind === 'comment') next++;
    const below = blocks[next];
    if (block.kind === 'numbered' && !isMember(i)) continue;
    const isBare =
      below === undefined ||
      below.kind === 'heading' ||
      (block.kind === 'numbered'
        ? below.kind === 'numbered' && isMember(next) && below.number.number !== block.number.number
        : below.kind === 'bullet' && below.indent <= block.indent && isSentence(report.document, next));
    if (!isBare) continue;
    const to = (starts[i] ?? 0) + block.content.to;
    yield {
      from: to - 1,
      to,
      message: 'A list is announced here, and none follows. Write it, or end with a full stop.',
      ...(report.metadata.status === 'draft' && { severity: 'hint' }),
    };
  }
}

/** Whether a point is a sentence of its own, or leads in to its own points: where lists are not indented, it is none that is announced. */
function isSentence({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'bullet') return false;
  const start = starts[index] ?? 0;
  return /^[‘“]?[\p{Lu}\d][^:]*[.:](?:\[\^[^\]]{1,20}\])*$/u.test(
    source.slice(start + block.content.from, start + block.content.to),
  );
}

/** Whether a numbered paragraph or a point ends in a colon. */
export function endsInColon({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'numbered' && block?.kind !== 'bullet') return false;
  return source.charCodeAt((starts[index] ?? 0) + block.content.to - 1) === 58; // :
}
