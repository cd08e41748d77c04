import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { accountOf } from '../../server/src/import/accounting.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import type { Source } from '../../server/src/import/source.ts';
import { textSource } from '../../server/src/import/textSource.ts';

/** The markup of a source, of which no word may be lost, and to which none may be added. */
export function markupOf(source: Source, framework?: string): string {
  const { markup, ledger } = importedReport(source, {
    frameworks: builtInFrameworks,
    ...(framework !== undefined && { framework }),
  });
  const { lost, invented } = accountOf(source, markup, ledger);
  assert.deepEqual({ lost, invented }, { lost: [], invented: [] }, markup);
  return markup;
}

/** Expects the markup of a text, below its details. */
export function checkText(text: string, expected: string, framework = 'ofsted-sif'): void {
  const markup = markupOf(textSource(text), framework);
  assert.equal(markup.slice(markup.indexOf('\n---\n') + 5).trim(), expected);
}
