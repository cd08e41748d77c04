import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { accountOf, type Discrepancy } from '../import/accounting.ts';
import { importedCounts } from '../import/importedCounts.ts';
import { type Imported, importedReport } from '../import/importedReport.ts';
import { ledgerTable } from '../import/ledger.ts';
import { reasonOf } from '../readers/fileReason.ts';
import { readSource } from '../readers/readSource.ts';
import { counted } from '../text/phrases.ts';
import type { Arguments } from './arguments.ts';
import type { Command } from './command.ts';
import { type Governance, Governances } from './governance.ts';
import type { Io } from './io.ts';
import { withOutputs } from './outputs.ts';
import { placeOnDisk } from './placeOnDisk.ts';
import { complain, Refusal, refusalOf } from './refusal.ts';
import { shown } from './reportPaths.ts';
import { unknownFramework } from './reports.ts';

/** `inspectmark import FILE…`: published reports in, markup out; each is written whole or not at all. */
export const importReports: Command = importWith(importedReport);

/** The command with an importer, which is not trusted: what loses words or invents some is not written. */
export function importWith(importer: typeof importedReport): Command {
  return {
    options: {
      output: { type: 'string', short: 'o' },
      'out-dir': { type: 'string' },
      framework: { type: 'string' },
      ledger: { type: 'string' },
      force: { type: 'boolean' },
    },
    async run(args, io) {
      const plans = planned(args, io);
      refuseOverwriting(plans, io);
      const governances = new Governances(io, undefined);
      let failed = false;
      for (const plan of plans) {
        try {
          await bringIn(plan, args, governances, importer, io);
        } catch (error) {
          complain(io, refusalOf(error));
          failed = true;
        }
      }
      return failed ? 2 : 0;
    },
  };
}

/** A file to bring in and where its markup goes; nothing is standard input or output. */
interface Plan {
  readonly source: string | undefined;
  readonly target: string | undefined;
  readonly ledger: string | undefined;
}

