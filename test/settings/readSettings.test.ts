import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings, type SettingsReading } from '../../server/src/settings/readSettings.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';

const knownRules = [
  { id: 'number-gap' },
  { id: 'unknown-grade', options: { grades: { type: 'number', description: 'how many' } } },
];

/** Reads settings and compares their problems, each as `severity, words under it: message`. */
function check(text: string, ...expected: RegExp[]): SettingsReading['settings'] {
  const { settings, problems } = readSettings(text, knownRules, ['ofsted-sif', 'generic']);
  const found = problems.map(({ from, to, message, severity }) => `${severity}, ${text.slice(from, to)}: ${message}`);
  assert.equal(found.length, expected.length, found.join('\n'));
  found.forEach((problem, i) => {
    assert.match(problem, expected[i] ?? /^$/);
  });
  return settings;
}

test('everything that can be said', () => {
  const settings = check(`{"$schema": "x", "framework": "ofsted-sif", "failOn": "warning",
    "baseline": "known.json", "ignore": ["drafts"],
    "rules": {"number-gap": "off", "unknown-grade": ["error", {"grades": 4}]},
    "overrides": [{"files": ["*.draft.inspection"], "framework": "generic", "rules": {"number-gap": "hint"}}]}`);
  assert.deepEqual(settings, {
    framework: 'ofsted-sif',
    failOn: 'warning',
    baseline: 'known.json',
    ignore: ['drafts'],
    rules: {
      'number-gap': { severity: 'off', options: {} },
      'unknown-grade': { severity: 'error', options: { grades: 4 } },
    },
    overrides: [
      {
        files: ['*.draft.inspection'],
        framework: 'generic',
        rules: { 'number-gap': { severity: 'hint', options: {} } },
      },
    ],
  });
  assert.deepEqual(check('{}'), defaultSettings);
});

test('a known-findings file has its place, so that what is wrong with it is told there', () => {
  const text = '{"failOn": "warning", "baseline": "known.json"}';
  const { baseline } = readSettings(text, knownRules);
  assert.deepEqual([baseline?.path, text.slice(baseline?.from, baseline?.to)], ['known.json', '"known.json"']);
  assert.equal(readSettings('{}', knownRules).baseline, undefined);
});

test('a broken file has its defaults', () => {
  assert.deepEqual(check('', /^error, : This file is empty/), defaultSettings);
  assert.deepEqual(check('null', /^error, null: This is not a settings file/), defaultSettings);
  assert.deepEqual(check('{"rules": [}', /“rules” must be fields/, /^error, }: /), defaultSettings);
  assert.equal(
    check('{"failOn": "warning", "framework": 3}', /^error, 3: “framework” must be a text/).failOn,
    'warning',
  );
});

test('what is unknown is reported with the nearest known one', () => {
  check('{"rule": {}}', /^error, "rule": There is no field “rule”, so it is not used\. Did you mean “rules”/);
  check('{"rules": {"numbers-gap": "off"}}', /^warning, "numbers-gap": There is no rule .* Did you mean “number-gap”/);
  check(
    '{"rules": {"number-gap": "warn"}}',
    /^error, "warn": “number-gap” is not as expected.*A severity.*Did you mean “warning”/,
  );
  check('{"rules": {"number-gap": ["Error"]}}', /^error, \["Error"\]: “number-gap” is not .* Did you mean “error”/);
  check('{"rules": {"number-gap": ["error", 3]}}', /^error, \["error", 3\]: “number-gap” is not [^“]*$/);
  check(
    '{"extends": ["a", "", 3]}',
    /^error, "": Entry 2 of “extends”/,
    /^error, 3: Entry 3 of “extends” must be a text/,
  );
  check('{"extends": 5}', /^error, 5: “extends” is not as expected/);
  check(
    '{"overrides": [{"files": ["a"], "rules": {"zzzz": "off"}}]}',
    /^warning, "zzzz": There is no rule “zzzz”.*nothing\.$/,
  );
  // What is left out is told once, not as missing too.
  check(
    '{"overrides": [{"rules": {}}, {"files": "a"}]}',
    /^error, \{"rules": \{\}\}: Entry 1 /,
    /^error, "a": “files” must be/,
  );
  check(
    '{"ignore": [""], "extends": [""]}',
    /^error, "": Entry 1 of “ignore” is empty, so/,
    /Entry 1 of “extends” is empty/,
  );
  check('{"overrides": [{"rules": {}}]}', /^error, \{"rules": \{\}\}: Entry 1 of “overrides” lacks “files”/);
  assert.equal(
    check('{"framework": "ofsted"}', /^warning, "ofsted": There is no framework “ofsted”/).framework,
    undefined,
  );
  check('{"failOn": "warnings"}', /“failOn” must be .*Did you mean “warning”/);
  check(
    '{"ignore": ["!a", "b\\\\c", "/d", "C:/e", "../f", "g/..", "h..", "./i", "j/..k"]}',
    /^error, "!a": Entry 1 of “ignore” is not as expected, so it is not used. A pattern cannot be turned round/,
    /^error, "b\\\\c": Entry 2 of “ignore” .* The parts of a path have \/ between them/,
    /^error, "\/d": Entry 3 .* A path starts from the folder of this file/,
    /^error, "C:\/e": Entry 4 .* A path starts from/,
    /^error, "..\/f": Entry 5 .* A path starts from/,
    /^error, "g\/..": Entry 6 .* A path starts from/,
  );
  check(
    '{"ignore": ["**/a/**/*b*c*/**", "*a*b*c*", "**/a/**/b/**/c/**/d", "**/*a/*b/*c/*d"]}',
    /^error, "\*a\*b\*c\*": Entry 2 of “ignore” .* takes too long to try/,
    /^error, "\*\*\/a\/\*\*\/b.*Entry 3 .* takes too long to try/,
  );
  assert.equal(readSettings('{"framework": "mine"}', []).settings.framework, 'mine');
});

test('options that a rule does not have, and values that it cannot use', () => {
  const settings = check(
    '{"rules": {"number-gap": ["error", {"most": 3}], "unknown-grade": ["error", {"grade": 3, "grades": "four"}]}}',
    /^warning, "most": The rule “number-gap” has no options/,
    /^warning, "grade": The rule “unknown-grade” has no option “grade”.* Did you mean “grades”/,
    /^error, "four": “grades” must be a number\. Until then the rule has its default\./,
  );
  assert.deepEqual(settings.rules['unknown-grade'], { severity: 'error', options: { grade: 3 } });
  check('{"rules": {"unknown-grade": ["error", {"grades": 4}]}}');
});
