import { builtInFrameworks, type Frameworks } from '../framework/builtIn.ts';
import { type Account, accountOf } from '../import/accounting.ts';
import { importedCounts } from '../import/importedCounts.ts';
import { importedReport } from '../import/importedReport.ts';
import { readSource } from '../readers/readSource.ts';
import { reportText } from '../readers/reportText.ts';
import type { FrameworkFile, ImportReply, ImportRequest, NotBroughtIn } from './protocol.ts';

/** Brings in a report, and sends every reply to the request. The importer is not trusted: what loses words is refused. */
export async function answer(
  { bytes, name, frameworks: files }: ImportRequest,
  send: (reply: ImportReply) => void,
  importer = importedReport,
): Promise<void> {
  const source = await readSource(bytes, name, {
    onPage: (read, all) => send({ kind: 'pages', read, all }),
  });
  if ('refused' in source) return send({ kind: 'refusal', refused: source.refused });
  const frameworks = await frameworksOf(files);
  const imported = importer(source, { frameworks });
  const { markup, ledger } = imported;
  send(fault(accountOf(source, markup, ledger)) ?? { kind: 'report', markup, ...importedCounts(imported, frameworks) });
}

/** What is wrong in a team's files, the server tells. */
async function frameworksOf(files: readonly FrameworkFile[]): Promise<Frameworks> {
  if (files.length === 0) return builtInFrameworks;
  const { frameworkSet } = await import('../framework/frameworkSet.ts');
  return frameworkSet(files.map(({ path, bytes }) => ({ path, text: reportText(bytes).text })));
}

/** What is wrong where words of the source are not in the markup, or others are. */
function fault({ lost, invented }: Account): NotBroughtIn | undefined {
  const [first] = [...lost, ...invented];
  if (first === undefined) return undefined;
  const counts = `${lost.length} would be lost and ${invented.length} added, “${first.word}” first`;
  return {
    kind: 'refusal',
    refused: `Its words would change: ${counts}. This is a fault of Inspectmark’s: please report it.`,
  };
}
