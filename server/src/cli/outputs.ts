import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { reasonOf } from '../readers/fileReason.ts';
import type { Io } from './io.ts';
import { Refusal } from './refusal.ts';

/** A place where a format writes. */
export interface Output {
  readonly write: (text: string) => void;
  /** Puts what was written in its place. */
  finish(): void;
  /** Leaves everything as it was before. */
  abandon(): void;
}

/**
 * Opens files, or standard output where none is named, has them written, and then puts what was written in its place; where
 * that fails everything is left as it was.
 */
export async function withOutputs<Result>(
  wanted: readonly { readonly file: string | undefined }[],
  io: Io,
  write: (outputs: readonly Output[]) => Promise<Result>,
): Promise<Result> {
  const outputs: Output[] = [];
  try {
    for (const { file } of wanted) outputs.push(file === undefined ? standardOutput(io) : fileOutput(file, io));
    const result = await write(outputs);
    for (const output of outputs) output.finish();
    return result;
  } finally {
    for (const output of outputs) output.abandon();
  }
}

function standardOutput(io: Io): Output {
  return { write: io.stdout, finish() {}, abandon() {} };
}

/**
 * A file, written whole or not at all: beside it, under another name, until it is finished. What is no plain file (a pipe,
 * a device) is written to as it stands. Refused at once where it cannot be written, a file that may only be read included.
 */
export function fileOutput(path: string, { cwd }: Io): Output {
  const file = refused(path, () => place(resolve(cwd, path)));
  const inPlace = statSync(file, { throwIfNoEntry: false })?.isFile() === false;
  const written = inPlace ? file : join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  const descriptor = refused(path, () => openSync(written, 'w'));
  if (!inPlace) keepForSignals(written);
  let open = true;
  const close = (): void => {
    if (open) closeSync(descriptor);
    open = false;
  };
  // Written in larger pieces: the results of most reports are short.
  let waiting = '';
  const flush = (): void => {
    for (let bytes = Buffer.from(waiting); bytes.length > 0; ) bytes = bytes.subarray(writeSync(descriptor, bytes));
    waiting = '';
  };
  return {
    write(text) {
      waiting += text;
      if (waiting.length > pieceLength) refused(path, flush);
    },
    finish: () =>
      refused(path, () => {
        flush();
        close();
        if (inPlace) return;
        const before = statSync(file, { throwIfNoEntry: false });
        if (before !== undefined) chmodSync(written, before.mode);
        renameSync(written, file);
        forgetForSignals(written);
      }),
    abandon() {
      close();
      if (inPlace) return;
      rmSync(written, { force: true });
      forgetForSignals(written);
    },
  };
}

/** Files that are not finished: whoever ends the process is not to find them. */
const unfinished = new Set<string>();

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function keepForSignals(file: string): void {
  if (unfinished.size === 0) for (const signal of endingSignals) process.on(signal, endedBy);
  unfinished.add(file);
}

function forgetForSignals(file: string): void {
  if (unfinished.delete(file) && unfinished.size === 0)
    for (const signal of endingSignals) process.off(signal, endedBy);
}

/** Takes away what is not finished, and then lets the signal do what it does to any process. */
function endedBy(signal: NodeJS.Signals): void {
  for (const file of unfinished) {
    rmSync(file, { force: true });
    forgetForSignals(file);
  }
  process.kill(process.pid, signal);
}

/** Lets a signal in that came while a file was being written: what only computes hears of none. */
export async function heedSignals(): Promise<void> {
  if (unfinished.size > 0) await nextTurn();
}

const pieceLength = 1 << 16;

/** The file that a path leads to, links followed; a pipe has no other name. Throws if it is there and may not be written. */
function place(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return path;
  accessSync(path, constants.W_OK);
  return realpathSync(path);
}

function refused<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new Refusal(`${path} cannot be written: ${reasonOf(error)}.`);
  }
}
