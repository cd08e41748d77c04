import { formatting } from '../features/formatting.ts';
import type { Report } from '../model/report.ts';
import { editedText } from '../rules/certainFixes.ts';
import { counted } from '../text/phrases.ts';
import type { Command } from './command.ts';
import { rewritingCommand } from './rewritingCommand.ts';

/** `inspectmark format FILE…`: the usual form for blanks and blank lines, as in the editor. */
export const formatReports: Command = rewritingCommand(
  {
    name: 'format',
    done: 'Formatted',
    would: 'Would format',
    right: count => `${counted(count, 'report')} ${count === 1 ? 'is' : 'are'} in form already`,
  },
  ({ report }) => ({ text: formatted(report) }),
);

function formatted(report: Report): string {
  const { text } = report;
  const edits = formatting(report).map(({ range: { start, end }, newText }) => ({
    from: text.offsetAt(start),
    to: text.offsetAt(end),
    text: newText,
  }));
  return editedText(text.source, edits);
}
