import assert from 'node:assert/strict';
import { marked, withMarks } from '../notation.ts';
import { inlineMarks } from './outline.ts';

/** What stands in a text, marked under it: exactly this, and nothing else. */
export function checkInlines(notation: string): void {
  const { text } = marked(notation);
  assert.equal(withMarks(text, inlineMarks(text)), notation);
}
