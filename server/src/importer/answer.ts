import { builtInFrameworks } from '../framework/builtIn.ts';
import { type Account, accountOf } from '../import/accounting.ts';
import { importedReport } from '../import/importedReport.ts';
import { reportOf } from '../model/report.ts';
import { readSource } from '../readers/readSource.ts';
import { documentOf } from '../syntax/document.ts';
import type { BroughtIn, ImportReply, ImportRequest, NotBroughtIn } from './protocol.ts';

/** Brings in a report, and sends every reply to the request. */
export async function answer({ bytes, name }: ImportRequest, send: (reply: ImportReply) => void): Promise<void> {
  const source = await readSource(bytes, name, {
    onPage: (read, all) => send({ kind: 'pages', read, all }),
  });
  if ('refused' in source) return send({ kind: 'refusal', refused: source.refused });
  const { markup, ledger, guesses, framework } = importedReport(source, { frameworks: builtInFrameworks });
  send(fault(accountOf(source, markup, ledger)) ?? broughtIn(markup, framework, guesses.length));
}

function broughtIn(markup: string, framework: string, guesses: number): BroughtIn {
  const { recommendations, paragraphs } = reportOf(documentOf(markup), builtInFrameworks.get(framework)!);
  return {
    kind: 'report',
    markup,
    recommendations: recommendations.length,
    paragraphs: paragraphs.filter(({ series }) => series !== undefined).length,
    guesses,
  };
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
