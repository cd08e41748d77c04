import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundIn } from './foundIn.ts';

/** Which rules of consistency ask about a summary and a finding, and, if there is one, a recommendation. */
export function checkTwoPlaces(summary: string, finding: string, expected: string, recommendation = ''): void {
  test(`${expected === '' ? 'nothing' : expected}: ${summary} ${finding} ${recommendation}`, () => {
    const asked = recommendation === '' ? '' : `## Recommendations\n\n1. ${recommendation}\n\n`;
    const text = `## Executive summary\n\n${summary}\n\n${asked}## Inspection findings\n\n2. Visits are regular.\n\n3. ${finding}\n`;
    const found = foundIn(text, undefined, ({ group }) => group === 'consistency');
    assert.equal([...new Set(found.map(({ rule }) => rule))].join(' '), expected);
  });
}
