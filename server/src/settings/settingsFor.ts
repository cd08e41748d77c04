import { joinedRules } from './joinedRules.ts';
import { type PathTest, pathPattern } from './pathPattern.ts';
import type { Override, ReportSettings, Settings } from './settings.ts';

const tests = new WeakMap<readonly string[], PathTest>();

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
function testOf(patterns: readonly string[]): PathTest {
  let test = tests.get(patterns);
  if (test === undefined) {
    const each = patterns.map(pathPattern);
    test = path => each.some(fits => fits(path));
    tests.set(patterns, test);
  }
  return test;
}
