import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundIn } from './foundIn.ts';

/** What is asked of a text’s claims: a rule and, between two bars, the words of each of the places that it names. */
function asked(text: string): string[] {
  const found = foundIn(text, undefined, ({ id }) => id === 'opposite-claims' || id === 'quantifier-drift');
  return found.map(({ rule, from, to, related }) =>
    [rule, ...[{ from, to }, ...(related ?? [])].map(place => text.slice(place.from, place.to))].join(' | '),
  );
}

/**
 * Whether a summary and a finding, each given by a sentence, are asked about, by which rule, and that both are named whole;
 * and so they are where the two have changed places.
 */
function check(summary: string, finding: string, rule: '' | 'opposite-claims' | 'quantifier-drift'): void {
  test(`${rule === '' ? 'nothing' : rule}: ${summary} ${finding}`, () => {
    for (const [above, below] of [
      [summary, finding],
      [finding, summary],
    ]) {
      const text = `## Executive summary\n\n${above}\n\n## Inspection findings\n\n1. Walls are dry.\n\n2. ${below}\n`;
      const found = asked(text);
      assert.deepEqual(
        found.map(own => own.split(' | ')[0]),
        rule === '' ? [] : [rule],
        text,
      );
      for (const own of found) assert.equal(own.split(' | ').length, 3, own);
    }
  });
}

const opposite = 'opposite-claims';
const quantity = 'quantifier-drift';

// In time, and not.
check('Genograms are often late and untidy.', 'Families have timely, tidy genograms.', opposite);
check(
  'Grandparents with a plan for mediation wait too long for it.',
  'Mediation is arranged in a timely manner.',
  opposite,
);
check(
  'Return journeys are overdue.',
  'Drivers ensure that return journeys are completed in a timely manner.',
  opposite,
);
check(
  'Mediation is arranged for grandparents without delay.',
  'Too many grandparents wait too long for mediation.',
  opposite,
);
check(
  'Boarders receive a diagnosis of dyslexia promptly.',
  'There are delays for boarders to access a diagnosis of dyslexia.',
  opposite,
);
check('Boarders receive a timely debrief interview.', 'Boarders wait too long for a debrief interview.', opposite);
check('Genograms are updated within agreed timescales.', 'There is drift in updating genograms.', opposite);

// Regular, and not; well done, and not.
check(
  'Hearing tests are not yet routinely carried out.',
  'Hearing tests are prioritised and routinely in place.',
  opposite,
);
check(
  'Partner schools are routinely invited to panels.',
  'Relevant schools are not routinely invited to attend panels.',
  quantity,
);
check(
  'Supervision of hostel wardens is irregular.',
  'Wardens receive regular supervision and have good tools.',
  opposite,
);
check(
  'Deaf boarders do not yet receive a good tuition offer.',
  'Deaf boarders receive a good tuition offer and, when it fails, redress.',
  opposite,
);
check(
  'The mediation reports submitted to the tribunal are of consistently good quality.',
  'However, the mediation reports presented to the tribunal are variable in quality.',
  opposite,
);
check('Tribunal oversight is weak.', 'Tribunal oversight of hostels is robust.', opposite);
check('Despite high staff turnover, wardens are committed.', 'The hostel has a largely stable workforce.', opposite);

// What is waited for, done without, done every so often, done well, or of little or much.
check('Grandparents wait months for mediation.', 'Mediation is arranged promptly.', opposite);
check('Wardens work for years without tuition.', 'Wardens receive regular tuition.', opposite);
check('Genograms are rarely updated.', 'Genograms are updated at least every six months.', opposite);
check('A little-used mediation panel is in Norwood.', 'There is a well-used mediation panel.', opposite);
check(
  'Handover from the duty desk to wardens is poor.',
  'Handover arrangements between desk and wardens are seamless.',
  opposite,
);
check('There is a good range of mediation rooms.', 'Mediation rooms are insufficient.', opposite);
check(
  'Most genograms reduce risk and are reviewed regularly.',
  'Family and hostel genograms are rarely reviewed.',
  opposite,
);
check(
  'All practitioners receive regular mediation tuition.',
  'Wardens do not consistently receive regular mediation tuition.',
  quantity,
);
check('Too many hostels do not have a dry cellar wall.', 'Hostels have a dry cellar wall.', opposite);

