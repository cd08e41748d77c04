import type { Passage } from '../../server/src/lsp/protocol.ts';
import type { QuestionsPageState, QuestionsPageWord } from '../src/questionsPage.ts';

/**
 * A question as HTML, its passages beside each other as far as there is room; where there is none, the words that say so.
 * Nothing that stands in a report does anything in it.
 */
export function questionHtml({ spoken, question, number, count = 1 }: QuestionsPageState): string {
  if (question === undefined) return `<p>${escaped(spoken)}</p>`;
  const { message, passages, more } = question;
  const steps = button('previous', 'Previous', 'The question before') + button('next', 'Next', 'The question after');
  return [
    `<header><h1>Question ${number} of ${count}</h1>${count > 1 ? `<span class="buttons">${steps}</span>` : ''}</header>`,
    `<p>${escaped(message)}</p>`,
    `<div class="passages">${passages.map(passageHtml).join('')}</div>`,
    more > 0 ? `<p>And ${more} more place${more === 1 ? '' : 's'}: they are listed with the problem.</p>` : '',
    '<div class="buttons">',
    button('answer', 'Answer…', 'Correct it, or accept it with a reason'),
    passages.length > 1 ? button('showBoth', 'Show Both', 'Show both passages in the report, side by side') : '',
    button('why', 'Why?', 'What this question is about, and how to answer it'),
    '</div>',
  ].join('');
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
