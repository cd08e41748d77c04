import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf } from '../readers/fileReason.ts';
import type { Arguments, Options } from './arguments.ts';
import type { Io } from './io.ts';
import { Refusal } from './refusal.ts';

/** One of the command line's commands. */
export interface Command {
  readonly options: Options;
  /** Does what is asked and gives the exit code; none for a command that goes on until its other side ends it. */
  readonly run: (args: Arguments, io: Io) => Promise<number | undefined>;
}

/** The options of every command that reads reports. */
export const reportOptions = {
  framework: { type: 'string' },
  config: { type: 'string' },
  'stdin-path': { type: 'string' },
} as const satisfies Options;

/** The settings file that `--config` names, absolute; refused if it is none. */
export function configGiven(args: Arguments, { cwd }: Io): string | undefined {
  const given = args.last('config');
  if (given === undefined) return undefined;
  const file = resolve(cwd, given);
  let reason: string | undefined;
  try {
    if (statSync(file).isDirectory()) reason = 'it is a folder';
  } catch (error) {
    reason = reasonOf(error);
  }
  if (reason !== undefined) throw new Refusal(`--config ${given}: ${reason}.`);
  return file;
}
