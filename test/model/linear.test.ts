import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestRecommendations } from '../../server/src/model/suggestions/suggestions.ts';
import { PassageShelf, passagesOf } from '../../server/src/model/words/passages.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { breaks } from './seriesBreaks.ts';

// Texts that would take minutes if what is seen were looked at again and again. There is no clock here: then these tests
// hang, and that is seen.

test('what a tag in a very long text may mean', () => {
  const words = Array.from({ length: 60_000 }, (_, at) => `w${at.toString(36)} supervision;`).join(' ');
  const recommendations = [
    words,
    'Ensure that social workers receive regular supervision.',
    'Improve the timeliness of dental checks.',
  ].map((text, i) => ({ number: `${i + 1}`, text, section: 'Recommendations' }));
  const text = `${words} ${'x'.repeat(500_000)}`;
  const [suggestions] = suggestRecommendations(recommendations, [{ text, tagAt: text.length, section: 'Findings' }]);
  assert.deepEqual(
    suggestions?.slice(0, 2).map(({ recommendation }) => recommendation),
    [0, 1],
  );
});

test('on a shelf of copies no more are looked at than are asked for', () => {
  const sentence = 'Every child who spoke to inspectors had met the same social worker for at least two years.';
  const shelf = new PassageShelf();
  for (let i = 0; i <= 20_000; i++)
    shelf.put(`place ${i}`, passagesOf(documentOf(`1. ${sentence}\n\n2. ${sentence}\n`), `report ${i}`));
  const [print] = passagesOf(documentOf(sentence), '').prints;
  assert.ok(print !== undefined);
  assert.deepEqual(shelf.sharing('place 0')(print, 2), []);
});

test('a series of 20,000 numbers in no order', () => {
  const numbers = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 999) + 1);
  breaks(numbers.join(' '), '1');
});
