import type { PrintedLine } from './printedLine.ts';

/** A bullet's mark, as a sign or as the letter that its fount prints as one, and the words after it. */
export interface Bullet {
  readonly mark: string;
  readonly text: string;
}

/** Signs that are nothing but bullets, those of Wingdings and Symbol in the private use area among them. */
const sign = /^([•·●○◦■□▪▫◼◻◆➢➤✓\uf06e\uf0a7\uf0b7\uf0be\uf02d\uf0d8\uf0fc\uf076\uf071\uf0a8]|\u2212(?= |$))\s*/u;
/** Signs that may also stand in a sentence; the letter *o* is Courier's circle. */
const doubtful = /^(?:([-–—─*]|\\\*) (?=\S)|(o) (?=\S)|([-–—─])$)/u;

/** The bullet with which a line begins, if it begins with one. `inList`: an item or a colon stands above it. */
export function bulletAt({ text, look }: PrintedLine, inList: boolean): Bullet | undefined {
  const mark = sign.exec(text) ?? (inList || look?.item !== undefined ? doubtful.exec(text) : null);
  if (mark !== null) return { mark: mark[1] ?? mark[2] ?? mark[3] ?? '', text: text.slice(mark[0].length) };
  return look?.item === undefined ? undefined : { mark: '', text };
}
