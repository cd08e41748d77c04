import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../server/src/features/completion.ts';
import { fixture } from './fixture.ts';

/**
 * What is offered at the cursor, best first: labels with the words beside them, and what is then written in the cursor’s
 * line.
 */
function check(notation: string, expected: string, written?: string): void {
  const { report, cursor } = fixture(notation);
  const items = completion(report, cursor, { frameworks: ['ofsted-sif', 'generic'] });
  const shown = items.map(({ label, labelDetails }) => [label, labelDetails?.description].filter(Boolean).join(' | '));
  assert.equal(shown.join('\n'), expected);
  const edit = items[0]?.textEdit;
  if (written === undefined || edit === undefined || !('range' in edit)) return;
  const { source } = report.document;
  const [from, to] = [report.text.offsetAt(edit.range.start), report.text.offsetAt(edit.range.end)];
  const text = source.slice(0, from) + edit.newText + source.slice(to);
  assert.equal(text.split('\n')[edit.range.start.line], written);
}

const recommendations = `## Recommendations

1. Ensure that managers supervise social workers.

2. Improve the timeliness of early help, particularly for children who have a disability.

## The experiences and progress of children who need help and protection

### Inspection findings

`;

test('a tag: the recommendation that fits best stands first', () => {
  check(
    `${recommendations}3. Early help for disabled children is not timely. ($0)`,
    '2 | Improve the timeliness of early help, particularly for …\n1 | Ensure that managers supervise social workers.',
    '3. Early help for disabled children is not timely. (Recommendation 2)',
  );
  check(
    `${recommendations}3. Early help is not timely. (Recommendation $0`,
    '2 | Improve the timeliness of early help, particularly for …\n1 | Ensure that managers supervise social workers.',
    '3. Early help is not timely. (Recommendation 2',
  );
});

test('no tag within other words, and none in a recommendation', () => {
  check(`${recommendations}3. Early help (for some$0`, '');
  check('## Recommendations\n\n1. Ensure that help is timely ($0', '');
});

test('the number of a paragraph or a recommendation, after the word', () => {
  check(`${recommendations}3. Help is late.\n\n4. As paragraph $0`, '3 | Help is late.', '4. As paragraph 3');
});

test('of a list of numbers those that are not in it yet', () => {
  check(
    `${recommendations}3. Help is late, as recommendations 1 and $0`,
    '2 | Improve the timeliness of early help, particularly for …',
  );
  check(
    `${recommendations}3. Help is late.\n\n4. It is.\n\n5. It was.\n\n6. As paragraphs 3, 5 and $0`,
    '4 | It is.',
    '6. As paragraphs 3, 5 and 4',
  );
  check(
    `${recommendations}3. Early help is not timely. (Recommendations 2 and $0)`,
    '1 | Ensure that managers supervise social workers.',
  );
});

test('one number after the singular, unless it is in brackets', () => {
  check(`${recommendations}3. Help is late, as paragraph 3 and $0`, '');
  check(
    `${recommendations}3. Help is late. (Recommendation 1, $0)`,
    '2 | Improve the timeliness of early help, particularly for …',
  );
});

test('a grade, on its line and in the list, best first', () => {
  const grades = 'Outstanding\nGood\nRequires improvement\nInadequate';
  check('## Leadership, management and governance\n\nJudgement: $0', grades);
  check(
    '# Report\n\n3. Leadership, management and governance: Requires i$0',
    grades,
    '3. Leadership, management and governance: Outstanding',
  );
  check('# Report\n\n3. What we saw: $0', '');
});

test('what stands behind the cursor and is of the same thing gives way, and nothing else does', () => {
  /** What the offer of a label makes of the cursor’s line. */
  const chosen = (notation: string, wanted: string): string | undefined => {
    const { report, cursor } = fixture(notation);
    const edit = completion(report, cursor, { frameworks: ['ofsted-sif', 'generic'] }).find(
      ({ label }) => label === wanted,
    )?.textEdit;
    if (edit === undefined || !('range' in edit)) return undefined;
    const line = report.text.line(edit.range.start.line);
    return line.slice(0, edit.range.start.character) + edit.newText + line.slice(edit.range.end.character);
  };
  const judgement = '## Leadership, management and governance\n\nJudgement: ';
  assert.equal(chosen(`${judgement}Go$0od`, 'Outstanding'), 'Judgement: Outstanding');
  assert.equal(chosen(`${judgement}$0Requires improvement`, 'Good'), 'Judgement: Good');
  assert.equal(
    chosen('# Report\n\n| Area | Grade |\n| --- | --- |\n| Adoption performance | $0Good |', 'Inadequate'),
    '| Adoption performance | Inadequate |',
  );
  assert.equal(chosen('---\nstatus: $0draft\n---\n', 'final'), 'status: final');
  assert.equal(chosen('---\nstatus:$0\n---\n', 'final'), 'status: final');
  assert.equal(chosen(`${recommendations}3. Late. ($0Recommendation)`, '2'), '3. Late. (Recommendation 2)');
  assert.equal(
    chosen(`${recommendations}3. Late. (Rec$0ommendation 1) It is.`, '2'),
    '3. Late. (Recommendation 2) It is.',
  );
  assert.equal(chosen(`${recommendations}3. Late. ($0Recommendations 1 and 2)`, '2'), undefined);
  assert.equal(
    chosen(`${recommendations}3. Late, as recommendation $01 says.`, '2'),
    '3. Late, as recommendation 2 says.',
  );
  assert.equal(chosen('See [it](#$0annex) here.\n\n## Annex {#an}', 'an'), 'See [it](#an) here.');
  assert.equal(chosen('One.[^$01] Two.\n\n[^1]: The note.', '2'), 'One.[^2] Two.');
  const title = 'Leadership, management and governance';
  assert.equal(chosen(`## Lead$0ership, manage {.role}`, title), `## ${title} {.role}`);
  assert.equal(chosen(`## $0Words of a paragraph.`, title), `## ${title}Words of a paragraph.`);
  assert.equal(chosen(`${recommendations}$09. Late.`, '3.'), '3. Late.');
  assert.equal(chosen(`${recommendations}3. Late.\n\n$0Words.`, `## ${title}`), undefined);
});

