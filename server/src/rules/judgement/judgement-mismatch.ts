import type { Framework, Grade } from '../../model/framework.ts';
import { gradeEdit, gradeName } from '../../model/judgements/gradeWriting.ts';
import { type JudgedArea, judgedAreas, type SureJudgement } from '../../model/judgements/judgedAreas.ts';
import type { Carrier } from '../../model/judgements/judgement.ts';
import type { Report } from '../../model/report.ts';
import { listInWords } from '../../text/phrases.ts';
import { areaWords, inSentence, placesInWords } from '../messages/judgementWords.ts';
import { oddOneOut } from '../oddOneOut.ts';
import type { Fix, Rule } from '../rule.ts';
import { readsStrayLines, strayLines } from './entries/judgementLines.ts';

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
 * A report of another inspectorate has words of its own, and they are compared as well:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * ---
 *
 * ## Our judgements
 *
 * | Question | Rating |
 * | --- | --- |
 * | Responding to the public | Adequate |
 * | Preventing crime | Adequate |
 *
 * ## Responding to the public
 *
 * Rating: Good
 *         ^^^^ “Responding to the public” is *Good* here and *Adequate* in the table. Decide which is meant.
 * ```
 *
 * Two areas whose grades have changed places are told of once:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 3. Leadership, management and governance: Outstanding
 *
 * ## The experiences and progress of children who need help and protection
 *
 * Judgement: Outstanding
 *            ^^^^^^^^^^^ Area 1 is *Outstanding* here and *Good* in the list; of area 3 the reverse holds.
 *
 * ## Leadership, management and governance
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
  readsWords: readsStrayLines,
  *check({ report, framework }) {
    const areas = judgedAreas(report);
    const exchanged = new Map<JudgedArea, JudgedArea>();
    for (const area of areas) {
      // Where two areas have changed places, the first is told.
      if (exchanged.has(area)) continue;
      const twin = (areas.length > mostAreas ? [] : areas).find(
        own => own !== area && !exchanged.has(own) && isExchanged(area, own),
      );
      if (twin !== undefined) exchanged.set(twin, area);
      if (area.grade !== undefined || area.doubled || isToldElsewhere(report, area, areas)) continue;
      const [odd, ...others] = oddOneOut(area.places, ({ grade }) => grade.label);
      if (odd === undefined) continue;
      const { from, to, areaText } = odd.last;
      const subject = areaWords(framework, area.area, areaText);
      const contrary = others.map(({ words, places }) => `*${words}* ${placesInWords(report, places)}`);
      yield {
        from,
        to,
        message:
          twin === undefined
            ? `${subject} is ${listInWords([`*${odd.words}* here`, ...contrary])}. Decide which is meant.`
            : `${subject} is ${listInWords([`*${odd.words}* here`, ...contrary])}; of ${inSentence(wordsOf(framework, twin))} the reverse holds. Have the two changed places?`,
        related: [...area.places, ...(twin?.places ?? [])]
          .filter(place => place !== odd.last)
          .map(place => ({
            from: place.from,
            to: place.to,
            message: `Here ${inSentence(areaWords(framework, place.area, place.areaText))} is *${place.grade.label}*.`,
          })),
        fixes: [...others.reverse(), odd].map(({ last }) => allLike(report.document.source, area, last)),
      };
    }
  },
};

/**
 * Whether the difference comes of a fault that is told where it stands: a second judgement line or entry, or an entry that
 * names another entry's area and has the grade of its own.
 */
function isToldElsewhere(report: Report, { area, places }: JudgedArea, areas: readonly JudgedArea[]): boolean {
  const { framework, document } = report;
  if (
    strayLines(report).some(
      ({ first, own, grade }) => first !== undefined && own?.ownArea === area && agrees(grade, places, 'line'),
    )
  )
    return true;
  const entry = places.find(({ carrier }) => carrier === 'entry');
  const block = document.blocks[entry?.block ?? -1];
  if (entry === undefined || block?.kind !== 'numbered') return false;
  if (block.hiddenNumbers.some(({ number }) => number === block.number.number)) return true;
  const known = framework.areas.find(({ id }) => id === area);
  if (known?.number === undefined || entry.number === known.number) return false;
  const meant = framework.areas.find(({ number }) => number === entry.number);
  const others = areas.find(own => own.area === meant?.id)?.places ?? [];
  return agrees(entry.grade, others, 'entry');
}

/** Of more areas each is told by itself. */
const mostAreas = 50;

/**
 * Whether two areas have each other’s grade in some carriers: they have two grades, and each differs from its own in the
 * same way.
 */
function isExchanged(one: JudgedArea, other: JudgedArea): boolean {
  if (one.grade !== undefined || other.grade !== undefined || one.doubled || other.doubled) return false;
  if (one.places.length !== other.places.length) return false;
  const grades = new Set(one.places.map(({ grade }) => grade.id));
  return (
    grades.size === 2 &&
    one.places.every(({ carrier, grade }) => {
      const its = other.places.find(place => place.carrier === carrier);
      return its !== undefined && its.grade.id !== grade.id && grades.has(its.grade.id);
    })
  );
}

function wordsOf(framework: Framework, { area, places }: JudgedArea): string {
  return areaWords(framework, area, places[0]?.areaText ?? '');
}

/** Whether all places but those of one sort have a grade. */
function agrees(grade: Grade, places: readonly SureJudgement[], but: Carrier): boolean {
  const others = places.filter(({ carrier }) => carrier !== but);
  return others.length > 0 && others.every(own => own.grade.id === grade.id);
}

function allLike(source: string, area: JudgedArea, model: SureJudgement): Fix {
  const different = area.places.filter(({ grade }) => grade.id !== model.grade.id);
  return {
    title: `Make all “${model.grade.label}”`,
    edits: different.map(place => gradeEdit(source, place, model.grade, gradeName(model))),
    certain: false,
  };
}
