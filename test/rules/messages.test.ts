import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundIn } from './foundIn.ts';

/** What one rule says of a text, a message a finding. */
function check(rule: string, text: string, ...expected: string[]): void {
  test(`${rule}: ${text.replace(/\s+/g, ' ').slice(-70)}`, () => {
    const found = foundIn(text, undefined, ({ id }) => id === rule);
    assert.deepEqual(
      found.map(({ message }) => message),
      expected,
    );
  });
}

const finding = (text: string): string => `## Inspection findings\n\n1. ${text}\n`;

// One section is missing, and several are.
const sections = (...titles: string[]): string =>
  [
    '# Children’s services in Ely are good',
    ...['Executive summary', 'Information about this local authority area', ...titles].map(title => `## ${title}`),
    '## The experiences and progress of children who need help and protection\n',
  ].join('\n\nText.\n\n');
const missing =
  '“The experiences and progress of children looked after and achieving permanence”, “Leadership, management and governance”, “Information about this inspection” and “The inspection team”';
const others = `4 sections are missing after this one: ${missing}. Add their headings.`;
check(
  'missing-section',
  sections(),
  'The section “Recommendations” is missing before this one. Add its heading.',
  others,
);
check('missing-section', sections('Recommendations'), others);

// What is wrong with a tag.
const brokenOff = 'This is not read as a tag, for its list of numbers is broken off. Write “(Recommendation 3)”.';
check('tag-spelling', finding('Help is late. (Recommendation 3-)'), brokenOff);
check('tag-spelling', finding('Help is late. (Recommendation 3 and -)'), brokenOff);
