import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkByRule as check } from './checkByRule.ts';
import { foundIn } from './foundIn.ts';

const twoPlaces = (summary: string, finding: string): string =>
  `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n1. Visits are regular.\n\n2. ${finding}\n`;

/** A conflict of two places, which is one as well where they have changed places. */
function conflict(summary: string, finding: string, expected: readonly string[]): void {
  check('figure-conflict', twoPlaces(summary, finding), expected);
  test(`the other way round: ${finding} ${summary}`, () => {
    const found = foundIn(twoPlaces(finding, summary), undefined, ({ id }) => id === 'figure-conflict');
    assert.equal(found.length, expected.length);
  });
}

conflict('Hostel interviews take over 48 hours to arrange.', 'Hostel interviews take over 72 hours to arrange.', [
  '48',
]);
conflict(
  'Court work has been cut from 65 weeks to 39 weeks for babies.',
  'For babies, court work has been cut from 56 weeks to 39 weeks.',
  ['65'],
);
conflict(
  'Leaders cut the number of agency staff in hostels from 60 to 42.',
  'The number of agency staff in hostels was cut from 60 to 24 by leaders.',
  ['42'],
);
conflict(
  'Hostel managers audited 262 files of babies in spring.',
  'An audit of hostel files in spring read 226 files of babies.',
  ['262'],
);
conflict('Of the babies, 277 (42%) live in hostels.', 'A high share of babies, 24% (277), live in hostels.', ['42%']);
conflict(
  'Since the last inspection in December 2015, hostels have improved.',
  'At the previous inspection in November 2015 hostels were poor.',
  ['November 2015'],
);
conflict(
  'The director of children’s services has been in post since April 2016.',
  'The new director of children and young people’s services took up post in May 2016.',
  ['May 2016'],
);
conflict(
  'Since the focused visit in November 2018, hostels have improved.',
  'As noted at the focused visit in December 2018, hostels were poor.',
  ['December 2018'],
);
conflict(
  'In primary hostels 60% of babies are seen within five days.',
  'In secondary hostels 50% of babies are seen within five days.',
  [],
);
conflict(
  'Hostel visits take 12 days, slightly above the threshold of 48 days.',
  'Hostel moves take 21 days, slightly above the threshold of 72 days.',
  [],
);
conflict('The hostel holds 262 beds.', 'Babies had 226 visits.', []);
check(
  'figure-conflict',
  `${twoPlaces('Since the last inspection in 2017, hostels have improved.', 'They were good at the inspection in 2018.').replace(/^/, '---\ninspected: 2023-10-30/2023-11-03\n---\n\n')}`,
  ['2017'],
);
check(
  'figure-conflict',
  twoPlaces(
    'The last inspection in 2015 was poor.',
    'In the last inspection in 2015 and the last inspection in 2014 it was poor.',
  ),
  ['2014'],
);

const count = (text: string, expected: readonly string[]): void =>
  check('count-mismatch', `## Inspection findings\n\n1. ${text}\n`, expected);

count('The council runs three hostels. One was judged good. The other was judged poor.', ['One']);
count('The council runs four hostels. All three were judged good.', ['All three']);
count('The council runs three hostels. Two were judged good. One has closed.', []);
count('There are three reviews by the agency and the trust. Both have been slow.', []);
count('Ten schools (two primary and one secondary) took part.', []);

const change = (text: string, expected: readonly string[]): void =>
  check('change-direction', `## Inspection findings\n\n1. ${text}\n`, expected);

change('Turnover is down for social workers from 12.6% to 13.5%.', ['12.6% to 13.5%']);
change('The share is 47%, lower than the 44% of neighbours.', ['44%']);
change('The share is 13% lower than the 44% of neighbours.', []);
change('Violence had fallen by half, from 180 incidents to 120.', ['half']);
change('Violence had fallen by a third, from 180 incidents to 120.', []);
change('Use was reduced, and was 16% in September 2017 compared with 22% in January 2017.', []);

const share = (text: string, expected: readonly string[]): void =>
  check('percentage-mismatch', `## Inspection findings\n\n1. ${text}\n`, expected);

share('At key stage 4, of 130 pupils who took exams, a cohort of 22 (27%) did well.', ['27%']);
share('Staff keep in touch with 110 of the 112 care leavers (89%).', ['89%']);
share('This is 122% of the population.', ['122%']);
share('Only a minority of lighthouse visits, 62%, take place within a week.', ['62%']);
share('Only a minority of lighthouse visits, 38%, take place within a week.', []);
share('Almost all ferry drills (71%) are held on time.', ['71%']);
share('Almost all ferry drills (97%) are held on time.', []);
share('Pilots from minority ethnic groups (62%) and in the most exposed harbours (12%) are content.', []);
share('Fewer than half of ferry drills, 58%, were on time.', ['58%']);
share('More than half of ferry drills (58%) were on time.', []);
share('Most of the increase (12%) is due to ferries. Most pilots are content, 12% of them very much so.', []);
share('One in four buoys, 41%, is overdue. Two in five buoys, 41%, are overdue.', ['41%']);

