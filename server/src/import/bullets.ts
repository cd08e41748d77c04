import type { PrintedLine } from './printedLine.ts';

/** A bullet's mark, as a sign or as the letter that its fount prints as one, and the words after it. */
export interface Bullet {
  readonly mark: string;
  readonly text: string;
}

/** Signs that are nothing but bullets, those of Wingdings and Symbol in the private use area among them. */
const sign = /^([•·●○◦‣⁃∙■□▪▫◼◻◾◽◆◇❖➢➤►▶▸✓✔★→⇒\uf000-\uf0ff\ufffd]|\u2212(?= |$))\s*/u;
/** Signs that may also stand in a sentence; the letter *o* is Courier's circle, and *n* the square of Wingdings. */
const doubtful = /^(?:([-–—─*§]|\\\*) (?=\S)|(o|n) (?=\S)|([-–—─on])$)/u;

/** The bullet with which a line begins, if it begins with one. `inList`: an item or a colon stands above it. */
export function bulletAt({ text, look }: PrintedLine, { inList }: { readonly inList: boolean }): Bullet | undefined {
  const mark = sign.exec(text) ?? (inList || look?.item !== undefined ? doubtful.exec(text) : null);
  if (mark !== null) return { mark: mark[1] ?? mark[2] ?? mark[3] ?? '', text: text.slice(mark[0].length) };
  return look?.item === undefined ? undefined : { mark: '', text };
}

/** The sign with which a line begins that may be a bullet’s, if other items have it too. */
export function doubtfulMark({ text }: PrintedLine): string | undefined {
  return doubtful.exec(text)?.[0];
}

/** Whether the lines under a bullet’s mark have half as many sentences again as marks, or more, and all marks stand alone. */
export function haveFewMarks(lines: readonly PrintedLine[]): boolean {
  let marks = 1;
  let ends = 0;
  for (const line of lines) {
    const bullet = bulletAt(line, { inList: true });
    if (bullet !== undefined && bullet.text !== '') return false;
    if (bullet !== undefined) marks++;
    else if (/[.;]$/.test(line.text)) ends++;
  }
  return marks * 1.5 <= ends;
}
