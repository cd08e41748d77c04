/**
 * A part of a text, from `from` to `to` (UTF-16, half open), that is to be kept longer than the text. V8 makes a `slice` a
 * view of the whole text, which then lives as long: of an open report a version with every letter typed. Text that was put
 * together is a text of its own, and the view is one of that.
 */
export function cutOut(text: string, from: number, to: number): string {
  return `.${text.slice(from, to)}`.slice(1);
}
