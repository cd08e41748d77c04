import { gradeEdit, gradeName } from '../../model/judgements/gradeWriting.ts';
import { type JudgedArea, judgedAreas } from '../../model/judgements/judgedAreas.ts';
import type { Judgement } from '../../model/judgements/judgement.ts';
import type { Report } from '../../model/report.ts';
import { addToGroup } from '../../text/lists.ts';
import { listInWords } from '../../text/phrases.ts';
import { areaWords, inSentence, placesInWords } from '../messages/judgementWords.ts';
import { oddOneOut, type Said } from '../oddOneOut.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

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
 * In several areas that is one habit, and told once. Choose one wording and use it in every place:
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
  *check({ report }) {
    const habits = new Map<string, WordedArea[]>();
    for (const area of judgedAreas(report)) {
      if (area.grade === undefined || area.doubled || area.grade.names.length < 2) continue;
      const worded = area.places.filter(place => gradeName(place) !== undefined);
      const [odd, ...others] = oddOneOut(worded, place => gradeName(place) ?? '');
      if (odd === undefined || others.length === 0) continue;
      // What is worded in the same two ways in several areas is one habit.
      addToGroup(habits, [odd, ...others].map(({ words }) => words).join('\n'), { area, worded, odd, others });
    }
    for (const areas of habits.values()) yield* findingOf(report, areas);
  },
};

/** An area whose grade is worded in several ways: the places that have one, and what the rarest of them says. */
interface WordedArea {
  readonly area: JudgedArea;
  readonly worded: readonly Judgement[];
  readonly odd: Said<Judgement>;
  readonly others: readonly Said<Judgement>[];
}

function* findingOf(report: Report, areas: readonly WordedArea[]): Iterable<Finding> {
  const [first, ...rest] = areas;
  if (first === undefined) return;
  const { odd, others } = first;
  const { framework, document } = report;
  const nameOf = ({ area, odd }: WordedArea): string => areaWords(framework, area.area, odd.last.areaText);
  const contrary = others.map(({ words, places }) => `*${words}* ${placesInWords(report, places)}`);
  const also =
    rest.length === 0
      ? ''
      : `; so ${rest.length === 1 ? 'is' : 'are'} ${listInWords(rest.map(own => inSentence(nameOf(own))))}`;
  yield {
    from: odd.last.from,
    to: odd.last.to,
    message: `${nameOf(first)} is ${listInWords([`*${odd.words}* here`, ...contrary])}${also}. Use one wording.`,
    related: areas.flatMap(own =>
      own.worded
        .filter(place => place !== odd.last)
        .map(place => ({
          from: place.from,
          to: place.to,
          message: `Here ${inSentence(nameOf(own))} is *${gradeName(place)}*.`,
        })),
    ),
    fixes: [...others]
      .reverse()
      .concat(odd)
      .map(({ words }) => allWorded(document.source, areas, words)),
  };
}

function allWorded(source: string, areas: readonly WordedArea[], name: string): Fix {
  const edits = areas.flatMap(({ area: { places, grade } }) => {
    const different = grade === undefined ? [] : places.filter(place => (gradeName(place) ?? name) !== name);
    return different.map(place => gradeEdit(source, place, place.grade, name));
  });
  return { title: `Write “${name}” in all places`, edits, certain: false };
}
