import { checkTwoPlaces as check } from './checkTwoPlaces.ts';

const conflict = 'figure-conflict';

// How often, how long and how much, in the words of each place.
check('The moorings panel meets every quarter.', 'The moorings panel, which meets weekly, is well run.', conflict);
check('The moorings panel meets every quarter.', 'The ferries panel, which meets weekly, is well run.', '');
check('Skippers wait seven months to be licensed.', 'It takes nine months for skippers to be licensed.', conflict);
check('Divers receive supervision every month.', 'Supervision of divers takes place weekly.', conflict);
check('The service has a pilot vacancy rate of 8%.', 'The pilot vacancy rate stands at 18%.', conflict);
check('The service has a pilot vacancy rate of 8%.', 'The pilot turnover rate stands at 18%.', 'figure-not-found');
check('The service has a pilot vacancy rate of 8.3%.', 'The pilot vacancy rate stands at 8.4%.', conflict);
check('The service has a pilot vacancy rate of 8%.', 'The pilot vacancy rate stands at 8.4%.', '');

// Digits that have changed places, of one thing and of two.
check('The rescue team supports 236 anglers.', 'There are 263 anglers known to the rescue team.', conflict);
check('The rescue team supports 236 anglers.', 'There are 263 anglers known to the dredging team.', 'figure-not-found');
check(
  'The trust has invested £2.4 million in lifeboats.',
  'The trust’s investment of £4.2 million in harbour walls has paid off.',
  'figure-not-found',
);

check(
  'The overspend on lifeboats was £1.35 million last year.',
  'The overspend on lifeboats was £1.53 million two years ago.',
  'figure-not-found',
);

// Those who did it each have a word of their own; and what a county has is counted as its own.
check('The night service employs 14 divers.', 'The night service employs 11 divers.', conflict);
check('The night service employs 14 divers.', 'The harbour service employs 11 divers.', 'figure-not-found');
check('There are seven slipways in the county.', 'The county’s nine slipways are cleaned daily.', conflict);

// A table’s column of another year.
const table = (sentence: string): void =>
  check(
    sentence,
    'Divers are trained.\n\n| Measure | 2016 | 2017 |\n| --- | --- | --- |\n| Divers with a licence | 61% | 54% |',
    sentence.includes('61') ? conflict : '',
  );
table('In 2017, 61% of divers had a licence.');
table('In 2017, 54% of divers had a licence.');

// Within how long, in other units, in a clause that borrows its subject, and as reports show it.
const licences = 'Decisions on licences are made within 24 hours.';
check(licences, 'Decisions about licences are sound, and are made within three working days.', conflict);
check(licences, 'Decisions about licences are sound, and are made within one day.', '');
check(licences, 'Decisions about moorings are sound, and are made within three working days.', '');
const briefed = 'Skippers who sail at night are offered a tide briefing within 72 hours.';
check(
  briefed,
  'Wardens’ logs show that skippers who sail at night are offered a tide briefing within five days.',
  conflict,
);
check(briefed, 'Wardens’ logs show that skippers who sail at night are offered a tide briefing within three days.', '');

// Up to what age, and what has been reached.
const berths = 'Young anglers can keep their harbour berths until they are 21.';
check(berths, 'Young anglers can keep their harbour berths until the age of 25.', conflict);
check(berths, 'Young anglers can keep their harbour lockers until the age of 25.', 'figure-not-found');
const pilots = 'The proportion of pilot posts filled by agency crews has fallen to 16%.';
check(pilots, 'Agency crews now fill 12% of pilot posts, down from 31% a year ago.', conflict);
check(pilots, 'Agency crews now fill 16% of pilot posts, down from 31% a year ago.', '');
check(
  'Pilots receive supervision every month.',
  'Pilots value supervision, which takes place every six weeks.',
  conflict,
);
check('Pilots receive supervision every month.', 'Cooks value supervision, which takes place every six weeks.', '');
const panel = 'The moorings panel meets every two months.';
check(panel, 'Anglers attend the moorings panel, which meets weekly.', conflict);
check(panel, 'Anglers attend the ferries panel, which meets weekly.', '');
