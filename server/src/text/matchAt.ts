/** What a pattern with the flag `y` matches at an offset of a text. */
export function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

/** Whether a pattern with the flag `y` matches at an offset of a text. */
export function standsAt(form: RegExp, text: string, at: number): boolean {
  form.lastIndex = at;
  return form.test(text);
}
