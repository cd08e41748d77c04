import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFile, builtInFrameworks, builtInIds } from '../../server/src/framework/builtIn.ts';
import { readFramework } from '../../server/src/framework/readFramework.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { rules } from '../../server/src/rules/index.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

// Reports of a team’s own framework: its list of judgements is a section, its findings are numbered by parts, its key concerns apart.

const titles = ['Safety', 'Respect', 'Activity'];
const { framework } = readFramework(
  JSON.stringify({
    id: 'our-prisons',
    scale: ['Poor', 'Fair', 'Good'].map(label => ({ id: label.toLowerCase(), label })),
    areas: titles.map((title, i) => ({
      id: title.toLowerCase(),
      number: String(i + 1),
      title,
      required: true,
      expects: ['entry', 'section'],
    })),
    sections: [
      { role: 'summary', titles: ['Summary'], required: true },
      { role: 'judgements', titles: ['Outcomes'], required: true },
      { role: 'recommendations', titles: ['Key concerns'], required: true, paragraphs: 'numbered' },
      ...titles.map(title => ({ role: 'area', area: title.toLowerCase(), required: true, paragraphs: 'numbered' })),
    ],
    numbering: [{ roles: ['recommendations'] }, { roles: ['area'], form: '1.1' }],
    recommendations: { form: 'numbered', link: 'tag', linkRequired: true, tagWords: ['Key concern'] },
  }),
  { base: builtInFile, frameworkIds: builtInIds, rules },
);
assert.ok(framework);

const sound = `---
provider: HMP Ely
---

## Summary

Men were safer at Ely than they had been before.

## Outcomes

1. Safety: Fair
2. Respect: Good
3. Activity: Good

## Key concerns

1. Men harmed themselves more often.

2. Complaints were answered late.

## Safety

Judgement: Fair

1.1 Men were received with care, and cells were clean.

1.2 Men harmed themselves more often than before. (Key concern 1)

1.3 Force was seldom used, and it was always recorded.

1.4 Searches were led by intelligence (see paragraph 1.3).

## Respect

Judgement: Good

2.1 Staff knew the men well, and spoke with them daily.

2.2 Complaints were answered late. (Key concern 2)

## Activity

Judgement: Good

3.1 Men had work, and most went to lessons.
`;

function found(text: string): string[] {
  const report = reportOf(documentOf(text), framework!);
  return reportFindings(report, defaultReportSettings, builtInFrameworks, undefined)
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule, from, to }) => `${rule}: ${text.slice(from, to)}`);
}

/** One slip in the sound report is told once. */
function check(from: string, to: string, ...told: readonly string[]): void {
  test(`${told.join(', ') || 'silent'}: ${to.slice(0, 40)}`, () => {
    assert.ok(sound.includes(from));
    assert.deepEqual(found(sound.replace(from, to)), told);
  });
}

check('HMP Ely', 'HMP Ely');
for (const [number, told] of [
  ['l.3', 'l.3'],
  ['* 1.3', '1.3'],
  ['[1.3]', '1.3'],
  ['1. 3', '1. 3'],
  ['1,3', '1,3'],
  ['1-3', '1-3'],
  ['§1.3', '1.3'],
] as const)
  check('\n1.3 ', `\n${number} `, `number-gap: ${told}`);
check('1. Safety: Fair', '1. Safety, Fair', 'missing-judgement: Safety');
check('2. Respect: Good', '2. Respect – Good', 'missing-judgement: Respect');
// What stands below a heading that is not read is no key concern, whatever is told of those.
check('## Safety\n', 'Safety\n======\n', 'missing-section: Safety\n======');
check('## Safety\n', '## Safety (Key concern 1)\n', 'tag-position: (Key concern 1)');

// Without the section of the list there is no list.
check('## Outcomes\n', '## Next steps\n', 'missing-section: Next steps');

// With nothing under its heading it is told there, once.
check(
  '## Outcomes\n\n1. Safety: Fair\n2. Respect: Good\n3. Activity: Good\n',
  '## Outcomes\n',
  'missing-judgement: Outcomes',
);
