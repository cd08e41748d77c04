import { checkTwoPlaces as check } from './checkTwoPlaces.ts';

const opposite = 'opposite-claims';

// What people told inspectors is said as plainly as what inspectors saw.
check(
  'Wardens are content to work on the island.',
  'Wardens told inspectors that they are not content to work on the island.',
  opposite,
);
check(
  'Harbour byelaws are well understood by skippers.',
  'Skippers do not share an understanding of harbour byelaws.',
  opposite,
);

// What is hardly done, and what is done with all.
check('Exit talks are held with all anglers who leave.', 'Exit talks are rarely held.', opposite);
check('Exit talks are held with some anglers who leave.', 'Exit talks are rarely held.', '');

// Who has charge of it.
const panel = 'The moorings panel is chaired by the harbour master.';
check(panel, 'The moorings panel, chaired by the lead warden, has met twice.', opposite);
check(panel, 'The moorings panel, chaired by Ann Frobisher, has met twice.', '');
check(panel, 'The moorings panel was chaired by the lead warden.', '');
check(panel, 'The ferries panel, chaired by the lead warden, has met twice.', '');
const north = 'The moorings panel is chaired by the harbour master in the north.';
check(north, 'The moorings panel is chaired by the lead warden in the south.', '');
check('The moorings panel is managed by the council.', 'The moorings panel is managed by the lead warden.', '');
check('Permit audits are carried out by a charity.', 'Permit audits are undertaken by wardens.', opposite);
check('Permit audits are carried out by a charity.', 'Permit audits are undertaken by wardens in winter.', '');
check('The rescue service is provided by the council.', 'The rescue service is provided by a charity.', opposite);

// What a recommendation asks to do once has been done.
const appoint = 'Appoint a permanent harbour pilot.';
check('A permanent harbour pilot has been appointed.', 'Tides are high.', opposite, appoint);
check('The trust has now appointed a permanent harbour pilot.', 'Tides are high.', opposite, appoint);
check('A permanent harbour pilot has been appointed for the north.', 'Tides are high.', '', appoint);
check('A permanent harbour pilot has been appointed by one of the trusts.', 'Tides are high.', '', appoint);
check('A permanent harbour pilot has been appointed, but has not begun.', 'Tides are high.', '', appoint);
check('A permanent harbour pilot has been appointed. This is not yet widely known.', 'Tides are high.', '', appoint);
check('A permanent harbour pilot has been appointed. The second has not.', 'Tides are high.', '', appoint);
check('A permanent harbour pilot is being appointed.', 'Tides are high.', '', appoint);
check('A harbour pilot has been appointed.', 'Tides are high.', '', appoint);
check(
  'A permanent harbour pilot has been appointed.',
  'Tides are high.',
  '',
  'Appoint another permanent harbour pilot.',
);

// Within how long it is done is part of what is done.
const half = 'Most skippers are given a mooring permit within 72 hours.';
check(half, 'Only 12% of skippers are given a mooring permit within 72 hours.', 'quantifier-drift');
check(half, 'Only 12% of skippers are given a mooring permit within 24 hours.', '');

// Caseloads of all teams, and of one.
check('Caseloads are manageable in all teams.', 'Caseloads are too high for wardens in the ferries team.', opposite);
check('Caseloads are manageable.', 'Caseloads are too high for wardens in the ferries team.', '');

// How long it takes, to the day.
check(
  'Wardens pass on distress calls to the coastguard on the same day.',
  'Wardens take several days to pass on distress calls.',
  opposite,
);

// How a number goes: since one year, in two words, not at all, and before another time.
check('Groundings have fallen since 2015.', 'Groundings have increased since 2015.', opposite);
check('Groundings have fallen since 2015.', 'Groundings increased in 2015.', '');
check('Lifeboat launches have gone down.', 'Lifeboat launches are rising.', opposite);
check(
  'The number of mooring permits has remained stable.',
  'The number of mooring permits has increased sharply.',
  opposite,
);
check(
  'The number of mooring permits has remained stable.',
  'The number of mooring permits has increased slightly.',
  '',
);
check(
  'The number of mooring permits has remained stable over the past year.',
  'The number of mooring permits has increased sharply since 2012.',
  '',
);
check('Pontoon stability has improved.', 'Pontoon stability had deteriorated before the last visit.', '');

// Parents are others than young people, and what a word is of stands before it.
const divers = 'Young people are involved in the training of divers.';
check(divers, 'Young people are not involved in training divers.', opposite);
check(divers, 'Parents are not involved in training divers.', '');
check('Boatyard leases are granted without delay.', 'There are delays in granting boatyard leases.', opposite);
check('Boatyard leases are granted without delay.', 'There are delays in granting quayside leases.', '');
check('Buoys are repaired promptly.', 'There are delays in repairing buoys.', opposite);
check('Buoys are repaired promptly.', 'There are delays in painting buoys.', '');

// The same word of both denies nothing, and what is always so is denied by *not always*.
const dives = 'Harbour staff carry out unannounced dives.';
check(dives, 'Harbour staff do not carry out unannounced dives.', opposite);
check(dives, 'Contractors do not carry out unannounced dives.', '');
const berths = 'Stranded young people are always found a berth.';
check(berths, 'Stranded young people are not always found a berth.', 'quantifier-drift');
check('A new moorings strategy has been published.', 'Tides are high.', opposite, 'Publish a new moorings strategy.');
check('A moorings strategy has been published.', 'Tides are high.', '', 'Publish a new moorings strategy.');

