import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RuleSetting } from '../../server/src/model/framework.ts';
import { governingFolders } from '../../server/src/settings/governingFolders.ts';
import { ruleSetting } from '../../server/src/settings/ruleSetting.ts';
import { defaultReportSettings, defaultSettings } from '../../server/src/settings/settings.ts';
import { settingsFor } from '../../server/src/settings/settingsFor.ts';

/** Whether a path fits a pattern. */
function check(pattern: string, path: string, fits: boolean): void {
  assert.equal(settingsFor({ ...defaultSettings, ignore: [pattern] }, path).ignored, fits, `${pattern} ${path}`);
}

test('patterns of paths', () => {
  check('*.inspection', 'a.inspection', true);
  check('*.inspection', 'deep/down/a.inspection', true);
  check('drafts/*.inspection', 'drafts/a.inspection', true);
  check('drafts/*.inspection', 'drafts/old/a.inspection', false);
  check('drafts/*.inspection', 'other/drafts/a.inspection', false);
  check('**/drafts/**', 'other/drafts/old/a.inspection', true);
  check('drafts', 'drafts/old/a.inspection', true);
  check('drafts/', 'drafts/a.inspection', true);
  check('./drafts', 'drafts/a.inspection', true);
  check('drafts', 'other/drafts/a.inspection', true);
  check('drafts', 'drafts2/a.inspection', false);
  check('{a,b}/?.inspection', 'b/x.inspection', true);
  check('{a,b}/?.inspection', 'b/xy.inspection', false);
  check('**', '.hidden/a.inspection', true);
  check('a/**', './a/b.inspection', true);
  check('**', '../a.inspection', false);
  check('**', '/a.inspection', false);
  check('!a', 'b', false);
  check('a(b', 'a(b', true);
  check('[', 'a', false);
  check('/', 'a', false);
  check('2014 (final)', 'north/2014 (final)/a.inspection', true);
  check('a|b', 'a|b/c', true);
  check('201? (fin*)', 'north/2014 (final)/a.inspection', true);
  check('w [1]', 'w [1]/a', true);
  check('[ab]*', 'bc', true);
  check('[!ab]*', 'bc', false);
  check('{x}', '{x}', true);
  check('{a', '{a/b', true);
  check('{a,{b,c}d}/*.i', 'cd/x.i', true);
  check('{a,{b,c}d}/*.i', 'c/x.i', false);
  check('a/**/b/**/c', 'a/b/x/b/y/c', true);
  check('a/**/b/**/c', 'a/x/c', false);
  check('*a*b*', 'xaybz', true);
  check('*a*b', 'xaybz', false);
  check('Drafts', 'drafts/a', false);
});

test('no pattern takes long', () => {
  const long = `${'a'.repeat(50)}/`.repeat(4) + 'a'.repeat(100);
  for (const pattern of ['**/a/**/*a*a*ab', '*a*a*ab', '?'.repeat(240), '{a,b}'.repeat(90), `{${'a,'.repeat(240)}}`])
    check(pattern, long, false);
});

test('later overrides count more', () => {
  const off: RuleSetting = { severity: 'off', options: {} };
  const hint: RuleSetting = { severity: 'hint', options: {} };
  const settings = {
    ...defaultSettings,
    framework: 'a',
    rules: { x: off, y: off },
    overrides: [
      { files: ['old/**'], framework: 'b', rules: { x: hint } },
      { files: ['old/2014/**'], framework: undefined, rules: { y: hint } },
    ],
  };
  assert.deepEqual(settingsFor(settings, 'new/a'), { framework: 'a', rules: { x: off, y: off }, ignored: false });
  assert.deepEqual(settingsFor(settings, 'old/a'), { framework: 'b', rules: { x: hint, y: off }, ignored: false });
  assert.deepEqual(settingsFor(settings, 'old/2014/a').rules, { x: hint, y: hint });
  assert.deepEqual(settingsFor(defaultSettings, 'a'), defaultReportSettings);
});

test('settings come before the framework, and the framework before the default', () => {
  const setting = (severity: RuleSetting['severity'], options: object = {}): RuleSetting => ({
    severity,
    options: { ...options },
  });
  const rules = (given: RuleSetting | undefined) => ({ rules: given === undefined ? {} : { a: given } });
  const merged = (byDefault?: RuleSetting, framework?: RuleSetting, settings?: RuleSetting) =>
    ruleSetting('a', byDefault, rules(framework), rules(settings));
  assert.equal(merged(setting('error'), setting('warning'), setting('off')).severity, 'off');
  assert.equal(merged(setting('error'), setting('warning')).severity, 'warning');
  assert.equal(merged(setting('error')).severity, 'error');
  assert.equal(merged().severity, undefined);
  assert.equal(ruleSetting('toString', undefined, { rules: {} }, { rules: {} }).severity, undefined);
  const options = merged(
    setting('error', { a: 1, b: 1, c: 1 }),
    setting('hint', { b: 2, c: 2 }),
    setting('hint', { c: 3 }),
  );
  assert.deepEqual(options.options, { a: 1, b: 2, c: 3 });
});

test('the folders that govern a file, nearest first', () => {
  const folders = (path: string, ...expected: string[]) => assert.deepEqual(governingFolders(path), expected, path);
  folders('/a/b/c.inspection', '/a/b', '/a', '/');
  folders('/c.inspection', '/');
  folders('C:\\a\\b\\c.inspection', 'C:\\a\\b', 'C:\\a', 'C:\\');
  folders('c:/a/c.inspection', 'c:/a', 'c:/');
  folders('\\\\server\\share\\a\\c.inspection', '\\\\server\\share\\a', '\\\\server\\share\\');
  folders('a/b/c.inspection', 'a/b', 'a', '.');
  folders('./a/c.inspection', './a', '.');
  folders('c.inspection', '.');
  folders('/a//c.inspection', '/a', '/');
  folders('/a\\b/c.inspection', '/a\\b', '/');
  folders('', '.');
});
