import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ExtendedSettings, extendedSettings } from '../../server/src/settings/extendedSettings.ts';
import { files } from '../notation.ts';

/** Reads `a.json`, and what it extends as far as it is there, and compares what is wrong: `file, words under it: message`. */
function check(notation: string, ...expected: RegExp[]): ExtendedSettings['settings'] {
  const there = files(notation);
  const texts = new Map<string, string | undefined>();
  for (let unread: readonly string[] = ['a.json'], round = 0; ; round++) {
    assert.ok(round < 10, 'it asks for what it has');
    for (const file of unread) texts.set(file, there.get(file));
    const read = extendedSettings('a.json', texts, {
      rules: [
        { id: 'number-gap', options: { least: { type: 'number' }, most: { type: 'number' } } },
        { id: 'unknown-grade' },
      ],
      frameworkIds: ['generic'],
      resolved: path => path,
    });
    unread = read.unread;
    if (unread.length > 0) continue;
    const found = [...read.problems].flatMap(([file, problems]) =>
      problems.map(({ from, to, message }) => `${file}, ${texts.get(file)?.slice(from, to)}: ${message}`),
    );
    assert.equal(found.length, expected.length, found.join('\n'));
    found.forEach((problem, i) => {
      assert.match(problem, expected[i] ?? /^$/);
    });
    return read.settings;
  }
}

test('the file that extends has the last word, for severity and each option by itself', () => {
  const { rules, failOn, framework, baseline } = check(`
--- a.json
{"extends": "b.json", "failOn": "hint", "baseline": "own.json", "rules": {"number-gap": ["warning", {"most": 3}]}}
--- own.json
{"version": 1, "reports": {}}
--- b.json
{"framework": "generic", "failOn": "warning", "baseline": "theirs.json",
 "rules": {"number-gap": ["error", {"least": 1, "most": 2}], "unknown-grade": "off"}}
`);
  assert.deepEqual(rules, {
    'number-gap': { severity: 'warning', options: { least: 1, most: 3 } },
    'unknown-grade': { severity: 'off', options: {} },
  });
  assert.deepEqual([failOn, framework, baseline], ['hint', 'generic', 'own.json']);
});

test('the known findings are those that the last of the files names', () => {
  const known = (written: string | undefined) => {
    const texts = new Map([
      ['a.json', '{"extends": "b.json"}'],
      ['b.json', '{"baseline": "c.json"}'],
      ['c.json', written],
    ]);
    return extendedSettings('a.json', texts, { rules: [], frameworkIds: [], resolved: path => path });
  };
  assert.deepEqual(known('{"version": 1, "reports": {}}').baseline, { file: 'c.json', known: {} });
  for (const written of [undefined, '{}']) {
    const { baseline, problems } = known(written);
    assert.deepEqual([baseline, problems.get('b.json')?.map(({ from }) => from)], [undefined, [13]]);
  }
});

test('of several that are extended the later counts more, and a file counts once', () => {
  const { rules, ignore, overrides } = check(`
--- a.json
{"extends": ["b.json", "c.json"], "ignore": ["a"]}
--- b.json
{"extends": "d.json", "rules": {"number-gap": "hint"}, "ignore": ["b"]}
--- c.json
{"extends": "d.json", "rules": {"number-gap": "off"}}
--- d.json
{"ignore": ["d"], "overrides": [{"files": ["x"], "rules": {"number-gap": "error"}}]}
`);
  assert.equal(rules['number-gap']?.severity, 'off');
  assert.deepEqual(ignore, ['d', 'b', 'a']);
  assert.equal(overrides.length, 1);
});

test('files that extend each other, or themselves', () => {
  const { rules } = check(
    `
--- a.json
{"extends": "b.json", "rules": {"number-gap": "hint"}}
--- b.json
{"extends": "a.json", "rules": {"unknown-grade": "hint"}}
`,
    /^b\.json, "a\.json": That file extends this one in turn/,
  );
  assert.deepEqual(Object.keys(rules), ['unknown-grade', 'number-gap']);
  check('--- a.json\n{"extends": "a.json"}\n', /^a\.json, "a\.json": A file cannot extend itself/);
});

test('a file that is not there, and one that is broken', () => {
  const { rules } = check(
    '--- a.json\n{"extends": ["gone.json", "b.json"], "rules": {"number-gap": "off"}}\n--- b.json\n{"rules": 3}\n',
    /^a\.json, "gone\.json": There is no such file/,
    /^b\.json, 3: “rules” must be fields/,
  );
  assert.equal(rules['number-gap']?.severity, 'off');
  check('--- a.json\n{"extends": 3}\n', /^a\.json, 3: “extends” is not as expected/);
});
