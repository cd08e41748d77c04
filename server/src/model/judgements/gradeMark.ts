import type { FrameworkIndex } from '../frameworkIndex.ts';
import { titleKey } from '../titleKey.ts';

/**
 * Where the sign stands that parts a title from a grade after it, -1 if none does: its last colon, or a dash between blanks
 * if a grade of the framework's is all that follows.
 */
export function gradeMark(title: string, { gradeByName }: FrameworkIndex): number {
  const at = Math.max(title.lastIndexOf('–'), title.lastIndexOf('—'), title.lastIndexOf(' - ') + 1);
  const isDash = at > 0 && title[at - 1] === ' ' && title[at + 1] === ' ';
  return isDash && gradeByName.has(titleKey(title.slice(at + 1))) ? at : title.lastIndexOf(':');
}

/** The words before such a sign, without a verb that leads to the grade: *Adoption performance is: good*. */
export function beforeGrade(words: string): string {
  return words
    .trimEnd()
    .replace(/\s(?:is|are)$/i, '')
    .trimEnd();
}
