import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import { idsAfter } from '../../server/src/model/idsAfter.ts';
import { renumbering } from '../../server/src/model/numbering/renumbering.ts';
import { renamableAt } from '../../server/src/model/renaming.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { marked } from '../notation.ts';
import { reportIn } from '../reportIn.ts';

const shown = (ids: ReadonlyMap<string, string>): string => [...ids].map(pair => pair.join(' → ')).join(', ');

/** What links must name after the report is renumbered. */
function renumbered(text: string, expected: string): void {
  const report = reportIn(text);
  assert.equal(shown(idsAfter(report, renumbering(report))), expected);
}

/** What links must name after the thing at the cursor is renamed. */
function renamed(notation: string, name: string, expected: string): void {
  const { text, cursor = 0 } = marked(notation);
  const report = reportIn(text);
  const edits = renamableAt(report, cursor)?.renamed(name);
  assert.ok(edits !== undefined && typeof edits !== 'string');
  assert.equal(shown(idsAfter(report, edits)), expected);
}

test('the numbers that change, of recommendations and of findings', () =>
  renumbered(
    '## Recommendations\n\n1. Act.\n\n3. Act soon.\n\n## Leadership, management and governance\n\n### Inspection findings\n\n5. Late.\n',
    'paragraph-3 → paragraph-2, paragraph-5 → paragraph-3, recommendation-3 → recommendation-2',
  ));

test('a number that stands twice leads to nothing for certain', () =>
  renumbered(
    '## Recommendations\n\n1. Act.\n\n4. Act soon.\n\n4. Act again.\n\n5. Act at last.\n',
    'paragraph-5 → paragraph-4, recommendation-5 → recommendation-4',
  ));

test('R3 is also 3, and where nothing else has numbers a paragraph’s', () => {
  const framework = {
    ...builtInFramework('ofsted-sif')!,
    numbering: [{ roles: ['recommendations'], form: 'R1', start: 1 }] as const,
  };
  const report = reportOf(documentOf('## Recommendations\n\nR1 Act.\n\nR3 Act soon.\n'), framework);
  assert.equal(
    shown(idsAfter(report, renumbering(report))),
    'paragraph-R3 → paragraph-R2, paragraph-3 → paragraph-2, recommendation-R3 → recommendation-R2, recommendation-3 → recommendation-2',
  );
});

test('the name of a section, and nothing else that a name is written in', () => {
  renamed('## Annex {#an$0nex}\n\nSee [it](#annex).\n', 'end', 'annex → end');
  renamed('Text[^an$0nex].\n\n## Annex {#annex}\n\n[^annex]: Note.\n', 'end', '');
});
