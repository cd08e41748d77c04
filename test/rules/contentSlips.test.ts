import { checkByRule as check } from './checkByRule.ts';

const twoPlaces = (summary: string, finding: string): string =>
  `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n1. Visits are regular.\n\n2. ${finding}\n`;

// To how many the same was done, by the verb before them or after, and in a list.
check('figure-conflict', twoPlaces('The trust has sold 14 ferries.', 'It has sold 12 ferries since 2016.'), ['14']);
check(
  'figure-conflict',
  twoPlaces('The trust has closed 14 jetties.', 'It has closed 12 floating jetties since 2016.'),
  ['14'],
);
check('figure-conflict', twoPlaces('The team interviewed 24 anglers.', 'Of the 26 anglers interviewed, most swim.'), [
  '24',
]);
check(
  'figure-conflict',
  twoPlaces('We reviewed eight logs and 15 permits.', 'Of the 13 permits that we reviewed, six had expired.'),
  ['15'],
);
check('figure-conflict', twoPlaces('We walked 11 miles of bank.', 'In all we walked 14 miles.'), ['11']);
check(
  'figure-conflict',
  twoPlaces('We reviewed 15 permits.', 'Of the 3 permits that we reviewed, two had expired.'),
  [],
);
check('figure-conflict', twoPlaces('In 2015, we closed 14 jetties.', 'In 2016, we closed 12 jetties.'), []);
check('figure-conflict', twoPlaces('The trust closed 14 stone jetties.', 'It closed 12 floating jetties.'), []);
check('figure-conflict', twoPlaces('Five anglers attended 12 sessions.', 'Eight anglers attended 10 sessions.'), []);
check('figure-conflict', twoPlaces('Wardens attended 12 sessions.', 'Skippers attended 10 sessions.'), []);
check(
  'figure-conflict',
  twoPlaces('We agreed eight actions.', 'Of the six actions agreed in our last report, two are late.'),
  [],
);
check('figure-conflict', twoPlaces('We saw six cases of neglect.', 'We saw four cases of delay.'), []);

// Digits that have changed places, where a sentence says nothing else, has another number in common, or speaks of *the* 785.
check(
  'figure-conflict',
  twoPlaces('There were 453 capsizes of dinghies.', 'Capsizes of dinghies rose from 388 to 435.'),
  ['453'],
);
check(
  'figure-conflict',
  twoPlaces(
    'There were 164 capsizes of dinghies, compared with 201 under bridges.',
    'On tidal rivers capsizes of dinghies numbered 146 (201 before).',
  ),
  ['164'],
);
check(
  'figure-conflict',
  twoPlaces(
    'The trust lends dinghies to 758 swimmers from schools.',
    'Few swimmers (34 of the 785) from distant schools borrow ropes.',
  ),
  ['758'],
);

// In what year something was, by the word before and what else both speak of.
check(
  'figure-conflict',
  twoPlaces(
    'The review of mooring licences that was begun in 2018 is late.',
    'The review of mooring licences was begun in 2019.',
  ),
  ['2018'],
);
check(
  'figure-conflict',
  twoPlaces('The register of mooring licences was opened in 2018.', 'The hostel for swimmers was opened in 2019.'),
  [],
);

// The rest of a whole.
const sum = (text: string, expected: readonly string[]): void =>
  check('percentage-mismatch', `## Inspection findings\n\n1. ${text}\n`, expected);
sum('Eighteen of the 21 dinghies were sound; the remaining five were not.', ['five']);
sum('Eighteen of the 21 dinghies were sound; the remaining three were not.', []);
sum('Fourteen swimmers had a licence. It was valid for nine of them. For the remaining six, it had expired.', ['six']);
sum('We read the logs of all 21 locks. Twelve had been signed within two days. The other seven had not.', ['seven']);
sum('We read the logs of all 21 locks. Twelve had been signed within two days. The other nine had not.', []);
sum('We read the logs of 21 locks and 14 weirs. Twelve had been signed. The other two had not.', []);
sum('About 18 of the 21 dinghies were sound; the remaining five were not.', []);

// A fraction in words beside its percentage.
sum('A fifth (31%) of swimmers are old.', ['31%']);
sum('Just over a fifth (21%) of swimmers are old.', []);
sum('More than half of the swimmers (68%) are old.', []);
sum('Just over half of the swimmers (68%) are old.', ['68%']);

