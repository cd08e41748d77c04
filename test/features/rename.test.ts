import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareRename } from '../../server/src/features/prepareRename.ts';
import { rename } from '../../server/src/features/rename.ts';
import { editedText } from '../../server/src/text/edit.ts';
import { fixture } from './fixture.ts';

/** What the report is when the thing at the cursor is renamed, or why it cannot be; the name that is asked for is marked. */
function check(notation: string, name: string, expected: string): void {
  const { report, cursor, marks } = fixture(notation);
  const asked = prepareRename(report, cursor);
  for (const { from, to } of marks) {
    assert.deepEqual(asked, {
      range: report.text.range({ from, to }),
      placeholder: report.document.source.slice(from, to),
    });
  }
  const edits = rename(report, cursor, name);
  assert.equal(typeof edits === 'string' ? edits : editedText(report.document.source, edits), expected);
}

const recommendations =
  '## Recommendations\n\n1. Ensure it.\n\n2. Improve it.\n\n## Leadership, management and governance\n\n';

test('a recommendation’s number, from its tag: the other tags and references follow', () => {
  check(
    `${recommendations}3. Late. (Recommendation $02)
                         ^

4. As recommendation 2 and [this](#recommendation-2) say. (Recommendations 1 and 2)`,
    '7',
    `${recommendations.replace('2. Improve', '7. Improve')}3. Late. (Recommendation 7)

4. As recommendation 7 and [this](#recommendation-7) say. (Recommendations 1 and 7)`,
  );
});

test('a paragraph’s number, from where it stands; a longer number and a range around it stay', () => {
  check(
    `${recommendations}$03. Late.\n^\n\n4. As paragraphs 3 and 13 say.\n\n5. See paragraphs 2 to 4.`,
    '6',
    `${recommendations}6. Late.\n\n4. As paragraphs 6 and 13 say.\n\n5. See paragraphs 2 to 4.`,
  );
});

test('a range that takes it in stays, even where its ends begin alike', () => {
  check(
    `${recommendations}$020. Late.\n\n21. See paragraphs 12 to 201.`,
    '19',
    `${recommendations}19. Late.\n\n21. See paragraphs 12 to 201.`,
  );
});

test('a range that would run backwards goes on naming what it named', () => {
  check(
    `${recommendations}$03. Late.\n\n4. It is.\n\n5. See paragraphs 3 to 4, paragraph 3 and [this](#paragraph-3).`,
    '6',
    `${recommendations}6. Late.\n\n4. It is.\n\n5. See paragraphs 4 and 6, paragraph 6 and [this](#paragraph-6).`,
  );
  check(
    `${recommendations}3. Late. (Recommendations $01–2)`,
    '9',
    `${recommendations.replace('1. Ensure', '9. Ensure')}3. Late. (Recommendations 2–9)`,
  );
});

test('not to a number that is taken, or that is none', () => {
  check(`${recommendations}$03. Late.`, '2', 'There is a paragraph 2 already. Move the text, then renumber.');
  check(`${recommendations}$03. Late.`, 'three', '“three” is not a number such as 12 or 2.1.');
});

test('a note', () => {
  check('Words.[^1$0] More.[^1]\n        ^\n\n[^1]: The note.', '2', 'Words.[^2] More.[^2]\n\n[^2]: The note.');
  check('Words.[^1$0] More.[^2]\n\n[^1]: One.\n\n[^2]: Two.', '2', 'There is a note 2 already.');
});

test('the name of a section for links', () => {
  check(
    '## The annex {#annex}\n\nSee [the annex](#an$0nex).',
    'figures',
    '## The annex {#figures}\n\nSee [the annex](#figures).',
  );
  check(
    '## Annex {#ann$0ex}\n',
    'paragraph-2',
    'A section’s name for links is one word of letters, numbers and hyphens, and no paragraph’s.',
  );
});

test('an acronym, where it is defined and used', () => {
  check(
    'The multi-agency safeguarding hub (MASH) is new.\n\nThe MA$0SH works.',
    'MSH',
    'The multi-agency safeguarding hub (MSH) is new.\n\nThe MSH works.',
  );
});

test('an acronym, but not in where something leads, nor in what it is called', () => {
  const front = (acronym: string) =>
    `---\ntitle: The ${acronym}\nprevious: MASH.inspection\n---\n\n## ${acronym} {#MASH}\n\n`;
  const body = (acronym: string) =>
    `A multi-agency safeguarding hub (${acronym}). [${acronym}](MASH.inspection#MASH), ![A ${acronym}](MASH.png), https://a.uk/MASH and ${acronym}s.`;
  check(`${front('MASH')}${body('MASH').replace('MASH', 'MA$0SH')}`, 'HUB', front('HUB') + body('HUB'));
});

test('an acronym of several, and of one of them', () => {
  const text = (many: string, one: string): string =>
    `Pupils have personal education plans (${many}).\n\nA ${one} is late. ${many} are read.`;
  const changed = text('LPs', 'LP');
  check(text('PEPs', 'PEP').replace('(PEPs', '(PE$0Ps'), 'LPs', changed);
  check(text('PEPs', 'PEP').replace('A PEP', 'A P$0EP'), 'LP', changed);
  check(text('PEPs', 'PEP').replace('(PEPs', '(PE$0Ps'), 'plan', text('plan', 'plan'));
});

test('a grade, in every place of its area and in the wording of each', () => {
  check(
    `# Report

3. Leadership, management and governance: Go$0od
                                          ^^^^

## Leadership, management and governance

Judgement: Good`,
    'requires improvement',
    `# Report

3. Leadership, management and governance: Requires improvement

## Leadership, management and governance

Judgement: Requires improvement`,
  );
  check(
    '## Leadership, management and governance\n\nJudgement: Go$0od',
    'Fine',
    '“Fine” is not a grade. Choose Inadequate, Requires improvement, Good, Outstanding.',
  );
});

test('nothing in plain words', () => {
  check('Only wo$0rds.', 'other', 'Nothing here has a name that can be changed.');
  const { report, cursor } = fixture('Only wo$0rds.');
  assert.match(String(prepareRename(report, cursor)), /^There is nothing to rename here\./);
});
