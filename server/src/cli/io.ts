import type { Dirent } from 'node:fs';

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
  /** What stands in a folder. Throws as `node:fs` does. */
  readFolder(path: string): Dirent[];
  /** All of standard input. */
  readStdin(): Uint8Array;
  /** Called before many files are read, one after the other: what was read is soon forgotten, and need not be given room. */
  saveMemory(): void;
  /** Writes at once; to a pipe that nobody reads any more it writes nothing. */
  stdout(text: string): void;
  stderr(text: string): void;
  /**
   * Calls back whenever a file that matters has been saved, has come up or is gone, in a folder that is given or below, or
   * beside a file that is given; paths are absolute. What is saved again within a tenth of a second may be told once.
   * Resolves when no change is missed any more, and watches until the process ends.
   */
  watch(
    watched: { readonly folders: readonly string[]; readonly files: readonly string[] },
    matters: (file: string) => boolean,
    changed: (file: string) => void,
  ): Promise<{ readonly add: (files: readonly string[]) => void }>;
}
