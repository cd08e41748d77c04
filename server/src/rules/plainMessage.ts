const plainMessages = new Map<string, string>();

/** A finding's message without its emphasis, for who shows it as it is: `*Good*` without its stars. */
export function plainMessage(message: string): string {
  if (!message.includes('*')) return message;
  // The same messages come after every edit, so the last ones are kept.
  let words = plainMessages.get(message);
  if (words === undefined) {
    words = message.replace(/\*{1,2}([^*\s](?:[^*]*[^*\s])?)\*{1,2}/g, '$1');
    if (plainMessages.size >= 1000) plainMessages.clear();
    plainMessages.set(message, words);
  }
  return words;
}
