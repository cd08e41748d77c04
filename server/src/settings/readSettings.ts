import type { Schema } from '@cfworker/json-schema';
import settingsSchema from '../../settings.schema.json' with { type: 'json' };
import type { FileProblem } from '../framework/fileProblem.ts';
import type { RuleSettingInFile } from '../framework/frameworkFile.ts';
import { ruleSettings } from '../framework/frameworkOf.ts';
import { type JsonFile, jsonFile } from '../framework/jsonFile.ts';
import type { JsonPath } from '../framework/jsonPath.ts';
import { type KnownRule, ruleSettingProblems } from '../framework/ruleSettingProblems.ts';
import { append } from '../text/lists.ts';
import { didYouMean, nearest } from '../text/nearest.ts';
import type { Span } from '../text/text.ts';
import { defaultSettings, type FailOn, type Settings } from './settings.ts';

/** An `inspectmark.json`, read. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problems: readonly FileProblem[];
  /** The files that it extends, in order. */
  readonly extended: readonly NamedFile[];
  readonly baseline: NamedFile | undefined;
}

/** A file that a settings file names: its path as written, and where. */
export interface NamedFile extends Span {
  readonly path: string;
}

interface SettingsFile {
  readonly extends?: string | readonly string[];
  readonly framework?: string;
  readonly rules?: Readonly<Record<string, RuleSettingInFile>>;
  readonly failOn?: FailOn;
  readonly baseline?: string;
  readonly ignore?: readonly string[];
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly framework?: string;
    readonly rules?: Readonly<Record<string, RuleSettingInFile>>;
  }[];
}

/**
 * Reads an `inspectmark.json`. Whatever is wrong is a problem and has its default; nothing makes this throw.
 *
 * @param frameworkIds the frameworks there are; not checked if nobody says
 */
export function readSettings(
  text: string,
  knownRules: readonly KnownRule[],
  frameworkIds?: readonly string[],
): SettingsReading {
  const json = jsonFile(text, settingsSchema as Schema, 'a settings file');
  const file = json.value as SettingsFile;
  const problems = [...json.problems];
  const parts = [file, ...(file.overrides ?? [])].map((part, i) => {
    const path = i === 0 ? [] : ['overrides', i - 1];
    const checked = ruleSettingProblems(part.rules ?? {}, [...path, 'rules'], json, knownRules);
    append(problems, checked.problems);
    const { framework } = part;
    if (framework !== undefined && frameworkIds !== undefined && !frameworkIds.includes(framework)) {
      const { offset: from = 0, length = 0 } = json.nodeAt([...path, 'framework']) ?? {};
      const advice = didYouMean(nearest(framework, frameworkIds));
      const message = `There is no framework “${framework}”; reports are read as if none were named.${advice}`;
      problems.push({ from, to: from + length, message, severity: 'warning' });
    }
    return { ...part, rules: ruleSettings(checked.settings) };
  });
  const [{ rules = {} } = {}] = parts;
  const settings: Settings = {
    framework: known(file.framework, frameworkIds),
    rules,
    failOn: file.failOn,
    baseline: file.baseline,
    ignore: file.ignore ?? defaultSettings.ignore,
    overrides: (file.overrides ?? []).map(({ files, framework }, i) => ({
      files,
      framework: known(framework, frameworkIds),
      rules: parts[i + 1]?.rules ?? {},
    })),
  };
  return {
    settings,
    problems: problems.sort((a, b) => a.from - b.from),
    extended: extendedIn(file, json),
    baseline: baselineIn(file, json),
  };
}

function extendedIn({ extends: named = [] }: SettingsFile, json: JsonFile): NamedFile[] {
  if (typeof named === 'string') return [namedFile(named, json, ['extends'])];
  return named.map((path, i) => namedFile(path, json, ['extends', i]));
}

function baselineIn({ baseline }: SettingsFile, json: JsonFile): NamedFile | undefined {
  return baseline === undefined ? undefined : namedFile(baseline, json, ['baseline']);
}

function namedFile(path: string, json: JsonFile, place: JsonPath): NamedFile {
  const { offset = 0, length = 0 } = json.nodeAt(place) ?? {};
  return { path, from: offset, to: offset + length };
}

function known(id: string | undefined, ids: readonly string[] | undefined): string | undefined {
  return id === undefined || ids === undefined || ids.includes(id) ? id : undefined;
}
