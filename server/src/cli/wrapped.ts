/** Words in lines of at most `width` characters; all but the first line are indented. A longer word has a line of its own. */
export function wrapped(words: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = `${indent}${word}`;
    }
  }
  return [...lines, line];
}
