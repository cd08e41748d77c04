import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../server/src/cli/io.ts';
import { run } from '../../server/src/cli/run.ts';
import { files } from '../notation.ts';

/** What a run of the command line leaves behind. */
export interface Run {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
  /** Reads a file of its folder; nothing if it is not there. */
  readonly read: (path: string) => string | undefined;
}

/** Files by their paths, or several in the tests' notation. A file may be a link to another. */
export type Folder = string | Readonly<Record<string, string | Uint8Array | { readonly linkTo: string }>>;

const folders: string[] = [];

process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A new folder that holds these files until the tests have ended. */
export function newFolder(folder: Folder): string {
  const path = mkdtempSync(join(tmpdir(), 'inspectmark-'));
  folders.push(path);
  for (const [name, content] of typeof folder === 'string' ? files(folder) : Object.entries(folder)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    if (typeof content === 'object' && 'linkTo' in content) symlinkSync(content.linkTo, file);
    else writeFileSync(file, content);
  }
  return path;
}

/** Runs the command line in this process, in a folder of its own that holds these files. Arguments are parted by spaces. */
export function commandLine(args: string | readonly string[], folder: Folder = {}, io: Partial<Io> = {}): Promise<Run> {
  const argv = typeof args === 'string' ? args.split(' ').filter(Boolean) : args;
  return runIn(folder, whole => run(argv, { ...whole, ...io }));
}

/** Runs something of the command line's in a folder of its own that holds these files. */
export async function runIn(folder: Folder, runs: (io: Io) => Promise<number | undefined>): Promise<Run> {
  const cwd = newFolder(folder);
  let out = '';
  let err = '';
  const code = await runs({
    cwd,
    env: {},
    isTTY: false,
    columns: undefined,
    home: process.cwd(),
    readFile: path => readFileSync(path),
    readFolder: path => readdirSync(path, { withFileTypes: true }),
    readStdin: () => new Uint8Array(),
    saveMemory: () => undefined,
    stdout: text => {
      out += text;
    },
    stderr: text => {
      err += text;
    },
    watch: async () => ({ add: () => undefined }),
  });
  const read = (path: string) => (existsSync(join(cwd, path)) ? readFileSync(join(cwd, path), 'utf8') : undefined);
  return { code, out, err, read };
}
