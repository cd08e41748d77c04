import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedFindings } from '../../server/src/rules/checking/check.ts';
import { importGuess } from '../../server/src/rules/directive/import-guess.ts';
import type { Fix } from '../../server/src/rules/rule.ts';
import { editedText } from '../../server/src/text/edit.ts';
import { reportIn } from '../reportIn.ts';

/** Applies, by its title, a fix of the first finding: the text that it leaves. */
function check(name: string, title: string, text: string, expected: string): void {
  test(name, () => {
    const fixes = fixesOf(text);
    const fix = fixes.find(fix => fix.title === title);
    assert.ok(fix, fixes.map(({ title }) => title).join());
    assert.ok(fixes.every(({ certain }) => !certain));
    assert.equal(editedText(text, fix.edits), expected);
  });
}

function fixesOf(text: string): readonly Fix[] {
  const report = reportIn(text, 'generic');
  const findings = checkedFindings(report, [importGuess], {
    setting: () => undefined,
    linked: undefined,
    frameworkIds: [],
  });
  return findings[0]?.fixes ?? [];
}

const one = 'Accept this guess';
const all = 'Accept all guesses in this report';

check('a guess above a paragraph', one, 'A.\n\n<!-- inspectmark-guess: x -->\n\nB.\n', 'A.\n\nB.\n');
check('a guess directly above a paragraph', one, 'A.\n\n<!-- inspectmark-guess: x -->\nB.\n', 'A.\n\nB.\n');
check('a guess within a line', one, 'A <!-- inspectmark-guess: x --> b.\n', 'A b.\n');
check('a guess on an indented line', one, '1. A\n    <!-- inspectmark-guess: x -->\n    b.\n', '1. A\n    b.\n');
check('a guess without a reason, at the end', one, 'A.\n\n<!-- inspectmark-guess -->', 'A.\n\n');
check(
  'all guesses',
  all,
  '<!-- inspectmark-guess: x -->\n\n# A\n\n<!-- a note -->\n\n<!-- inspectmark-guess: y -->\n\n1. B <!-- inspectmark-guess: z -->\n',
  '# A\n\n<!-- a note -->\n\n1. B\n',
);

test('where there is one guess, all are not offered', () => {
  assert.deepEqual(
    fixesOf('<!-- inspectmark-guess: x -->\n\nA.\n').map(({ title }) => title),
    [one],
  );
});
