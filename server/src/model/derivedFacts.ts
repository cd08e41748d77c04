import type { Report } from './report.ts';

/**
 * What is found in a report on first use, kept in the report itself. A `WeakMap` would do the same, but V8 keeps its keys
 * alive until the next full collection: a thousand reports read one after another would be copied again and again.
 */
export class DerivedFacts<Facts> {
  readonly #stands: boolean;

  /** @param stands whether the facts name no place and read no words, so that they hold after a rewording too */
  constructor({ stands = false } = {}) {
    this.#stands = stands;
  }

  /** What holds of a report after a rewording of all that was found in it. */
  static standing(report: Report): Map<unknown, unknown> {
    return new Map([...report.derived].filter(([facts]) => facts instanceof DerivedFacts && facts.#stands));
  }

  /** What was found in a report, or is found now and kept. */
  of(report: Report, find: (report: Report) => Facts): Facts {
    const known = this.get(report);
    if (known !== undefined) return known;
    const facts = find(report);
    this.set(report, facts);
    return facts;
  }

  /** What was found in a report, if anything was yet. */
  get(report: Report): Facts | undefined {
    return report.derived.get(this) as Facts | undefined;
  }

  /** Keeps what was found in a report. */
  set(report: Report, facts: Facts): void {
    report.derived.set(this, facts);
  }
}
