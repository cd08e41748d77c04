import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PassageShelf, passagesOf } from '../../server/src/model/words/passages.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const sentence = 'Every child who spoke to inspectors had met the same social worker for at least two years.';

/** The names of the other reports in which the sentence stands, of so many that have it, twice each. */
function check(copies: number, most: number): string[] {
  const shelf = new PassageShelf();
  const text = `---\nprovider: Norwood\n---\n\n1. ${sentence}\n\n2. ${sentence}\n`;
  for (let i = 0; i <= copies; i++) shelf.put(`place ${i}`, passagesOf(documentOf(text), `report ${i}`));
  const [print] = passagesOf(documentOf(sentence), '').prints;
  assert.ok(print !== undefined);
  return shelf
    .sharing('place 0')(print, most)
    .map(({ name }) => name);
}

test('the others that share a passage, each once', () => assert.deepEqual(check(2, 2), ['report 1', 'report 2']));
test('what stands in more than are asked for stands in none', () => assert.deepEqual(check(3, 2), []));
