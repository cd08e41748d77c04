/**
 * Pastes into the editor of a page what its status bar asks for, as `Paste 1: ` and HTML in base64, each number once: no
 * test can put HTML on the clipboard, as `vscode.env.clipboard` knows only text. `page` is Playwright’s, or a context of it,
 * before VS Code is loaded.
 */
export async function pasteWhatTestsAsk(page) {
  await page.addInitScript(watchStatusBar);
}

/** Runs in the page, and in every frame of it. */
function watchStatusBar() {
  let pasted = 0;
  setInterval(() => {
    for (const { textContent } of document.querySelectorAll('.statusbar-item')) {
      const [, number, html] = /^Paste (\d+): (.*)/.exec(textContent ?? '') ?? [];
      if (!(Number(number) > pasted)) continue;
      pasted = Number(number);
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', atob(html));
      clipboardData.setData('text/plain', 'no markup');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }
  }, 50);
}
