import { checkByRule as check } from './checkByRule.ts';

// Reports that come back to a matter again and again, each time to another side of it: right ones, and beside each its like that is wrong.

const summed = (summary: string, finding: string): string =>
  `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n24. ${finding}\n`;

// Of two kinds of plans something else is said.
const plans = (kind: string): string =>
  summed(
    'Most child protection plans are reviewed regularly.',
    `Social workers recognise risk. ${kind} plans are not reviewed regularly enough.`,
  );
check('quantifier-drift', plans('Children in need'), []);
check('quantifier-drift', plans('Child protection'), ['Most child protection plans are reviewed regularly']);

// Few are, and most are not.
const clear = (finding: string): string =>
  summed('Leavers like their advisers. Few of them have pathway plans that are clear and ambitious.', finding);
check('quantifier-drift', clear('Most pathway plans are neither clear nor ambitious. They change little.'), []);
check('quantifier-drift', clear('Most pathway plans are clear and ambitious. They change much.'), [
  'Few of them have pathway plans that are clear and ambitious',
]);

// No plan, and that none is agreed.
const agreed = (finding: string): string =>
  summed('They have clear plans for the localities, but no plan yet for school nursing.', finding);
check('quantifier-drift', agreed('They have not agreed a plan for school nursing.'), []);

// What is good in one place is asked for in another.
const asked = (finding: string): string =>
  `## Recommendations\n\n1. Extend early help in the dales.\n\n## Inspection findings\n\n2. ${finding}\n\n3. Visits are regular. Plans are reviewed.\n`;
check('opposite-claims', asked('Early help is good in the towns and sparse in the dales.'), []);

// What says itself of whom it is not so.
const contrasted = (front: string): string =>
  summed(`${front} they have plans that are regularly reviewed.`, 'Children in need plans are not regularly reviewed.');
check('opposite-claims', contrasted('Unlike children in need,'), []);
check('opposite-claims', contrasted('For children in need,'), [
  'For children in need, they have plans that are regularly reviewed',
]);

// In the section of another group of people plans are that group’s.
const grouped = (second: string): string =>
  `## The experiences and progress of children who need help and protection\n\n### Inspection findings\n\n8. Children in need plans are rarely reviewed. Core groups meet.\n\n## ${second}\n\n### Inspection findings\n\n13. Plans are reviewed regularly. Few reviews are late.\n`;
check(
  'quantifier-drift',
  grouped('The experiences and progress of children looked after and achieving permanence'),
  [],
);
check('quantifier-drift', grouped('Leadership, management and governance'), [
  'Children in need plans are rarely reviewed',
]);
