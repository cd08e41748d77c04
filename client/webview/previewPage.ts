import type { PreviewPageState, PreviewPageWord } from '../src/previewPanel.ts';

declare function acquireVsCodeApi(): { postMessage(word: PreviewPageWord): void };

const vscode = acquireVsCodeApi();
const shown = document.querySelector('main') as HTMLElement;
/** The elements that lines of the report have made, in their order. */
let made: { readonly line: number; readonly element: HTMLElement }[] = [];

window.addEventListener('message', ({ data }: MessageEvent<PreviewPageState>) => {
  if (data.kind === 'line') {
    scrollToLine(data.line);
    return;
  }
  shown.lang = data.lang;
  shown.innerHTML = data.html;
  made = [...shown.querySelectorAll<HTMLElement>('[data-line]')]
    .filter(element => element.closest('footer') === null)
    .map(element => ({ line: Number(element.dataset.line), element }));
});

shown.addEventListener('dblclick', ({ target }) => {
  const { line } = (target as Element).closest<HTMLElement>('[data-line]')?.dataset ?? {};
  if (line !== undefined) vscode.postMessage({ word: 'show', line: Number(line) });
});

/** Puts a line of the report at the top, or as much between two elements as it stands between their lines. */
function scrollToLine(line: number): void {
  const next = made.findIndex(each => each.line > line);
  const before = made[(next < 0 ? made.length : next) - 1];
  if (before === undefined || line === 0) {
    scrollTo(0, 0);
    return;
  }
  const top = before.element.getBoundingClientRect().top;
  const after = made[next];
  const height = (after?.element.getBoundingClientRect().top ?? top) - top;
  const share = after === undefined ? 0 : (line - before.line) / (after.line - before.line);
  scrollTo(0, scrollY + top + height * share - 8);
}

vscode.postMessage({ word: 'ready' });
