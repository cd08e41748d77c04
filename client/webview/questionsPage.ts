import type { QuestionsPageState, QuestionsPageWord } from '../src/questionsPage.ts';
import { questionHtml } from './questionHtml.ts';

declare function acquireVsCodeApi(): { postMessage(word: QuestionsPageWord): void };

const vscode = acquireVsCodeApi();
const shown = document.querySelector('main') as HTMLElement;
const spoken = document.querySelector('[role=status]') as HTMLElement;

document.body.addEventListener('click', ({ target }) => {
  const { word, passage } = (target as Element).closest<HTMLElement>('[data-word]')?.dataset ?? {};
  if (word === undefined) return;
  vscode.postMessage({ word, passage: Number(passage ?? 0) } as QuestionsPageWord);
});

let html: string | undefined;
window.addEventListener('message', ({ data }: MessageEvent<QuestionsPageState>) => {
  const next = questionHtml(data);
  if (html === next) return;
  html = next;
  const focused = document.activeElement instanceof HTMLElement ? { ...document.activeElement.dataset } : {};
  shown.innerHTML = html;
  // Who went on by the keyboard goes on from the same button.
  if (focused.word !== undefined) sameButton(focused)?.focus({ preventScroll: true });
  // While a passage is edited its question is not read out anew at each pause, nor read from the top again.
  if (spoken.textContent === data.spoken) return;
  spoken.textContent = data.spoken;
  scrollTo(0, 0);
});

/** The button for the same, or if there is none any more the first. */
function sameButton({ word, passage }: DOMStringMap): HTMLElement | undefined {
  const buttons = [...shown.querySelectorAll<HTMLElement>('[data-word]')];
  const same = buttons.find(({ dataset }) => dataset.word === word && dataset.passage === passage);
  return same ?? buttons[0];
}

vscode.postMessage({ word: 'ready', passage: 0 });
