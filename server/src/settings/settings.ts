import type { RuleSetting, RuleSeverity } from '../model/framework.ts';
import type { Baseline } from './baseline.ts';

/** The name of the settings' file. */
export const settingsFileName = 'inspectmark.json';

/** Where, from a governing folder, a team's own frameworks stand: all `.json` files in it. */
export const frameworkFolder = '.inspectmark/frameworks';

/** What an `inspectmark.json` says. */
export interface Settings {
  /** The id of the framework of reports that name none. */
  readonly framework: string | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** The least severity with which a finding makes a check fail. */
  readonly failOn: FailOn | undefined;
  /** The path of the file of findings that are known, as written. */
  readonly baseline: string | undefined;
  /** Patterns of the reports that are not checked. */
  readonly ignore: readonly string[];
  /** Settings for some reports; the later count more. */
  readonly overrides: readonly Override[];
}

/** A severity that can make a check fail. */
export type FailOn = Exclude<RuleSeverity, 'off'>;

/** Settings for the reports that fit one of the patterns. */
export interface Override {
  readonly files: readonly string[];
  readonly framework: string | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** What the settings say of one report. */
export interface ReportSettings {
  readonly framework: string | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Whether the report is not to be checked. */
  readonly ignored: boolean;
  /** What is found in it and known, by rule. */
  readonly known?: Baseline[string];
}

/** The settings where no file says any. */
export const defaultSettings: Settings = {
  framework: undefined,
  rules: {},
  failOn: undefined,
  baseline: undefined,
  ignore: [],
  overrides: [],
};

/** What holds for a report for which no file says anything. */
export const defaultReportSettings: ReportSettings = { framework: undefined, rules: {}, ignored: false };
