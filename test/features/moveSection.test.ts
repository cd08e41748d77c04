import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { moveSection, type SectionMove } from '../../server/src/features/moveSection.ts';
import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import type { Framework } from '../../server/src/model/framework.ts';
import { numberedTargets } from '../../server/src/model/numbering/numberedTargets.ts';
import { type Report, reportOf } from '../../server/src/model/report.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { type Edit, editedText } from '../../server/src/text/edit.ts';
import { fixture } from './fixture.ts';

/** Where the cursor stands after edits that do not touch its place, as an editor moves it. */
function cursorAfter(cursor: number, edits: readonly Edit[]): number {
  return edits.reduce((at, { from, to, text }) => (to <= cursor ? at + text.length - (to - from) : at), cursor);
}

/** The section at the cursor is moved, and the cursor with it; `$0` marks it in both texts. Back again, all is as before. */
function check(move: SectionMove, notation: string, expected: string): void {
  const { report, cursor } = fixture(notation);
  const edits = moveSection(report, cursor, move);
  const after = editedText(report.text.source, edits);
  const at = cursorAfter(cursor, edits);
  assert.equal(`${after.slice(0, at)}$0${after.slice(at)}`, expected);
  const back = moveSection(reportOf(documentOf(after), report.framework), at, move === 'up' ? 'down' : 'up');
  assert.equal(editedText(after, back), report.text.source);
}

/** Nothing is moved. */
function stays(move: SectionMove, notation: string): void {
  const { report, cursor } = fixture(notation);
  assert.deepEqual(moveSection(report, cursor, move), []);
}

test('a section goes before the one above it, and its paragraphs take the lower numbers', () =>
  check(
    'up',
    `## Inspection findings

### Early help

1. Help is late.

2. Plans are vague (see paragraph 3).

### Visits

3. Visits are re$0gular.

### Staff

4. Staff know paragraphs 1 and 3.
`,
    `## Inspection findings

### Visits

1. Visits are re$0gular.

### Early help

2. Help is late.

3. Plans are vague (see paragraph 1).

### Staff

4. Staff know paragraphs 2 and 1.
`,
  ));

test('and behind the one below it, at the end of the text too', () =>
  check(
    'down',
    '## Inspection findings\n\n### One\n\n1. O$0ne.\n\n### Two\n\n2. Two.',
    '## Inspection findings\n\n### Two\n\n1. Two.\n\n### One\n\n2. O$0ne.',
  ));

test('with all that stands under it, and not past the heading under which it stands', () => {
  check(
    'up',
    '## Inspection findings\n\n### One\n\n1. One.\n\n### T$0wo\n\n2. Two.\n\n#### More\n\n- a\n\n  b\n\n## Leadership, management and governance\n\n3. Next.\n',
    '## Inspection findings\n\n### T$0wo\n\n1. Two.\n\n#### More\n\n- a\n\n  b\n\n### One\n\n2. One.\n\n## Leadership, management and governance\n\n3. Next.\n',
  );
  stays('up', '## Part\n\n### O$0ne\n\n1. One.\n\n## Next\n\n2. Next.\n');
  stays('down', '## Part\n\n### O$0ne\n\n1. One.\n\n## Next\n\n2. Next.\n');
});

test('a cursor at the end of a section stays there', () =>
  check('up', '## One\n\nOne.\n\n## Two\n\nTwo.$0\n\n## Three\n', '## Two\n\nTwo.$0\n\n## One\n\nOne.\n\n## Three\n'));

test('with the comments right above its heading', () =>
  check(
    'up',
    '## One\n\nOne.\n\n<!-- inspectmark-disable-next empty-section -- soon -->\n## Tw$0o\n\n<!-- of three -->\n\n## Three\n',
    '<!-- inspectmark-disable-next empty-section -- soon -->\n## Tw$0o\n\n<!-- of three -->\n\n## One\n\nOne.\n\n## Three\n',
  ));

