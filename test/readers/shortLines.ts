import type { Look, SourceLine } from '../../server/src/import/source.ts';

/** Lines of a source in short: `text {look}`. */
export function shortLines(lines: readonly SourceLine[]): string[] {
  return lines.map(({ text, look = {} }) => [text, ...words(look)].join(' '));
}

function words({ left, cell, item, superscripts, ...look }: Look): string[] {
  const short = {
    ...look,
    ...(left && { left }),
    ...(superscripts && { raised: superscripts.map(({ from, to }) => `${from}-${to}`).join() }),
    ...(cell && { cell: `${cell.table}/${cell.row}/${cell.column}` }),
    ...(item && { item: `${item.depth}${item.number ? `:${item.number}` : ''}` }),
  };
  const all = Object.entries(short).map(([name, value]) => (value === true ? name : `${name}=${value}`));
  return all.length > 0 ? [`{${all.join(' ')}}`] : [];
}
