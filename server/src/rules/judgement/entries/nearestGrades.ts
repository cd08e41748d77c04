import type { Grade } from '../../../model/framework.ts';
import { type Near, nearestNames } from '../../nearestNames.ts';

/** The grades that are like what is written. (*Adequate* is no slip for *inadequate*.) */
export function nearestGrades(written: string, grades: readonly Grade[]): Near<Grade>[] {
  const opposite = `in${written.toLowerCase()}`;
  return nearestNames(written, grades, ({ names }) => names).filter(({ name }) => name.toLowerCase() !== opposite);
}
