import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest, nearestOrLonger } from '../../server/src/text/nearest.ts';

/** What a word is taken to mean, of known ones; nothing if none is near enough. */
function check(
  word: string,
  known: string,
  meant: string,
  of = (each: string, all: string[]) => nearest(each, all),
): void {
  test(`${word} of ${known}: ${meant || 'nothing'}`, () => assert.equal(of(word, known.split(' ')) ?? '', meant));
}

check('cba', 'abc', 'abc');
check('gradf', 'grade', 'grade');
check('grxxx', 'grade', '');
check('provxxx', 'provide', 'provide');
check('proxxxx', 'provide', '');
check('TITEL', 'titles title', 'title');
check('bat', 'cat hat', 'cat');

/** The same where a word may also be the beginning of a known one. */
function longer(word: string, known: string, meant: string): void {
  check(word, known, meant, nearestOrLonger);
}

longer('Rec', 'recommendations record', '');
longer('Reco', 'summary recommendations', 'recommendations');
longer('su', 'summary', '');
