import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFramework, builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const sound = `---
framework: ofsted-sif
provider: [Ely County Council, Ely]
title: Inspection of services for children in need of help and protection, children looked after and care leavers
inspected: 2017-03-06/2017-03-30
published: 2017-05-15
status: final
---

# Children’s services in Ely are good

1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Good
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Good
3. Leadership, management and governance: Good

## Executive summary

Services are good. Leaders know them well, and they say so in all that they write.

## Information about this local authority area

- The director has been in post since June 2014.

## Recommendations

1. Ensure that plans say who will do what, and by when.

2. Reduce the number of changes of social worker.

3. Improve what is written of visits.

## The experiences and progress of children who need help and protection

Judgement: Good

### Summary

Children who need help and protection receive it in good time.

### Inspection findings

4. Plans do not always say who will do what, and by when. (Recommendation 1)

5. Children have had several social workers within a year. (Recommendation 2)

6. What is written of visits says little of the child. (Recommendation 3)

7. Early help has grown, and more families are supported by their own school or nursery.

## The experiences and progress of children looked after and achieving permanence

Judgement: Good

### Summary

Children looked after live in good homes, and they know what is planned for them.

### Inspection findings

8. Most children live with carers who understand their needs (see paragraph 7).

9. Brothers and sisters are kept together where that is right for all of them.

### The graded judgement for adoption performance is that it is good

10. Adopters are well prepared, and they are supported for as long as they wish.

### The graded judgement about the experience and progress of care leavers is that it is good

11. Most care leavers live in suitable accommodation, and advisers keep in touch with them.

## Leadership, management and governance

Judgement: Good

### Summary

Leaders are ambitious for children, and they have the means that they need.

### Inspection findings

12. Managers know their teams well. Supervision is regular, and it is recorded.

13. Performance information is used in every team. It has helped managers to act.

## Information about this inspection

Inspectors read case files and talked to children and families.

### The inspection team

Lead inspector: Ann Ash
`;

function findings(text: string) {
  const framework = builtInFramework('ofsted-sif')!;
  return reportFindings(reportOf(documentOf(text), framework), defaultReportSettings, builtInFrameworks, undefined);
}

const before = new Set(findings(sound).map(({ rule, message }) => `${rule} ${message}`));

/** One slip in a sound report is told once, at its place: of all findings but advice. */
function check(from: string, to: string, ...told: readonly string[]): void {
  test(`${told.join(', ') || 'silent'}: ${to.trim().replace(/\s+/g, ' ').slice(0, 60)}`, () => {
    const text = sound.replace(from, to);
    assert.notEqual(text, sound, 'the words are there');
    const found = findings(text).filter(
      ({ rule, message, severity }) => severity !== 'hint' && !before.has(`${rule} ${message}`),
    );
    assert.deepEqual(
      found.map(own => `${own.rule}: ${text.slice(own.from, own.to).replace(/\s+/g, ' ')}`),
      told,
    );
  });
}

// Judgements.
check('### Summary\n\nChildren who', '### Summary\n\nJudgement: Good\n\nChildren who', 'duplicate-judgement: Good');
check(
  'adoption performance is that it is good',
  'adoption performance is that is good',
  'statement-grammar: that is good',
);

// Details and headings.
check('---\nframework', '--\nframework', 'front-matter-syntax: --');
check('---\nframework', 'framework', 'front-matter-syntax: framework: ofsted-sif');
check('## Recommendations\n', 'Recommendations\n---------------\n', 'missing-section: Recommendations ---------------');
check('## Recommendations\n', '=====\n\n## Recommendations\n', 'stray-mark: =====');

// Numbers.
check('2. Reduce', '0. Reduce', 'number-order: 0', 'untagged-recommendation: 0');

// Tags.
for (const tag of ['(Recommend)', '(Rec)', '(Recommended)', 'Recommendation.', '/Recommendation/'])
  check('(Recommendation 3)', tag, 'untagged-recommendation: 3', `tag-spelling: ${tag}`);
check('(Recommendation 3)', '( Recommendation 3 )', 'tag-spelling: ( Recommendation 3 )');
check('(Recommendation 3)', '(Recommendation 3)\n\n(Recommendation 3)', 'repeated-tag: (Recommendation 3)');

// References and notes.
check('(see paragraph 7)', '(paragraphs 6 and, 7)', 'reference-form: (paragraphs 6 and, 7');
check('(see paragraph 7)', '(see paragraphs 7)', 'reference-form: paragraphs');
check('(see paragraph 7)', '(see paragraphs 7 (above) and 6)');
for (const mark of ['(^8)', '[8^]', '[^8'])
  check('for all of them.', `for all of them.${mark}`, `undefined-footnote: ${mark}`);

// Places to be filled in.
for (const place of ['{provider}', '##', '…..', '[Delete if not applicable]'])
  check('Leaders are ambitious for', `Leaders are ambitious ${place} for`, `placeholder-left: ${place}`);
check('Services are good.', 'Services are good. ![IMG_0123](chart.png)', 'picture-description: ![IMG_0123](chart.png)');

// Words.
check('more families are supported', 'more families are supported are supported', 'repeated-word: are supported');
check('more families are supported', 'more and more and more families are supported');
check('Early help has grown', 'Multi - agency work has grown', 'broken-hyphen: Multi - agency');
check('Early help has grown', 'Early help has grown - well beyond the town - with its schools');

// One cause is told once.
check('in good time.', 'in good time. checked -->', 'unclosed-comment: -->');

// Directives.
check(
  '7. Early',
  '<!-- inspectmark_disable_next number-gap -- as agreed -->\n\n7. Early',
  'unknown-directive: inspectmark_',
);
