import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
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
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Reads a file of its folder; nothing if it is not there. */
  readonly read: (path: string) => string | undefined;
}

/** Files by their paths, or several in the tests' notation. A file may be a link to another. */
export type Folder = string | Readonly<Record<string, string | Uint8Array | { readonly linkTo: string }>>;

/** Runs the command line in this process, in a folder of its own that holds the files given. Arguments are parted by spaces. */
export async function commandLine(
  args: string | readonly string[],
  folder: Folder = {},
  io: Partial<Io> = {},
): Promise<Run> {
  const cwd = mkdtempSync(join(tmpdir(), 'inspectmark-'));
  try {
    const all = typeof folder === 'string' ? files(folder) : Object.entries(folder);
    for (const [path, content] of all) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      if (typeof content === 'object' && 'linkTo' in content) symlinkSync(content.linkTo, join(cwd, path));
      else writeFileSync(join(cwd, path), content);
    }
    let out = '';
    let err = '';
    const code = await run(typeof args === 'string' ? args.split(' ').filter(Boolean) : args, {
      cwd,
      env: {},
      isTTY: false,
      columns: undefined,
      home: process.cwd(),
      readFile: path => readFileSync(path),
      readStdin: () => new Uint8Array(),
      stdout: text => {
        out += text;
      },
      stderr: text => {
        err += text;
      },
      ...io,
    });
    // Read at once: the folder is gone when the caller asks.
    const paths = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter(path =>
      statSync(join(cwd, path), { throwIfNoEntry: false })?.isFile(),
    );
    const left = new Map(paths.map(path => [path.replaceAll('\\', '/'), readFileSync(join(cwd, path), 'utf8')]));
    return { code, out: out.replaceAll(cwd, '/cwd'), err: err.replaceAll(cwd, '/cwd'), read: path => left.get(path) };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
