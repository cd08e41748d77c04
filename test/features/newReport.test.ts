import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newReports } from '../../server/src/features/newReport.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { frameworkSet } from '../../server/src/framework/frameworkSet.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { checkedFindings } from '../../server/src/rules/checking/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const own = {
  id: 'ours',
  title: 'Ours',
  extends: 'generic',
  areas: [{ id: 'care', title: 'Care at $5 {and} more', expects: ['entry', 'section'] }],
  sections: [
    { role: 'area', area: 'care', paragraphs: 'numbered' },
    { role: 'findings', titles: ['What we found'], required: true, paragraphs: 'numbered' },
  ],
  numbering: [{ roles: ['area', 'findings'], form: 'S1', start: 3 }],
  metadata: { properties: { service: { type: 'string' } }, required: ['service'] },
};
const frameworks = frameworkSet([{ path: 'ours.json', text: JSON.stringify(own) }], rules);

function snippetOf(id: string): string {
  return newReports(frameworks, '2026-01-01').find(({ framework }) => framework === id)?.snippet ?? '';
}

/** The text of a snippet whose places have been filled in, those that are not named with what they hint at. */
function filled(snippet: string, values: Readonly<Record<string, string>> = {}): string {
  const hints = new Map<string, string>();
  return snippet
    .replace(
      /\$\{(\d+)(?::([^}]*)|\|([^,]*)[^}]*\|)\}/g,
      (_, number: string, place: string | undefined, choice: string) => {
        const hint = place ?? choice;
        hints.set(number, values[hint] ?? hint);
        return values[hint] ?? hint;
      },
    )
    .replace(/(?<!\\)\$(\d+)/g, (_, number: string) => hints.get(number) ?? '')
    .replace(/\\(.)/g, '$1');
}

/** The rules that find something in a report, each once. */
function told(text: string, id: string): string[] {
  const framework = frameworks.get(id);
  assert.ok(framework);
  const options = {
    setting: (rule: string) => framework.rules[rule],
    linked: undefined,
    frameworkIds: frameworks.ids,
  };
  return [...new Set(checkedFindings(reportOf(documentOf(text), framework), rules, options).map(({ rule }) => rule))];
}

const values = {
  'Name of the provider': 'Ely',
  'Title of the report': 'Inspection of Ely children’s services',
  $CURRENT_YEAR: '',
  '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE': '2015-01-12/2015-01-16',
  'are …': 'are good',
  'is …': 'is good',
  '…': 'Good',
};

for (const id of builtInFrameworks.ids)
  test(`what is filled in of a new report by ${id} is right, and only its text is to be written`, () => {
    const text = filled(snippetOf(id), values);
    const toBeWritten = ['empty-section', 'bullet-form', 'framework-validity'];
    assert.deepEqual(
      told(text, id).filter(rule => !toBeWritten.includes(rule)),
      [],
      text,
    );
  });

test('the sections stand in the framework’s order, an area’s parts in it, and the numbers run on', () => {
  const lines = filled(snippetOf('ofsted-sif'), values).split('\n');
  assert.deepEqual(
    lines.filter(line => /^#|^\d+\. $/.test(line)),
    [
      '# Children’s services in Ely are good',
      '## Executive summary',
      '## Information about this local authority area',
      '## Recommendations',
      '1. ',
      '## Summary for children and young people',
      '## The experiences and progress of children who need help and protection',
      '### Summary',
      '### Inspection findings',
      '2. ',
      '## The experiences and progress of children looked after and achieving permanence',
      '### Summary',
      '### Inspection findings',
      '3. ',
      '### Adoption performance',
      '4. ',
      '### The experiences and progress of care leavers',
      '5. ',
      '## Leadership, management and governance',
      '### Summary',
      '### Inspection findings',
      '6. ',
      '## Information about this inspection',
      '## The inspection team',
    ],
  );
});

test('a grade is filled in once, and stands wherever it belongs', () => {
  const snippet = snippetOf('ofsted-ilacs');
  const [, place, choices] = /care leavers \| \$\{(\d+)\|([^|]*)\|\}/.exec(snippet) ?? [];
  assert.equal(choices, '…,Outstanding,Good,Requires improvement to be good,Inadequate');
  assert.ok(snippet.includes(`## The experiences and progress of care leavers\n\nJudgement: $${place}\n`), snippet);
});

test('an area that is no longer judged is left out', () => {
  for (const [today, isThere] of [
    ['2026-03-31', true],
    ['2026-04-01', false],
  ] as const) {
    const ilacs = newReports(frameworks, today).find(({ framework }) => framework === 'ofsted-ilacs');
    assert.equal(ilacs?.snippet.includes('Overall effectiveness'), isThere, today);
  }
});

test('the words come first to the cursor when all else is filled in', () => {
  assert.ok(snippetOf('ofsted-sif').includes('## Executive summary\n\n$0\n'));
  assert.ok(snippetOf('ofsted-ilacs').includes('## What needs to improve?\n\n- $0\n'));
});

test('a team’s own frameworks come first, those of the past last', () => {
  assert.deepEqual(
    newReports(frameworks, '2026-01-01').map(({ framework }) => framework),
    ['ours', 'ofsted-ilacs', 'generic', 'ofsted-sif', 'ofsted-sif-2015', 'ofsted-sif-2014'],
  );
});

test('a framework’s own details and numbers, and words with marks of snippets in them', () => {
  assert.equal(
    filled(snippetOf('ours'), values),
    `---
framework: ours
provider: Ely
title: Inspection of Ely children’s services
inspected: 2015-01-12/2015-01-16
service: Good
status: draft
---

# The overall judgement is that Ely is good

| Judgement | Grade |
| --- | --- |
| Care at $5 {and} more | Good |

## Care at $5 {and} more

Judgement: Good

S3. 

## What we found

S4. 
`,
  );
});