count('Of the 48 boats, 21 are under five, 17 are aged five to 10 and 14 are older.', [
  '21 are under five, 17 are aged five to 10 and 14',
]);
count('Of the 48 boats, 21 are under five, 17 are aged five to 10 and 10 are older.', []);
count('We read 40 tide plans. Of these, 22 were good, 15 were fair and six were poor.', [
  '22 were good, 15 were fair and six',
]);
count('We read 40 tide plans. Of these, 22 were good, 12 were fair and six were poor.', []);
count('We read 40 tide plans. Of these, 30 were clear and 16 were signed.', []);
count('There are 120 pilots, of whom 84 are permanent and 46 come from agencies.', ['84 are permanent and 46']);
count('There are 120 pilots, of whom 84 are permanent and 46 come from the north.', []);
count('There are three sailing centres for young anglers, in Ashby, Barton, Crowle and Epworth.', ['three']);
count('There are four sailing centres for young anglers, in Ashby, Barton, Crowle and Epworth.', []);

check(
  'date-order',
  '---\nframework: generic\ninspected: 2022-09-12/2022-09-23\n---\n\nServices have improved since the last inspection in 2028.\n',
  ['2028'],
  'generic',
);
check(
  'date-order',
  '---\nframework: generic\ninspected: 2022-09-12/2022-09-23\n---\n\nThis inspection was carried out between 5 September 2022 and 23 September 2022.\n',
  [],
  'generic',
);

check('undefined-acronym', '## Inspection findings\n\n1. Norwood Children’s Safeguarding Board (NSCB) met.\n', [
  'NSCB',
]);

conflict(
  'The previous inspection of safeguarding arrangements was in June 2013.',
  'Since the last inspection of arrangements for the protection of children in July 2013, two reviews were held.',
  ['July 2013'],
);
conflict(
  'The previous inspection of safeguarding arrangements was in June 2013.',
  'The previous inspection of services for children looked after was in May 2010.',
  [],
);

// Dates that belong together.
conflict(
  'Since the last inspection in 2014, hostels have improved.',
  'The last inspection report was published in November 2015.',
  ['2014'],
);
conflict(
  'Since the last inspection in 2014, hostels have improved.',
  'The last inspection report was published in January 2015.',
  [],
);
conflict('Hostels were poor at the inspection in 2015.', 'Since the inspection in 2016, hostels have improved.', [
  '2016',
]);
conflict('Hostels were poor at the inspection in 2012.', 'Since the inspection in 2016, hostels have improved.', []);
conflict('The headteacher took up her post in May 2021.', 'The headteacher has been in post since May 2020.', [
  'May 2020',
]);
conflict(
  'The deputy headteacher took up her post in May 2021.',
  'The headteacher has been in post since May 2020.',
  [],
);
conflict(
  'A hostel recording system was introduced in April 2021.',
  'The hostel recording system, introduced in April 2022, gives nurses the facts.',
  ['April 2021'],
);
conflict('Hostel visits rose in April 2021.', 'Compared with April 2022, hostel visits were few.', []);
for (const [length, expected] of [
  ['four years', ['four']],
  ['two years', []],
] as const)
  check(
    'figure-conflict',
    `---\ninspected: 2024-06-04/2024-06-06\n---\n\n${twoPlaces(`The registered manager has been in post for ${length}.`, 'The registered manager took up post in June 2022.')}`,
    expected,
  );
check(
  'date-order',
  '---\nframework: generic\ninspected: 2023-10-09/2023-10-13\n---\n\nThis inspection took place from 9 to 13 November 2023.\n',
  ['13 November 2023'],
  'generic',
);

// The same things, in another number.
conflict('The college works with nine subcontractors.', 'Visits to the five subcontractors are rare.', ['nine']);
conflict('The college works with nine subcontractors.', 'Visits to five new subcontractors are rare.', []);
conflict('The hostel holds 421 pupils.', 'In the hostel roll there are 412 pupils.', ['421']);
conflict('The hostel’s budget was £34.8 million.', 'Its budget of £38.4 million is sound.', ['34.8 million']);
conflict('A high share of babies, 42.5% (267), live in hostels.', 'Of the babies, 277 (or 42.5%) live in hostels.', [
  '267',
]);
check(
  'figure-conflict',
  '## Inspection findings\n\n1. Records are poor in all four cases sampled. In two of the five cases sampled, checks were missing.\n',
  ['four'],
);

