import { pastedMarkup } from '../import/pastedMarkup.ts';
import type { Source } from '../import/source.ts';
import type { Report } from '../model/report.ts';

/**
 * What is put into a report between two offsets where a part of another was copied, with the blank lines that part it from
 * what stands there; nothing if it says no more than its plain text. Where one pastes within a paragraph, plain text that
 * comes first goes on with it.
 */
export function pastedReport(report: Report, from: number, to: number, source: Source): string | undefined {
  const { framework, footnotes, text } = report;
  const pasted = pastedMarkup(source, framework, new Set(footnotes.map(({ name }) => name)));
  if (pasted === undefined) return undefined;
  const { markup, beginsBlock, endsBlock } = pasted;
  const start = text.positionAt(from);
  const end = text.positionAt(to);
  const before = text.line(start.line).slice(0, start.character);
  const after = text.line(end.line).slice(end.character);
  const isBlank = (line: string): boolean => line.trim() === '';
  const above = isBlank(before) ? (isBlank(text.line(start.line - 1)) ? '' : '\n') : beginsBlock ? '\n\n' : '';
  const below = isBlank(after) ? (isBlank(text.line(end.line + 1)) ? '' : '\n') : endsBlock ? '\n\n' : '';
  return above + markup + below;
}
