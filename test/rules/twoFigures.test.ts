import { checkTwoPlaces as check } from './checkTwoPlaces.ts';

const conflict = 'figure-conflict';

// How often, how long and how much, in the words of each place.
check('The moorings panel meets every quarter.', 'The moorings panel, which meets weekly, is well run.', conflict);
check('The moorings panel meets every quarter.', 'The ferries panel, which meets weekly, is well run.', '');
check('Skippers wait seven months to be licensed.', 'It takes nine months for skippers to be licensed.', conflict);
check('Divers receive supervision every month.', 'Supervision of divers takes place weekly.', conflict);
check('The service has a pilot vacancy rate of 8%.', 'The pilot vacancy rate stands at 18%.', conflict);
check('The service has a pilot vacancy rate of 8%.', 'The pilot turnover rate stands at 18%.', 'figure-not-found');

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