const count = (text: string, expected: readonly string[]): void =>
  check('count-mismatch', `## Inspection findings\n\n1. ${text}\n`, expected);
count('The trust has 12 hostels, six in the town and five by the sea.', ['six in the town and five']);
count('The trust has 11 hostels, six in the town and five by the sea.', []);
count('The trust has 16 hostels, six in the town and five by the sea.', []);
count('Of the 12 hostels, six play music and five play games.', []);
count('Of 39 leaks, 29 were mended within two days and six within a week; two were not mended.', [
  '29 were mended within two days and six within a week; two',
]);
count('Of 37 leaks, 29 were mended within two days and six within a week; two were not mended.', []);
count(
  'In 2016, it had 9,412 pupils, of whom 7,036 were boys, 1,688 were girls and 418 were infants. A fifth (21%) swim.',
  ['7,036 were boys, 1,688 were girls and 418'],
);
count('The trust runs five hostels. Two hostels were judged to be good and four were judged to be poor.', [
  'Two hostels were judged to be good and four',
]);
count('The trust runs five hostels. Two hostels were judged to be good and three were judged to be poor.', []);

// How many recommendations there are.
const recommendations = (text: string, expected: readonly string[]): void =>
  check(
    'count-mismatch',
    `${text}\n\n## Recommendations\n\n1. Mend the weir.\n\n2. Buy a dinghy.\n\n## Response\n\nThank you.\n`,
    expected,
  );
recommendations('The review team praised the hostel and made three recommendations.', ['three']);
recommendations('The review team praised the hostel and made two recommendations.', []);
recommendations('The review team made three recommendations in 2015.', []);
recommendations('The trust accepts all three recommendations.', ['three']);
recommendations('The trust accepted all three recommendations from the coroner.', []);

// The days of this inspection.
const days = (text: string, expected: readonly string[], inspected = '2024-04-08/2024-05-03'): void =>
  check('date-order', `---\nframework: generic\ninspected: ${inspected}\n---\n\n## Context\n\n${text}\n`, expected);
days('Four inspectors were there between 8 April and 10 May 2024.', ['10 May 2024']);
days('Four inspectors were there between 8 April and 3 May 2024.', []);
days('The team was on site from 15 to 26 April 2024.', []);
days('The team visited from 14 to 18 October 2022.', ['18 October 2022'], '2022-11-14/2022-11-18');
days('Date of inspection visit: 14 May 2019 and 17 May 2019', ['17 May 2019'], '[2019-05-14, 2019-05-16]');
days('Date of inspection visit: 14 May 2019 and 16 May 2019', [], '[2019-05-14, 2019-05-16]');

// A body that is called a panel here and a board there.
check('name-variant', twoPlaces('The mooring licences panel meets.', 'Swimmers attend the mooring licences board.'), [
  'mooring licences board',
]);
check('name-variant', twoPlaces('The mooring licences panel meets.', 'Swimmers attend the ferry licences board.'), []);
check('name-variant', twoPlaces('Dinghies are used across the council.', 'Swimmers sit on it across the board.'), []);

// How a number goes: after a phrase in front, and of something.
const trend = (summary: string, finding: string, expected: readonly string[]): void =>
  check('opposite-claims', twoPlaces(summary, finding), expected);
trend(
  'Despite overall education attendance for pupils being high, at 95%, the proportion of truant swimmers among a small fleet of ferry pupils has risen.',
  'Despite these improvements, the proportion of truant swimmers among a small fleet of ferry pupils has fallen over the past two years at a faster rate than in similar towns.',
  ['the proportion of truant swimmers among a small fleet of ferry pupils has risen'],
);
trend('Leaders regret the increase of capsized dinghies.', 'The number of capsized dinghies has fallen.', [
  'increase of capsized dinghies',
]);

// What goes on in a third year, and by how much in so many years.
const change = (text: string, expected: readonly string[]): void => check('change-direction', `1. ${text}\n`, expected);
change('It fell from 88% in March 2022 to 85% in March 2023 and 89% in March 2024.', ['85% in March 2023 and 89%']);
change('It fell from 88% in March 2022 to 85% in March 2023 and 83% in March 2024.', []);
change('It rose by 16% in five years, from 261 in 2016 to 418 in 2021.', ['16%']);
change('It rose by 60% in five years, from 261 in 2016 to 418 in 2021.', []);

// How the last inspection judged all services.
const last = (text: string, expected: readonly string[]): void =>
  check(
    'opposite-claims',
    `## Executive summary\n\n${text}\n\n### Previous Ofsted inspections\n\n- Overall effectiveness: inadequate\n`,
    expected,
  );