test('the titles that the report lacks, in their order, and then those that may stand in it twice', () => {
  const { report, cursor } = fixture(
    '# Report\n\n## The inspection team\n\nText.\n\n## Recommendations\n\n1. Ensure it.\n\n## $0',
  );
  const labels = completion(report, cursor, { frameworks: [] }).map(({ label }) => label);
  assert.ok(!labels.includes('The inspection team'));
  assert.ok(labels.indexOf('Leadership, management and governance') < labels.indexOf('Recommendations'));
});

test('a key of the report’s details that it lacks, and the values of one', () => {
  check('---\nstatus: $0\n---\n', 'draft\nreview\nfinal', 'status: draft');
  check('---\nframework: gen$0\n---\n', 'ofsted-sif\ngeneric', 'framework: ofsted-sif');
  const { report, cursor } = fixture('---\nframework: ofsted-sif\n$0\n---\n');
  const labels = completion(report, cursor, { frameworks: [] }).map(({ label }) => label);
  assert.ok(labels.includes('provider') && labels.includes('status') && !labels.includes('framework'));
  check('---\ntitle: A title $0\n---\n', '');
});

test('where a link leads', () => {
  check('See [it](#$0)\n\n## Annex {#annex}\n\nText.', 'annex | Annex', 'See [it](#annex)');
  check(
    `${recommendations}3. See [it](#para$0)`,
    'recommendation-1 | Ensure that managers supervise social workers.\nrecommendation-2 | Improve the timeliness of early help, particularly for …\nparagraph-3 | See it',
  );
});

test('a directive’s name, and the rules that it may be about', () => {
  const offered = (text: string): string[] => {
    const { report, cursor } = fixture(text);
    const rules = [
      { id: 'number-gap', summary: 'The numbers of paragraphs jump' },
      { id: 'tag-position', summary: 'A tag does not stand at the end of a finding' },
    ];
    return completion(report, cursor, { frameworks: [], rules }).map(({ label, textEdit }) => {
      if (textEdit === undefined || !('range' in textEdit)) return label;
      const line = report.text.line(textEdit.range.start.line);
      return `${label}: ${line.slice(0, textEdit.range.start.character)}${textEdit.newText}${line.slice(textEdit.range.end.character)}`;
    });
  };
  assert.deepEqual(offered('<!-- inspectmark-disable-n$0'), [
    'inspectmark-disable-next: <!-- inspectmark-disable-next ',
  ]);
  assert.deepEqual(offered('<!-- inspectmark-disable-next $0-->\n\nText.'), [
    'number-gap: <!-- inspectmark-disable-next number-gap-->',
    'tag-position: <!-- inspectmark-disable-next tag-position-->',
  ]);
  assert.deepEqual(offered('Text. <!-- inspectmark-enable number-gap, ta$0g-pos--> words'), [
    'tag-position: Text. <!-- inspectmark-enable number-gap, tag-position--> words',
  ]);
  for (const none of [
    '<!-- $0 -->',
    '<!-- A note$0 -->',
    '<!-- inspectmark-disable number-gap -- as $0 -->',
    '<!-- a --> in$0',
  ])
    assert.deepEqual(offered(none), []);
});

test('a note that is there, and a new one', () => {
  check('Words.[^1] More.[^$0\n\n[^1]: The note.', '2 | A new note\n1 | The note.', 'Words.[^1] More.[^2');
  check('Words.[^1] More.[^2]\n\n[^1]: The note.\n\n[^$0', '2\n3 | A new note\n1 | The note.', '[^2');
});

