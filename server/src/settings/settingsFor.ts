import picomatch from 'picomatch';
import type { ReportSettings, Settings } from './settings.ts';

type Test = (path: string) => boolean;

const tests = new WeakMap<readonly string[], Test>();

/**
 * What the settings say of one report, the overrides included.
 *
 * @param relativePath from the settings' folder, with `/`; a path outside the folder is governed by no override
 */
export function settingsFor(settings: Settings, relativePath: string): ReportSettings {
  const path = relativePath.replace(/^(?:\.\/)+/, '');
  const outside = path.startsWith('../') || path.startsWith('/') || /^[A-Za-z]:/.test(path);
  const fits = (patterns: readonly string[]) => !outside && patterns.length > 0 && testOf(patterns)(path);
  let { framework, rules } = settings;
  for (const override of settings.overrides) {
    if (!fits(override.files)) continue;
    framework = override.framework ?? framework;
    rules = { ...rules, ...override.rules };
  }
  return { framework, rules, ignored: fits(settings.ignore) };
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
