import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTwoPlaces as check } from './checkTwoPlaces.ts';
import { foundIn } from './foundIn.ts';

const opposite = 'opposite-claims';
check('Initial health assessments are timely.', 'Initial health assessments are often late.', 'quantifier-drift');
check('Return home interviews are held promptly.', 'Return home interviews are held late.', opposite);
check('Oversight of private fostering is effective.', 'Oversight of private fostering is weak.', opposite);
check('Court statements are up to date.', 'Court statements are out of date.', opposite);
check('Attendance of pupils in care has improved.', 'Attendance of pupils in care has declined.', opposite);
check('Turnover among residential staff has risen.', 'Turnover among residential staff has fallen.', opposite);
check('Supervision of new staff is regular.', 'Supervision of new staff is infrequent.', opposite);
check('Take-up of advocacy is high at conferences.', 'Take-up of advocacy is low at conferences.', opposite);
check('There are enough emergency placements.', 'There are too few emergency placements.', opposite);
check('Caseloads in the transfer team are low.', 'Caseloads in the transfer team are too high.', opposite);
check('Thresholds are understood by schools.', 'Schools do not understand the thresholds.', opposite);
check('The autism strategy has been evaluated.', 'The autism strategy is yet to be evaluated.', opposite);
check('Fathers’ views are included in genograms.', 'Fathers’ views are missing from genograms.', opposite);
check('The hostel in Mill Lane closed in May 2015.', 'The hostel in Mill Lane closed in March 2016.', opposite);
check('All babies in care see a dentist.', 'Not all babies in care see a dentist.', 'quantifier-drift');
check('Most babies have a health passport.', 'Only a few babies have a health passport.', 'quantifier-drift');
check('Waiting times for hearing aids are shorter.', 'Waiting times for hearing aids are longer.', opposite);
check('The number of young carers has increased.', 'The number of young carers has fallen.', opposite);
check('Staff sickness in hostels is rising.', 'Staff sickness in hostels has reduced.', opposite);
check(
  'Grandparents are asked before contact is arranged.',
  'Grandparents are asked after contact is arranged.',
  opposite,
);
check(
  'Two thirds of genograms have a date of birth.',
  'Only half of genograms have a date of birth.',
  'quantifier-drift',
);
check('Nearly all genograms have a date of birth.', 'Some 38% of genograms have a date of birth.', 'quantifier-drift');
check('Only the night team uses genograms in court.', 'Most teams use genograms in court.', 'quantifier-drift');
check('No babies wait for an advocate.', 'A small number of babies wait for an advocate.', 'quantifier-drift');

check('Few live in settled homes.', 'The majority of babies live in settled homes.', 'quantifier-drift');
check(
  'A quarter of them are in work or training.',
  'Three quarters of care leavers are in work or training.',
  'quantifier-drift',
);

check(
  'When babies move, return visits are well attended.',
  'When babies move, return visits are poorly attended.',
  opposite,
);
check(
  'Return visits (RVs) are made to most babies.',
  'Return visits are made to a minority of babies.',
  'quantifier-drift',
);
check('Most babies live in settled homes.', 'Most babies, however, live in unsettled homes.', 'quantifier-drift');
check('The hostel data is poor and there are delays.', 'The hostel data is good and there are no delays.', opposite);
check('Genograms are not visible on hostel files.', 'Genograms are visible on most hostel files.', 'quantifier-drift');
check(
  'Babies are always visited in their hostels.',
  'Visits to babies are not always made in their hostels.',
  'quantifier-drift',
);
check(
  'Genogram work is not robust in a few hostels.',
  'Genogram work is not robust in the majority of hostels.',
  'quantifier-drift',
);
check('Hostel staff have manageable caseloads.', 'Hostel staff have unmanageable caseloads.', opposite);
check('The reception of the hostel is welcoming.', 'The reception of the hostel is unwelcoming.', opposite);
check('Hostel practice in genograms is underdeveloped.', 'Hostel practice in genograms is well developed.', opposite);
check('Turnover of hostel staff has halved.', 'Turnover of hostel staff has doubled.', opposite);
check(
  'Every child is offered a genogram interview.',
  'Most children are offered a genogram interview.',
  'quantifier-drift',
);
check('Babies do not move house when they need to.', 'Babies and mothers move house when they need to.', opposite);
check(
  'Hostel staff do not feel supported by managers.',
  'Hostel staff told us they feel supported by managers.',
  opposite,
);
check(
  'The hostel board is meeting its duties and has formed protocols with all health agencies.',
  'The hostel board is not meeting its duties and has agreed protocols with all health agencies.',
  opposite,
);

check(
  'Stability of hostel beds is worse than in similar authorities.',
  'Stability of hostel beds is in line with similar authorities.',
  opposite,
);
check(
  'Take-up of hostel beds is still below similar authorities.',
  'Take-up of hostel beds is better than in similar authorities.',
  '',
);

