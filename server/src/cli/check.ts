import { relative, resolve } from 'node:path';
import { reportFindings } from '../features/reportFindings.ts';
import { type Arguments, choice } from './arguments.ts';
import { type Command, configGiven, reportOptions } from './command.ts';
import { brokenFileResult, encodingFindings, type FileResult, severities } from './fileResult.ts';
import type { Format } from './format.ts';
import type { Io } from './io.ts';
import { jsonFormat } from './jsonFormat.ts';
import { fileOutput, type Output, standardOutput } from './outputs.ts';
import { paintFor } from './paint.ts';
import { prettyFormat } from './prettyFormat.ts';
import { Refusal } from './refusal.ts';
import { reportPaths, shown } from './reportPaths.ts';
import { type OpenReport, Reports } from './reports.ts';
import { type FailureLevel, Tally } from './tally.ts';

/** With more reports than this it matters how much room V8 takes for what is soon forgotten. */
const many = 50;

/** `inspectmark check`: takes one report at a time, and keeps nothing of it when the next one comes. */
export const check: Command = {
  options: {
    ...reportOptions,
    format: { type: 'string' },
    'fail-on': { type: 'string' },
    'all-hints': { type: 'boolean' },
    color: { type: 'boolean' },
    'no-color': { type: 'boolean' },
  },
  async run(args, io) {
    const failOn = choice<FailureLevel>(args.last('fail-on'), '--fail-on', [...severities, 'never']);
    const wanted = wantedFormats(args, io);
    const stdinPath = args.last('stdin-path');
    const paths = await reportPaths(pathsGiven(args, stdinPath), io, stdinPath);
    const reports = new Reports(io, args.last('framework'), configGiven(args, io));
    await reports.refuseUnknownFramework(paths);
    if (paths.length > many) io.saveMemory();

    const outputs = wanted.map(({ file }) => (file === undefined ? standardOutput(io) : fileOutput(file, io)));
    try {
      const formats = wanted.map((format, i) => formatOf(format, outputs[i] as Output, args, io));
      const tally = new Tally();
      const add = (result: FileResult, level: FailureLevel): void => {
        tally.add(result, level);
        for (const format of formats) format.file(result);
      };
      const addBroken = (): void => {
        for (const broken of reports.governances.takeBroken()) {
          add(brokenFileResult(broken, shown(relative(io.cwd, broken.file))), failOn ?? 'error');
        }
      };
      let unreadable = false;
      for (const path of paths) {
        if (await reports.isIgnored(path)) {
          tally.ignored++;
          continue;
        }
        const opened = await reports.open(path).catch(refusalOf);
        addBroken();
        if (opened instanceof Refusal) {
          io.stderr(`inspectmark: ${opened.message}\n`);
          unreadable = true;
        } else add(checked(path.shown, opened), failOn ?? opened.failOn ?? 'error');
      }
      addBroken();
      for (const format of formats) format.end(tally);
      for (const output of outputs) output.finish();
      return unreadable ? 2 : tally.failed ? 1 : 0;
    } finally {
      for (const output of outputs) output.abandon();
    }
  },
};

/** A refusal, to be told while other reports are checked; anything else is thrown on. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

function checked(path: string, { report, encoding, settings, frameworks, linked }: OpenReport): FileResult {
  const findings = reportFindings(report, settings, frameworks, linked);
  return {
    path,
    framework: report.framework.id,
    text: report.text,
    findings: [...encodingFindings(encoding), ...findings],
  };
}

/** The paths to check: the current folder if there is none, or what `--stdin-path` names. */
function pathsGiven({ positionals }: Arguments, stdinPath: string | undefined): readonly string[] {
  if (positionals.length > 0) return positionals;
  return [stdinPath === undefined ? '.' : '-'];
}

/** A format and the file to which it goes; nothing for standard output. */
interface WantedFormat {
  readonly name: (typeof formatNames)[number];
  readonly file: string | undefined;
}

const formatNames = ['pretty', 'json'] as const;

function wantedFormats(args: Arguments, { cwd }: Io): WantedFormat[] {
  const given = args.values('format');
  const formats = (given.length === 0 ? ['pretty'] : given).map(value => {
    const [, word = value, file] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    const name = choice(word, '--format', formatNames);
    if (file === '') throw new Refusal(`--format ${value}: the name of a file is missing after “=”.`);
    return { name, file };
  });
  const places = formats.map(({ file }) => (file === undefined ? undefined : resolve(cwd, file)));
  const twice = formats.find((_, i) => places.indexOf(places[i]) < i);
  if (twice !== undefined) {
    const place = twice.file ?? 'standard output';
    throw new Refusal(`Two formats cannot both go to ${place}. Give each its own file: --format json=FILE.`);
  }
  return formats;
}

function formatOf({ name, file }: WantedFormat, { write }: Output, args: Arguments, io: Io): Format {
  if (name === 'json') return jsonFormat(write);
  const toTerminal = file === undefined && io.isTTY;
  return prettyFormat(write, {
    paint: paintFor(args, { ...io, isTTY: toTerminal }),
    columns: toTerminal ? io.columns : undefined,
    allHints: args.has('all-hints'),
  });
}
