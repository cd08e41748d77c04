import { gradeEdit, gradeName } from '../../model/gradeWriting.ts';
import { type JudgedArea, judgedAreas, type SureJudgement } from '../../model/judgedAreas.ts';
import { listInWords } from '../../model/listInWords.ts';
import { areaWords, inSentence, placesInWords } from '../judgementWords.ts';
import { oddOneOut } from '../oddOneOut.ts';
import type { Fix, Rule } from '../rule.ts';

/**
 * One area is given two different grades: one in the list of judgements, say, and another under the heading of its
 * section. A reader takes the grade from whichever place they see, so all places must say the same.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 3. Leadership, management and governance: Good
 *
 * ## Leadership, management and governance
 *
 * Judgement: Requires improvement
 *            ^^^^^^^^^^^^^^^^^^^^ Area 3 is *Requires improvement* here and *Good* in the list
 * ```
 *
 * Decide which grade is meant, and let all places agree with it. Each keeps its own wording: *Good* in a list, *is good*
 * in a sentence.
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 3. Leadership, management and governance: Good
 *
 * ## Leadership, management and governance
 *
 * Judgement: Good
 * ```
 *
 * The place that stands alone against the others is marked:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 2.1 Adoption performance: Outstanding
 *                           ^^^^^^^^^^^ Area 2.1 is *Outstanding* here and *Good* in its heading and under its heading
 *
 * ### The graded judgement for adoption performance is that it is good
 *
 * Judgement: Good
 * ```
 *
 * Grades of an earlier inspection are not compared:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * 3. Leadership, management and governance: Good
 *
 * ## Previous inspections
 *
 * 3. Leadership, management and governance: Inadequate
 * ```
 */
export const judgementMismatch: Rule = {
  id: 'judgement-mismatch',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'An area is graded differently in two places',
  fixable: true,
  readsWords: false,
  *check({ report, framework }) {
    for (const area of judgedAreas(report)) {
      if (area.grade !== undefined || area.doubled) continue;
      const [odd, ...others] = oddOneOut(area.places, ({ grade }) => grade.label);
      if (odd === undefined) continue;
      const { from, to, areaText } = odd.last;
      const subject = areaWords(framework, area.area, areaText);
      const contrary = others.map(({ words, places }) => `*${words}* ${placesInWords(report, places)}`);
      yield {
        from,
        to,
        message: `${subject} is ${listInWords([`*${odd.words}* here`, ...contrary])}. Decide which is meant.`,
        related: area.places
          .filter(place => place !== odd.last)
          .map(place => ({
            from: place.from,
            to: place.to,
            message: `Here ${inSentence(subject)} is *${place.grade.label}*.`,
          })),
        fixes: [...others.reverse(), odd].map(({ last }) => allLike(report.document.source, area, last)),
      };
    }
  },
};

function allLike(source: string, area: JudgedArea, model: SureJudgement): Fix {
  const different = area.places.filter(({ grade }) => grade.id !== model.grade.id);
  return {
    title: `Make all “${model.grade.label}”`,
    edits: different.map(place => gradeEdit(source, place, model.grade, gradeName(model))),
    certain: false,
  };
}
