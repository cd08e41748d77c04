import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertPromises, assertSameFindings } from '../features/formatted.ts';
import { untidied } from '../features/untidied.ts';
import { corpusFiles, corpusReport, notThere } from './corpus.ts';

test('what was brought in is in its usual form, and is so again however untidy it has become', {
  skip: notThere,
}, () => {
  for (const file of corpusFiles()) {
    const { source } = corpusReport(file).document;
    assert.equal(assertPromises(source), source, file);
    const untidy = untidied(source, 1);
    assert.equal(assertPromises(untidy), source, file);
    assertSameFindings(untidy);
  }
});