check('Some is good.', 'Most of the work of hostels is good.', '');
check('Every child is offered a genogram interview.', 'Most children take up the offer of a genogram interview.', '');
check('There is a lack of genogram services in hostels.', 'Genogram services in hostels are underdeveloped.', '');
check('Babies are visited as often as mothers in hostels.', 'Babies in hostels are visited like mothers.', '');
check('Most genograms have a date of birth.', 'Some 60% of genograms have a date of birth.', '');
check('Most genograms have a date of birth.', 'In 2014, 38% of genograms had a date of birth.', '');
check('Care plans are made before babies are placed.', 'Babies looked after have care plans when placed.', '');
check('Only the night team uses genograms in court.', 'The night team uses genograms in court.', '');
check('Thresholds are not understood by all agencies.', 'Some agencies do not understand thresholds.', '');
check('Some managers do not always see delay in court work.', 'Managers do not always see delay in court work.', '');
check('The team tackles the delay in court work.', 'Delay in court work is late to be seen.', '');
check('Audits of foster homes are thorough.', 'Audits of foster homes are few.', '');
check('Care leavers lack passports.', 'Too few care leavers have a passport.', '');
check('The hostel in Mill Lane closed in May 2015.', 'The hostel in Mill Lane was sold in March 2016.', '');
check('The hostel in Mill Lane closed in 2015.', 'The hostel in Mill Lane closed in May 2015.', '');
check('Babies are missing from the census.', 'Babies are included in some visits.', '');
check('Social workers carried out audits of genograms.', 'Audits of genograms are up to date.', '');
check('See the timeliness of visits in Figure 3.', 'See the timeliness of visits in Figure 4.', '');

test('claims that are the same but for “not” are compared, however usual their words', () => {
  const others = Array.from(
    { length: 14 },
    (_, i) => `${i + 2}. Assessments of hostel ${'abcdefghijklmn'[i]} are detailed.`,
  );
  const timely = ['Visits', 'Reviews', 'Audits', 'Meetings'].map(
    (word, i) => `${i + 20}. ${word} at night are timely.`,
  );
  const text = `## Executive summary\n\nAssessments are not timely.\n\n## Inspection findings\n\n1. Assessments are timely.\n\n${[...others, ...timely].join('\n\n')}\n`;
  const found = foundIn(text, undefined, ({ id }) => id === opposite);
  assert.deepEqual(
    found.map(({ message }) => message.split(' here')[0]),
    ['“Assessments are not timely”'],
  );
});

// What a sentence says of its subject in a word.
check('Staff morale is low.', 'Managers are new, but morale is high.', opposite);
check('Genogram support is a weakness, and it costs much.', 'Genogram support is a strength.', opposite);
check('Workloads are unmanageable.', 'Social workers have manageable caseloads.', opposite);
check('These include caseloads that are too large, and drift.', 'Staff have reasonable caseloads.', opposite);
check('Caseloads are high in the duty team.', 'Social workers have manageable caseloads.', '');
check('Hostel morale is not always high.', 'Hostel morale in the east is low.', '');
check('Genogram services for mothers are consistently good.', 'Genogram services for mothers are variable.', opposite);

// How a number goes.
check('Demand for beds has decreased since the floods.', 'Demand for beds has continued to increase.', opposite);
check('Vacancy rates and turnover have increased.', 'This led to a significant reduction in turnover.', opposite);
check('The use of agency nurses has increased.', 'The proportion of agency nurses fell from 24% to 11%.', opposite);
check('The number of twins in hostels has risen.', 'Leaders aim at a reduction in twins in hostels.', '');
check('In 2015, demand for beds had fallen.', 'In 2017, demand for beds has risen.', '');

check('Too few babies have a genogram.', 'Most babies have a genogram.', 'quantifier-drift');
check(
  'A third of nurses are from agencies.',
  'Inspectors found that 20% of nurses are from agencies.',
  'quantifier-drift',
);
check('A quarter of nurses are from agencies.', 'Inspectors found that 22% of nurses are from agencies.', '');
check('Attendance at hostel schools is high.', 'Attendance at hostel schools is poor, at 71%.', opposite);
check(
  'Few achieve a hostel diploma.',
  'On practical courses, the majority of learners achieve a hostel diploma.',
  'quantifier-drift',
);
check(
  'Hostel boards have accurate information about babies.',
  'Hostel boards are not given accurate information about babies.',
  opposite,
);
check(
  'When beds run out, and twins are no longer safe, hostels make limited use of their powers to move them.',
  'When beds run out, and twins are no longer safe, hostels make increasingly good use of their powers to move them.',
  'repeated-sentence',
);
check('Children join ‘Our Place’ in hostels.', 'Nurses like ‘Our Space’ at night.', 'name-variant');
check('Nurses join ‘The Big Committee’ at night.', 'Boys wrote to the ‘Big Council’ in May.', 'name-variant');
check('Children read ‘Our Place’ in hostels.', 'Nurses like ‘Our Bench’ at night.', '');
