import { relative, resolve } from 'node:path';
import { findingsWithEncoding } from '../features/encodingFindings.ts';
import { reportFindings } from '../features/reportFindings.ts';
import { statuses } from '../model/metadata.ts';
import type { CheckedFinding } from '../rules/checking/check.ts';
import { type Arguments, choice, count } from './arguments.ts';
import type { BaselineFile } from './baseline.ts';
import { checkFormat, checkFormats } from './checkFormats.ts';
import { type Command, configGiven, reportOptions } from './command.ts';
import { brokenFileResult, type FileResult, severities } from './fileResult.ts';
import type { Fixing } from './fixing.ts';
import type { Io } from './io.ts';
import { MovedReports } from './movedReports.ts';
import { type Output, withOutputs } from './outputs.ts';
import { complain, Refusal, refusalOf } from './refusal.ts';
import { pathsGiven, type ReportPath, reportPaths, shown } from './reportPaths.ts';
import { type OpenReport, Reports } from './reports.ts';
import type { RewritingMode } from './rewriting.ts';
import { type FailureLevel, Tally } from './tally.ts';
import { refuseOverwriting } from './wantedFormats.ts';

/** With more reports than this it matters how much room V8 takes for what is soon forgotten. */
const many = 50;

/** `inspectmark check`: takes one report at a time, and keeps nothing of it when the next one comes. */
export const check: Command = {
  options: {
    ...reportOptions,
    format: { type: 'string' },
    'fail-on': { type: 'string' },
    'max-warnings': { type: 'string' },
    status: { type: 'string' },
    'all-hints': { type: 'boolean' },
    fix: { type: 'boolean' },
    'fix-dry-run': { type: 'boolean' },
    suppressions: { type: 'boolean' },
    baseline: { type: 'string' },
    'update-baseline': { type: 'boolean' },
    color: { type: 'boolean' },
    'no-color': { type: 'boolean' },
    watch: { type: 'boolean' },
  },
  async run(args, io) {
    if (!args.has('watch')) return checkOnce(args, io, () => undefined);
    const { watch } = await import('./watching.ts');
    return watch(args, io, told => checkOnce(args, io, told));
  },
};

/** Checks the reports that are meant and gives the exit code. `told` are the files that were read for it, absolute. */
async function checkOnce(args: Arguments, io: Io, told: (files: ReadonlySet<string>) => void): Promise<number> {
  refuseWithSuppressions(args);
  const failOn = choice<FailureLevel>(args.last('fail-on'), '--fail-on', [...severities, 'never']);
  const mostWarnings = count(args.last('max-warnings'), '--max-warnings');
  const status = choice(args.last('status'), '--status', statuses);
  const fixMode = fixModeOf(args);
  const wanted = checkFormats(args, io, fixMode);
  const stdinPath = args.last('stdin-path');
  const paths = await reportPaths(pathsGiven(args, stdinPath), io, stdinPath);
  const reports = new Reports(io, args.last('framework'), configGiven(args, io), status);
  await reports.refuseUnknownFramework(paths);
  if (paths.length > many) io.saveMemory();
  if (args.has('suppressions')) {
    refuseOverwriting(wanted, await reports.filesRead(paths), io);
    return (await import('./suppressions.ts')).listSuppressions(paths, reports, wanted, io);
  }
  if (fixMode === 'write') refuseToFix(paths);
  const fixing = fixMode && new (await import('./fixing.ts')).Fixing(fixMode, reports, io, findingsOf);
  const baselines = args.values('baseline').map(file => resolve(io.cwd, file));
  refuseOverwriting(wanted, [...(await reports.filesRead(paths)), ...baselines], io);
  const baseline = await baselineGiven(args, io);
  try {
    return await withOutputs(wanted, io, async outputs => {
      if (paths.length > 1) await reports.shelve(paths);
      const formats = await Promise.all(wanted.map((format, i) => checkFormat(format, outputs[i] as Output, args, io)));
      const tally = new Tally(mostWarnings);
      const moved = new MovedReports();
      for await (const [result, level] of resultsOf(paths, { reports, fixing, baseline, moved, failOn, tally, io })) {
        tally.add(result, level);
        for (const format of formats) format.file(result, level);
      }
      told(new Set([...(await reports.filesRead(paths)), ...baselines, ...reports.filesLinked]));
      if (fixing !== undefined) io.stderr(`${fixing.summary()}\n`);
      const kept = baseline?.finish();
      if (kept !== undefined) io.stderr(`${kept}\n`);
      for (const line of moved.lines(io.cwd)) io.stderr(`${line}\n`);
      if (tally.hasTooMany)
        io.stderr(`inspectmark: too many warnings: ${tally.warnings}, and --max-warnings allows ${mostWarnings}.\n`);
      for (const format of formats) format.end(tally);
      return tally.unreadable > 0 || fixing?.hasFailed === true ? 2 : tally.failed ? 1 : 0;
    });
  } finally {
    baseline?.abandon();
  }
}