last('Services are better since the previous\n    inspection, in 2014, judged them to require improvement.', [
  'require improvement',
]);
last('Services are better since the previous inspection, in 2014, judged them to be inadequate.', []);

// A sample that has a number, and the day of the last inspection as a label or told by *we*.
check(
  'figure-conflict',
  twoPlaces(
    'In our sample of 25 mooring licences, nine had expired.',
    'In our sample of 28 mooring licences, all were old.',
  ),
  ['25'],
);
check(
  'figure-conflict',
  twoPlaces(
    'In a sample of 25 mooring licences, nine had expired.',
    'In a sample of 28 mooring licences, all were old.',
  ),
  [],
);
check(
  'figure-conflict',
  twoPlaces('We last inspected HMP Weir in 2019.', 'Date of last inspection: 5–16 November 2018'),
  ['16 November 2018'],
);
check(
  'figure-conflict',
  twoPlaces('When we last inspected, in 2018, it leaked.', 'Date of last inspection: 5–16 November 2018'),
  [],
);
check(
  'figure-conflict',
  twoPlaces('We last inspected mooring licences at the weir in 2019.', 'Date of last inspection: 5–16 November 2018'),
  [],
);

// What a short sentence says of the numbers in the next.
change('Capsizes had risen. There had been 88 on the weir, compared with 121 the year before.', ['121']);
change('Capsizes had fallen. There had been 88 on the weir, compared with 121 the year before.', []);
change('Attendance had fallen. There had been 121 absences, compared with 88 the year before.', []);

// A part *of whom*, and the rest; a response rate.
sum('There are 17 officers, of whom 12 swim. The other six do not.', ['six']);
sum('There are 17 officers, of whom 12 swim. The other five do not.', []);
sum('We asked all 149 councils and received 112 replies, a response rate of 65%.', ['65%']);
sum('We asked all 149 councils and received 112 replies, a response rate of 75%.', []);
days('This inspection took place in June 2024.', ['June 2024']);
days('This inspection took place in April 2023.', ['April 2023']);
days('This inspection took place in April 2024.', []);
days('This inspection was carried out after complaints in June 2023.', []);

// Where more is told than two parts, where one may be both, and where two bodies stand side by side.
sum('Of the 30 homes, 12 were seen. The other ten were closed and eight were new.', []);
count('The board has 12 members, six of whom are women and five of whom are new.', []);
count('The trust has 14 boats, nine with engines and six with sails.', []);
check('name-variant', twoPlaces('The mooring licences panel and the mooring licences board meet.', 'It is dry.'), []);
sum('Nearly half (41%) of swimmers are old.', []);

check(
  'name-variant',
  twoPlaces('The registered manager is Helen Marsden.', 'Helen Marsdon, the registered manager, works nights.'),
  ['Helen Marsdon'],
);
check(
  'name-variant',
  twoPlaces('The director of services, Susan Hargreaves, is kind.', 'The director, Susanne Hargreave, is kind.'),
  ['Susanne Hargreave'],
);
check(
  'name-variant',
  twoPlaces('The governor, Mark Tilley, left.', 'The chair, Mark Wells, and Mr Paul Tilley stayed.'),
  [],
);
check('name-variant', twoPlaces('The home in Mill Lane closed.', 'The home by Mill Lake opened.'), []);
check(
  'name-variant',
  twoPlaces('The headteacher, Mrs Lesley Okafor, leads.', 'Mrs Leslie Okafor, the headteacher, leads.'),
  ['Leslie Okafor'],
);
check('name-variant', twoPlaces('The governor, Mark Tilley, left.', 'The deputy governor, Mark Tinsley, stayed.'), []);
check('name-variant', twoPlaces('The manager, Mrs Patricia Dunne, left.', 'Her deputy, Mr Patrick Dunn, stayed.'), []);
check('name-variant', twoPlaces('The principal, Ruth Allan, left.', 'The chair, Ruth Allen, stayed.'), []);
check('name-variant', twoPlaces('The chair, Sir Ian Marsh, left.', 'Dr Ian March stayed.'), []);
check('name-variant', twoPlaces('Councillor Ian Marsh left.', 'Cllr Ian March stayed.'), ['Ian March']);
check('name-variant', twoPlaces('Councillor John Brown left.', 'Councillor Joan Brown stayed.'), []);
