import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionPage } from '../../client/src/questionsPage.ts';
import { questionHtml } from '../../client/webview/questionHtml.ts';
import type { Question } from '../../server/src/lsp/protocol.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };

/** A question with so many passages, in which everything that an author writes is `words`. */
function question(words: string, passages: number, more = 0): Question {
  const passage = { place: words, before: words, words, after: words, range };
  return { id: words, rule: 'rule', message: words, passages: Array(passages).fill(passage), more };
}

/** The words that the page's buttons say to the extension. */
function check(questions: readonly Question[], index: number, ...expected: string[]): void {
  const html = questionHtml(questionPage(questions, index));
  assert.deepEqual(
    [...html.matchAll(/data-word="(\w+)"(?: data-passage="(\d)")?/g)].map(([, word, passage = '']) => word + passage),
    expected,
  );
}

test('a question is counted, and read out with its number', () => {
  const page = questionPage([question('A', 1), question('Which?', 1)], 1);
  assert.match(questionHtml(page), /<h1>Question 2 of 2<\/h1>/);
  assert.equal(page.spoken, 'Question 2 of 2. Which?');
});

test('there are buttons for what can be done', () => {
  check([question('A', 2), question('B', 1)], 0, 'previous', 'next', 'show0', 'show1', 'answer', 'showBoth', 'why');
  check([question('A', 1)], 0, 'show0', 'answer', 'why');
  check([], 0);
});

test('places that are not shown are counted', () => {
  const html = (more: number) => questionHtml(questionPage([question('A', 6, more)], 0));
  assert.match(html(1), /And 1 more place:/);
  assert.match(html(2), /And 2 more places:/);
  assert.doesNotMatch(html(0), /more place/);
});

test('where none is open the page says so', () => {
  assert.match(questionHtml(questionPage([], 0)), /no question/);
});

test('what stands in a report is shown and does nothing', () => {
  const evil = '<img src=x onerror="alert(1)"> &amp;';
  for (const page of [questionPage([question(evil, 2)], 0), { spoken: evil }]) {
    const html = questionHtml(page);
    assert.doesNotMatch(html, /<img|="alert|&amp;/);
    assert.match(html, /&#60;img src=x onerror=&#34;alert\(1\)&#34;&#62; &#38;amp;/);
  }
});