count('There have been three focused visits, in 2019 and 2020.', ['three']);
count('There have been two focused visits, in 2019 and 2020.', []);
count('It has three campuses, in Eastlow and in Brayford.', ['three']);
count('It names four areas: the order of maths and art, the use of books, and the attendance of boys.', ['four']);
count('There are 412 pupils: 58 in nursery, 128 in key stage 1 and 236 in key stage 2.', [
  '58 in nursery, 128 in key stage 1 and 236',
]);
count('There are 412 pupils: 58 in nursery, 118 in key stage 1 and 236 in key stage 2.', []);
count('There are 412 pupils: 58 in nursery and 12 in the unit.', []);

change('It achieves 27%, in maths and in English, which is well below the national rate of 14%.', ['14%']);
change('Repeat referrals are 39%. This is considerably lower than that of neighbours, at 22.7%.', ['22.7%']);
change('Repeat referrals are 39%. This is considerably higher than that of neighbours, at 22.7%.', []);
change('There were four suspensions, more than the nine a year before.', ['nine']);
change('There were four suspensions, fewer than the nine a year before.', []);
change('Places have trebled from about 30 in 2016 to in excess of 60 in 2017.', ['30 in 2016 to in excess of 60']);

share('Thirty-two of 40 staff (90%) were trained.', ['90%']);
share('Thirty-six of 40 staff (90%) were trained.', []);
share('Crews made 5,430 visits. Three quarters of these visits, 3,620, were to the old.', ['3,620']);
share('Crews made 5,430 visits. Two thirds of these visits, 3,620, were to the old.', []);
share('There are 412 pupils. Of these, 103 pupils (35%) eat for free.', ['35%']);
share('There are 412 pupils. Of these, 103 pupils (25%) eat for free.', []);

// An inspection that is named by its year, one of a part by what it inspected, and a director who is new.
check(
  'figure-conflict',
  `${twoPlaces('Hostels are better than at the last inspection in 2012.', 'What the 2014 inspection found has been mended.').replace(/^/, '---\ninspected: 2018-04-23/2018-05-04\n---\n\n')}`,
  ['2012'],
);
conflict(
  'The last inspection of arrangements for the protection of children was in February 2013.',
  'Leaders have acted on the child protection inspection in 2011.',
  ['2011'],
);
conflict(
  'The director of children’s services has been in post since April 2016.',
  'Since the new director assumed her post in June 2016, hostels have improved.',
  ['June 2016'],
);
conflict(
  'The chief executive, the director of children’s services (DCS), who was appointed in May 2015, and councillors know the hostels.',
  'The DCS has been in post since March 2014.',
  ['March 2014'],
);
conflict(
  'Hostels are poorer than in the last inspection report, which was published in November 2011.',
  'The previous inspection of safeguarding arrangements was in January 2012.',
  ['January 2012'],
);
conflict(
  'Leaders have acted on the new director of education, who took up post in June 2016.',
  'The director of children’s services has been in post since April 2016.',
  [],
);

conflict(
  'The council introduced its new recording system in October 2015.',
  'The recording system, introduced in April 2016, is well liked.',
  ['October 2015'],
);
conflict('Since the launch of the hub in June 2018, calls have fallen.', 'The hub was launched in May 2017.', [
  'June 2018',
]);
conflict('The second hostel team was set up in April 2016.', 'The hostel team was established in October 2016.', []);
conflict('The hostel team was set up in April 2016.', 'The hostel team was moved in October 2016.', []);
conflict('The office in Mill Lane opened in May 2015.', 'The hostel in Mill Lane opened in March 2016.', []);
conflict('The hub was set up in April 2016.', 'The hub was set up in 2016.', []);
conflict('The contract began in April 2016.', 'Visitors, whose contract began in May 2017, are kind.', []);
conflict('The contract began in April 2016.', 'Walls are dry. The contract began in May 2017.', []);
conflict('The advocacy contract began in April 2016.', 'The advocacy contract began in May 2017.', ['April 2016']);
conflict(
  'The trust’s chief executive took up post in May 2016.',
  'The council’s chief executive took up post in June 2017.',
  [],
);
conflict('The council’s chief executive took up post in May 2016.', 'The chief executive took up post in June 2017.', [
  'June 2017',
]);
conflict('A parent governor took up post in May 2016.', 'The governor took up post in March 2015.', []);
conflict(
  'There were 435 fires at the time of the inspection.',
  'There were 453 fires at the time of the last inspection.',
  [],
);
conflict('Costs rose to £2.4 million in 2019–20 for fires.', 'Costs rose to £4.2 million in 2020–21 for fires.', []);
conflict(
  'The hub opened in June 2018.',
  'Since the second office of the hub opened in May 2019, calls have fallen.',
  [],
);

