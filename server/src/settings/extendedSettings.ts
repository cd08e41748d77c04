import type { FileProblem } from '../framework/fileProblem.ts';
import type { KnownRule } from '../framework/ruleSettingProblems.ts';
import { type Baseline, readBaseline } from './baseline.ts';
import { joinedRules } from './joinedRules.ts';
import { type NamedFile, readSettings, type SettingsReading } from './readSettings.ts';
import { defaultSettings, type Settings } from './settings.ts';

/** What a settings file says together with the files that it extends. */
export interface ExtendedSettings {
  readonly settings: Settings;
  /** Each file by itself, those that are extended before those that extend them: the later count more. */
  readonly files: readonly { readonly file: string; readonly settings: Settings }[];
  /** The findings that are known, and the file that lists them: reports are named from its folder. */
  readonly baseline: { readonly file: string; readonly known: Baseline } | undefined;
  /** What is wrong in each file that was read. */
  readonly problems: ReadonlyMap<string, readonly FileProblem[]>;
  /** The files that must be read before this is all. */
  readonly unread: readonly string[];
}

/** What reading settings depends on besides their texts. */
export interface SettingsSurroundings {
  readonly rules: readonly KnownRule[];
  readonly frameworkIds: readonly string[];
  /** The file that a path in a file means. */
  readonly resolved: (path: string, file: string) => string;
}

/**
 * Reads a settings file and all that it extends, of the texts given: `undefined` stands for a file that cannot be read.
 * Reading is the caller's: it adds what is `unread`, and asks again until nothing is.
 */
export function extendedSettings(
  root: string,
  texts: ReadonlyMap<string, string | undefined>,
  { rules, frameworkIds, resolved }: SettingsSurroundings,
): ExtendedSettings {
  const readings = new Map<string, SettingsReading>();
  const problems = new Map<string, FileProblem[]>();
  const unread = new Set<string>();
  const files: { file: string; settings: Settings }[] = [];
  visit(root, []);
  const settings = files.reduce((base, own) => joined(base, own.settings), defaultSettings);
  const naming = files.findLast(own => own.settings.baseline !== undefined);
  return { settings, files, baseline: naming && baselineOf(naming.file), problems, unread: [...unread] };

  /** The baseline that one of the files names, from its own folder. */
  function baselineOf(own: string): ExtendedSettings['baseline'] {
    const named = readings.get(own)?.baseline;
    if (named === undefined) return undefined;
    const file = resolved(named.path, own);
    const text = texts.get(file);
    if (!texts.has(file)) unread.add(file);
    const known = text === undefined ? undefined : readBaseline(text);
    if (known !== undefined) return { file, known };
    if (texts.has(file)) complain(own, named, text === undefined ? missingMessage : noBaselineMessage);
    return undefined;
  }

  function visit(file: string, within: readonly string[]): void {
    if (files.some(known => known.file === file)) return;
    const text = texts.get(file);
    if (text === undefined) {
      if (!texts.has(file)) unread.add(file);
      return;
    }
    let reading = readings.get(file);
    if (reading === undefined) {
      reading = readSettings(text, rules, frameworkIds);
      readings.set(file, reading);
      problems.set(file, [...reading.problems]);
    }
    for (const extended of reading.extended) {
      const other = resolved(extended.path, file);
      const chain = [...within, file];
      if (chain.includes(other)) complain(file, extended, circleMessage(other === file));
      else if (texts.has(other) && texts.get(other) === undefined) complain(file, extended, missingMessage);
      else visit(other, chain);
    }
    files.push({ file, settings: reading.settings });
  }

  function complain(file: string, { from, to }: NamedFile, message: string): void {
    problems.get(file)?.push({ from, to, message, severity: 'error' });
  }
}

const missingMessage = 'There is no such file, or it cannot be read, so nothing of it counts.';
const noBaselineMessage = 'That file is no baseline. `inspectmark check --baseline FILE --update-baseline` writes one.';

function circleMessage(isItself: boolean): string {
  const end = 'so this is left out. Take it out.';
  return isItself ? `A file cannot extend itself, ${end}` : `That file extends this one in turn, ${end}`;
}

function joined(base: Settings, own: Settings): Settings {
  return {
    framework: own.framework ?? base.framework,
    rules: joinedRules(base.rules, own.rules),
    failOn: own.failOn ?? base.failOn,
    baseline: own.baseline ?? base.baseline,
    ignore: [...base.ignore, ...own.ignore],
    overrides: [...base.overrides, ...own.overrides],
  };
}
