import { lstatSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { reasonOf } from '../readers/fileReason.ts';
import { governingFolders } from '../settings/governingFolders.ts';
import { settingsFileName } from '../settings/settings.ts';
import { addToGroup } from '../text/lists.ts';
import { counted } from '../text/phrases.ts';
import { argumentsOf } from './arguments.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import type { Io } from './io.ts';
import { fileOutput } from './outputs.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { type ReportPath, reportPaths, shown } from './reportPaths.ts';
import { Reports } from './reports.ts';

/**
 * `inspectmark init [FOLDER]`: writes the settings of a folder of reports; with a baseline, what is found in them today is
 * known from then on.
 */
export const init: Command = {
  options: { framework: { type: 'string' }, baseline: { type: 'string' } },
  async run(args, io) {
    const [folder = '.', another] = args.positionals;
    if (another !== undefined) throw new Refusal('Name one folder: its settings hold for the folders in it too.');
    refuseNoFolder(folder, io);
    const file = join(folder, settingsFileName);
    if (statSync(resolve(io.cwd, file), { throwIfNoEntry: false })?.isDirectory() === true)
      throw new Refusal(`${shown(file)} is a folder, and settings are a file of that name. Give the folder another.`);
    if (isThere(resolve(io.cwd, file)))
      throw new Refusal(`${shown(file)} is there already. “inspectmark config FILE” shows what holds for a report.`);
    const paths = await reportPaths([folder], io);
    const given = args.last('framework');
    const reports = new Reports(io, given, undefined);
    await reports.refuseUnknownFramework(paths);
    const { named, frameworks } = await frameworksNamed(paths, reports);
    const baseline = args.last('baseline');
    const above = settingsAbove(resolve(io.cwd, folder));
    // (As a place of its folder the file itself is asked about: overrides for some reports are for none here.)
    const inherited = above && (await reports.governances.of(above)).settingsOf(above).framework;
    const framework = given ?? (inherited === undefined ? mostUsed(frameworks) : undefined);
    const settings = {
      // (What holds for all folders up there is to hold here as before.)
      ...(above !== undefined && { extends: shown(relative(resolve(io.cwd, folder), above)) }),
      ...(framework !== undefined && { framework }),
      ...(above === undefined && { failOn: 'error' }),
      ...(baseline !== undefined && { baseline: shown(relative(resolve(io.cwd, folder), resolve(io.cwd, baseline))) }),
    };
    const output = fileOutput(file, io);
    try {
      output.write(`${JSON.stringify(settings, null, 2)}\n`);
      output.finish();
    } finally {
      output.abandon();
    }
    if (baseline !== undefined && paths.length > 0) {
      try {
        await check.run(argumentsOf(baselineWords(baseline, folder), check.options), silent(io));
      } catch (error) {
        // The check reads the settings, so they were written first; without the baseline that they name they are wrong.
        rmSync(resolve(io.cwd, file), { force: true });
        throw error;
      }
    }
    io.stdout(`${shown(file)} is written. ${frameworkWords(paths.length, named, framework ?? inherited)}\n`);
    if (above !== undefined)
      io.stdout(
        `It extends ${shown(relative(io.cwd, above))}: what that says goes on holding, where the new file says nothing else.\n`,
      );
    io.stdout(`From now on: inspectmark check${folder === '.' ? '' : ` ${inCommand(shown(folder))}`}\n`);
    return 0;
  },
};

/** The settings file that governed a folder so far, from above it. */
function settingsAbove(folder: string): string | undefined {
  return governingFolders(folder)
    .map(each => join(each, settingsFileName))
    .find(isThere);
}

/** What `check` is told so that it writes a baseline. */
function baselineWords(baseline: string, folder: string): string[] {
  return ['--baseline', baseline, '--update-baseline', '--fail-on', 'never', '--format', 'summary', folder];
}

function silent(io: Io): Io {
  return { ...io, stdout: () => undefined };
}

/** A path as it is typed in a command. */
function inCommand(path: string): string {
  return /[\s'&;()]/.test(path) ? `"${path}"` : path;
}

/** Whether there is something by a path, be it a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // what may not be looked at may not be written either, which says why
  }
}

function refuseNoFolder(folder: string, { cwd }: Io): void {
  let reason: string | undefined;
  try {
    if (!statSync(resolve(cwd, folder)).isDirectory()) reason = 'it is no folder';
  } catch (error) {
    reason = reasonOf(error);
  }
  if (reason !== undefined) throw new Refusal(`${folder}: ${reason}.`);
}

/** How many reports name their framework, and which name which. */
async function frameworksNamed(paths: readonly ReportPath[], reports: Reports) {
  const frameworks = new Map<string, string[]>();
  let named = 0;
  for (const path of paths) {
    const opened = await reports.open(path).catch(refusalOf);
    if (opened instanceof Refusal) continue; // that is told when it is checked
    const { report } = opened;
    const { framework } = report.metadata;
    if (framework === undefined) continue;
    named++;
    // (A misspelt one is told by a rule.)
    if (report.framework.id === framework) addToGroup(frameworks, framework, path.shown);
  }
  return { named, frameworks };
}

/** The framework that most reports name; of several the first. */
function mostUsed(frameworks: ReadonlyMap<string, readonly string[]>): string | undefined {
  let best: string | undefined;
  for (const [id, { length }] of frameworks)
    if (length > (best === undefined ? 0 : (frameworks.get(best)?.length ?? 0))) best = id;
  return best;
}

function frameworkWords(reports: number, named: number, framework: string | undefined): string {
  const read = framework === undefined ? 'as “generic”; “inspectmark frameworks” lists others' : `by ${framework}`;
  if (reports === 0) return `There are no reports yet; those that name no framework will be read ${read}.`;
  if (named === reports)
    return `${reports === 1 ? 'The report names its framework' : `All ${reports} reports name their frameworks`}.`;
  return `${counted(reports - named, 'report')} of ${reports} ${reports - named === 1 ? 'names' : 'name'} no framework, and ${reports - named === 1 ? 'is' : 'are'} read ${read}.`;
}
