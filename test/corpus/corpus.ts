import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { type Imported, importedReport } from '../../server/src/import/importedReport.ts';
import type { Source } from '../../server/src/import/source.ts';
import { textSource } from '../../server/src/import/textSource.ts';
import type { Report } from '../../server/src/model/report.ts';
import { reportIn } from '../reportIn.ts';
import { type ExpectedFacts, expectedRows } from './facts.ts';

const folder = '../shared/corpus';

/** Why the tests on published reports are passed over, or `false` where their texts are beside the checkout. */
export const notThere = existsSync(folder) ? false : 'the published reports are not beside the checkout';

/** The names of the published texts. */
export function corpusFiles(): string[] {
  return notThere ? [] : readdirSync(`${folder}/text`).sort();
}

/** A published text as an extractor gave it. */
export function corpusText(file: string): string {
  return readFileSync(`${folder}/text/${file}`, 'utf8');
}

/** The lines of a published text. */
export function corpusSource(file: string): Source {
  return textSource(corpusText(file), file.endsWith('.md'));
}

/** A report that has been brought in, by the built-in frameworks. */
export function brought(source: Source): Imported & { readonly report: Report } {
  const imported = importedReport(source, { frameworks: builtInFrameworks });
  return { ...imported, report: reportIn(imported.markup, imported.framework) };
}

const read = new Map<string, Report>();

/** A published report, brought in and read by its framework. */
export function corpusReport(file: string): Report {
  const report = read.get(file) ?? brought(corpusSource(file)).report;
  read.set(file, report);
  return report;
}

/** What an independent reading found in each text. */
export function expectedFacts(): Map<string, ExpectedFacts> {
  return notThere ? new Map() : expectedRows(readFileSync(`${folder}/expected.tsv`, 'utf8'));
}
