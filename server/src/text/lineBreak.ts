/** How the lines of a text end: as its first one does. */
export function lineBreak(source: string): string {
  const at = source.search(/[\r\n]/);
  if (at < 0 || source.charAt(at) === '\n') return '\n';
  return source.charAt(at + 1) === '\n' ? '\r\n' : '\r';
}
