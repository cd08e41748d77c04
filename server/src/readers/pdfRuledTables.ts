import type { Chunk } from './pdfChunk.ts';
import type { Box } from './pdfGeometry.ts';

/** A table whose cells are ruled. */
export interface RuledTable extends Box {
  /** The cell at a place, the same object for the same cell; nothing where no lines enclose it. */
  cellAt(x: number, y: number): Box | undefined;
}

/** A line that runs along one axis at one height of the other. */
interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** In points: lines whose ends are this close meet. */
export const reach = 3;
/** A page with more crossings than this is a drawing, and no table. */
const mostCrossings = 10_000;

/** The tables that the rules of a page make: lines that meet, and enclose more than one column. */
export function ruledTables(rules: readonly Box[]): RuledTable[] {
  const across = joined(
    rules.filter(isLevel).map(({ left, top, right, bottom }) => ({ at: (top + bottom) / 2, from: left, to: right })),
  );
  const down = joined(
    rules
      .filter(rule => !isLevel(rule))
      .map(({ left, top, right, bottom }) => ({ at: (left + right) / 2, from: top, to: bottom })),
  );
  if (across.length * down.length > mostCrossings) return [];
  return groups(across, down)
    .filter(({ across, down }) => places(across).length >= 2 && places(down).length >= 3)
    .map(({ across, down }) => tableOf(across, down));
}

/** The cell of a table in which a word stands. */
export function cellOf({ left, right, base, size }: Chunk, table: RuledTable): Box | undefined {
  return table.cellAt((left + right) / 2, base - size / 3);
}

function isLevel({ left, top, right, bottom }: Box): boolean {
  return right - left > bottom - top;
}

/** Rules with those that continue each other made one. */
function joined(rules: readonly Rule[]): Rule[] {
  const byPlace = [...rules].sort((a, b) => a.at - b.at);
  const lines: Rule[] = [];
  for (let i = 0; i < byPlace.length; ) {
    let j = i;
    while (j < byPlace.length && byPlace[j]!.at - byPlace[i]!.at <= reach / 2) j++;
    const level = byPlace.slice(i, j).sort((a, b) => a.from - b.from);
    for (const rule of level) {
      const last = lines.at(-1);
      if (last !== undefined && last.at === byPlace[i]!.at && rule.from <= last.to + reach)
        lines[lines.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
      else lines.push({ ...rule, at: byPlace[i]!.at });
    }
    i = j;
  }
  return lines;
}

/** The rules that meet, directly or by others. */
function groups(across: readonly Rule[], down: readonly Rule[]): { across: Rule[]; down: Rule[] }[] {
  const parents = across.map((_, i) => i);
  const root = (i: number): number => {
    while (parents[i] !== i) i = parents[i] = parents[parents[i]!]!;
    return i;
  };
  const firstMet = down.map(line => {
    const met = across.flatMap((other, i) => (meet(other, line) ? [i] : []));
    for (const i of met) parents[root(i)] = root(met[0]!);
    return met[0];
  });
  const found = new Map<number, { across: Rule[]; down: Rule[] }>();
  across.forEach((rule, i) => {
    const key = root(i);
    if (!found.has(key)) found.set(key, { across: [], down: [] });
    found.get(key)!.across.push(rule);
  });
  down.forEach((rule, i) => {
    const met = firstMet[i];
    if (met !== undefined) found.get(root(met))!.down.push(rule);
  });
  return [...found.values()];
}

function meet(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - reach &&
    down.at <= across.to + reach &&
    across.at >= down.from - reach &&
    across.at <= down.to + reach
  );
}

/** The different places at which rules, or the sides of cells, stand. */
export function places(rules: readonly { readonly at: number }[]): number[] {
  const sorted = rules.map(({ at }) => at).sort((a, b) => a - b);
  return sorted.filter((at, i) => i === 0 || at - sorted[i - 1]! > reach);
}

function tableOf(across: readonly Rule[], down: readonly Rule[]): RuledTable {
  const levels = [...across].sort((a, b) => a.at - b.at);
  const walls = [...down].sort((a, b) => a.at - b.at);
  const cells = new Map<string, Box>();
  const cellAt = (x: number, y: number) => {
    const bySide = walls.filter(({ from, to }) => y > from - reach && y < to + reach);
    const byLevel = levels.filter(({ from, to }) => x > from - reach && x < to + reach);
    const left = bySide.findLast(({ at }) => at <= x)?.at;
    const right = bySide.find(({ at }) => at > x)?.at;
    const top = byLevel.findLast(({ at }) => at <= y)?.at;
    const bottom = byLevel.find(({ at }) => at > y)?.at;
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined;
    const key = `${left} ${top} ${right} ${bottom}`;
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = { left, top, right, bottom };
      cells.set(key, cell);
    }
    return cell;
  };
  return {
    left: walls[0]!.at,
    right: walls.at(-1)!.at,
    top: levels[0]!.at,
    bottom: levels.at(-1)!.at,
    cellAt,
  };
}
