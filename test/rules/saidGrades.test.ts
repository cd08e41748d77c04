import { checkByRule } from './checkByRule.ts';

/** What a report says in a summary and in a finding of how all was judged at the last inspection, with or without a list. */
function check(summary: string, finding: string, expected: readonly string[], listed = true): void {
  const list = listed
    ? '### Previous Ofsted inspections\n\n- The last inspection report was published in November 2014.\n- Overall effectiveness: inadequate\n- Adoption performance: good\n\n'
    : '';
  const text = `## Executive summary\n\n${summary}\n\n${list}## Inspection findings\n\n1. ${finding}\n`;
  checkByRule('opposite-claims', text, expected);
}

const wrong = ['require improvement'];
check('Much is better since they were judged to require improvement overall at the last inspection.', 'Yes.', wrong);
check(
  'Since the last inspection in 2014, when services were judged to require improvement, walls are dry.',
  'Yes.',
  wrong,
);
check('Walls are dry.', 'At the last inspection, adoption services were judged to be outstanding.', ['outstanding']);
check('At the last inspection, services were judged to be inadequate.', 'Walls are dry.', []);
// What is told of another inspection, of others, by others, or of both grades at once.
check('They were judged to require improvement overall at the last inspection but one in 2010.', 'Yes.', []);
check('Services were judged to be good before the inspection in 2010.', 'Walls are dry.', []);
check('The neighbouring authority was judged to be good overall at its last inspection.', 'Walls are dry.', []);
check('Leaders had judged services to be good before the last inspection.', 'Walls are dry.', []);
check('Services were judged to be good or outstanding at the last inspection.', 'Walls are dry.', []);
// Where nothing is listed, two places are held against each other.
check(
  'They were judged to be inadequate overall at the last inspection.',
  'At the last inspection, services were judged to be good.',
  ['good'],
  false,
);

/** How a finding begins, in a report that grades care leavers as outstanding. */
function begins(finding: string, expected: readonly string[]): void {
  const text = `---\nframework: ofsted-sif\nprovider: Norwood\n---\n\n# Children’s services in Norwood are good\n\n2.2 Experiences and progress of care leavers: Outstanding\n\n## Inspection findings\n\n1. ${finding}\n`;
  checkByRule('opposite-claims', text, expected);
}

begins('The experience and progress of care leavers in Norwood are good.', ['are good']);
begins('The experience and progress of care leavers in Norwood are outstanding.', []);
begins('Care leavers in Norwood are good at sums.', []);
begins('Walls are dry. Some say that the experience and progress of care leavers are good.', []);
