import { statSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { frameworkFolder, settingsFileName } from '../settings/settings.ts';
import { counted } from '../text/phrases.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import { complain, Refusal, refusalOf } from './refusal.ts';
import { pathsGiven, shown } from './reportPaths.ts';

/** Checks once, and tells which files were read for it, absolute. */
export type Check = (told: (files: ReadonlySet<string>) => void) => Promise<unknown>;

/**
 * `check --watch`: checks, and again whenever a report or what governs one has been saved, until the process is ended. What
 * is refused at first is wrong usage; later it is told, for a file may be gone that is there again in a moment.
 */
export async function watch(args: Arguments, io: Io, check: Check): Promise<undefined> {
  refuseToWrite(args);
  const given = pathsGiven(args, undefined);
  let read: ReadonlySet<string> = new Set(given.map(path => resolve(io.cwd, path)));
  const changed = new Set<string>();
  let isChecking = true;
  // Watched before the first check, so that nothing that is saved meanwhile is missed.
  const watching = await io.watch(
    { folders: foldersOf(given, io), files: [...read] },
    file => read.has(file) || mayMatter(file),
    file => {
      changed.add(file);
      void again();
    },
  );
  const checked = async (): Promise<void> => {
    await check(files => {
      read = files;
    });
    watching.add([...read]);
  };
  const again = async (): Promise<void> => {
    if (isChecking) return;
    isChecking = true;
    while (changed.size > 0) {
      await delay(settlingTime);
      io.stderr(`\n${changeWords([...changed], io)}\n`);
      changed.clear();
      await checked().catch(error => complain(io, refusalOf(error)));
    }
    isChecking = false;
  };
  await checked();
  io.stderr(`\nWatching ${counted(reportsIn(read), 'report')}: what is saved is checked again. Ctrl+C ends it.\n`);
  isChecking = false;
  await again();
  return undefined;
}

/**
 * After so many milliseconds all has been saved that an editor saves at once, and what was saved twice is read as it is now.
 */
const settlingTime = 150;

/** What writes into the files that are watched would be called by itself again, and standard input cannot change. */
function refuseToWrite(args: Arguments): void {
  const option = ['fix', 'fix-dry-run', 'update-baseline', 'suppressions', 'stdin-path'].find(each => args.has(each));
  if (option !== undefined) throw new Refusal(`--watch checks again and again, so --${option} does not go with it.`);
  if (args.positionals.includes('-')) throw new Refusal('--watch watches files, and standard input is none.');
}

/** The folders in which new reports may come up: those that are given, and those from which patterns begin. */
function foldersOf(paths: readonly string[], { cwd }: Io): string[] {
  return paths.flatMap(path => {
    const status = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (status !== undefined) return status.isDirectory() ? [resolve(cwd, path)] : [];
    const [beginning = ''] = /^[^*?[\]{}!()]*(?=[/\\])/.exec(path) ?? [];
    return [resolve(cwd, beginning)];
  });
}

/** Whether a file is one that a check may come to read. */
function mayMatter(file: string): boolean {
  if (/\.inspection$/i.test(file) || basename(file) === settingsFileName) return true;
  return file.endsWith('.json') && shown(dirname(file)).endsWith(`/${frameworkFolder}`);
}

function reportsIn(files: ReadonlySet<string>): number {
  return [...files].filter(file => /\.inspection$/i.test(file)).length;
}

function changeWords(files: readonly string[], { cwd }: Io): string {
  const [file = ''] = files;
  return files.length === 1 ? `${shown(relative(cwd, file))} has changed.` : `${files.length} files have changed.`;
}
