import { statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { builtInFrameworks, type Frameworks } from '../framework/builtIn.ts';
import { type FileProblem, unreadFile } from '../framework/fileProblem.ts';
import { type FrameworkSet, frameworkSet } from '../framework/frameworkSet.ts';
import { reasonOf } from '../readers/fileReason.ts';
import { reportText } from '../readers/reportText.ts';
import { rules } from '../rules/index.ts';
import { extendedSettings } from '../settings/extendedSettings.ts';
import { defaultReportSettings } from '../settings/settings.ts';
import { settingsFor } from '../settings/settingsFor.ts';
import type { EncodingProblem } from '../text/encodingProblem.ts';
import { frameworkNames } from './frameworkNames.ts';
import type { BrokenFile, Governance, GoverningPaths } from './governance.ts';
import type { Io } from './io.ts';

// Loaded only where files govern reports: it brings the readers of JSON and of schemas with it.

/** Reads the files that govern some reports, and tells of each in which something is wrong. */
export function governanceOf(paths: GoverningPaths, io: Io, tell: (broken: BrokenFile) => void): Governance {
  const team = paths.frameworks === undefined ? undefined : teamFrameworks(paths.frameworks, io, tell);
  const frameworks = team ?? builtInFrameworks;
  const frameworkFile = team?.pathOf ?? (() => undefined);
  const filesRead = [...(team?.problems.keys() ?? [])];
  if (paths.settings === undefined) {
    return { frameworks, frameworkFile, failOn: undefined, settingsOf: () => defaultReportSettings, filesRead };
  }
  const { settings, read, problems, files, baseline } = readWithExtended(paths.settings, frameworks, io);
  for (const [path, file] of read)
    tellOf(file, 'settings', file.unread ? [file.unread] : (problems.get(path) ?? []), tell);
  const folder = dirname(paths.settings);
  return {
    frameworks,
    frameworkFile,
    failOn: settings.failOn,
    settingsOf: report => {
      const known = baseline?.known[relative(dirname(baseline.file), report).replaceAll(sep, '/')];
      return { ...settingsFor(settings, relative(folder, report).replaceAll(sep, '/')), ...(known && { known }) };
    },
    settingsFiles: { folder, files },
    ...(baseline && { baseline }),
    filesRead: [...filesRead, ...read.keys()],
  };
}

/**
 * Reads a settings file, and then what it extends, until all is there. A file that is only extended is missed where it is
 * named.
 */
function readWithExtended(root: string, frameworks: Frameworks, io: Io) {
  const read = new Map<string, Readable>([[root, readable(root, io)]]);
  for (;;) {
    const texts = new Map([...read].map(([path, { text, unread }]) => [path, unread === undefined ? text : undefined]));
    const all = extendedSettings(root, texts, {
      rules,
      frameworkIds: frameworks.ids,
      resolved: (path, file) => resolve(dirname(file), path),
    });
    if (all.unread.length === 0) {
      const told = [...read].filter(([path, { unread }]) => path === root || unread === undefined);
      return { ...all, read: new Map(told) };
    }
    for (const path of all.unread) read.set(path, readable(path, io));
  }
}

/** The built-in frameworks and a team's, read from the `.json` files of its folder. */
function teamFrameworks(folder: string, io: Io, tell: (broken: BrokenFile) => void): FrameworkSet {
  const files = frameworkNames(folder).map(name => readable(join(folder, name), io));
  const set = frameworkSet(
    files.flatMap(({ file, text, unread }) => (unread === undefined ? [{ path: file, text }] : [])),
    rules,
  );
  for (const file of files) {
    tellOf(file, 'framework-file', file.unread ? [file.unread] : (set.problems.get(file.file) ?? []), tell);
  }
  return set;
}

interface Readable {
  readonly file: string;
  readonly text: string;
  readonly encoding: EncodingProblem | undefined;
  /** Why it could not be read at all. */
  readonly unread: FileProblem | undefined;
}

function readable(file: string, io: Io): Readable {
  const unread = (reason: string): Readable => ({ file, text: '', encoding: undefined, unread: unreadFile(reason) });
  try {
    if (mayNeverEnd(file)) return unread('it is no file, but a pipe or a device');
    const { text, problem } = reportText(io.readFile(file));
    return { file, text, encoding: problem, unread: undefined };
  } catch (error) {
    return unread(reasonOf(error));
  }
}

function mayNeverEnd(path: string): boolean {
  const status = statSync(path, { throwIfNoEntry: false });
  return status !== undefined && !status.isFile() && !status.isDirectory();
}

function tellOf(
  { file, text, encoding }: Readable,
  rule: BrokenFile['rule'],
  problems: readonly FileProblem[],
  tell: (broken: BrokenFile) => void,
): void {
  if (problems.length > 0 || encoding !== undefined) tell({ file, text, rule, problems, encoding });
}
