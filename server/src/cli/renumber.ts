import { reportFindings } from '../features/reportFindings.ts';
import { missedNumbers } from '../model/numbering/missedNumbers.ts';
import { renumbering, unclearNumbers } from '../model/numbering/renumbering.ts';
import type { Report } from '../model/report.ts';
import { plainMessage } from '../rules/messages/plainMessage.ts';
import { editedText } from '../text/edit.ts';
import { counted } from '../text/phrases.ts';
import type { Command } from './command.ts';
import type { OpenReport } from './reports.ts';
import { rewritingCommand } from './rewritingCommand.ts';

/** `inspectmark renumber FILE…`: the right numbers for all paragraphs, and all that refers to them, as in the editor. */
export const renumber: Command = rewritingCommand(
  {
    name: 'renumber',
    done: 'Renumbered',
    would: 'Would renumber',
    right: count => `the numbers of ${counted(count, 'report')} are in order`,
  },
  (opened, reports, mode) => {
    const { report } = opened;
    const edits = renumbering(report);
    const text = editedText(report.text.source, edits);
    return {
      text,
      said: `${counted(edits.length, 'number')}${mode === 'write' ? '' : ' would be'} changed`,
      remarks: remarks(opened, edits.length === 0 ? opened : reports.withText(opened, text)),
    };
  },
);

/** The rules that find numbers which are not read, and paragraphs without one. */
const unread: ReadonlySet<string> = new Set(['hidden-number', 'missing-number']);

/** What renumbering leaves to the author, each with its line, in the order of the text. No line is moved by it. */
function remarks(before: OpenReport, after: OpenReport): string[] {
  const said = new Map<number, string>();
  const say = (report: Report, from: number, message: string): void => {
    const line = report.text.positionAt(from).line + 1;
    if (!said.has(line)) said.set(line, message);
  };
  for (const { report, settings, frameworks, linked } of new Set([before, after])) {
    for (const { rule, from, message } of reportFindings(report, settings, frameworks, linked))
      if (unread.has(rule)) say(report, from, plainMessage(message));
  }
  // What belongs to a gap is told there; renumbering closes it.
  for (const { sort, from, number } of missedNumbers(before.report)) {
    if (sort === 'hidden') say(before.report, from, `${number} could start a new paragraph, but is read as text.`);
    if (sort === 'undotted') say(before.report, from, `${number} is not read as the paragraph’s number.`);
  }
  for (const { from, number } of unclearNumbers(before.report))
    say(before.report, from, `${number} stays, since it is not clear which paragraph it means. Look at it.`);
  return [...said].sort(([a], [b]) => a - b).map(([line, message]) => `${line}: ${message}`);
}
