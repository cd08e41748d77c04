import type { Diagnostic, Range } from 'vscode-languageserver-types';

/**
 * Lines on which a text was edited. There an editor has moved its marks with the text, and is to be told anew where they
 * belong, though nothing else is to be said.
 */
export class EditedLines {
  readonly #lines: readonly number[];

  constructor(lines: Iterable<number> = []) {
    this.#lines = [...lines].sort((one, other) => one - other);
  }

  /** Whether a range touches any of them. */
  touch({ start, end }: Range): boolean {
    const first = this.#lines[0] ?? Infinity;
    const last = this.#lines.at(-1) ?? -Infinity;
    return end.line >= first && start.line <= last && this.#lines.some(line => line >= start.line && line <= end.line);
  }

  /** Whether any place of a diagnostic touches one. */
  touchAny({ range, relatedInformation }: Diagnostic): boolean {
    return this.touch(range) || relatedInformation?.some(({ location }) => this.touch(location.range)) === true;
  }
}