// By the number of those of whom it is said.
check(
  'Few genograms are drawn in time for mediation.',
  'The vast majority of genograms are drawn within the timescale for mediation.',
  quantity,
);

check('Limited mediation is offered to grandparents who live alone.', 'Mediation for grandparents is good.', '');
check('For a few hostels, mediation is late.', 'Mediation is arranged promptly.', '');

// What is said of one part, of another thing, at another time, or as a wish, does not differ.
check('Genograms are late for some families.', 'Families have timely, tidy genograms.', '');
check('Adoption genograms are late.', 'Fostering genograms are timely.', '');
check('Boarders who are deaf are not seen regularly by their wardens.', 'Boarders regularly see their wardens.', '');
check('Genograms were late.', 'Genograms are timely.', '');
check('Leaders should ensure that mediation reports are timely.', 'Mediation reports are late.', '');
check('Wardens fill the few vacancies in hostels promptly.', 'Vacancies are filled promptly.', '');
check('Staff stability is a challenge.', 'Staff turnover has fallen.', '');
check('Mediation has improved from poor to good.', 'There is good mediation.', '');

/** Whether a finding is told to say that what a recommendation asks for is so. */
function answer(recommendation: string, finding: string, isTold: boolean): void {
  test(`${isTold ? 'told' : 'nothing'}: ${recommendation} ${finding}`, () => {
    const text = `## Recommendations\n\n1. ${recommendation}\n\n## Inspection findings\n\n2. Walls are dry.\n\n3. ${finding}\n`;
    const found = asked(text);
    assert.equal(found.length, isTold ? 1 : 0, found.join('\n'));
    if (isTold) assert.ok(found[0]?.includes(recommendation), found[0]);
  });
}

answer(
  'The timeliness of return journeys for boarders.',
  'For boarders, return journeys are completed in a timely manner.',
  true,
);
answer(
  'All tribunal decisions to be made by qualified wardens.',
  'Qualified wardens make all tribunal decisions.',
  true,
);
answer('The attendance of dental nurses at mediation panels.', 'Dental nurses always attend mediation panels.', true);
answer(
  'The quality of individual tribunal audits.',
  'Individual tribunal audits are of consistently high quality.',
  true,
);
answer(
  'Ensure that all wardens receive high-quality hostel tuition, which is recorded.',
  'All wardens receive high-quality hostel tuition.',
  true,
);
answer('Improve the offer, take-up and timeliness of debrief interviews.', 'Debrief interviews are timely.', true);

answer('Improve the quality of debrief interviews in hostels.', 'Debrief interviews are timely.', false);
answer(
  'The timeliness of return journeys for boarders.',
  'Return journeys are mostly completed in a timely manner.',
  false,
);
answer(
  'The timeliness of return journeys for boarders.',
  'Few return journeys are completed in a timely manner.',
  false,
);
answer('Improve the timeliness of debrief interviews for deaf boarders.', 'Debrief interviews are timely.', false);
answer('Tribunal audits are thorough, and wardens read them.', 'Tribunal audits are thorough.', false);
answer('Improve the timeliness of tribunal audits.', 'Pre-birth tribunal audits are timely.', false);

/** What is asked of two sentences in sections of which nothing is known, by which rule. */
function unknown(one: string, other: string, rule: string): void {
  test(`of unknown parts, ${rule === '' ? 'nothing' : rule}: ${one} ${other}`, () => {
    const found = asked(`## Boats\n\n${one}\n\n## Harbours\n\n${other}\n`);
    assert.equal(found.map(own => own.split(' | ')[0]).join(' '), rule);
  });
}

unknown('Few harbour plans have generic targets.', 'Many harbour plans have generic targets.', quantity);
unknown('Few harbour plans have generic targets.', 'Many harbour walls have cracks.', '');
unknown(
  'Harbour masters receive a permit promptly.',
  'There are delays for harbour masters to obtain a permit.',
  opposite,
);

