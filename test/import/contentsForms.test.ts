import { test } from 'node:test';
import { checkText as check } from './importCheck.ts';

const titles = [
  'Executive summary',
  'Information about this local authority area',
  'Summary for children and young people',
  'The local authority’s strengths',
  'Progress since the last inspection',
  'Inspection judgements about the local authority',
  'The Local Safeguarding Children Board',
  'What the inspection judgements mean',
  'Information about this inspection',
  'What does the local authority need to improve?',
];
const texts = titles.map((title, i) => `${title}\n\nChildren ${'abcdefghij'.charAt(i)} are safe.`);
const pages = titles.map((_, i) => String(3 + 2 * i));

/** Expects that the contents are left out, and that all sections are there. */
function checkContents(contents: string): void {
  check(`Contents\n${contents}\n\n${texts.join('\n\n')}`, `## ${texts.join('\n\n## ')}`, 'ofsted-sif-2014');
}

test('contents whose pages stand below their titles', () => {
  for (const gap of ['\n', '\n\n']) checkContents(titles.map((title, i) => `${title}${gap}${pages[i]}`).join(gap));
});

test('contents whose pages stand below all titles', () => checkContents([...titles, ...pages].join('\n')));

test('contents whose pages stand below all titles, of which two are on one page', () =>
  checkContents([...titles, '3', ...pages.slice(0, -1)].join('\n')));

test('contents without pages', () => checkContents(titles.join('\n')));
