import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frontMatterOf } from '../../server/src/syntax/frontMatter.ts';
import type { FrontMatterValue } from '../../server/src/syntax/frontMatterEntry.ts';
import { editedText } from '../../server/src/text/edit.ts';
import { marked, withMarks } from '../notation.ts';

test('a plain value is read to its line’s end, colons included', () => {
  check('title: Inspection of services', { title: 'Inspection of services' });
  check('title: Federal Programs: A Review', { title: 'Federal Programs: A Review' }, ['title']);
  check('licence: https://example.org/licence', { licence: 'https://example.org/licence' });
  check('title:\tTabs\tand  blanks \t', { title: 'Tabs\tand  blanks' });
  check('title : Blank before the colon', { title: 'Blank before the colon' });
  check('title: It’s 5% of "them"', { title: 'It’s 5% of "them"' });
  check('providerId: 80543\nstatus: true', { providerId: '80543', status: 'true' });
  check('título: Ö', { título: 'Ö' });
});

test('a plain value goes on in indented lines', () => {
  check(
    'title: Inspection of\n  services: a review\nstatus: draft',
    {
      title: 'Inspection of services: a review',
      status: 'draft',
    },
    ['title'],
  );
  check('title:\n  Inspection of services: all', { title: 'Inspection of services: all' }, ['title']);
  check('title: Inspection\n\n  # a note\n  of services\n\nstatus: draft', {
    title: 'Inspection of services',
    status: 'draft',
  });
});

test('what other readers take for a mark is text, but wants quotation marks', () => {
  for (const value of ['*Good* work', '& more', '> 5', '- five', '@home', '%', '`a`', '!', '|a', '? a', ', a', '] a']) {
    check(`title: ${value}`, { title: value }, ['title']);
  }
});

test('comments and blank lines are left out', () => {
  check('# a\n\ntitle: A#1 # b\n  # c\nstatus: # d\n', { title: 'A#1', status: '' });
  check('provider:\n# the first is the cover’s\n\n  - A # b\n  - C', { provider: ['A', 'C'] });
  check('', {});
  check('\n \n\t\n# a', {});
});

test('lists', () => {
  check('provider: [City of Ely, Ely]', { provider: ['City of Ely', 'Ely'] });
  check('provider: ["Ely, City of", Ely] # two', { provider: ['Ely, City of', 'Ely'] });
  check('provider:\n  - City: Ely\n  - Ely', { provider: [{ City: 'Ely' }, 'Ely'] });
  check('inspected:\n- 2018-01-02\n- 2018-03-04/2018-03-05\nstatus: draft', {
    inspected: ['2018-01-02', '2018-03-04/2018-03-05'],
    status: 'draft',
  });
  check('provider: [\n  City of Ely,\n  Ely\n]\nstatus: draft', { provider: ['City of Ely', 'Ely'], status: 'draft' });
  check('provider: []', { provider: [] });
});

test('quoted and block values', () => {
  check('title: "A: \\"B\\""', { title: 'A: "B"' });
  check("title: 'It''s'", { title: 'It’s'.replace('’', "'") });
  check('title: "A\n  B"', { title: 'A B' });
  check('title: >-\n  A\n  B: C\n\n  D\nstatus: draft', { title: 'A B: C\nD', status: 'draft' });
  check('title: |\n  A\n  B', { title: 'A\nB' });
});

test('a value’s place is that of its words', () => {
  const places = (text: string) =>
    frontMatterOf(text).entries.map(({ valueSpan: { from, to } }) => text.slice(from, to));
  assert.deepEqual(places('title: A # b\nlang: en'), ['A', 'en']);
  assert.deepEqual(places('title: "A # b" # c\nprovider: [A, B] # d'), ['"A # b"', '[A, B]']);
  assert.deepEqual(places('provider:\n  - A # b\n  - B\n\nlang: en'), ['- A # b\n  - B', 'en']);
  assert.deepEqual(places('title: >\n  A\n  B\n\nlang: en'), ['>\n  A\n  B', 'en']);
  assert.deepEqual(places('title: A\n  B # c\nlang:'), ['A\n  B', '']);
});

test('a framework’s own keys may nest', () => {
  check('team:\n  lead: A\n  title: B\n  members:\n    - C\n    - D', {
    team: { lead: 'A', title: 'B', members: ['C', 'D'] },
  });
  check('team: { lead: A }', { team: { lead: 'A' } });
});

test('a broken line is one problem and spoils its own entry only', () => {
  broken(
    `
title: A
published 2018-01-29
^^^^^^^^^^^^^^^^^^^^ A colon is missing after “published”
status: draft`,
    { title: 'A', published: '2018-01-29', status: 'draft' },
    'title: A\npublished: 2018-01-29\nstatus: draft',
  );
  broken(
    `
published:2018-01-29
^^^^^^^^^^^^^^^^^^^^ A space is missing after “published:”`,
    { published: '2018-01-29' },
    'published: 2018-01-29',
  );
  broken(
    `
Published = 2018-01-29
^^^^^^^^^^^^^^^^^^^^^^ A colon is missing`,
    { published: '2018-01-29' },
    'Published: 2018-01-29',
  );
  broken(
    `
provider: [City of Ely, Ely
^^^^^^^^^^^^^^^^^^^^^^^^^^^ ends with “]”
title: A`,
    { provider: ['City of Ely', 'Ely'], title: 'A' },
    'provider: [City of Ely, Ely]\ntitle: A',
  );
  broken(
    `
title: "A review
^^^^^^^^^^^^^^^^ must end with one
status: draft`,
    { title: 'A review', status: 'draft' },
    'title: "A review"\nstatus: draft',
  );
  broken(
    `
title: [Draft] review
^^^^^^^^^^^^^^^^^^^^^ Put the value in quotation marks`,
    { title: ['Draft] review'] },
    'title: "[Draft] review"',
  );
  broken(
    `
title: A
sub-title
^^^^^^^^^ cannot be read
status: draft`,
    { title: 'A', status: 'draft' },
    'title: A\n  sub-title\nstatus: draft',
  );
});