/** What is offered first at the cursor. */
function first(notation: string): string | undefined {
  const { report, cursor } = fixture(notation);
  return completion(report, cursor, { frameworks: [] })[0]?.label;
}

test('the next number, at the start of a line', () => {
  assert.equal(first(`${recommendations}3. Help is late.\n\n$0`), '4.');
  assert.equal(first(`${recommendations}$0\n\n4. Help is late.`), '3.');
  check(`${recommendations}3. Help is late.\n\n4$0`, '4. | The next number', '4. ');
  check('## About this inspection\n\n1$0', '');
});

test('on an empty line the headings that every report has and this one lacks', () => {
  const sections = `## Executive summary

Text.

## Information about this local authority area

Text.

${recommendations}3. Help is late.

## The experiences and progress of children looked after and achieving permanence

## Information about this inspection

## The inspection team

`;
  check(`${sections}$0`, '## Leadership, management and governance', '## Leadership, management and governance');
  check(`${sections}## Leadership, management and governance\n\nText.\n\n$0`, '4. | The next number');
});

test('titles are offered where their sections stand', () => {
  const labels = (notation: string) => {
    const { report, cursor } = fixture(notation);
    return completion(report, cursor, { frameworks: [] }).map(({ label }) => label);
  };
  assert.ok(labels('# Report\n\n## Leadership, management and governance\n\n### $0').includes('Summary'));
  assert.ok(!labels('# Report\n\n## $0').includes('Summary'));
});

test('the entries that the list of judgements lacks', () => {
  const opening = '# Children’s services in Ely are good\n\n1. Children who need help and protection: Good\n';
  check(
    `${opening}2. Ch$0`,
    'Children looked after and achieving permanence',
    '2. Children looked after and achieving permanence: ',
  );
  check(`${opening}2.1 $0`, 'Adoption performance', '2.1 Adoption performance: ');
  check(`${opening}1. $0`, '');
  check(`${opening}4. $0`, '');
  check('# Report\n\n[^1]: The note.\n\n1. See the note.[^$0', '2 | A new note\n1 | The note.');
  check('See [it](#a).\n\n1. As recommendation $0\n\n## Recommendations\n\n1. Ensure it.', '1 | Ensure it.');
  assert.equal(first(`${opening}$0`), '2. Children looked after and achieving permanence');
  check(
    '# Report\n\n| Area | Grade |\n| --- | --- |\n| Leadership, management and governance | Good |\n| Ad$0',
    'Children who need help and protection\nChildren looked after and achieving permanence\nAdoption performance\nExperiences and progress of care leavers',
    '| Children who need help and protection | ',
  );
  check(`${recommendations}3. $0`, '');
});

test('a grade where one is still to be filled in', () => {
  const grades = 'Outstanding\nGood\nRequires improvement\nInadequate';
  check('## Leadership, management and governance\n\nJudgement: …$0', grades, 'Judgement: Outstanding');
  check('## Leadership, management and governance\n\nJudgement: ...$0', grades, 'Judgement: Outstanding');
  check('2.1 Adoption performance: …$0', grades, '2.1 Adoption performance: Outstanding');
  const table = '| Area | Grade |\n| --- | --- |\n';
  check(`${table}| Adoption performance | …$0 |`, grades, '| Adoption performance | Outstanding |');
  const headline = 'are outstanding\nare good\nrequire improvement\nare inadequate';
  check('# Children’s services in Ely are …$0', headline, '# Children’s services in Ely are outstanding');
  check('## Leadership\n\nThis and that: …$0', '');
});

test('a grade in a table and in a heading that says it', () => {
  const grades = 'Outstanding\nGood\nRequires improvement\nInadequate';
  const table = '# Report\n\n| Area | Grade |\n| --- | --- |\n';
  check(`${table}| Adoption performance | $0|`, grades, '| Adoption performance | Outstanding |');
  check(`${table}| Adoption performance |$0|`, grades, '| Adoption performance | Outstanding |');
  check(`${table}| Adoption performance | Good$0`, grades, '| Adoption performance | Outstanding');
  check(`${table}| What we saw | $0|`, '');
  check(
    '# Children’s services in Ely are $0',
    'are outstanding\nare good\nrequire improvement\nare inadequate',
    '# Children’s services in Ely are outstanding',
  );
  check(
    '## The graded judgement for adoption performance is that it is g$0',
    'is outstanding\nis good\nrequires improvement\nis inadequate',
  );
  check('# Children’s services in Ely $0', '');
  const heading = '# Report\n\n## Leadership, management and governance\n\n';
  assert.equal(first(`${heading}$0`), 'Judgement: Outstanding');
  assert.notEqual(first(`${heading}Judgement: Good\n\n$0`), 'Judgement: Outstanding');
  check('# What is $0', '');
});

test('nothing within ordinary words or a comment', () => {
  check(`${recommendations}3. Help is $0`, '');
  check('<!-- see paragraph $0 -->', '');
});
