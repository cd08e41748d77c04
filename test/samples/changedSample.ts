import { readFileSync } from 'node:fs';
import { changedDocument, type Document, documentOf } from '../../server/src/syntax/document.ts';

/** The reference report as it was published. */
export const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');

const published = documentOf(sample);

/**
 * The sample with some of its words changed. It is read as in the editor, where what an edit leaves alone is known already:
 * so a hundred changed samples do not take a hundred times as long. That this gives what a fresh reading gives is shown in
 * `test/syntax/properties.test.ts` and `test/lsp/session.test.ts`.
 */
export function changedSample(text: string): Document {
  const most = Math.min(sample.length, text.length);
  let from = 0;
  while (from < most && sample.charCodeAt(from) === text.charCodeAt(from)) from++;
  let [to, end] = [sample.length, text.length];
  while (Math.min(to, end) > from && sample.charCodeAt(to - 1) === text.charCodeAt(end - 1)) {
    to--;
    end--;
  }
  return changedDocument(published, text, { from, to, length: end - from });
}
