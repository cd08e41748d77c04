const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as HTML that shows them and does nothing; also within an attribute’s double quotes. */
export function escapedHtml(words: string): string {
  return words.replace(/[&<>"]/g, sign => entities[sign] ?? sign);
}
