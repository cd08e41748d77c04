import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { accountOf } from '../../server/src/import/accounting.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { ledgerTable } from '../../server/src/import/ledger.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { readSource } from '../../server/src/readers/readSource.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { differingFacts, type ExpectedFacts } from './facts.ts';

export { expectedRows } from './facts.ts';

/** What bringing in one report gave. */
export interface CorpusRow {
  readonly name: string;
  readonly cells: readonly (string | number)[];
  /** A line each: facts that differ, words lost or invented, guesses, errors, warnings. */
  readonly notes: readonly string[];
  readonly bad: boolean;
  readonly markup: string | undefined;
  readonly ledger: string | undefined;
}

/** Brings in and checks a report. */
export async function corpusRow(bytes: Uint8Array, name: string, expected?: ExpectedFacts): Promise<CorpusRow> {
  const source = await readSource(bytes, name);
  if ('refused' in source) {
    return { name, cells: [name, 'refused'], notes: [source.refused], bad: true, markup: undefined, ledger: undefined };
  }
  const start = performance.now();
  const { markup, ledger, guesses, framework } = importedReport(source, { frameworks: builtInFrameworks });
  const time = performance.now() - start;
  const { lost, invented } = accountOf(source, markup, ledger);
  const report = reportOf(documentOf(markup), builtInFrameworks.get(framework)!);
  const findings = reportFindings(report, defaultReportSettings, builtInFrameworks, undefined);
  const differences = expected === undefined ? [] : differingFacts(report, expected);
  const of = (level: string) => findings.filter(({ severity }) => severity === level);
  const lineOf = (at: number) => markup.slice(0, at).split('\n').length;
  return {
    name,
    cells: [
      name,
      framework,
      expected === undefined ? '' : differences.length === 0 ? 'as expected' : `${differences.length} differ`,
      lost.length,
      invented.length,
      guesses.length,
      of('error').length,
      of('warning').length,
      of('information').length,
      time.toFixed(1),
    ],
    notes: [
      ...differences,
      ...lost.map(({ word, page, line }) => `lost “${word}” (page ${page}, line ${line})`),
      ...invented.map(({ word, line }) => `invented “${word}” (line ${line} of the markup)`),
      ...guesses.map(({ reason, line }) => `guess: ${reason} (line ${source.lines[line]?.line})`),
      ...[...of('error'), ...of('warning')].map(
        ({ severity, rule, from, to, message }) =>
          `${severity} ${rule} line ${lineOf(from)}: “${markup.slice(from, Math.min(to, from + 80)).replace(/\n/g, ' ')}” ${message.slice(0, 140)}`,
      ),
    ],
    bad: differences.length + lost.length + invented.length > 0,
    markup,
    ledger: ledgerTable(ledger),
  };
}