/** With what reports are checked, one after the other. */
interface CheckRun {
  readonly reports: Reports;
  readonly fixing: Fixing | undefined;
  readonly baseline: BaselineFile | undefined;
  readonly moved: MovedReports;
  readonly failOn: FailureLevel | undefined;
  /** Counts the reports that have no result. */
  readonly tally: Tally;
  readonly io: Io;
}

/**
 * The results of reports in their order, each with what makes its check fail; before it those of the broken files that govern
 * it.
 */
async function* resultsOf(
  paths: readonly ReportPath[],
  { reports, fixing, baseline, moved, failOn, tally, io }: CheckRun,
): AsyncIterable<[FileResult, FailureLevel]> {
  for (const path of paths) {
    if (await reports.isIgnored(path)) {
      tally.ignored++;
      continue;
    }
    const opened = await reports.open(path).catch(refusalOf);
    yield* brokenResults(reports, failOn, io);
    if (opened instanceof Refusal) {
      complain(io, opened);
      tally.unreadable++;
      continue;
    }
    const result = checked(path.shown, fixing?.fixed(path, opened) ?? opened);
    const told = path.file === undefined ? result : (baseline?.result(path.file, result) ?? result);
    if (path.file !== undefined && !path.isStdin && told.findings.length > 0) {
      const counting = baseline === undefined ? reports.governances.known(path.file).baseline : baseline.counting;
      if (counting !== undefined) moved.add(path.file, counting);
    }
    yield [told, failOn ?? opened.failOn ?? 'error'];
  }
  yield* brokenResults(reports, failOn, io);
}

function* brokenResults(
  { governances }: Reports,
  failOn: FailureLevel | undefined,
  { cwd }: Io,
): Iterable<[FileResult, FailureLevel]> {
  for (const broken of governances.takeBroken())
    yield [brokenFileResult(broken, shown(relative(cwd, broken.file))), failOn ?? 'error'];
}

function checked(path: string, opened: OpenReport): FileResult {
  const { report, encoding } = opened;
  return {
    path,
    framework: report.framework.id,
    text: report.text,
    findings: findingsWithEncoding(report.text.source, encoding, findingsOf(opened)),
  };
}

function findingsOf({ report, settings, frameworks, linked, sharing }: OpenReport): CheckedFinding[] {
  return reportFindings(report, settings, frameworks, linked, { sharing });
}

function fixModeOf(args: Arguments): RewritingMode | undefined {
  if (args.has('fix') && args.has('fix-dry-run'))
    throw new Refusal('--fix writes into the reports and --fix-dry-run does not: give one of the two.');
  return args.has('fix') ? 'write' : args.has('fix-dry-run') ? 'show' : undefined;
}

function refuseToFix(paths: readonly ReportPath[]): void {
  if (paths.some(({ isStdin }) => isStdin))
    throw new Refusal('--fix cannot write into standard input. --fix-dry-run shows what it would change.');
}

/** The options that say how a check is done, or what comes of it. */
const ofChecks = [
  'fail-on',
  'max-warnings',
  'status',
  'all-hints',
  'fix',
  'fix-dry-run',
  'baseline',
  'update-baseline',
] as const;

function refuseWithSuppressions(args: Arguments): void {
  const option = args.has('suppressions') ? ofChecks.find(each => args.has(each)) : undefined;
  if (option === undefined) return;
  throw new Refusal(
    `--suppressions lists what comments accept, in place of a check, so --${option} does not go with it.`,
  );
}

async function baselineGiven(args: Arguments, io: Io): Promise<BaselineFile | undefined> {
  const path = args.last('baseline');
  const update = args.has('update-baseline');
  if (path === undefined && !update) return undefined;
  if (path === undefined) throw new Refusal('--update-baseline needs --baseline FILE: the file to write.');
  const { BaselineFile } = await import('./baseline.ts');
  return new BaselineFile(path, update, io);
}
