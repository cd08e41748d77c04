/**
 * The form in which titles, grades and names are compared (`markup.md` §4.1): without case, emphasis, footnote marks,
 * attributes, and a closing full stop or colon; blanks and apostrophes alike.
 */
export function titleKey(title: string): string {
  return title
    .replace(/\[\^[^\s[\]]*\]|\*+|\{[^{}]*\}\s*$/g, '')
    .replace(/[‘’‛`]/g, "'")
    .replace(/[\u00a0\s]+/g, ' ')
    .trim()
    .replace(/\s*[.:]+$/, '')
    .toLowerCase();
}
