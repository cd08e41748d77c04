import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksWhere, blocksWith, type Look, type Search, searchFor } from '../../server/src/model/blocksWith.ts';
import { MarkSearch, placesAtMarks } from '../../server/src/model/markSearch.ts';
import { changedDocument, type Document, documentOf } from '../../server/src/syntax/document.ts';

const text = '# Title\n\nOne ?? two.\n\n- a\n- b??\n\nThree\n??.\n\nFour.\n\n- c\n- d\n';

/** Searches and a look of which nothing is known yet; one reads into the next block, the look in those two further on. */
const searches: readonly (() => Search)[] = [
  () => /\?\?/g,
  () => /\S(?=\s*Three|\n- d)/g,
  () => /(?<=two\.\s{2}|b\?\?\s{2})\S/g,
  () => searchFor('?', '- '),
  () => new MarkSearch('?', (text, at) => (text.charAt(at + 1) === '?' ? at : -1)),
  // What it looks for begins in the block above.
  () => new MarkSearch('#-', (text, at) => (text.charAt(at - 3) === '.' ? at - 3 : -1)),
];
const bullets = (): Look => {
  return ({ blocks }, index) => blocks[index]?.kind === 'plain' && blocks[index + 2]?.kind === 'bullet';
};

const found = (document: Document, search: Search) =>
  [...blocksWith(document, search)].map(({ index, places }) => [index, places]);

test('a search finds what stands at the very beginning', () => {
  assert.deepEqual(found(documentOf('?? One.\n\nTwo.'), searchFor('??')), [[0, [0]]]);
});

test('after any edit a search finds the same places, and a look the same blocks, as one that begins anew', () => {
  const before = documentOf(text);
  const seen = new Set<number>();
  for (let from = 0; from <= text.length; from++) {
    for (const [length, typed] of [
      [0, 'x'],
      [0, '??'],
      [0, '\n\n'],
      [0, '- c\n'],
      [1, ''],
      [4, ''],
      [9, '\n\n# Part\n\n'],
    ] as const) {
      const to = Math.min(text.length, from + length);
      const source = text.slice(0, from) + typed + text.slice(to);
      const after = changedDocument(before, source, { from, to, length: typed.length });
      for (const search of searches) {
        const known = search();
        found(before, known);
        assert.deepEqual(found(after, known), found(after, search()), JSON.stringify(source));
      }
      const look = bullets();
      blocksWhere(before, look);
      const where = blocksWhere(after, look);
      assert.deepEqual(where, blocksWhere(after, bullets()), JSON.stringify(source));
      seen.add(where.length);
    }
  }
  assert.ok(seen.size > 2);
});

test('a search at marks is asked at its own marks only, those of its ranges too, and gives its places in order', () => {
  const asked: string[] = [];
  const search = new MarkSearch(
    '?#',
    (source, at) => {
      asked.push(source.charAt(at));
      return source.charAt(at) === '#' ? at : at - 1;
    },
    [[0x61, 0x62]],
  );
  const document = documentOf('# Title\n\nA c? Bab.\n');
  assert.deepEqual(placesAtMarks(document, search), [0, 11, 14, 15]);
  assert.deepEqual(asked, ['#', '?', 'a', 'b']);
  assert.deepEqual(search.placesIn('c? #'), [0, 3]);
  const later = new MarkSearch('#', (_, at) => at + 3);
  assert.deepEqual(placesAtMarks(document, later), [3], 'one that was made after the text was read');
});

test('a search at marks finds what stands far on in a long text, where one stretch that is read ends and the next begins', () => {
  const search = new MarkSearch('?', (source, at) => (source.charAt(at + 1) === '?' ? at : -1));
  const places = Array.from({ length: 100 }, (_, i) => 0x8000 - 80 + i).concat(0xffff, 0x1ffff);
  for (const place of places) {
    const source = `${'a'.repeat(place)}??${'b'.repeat(50)}`;
    assert.deepEqual(placesAtMarks(documentOf(source), search), [place]);
  }
});
