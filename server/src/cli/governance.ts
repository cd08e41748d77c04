import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { builtInFrameworks, type Frameworks } from '../framework/builtIn.ts';
import type { FileProblem } from '../framework/fileProblem.ts';
import { rules } from '../rules/index.ts';
import { governingFolders } from '../settings/governingFolders.ts';
import {
  defaultReportSettings,
  defaultSettings,
  frameworkFolder,
  type ReportSettings,
  type Settings,
  settingsFileName,
} from '../settings/settings.ts';
import type { Io } from './io.ts';
import { reasonOf } from './refusal.ts';
import { shown } from './reportPaths.ts';
import { type EncodingProblem, reportText } from './reportText.ts';

/** What governs the reports of a folder: the nearest `inspectmark.json` and the nearest frameworks of a team. */
export interface Governance {
  readonly settings: Settings;
  readonly frameworks: Frameworks;
  /** What the settings say of a report in it. */
  readonly settingsOf: (file: string) => ReportSettings;
}

/** A settings' or framework's file in which something is wrong. */
export interface BrokenFile {
  readonly shown: string;
  readonly text: string;
  readonly rule: 'settings' | 'framework-file';
  readonly problems: readonly FileProblem[];
  readonly encoding: EncodingProblem | undefined;
}

/** Finds what governs each report, reads each file of it once, and keeps what was wrong in them until it is asked for. */
export class Governances {
  readonly #io: Io;
  readonly #config: string | undefined;
  readonly #byFolder = new Map<string, Promise<Governance>>();
  readonly #settings = new Map<string, Promise<SettingsFile>>();
  readonly #frameworks = new Map<string, Promise<Frameworks>>();
  readonly #ready = new Map<string, Governance>();
  #broken: BrokenFile[] = [];
}
