import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import { hover } from '../../server/src/features/hover.ts';
import { thingAt } from '../../server/src/model/things.ts';
import { fixture } from './fixture.ts';

/** What is shown at the cursor; the place that it is shown for is marked, if any is. */
function check(notation: string, expected: string | undefined, kind: MarkupKind = MarkupKind.Markdown): void {
  const { report, cursor, byPath, marks } = fixture(notation);
  const thing = thingAt(report, cursor)?.thing;
  const shown = hover(report, thing?.kind === 'elsewhere' ? byPath.get(thing.path) : undefined, cursor, kind);
  assert.equal((shown?.contents as MarkupContent | undefined)?.value, expected);
  for (const { from, to } of marks) assert.deepEqual(shown?.range, report.text.range({ from, to }));
}

const recommendations = `## Recommendations

1. Improve the *timeliness* of
early help.

2. Write later life letters for children who are adopted.

## Leadership, management and governance

`;

test('a tag shows its recommendation and what supports it', () => {
  check(
    `${recommendations}3. Early help is late. (Recommendation $01)\n                                       ^`,
    '**Recommendation 1** · Recommendations\n\nImprove the timeliness of early help.\n\nSupported by paragraph 3.',
  );
  check(
    `${recommendations}3. Early help is late. (Recommendation $01)\n                                       ^\n\n4. It is slow. (Recommendation 1)`,
    '**Recommendation 1** · Recommendations\n\nImprove the timeliness of early help.\n\nSupported by paragraphs 3, 4.',
  );
});

test('a bare tag shows what it may mean and why', () => {
  check(
    `${recommendations}3. The timeliness of early help is poor. (Recom$0mendation)`,
    'This tag names no recommendation. It may mean:\n\n**1** Improve the timeliness of early help. (both speak of timeliness, early, help)',
  );
});

test('a reference shows its paragraph', () => {
  check(
    `${recommendations}3. Early help is late.\n\n4. As paragraph$0 3 says.`,
    '**Paragraph 3** · Leadership, management and governance\n\nEarly help is late.',
  );
});

test('a link shows its target, in another report too', () => {
  check('See [it](#ann$0ex).\n\n# Title\n\n## Annex {#annex}', '**Annex**');
  const other = `--- b.inspection\n# The other report\n\n${recommendations}3. Text.\n\n## Annex {#annex}`;
  check(
    `See [it](b.inspection#paragraph-3$0).\n${other}`,
    '**The other report**\n\n**Paragraph 3** · Leadership, management and governance\n\nText.',
  );
  check(`See [it](b.inspection#annex$0).\n${other}`, '**The other report**\n\nAnnex');
  check(`See [it](b.inspection$0).\n${other}`, '**The other report**');
  check(`See [it](c.inspection$0).\n${other}`, undefined);
});

test('a note shows its text', () => check('Words.[^a$0]\n\n[^a]: The *note*.', '**Note a**\n\nThe note.'));

test('an acronym shows what it stands for', () => {
  check(
    'The multi-agency safeguarding hub (MASH) is new. The MA$0SH works.',
    '**MASH**: multi\\-agency safeguarding hub',
  );
});

test('a grade shows where else the area is graded', () => {
  check(
    `# Children’s services in Westbrook are good

1. Leadership, management and governance: Go$0od

## Leadership, management and governance

Judgement: Requires improvement`,
    '**Leadership, management and governance** is graded here:\n\n- List of judgements, line 3: **Good**\n- Its section, line 7: **Requires improvement**',
  );
});

test('nothing in a report is taken for marks', () => {
  check('Words.[^a$0]\n\n[^a]: 1 < 2 & `code` # ![x](y)', '**Note a**\n\n1 \\< 2 \\& \\`code\\` \\#');
});

test('without marks for a client that knows none', () => {
  check('Words.[^a$0]\n\n[^a]: 1 < 2 and *more*', 'Note a\n\n1 < 2 and more', MarkupKind.PlainText);
});

test('nothing in plain words, nor where a target is missing', () => {
  check('Only wo$0rds.', undefined);
  check('As paragraph $09 says.', undefined);
  check('Words.[^9$0]', undefined);
});
