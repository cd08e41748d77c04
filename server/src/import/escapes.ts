/** A text with backslashes where its signs would be read as marks within a paragraph. */
export function escapedInline(text: string): string {
  return text
    .replace(/[\\*]/g, '\\$&')
    .replace(/<(?=!--)/g, '\\<')
    .replace(/\[(?=\^[^\s[\]<]+\])/g, '\\[')
    .replace(/\](?=\()/g, ']\\');
}

/** A paragraph's inline markup, with a backslash where its first words would begin another kind of block. */
export function escapedStart(inline: string): string {
  if (/^(?:#{1,6}(?:\s|$)|[->|]|\[\^[^\s[\]<]+\]:)/.test(inline)) return `\\${inline}`;
  if (/^(?:judgement|judgment|grade|rating)[ \u00a0]*:/i.test(inline)) return inline.replace(':', '\\:');
  const [, letter, dot, more] = /^([SR]?)\d{1,3}(?:\.\d{1,3}){0,9}(\.?)(?:\s+(.)|$)/.exec(inline) ?? [];
  if (letter === undefined) return inline;
  if (letter !== '') return `\\${inline}`;
  if (dot === '.') return inline.replace(/\.(?=\s|$)/, '\\.');
  // `2.1` without a final dot is a number only before a capital letter, which may have opening marks before it.
  return /^\d+\./.test(inline) && /[\p{Lu}\p{Pi}"'([*]/u.test(more ?? '') ? inline.replace('.', '\\.') : inline;
}

/** A heading's inline markup, where its end could be read as closing marks or attributes. */
export function escapedHeading(inline: string): string {
  return escapedEnd(inline.replace(/\{(?=[^{}]*\}$)/, '\\{'));
}

function escapedEnd(inline: string): string {
  return inline.replace(/#(?=#*$)/, '\\#');
}
