import { formatting } from '../features/formatting.ts';
import { editedText } from '../text/edit.ts';
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
  ({ report }) => ({ text: editedText(report.text.source, formatting(report)) }),
);
