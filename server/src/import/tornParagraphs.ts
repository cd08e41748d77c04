import type { Framework } from '../model/framework.ts';
import { bulletAt } from './bullets.ts';
import type { HeadingFinder } from './headings.ts';
import type { PrintedLine } from './printedLine.ts';
import type { SectionLevels } from './sectionLevels.ts';
import type { SeriesStart } from './seriesStarts.ts';
import { knownHeadingAt } from './titles.ts';
import { isTorn, type LineRole, type TornStart, tornStarts } from './tornNumbers.ts';

/** The lines of a report, and the numbers found in them. */
interface NumberedLines {
  readonly lines: readonly PrintedLine[];
  readonly starts: ReadonlyMap<number, SeriesStart>;
  readonly framework: Framework;
}

/** The paragraphs whose numbers stand elsewhere on their page: found page by page, by the section in which a page begins. */
export class TornParagraphs {
  readonly #lines: readonly PrintedLine[];
  readonly #starts: ReadonlyMap<number, SeriesStart>;
  readonly #framework: Framework;
  readonly #headings: HeadingFinder;
  readonly #levels: SectionLevels;
  /** By the place of a paragraph's first line. */
  readonly #torn: Map<number, TornStart>;
  /** The lines of their numbers. */
  readonly #given: Set<number>;
  /** The roles whose sections may have the series’ numbers. */
  readonly #numbered: ReadonlySet<string>;

  /** @param known those that are known before a page is read, by their places */
  constructor(
    { lines, starts, framework }: NumberedLines,
    known: ReadonlyMap<number, TornStart>,
    headings: HeadingFinder,
    levels: SectionLevels,
  ) {
    this.#lines = lines;
    this.#starts = starts;
    this.#framework = framework;
    this.#headings = headings;
    this.#levels = levels;
    this.#torn = new Map(known);
    this.#given = new Set([...known.values()].map(({ numberLine }) => numberLine.index));
    this.#numbered = new Set(framework.numbering[0]?.roles);
  }

  /** The paragraph that begins at a line. */
  at(at: number): TornStart | undefined {
    return this.#torn.get(at);
  }

  /** Whether a line is the number of a paragraph that stands elsewhere. */
  isGiven({ index }: PrintedLine): boolean {
    return this.#given.has(index);
  }

  /** Finds those of the page that begins at a line. */
  readPage(from: number): void {
    let to = from + 1;
    while (this.#lines[to]?.isTop === false) to++;
    // The number is the page's last line: its paragraph begins the next page.
    if (this.#isTornAt(to - 1) && to < this.#lines.length && !this.#starts.has(to)) to++;
    for (const [at, start] of tornStarts(this.#lines, from, to, this.#starts, this.#rolesFrom(from))) {
      if (this.#given.has(start.numberLine.index) || this.#torn.has(at)) continue;
      this.#torn.set(at, start);
      this.#given.add(start.numberLine.index);
    }
  }

  /** Tells what lines are from one on; they are asked in their order, each once. */
  #rolesFrom(from: number): (at: number) => LineRole {
    let isNumbered = this.#levels.isNumbered;
    let headingTo = from;
    let introTo = from;
    let role = this.#levels.role;
    const isUnderItsNumber = (at: number) => this.#isTornAt(at - 1) && !this.#isTornAt(at - 2);
    return at => {
      if (at < headingTo) return 'heading';
      if (bulletAt(this.#lines[at]!, { inList: false }) !== undefined) return 'bullet';
      const heading = knownHeadingAt(this.#lines, at, this.#framework);
      if (heading === undefined)
        return (isNumbered && at >= introTo) || (this.#numbered.has(role) && isUnderItsNumber(at))
          ? 'numbered text'
          : 'other text';
      headingTo = at + heading.lines;
      const kind = this.#headings.kindOf(heading, false);
      role = kind?.role ?? role;
      introTo = this.#numbered.has(role) ? this.#introEnd(headingTo) : headingTo;
      isNumbered = heading.isStatement || kind?.paragraphs === 'numbered' || introTo > headingTo;
      return 'heading';
    };
  }

  /** Whether a line holds nothing but a number of the series. */
  #isTornAt(at: number): boolean {
    const start = this.#starts.get(at);
    return start !== undefined && isTorn(start, this.#lines[at]!);
  }

  /**
   * Where a sentence that ends with a colon ends right under a heading, above numbers that stand alone; else the same
   * place.
   */
  #introEnd(from: number): number {
    for (let at = from; at < from + 3 && at < this.#lines.length; at++) {
      if (!this.#lines[at]!.text.endsWith(':')) continue;
      return this.#isTornAt(at + 1) ? at + 1 : from;
    }
    return from;
  }
}
