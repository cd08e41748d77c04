import { escapedHtml } from '../text/html.ts';
import { printable } from './columns.ts';

/** How a page to read, print and send begins, down to its heading. It needs no other file, and runs no script. */
export function pageHead(title: string, style: string): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { overflow-wrap: anywhere; font-size: 1.2rem; margin: 2.5rem 0 0; }
code { font-size: .85rem; opacity: .8; white-space: nowrap; }
${style}
</style>
<main>
<h1>${title}</h1>
`;
}

/** How it ends. */
export const pageFoot = '</main>\n</html>\n';

/** Words of a report’s, or a path, as text of the page. */
export function escaped(words: string): string {
  return escapedHtml(printable(words));
}
