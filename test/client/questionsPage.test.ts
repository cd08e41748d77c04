import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionPage, wordsPage } from '../../client/src/questionsPage.ts';
import type { Question } from '../../server/src/lsp/protocol.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };

/** A question with so many passages, in which everything that an author writes is `words`. */
function question(words: string, passages: number, more = 0): Question {
  const passage = { place: words, before: words, words, after: words, range };
  return { id: words, rule: 'rule', message: words, passages: Array(passages).fill(passage), more };
}

/** The words that the page's buttons say to the extension. */
function check(questions: readonly Question[], index: number, ...expected: string[]): void {
  const { html } = questionPage(questions, index);
  assert.deepEqual(
    [...html.matchAll(/data-word="(\w+)"(?: data-passage="(\d)")?/g)].map(([, word, passage = '']) => word + passage),
    expected,
  );
}

test('a question is counted, and read out with its number', () => {
  const { html, spoken } = questionPage([question('A', 1), question('Which?', 1)], 1);
  assert.match(html, /<h1>Question 2 of 2<\/h1>/);
  assert.equal(spoken, 'Question 2 of 2. Which?');
});

test('there are buttons for what can be done', () => {
  check([question('A', 2), question('B', 1)], 0, 'previous', 'next', 'show0', 'show1', 'answer', 'showBoth', 'why');
  check([question('A', 1)], 0, 'show0', 'answer', 'why');
  check([], 0);
});

test('places that are not shown are counted', () => {
  assert.match(questionPage([question('A', 6, 1)], 0).html, /And 1 more place:/);
  assert.match(questionPage([question('A', 6, 2)], 0).html, /And 2 more places:/);
  assert.doesNotMatch(questionPage([question('A', 6)], 0).html, /more place/);
});

test('where none is open the page says so', () => {
  assert.match(questionPage([], 0).html, /no question/);
});

test('what stands in a report is shown and does nothing', () => {
  const evil = '<img src=x onerror="alert(1)"> &amp;';
  for (const { html } of [questionPage([question(evil, 2)], 0), wordsPage(evil)]) {
    assert.doesNotMatch(html, /<img|="alert|&amp;/);
    assert.match(html, /&#60;img src=x onerror=&#34;alert\(1\)&#34;&#62; &#38;amp;/);
  }
});
