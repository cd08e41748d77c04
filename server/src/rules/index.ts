import type { Rule } from './rule.ts';
import { gradeWording } from './judgement/grade-wording.ts';

/** All rules, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [gradeWording];
