const plainMessages = new Map<string, string>();

/**
 * A finding's message for who shows it as it is: what is emphasised is quoted, `“Good”` for `*Good*`, and what is strong is
 * plain. Stars that the message itself quotes stay.
 */
export function plainMessage(message: string): string {
  if (!message.includes('*')) return message;
  // The same messages come after every edit, so the last ones are kept.
  let words = plainMessages.get(message);
  if (words === undefined) {
    words = message.replace(emphasis, (_, strong, quoted) => strong ?? `“${quoted}”`);
    if (plainMessages.size >= 1000) plainMessages.clear();
    plainMessages.set(message, words);
  }
  return words;
}

const emphasis = /\*\*([^*\s”](?:[^*]*[^*\s“])?)\*\*|\*([^*\s”](?:[^*]*[^*\s“])?)\*/g;