test('a name that is none', () => {
  broken(
    `
title: A
name of provider: B
^^^^^^^^^^^^^^^^^^^ may hold only letters, digits and hyphens
status: draft`,
    { title: 'A', status: 'draft' },
  );
});

test('a tab or space before a key', () => {
  broken(
    `
title: A
\tpublished: 2018-01-29
^^^^^^^^^^^^^^^^^^^^^^ begins with a tab
status: draft`,
    { title: 'A', published: '2018-01-29', status: 'draft' },
    'title: A\npublished: 2018-01-29\nstatus: draft',
  );
  broken(
    `
 framework: generic
^^^^^^^^^^^^^^^^^^^ begins with a space
title: A`,
    { framework: 'generic', title: 'A' },
    'framework: generic\ntitle: A',
  );
  broken(
    `
provider: [A, B]
\ttitle: C
^^^^^^^^^ begins with a tab`,
    { provider: ['A', 'B'], title: 'C' },
    'provider: [A, B]\ntitle: C',
  );
});

test('a tab before a list’s item', () => {
  broken(
    `
provider:
\t- A
^^^^ A line begins with a tab
title: B`,
    { provider: '- A', title: 'B' },
    'provider:\n  - A\ntitle: B',
  );
});

test('a list’s item without a list', () => {
  broken(
    `
provider: Ely
  - City of Ely
  ^^^^^^^^^^^^^ an item of a list
title: B`,
    { provider: 'Ely', title: 'B' },
  );
});

test('lines that are no front matter are one problem', () => {
  broken(
    `
This report is about a school.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cannot be read. A line is a name, a colon

It is a good school (in parts),
and it is in Ely.
status: draft`,
    { status: 'draft' },
  );
});

test('the first of two equal keys counts', () => {
  broken(
    `
title: A
title: B
^^^^^ “title” is given twice
status: draft`,
    { title: 'A', status: 'draft' },
  );
});

test('nothing refers to anything', () => {
  broken(
    `
title: A
list: [&a A, *a]
      ^^^^^^^^^^ refers to another value`,
    { title: 'A', list: ['&a A', '*a'] },
  );
  const bomb = Array.from({ length: 30 }, (_, i) => `k${i}: &k${i} [*k${i - 1}, *k${i - 1}]`).join('\n');
  assert.equal(Object.keys(valuesOf(bomb)).length, 30);
});

test('deep nesting is refused, quickly', () => {
  for (const nested of ['['.repeat(9_000), '{a: '.repeat(4_000), '\n  ' + '- '.repeat(9_000), '['.repeat(30_000)]) {
    const { entries, problems } = frontMatterOf(`title: A\nlist: ${nested}\nstatus: draft`);
    assert.deepEqual(
      entries.map(({ key, broken }) => [key, broken]),
      [
        ['title', false],
        ['list', true],
        ['status', false],
      ],
    );
    assert.equal(problems.length, 1);
  }
});

test('every line end will do', () => {
  const text = 'title: A\nprovider:\n  - B\n  - C\n\nstatus draft\n# d\n';
  const expected = { title: 'A', provider: ['B', 'C'], status: 'draft' };
  for (const end of ['\n', '\r\n', '\r']) {
    const read = text.replaceAll('\n', end);
    assert.deepEqual(valuesOf(read), expected);
    const [problem] = frontMatterOf(read).problems;
    assert.equal(read.slice(problem?.from, problem?.to), 'status draft');
  }
});

type Values = Readonly<Record<string, FrontMatterValue>>;

function valuesOf(text: string): Values {
  return Object.fromEntries(frontMatterOf(text).entries.map(({ key, value }) => [key, value]));
}

/** A text without problems: its values, and the keys whose values want quotation marks. */
function check(text: string, expected: Values, wantQuotes: readonly string[] = []): void {
  const { entries, problems } = frontMatterOf(text);
  assert.deepEqual(problems, [], text);
  assert.deepEqual(valuesOf(text), expected, text);
  assert.deepEqual(
    entries.filter(entry => entry.wantsQuotes).map(({ key }) => key),
    wantQuotes,
    text,
  );
}

/** A text with marked problems: its values all the same, and the text after the mends. */
function broken(notation: string, expected: Values, mended?: string): void {
  const { text, marks } = marked(notation.slice(1));
  const { problems } = frontMatterOf(text);
  const lineEnd = (at: number) => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));
  const found = problems.map(({ from, to, message }) => {
    const wanted = marks.find(mark => mark.from === from && message.includes(mark.label));
    return { from, to: Math.min(to, lineEnd(from)), label: wanted?.label ?? message };
  });
  assert.equal(withMarks(text, found), withMarks(text, marks));
  assert.deepEqual(valuesOf(text), expected);
  const edits = problems.flatMap(({ mend }) => mend ?? []);
  assert.equal(editedText(text, edits), mended ?? text);
}
