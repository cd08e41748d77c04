import picomatch from 'picomatch';
import { joinedRules } from './joinedRules.ts';
import type { Override, ReportSettings, Settings } from './settings.ts';

type Test = (path: string) => boolean;

const tests = new WeakMap<readonly string[], Test>();

/**
 * What the settings say of one report, the overrides included.
 *
 * @param relativePath from the settings' folder, with `/`; a path outside the folder is governed by no override
 */
export function settingsFor(settings: Settings, relativePath: string): ReportSettings {
  const path = relativePath.replace(/^(?:\.\/)+/, '');
  const ignored = !isOutside(path) && settings.ignore.length > 0 && testOf(settings.ignore)(path);
  let { framework, rules } = settings;
  for (const override of overridesFor(settings, path)) {
    framework = override.framework ?? framework;
    rules = joinedRules(rules, override.rules);
  }
  return { framework, rules, ignored };
}

/** The overrides that govern a report, in order. */
export function overridesFor(settings: Settings, relativePath: string): Override[] {
  const path = relativePath.replace(/^(?:\.\/)+/, '');
  return isOutside(path) ? [] : settings.overrides.filter(({ files }) => files.length > 0 && testOf(files)(path));
}

function isOutside(path: string): boolean {
  return path.startsWith('../') || path.startsWith('/') || /^[A-Za-z]:/.test(path);
}

/** Whether a path fits one of the patterns: as a file, or by a folder that a pattern names. Made once for each list. */
function testOf(patterns: readonly string[]): Test {
  let test = tests.get(patterns);
  if (test === undefined) {
    const globs = patterns.flatMap(pattern => {
      const usable = pattern.replace(/^(?:\.\/)+|\/+$/g, '');
      if (usable === '') return [];
      const anywhere = usable.includes('/') ? usable : `**/${usable}`;
      return [anywhere, `${anywhere}/**`];
    });
    // Without !(…) and its kin an expression cannot become slow, and nothing is turned round by chance.
    const options = { dot: true, noextglob: true, nonegate: true, windows: false };
    test = globs.length === 0 ? () => false : picomatch(globs, options);
    tests.set(patterns, test);
  }
  return test;
}
