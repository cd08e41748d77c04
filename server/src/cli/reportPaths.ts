import { type Dirent, lstatSync, statSync } from 'node:fs';
import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import type { FileSystemAdapter } from 'tinyglobby';
import { reasonOf } from '../readers/fileReason.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import { Refusal } from './refusal.ts';

/** A report to be checked. */
export interface ReportPath {
  /** As it is shown: from the working folder, or absolute if it was given so; with `/`. */
  readonly shown: string;
  /** Absolute; nothing for standard input without a path of its own. */
  readonly file: string | undefined;
  readonly isStdin: boolean;
}

/** How standard input is shown that has no path. */
export const stdinName = '<stdin>';

/**
 * The reports that paths stand for, each once: files as they are, of folders and globs all `.inspection` files, sorted.
 * `node_modules` and what begins with a dot is passed over in folders. A folder in them that cannot be read stands for the
 * reports in it: to read it as one fails, and says why. Refused if a path stands for nothing.
 */
export async function reportPaths(given: readonly string[], io: Io, stdinPath?: string): Promise<ReportPath[]> {
  const { cwd } = io;
  if (stdinPath !== undefined && !given.includes('-'))
    throw new Refusal('--stdin-path is the path of standard input, which is not among the paths. Add “-”.');
  const found = new Map<string, ReportPath>();
  const add = (path: string): void => {
    const file = resolve(cwd, path);
    if (!found.has(file)) found.set(file, { shown: shown(path), file, isStdin: false });
  };
  const refused: string[] = [];
  for (const path of given) {
    if (path === '-') {
      found.set('-', {
        shown: stdinPath === undefined ? stdinName : shown(stdinPath),
        file: stdinPath === undefined ? undefined : resolve(cwd, stdinPath),
        isStdin: true,
      });
      continue;
    }
    // A variable that was not set, most likely; it is not to mean all reports.
    if (path === '') {
      refused.push('One of the paths is empty. Name a report or a folder; “.” is this folder.');
      continue;
    }
    try {
      if (statSync(resolve(cwd, path)).isDirectory()) reportsBelow(path, io).forEach(add);
      else add(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if ((code === 'ENOENT' || code === 'EINVAL') && /[*?[\]{}!()]/.test(path)) {
        const paths = await globbed(path, io);
        if (paths.length === 0) refused.push(`${path}: no report (*.inspection) fits this pattern.`);
        paths.forEach(add);
      } else refused.push(`${placeOf(error, path, cwd)}: ${reasonOf(error)}.`);
    }
  }
  if (refused.length > 0) throw new Refusal(refused.join('\n'));
  return [...found.values()];
}

/** The paths that are meant: the current folder if none is named, or what `--stdin-path` names. */
export function pathsGiven({ positionals }: Arguments, stdinPath: string | undefined): readonly string[] {
  if (positionals.length > 0) return positionals;
  return [stdinPath === undefined ? '.' : '-'];
}

/** A path as it is shown. */
export function shown(path: string): string {
  return posix.normalize(sep === '\\' ? path.replaceAll('\\', '/') : path);
}

/** The path that an error is about: the one given, or a folder in it. */
function placeOf(error: unknown, given: string, cwd: string): string {
  const { path } = error as NodeJS.ErrnoException;
  if (path === undefined || path === resolve(cwd, given)) return given;
  return isAbsolute(given) ? path : shown(relative(cwd, path));
}

function isReport(path: string): boolean {
  return /\.inspection$/i.test(path);
}

function reportsBelow(folder: string, io: Io): string[] {
  const { cwd } = io;
  const reports: string[] = [];
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const entry of entriesOf(at, io, at === folder ? undefined : reports)) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = posix.join(at, name);
      // A link to a folder is not followed: it may lead in a circle.
      if (entry.isDirectory()) open.push(path);
      else if (isReport(name) && (entry.isFile() || linksToFile(resolve(cwd, path)))) reports.push(path);
    }
  }
  return reports.sort(byUnits);
}

/** What stands in a folder; one that cannot be read is put among those. */
function entriesOf(folder: string, { cwd, readFolder }: Io, unread: string[] | undefined): Dirent[] {
  try {
    return readFolder(resolve(cwd, folder));
  } catch (error) {
    if (unread === undefined) throw error;
    unread.push(folder);
    return [];
  }
}

/** Whether a path is a link to a file; not one to nowhere, nor one that leads in a circle. */
function linksToFile(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink() && statSync(path).isFile();
  } catch {
    return false;
  }
}

async function globbed(pattern: string, { cwd, readFolder }: Io): Promise<string[]> {
  const { globSync } = await import('tinyglobby');
  const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  // Brackets are part of a name, as in `2014 (final)`, but behind a mark that makes an alternative of them: `!(a|b)`.
  const literal = slashed.replace(/([?*+@!]\([^()]*\))|[()|]/g, (sign, group) => group ?? `\\${sign}`);
  const unread: string[] = [];
  const readdirSync = (folder: string): Dirent[] => {
    try {
      return readFolder(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        unread.push(isAbsolute(pattern) ? shown(folder) : shown(relative(cwd, folder)));
      return [];
    }
  };
  const paths = globSync(literal, {
    cwd,
    fs: { readdirSync: readdirSync as unknown as NonNullable<FileSystemAdapter['readdirSync']> },
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
  });
  return [...paths.filter(isReport), ...unread].sort(byUnits);
}

/** The same order on every machine, whatever its language. */
function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
