import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundIn } from './foundIn.ts';
import { hardWrapped } from './hardWrapped.ts';

/** What the findings lack of the summary is the one thing that depends on which of two places is the summary. */
const ofSummary = 'figure-not-found';

/**
 * Which rules of consistency ask about a summary and a finding, and, if there is one, a recommendation. They ask the same
 * where the two have changed places, and stand in broken lines.
 */
export function checkTwoPlaces(summary: string, finding: string, expected: string, recommendation = ''): void {
  test(`${expected === '' ? 'nothing' : expected}: ${summary} ${finding} ${recommendation}`, () => {
    assert.equal(asking(summary, finding, recommendation).join(' '), expected);
    if (recommendation !== '') return;
    const others = (rules: readonly string[]): readonly string[] =>
      rules.filter(rule => rule !== ofSummary && rule !== '');
    assert.deepEqual(
      others(asking(finding, summary, '', hardWrapped)),
      others(expected.split(' ')),
      'the two have changed places',
    );
  });
}

function asking(
  summary: string,
  finding: string,
  recommendation: string,
  written = (text: string) => text,
): readonly string[] {
  const asked = recommendation === '' ? '' : `## Recommendations\n\n1. ${recommendation}\n\n`;
  const text = `## Executive summary\n\n${summary}\n\n${asked}## Inspection findings\n\n2. Visits are regular.\n\n3. ${finding}\n`;
  const found = foundIn(written(text), undefined, ({ group }) => group === 'consistency');
  return [...new Set(found.map(({ rule }) => rule))];
}
