import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import { linksOf } from '../../server/src/model/links.ts';
import { type Report, reportOf, wordsOf } from '../../server/src/model/report.ts';
import { numberedParagraph } from '../../server/src/model/things.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { reportIn } from '../reportIn.ts';

const parts = {
  sections: ({ sections }: Report) =>
    sections.map(
      ({ level, path, role, area }) => `${level} ${path}${role ? ` .${role}` : ''}${area ? ` (${area})` : ''}`,
    ),
  judgements: ({ judgements }: Report) =>
    judgements.map(({ carrier, number, area, text, grade, areaMatch }) => {
      const match = areaMatch === 'near' || areaMatch === 'none' ? ` [${areaMatch}]` : '';
      return `${[carrier, number, area].filter(Boolean).join(' ')}: ${text}${grade === undefined ? ' ?' : ''}${match}`;
    }),
  paragraphs: (report: Report) =>
    report.paragraphs.map(paragraph => {
      const { kind, number, tags, block, blockEnd } = paragraph;
      const more = blockEnd - block > 1 ? ` +${blockEnd - block - 1}` : '';
      return `${kind} ${number ?? '-'} ${wordsOf(report, block, paragraph.content, { withoutTags: true })}${more}${tags.map(tag => ` <${tag.isNumber ? 'number' : tag.basis} ${tag.numbers.join(' ')}>`).join('')}`;
    }),
  references: (report: Report) =>
    report.references.map(
      ({ kind, targets, paragraph }) =>
        `${kind} ${targets.join(' ')}${paragraph === undefined ? '' : ` in ${report.paragraphs[paragraph]?.number ?? '-'}`}`,
    ),
  support: (report: Report) =>
    [...linksOf(report).supportedBy].map(([recommendation, findings]) => `${recommendation} ← ${findings.join(' ')}`),
};

/** Reads the text by a framework and compares one part of the report, a line each. */
function check(part: keyof typeof parts, text: string, expected: string, framework = 'ofsted-sif'): void {
  const report = reportIn(text, framework);
  assert.equal(parts[part](report).join('\n'), expected.trim().replace(/^ +/gm, ''));
}

test('a section runs to the next heading of its level; roles come from titles, and pass down', () =>
  check(
    'sections',
    '# Children’s services in A are good\n## Executive summary:\n## The experiences and progress of children who need help and protection\n### Summary\n### Inspection findings\n#### Early help\n## Leadership, management and governance\n### Summary',
    `1 Children’s services in A are good
     2 Executive summary: .summary
     2 The experiences and progress of children who need help and protection .area (help-and-protection)
     3 The experiences and progress of children who need help and protection › Summary .area-summary (help-and-protection)
     3 The experiences and progress of children who need help and protection › Inspection findings .findings (help-and-protection)
     4 The experiences and progress of children who need help and protection › Inspection findings › Early help .findings (help-and-protection)
     2 Leadership, management and governance .area (leadership)
     3 Leadership, management and governance › Summary .area-summary (leadership)`,
  ));

test('titles are compared without case, emphasis, footnote marks and a closing full stop', () =>
  check('sections', '## **RECOMMENDATIONS**[^1].', '2 RECOMMENDATIONS. .recommendations'));

test('the author may name role, area and id; attributes alone open a section without a title', () =>
  check(
    'sections',
    '## What we ask {.recommendations}\n## Adopters {area=2.1 #adopters}\n## {.notices}',
    '2 What we ask .recommendations\n2 Adopters .area (adoption)\n2 {.notices} .notices',
  ));

test('a heading of nothing opens no section', () =>
  check('sections', '## \n\n## Recommendations', '2 Recommendations .recommendations'));

test('a grade has five carriers', () => {
  check(
    'judgements',
    '# Children’s services in A require improvement to be good',
    'headline overall: require improvement to be good',
  );
  check('judgements', '# The overall judgement is that children’s services in A are good', 'headline overall: good');
  check('judgements', '2.1 Adoption performance: Good', 'entry 2.1 adoption: Good');
  check(
    'judgements',
    '| Judgement | Grade |\n|--|--|\n| 2.1 Adoption performance | Good |',
    'entry 2.1 adoption: Good',
  );
  check(
    'judgements',
    '## Leadership, management and governance\n\n<!-- agreed -->\nJudgement: good.',
    'line 3 leadership: good',
  );
  check('judgements', '## Leadership, management and governance: outstanding', 'heading 3 leadership: outstanding');
  check(
    'judgements',
    '### The graded judgement for adoption performance is that it requires improvement',
    'statement 2.1 adoption: requires improvement',
  );
  check(
    'judgements',
    '## Adoption\n\nThe graded judgement about the experience and progress of care leavers is that it is outstanding. More.',
    'statement 2.2 care-leavers: outstanding',
  );
});

test('a heading’s grade may come after a dash, or after its verb and a colon', () => {
  for (const dash of ['–', '—', '-'])
    check('judgements', `## Leadership, management and governance ${dash} good`, 'heading 3 leadership: good');
  check('judgements', '## Leadership, management and governance – how well', '');
  check('judgements', '## Leadership, management and governance-good', '');
  check('judgements', '## Adoption performance is: good', 'heading 2.1 adoption: good');
  check('judgements', '## The graded judgement for adoption is: good', 'statement 2.1 adoption: good');
  check('sections', '## Adoption performance – good', '2 Adoption performance – good .area (adoption)');
  check('sections', '## Adoption performance is: good', '2 Adoption performance is: good .area (adoption)');
  check(
    'judgements',
    '## The experiences and progress of children looked after – requires improvement to be good',
    'heading children-in-care: requires improvement to be good',
    'ofsted-ilacs',
  );
});

