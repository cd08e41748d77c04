import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Baseline } from '../settings/baseline.ts';
import { counted } from '../text/phrases.ts';
import { shown } from './reportPaths.ts';

/** A baseline that counts for a report. */
export interface CountingBaseline {
  /** Absolute. */
  readonly file: string;
  readonly known: Baseline;
}

/**
 * Reports that a baseline does not list, while others that it lists are gone: most have been renamed or moved, and with them
 * all that was known would seem new.
 */
export class MovedReports {
  readonly #unlisted = new Map<string, { readonly known: Baseline; count: number }>();

  /** Takes notice of a report in which something was found. */
  add(report: string, { file, known }: CountingBaseline): void {
    if (Object.hasOwn(known, relative(dirname(file), report).replaceAll(sep, '/'))) return;
    const before = this.#unlisted.get(file);
    if (before === undefined) this.#unlisted.set(file, { known, count: 1 });
    else before.count++;
  }

  /** A line for each baseline that seems to know reports by names that they had. */
  lines(cwd: string): string[] {
    return [...this.#unlisted].flatMap(([file, { known, count }]) => {
      const gone = Object.keys(known).filter(name => !existsSync(join(dirname(file), name)));
      const [first] = gone;
      if (first === undefined) return [];
      const name = shown(relative(cwd, file));
      const others = gone.length === 1 ? first : `${first} and ${gone.length - 1} more`;
      return [
        `${name} lists ${counted(gone.length, 'report')} that ${gone.length === 1 ? 'is' : 'are'} not there (${others}), and not ${count} of those checked. Where one was renamed, write its new name into ${name}.`,
      ];
    });
  }
}