test('and with those at its end, at the end of the text too; a directive stands for what follows the blank lines below it', () => {
  check(
    'up',
    '## One\n\nOne.\n\n## Tw$0o\n\nTwo.\n\n<!-- done -->\n',
    '## Tw$0o\n\nTwo.\n\n<!-- done -->\n\n## One\n\nOne.\n',
  );
  check(
    'down',
    '## On$0e\n\nOne.\n\n<!-- done -->\n\n<!-- inspectmark-disable-next empty-section -- soon -->\n\n<!-- of two -->\n\n## Two\n\n## Three\n',
    '<!-- inspectmark-disable-next empty-section -- soon -->\n\n<!-- of two -->\n\n## Two\n\n## On$0e\n\nOne.\n\n<!-- done -->\n\n## Three\n',
  );
});

test('recommendations take their tags with them', () =>
  check(
    'down',
    `## Recommendations

### For t$0he council

1. Improve early help.

2. Improve visits.

### For partners

3. Improve health checks.

## Inspection findings

1. Help is late. (Recommendation 1)

2. Checks are late. (Recommendation 3) Visits are late. (Recommendation)<!-- 2 -->
`,
    `## Recommendations

### For partners

1. Improve health checks.

### For t$0he council

2. Improve early help.

3. Improve visits.

## Inspection findings

1. Help is late. (Recommendation 2)

2. Checks are late. (Recommendation 1) Visits are late. (Recommendation)<!-- 3 -->
`,
  ));

test('a range goes on naming what it named', () => {
  const moved = (range: string): string => {
    const { report, cursor } = fixture(
      `## Inspection findings\n\n### One\n\n1. One.\n\n2. Two.\n\n3. Three.\n\n### Tw$0o\n\n4. Four.\n\n5. Five.\n\n### Last\n\n6. See ${range}.\n`,
    );
    return /See (.*)\.\n$/.exec(editedText(report.text.source, moveSection(report, cursor, 'up')))?.[1] ?? '';
  };
  assert.equal(moved('paragraphs 1–3'), 'paragraphs 3–5');
  assert.equal(moved('paragraphs 4 to 5'), 'paragraphs 1 to 2');
  assert.equal(moved('paragraphs 1–5'), 'paragraphs 1–5');
  assert.equal(moved('paragraphs 2–4'), 'paragraphs 1 and 4–5');
  assert.equal(moved('paragraph 2–4'), 'paragraphs 1 and 4–5');
  assert.equal(moved('paragraphs 1, 3–4 and 5'), 'paragraphs 1–3 and 5', 'a list that rises goes on rising');
  assert.equal(moved('paragraphs 5 and 2–4'), 'paragraphs 2, 1 and 4–5');
  assert.equal(moved('paragraphs 4–1 and 5'), 'paragraphs 3–1 and 2', 'one that steps back names its ends');
  assert.equal(moved('paragraphs 5–1'), 'paragraphs 3–2');
  assert.equal(moved('paragraphs 2–9'), 'paragraphs 2–9');
  assert.equal(moved('paragraphs 2–4 and 9'), 'paragraphs 1, 4–5 and 9', 'what names nothing stays');
});

test('a range stays a range where a number is missing or repeated in it, and one that became several is one again', () => {
  const parts = (numbers: readonly string[], range: string): string =>
    `## Inspection findings\n\n${numbers.map((own, i) => `### ${'ABCD'.charAt(i)}\n\n${own}`).join('\n\n')}\n\n### Last\n\n20. See ${range}.\n`;
  const moved = (text: string, ...moves: readonly SectionMove[]): string => {
    let source = text;
    for (const move of moves) {
      const { report } = fixture(source);
      source = editedText(source, moveSection(report, source.indexOf('### D'), move));
    }
    return source;
  };
  const range = (text: string, ...moves: readonly SectionMove[]): string | undefined =>
    /See (.*)\.\n$/.exec(moved(text, ...moves))?.[1];
  const gaps = parts(['1. A.', '2. B.\n\n4. B.\n\n4. B.', '6. C.', '7. D.'], 'paragraphs 1–6');
  assert.equal(range(gaps, 'up'), 'paragraphs 1–4 and 7');
  const apart = parts(['1. A.\n\n3. A.\n\n3. A.\n\n4. A.', '5. B.', '6. C.', '7. D.'], 'paragraphs 1–4');
  assert.equal(range(apart, 'up'), 'paragraphs 1–4');
  const whole = parts(['1. A.', '2. B.', '3. C.\n\n4. C.', '5. D.'], 'paragraphs 1–4');
  assert.equal(range(whole, 'up'), 'paragraphs 1–2 and 4–5');
  assert.equal(range(whole, 'up', 'up'), 'paragraphs 1 and 3–5');
  assert.equal(range(whole, 'up', 'up', 'up'), 'paragraphs 2–5');
  assert.equal(moved(whole, 'up', 'up', 'up', 'down', 'down', 'down'), whole);
});

