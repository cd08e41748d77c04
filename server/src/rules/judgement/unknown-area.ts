import type { Area, Framework } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import type { Judgement } from '../../model/judgements/judgement.ts';
import type { Report } from '../../model/report.ts';
import { titleKey } from '../../model/titleKey.ts';
import { changeTo } from '../fixWith.ts';
import { nearestNames } from '../nearestNames.ts';
import type { Fix, Rule } from '../rule.ts';

/**
 * A grade is given to an area that the framework does not know. The name may be misspelt, or taken from another
 * framework; either way the grade cannot be compared with the area’s other places.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 2. Children looked after and achieving permanance: Good
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No area is called “Children looked after and achieving permanance”. Is “Children looked after and achieving permanence” meant?
 *
 * ### The graded judgement for adopton performance is that it is good
 *                              ^^^^^^^^^^^^^^^^^^^ No area is called “adopton performance”
 * ```
 *
 * Use the name that the framework gives the area:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 2. Children looked after and achieving permanence: Good
 *
 * ### The graded judgement for adoption performance is that it is good
 * ```
 *
 * A framework may leave the areas to the report:
 *
 * ```inspectmark
 * ---
 * framework: generic
 * ---
 *
 * # Inspection of a bakery
 *
 * 1. Bread and rolls: Good
 * ```
 */
export const unknownArea: Rule = {
  id: 'unknown-area',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'A grade is given to an area that the framework does not know',
  fixable: true,
  readsWords: false,
  *check({ report, framework }) {
    if (framework.openAreas) {
      for (const { carrier, areaText, from, to } of report.judgements)
        if (carrier === 'entry' && areaText === '')
          yield { from, to, message: 'This grade names no area. Write before it what is graded.' };
      return;
    }
    for (const judgement of report.judgements) {
      const { areaMatch, areaSpan, areaText, carrier, grade } = judgement;
      if (areaSpan === undefined || (areaMatch !== 'near' && areaMatch !== 'none')) continue;
      // A row of which neither name nor grade is known is a row of some other table.
      if (areaMatch === 'none' && grade === undefined && carrier === 'entry') {
        const colon = areaText.lastIndexOf(':');
        const isGraded = colon > 0 && frameworkIndex(framework).gradeByName.has(titleKey(areaText.slice(colon + 1)));
        if (isGraded && judgement.text === '')
          yield {
            ...areaSpan,
            message: 'The grade stands in the cell of the area. Put it in the next, and take the colon out.',
          };
        continue;
      }
      const choices = candidates(report, framework, judgement);
      const likely = areaMatch === 'near' ? choices[0] : undefined;
      const question = likely === undefined ? 'Name the area that is meant.' : `Is “${likely}” meant?`;
      yield {
        from: areaSpan.from,
        to: areaSpan.to > areaSpan.from ? areaSpan.to : judgement.to,
        message:
          areaText === '' ? `This grade names no area. ${question}` : `No area is called “${areaText}”. ${question}`,
        fixes: choices.map((name): Fix => changeTo(areaSpan, name)),
      };
    }
  },
};

/** The names that may be meant: the nearest first, then those of areas that this kind of place does not name yet. */
function candidates({ judgements }: Report, { areas }: Framework, { area, areaText, carrier }: Judgement): string[] {
  const names = (candidate: Area): readonly string[] =>
    carrier === 'entry' ? [candidate.title] : [candidate.title, ...candidate.headings, ...candidate.names];
  const isSmall = /^\p{Ll}/u.test(areaText);
  const written = (name: string): string =>
    (isSmall ? name.charAt(0).toLowerCase() : name.charAt(0).toUpperCase()) + name.slice(1);
  const own = areas.find(({ id }) => id === area);
  const near = nearestNames(areaText, own === undefined ? areas.filter(({ graded }) => graded) : [own], names);
  const found = near.map(({ name }) => name);
  if (own !== undefined && found.length === 0) found.push(own.title);
  if (own === undefined) {
    const named = new Set(judgements.filter(other => other.carrier === carrier).map(other => other.area));
    const open = areas.filter(
      ({ id, graded, expects }) =>
        graded && !named.has(id) && expects.includes(carrier === 'entry' ? 'entry' : 'section'),
    );
    for (const { title } of open) if (!found.includes(title)) found.push(title);
  }
  return found.slice(0, 3).map(written);
}
