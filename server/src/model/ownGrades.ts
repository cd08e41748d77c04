import { editDistance } from '../text/editDistance.ts';
import { DerivedFacts } from './derivedFacts.ts';
import type { Grade } from './framework.ts';
import { gradesOf } from './gradeWriting.ts';
import type { Judgement } from './judgement.ts';
import type { Report } from './report.ts';
import { titleKey } from './titleKey.ts';

/**
 * The grade that a report has besides the scale, where its framework takes any report: words by which it grades more than
 * once (*Adequate*), and which are no slip in writing a grade of the scale. It has no place on the scale.
 */
export function ownGrade(report: Report, { text, area, grade }: Judgement): Grade | undefined {
  const { framework } = report;
  if (!framework.openAreas || grade !== undefined || text === '') return undefined;
  const key = titleKey(text);
  if ((found.of(report, countsOf).get(key) ?? 0) < 2) return undefined;
  const most = Math.max(2, Math.ceil(key.length * slipShare));
  // A slip leaves the first letter: *Adequate* is not *Inadequate* misspelt.
  const isSlip = gradesOf(framework, area).some(({ names }) =>
    names.some(
      name => titleKey(name).charAt(0) === key.charAt(0) && editDistance(key, titleKey(name), most + 1) <= most,
    ),
  );
  return isSlip ? undefined : { id: key, label: text, rank: -1, names: [text], singular: [], plural: [] };
}

const found = new DerivedFacts<ReadonlyMap<string, number>>();

/** How often each grade is given, by its words. */
function countsOf({ judgements }: Report): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of judgements) counts.set(titleKey(text), (counts.get(titleKey(text)) ?? 0) + 1);
  return counts;
}

/** So much of a grade may be written wrongly. */
const slipShare = 0.4;