test('judgement sentences of published reports', () => {
  for (const words of [
    'of adoption performance is good',
    'on adoption is that it is good',
    'for adoption is that is good',
  ])
    check('judgements', `### The graded judgement ${words}`, 'statement 2.1 adoption: good');
});

test('an unknown grade is a judgement without a grade where one is expected', () => {
  check('judgements', '# Children’s services in A are god', 'headline overall: god ?');
  check('judgements', '2.1 Adoption performance: Goood', 'entry 2.1 adoption: Goood ?');
  check('judgements', '## Leadership, management and governance\nJudgement: ', 'line 3 leadership:  ?');
  check('judgements', '## Leadership, management and governance: excellent', 'heading 3 leadership: excellent ?');
});

test('a colon in a title is no judgement, nor is a list outside the opening', () => {
  check('judgements', '## Early help: a new beginning', '');
  check('judgements', '## Executive summary\n\n1. Adoption performance: Good', '');
  check('judgements', '1. Introduction: what we did', '');
});

test('an area that is misspelt is the one that is near', () => {
  check('judgements', '2.1 Adoption performence: Good', 'entry 2.1 adoption: Good [near]');
  check('judgements', '2.3 Fostering: Good', 'entry 2.3: Good [none]');
});

test('grades of earlier inspections are nobody’s', () => {
  check(
    'judgements',
    '## Previous Ofsted inspections\n\n| Judgement | Grade |\n|--|--|\n| Overall effectiveness | Good |\n\n### Adoption performance: good',
    '',
  );
  check('judgements', '> 2.1 Adoption performance: Good', '');
  check('judgements', '2.1 Adoption performance at the last inspection: Good', '');
});

test('an open framework takes any area', () =>
  check(
    'judgements',
    '1. Safety: Good\n\n## Safety\n\nJudgement: Inadequate',
    'entry 1 safety: Good\nline safety: Inadequate',
    'generic',
  ));

test('one series runs through recommendations and findings; elsewhere a number is a list’s', () =>
  check(
    'paragraphs',
    '## Executive summary\n\n1. A list.\n\n## Recommendations\n\n1. Do this.\n\n## Leadership, management and governance\n### Inspection findings\n\n2. They did.\n\nNot numbered.',
    `finding 1 A list.
     recommendation 1 Do this.
     finding 2 They did.
     other - Not numbered.`,
  ));

test('bullets and tags of their own belong to the paragraph above', () =>
  check(
    'paragraphs',
    '## Leadership, management and governance\n### Inspection findings\n\n2. They did:\n\n- one\n    - two\n\n(Recommendation)\n\n3. Next. (Recommendations 1 and 3–5)\n4. Last.\n    (Recommendation)<!-- 5 -->',
    `finding 2 They did: +3 <suggested >
     finding 3 Next. <authored 1 3 4 5>
     finding 4 Last. <confirmed 5>`,
  ));

test('a bullet nested in a recommendation that is one is a part of it', () =>
  check(
    'paragraphs',
    '## What needs to improve?\n\n- The oversight of:\n    - visits\n\n    - plans.\n- The caseloads.\n - The records.',
    `recommendation - The oversight of: +2
     recommendation - The caseloads.
     recommendation - The records.`,
    'ofsted-ilacs',
  ));

test('recommendations that are bullets may have numbers of their own, but not below bullets', () => {
  const findings = '\n\n## The impact of leaders: good\n\n1. They lead. See paragraph 1.';
  check(
    'paragraphs',
    `## What needs to improve?\n\n1. The visits:\n    - those at home.\n2. The plans.${findings}`,
    `recommendation 1 The visits: +1
     recommendation 2 The plans.
     finding 1 They lead. See paragraph 1.`,
    'ofsted-ilacs',
  );
  check(
    'paragraphs',
    '## What needs to improve?\n\n- The visits.\n\n1. Plans are clear.',
    `recommendation - The visits.
     other 1 Plans are clear.`,
    'ofsted-ilacs',
  );
  const report = reportOf(
    documentOf(`## What needs to improve?\n\n1. The visits.${findings}`),
    builtInFramework('ofsted-ilacs')!,
  );
  assert.equal(numberedParagraph(report, 'paragraph', '1')?.kind, 'finding');
  assert.equal(numberedParagraph(report, 'recommendation', '1')?.kind, 'recommendation');
});

test('a tag is a recommendation’s own number where recommendations bear none', () => {
  const framework = {
    ...builtInFramework('generic')!,
    recommendations: { ...builtInFramework('generic')!.recommendations, form: 'paragraph' as const },
  };
  const report = reportOf(documentOf('## Recommendations\n\nThe Secretary should act. (Recommendation\n2)'), framework);
  assert.deepEqual(parts.paragraphs(report), ['recommendation 2 The Secretary should act. <number 2>']);
});

test('references know their paragraph', () =>
  check(
    'references',
    '## Leadership, management and governance\n### Inspection findings\n\n9. See paragraphs 10, 12 to 14 and [this](#a).[^1]\n\n- (see recommendation 3)\n\nAs paragraph 4 of the Act says.',
    'paragraph 10 12 13 14 in 9\nlink #a in 9\nfootnote 1 in 9\nrecommendation 3 in 9',
  ));

test('a recommendation is supported by tags, confirmed tags and its own citations', () =>
  check(
    'support',
    '## Recommendations\n\n1. Do (paragraphs 3, 5-6).\n\n2. Do.\n\n## Leadership, management and governance\n### Inspection findings\n\n3. A. (Recommendation 2)\n\n4. B. (Recommendation)<!-- 2 -->\n\n5. C. (Recommendation)',
    '2 ← 3 4\n1 ← 3 5 6',
  ));
