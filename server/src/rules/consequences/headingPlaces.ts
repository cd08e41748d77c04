import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { firstWhere, type Span } from '../../text/text.ts';

/** The headings of a report, to be found by a place. */
export class HeadingPlaces {
  readonly #sections: readonly Section[];
  readonly #main: readonly Section[];
  readonly #length: number;

  constructor({ sections, document }: Report) {
    this.#sections = sections;
    this.#main = sections.filter(({ level }) => level <= mainLevel);
    this.#length = document.source.length;
  }

  /** The last that begins at an offset or before it. */
  at(offset: number): Section | undefined {
    return this.#sections[countTo(this.#sections, offset) - 1];
  }

  /** The heading in whose words an offset is. */
  in(offset: number): Section | undefined {
    const own = this.at(offset);
    return own !== undefined && offset <= own.heading.to ? own : undefined;
  }

  /** The next heading after one. */
  after(section: Section | undefined): Section | undefined {
    return this.#sections[(section?.index ?? 0) + 1];
  }

  /** The heading above one. */
  above(section: Section | undefined): Section | undefined {
    return this.#sections[(section?.index ?? 0) - 1];
  }

  /** Where the text under a place ends: before the next heading. */
  end(offset: number): number {
    return (this.#sections[countTo(this.#sections, offset)]?.from ?? this.#length) - 1;
  }

  /** From the main heading before a place, be it in one itself or not, to the next one. */
  around(offset: number): Span {
    const next = countTo(this.#main, offset);
    const own = this.#main[next - 1];
    const isInHeading = own !== undefined && offset <= own.heading.to;
    const first = this.#main[isInHeading ? next - 2 : next - 1];
    return { from: first?.from ?? 0, to: (this.#main[next]?.from ?? this.#length) - 1 };
  }
}

/** Headings down to this level part a report; those below part its sections. */
const mainLevel = 2;

/** How many of these sections begin at an offset or before it. */
function countTo(sections: readonly Section[], offset: number): number {
  return firstWhere(sections.length, i => (sections[i]?.from ?? Infinity) > offset);
}
