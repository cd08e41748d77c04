import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directiveOf } from '../../server/src/syntax/directive.ts';

test('a directive names what it does, to which rules, and why', () => {
  check('inspectmark-disable-next tag-position -- meant so', 'disable-next | tag-position | meant so');
  check(
    ' inspectmark-disable tag-position, unlinked-tag -- meant so ',
    'disable | tag-position unlinked-tag | meant so',
  );
  check('\n  inspectmark-enable\n  tag-position\n  unlinked-tag\n', 'enable | tag-position unlinked-tag | ');
  check('INSPECTMARK-Disable Tag-position', 'disable | Tag-position | ');
  check('inspectmark-disable-next: tag-position', 'disable-next | tag-position | ');
});

test('a reason begins at the first two hyphens between blanks', () => {
  check('inspectmark-disable a -- b -- c', 'disable | a | b -- c');
  check('inspectmark-disable a --', 'disable | a | ');
  check('inspectmark-disable -- why', 'disable |  | why');
  check('inspectmark-disable a--b', 'disable | a--b | ');
  check('inspectmark-disable a -- “why”, then', 'disable | a | “why”, then');
});

test('a guess has a reason only', () => {
  check('inspectmark-guess: is it a heading? (page 3, line 41)', 'guess |  | is it a heading? (page 3, line 41)');
  check('inspectmark-guess a -- b', 'guess |  | a -- b');
});

test('half typed, it is a directive from its hyphen on', () => {
  check('inspectmark-', ' |  | ');
  check('inspectmark-dis', 'dis |  | ');
  check('inspectmark-disable-next', 'disable-next |  | ');
  check('inspectmark-disable-next ', 'disable-next |  | ');
});

test('any other comment is a note', () => {
  for (const note of ['', ' ', 'inspectmark', 'TODO: inspectmark-disable a', 'see inspectmark-disable', 'disable a']) {
    assert.equal(directiveOf(note, 0, note.length), undefined, note);
  }
});

test('only the comment itself is read', () => {
  const text = '<!-- inspectmark-disable a --> b -- c';
  assert.deepEqual(
    directiveOf(text, 4, text.indexOf('-->'))?.rules.map(({ id }) => id),
    ['a'],
  );
  assert.equal(directiveOf(text, 4, 10), undefined);
});

/** Reads a comment’s text as `name | rules | reason`; every span is that of the words it stands for. */
function check(comment: string, expected: string): void {
  const text = `<!--${comment}-->`;
  const directive = directiveOf(text, 4, text.length - 3);
  assert.ok(directive, comment);
  const { name, nameSpan, rules, reason, from, to } = directive;
  assert.equal(`${name} | ${rules.map(({ id }) => id).join(' ')} | ${reason ?? ''}`, expected);
  assert.equal(text.slice(nameSpan.from, nameSpan.to).toLowerCase(), name);
  assert.equal(text.slice(from, to), comment.trim());
  for (const rule of rules) assert.equal(text.slice(rule.from, rule.to), rule.id);
}
