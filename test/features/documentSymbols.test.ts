import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { fixture } from './fixture.ts';

/** The outline, a line a symbol: indented, its first line, its name and, after `·`, its detail. */
function check(notation: string, expected: string): void {
  const shown = (symbols: readonly DocumentSymbol[], indent: string): string[] =>
    symbols.flatMap(({ name, detail, range, selectionRange, children = [] }) => {
      assert.ok(isWithin(selectionRange, range), `${name} is selected outside its range`);
      for (const child of children) assert.ok(isWithin(child.range, range), `${child.name} is outside ${name}`);
      const line = `${indent}${range.start.line + 1} ${name}${detail === undefined ? '' : ` · ${detail}`}`;
      return [line, ...shown(children, `${indent}  `)];
    });
  assert.equal(shown(documentSymbols(fixture(notation).report), '').join('\n'), expected);
}

function isWithin(inner: DocumentSymbol['range'], outer: DocumentSymbol['range']): boolean {
  const before = (a: DocumentSymbol['range']['start'], b: DocumentSymbol['range']['start']): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

test('sections within sections, with the grade that each states', () => {
  check(
    `# Report

## Leadership, management and governance

Judgement: Good

### Inspection findings

#### The graded judgement for adoption performance is that it is good`,
    `1 Report
  3 Good · Leadership, management and governance
    7 Inspection findings
      9 Good · Adoption performance`,
  );
});

test('entries with their grades', () => {
  check(
    '# Children’s services in Westbrook are good\n\n1. Leadership, management and governance: Good\n2.1 Adoption performance: Outstanding',
    `1 Good · Children’s services in Westbrook are good
  3 1 Good · Leadership, management and governance
  4 2.1 Outstanding · Adoption performance`,
  );
});

test('an entry without a grade, and one whose grade is not known', () => {
  check(
    '# Report\n\n1. Leadership, management and governance:\n2.1 Adoption performance: Godo',
    `1 Report
  3 1 Leadership, management and governance
  4 2.1 Godo · Adoption performance`,
  );
});

test('recommendations with what supports them, findings with what they name', () => {
  check(
    `## Recommendations

1. Improve early help.
2. Write letters.

## Leadership, management and governance

3. Help is late. (Recommendation 1)
4. Help is poor. (Recommendations 1 and 2)
5. Letters are late. (Recommendation)
6. All is well.`,
    `1 Recommendations
  3 1. Improve early help. · ← 3, 4
  4 2. Write letters. · ← 4
6 Leadership, management and governance
  8 3. Help is late. · → 1
  9 4. Help is poor. · → 1, 2
  10 5. Letters are late. · → ?
  11 6. All is well.`,
  );
});

test('the first words of long paragraphs', () => {
  check(
    `## Leadership, management and governance\n\n1. ${'Words and words '.repeat(10)}\n2. ${'x'.repeat(80)}`,
    `1 Leadership, management and governance\n  3 1. ${'Words and words '.repeat(3)}Words and …\n  4 2. ${'x'.repeat(59)}…`,
  );
});

test('every symbol has a name', () => {
  check('## {.notices}\n\n## {#a}', '1 notices\n3 Section');
});
