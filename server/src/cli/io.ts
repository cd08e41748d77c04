/**
 * What the command line sees of the world around it. Paths in it are absolute. `nodeIo.ts` is the real one; tests give
 * their own, so that `run` needs no process.
 */
export interface Io {
  /** The folder from which relative paths count. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a terminal, and how wide it is. */
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  /** The installed package: `package.json` and `server/docs` are in it. */
  readonly home: string;
  /** A file's bytes, good until the next call. Throws as `node:fs` does. */
  readFile(path: string): Uint8Array;
  /** All of standard input. */
  readStdin(): Uint8Array;
  /** Called before many files are read, one after the other: what was read is soon forgotten, and need not be given room. */
  saveMemory(): void;
  /** Writes at once; to a pipe that nobody reads any more it writes nothing. */
  stdout(text: string): void;
  stderr(text: string): void;
}
