import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRange } from '../../server/src/features/selectionRange.ts';
import { fixture } from './fixture.ts';

/** What is selected at the cursor step by step, each on its line with ⏎ for its line ends. */
function check(notation: string, ...expected: readonly string[]): void {
  const { report, cursor } = fixture(notation);
  const selected: string[] = [];
  for (let next: SelectionRange | undefined = selectionRange(report, cursor); next !== undefined; next = next.parent) {
    const [from, to] = [report.text.offsetAt(next.range.start), report.text.offsetAt(next.range.end)];
    selected.push(report.document.source.slice(from, to).replaceAll('\n', '⏎'));
  }
  assert.deepEqual(selected, expected);
}

test('the sentence, the paragraph without and with its number, its section, all', () => {
  check(
    '# Title\n\n## Annex\n\n1. One is here. Tw$0o are\nthere. Three.',
    'Two are⏎there.',
    'One is here. Two are⏎there. Three.',
    '1. One is here. Two are⏎there. Three.',
    '## Annex⏎⏎1. One is here. Two are⏎there. Three.',
    '# Title⏎⏎## Annex⏎⏎1. One is here. Two are⏎there. Three.',
  );
});

test('a heading’s words, the heading, its section', () => {
  check('# Title\n\n## An$0nex\n\nText.', 'Annex', '## Annex', '## Annex⏎⏎Text.', '# Title⏎⏎## Annex⏎⏎Text.');
});

test('all of an empty report', () => check('$0', ''));

test('nothing of a section above, or below', () => {
  const report = '# A\n\nOne.\n\n# B\n\nT$0wo.\n\n# C\n\nThree.';
  check(report, 'Two.', '# B⏎⏎Two.⏎⏎', report.replace('$0', '').replaceAll('\n', '⏎'));
});

test('a sentence ends and begins at quotation marks of each kind, and at brackets', () => {
  for (const [open, close] of ['“”', '‘’', '""', "''", '()', '[]'])
    check(
      `They left. ${open}So$0 it is.${close} ${open}Staff know.${close}`,
      `${open}So it is.${close}`,
      `They left. ${open}So it is.${close} ${open}Staff know.${close}`,
    );
});
