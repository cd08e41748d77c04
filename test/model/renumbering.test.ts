import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import type { Framework, SeriesKind } from '../../server/src/model/framework.ts';
import { renumbering, unclearNumbers } from '../../server/src/model/numbering/renumbering.ts';
import { type Report, reportOf } from '../../server/src/model/report.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const sif = builtInFramework('ofsted-sif')!;

function report(text: string, numbering: readonly SeriesKind[] = sif.numbering): Report {
  const framework: Framework = { ...sif, numbering };
  return reportOf(documentOf(text), framework);
}

function renumbered(before: Report): string {
  let text = before.document.source;
  for (const edit of renumbering(before).reverse()) text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  return text;
}

/** Renumbers findings (or a whole text, if it has headings) and compares; a second renumbering finds nothing to do. */
function check(text: string, expected: string, numbering?: readonly SeriesKind[]): void {
  const heading = text.includes('## ') ? '' : '## Inspection findings\n\n';
  const after = renumbered(report(heading + text, numbering));
  assert.equal(after, heading + expected);
  assert.equal(renumbered(report(after, numbering)), after);
}

const lines = (...all: string[]) => all.join('\n\n');

test('a series that is right stays as it is', () =>
  check('1. A. See paragraph 7.\n\n2. B.', '1. A. See paragraph 7.\n\n2. B.'));

test('numbers become 1, 2, 3; what refers to them follows', () => {
  check(
    lines('1. A (see paragraph 5).', '3. B (see paragraphs 1 and 5).', '5. C (paragraph 3).'),
    lines('1. A (see paragraph 3).', '2. B (see paragraphs 1 and 3).', '3. C (paragraph 2).'),
  );
  check(lines('1. A.', '3. B.\n- see para 3'), lines('1. A.', '2. B.\n- see para 2'));
});

test('two that changed places keep their references', () =>
  check(
    lines('1. A.', '3. B.', '2. C.', '4. D: paragraphs 2, 3 and 4.'),
    lines('1. A.', '2. B.', '3. C.', '4. D: paragraphs 3, 2 and 4.'),
  ));

test('a range keeps the meaning of its ends', () => {
  check(
    lines('2. A.', '3. B.', '5. C (paragraphs 2–5, and paragraphs 3 to 5).'),
    lines('1. A.', '2. B.', '3. C (paragraphs 1–3, and paragraphs 2 to 3).'),
  );
  check(
    lines('1. A.', '4. B.', '2. C.', '3. D.', '5. E (paragraphs 2–4, 9–4).'),
    lines('1. A.', '2. B.', '3. C.', '4. D.', '5. E (paragraphs 2–3, 9–4).'),
  );
});

test('recommendations, tags and confirmed tags', () =>
  check(
    lines(
      '## Recommendations',
      '2. R.',
      '3. S (paragraph 5).',
      '## Inspection findings',
      '5. A. (Recommendation 2)',
      '6. B. (recommendations 2, 3)',
      '7. C. (Recommendation)<!-- 3 --> See recommendation 3.',
      '8. D. (Recommendations 2–3)',
    ),
    lines(
      '## Recommendations',
      '1. R.',
      '2. S (paragraph 3).',
      '## Inspection findings',
      '3. A. (Recommendation 1)',
      '4. B. (recommendations 1, 2)',
      '5. C. (Recommendation)<!-- 2 --> See recommendation 2.',
      '6. D. (Recommendations 1–2)',
    ),
  ));

test('links by number', () =>
  check(
    lines('2. A.', '4. See [that](#paragraph-2), [this](#paragraph-4), [other](other.inspection#paragraph-2).'),
    lines('1. A.', '2. See [that](#paragraph-1), [this](#paragraph-2), [other](other.inspection#paragraph-2).'),
  ));

test('what is outside the paragraphs follows too', () =>
  check(
    lines(
      '## Executive summary {.notices}',
      'See paragraph 3.[^1]',
      '[^1]: Also paragraph 3.',
      '## Inspection findings',
      '1. A.',
      '3. B.',
    ),
    lines(
      '## Executive summary {.notices}',
      'See paragraph 2.[^1]',
      '[^1]: Also paragraph 2.',
      '## Inspection findings',
      '1. A.',
      '2. B.',
    ),
  ));

test('a repeated number, and one that does not exist, cannot be followed', () => {
  check(
    lines('1. A.', '2. B.', '2. C.', '3. D: paragraphs 2, 3 and 9; paragraphs 1–2.'),
    lines('1. A.', '2. B.', '3. C.', '4. D: paragraphs 2, 4 and 9; paragraphs 1–2.'),
  );
  const before = report('## Inspection findings\n\n1. A: paragraph 2.\n\n3. B: paragraph 9.');
  assert.deepEqual(
    unclearNumbers(before).map(({ number }) => number),
    ['2'],
  );
});

test('entries and lists keep their numbers', () =>
  check(
    lines(
      '1. Children who need help and protection: Good',
      '## Previous Ofsted inspections',
      '4. List.',
      '## Inspection findings',
      '2. A.',
    ),
    lines(
      '1. Children who need help and protection: Good',
      '## Previous Ofsted inspections',
      '4. List.',
      '## Inspection findings',
      '1. A.',
    ),
  ));

test('numbers of a section and its paragraphs', () => {
  const numbering: SeriesKind[] = [{ roles: ['findings'], form: '1.1', start: 1 }];
  check(
    lines('1.1 A.', '1.3 B.', '2.2 C. See paragraph 1.3.', '2.3 D. See paragraphs 1.1 to 2.3.'),
    lines('1.1 A.', '1.2 B.', '2.1 C. See paragraph 1.2.', '2.2 D. See paragraphs 1.1 to 2.2.'),
    numbering,
  );
  check(
    lines('## Inspection findings', '1.1 A.', '## Inspection findings', '1.2 B.', '2.2 C.', '2.2 D.'),
    lines('## Inspection findings', '1.1 A.', '## Inspection findings', '1.2 B.', '2.1 C.', '2.2 D.'),
    numbering,
  );
  check(
    lines('## Inspection findings', '1.1 A.', '## Inspection findings', '1.1 B.', '2.2 C.', '2.3 D.'),
    lines('## Inspection findings', '1.1 A.', '## Inspection findings', '2.1 B.', '2.2 C.', '2.3 D.'),
    numbering,
  );
});

test('each word means its own series', () =>
  check(
    lines(
      '## Recommendations',
      'R2 One.',
      'R3 Two.',
      '## Inspection findings',
      '1. A: recommendation R3, recommendation 2.',
      '4. B: paragraph 4.',
    ),
    lines(
      '## Recommendations',
      'R1 One.',
      'R2 Two.',
      '## Inspection findings',
      '1. A: recommendation R2, recommendation 1.',
      '2. B: paragraph 2.',
    ),
    [
      { roles: ['recommendations'], form: 'R1', start: 1 },
      { roles: ['findings'], form: '1', start: 1 },
    ],
  ));

test('Windows lines', () => check('1. A.\r\n\r\n3. B (paragraph 3).\r\n', '1. A.\r\n\r\n2. B (paragraph 2).\r\n'));
