/** Words joined as a sentence joins them: *a*, *a and b*, *a, b and c*. */
export function listInWords(words: readonly string[], joint = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}