// What was so at the last inspection, and what is so now.
const known = 'Wardens have an accurate understanding of tide tables.';
check(known, 'Wardens do not have an accurate understanding of tide tables.', opposite);
check(known, 'At the last inspection, wardens did not have an accurate understanding of tide tables.', '');
check(known, 'Until recently, wardens did not have an accurate understanding of tide tables.', '');

// Most, and those who are left.
const kept = 'Most skippers have an up-to-date mooring permit.';
check(kept, 'A significant minority of skippers do not have an up-to-date mooring permit.', '');
check(kept, 'The majority of skippers do not have an up-to-date mooring permit.', 'quantifier-drift');

// Few of one kind, most of another; and what *them* stands for.
const moored = 'Most skippers moor at stone pontoons.';
check(moored, 'Few skippers moor at stone pontoons.', 'quantifier-drift');
check(moored, 'Few skippers moor at cork pontoons.', '');
const rescued = 'Rescue crews always attend tide briefings.';
check(rescued, 'Tide briefings are short, but rescue crews rarely attend them.', 'quantifier-drift');
check(rescued, 'Lantern drills are short, but rescue crews rarely attend them.', '');

// What is done against delay is none.
check(
  'Licences are granted to skippers without delay.',
  'Pilots help with reducing delays for skippers in granting licences.',
  '',
);

// *There are* after a comma begins something else.
check(
  'Personal tide plans are of high quality.',
  'Mooring plans are poor, there are delays in appointing personal tide wardens.',
  '',
);

// A change of what stands in other words: who they are, fewer than before, what is good, and a verb before.
const permits = 'A rise in the number of boats that are subject to harbour permits has put pressure on wardens.';
check(permits, 'The number of boats subject to harbour permits has fallen over the past year.', opposite);
check(permits, 'The number of boats subject to quayside permits has fallen over the past year.', '');
const fewer = 'Fewer boats are moored at a distance from home than at the time of the last visit.';
check(fewer, 'The number of boats moored at a distance from home has grown since the last visit.', opposite);
check(fewer, 'The number of boats moored at a distance from home has grown nationally.', '');
check('Pontoon attendance is improving.', 'Pontoon attendance has dropped over the last two years.', opposite);
check('Pilot turnover has reduced.', 'Turnover of pilots remains high and has risen again this year.', opposite);
check('Waiting times for tide licences have shortened.', 'Waiting times for tide licences have increased.', opposite);

// What is said not to be there, and is spoken of.
const crew = 'There is no standby night rescue crew.';
check(crew, 'The standby night rescue crew responds promptly and shares its logs.', opposite);
check(crew, 'The standby day rescue crew responds promptly and shares its logs.', '');
check(crew, 'The trust plans to recruit a standby night rescue crew.', '');
check(
  'At the last inspection, there was no standby night rescue crew.',
  'The standby night rescue crew responds promptly.',
  '',
);
check(
  'Exit talks are not held with pilots who leave.',
  'The trust draws on exit talks with pilots who leave.',
  opposite,
);
check('Exit talks are not held with cooks who leave.', 'The trust draws on exit talks with pilots who leave.', '');
const mentors = 'Young anglers do not have access to harbour mentors.';
check(mentors, 'Young anglers speak warmly of their harbour mentors.', opposite);
check(mentors, 'Retired pilots speak warmly of their harbour mentors.', '');
check(mentors, 'Young anglers would like harbour mentors.', '');

// Names before what they are of, and what was done anew.
const lanterns = 'Young anglers receive help from the Phoenix team.';
check(lanterns, 'The trust has enlarged the Pheonix team.', 'name-variant');
check(lanterns, 'The trust has enlarged the Osprey team.', '');
check('The Lanterns service helps anglers.', 'Pilots know the Lantern service well.', 'name-variant');
const pier = 'The ferry pier was redesigned in September 2016.';
check(pier, 'Since the ferry pier was redesigned in April 2015, queues are shorter.', 'figure-conflict');
check(pier, 'Since the cargo pier was redesigned in April 2015, queues are shorter.', '');
check('Support for pilots is excellent.', 'Support for pilots is adequate, but too few use it.', opposite);

// Who tells it is no part of what is told.
check('Staff morale is high.', 'Pilots told inspectors that morale is low.', opposite);
const most = 'Most pilots said that contact with the harbour office is good.';
check(most, 'Few pilots said that contact with the harbour office is good.', 'quantifier-drift');
const matched = 'The matching of tides and berths is careful and well recorded.';
check(matched, 'Wardens acknowledge that the matching of tides and berths is not well recorded.', 'quantifier-drift');

// Who provides it.
const guides = 'The council does not provide mentors for young anglers.';
check(guides, 'Mentors for young anglers, provided by the council, give them confidence.', opposite);
check(guides, 'Mentors for young anglers, provided by a charity, give them confidence.', '');

// Demand for something, a standard, and what went live.
check(
  'Demand for tide licences has risen.',
  'There has been a fall in demand for tide licences since spring.',
  opposite,
);
check('Demand for tide licences has risen.', 'There has been a fall in demand for harbour tours since spring.', '');
check('Tide work is of a consistently high standard.', 'The standard of tide work is inconsistent.', opposite);
check('Tide work is of a consistently high standard.', 'The standard of pilot work is inconsistent.', '');
const logs = 'The new tide logging system, introduced in May 2016, has improved practice.';
check(logs, 'The new tide logging system went live in November 2016.', 'figure-conflict');
check(logs, 'The new radio system went live in November 2016.', '');
check('Tide tables are well understood by pilots.', 'Pilot crews do not understand tide tables well.', opposite);
check('Pilots feel well supported.', 'Cooks told inspectors that they do not feel supported by the council.', '');
