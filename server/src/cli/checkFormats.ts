import { isAbsolute, relative, resolve } from 'node:path';
import type { Arguments } from './arguments.ts';
import type { Format } from './format.ts';
import { version } from './installed.ts';
import type { Io } from './io.ts';
import { jsonFormat } from './jsonFormat.ts';
import type { Output } from './outputs.ts';
import { paintFor } from './paint.ts';
import { prettyFormat } from './prettyFormat.ts';
import { Refusal } from './refusal.ts';
import { shown, stdinName } from './reportPaths.ts';
import type { RewritingMode } from './rewriting.ts';
import { type WantedFormat, wantedFormats } from './wantedFormats.ts';

/** The formats in which the results of a check are written. */
const formatNames = ['pretty', 'summary', 'json', 'sarif', 'junit', 'github', 'gitlab', 'csv', 'html'] as const;

/** One of them. */
export type FormatName = (typeof formatNames)[number];

/** The formats that are wanted; with `--fix-dry-run` standard output is for what would change. */
export function checkFormats(args: Arguments, io: Io, fixMode: RewritingMode | undefined): WantedFormat<FormatName>[] {
  const isShown = fixMode === 'show';
  const formats = wantedFormats(args, io, formatNames, isShown ? [] : ['pretty']);
  const missing = isShown ? formats.find(({ file }) => file === undefined) : undefined;
  if (missing !== undefined)
    throw new Refusal(
      `--fix-dry-run writes to standard output. Give the format a file: --format ${missing.name}=FILE.`,
    );
  return formats;
}

/** Paths as a CI knows them: from the folder of its checkout, wherever in it the check is run. */
function fromCheckout(checkout: string | undefined, { cwd }: Io): (path: string) => string {
  return path => {
    if (checkout === undefined || checkout === '' || path === stdinName) return path;
    const own = relative(resolve(cwd, checkout), resolve(cwd, path));
    return /^\.\.(?:[/\\]|$)/.test(own) || isAbsolute(own) ? path : shown(own);
  };
}

/** A format as it writes to its output; all but the usual ones are loaded only when they are wanted. */
export async function checkFormat(
  { name, file }: WantedFormat<FormatName>,
  { write }: Output,
  args: Arguments,
  io: Io,
): Promise<Format> {
  if (name === 'json') return jsonFormat(write);
  if (name === 'sarif') return (await import('./sarifFormat.ts')).sarifFormat(write, version(io));
  if (name === 'junit') return (await import('./junitFormat.ts')).junitFormat(write);
  if (name === 'github')
    return (await import('./githubFormat.ts')).githubFormat(write, fromCheckout(io.env.GITHUB_WORKSPACE, io));
  if (name === 'gitlab')
    return (await import('./gitlabFormat.ts')).gitlabFormat(write, fromCheckout(io.env.CI_PROJECT_DIR, io));
  if (name === 'csv') return (await import('./csvFormat.ts')).csvFormat(write);
  if (name === 'html') return (await import('./htmlFormat.ts')).htmlFormat(write);
  const toTerminal = file === undefined && io.isTTY;
  // What shows colours shows standard output; a file has none, unless the option says so.
  const paint = paintFor(args, { isTTY: toTerminal, env: file === undefined ? io.env : {} });
  if (name === 'summary') return (await import('./summaryFormat.ts')).summaryFormat(write, paint);
  return prettyFormat(write, {
    paint,
    columns: toTerminal ? io.columns : undefined,
    allHints: args.has('all-hints'),
  });
}