test('numbers with a part for their section: sections exchange theirs, and parts of one section count on', () => {
  const sif = builtInFramework('ofsted-sif');
  assert.ok(sif);
  const framework: Framework = { ...sif, numbering: [{ roles: ['findings'], form: '1.1', start: 1 }] };
  const moved = (text: string, words: string): string => {
    const source = `## Inspection findings\n\n${text}`;
    const report = reportOf(documentOf(source), framework);
    return editedText(source, moveSection(report, source.indexOf(words), 'up')).slice(source.length - text.length);
  };
  assert.equal(
    moved('### One\n\n1.1. A.\n\n1.2. B (paragraph 2.1).\n\n### Two\n\n2.1. C (paragraphs 1.1–1.2).\n', 'C ('),
    '### Two\n\n1.1. C (paragraphs 2.1–2.2).\n\n### One\n\n2.1. A.\n\n2.2. B (paragraph 1.1).\n',
  );
  assert.equal(
    moved('### One\n\n1.1. A.\n\n### Two\n\n1.2. B.\n\n1.3. C (paragraph 1.1).\n', 'B.'),
    '### Two\n\n1.1. B.\n\n1.2. C (paragraph 1.3).\n\n### One\n\n1.3. A.\n',
  );
  assert.equal(
    moved('1.1. Z.\n\n### One\n\n1.2. A.\n\n### Two\n\n2.1. B (paragraph 1.2).\n', 'B ('),
    '1.1. Z.\n\n### Two\n\n1.2. B (paragraph 2.1).\n\n### One\n\n2.1. A.\n',
    'where a number goes on from above, none is doubled',
  );
});

test('nothing where there is no neighbour of its level, or no section', () => {
  stays('up', '## On$0e\n\nOne.\n\n## Two\n');
  stays('down', '## One\n\n## Tw$0o\n');
  stays('up', '# Title\n\n### One\n\n## Tw$0o\n');
  stays('up', 'Wor$0ds.\n\n## One\n');
  stays('down', '$0');
});

const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');

test('wherever the reference report’s sections go, what each number names is what it named', () => {
  const framework = builtInFramework('ofsted-sif');
  assert.ok(framework);
  const before = reportOf(documentOf(sample), framework);
  let count = 0;
  for (const { heading } of before.sections) {
    const edits = moveSection(before, heading.from, 'down');
    if (edits.length === 0) continue;
    count++;
    const after = reportOf(documentOf(editedText(sample, edits)), framework);
    assert.deepEqual(namedWords(after), namedWords(before));
  }
  assert.ok(count > 15, String(count));
});

/** The first words of all that is named in words or by tags, sorted: sections stand in another order now. */
function namedWords(report: Report): string[] {
  const { paragraph, recommendation } = numberedTargets(report);
  const words = (targets: typeof paragraph, number: string): string[] =>
    (targets.get(number) ?? []).map(({ content: { from, to } }) => report.text.source.slice(from, to).slice(0, 40));
  return [
    ...report.references.flatMap(({ kind, targets }) =>
      kind === 'paragraph' || kind === 'recommendation'
        ? targets.flatMap(number => words(kind === 'paragraph' ? paragraph : recommendation, number))
        : [],
    ),
    ...report.tags.flatMap(({ numbers }) => numbers.flatMap(number => words(recommendation, number))),
  ].sort();
}
