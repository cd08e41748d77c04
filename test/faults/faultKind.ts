import type { Span } from '../../server/src/text/text.ts';
import type { GoodReport } from './goodReport.ts';
import type { Random } from './random.ts';

/** A kind of fault: how an author comes to make it, and what must be found. */
export interface FaultKind {
  /** What is wrong, in a few words. */
  readonly fault: string;
  /** Rules any one of which finds it. */
  readonly found: readonly string[];
  /** Rules that may report an error too, since the one fault makes another: a reference to a paragraph that is taken out. */
  readonly also?: readonly string[];
  /**
   * Whether it counts that a related place of a finding is the place: where the rule cannot know which of two is wrong, or
   * where it tells all that a report or section has of the kind in one finding.
   */
  readonly orRelated?: boolean;
  /** Makes it in a report, or nothing where the report has no place for it. It may copy from the other reports. */
  readonly plant: (report: GoodReport, random: Random, others: readonly GoodReport[]) => Planted | undefined;
}

/** A report with a fault. */
export interface Planted extends Beside {
  readonly source: string;
  /** Where it must be found: at one of these places. */
  readonly places: readonly Span[];
}

/** What a report is checked with. */
export interface Beside {
  /** Other reports of the same folder, by their names. */
  readonly reports?: Readonly<Record<string, string>>;
  /** What the team has settled in `inspectmark.json`, where the framework settles nothing. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A replacement of a span. */
export interface Edit extends Span {
  readonly text: string;
}

/** A report with edits; the places are given in the good report, and are what is edited unless they are said. */
export function planted({ source }: GoodReport, edits: readonly Edit[], places: readonly Span[] = edits): Planted {
  const inOrder = [...edits].sort((a, b) => a.from - b.from);
  const growth = (list: readonly Edit[]) =>
    list.reduce((sum, { from, to, text }) => sum + text.length - (to - from), 0);
  let written = '';
  let at = 0;
  for (const { from, to, text } of inOrder) {
    written += source.slice(at, from) + text;
    at = to;
  }
  return {
    source: written + source.slice(at),
    places: places.map(({ from, to }) => ({
      from: Math.max(0, from + growth(inOrder.filter(edit => edit.to <= from && edit.from < from))),
      to: to + growth(inOrder.filter(edit => edit.to <= to)),
    })),
  };
}

/** What is planted at one of a list, any that will do. */
export function ofOne<T>(
  random: Random,
  list: readonly T[],
  plant: (own: T) => Planted | undefined,
): Planted | undefined {
  for (const own of random.shuffled(list)) {
    const made = plant(own);
    if (made !== undefined) return made;
  }
  return undefined;
}
