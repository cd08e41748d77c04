import { type Weakness, weaknessesOf } from '../../model/claims/weaknesses.ts';
import { type JudgedArea, judgedAreas } from '../../model/judgements/judgedAreas.ts';
import type { Report } from '../../model/report.ts';
import { idOfWord } from '../../model/words/wordColumns.ts';
import { idSet } from '../../model/words/wordIds.ts';
import { areaWords } from '../messages/judgementWords.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * A grade that the text does not seem to bear out. Where an area is graded less than good, there is something to improve, and
 * in a report that uses tags one of its findings carries one. Where an area has the highest grade, its findings do not say
 * that something is wrong *in too many cases*.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Ensure that plans are clear.
 *
 * ## The experiences and progress of children who need help and protection
 *
 * Judgement: Good
 *
 * ### Inspection findings
 *
 * 2. Some plans are vague. (Recommendation 1)
 *
 * ## Leadership, management and governance
 *
 * Judgement: Inadequate
 *            ^^^^^^^^^^ Area 3 is *Inadequate*, but none of its findings carries a tag. Is one missing?
 *
 * ### Inspection findings
 *
 * 3. Leaders know their services.
 * ```
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Ensure that leaders know their services.
 *
 * ## Leadership, management and governance
 *
 * Judgement: Inadequate
 *
 * ### Inspection findings
 *
 * 2. Leaders do not know their services. (Recommendation 1)
 * ```
 *
 * Tag the finding on which the grade rests, or look again at the grade. Reports that do not use tags are not asked.
 */
export const unsupportedJudgement: Rule = {
  id: 'unsupported-judgement',
  group: 'judgement',
  kind: 'question',
  severity: 'information',
  summary: 'Nothing in the findings seems to support a grade',
  fixable: false,
  readsWords: true,
  *check({ report, framework }) {
    if (framework.recommendations.link !== 'tag' || !report.tags.some(({ isNumber }) => !isNumber)) return;
    for (const area of judgedAreas(report)) {
      if (area.grade === undefined) continue;
      const found = isLow(report, area) ? withoutTag(report, area) : contrary(report, area);
      if (found !== undefined) yield found;
    }
  },
};

/** Whether an area has one of the lower half of the grades: then there is something to improve. */
function isLow({ framework: { scale } }: Report, { grade }: JudgedArea): boolean {
  return scale.length > 2 && grade !== undefined && 2 * grade.rank < scale.length && scale.includes(grade);
}

/** An area of low grade without a tag among its findings, of which there are some. */
function withoutTag(report: Report, { area, grade, places }: JudgedArea): Finding | undefined {
  const own = report.paragraphs.filter(
    ({ kind, section }) => kind === 'finding' && section !== undefined && belongs(report, section, area),
  );
  if (own.length === 0 || own.some(({ tags }) => tags.length > 0)) return undefined;
  const place = places.at(-1);
  if (place === undefined) return undefined;
  const subject = areaWords(report.framework, area, place.areaText);
  return {
    from: place.from,
    to: place.to,
    message: `${subject} is *${grade?.label}*, but none of its findings carries a tag. Is one missing?`,
    related: own.slice(0, 1).map(({ content }) => ({ ...content, message: 'Its first finding.' })),
  };
}

/** Whether a section is about an area or about a part of it. */
function belongs({ sections, framework: { areas } }: Report, section: number, area: string): boolean {
  let own = areas.find(({ id }) => id === sections[section]?.area);
  while (own !== undefined && own.id !== area) {
    const { parent } = own;
    own = parent === undefined ? undefined : areas.find(({ id }) => id === parent);
  }
  return own !== undefined || sections[section]?.area === area;
}

/** The first finding of an area of the highest grade that says that something is wrong in too many cases. */
function contrary(report: Report, { area, grade, places }: JudgedArea): Finding | undefined {
  if (grade === undefined || grade.rank !== report.framework.scale.length - 1) return undefined;
  const strong = weaknessesOf(report).filter(
    ({ statement: { part, sentence }, isFaint }) =>
      !isFaint && part === 'finding' && report.sections[sentence.paragraph.section ?? -1]?.area === area,
  );
  const first = strong.find(isStrong);
  if (first === undefined) return undefined;
  const { from, to } = first.statement.sentence;
  const subject = areaWords(report.framework, area, places[0]?.areaText ?? '');
  return {
    from,
    to,
    message: `This says that something is wrong in many cases, yet ${subject.charAt(0).toLowerCase()}${subject.slice(1)} is *${grade.label}*. Does it bear out the grade?`,
    related: places
      .slice(-1)
      .map(place => ({ from: place.from, to: place.to, message: `Here it is *${grade.label}*.` })),
  };
}

/** *Too many*, *too often*, *inadequate* */
function isStrong({ statement, at }: Weakness): boolean {
  const { words } = statement.topics.prose;
  const id = idOfWord(words, at);
  return grave.has(id) || (excess.has(id) && amounts.has(idOfWord(words, at + 1)));
}

const grave = idSet('inadequate failure failures');
const excess = idSet('too');
const amounts = idSet('many often');