function planned(args: Arguments, { cwd }: Io): Plan[] {
  const output = args.last('output');
  const folder = args.last('out-dir');
  const ledger = args.last('ledger');
  const { positionals } = args;
  if (positionals.length === 0) throw new Refusal('Name a file to bring in: a PDF, a Word document or a text.');
  if (output !== undefined && folder !== undefined) throw new Refusal('-o and --out-dir cannot be used together.');
  if (positionals.length > 1 && output !== undefined)
    throw new Refusal('-o takes one file only. For several, use --out-dir.');
  if (positionals.length > 1 && ledger !== undefined)
    throw new Refusal('--ledger takes one file only. Bring the files in one by one.');
  if (ledger === '-') throw new Refusal('--ledger needs the name of a file: only the markup goes to standard output.');
  if (folder !== undefined && statSync(resolve(cwd, folder), { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Refusal(`--out-dir ${folder}: there is no such folder.`);
  return positionals.map(path => {
    const target = output === '-' ? undefined : output;
    if (path === '-') return { source: undefined, target, ledger };
    const name = `${basename(path).replace(/\.[^.]+$/, '')}.inspection`;
    if (output === '-') return { source: path, target, ledger };
    return { source: path, target: target ?? join(folder ?? dirname(path), name), ledger };
  });
}

/** Refuses what would be written over a source or over another result, even by force. */
function refuseOverwriting(plans: readonly Plan[], { cwd }: Io): void {
  const place = (path: string | undefined) => (path === undefined ? undefined : placeOnDisk(resolve(cwd, path)));
  /** What is written to a place first. */
  const written = new Map<string, Plan>();
  for (const plan of plans) {
    const { source, target, ledger } = plan;
    const [from, to, account] = [source, target, ledger].map(place);
    if (from !== undefined && from === to)
      throw new Refusal(`${source}: the report would be written over its source. Say where it is to go: -o FILE.`);
    if (from !== undefined && from === account)
      throw new Refusal(`${source}: the ledger would be written over it. Give it another name.`);
    if (to === undefined) continue;
    if (to === account)
      throw new Refusal(`The report and its ledger cannot both go to ${ledger}. Give each its own file.`);
    const twin = written.get(to) ?? plan;
    if (place(twin.source) !== from)
      throw new Refusal(
        `${twin.source} and ${source} would both be written to ${target}. Bring them in one by one, with -o.`,
      );
    written.set(to, twin);
  }
}

async function bringIn(
  { source, target, ledger }: Plan,
  args: Arguments,
  governances: Governances,
  importer: typeof importedReport,
  io: Io,
): Promise<void> {
  const name = source === undefined ? '<stdin>' : shown(source);
  for (const file of [target, ledger]) {
    if (file !== undefined && !args.has('force') && existsSync(resolve(io.cwd, file)))
      throw new Refusal(`${name}: ${shown(file)} is there already. To replace it: --force.`);
  }
  const governance = await governances.of(resolve(io.cwd, target ?? 'report.inspection'));
  const framework = args.last('framework');
  if (framework !== undefined && governance.frameworks.get(framework) === undefined)
    throw new Refusal(unknownFramework(framework, governance.frameworks.ids));
  const read = await readSource(bytesOf(source, name, io), name);
  if ('refused' in read) throw new Refusal(`${name}: ${read.refused}`);
  const { frameworks } = governance;
  const imported = importer(read, { frameworks, ...(framework !== undefined && { framework }) });
  const { lost, invented } = accountOf(read, imported.markup, imported.ledger);
  if (lost.length + invented.length > 0) throw new Refusal(`${name}: ${wordsDiffer(lost, invented)}`);
  const wanted = [
    { file: target, text: imported.markup },
    ...(ledger === undefined ? [] : [{ file: ledger, text: ledgerText(ledger, imported) }]),
  ];
  await withOutputs(wanted, io, async outputs => {
    for (const [i, { text }] of wanted.entries()) outputs[i]?.write(text);
  });
  if (target !== undefined) io.stdout(`${shown(target)}: ${summary(imported, governance)}\n`);
}

function wordsDiffer(lost: readonly Discrepancy[], invented: readonly Discrepancy[]): string {
  const all = `${examples('lost', lost)}${examples('invented', invented)}`;
  return `this is not written, because its words are not those of the source${all}. Please report this fault of Inspectmark’s.`;
}

function bytesOf(path: string | undefined, name: string, io: Io): Uint8Array {
  if (path === undefined) return io.readStdin();
  try {
    // A copy: the readers keep the bytes longer than the next file lets them be.
    return Uint8Array.from(io.readFile(resolve(io.cwd, path)));
  } catch (error) {
    throw new Refusal(`${name}: ${reasonOf(error)}.`);
  }
}

function examples(what: string, all: readonly Discrepancy[]): string {
  if (all.length === 0) return '';
  const words = all
    .slice(0, 5)
    .map(({ word, page, line }) => `“${word}” (${page === undefined ? '' : `page ${page}, `}line ${line})`);
  return `; ${what}: ${words.join(', ')}${all.length > 5 ? ` and ${all.length - 5} more` : ''}`;
}

function ledgerText(file: string, { ledger }: Imported): string {
  return /\.json$/i.test(file) ? `${JSON.stringify({ version: 1, ...ledger }, null, 2)}\n` : ledgerTable(ledger);
}

/** `ofsted-sif, 8 recommendations, 87 numbered paragraphs, no guesses` */
function summary(imported: Imported, { frameworks }: Governance): string {
  const { recommendations, paragraphs, guesses } = importedCounts(imported, frameworks);
  return [
    imported.framework,
    countedOrNo(recommendations, 'recommendation'),
    countedOrNo(paragraphs, 'numbered paragraph'),
    countedOrNo(guesses, 'guess', 'guesses'),
  ].join(', ');
}

function countedOrNo(count: number, one: string, several = `${one}s`): string {
  return count === 0 ? `no ${several}` : counted(count, one, several);
}
