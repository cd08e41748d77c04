import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { reasonOf } from '../readers/fileReason.ts';
import type { Io } from './io.ts';
import { Refusal } from './refusal.ts';

/** The process's own surroundings. */
export async function nodeIo(): Promise<Io> {
  // What knows terminals takes Node long to load, so first we look whether it could be one.
  const isTTY = isDevice(1) && (await import('node:tty')).isatty(1);
  return {
    cwd: process.cwd(),
    env: process.env,
    isTTY,
    // `process.stdout` is otherwise left alone: it costs time to start, and may still hold text when the process ends.
    columns: isTTY ? process.stdout.columns : undefined,
    home: join(import.meta.dirname, '..'),
    readFile: fileReader(),
    readFolder: path => readdirSync(path, { withFileTypes: true }),
    readStdin,
    // V8 would let its room for new objects grow with what passes through, though nothing of a report stays.
    saveMemory: () => setFlagsFromString('--semi-space-growth-factor=1'),
    stdout: toStandardOutput(writer(1)),
    stderr: writer(2),
    watch: async (...words) => (await import('./watchedFiles.ts')).watchedFiles(...words),
  };
}

function isDevice(stream: number): boolean {
  try {
    return fstatSync(stream).isCharacterDevice();
  } catch {
    return false; // it has been closed
  }
}

/** Files of this size and more get room of their own. */
const roomSize = 1 << 20;

/** Reads each file into the room of the one before, so that a thousand reports take no more memory than one. */
function fileReader(): Io['readFile'] {
  let room: Buffer | undefined;
  return path => {
    const file = openSync(path, 'r');
    try {
      const status = fstatSync(file);
      // What is no plain file has no size to rely on; a folder is refused by the system, in its words.
      if (!status.isFile() || status.size >= roomSize) return readFileSync(file);
      room ??= Buffer.allocUnsafeSlow(roomSize);
      let length = 0;
      for (;;) {
        const read = readSync(file, room, length, roomSize - length, null);
        if (read === 0) return room.subarray(0, length);
        length += read;
        if (length === roomSize) return readFileSync(path); // it is growing as we read
      }
    } finally {
      closeSync(file);
    }
  };
}

function readStdin(): Buffer {
  const parts: Buffer[] = [];
  for (;;) {
    const part = Buffer.allocUnsafe(1 << 16);
    const length = patiently(() => readSync(0, part)) ?? 0;
    if (length === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, length));
  }
}

/** A disk may be full, where standard output goes into a file. */
function toStandardOutput(write: Io['stdout']): Io['stdout'] {
  return text => {
    try {
      write(text);
    } catch (error) {
      throw new Refusal(`Standard output cannot be written: ${reasonOf(error)}.`);
    }
  };
}

function writer(stream: 1 | 2): Io['stdout'] {
  let closed = false;
  return text => {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length && !closed; ) {
      const written = patiently(() => writeSync(stream, bytes, at));
      if (written === undefined) closed = true;
      else at += written;
    }
  };
}

/** Reads or writes, again and again while the other side is not ready; nothing if it is gone. */
function patiently(transfer: () => number): number | undefined {
  for (;;) {
    try {
      return transfer();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows tells the end of a pipe by EOF; EIO is a terminal that has been closed.
      if (code === 'EPIPE' || code === 'EOF' || code === 'EIO') return undefined;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