// What is wanting, what delay something is subject to, and what benefits come from.
check('Hostel rotas for twins lack detail.', 'Hostel rotas are comprehensive.', opposite);
check('Ferry rotas lack clarity.', 'Ferry rotas clearly track what pilots do.', '');
check('Newly arranged ferry rotas for pilots lack detail.', 'Pilots’ ferry rotas are comprehensive.', opposite);
check('Harbour meetings are still subject to delay.', 'Harbour meetings are timely.', opposite);
check('Ferry workers seldom receive supervision.', 'Ferry workers benefit from regular supervision.', opposite);
check('Pilots in ports wait too long for their reviews.', 'Reviews of pilots are timely.', opposite);
check('Genograms and rotas are often late.', 'Most genograms are timely.', opposite);
check('Return journeys are held late and a full log of risks is lost.', 'Return journeys are timely.', opposite);
check(
  'Journeys of drivers who return from going missing are often delayed.',
  'For drivers who go missing, return journeys are completed in a timely manner.',
  quantity,
);

// Up to date, and not.
check('Harbour charts for pilots are often out of date.', 'Pilots have harbour charts that are updated.', opposite);
check('Harbour charts are not always up to date.', 'Ferry rotas are up to date.', '');

// How a number or a quality goes.
check('The quality and timeliness of ferry work has declined.', 'The quality of ferry work is improving.', opposite);
check(
  'The quality of harbour work has declined.',
  'The quality and timeliness of harbour work has improved.',
  opposite,
);
check(
  'The port has fewer harbour pilots than it had.',
  'The port has increased the number of harbour pilots.',
  opposite,
);
check(
  'Reliance on harbour pilots has grown.',
  'A scheme has resulted in the number of harbour pilots being reduced.',
  opposite,
);

check('The number of harbour pilots on ferries has fallen.', 'The port has fewer harbour pilots than it needs.', '');
check('The timeliness of harbour work has declined.', 'The quality of harbour work has improved.', '');
check('The use of harbour pilots has grown in the north.', 'The port has reduced its use of harbour pilots.', '');
check(
  'The use of harbour pilots has grown in the last year.',
  'The port has reduced its use of harbour pilots.',
  opposite,
);

// What narrows down each after the mark, and what is so at times.
check('Harbour charts are poor in the ferry service.', 'Harbour charts are good in the evening trade.', '');
check('Harbour charts are poor in the ferry service.', 'Harbour charts are good.', opposite);
check('Harbour charts are out of date for pilots on ferries.', 'Harbour charts for owners are up to date.', '');
check('Reviews of rotas are often late when it snows.', 'In ports, rota reviews are prompt.', '');
check('Reviews of rotas are often held late at night.', 'In ports, rota reviews are prompt.', '');
check('Reviews of rotas are often held late.', 'In ports, rota reviews are prompt.', opposite);

/** What a summary says of a grade, with the list of judgements of another framework. */
function graded(summary: string, words: string): void {
  test(`graded: ${summary}`, () => {
    const list =
      '| Judgement | Grade |\n| --- | --- |\n| The experiences and progress of children in care and care leavers | Requires improvement |\n| Overall effectiveness | Good |\n';
    const text = `---\nframework: ofsted-ilacs\n---\n\n${list}\n${summary}\n`;
    const found = foundIn(text, 'ofsted-ilacs', ({ id }) => id === 'opposite-claims');
    assert.equal(found.map(({ from, to }) => text.slice(from, to)).join(' '), words);
  });
}

graded('Services for children in care and care leavers are good.', 'are good');
graded('Children’s services require improvement to be good.', 'require improvement to be good');
graded('Children’s services are good.', '');
graded('The experiences and progress of children in care and care leavers are good because they are safe.', 'are good');

// A word that only a table has, and that means the same as one of a sentence, is none of the sentences’ words.
test('a table has a word that means the same', () => {
  const text =
    '| Measure | 2021 | 2022 |\n| --- | --- | --- |\n| Advocacy | 4 | 5 |\n\nIn 2022, 5 of 9 walls were dry (56%). Advocates know too little about walls.\n';
  assert.deepEqual(
    foundIn(text, undefined, ({ group }) => group === 'consistency'),
    [],
  );
});
