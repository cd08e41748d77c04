import type { Area } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import { doubledJudgements } from '../../model/judgements/judgedAreas.ts';
import type { Judgement } from '../../model/judgements/judgement.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/**
 * An entry in the list of judgements has another number than the framework gives its area. Readers who look for *judgement
 * 2.2* find another area, or none.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.3 Experiences and progress of care leavers: Good
 * ^^^ “Experiences and progress of care leavers” is number 2.2, not 2.3. Change the number.
 * 3. Leadership, management and governance: Good
 * ```
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 * ```
 *
 * Several in one list are told at the first of them:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * | Judgement | Grade |
 * | --- | --- |
 * | 2.2 Adoption performance | Good |
 *   ^^^ “Adoption performance” is number 2.1, not 2.2; 1 more entry is numbered wrongly. Change the numbers.
 * | 2.1 Experiences and progress of care leavers | Good |
 * ```
 *
 * An entry may have no number where the list has no numbers, and so may a list of a framework whose areas have none:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * | Judgement | Grade |
 * | --- | --- |
 * | Adoption performance | Good |
 * | Experiences and progress of care leavers | Good |
 * ```
 */
export const entryNumber: Rule = {
  id: 'entry-number',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'An entry in the list of judgements has not the number of its area',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    const [first, ...others] = misnumbered(report);
    if (first === undefined) return;
    const { area, judgement, place } = first;
    const more = others.length === 1 ? '1 more entry is' : `${others.length} more entries are`;
    yield {
      ...place,
      message:
        others.length === 0
          ? `“${area.title}” is number ${area.number}, not ${judgement.number}. Change the number.`
          : `“${area.title}” is number ${area.number}, not ${judgement.number}; ${more} numbered wrongly. Change the numbers.`,
      related: others.map(other => ({
        ...other.place,
        message: `“${other.area.title}” is number ${other.area.number}.`,
      })),
      fixes: [fixOf([first, ...others])],
    } satisfies Finding;
  },
};

interface Misnumbered {
  readonly area: Area;
  readonly judgement: Judgement;
  /** The number as written, without a full stop after it. */
  readonly place: Span;
}

function misnumbered(report: Report): Misnumbered[] {
  const { document, framework, judgements } = report;
  const { source } = document;
  const { areaById } = frameworkIndex(framework);
  // Of an area that is named twice, one of the names is wrong and not its number.
  const doubled = new Set(doubledJudgements(report).map(({ judgement }) => judgement.area));
  return judgements.flatMap(judgement => {
    const { carrier, area: id, areaMatch, areaSpan, number } = judgement;
    const area = areaById.get(id ?? '');
    if (carrier !== 'entry' || areaMatch !== 'name' || areaSpan === undefined || area?.number === undefined) return [];
    if (number === undefined || number === area.number || doubled.has(id)) return [];
    const from = source.lastIndexOf(number, areaSpan.from - 1);
    return [{ area, judgement, place: { from, to: from + number.length } }];
  });
}

function fixOf(all: readonly Misnumbered[]): Fix {
  const [only] = all;
  return {
    title: all.length === 1 ? `Change to ${only?.area.number}` : 'Change the numbers',
    edits: all.map(({ area, place }) => ({ ...place, text: area.number ?? '' })),
    certain: false,
  };
}
