import type { Passage, Question } from '../../server/src/lsp/protocol.ts';

/** What the page of the view of questions is to show: its content, and what a screen reader says of it. */
export interface QuestionsPageState {
  readonly html: string;
  readonly spoken: string;
}

/** What the page says to the extension: that it is there, or which button was pressed, and for which passage. */
export interface QuestionsPageWord {
  readonly word: 'ready' | 'previous' | 'next' | 'answer' | 'showBoth' | 'show' | 'why';
  /** From 0. */
  readonly passage: number;
}

/** The page with one of many questions, its passages beside each other as far as there is room. */
export function questionPage(questions: readonly Question[], index: number): QuestionsPageState {
  const question = questions[index];
  if (question === undefined) return wordsPage('This report leaves no question open.');
  const { message, passages, more } = question;
  const count = `Question ${index + 1} of ${questions.length}`;
  const steps = button('previous', 'Previous', 'The question before') + button('next', 'Next', 'The question after');
  const html = [
    `<header><h1>${count}</h1>${questions.length > 1 ? `<span class="buttons">${steps}</span>` : ''}</header>`,
    `<p>${escaped(message)}</p>`,
    `<div class="passages">${passages.map(passageHtml).join('')}</div>`,
    more > 0 ? `<p>And ${more} more place${more === 1 ? '' : 's'}: they are listed with the problem.</p>` : '',
    '<div class="buttons">',
    button('answer', 'Answer…', 'Correct it, or accept it with a reason'),
    passages.length > 1 ? button('showBoth', 'Show Both', 'Show both passages in the report, side by side') : '',
    button('why', 'Why?', 'What this question is about, and how to answer it'),
    '</div>',
  ];
  return { html: html.join(''), spoken: `${count}. ${message}` };
}

/** The page with nothing but some words. */
export function wordsPage(words: string): QuestionsPageState {
  return { html: `<p>${escaped(words)}</p>`, spoken: words };
}

function passageHtml({ place, before, words, after }: Passage, i: number): string {
  const heading = `<h2><button class="link" data-word="show" data-passage="${i}" title="Show in the report">${escaped(place)}</button></h2>`;
  const quote = `<blockquote>${escaped(before)}<mark>${escaped(words)}</mark>${escaped(after)}</blockquote>`;
  return `<section>${heading}${quote}</section>`;
}

function button(word: QuestionsPageWord['word'], label: string, title: string): string {
  return `<button data-word="${word}" title="${title}">${label}</button>`;
}

/** Words as HTML that shows them and does nothing. */
function escaped(words: string): string {
  return words.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
}
