import { test } from 'node:test';
import { checkText as check } from './importCheck.ts';

const long = 'Social workers know the children well, and they visit them as often as plans say. '.repeat(6).trim();
const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
const ends = ['ask', 'write', 'call', 'plan', 'help', 'listen', 'decide', 'agree'];
const paragraph = (number: number) => `${number}. ${long} They ${ends[number - 1]}.`;
const said = (number: number) => (number === 1 ? paragraph(1).replace('well,', 'well[^1],') : paragraph(number));
const own = (number: number) => (number === 1 ? paragraph(1).replace('well,', 'well1,') : paragraph(number));
const note = 'This note says why.';
const head = 'Inspection findings';
const written = numbers.map(said);

test('a note’s number above its page’s, in a text without lines', () =>
  check(
    `${head} ${numbers.map(number => `${own(number)}${number === 1 ? ` 1 ${note}` : ''} ${number}`).join(' ')}`,
    [`## ${head}`, written[0], `[^1]: ${note}`, ...written.slice(1)].join('\n\n'),
  ));

test('text that a page’s note has cut, in a text without lines', () => {
  check(
    `${head} ${own(1)} 1 ${note} ${numbers.slice(1).map(own).join(' ')}`,
    [`## ${head}`, written[0], `[^1]: ${note}`, ...written.slice(1)].join('\n\n'),
  );
  check(
    `${head} ${own(1)} ${own(2).replace('They write.', `They 1 ${note} write.`)} ${numbers.slice(2).map(own).join(' ')}`,
    [`## ${head}`, ...written.slice(0, 2), `[^1]: ${note}`, ...written.slice(2)].join('\n\n'),
  );
});

test('a note’s number alone on its line, above its page’s', () =>
  check(
    `${head}\n${numbers.map(number => `${own(number)}\n${number === 1 ? `1\n${note}\n` : ''}\n${number}\n`).join('\n')}`,
    [`## ${head}`, written[0], `[^1]: ${note}`, ...written.slice(1)].join('\n\n'),
  ));

test('numbers of recommendations are not those of pages', () => {
  const tagged = (number: number) => `${paragraph(number)} (Recommendations ${number} and ${number + 1})`;
  check(`${head} ${numbers.map(tagged).join(' ')}`, [`## ${head}`, ...numbers.map(tagged)].join('\n\n'));
});

test('a note ends where the next paragraph begins, with no blank line between', () =>
  check(
    `${head}\n1. One1.\n2. Two.\n\n1 A note of\ntwo lines.\n3. Three.\n4. Four.`,
    `## ${head}\n\n1. One[^1].\n\n2. Two.\n\n[^1]: A note of two lines.\n\n3. Three.\n\n4. Four.`,
  ));

test('an item above a note’s number is not its text, nor is the note before', () =>
  check(
    'Text1 is\nhere2.\n\nWhat needs to improve?\n• One.\n• Two.\n1\nA note.\n2\nAnother.\f',
    'Text[^1] is here[^2].\n\n## What needs to improve?\n\n- One.\n- Two.\n\n[^1]: A note.\n\n[^2]: Another.',
    'ofsted-ilacs',
  ));

test('a section that begins several pages is no running head, nor are a sentence’s last words', () =>
  check(
    [1, 2, 3, 4].map(number => `${head}\n\n${number}. One said:\n‘They listen.’\n`).join('\f'),
    [1, 2, 3, 4].map(number => `## ${head}\n\n${number}. One said: ‘They listen.’`).join('\n\n'),
  ));

test('a title at the head of the cover that is every page’s foot stays', () => {
  const title = 'A review of homes in Ely';
  const pages = [1, 2, 3, 4].map(number => `${number}. ${long}`);
  check(
    pages
      .map((text, i) => `${i === 0 ? `Ely Council\n\n${title}\n\n${head}\n\n` : ''}${text}\n\n${title}\n${i + 1}\n`)
      .join('\f'),
    [`Ely Council`, title, `## ${head}`, ...pages].join('\n\n'),
  );
});

test('the number of a section that follows its word starts no paragraph', () => {
  const said = 'Visits start on time, and the hall in which they take place has been refurbished.';
  const items = [1, 2, 3].map(number => `${number}. ${long}`);
  check(
    [...items, 'Section 4. Food', said, 'Section 5. Rooms', said].join('\n\n'),
    [...items, 'Section 4. Food', said, 'Section 5. Rooms', said].join('\n\n'),
    'generic',
  );
});

test('paragraphs that a report of another kind numbers by parts keep their numbers', () => {
  const parts = [1, 2].flatMap(part => [1, 2, 3, 4].map(number => `${part}.${number} ${long}`));
  check(parts.join('\n\n'), parts.join('\n\n'), 'generic');
  const few = parts.slice(0, 4);
  check(few.join('\n\n'), few.join('\n\n').replace(/^(\d)\./gm, '$1\\.'), 'generic');
});
