import { propertiesOf, type Style, type Styles } from './docxStyles.ts';
import { elementAt, elementsIn, numberAt, switchAt, valueAt, wholeNumber, type XmlElement } from './docxXml.ts';
import { numberInFormat } from './printedNumber.ts';

/** What a document prints before a paragraph of a list. */
export interface Item {
  /** From 1. */
  readonly depth: number;
  /** As it is printed; bullets have none. */
  readonly number?: string;
  /** Where the list puts its paragraphs, where they do not say so themselves. */
  readonly place: Pick<Style, 'left' | 'hanging'>;
}

/** What stands before the next paragraph, by what it says of itself and its style's id; asked for each, in their order. */
export type NextItem = (style: Style, styleId: string | undefined) => Item | undefined;

interface Level {
  readonly format: string;
  /** `%1.%2`: the numbers of this level and of those above. */
  readonly pattern: string;
  readonly start: number;
  /** Whether all numbers in it are written in digits. */
  readonly legal: boolean;
  /** The level, from 1, after which it begins again; 0: it never does; else after any above. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
  readonly place: Style;
}

interface List {
  /** Lists of one definition count on from each other. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** The levels at which this list begins anew, with the numbers they begin with. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Counts the paragraphs of the lists that a part of a document defines. */
export function nextItemOf(part: XmlElement | undefined, styles: Styles): NextItem {
  const definitions = new Map(
    elementsIn(part, 'w:abstractNum').map(element => [element.attributes['w:abstractNumId'] ?? '', element] as const),
  );
  const elements = new Map(elementsIn(part, 'w:num').map(element => [element.attributes['w:numId'] ?? '', element]));
  const lists = new Map<string, List | undefined>();
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();

  function listOf(id: string): List | undefined {
    if (!lists.has(id)) {
      lists.set(id, undefined); // for lists that stand for each other
      lists.set(id, newList(id));
    }
    return lists.get(id);
  }

  function newList(id: string): List | undefined {
    const element = elements.get(id);
    const definition = valueAt(element, 'w:abstractNumId') ?? '';
    const linked = valueAt(definitions.get(definition), 'w:numStyleLink');
    const list = linked === undefined ? undefined : listOf(styles.listOf(linked) ?? '');
    const levels = new Map(list?.levels ?? levelsIn(definitions.get(definition)));
    const restarts = new Map<number, number>();
    for (const override of elementsIn(element, 'w:lvlOverride')) {
      const at = wholeNumber(override.attributes['w:ilvl']) ?? 0;
      const level = elementAt(override, 'w:lvl');
      if (level !== undefined) levels.set(at, levelOf(level));
      const start = numberAt(override, 'w:startOverride');
      if (start !== undefined) restarts.set(at, start);
    }
    return element && { definition: list?.definition ?? definition, levels, restarts };
  }

  return (style, styleId) => {
    const id = style.list ?? '0';
    const list = listOf(id);
    if (list === undefined) return undefined;
    const ofStyle = [...list.levels].find(([, level]) => level.style !== undefined && level.style === styleId)?.[0];
    const at = style.level ?? ofStyle ?? 0;
    const level = list.levels.get(at);
    if (level === undefined) return undefined;
    const numbers = counted(id, list, at);
    const number = printed(level, at, numbers, list.levels);
    if (number === '' && level.format !== 'bullet') return undefined;
    const depth = Math.max(at, style.namedLevel ?? 0) + 1;
    return { depth, ...(level.format !== 'bullet' && { number }), place: level.place };
  };

  /** The numbers of a list's levels down to the one of the next paragraph. */
  function counted(id: string, { definition, levels, restarts }: List, at: number): readonly number[] {
    const numbers = counts.get(definition) ?? [];
    counts.set(definition, numbers);
    const restart = begun.has(`${id}/${at}`) ? undefined : restarts.get(at);
    begun.add(`${id}/${at}`);
    const last = numbers[at];
    numbers[at] = restart ?? (last === undefined ? (levels.get(at)?.start ?? 1) : last + 1);
    for (let above = 0; above < at; above++) numbers[above] ??= restarts.get(above) ?? levels.get(above)?.start ?? 1;
    for (let below = at + 1; below < numbers.length; below++) {
      const after = levels.get(below)?.restart;
      if (after === undefined || at < after) delete numbers[below];
    }
    return numbers;
  }
}

function levelsIn(definition: XmlElement | undefined): [number, Level][] {
  return elementsIn(definition, 'w:lvl').map(element => [
    wholeNumber(element.attributes['w:ilvl']) ?? 0,
    levelOf(element),
  ]);
}

function levelOf(element: XmlElement): Level {
  return {
    format: valueAt(element, 'w:numFmt') ?? 'decimal',
    pattern: valueAt(element, 'w:lvlText') ?? '',
    start: numberAt(element, 'w:start') ?? 0,
    legal: switchAt(element, 'w:isLgl') ?? false,
    restart: numberAt(element, 'w:lvlRestart'),
    style: valueAt(element, 'w:pStyle'),
    place: propertiesOf(elementAt(element, 'w:pPr')),
  };
}

function printed(level: Level, at: number, numbers: readonly number[], levels: ReadonlyMap<number, Level>): string {
  return level.pattern
    .replace(/%([1-9])/g, (_, one) => {
      const above = Number(one) - 1;
      const format = levels.get(above)?.format ?? 'decimal';
      return above > at ? '' : numberInFormat(numbers[above] ?? 0, level.legal ? 'decimal' : format);
    })
    .trim();
}
