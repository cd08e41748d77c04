import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceFiles } from './sourceFiles.ts';

test('every exported declaration says what it is', () => {
  const missing = [...sourceFiles('server/src')].flatMap(([path, source]) =>
    uncommented(source).map(line => `${path}: ${line}`),
  );
  assert.deepEqual(missing, []);
});

test('a missing comment is found', () => {
  assert.deepEqual(uncommented('export function a() {}'), ['export function a() {}']);
  assert.deepEqual(uncommented('/* No. */\nexport const a = 1;'), ['export const a = 1;']);
  assert.deepEqual(uncommented('// No.\nexport interface A {'), ['export interface A {']);
  assert.deepEqual(uncommented('/** Of b. */\nconst b = 1;\nexport type A = 1;'), ['export type A = 1;']);
  assert.deepEqual(uncommented('/** Far. */\n\nexport class A {'), ['export class A {']);
  assert.deepEqual(uncommented('export function* a() {'), ['export function* a() {']);
  assert.deepEqual(uncommented('/** Of b. */ const b = 1; /* a */\nexport enum A {'), ['export enum A {']);
});

test('a comment, long or short, is enough', () => {
  assert.deepEqual(uncommented('/** A. */\nexport function a() {}'), []);
  assert.deepEqual(uncommented('/**\n * A,\n * long.\n */\nexport abstract class A {'), []);
  assert.deepEqual(uncommented('/** A. */\n// biome-ignore lint/a/b: why\nexport const a = 1;'), []);
  assert.deepEqual(uncommented('/** A. */\nexport function a(b: 1): 2;\nexport function a(b: 3): 4;'), []);
});

test('exports that declare nothing need none', () => {
  assert.deepEqual(uncommented("export { a };\nexport * from './a.ts';\nexport type { B } from './b.ts';"), []);
  assert.deepEqual(uncommented('/**\n * ```ts\n * export function a() {}\n * ```\n */'), []);
});

const declaration =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:function\*?|class|interface|type|const|let|enum|namespace) ?\*?([\w$]+)/;

/** The lines of a source that export a declaration without a doc comment directly above. */
function uncommented(source: string): string[] {
  const lines = source.split('\n');
  return lines.filter((line, i) => {
    const name = declaration.exec(line)?.[1];
    if (name === undefined) return false;
    let above = i - 1;
    while (lines[above]?.startsWith('// biome-ignore')) above--;
    const isOverload = declaration.exec(lines[above] ?? '')?.[1] === name;
    return !isOverload && !endsDocComment(lines, above);
  });
}

/** Whether a doc comment, and nothing else, ends on this line. */
function endsDocComment(lines: readonly string[], line: number): boolean {
  if (!lines[line]?.endsWith('*/')) return false;
  let start = line;
  while (start > 0 && !lines[start]!.includes('/*')) start--;
  return lines[start]!.startsWith('/**') && !lines[line]!.slice(0, -2).includes('*/');
}
