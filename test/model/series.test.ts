import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SeriesKind } from '../../server/src/model/framework.ts';
import { breaks } from './seriesBreaks.ts';

function check(numbers: string, expected: string, form: SeriesKind['form'] = '1'): void {
  assert.equal(breaks(numbers, form), expected, numbers);
}

test('a series without a break', () => {
  check('1', 'none');
  check('1 2 3 4 5 6 7 8 9 10 11', 'none');
  check('001 2 3', 'none');
});

test('a gap is one break', () => {
  check('1 2 4', 'gap 3');
  check('1 2 6 7', 'gap 3-5');
  check('1 3 5', 'gap 2, gap 4');
});

test('a number twice', () => {
  check('1 2 2 3', 'repeated 2');
  check('1 2 3 4 2 5', 'repeated 2');
  check('1 1 2', 'repeated 1');
  check('1 2 2 2 3', 'repeated 2 2');
  check('1 2 3 3', 'repeated 3 for 4');
});

test('a number twice, where one is missing beside it: a slip, and no gap', () => {
  check('1 2 2 4', 'repeated 2 for 3');
  check('1 2 4 4 5', 'repeated 4 for 3');
  check('2 2 3', 'repeated 2 for 1');
  check('1 2 3 1 5', 'repeated 1 for 4');
});

test('a series that starts again is one break', () => {
  check('1 2 3 1 2 3 4 5', 'repeated 1 2 3');
  check('1 2 3 4 5 6 1 2', 'repeated 1 2');
  check('1 2 3 5 6 7 1 2 3 4 5', 'repeated 1 2 3 4 5');
  check('1 1 2 2 3', 'repeated 1 2');
  check('1 2 1 2 3 3 4', 'repeated 1 2 3');
  check('1 2 3 1 2 3 1 2 3 4', 'repeated 1 2 3 1 2 3');
});

test('a wrong number', () => {
  check('1 2 91 4', 'displaced 91 for 3');
  check('1 2 91 92 5 6', 'displaced 91 92');
  check('1 91 3 4', 'displaced 91 for 2');
  check('7 2 3', 'displaced 7 for 1');
  check('1 2 91 5', 'displaced 91, gap 3-4');
});

test('paragraphs that have changed places', () => {
  check('1 3 2 4', 'displaced 3');
  check('1 4 3 2 5', 'displaced 4 3');
  check('1 5 3 4 2 6', 'displaced 5 with 2');
  check('2 1 3', 'displaced 2');
  check('1 3 2', 'displaced 3');
  check('1 4 3 2', 'displaced 4 3');
  check('1 5 3 4 2', 'displaced 5 with 2');
});

test('paragraphs that have moved', () => {
  check('1 3 4 5 2 6', 'displaced 2');
  check('1 5 2 3 4 6', 'displaced 5');
  check('1 2 6 7 3 4 5 8', 'displaced 6 7');
  check('2 3 4 1', 'displaced 1');
});

test('a wrong start', () => {
  check('2 3 4', 'start 1');
  check('9 10 11', 'start 1-8');
  check('0 1 2', 'start ');
  check('2 3 1', 'displaced 1');
});

test('two causes are two breaks', () => {
  check('1 2 2 3 5', 'repeated 2, gap 4');
  check('2 3 5', 'start 1, gap 4');
  check('1 3 2 4 6', 'displaced 3, gap 5');
  check('1 6 3 4 5 7', 'displaced 6, gap 2');
});

test('numbers of a section and its paragraphs', () => {
  check('1.1 1.2 2.1 2.2', 'none', '1.1');
  check('1.9 1.10 1.11', 'start 1.1-1.8', '1.1');
  check('1.1 1.3', 'gap 1.2', '1.1');
  check('1.1 2.2', 'gap 2.1', '1.1');
  check('1.1 1.2 1.2 2.1', 'repeated 1.2', '1.1');
  check('1.1 2.1 1.2 2.2', 'displaced 2.1', '1.1');
  check('1.1 4.1 4.2', 'none', '1.1');
});

test('lettered numbers', () => {
  check('S1 S2 S4', 'gap S3', 'S1');
  check('R1 R1 R2', 'repeated R1', 'R1');
});
