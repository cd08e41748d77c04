import { existsSync, lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtInFrameworks, type Frameworks } from '../framework/builtIn.ts';
import type { FileProblem } from '../framework/fileProblem.ts';
import type { ExtendedSettings } from '../settings/extendedSettings.ts';
import { governingFolders } from '../settings/governingFolders.ts';
import {
  defaultReportSettings,
  type FailOn,
  frameworkFolder,
  type ReportSettings,
  settingsFileName,
} from '../settings/settings.ts';
import type { EncodingProblem } from '../text/encodingProblem.ts';
import { frameworkNames } from './frameworkNames.ts';
import type { Io } from './io.ts';
import type { CountingBaseline } from './movedReports.ts';

/** What governs the reports of a folder: the nearest `inspectmark.json`, and the nearest frameworks of a team. */
export interface Governance {
  readonly frameworks: Frameworks;
  /** The file that holds a framework of a team's, absolute; nothing for a built-in one. */
  readonly frameworkFile: (id: string) => string | undefined;
  readonly failOn: FailOn | undefined;
  /** What the settings say of a report. */
  readonly settingsOf: (file: string) => ReportSettings;
  /** The settings files by themselves, as `extendedSettings` gives them, and the folder from which their patterns count. */
  readonly settingsFiles?: { readonly folder: string; readonly files: ExtendedSettings['files'] };
  /** What is known, where the settings name a baseline. */
  readonly baseline?: CountingBaseline;
  /** Every file that was read for it, absolute: settings, what they extend, a baseline, a team's frameworks. */
  readonly filesRead: readonly string[];
}

/** A settings or framework file in which something is wrong. */
export interface BrokenFile {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly rule: 'settings' | 'framework-file';
  readonly problems: readonly FileProblem[];
  readonly encoding: EncodingProblem | undefined;
}

/** Where the files stand that govern a folder. */
export interface GoverningPaths {
  /** The settings file. */
  readonly settings: string | undefined;
  /** The folder of a team's frameworks. */
  readonly frameworks: string | undefined;
}

const ungoverned: Governance = {
  frameworks: builtInFrameworks,
  frameworkFile: () => undefined,
  failOn: undefined,
  settingsOf: () => defaultReportSettings,
  filesRead: [],
};

/** Finds what governs each report, reads every file of it once, and remembers what was wrong there until it is taken. */
export class Governances {
  readonly #io: Io;
  readonly #config: string | undefined;
  readonly #byFolder = new Map<string, Governance>();
  readonly #byPaths = new Map<string, Governance>();
  readonly #broken = new Map<string, BrokenFile>();
  #taken = 0;

  /** @param config the settings file that counts for all reports, in place of those that stand in their folders */
  constructor(io: Io, config: string | undefined) {
    this.#io = io;
    this.#config = config;
  }

  /** What governs a file. Asynchronous only because what reads settings is loaded when there are some. */
  async of(file: string): Promise<Governance> {
    const folder = dirname(file);
    let governance = this.#byFolder.get(folder);
    if (governance === undefined) {
      governance = await this.#found(governingPaths(file, this.#config));
      this.#byFolder.set(folder, governance);
    }
    return governance;
  }

  /** What governs a file of a folder for which `of` was asked before. */
  known(file: string): Governance {
    return this.#byFolder.get(dirname(file)) ?? ungoverned;
  }

  /** The broken files found since this was last asked. */
  takeBroken(): BrokenFile[] {
    const broken = [...this.#broken.values()].slice(this.#taken);
    this.#taken = this.#broken.size;
    return broken;
  }

  async #found(paths: GoverningPaths): Promise<Governance> {
    if (paths.settings === undefined && paths.frameworks === undefined) return ungoverned;
    const key = `${paths.settings}\n${paths.frameworks}`;
    let governance = this.#byPaths.get(key);
    if (governance === undefined) {
      const { governanceOf } = await import('./governingFiles.ts');
      governance = governanceOf(paths, this.#io, broken => {
        if (!this.#broken.has(broken.file)) this.#broken.set(broken.file, broken);
      });
      this.#byPaths.set(key, governance);
    }
    return governance;
  }
}

/** Where the nearest settings, and the nearest frameworks of a team, stand above a file. */
function governingPaths(file: string, config: string | undefined): GoverningPaths {
  const folders = governingFolders(file);
  return {
    settings: config ?? folders.map(folder => join(folder, settingsFileName)).find(isFile),
    frameworks: folders.map(folder => join(folder, frameworkFolder)).find(holdsFrameworks),
  };
}

function isFile(path: string): boolean {
  // What may not be looked into is as good as nothing: the reports there will say so themselves. A link that leads nowhere
  // was meant to be a file: that it is missed will be said of it.
  try {
    const status = statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path, { throwIfNoEntry: false });
    return status !== undefined && (status.isFile() || status.isSymbolicLink());
  } catch {
    return false;
  }
}

function holdsFrameworks(folder: string): boolean {
  return existsSync(folder) && frameworkNames(folder).length > 0;
}
