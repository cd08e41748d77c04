import { checkByRule as check } from './checkByRule.ts';

// *Isn’t* says what *is not* says, also where it is the first *not* that is read at all: so these stand in a file of their own.

const said = (summary: string, finding: string): string =>
  `## Executive summary\n\n${summary}\n\n## Inspection findings\n\n1. ${finding}\n\n2. The board doesn’t meet, and won’t.\n`;

check(
  'opposite-claims',
  said('Practice isn’t robust and oversight is weak.', 'Management oversight of practice isn’t robust.'),
  [],
);
check(
  'opposite-claims',
  said('Later life letters aren’t completed in a timely way.', 'Later life letters are completed in a timely way.'),
  ['Later life letters aren’t completed in a timely way'],
);
check(
  'opposite-claims',
  said('The board won’t hear of later life letters.', 'The board will not hear of later life letters.'),
  [],
);
