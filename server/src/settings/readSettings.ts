import type { Schema } from '@cfworker/json-schema';
import settingsSchema from '../../settings.schema.json' with { type: 'json' };
import type { FileProblem } from '../framework/fileProblem.ts';
import type { RuleSettingInFile } from '../framework/frameworkFile.ts';
import { ruleSettings } from '../framework/frameworkOf.ts';
import { type JsonFile, type JsonPath, jsonFile } from '../framework/jsonFile.ts';
import { valueProblem } from '../framework/metadataProblem.ts';
import { nearest } from '../framework/nearest.ts';
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

/** A rule as settings know it: its id, and the JSON Schemas of its options by their names. */
export interface KnownRule {
  readonly id: string;
  readonly options?: Readonly<Record<string, unknown>>;
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
  const byId = new Map(knownRules.map(rule => [rule.id, rule]));
  for (const [i, part] of [file, ...(file.overrides ?? [])].entries()) {
    const path = i === 0 ? [] : ['overrides', i - 1];
    for (const [id, setting] of Object.entries(part.rules ?? {})) {
      const place = [...path, 'rules', id];
      const rule = byId.get(id);
      if (rule === undefined) warn(place, `There is no rule “${id}”, so this changes nothing.`, id, [...byId.keys()]);
      else if (typeof setting !== 'string') checkOptions(rule, setting[1] ?? {}, place);
    }
    const { framework } = part;
    if (framework !== undefined && frameworkIds !== undefined && !frameworkIds.includes(framework)) {
      warn(
        [...path, 'framework'],
        `There is no framework “${framework}”; reports are read as if none were named.`,
        framework,
        frameworkIds,
      );
    }
  }
  function checkOptions(
    { id, options = {} }: KnownRule,
    given: Readonly<Record<string, unknown>>,
    place: JsonPath,
  ): void {
    for (const [name, value] of Object.entries(given)) {
      const path = [...place, 1, name];
      if (!Object.hasOwn(options, name)) {
        const names = Object.keys(options);
        const has = names.length === 0 ? 'has no options' : `has no option “${name}”`;
        warn(path, `The rule “${id}” ${has}, so this changes nothing.`, name, names);
        continue;
      }
      const problem = valueProblem(options[name] as Schema, value);
      const { offset: from = 0, length = 0 } = json.nodeAt(path) ?? {};
      if (problem === undefined) continue;
      const message = `“${name}” ${problem}. Until then the rule has its default.`;
      problems.push({ from, to: from + length, message, severity: 'error' });
      // What is wrong has its default: the value is taken out of what was read, which nobody else has.
      delete (given as Record<string, unknown>)[name];
    }
  }
  function warn(path: readonly (string | number)[], message: string, name: string, known: readonly string[]): void {
    const node = json.nodeAt(path);
    const isName = path.at(-2) === 'rules' || path.at(-4) === 'rules';
    const key = isName ? node?.parent?.children?.[0] : undefined;
    const shown = key ?? node;
    const best = nearest(name, known);
    if (shown === undefined) return;
    const advice = best === undefined ? '' : ` Did you mean “${best}”?`;
    problems.push({
      from: shown.offset,
      to: shown.offset + shown.length,
      message: message + advice,
      severity: 'warning',
    });
  }
  const settings: Settings = {
    framework: known(file.framework, frameworkIds),
    rules: ruleSettings(file.rules ?? {}),
    failOn: file.failOn,
    baseline: file.baseline,
    ignore: file.ignore ?? defaultSettings.ignore,
    overrides: (file.overrides ?? []).map(({ files, framework, rules }) => ({
      files,
      framework: known(framework, frameworkIds),
      rules: ruleSettings(rules ?? {}),
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
