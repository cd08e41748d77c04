import { capitalised, counted } from '../text/phrases.ts';
import type { Arguments } from './arguments.ts';
import { printable } from './columns.ts';
import { type Command, configGiven, reportOptions } from './command.ts';
import type { Io } from './io.ts';
import { complain, Refusal, refusalOf } from './refusal.ts';
import { type ReportPath, reportPaths } from './reportPaths.ts';
import { type OpenReport, Reports } from './reports.ts';
import type { Rewriting } from './rewriting.ts';

/** Whether reports are written, or it is only shown or told what would change. */
type RewritingCommandMode = 'write' | 'show' | 'check';

/** What a command makes of a report. */
interface Rewritten {
  readonly text: string;
  /** What is said behind the path of a report that changes, and below it line by line: `9: …`. */
  readonly said?: string;
  readonly remarks?: readonly string[];
}

/** How a command that rewrites reports is named, and how it speaks of what it does. */
interface RewritingWords {
  readonly name: string;
  /** `Renumbered`, `Would renumber`: before the number of reports. */
  readonly done: string;
  readonly would: string;
  /** What is said of reports that stay as they are. */
  readonly right: (count: number) => string;
}

/** What came of a report; `piped` is standard input that went rewritten to standard output. */
type Outcome = 'changed' | 'right' | 'piped' | 'ignored' | 'unwritten' | 'refused';

/** What a command makes of a report, and with what. */
interface Run {
  readonly rewritten: (opened: OpenReport, reports: Reports, mode: RewritingCommandMode) => Rewritten;
  readonly mode: RewritingCommandMode;
  readonly reports: Reports;
  readonly rewriting: Rewriting;
  readonly io: Io;
}

/**
 * A command that gives reports another text: writes each whole or not at all, or shows what would change, or only names those
 * in which something would. Standard input goes rewritten to standard output.
 */
export function rewritingCommand(words: RewritingWords, rewritten: Run['rewritten']): Command {
  return {
    options: { ...reportOptions, check: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
    async run(args, io) {
      const mode = modeOf(args);
      const paths = await pathsOf(args, words.name, mode, io);
      const reports = new Reports(io, args.last('framework'), configGiven(args, io));
      await reports.refuseUnknownFramework(paths);
      const rewriting = new (await import('./rewriting.ts')).Rewriting(mode === 'write' ? 'write' : 'show', io);
      const counts: Record<Outcome, number> = { changed: 0, right: 0, piped: 0, ignored: 0, unwritten: 0, refused: 0 };
      for (const path of paths) {
        const outcome = await outcomeOf(path, { rewritten, mode, reports, rewriting, io }).catch((error): Outcome => {
          complain(io, refusalOf(error));
          return 'refused';
        });
        counts[outcome]++;
      }
      if (counts.piped > 0) return 0;
      io.stderr(`${summary(words, mode, counts)}\n`);
      if (counts.refused + counts.unwritten > 0) return 2;
      return mode === 'check' && counts.changed > 0 ? 1 : 0;
    },
  };
}

/** Rewrites a report, if it is to be, and tells of it. Refused where it cannot be read as it is written. */
async function outcomeOf(path: ReportPath, { rewritten, mode, reports, rewriting, io }: Run): Promise<Outcome> {
  if (await reports.isIgnored(path)) {
    io.stderr(`inspectmark: ${path.shown} is left out by inspectmark.json, so it stays as it is.\n`);
    return 'ignored';
  }
  const opened = await reports.open(path);
  const { report, encoding, marked } = opened;
  // What could not be read as it is written would not be written as it was.
  if (encoding !== undefined) throw new Refusal(`${path.shown} is left as it is. ${encoding.message}`);
  const { text, said, remarks = [] } = rewritten(opened, reports, mode);
  let outcome: Outcome;
  if (path.isStdin && mode === 'write') {
    io.stdout(marked ? `\ufeff${text}` : text);
    outcome = 'piped';
  } else if (text === report.text.source) outcome = 'right';
  else if (mode === 'check' || rewriting.rewrite(path, opened, text)) {
    if (mode !== 'show') io.stdout(`${path.shown}${said === undefined ? '' : `: ${said}`}\n`);
    outcome = 'changed';
  } else return 'unwritten';
  for (const line of remarks) io.stderr(`${printable(`${path.shown}:${line}`)}\n`);
  return outcome;
}

/** What was done in all, in a sentence. */
function summary(
  words: RewritingWords,
  mode: RewritingCommandMode,
  { changed, right }: Record<Outcome, number>,
): string {
  const done = changed === 0 ? [] : [`${mode === 'write' ? words.done : words.would} ${counted(changed, 'report')}`];
  const parts = [...done, ...(right === 0 ? [] : [words.right(right)])];
  return `${capitalised(parts.join('; ') || 'no report was changed')}.`;
}

function modeOf(args: Arguments): RewritingCommandMode {
  if (args.has('check') && args.has('dry-run'))
    throw new Refusal('--check names the reports and --dry-run shows what would change: give one of the two.');
  return args.has('check') ? 'check' : args.has('dry-run') ? 'show' : 'write';
}

async function pathsOf(args: Arguments, name: string, mode: RewritingCommandMode, io: Io): Promise<ReportPath[]> {
  const stdinPath = args.last('stdin-path');
  const given = args.positionals.length > 0 || stdinPath === undefined ? args.positionals : ['-'];
  if (given.length === 0) throw new Refusal(`Name the reports: inspectmark ${name} FILE…`);
  const paths = await reportPaths(given, io, stdinPath);
  if (mode === 'write' && paths.length > 1 && paths.some(({ isStdin }) => isStdin))
    throw new Refusal('Standard input goes changed to standard output, and other files do not: give it alone.');
  return paths;
}