conflict(
  'Supervision takes place monthly in the hostel teams.',
  'In the hostel teams, supervision is held twice a month.',
  ['monthly'],
);
const findings = (one: string, area: string, other: string, expected: readonly string[]): void =>
  check(
    'figure-conflict',
    `## The experiences and progress of children who need help and protection\n\n1. ${one}\n\n2. Walls are dry.\n\n## ${area}\n\n3. ${other}\n`,
    expected,
  );
conflict('Drills are held every six months.', 'Drills are held every month.', ['every six months']);
const otherArea = 'Leadership, management and governance';
findings('Drills are held every six months.', 'Other findings', 'Drills are held every month.', []);
findings('Hostel drills are held every six months.', 'Other findings', 'Hostel drills are held every month.', [
  'every six months',
]);
findings('Hostel drills are held every six months.', otherArea, 'Hostel drills are held every month.', []);
findings('Reviews are prompt for 88%.', 'Other findings', 'Reviews are prompt for 71%.', ['88%']);
findings('Reviews are prompt for 88%.', otherArea, 'Reviews are prompt for 71%.', []);
conflict('Drills take place every 12 months.', 'Fire drills take place once a year. Drills are held annually.', []);
conflict('One in three calls is missed.', 'Of calls, 22% are missed.', ['One in three']);
conflict('A third of calls are missed.', 'Of calls, 31% are missed.', []);
conflict('Half of calls are missed at night.', 'Of calls, 22% are missed.', []);
conflict('Babies wait 14 weeks for a hostel place.', 'In 2019, babies waited 18 weeks for a hostel place.', []);
conflict('Babies wait about 14 weeks for a hostel place.', 'Babies wait 15 weeks for a hostel place.', []);
conflict('Staff visit hostels weekly.', 'We visit hostels daily. Managers visit hostels monthly.', []);
conflict('The school has seven classes.', 'The school’s eight classes are small.', ['seven']);
conflict('The school has seven classes.', 'In Moorgate, girls sit with the eight classes.', []);
conflict('The school has seven classes.', 'In May, girls sit with the eight classes.', ['seven']);
conflict('The school has seven classes.', 'Four of the school’s seven classes are small.', []);
conflict('The council met three of our five tests.', 'It met three of the regulator’s four tests.', []);
conflict('Staff see babies every eight weeks.', 'Staff see their managers every two weeks.', []);

change('Repeat calls rose to 19% this year from 24% last year.', ['24%']);
change('Vacancies have fallen to 14, compared with nine a year ago.', ['nine']);
change('Vacancies have fallen to 14%, compared with a national average of 9%.', []);
change('Vacancies have fallen to 14%, compared with 9% in the north.', []);
change('Vacancies have fallen to 9 from 14, and were not reduced to 8 from 5.', []);
share('Half of the 40 staff (12) had been trained.', ['12']);
share('It has 612 staff (2013: 640). Of these, 401 are men.', []);
share('It has 612 staff, and 640 of these are men.', ['640']);
share('Just under half (12 of 40) had been trained.', ['12']);
share('Under half (12 of 40), and well over half (35 of 40), had been trained.', []);
share('Of the 344 children, 86, or almost half, live elsewhere.', ['86']);
share('Of the 344 children, 86 live elsewhere. This is a quarter, and half are boys.', []);
share('Of the 60 pupils in Year 6, 45 (85%) did well.', ['85%']);
conflict('The trust has 11 schools.', 'Another trust’s 12 schools share a fund.', []);
conflict('The phonics hub was moved in January 2018.', 'The spelling hub was moved in January 2017.', []);
conflict(
  'In September 2019 the council set up a placements panel.',
  'The placements panel, created in May 2020, is weekly.',
  ['September 2019'],
);
conflict('The hostel was last inspected on 9 March 2020.', 'At our last inspection, on 19 May 2020, it was good.', []);
conflict('The home was last inspected on 9 March 2020.', 'At our last inspection, on 19 May 2020, it was good.', [
  '19 May 2020',
]);
conflict('About 31% of boys felt unsafe in hostels.', 'In hostels, 34% of boys felt unsafe.', []);
conflict('About 31% of boys felt unsafe in hostels.', 'In hostels, 44% of boys felt unsafe.', ['31%']);
conflict('The unit opened in May 2019.', 'The unit reopened in June 2020.', []);
conflict('The council set up a board in May 2018.', 'The partnership set up a board in June 2019.', []);
conflict('Staff turnover is 12%.', 'Staff turnover was 15%.', []);
conflict('There are six homes.', 'The council’s two homes for babies are good.', []);
share('Of the 40 staff, 12 were new. This was half of those who worked at night.', []);
