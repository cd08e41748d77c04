import { gradeEdit, gradeName } from '../../model/judgements/gradeWriting.ts';
import { type JudgedArea, judgedAreas } from '../../model/judgements/judgedAreas.ts';
import { listInWords } from '../../model/listInWords.ts';
import { areaWords, inSentence, placesInWords } from '../judgementWords.ts';
import { oddOneOut } from '../oddOneOut.ts';
import type { Fix, Rule } from '../rule.ts';

/**
 * One area’s grade is written in two ways, as *Requires improvement* in the list of judgements and *Requires improvement
 * to be good* in its section. Both are the same grade, yet readers compare the words, and wonder which is meant.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 2. Children looked after and achieving permanence: Requires improvement
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * Judgement: Requires improvement to be good
 *            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Area 2 is *Requires improvement to be good* here and *Requires improvement* in
 * ```
 *
 * Choose one wording and use it in every place:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 2. Children looked after and achieving permanence: Requires improvement
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * Judgement: Requires improvement
 * ```
 *
 * Capital letters do not matter, nor does a sentence’s own grammar:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * 2. Children looked after and achieving permanence: Requires improvement
 * 2.1 Adoption performance: Good
 *
 * ### The graded judgement for adoption performance is that it is good
 *
 * ### The graded judgement for children looked after is that it requires improvement
 * ```
 */
export const gradeWording: Rule = {
  id: 'grade-wording',
  group: 'judgement',
  kind: 'fault',
  severity: 'warning',
  summary: 'The same grade of an area is worded in two ways',
  fixable: true,
  readsWords: false,
  *check({ report, framework }) {
    for (const area of judgedAreas(report)) {
      if (area.grade === undefined || area.doubled || area.grade.names.length < 2) continue;
      const worded = area.places.filter(place => gradeName(place) !== undefined);
      const [odd, ...others] = oddOneOut(worded, place => gradeName(place) ?? '');
      if (odd === undefined || others.length === 0) continue;
      const subject = areaWords(framework, area.area, odd.last.areaText);
      const contrary = others.map(({ words, places }) => `*${words}* ${placesInWords(report, places)}`);
      yield {
        from: odd.last.from,
        to: odd.last.to,
        message: `${subject} is ${listInWords([`*${odd.words}* here`, ...contrary])}. Use one wording.`,
        related: worded
          .filter(place => place !== odd.last)
          .map(place => ({
            from: place.from,
            to: place.to,
            message: `Here ${inSentence(subject)} is *${gradeName(place)}*.`,
          })),
        fixes: [...others.reverse(), odd].map(({ words }) => allWorded(report.document.source, area, words)),
      };
    }
  },
};

function allWorded(source: string, { places, grade }: JudgedArea, name: string): Fix {
  const different = grade === undefined ? [] : places.filter(place => (gradeName(place) ?? name) !== name);
  return {
    title: `Write “${name}” in all places`,
    edits: different.map(place => gradeEdit(source, place, place.grade, name)),
    certain: false,
  };
}
