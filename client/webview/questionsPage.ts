import type { QuestionsPageState, QuestionsPageWord } from '../src/questionsPage.ts';

declare function acquireVsCodeApi(): { postMessage(word: QuestionsPageWord): void };

const vscode = acquireVsCodeApi();
const page = document.body;
const shown = page.querySelector('main') as HTMLElement;
const spoken = page.querySelector('[role=status]') as HTMLElement;

page.addEventListener('click', ({ target }) => {
  const { word, passage } = (target as Element).closest<HTMLElement>('[data-word]')?.dataset ?? {};
  if (word === undefined) return;
  vscode.postMessage({ word, passage: Number(passage ?? 0) } as QuestionsPageWord);
});

let html: string | undefined;
window.addEventListener('message', ({ data }: MessageEvent<QuestionsPageState>) => {
  if (html === data.html) return;
  html = data.html;
  const focused = document.activeElement instanceof HTMLElement ? { ...document.activeElement.dataset } : {};
  shown.innerHTML = html;
  spoken.textContent = data.spoken;
  // Who went on by the keyboard goes on from the same button, and everybody reads from the top.
  if (focused.word !== undefined) again(focused)?.focus();
  scrollTo(0, 0);
});

function again({ word, passage }: DOMStringMap): HTMLElement | undefined {
  const buttons = [...shown.querySelectorAll<HTMLElement>('[data-word]')];
  const alike = buttons.find(({ dataset }) => dataset.word === word && dataset.passage === passage);
  return alike ?? buttons[0];
}

vscode.postMessage({ word: 'ready', passage: 0 });
