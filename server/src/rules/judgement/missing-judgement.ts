import type { Area } from '../../model/framework.ts';
import { isInOpening } from '../../model/judgements/judgements.ts';
import { mayBeMisplaced } from '../../model/judgements/misplacedJudgements.ts';
import { isRequiredArea } from '../../model/requiredAreas.ts';
import { isOfVisit } from '../../model/visitReport.ts';
import type { Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { mayBeMeantLine, mayBeMeantStatement } from './entries/meantJudgements.ts';
import { missingInOpening } from './entries/missingInOpening.ts';
import { ungradedSections } from './entries/ungradedSections.ts';
import { ungradedAmongOwn, unlistedSections } from './entries/unlistedSections.ts';
import { isBelowFirst, isInList } from './entries/unreadEntries.ts';

/**
 * The framework expects an area’s grade in a place where there is none: in the headline, in the list of judgements, or
 * in the area’s section.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.2 Experiences and progress of care leavers: Good
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Area 2.1, “Adoption performance”, is missing from the list
 * 3. Leadership, management and governance: Good
 *
 * ## Leadership, management and governance
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This section gives no grade
 *
 * ### Inspection findings
 * ```
 *
 * Add the entry, and the judgement line under the heading:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 *
 * ## Leadership, management and governance
 *
 * Judgement: Good
 * ```
 *
 * Where the numbers of entries do not rise, two are read as one:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 3. Leadership, management and governance: Good
 * 1. Children who need help and protection: Good
 * ^ This line is read as part of entry 3: its number is not higher
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * ```
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 3. Leadership, management and governance: Good
 *
 * 1. Children who need help and protection: Good
 *
 * 2. Children looked after and achieving permanence: Good
 *
 * 2.1 Adoption performance: Good
 *
 * 2.2 Experiences and progress of care leavers: Good
 * ```
 *
 * Rows without the line that makes them a table are no list:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-ilacs
 * ---
 *
 * | Judgement | Grade |
 * ^^^^^^^^^^^^^^^^^^^^^ These rows are not read as a table
 * | Overall effectiveness | Good |
 *
 * ## What needs to improve?
 *
 * - The oversight of private fostering.
 * ```
 *
 * An entry that has lost its number, its colon or its line is told where it stands:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * Adoption performance: Good
 * ^^^^^^^^^^^^^^^^^^^^ This is not read as an entry of the list. Write it as a line of its own: “2.1 Adoption performance: …”.
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 * ```
 *
 * So is one that has lost its area:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1: Good
 * ^^^^^^^^^ This is not read as an entry of the list. Write it as a line of its own: “2.1 Adoption performance: …”.
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 * ```
 *
 * And so is a headline that is no heading:
 *
 * ```inspectmark,expect
 * Children’s services in Ely are good
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This overall judgement is not read, for it is no heading. Write “# ” before it.
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 * ```
 *
 * A judgement line that is written with another mark, or as a bullet, is told where it stands:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 *
 * ## Leadership, management and governance
 *
 * Judgement; Good
 * ^^^^^^^^^^^^^^^ This is not read as the grade of its section. Write “Judgement: Good”.
 *
 * ### Inspection findings
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
 *
 * ## Leadership, management and governance
 *
 * Judgement: Good
 *
 * ### Inspection findings
 * ```
 *
 * A section’s grade that is in the list can be added as it stands there:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Requires improvement
 *
 * ## Leadership, management and governance
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This section gives no grade
 *
 * Leaders know what is to be done.
 * ```
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Requires improvement
 *
 * ## Leadership, management and governance
 *
 * Judgement: Requires improvement
 *
 * Leaders know what is to be done.
 * ```
 *
 * Where the list is missing it can be added, for its grades to be filled in:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The list of judgements is missing.
 *
 * ## Executive summary
 * ```
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection:
 * 2. Children looked after and achieving permanence:
 * 2.1 Adoption performance:
 * 2.2 Experiences and progress of care leavers:
 * 3. Leadership, management and governance:
 *
 * ## Executive summary
 * ```
 *
 * A draft that states nothing yet is told so once:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *    ^^^^^^^^^^^^^^^^^ The judgements are missing.
 * ```
 */
export const missingJudgement: Rule = {
  id: 'missing-judgement',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'A grade is missing where the framework expects it',
  fixable: true,
  readsWords: whereStands(
    mayBeMisplaced,
    mayBeMeantLine,
    mayBeMeantStatement,
    ({ sections }, block) => isInOpening(sections, block),
    isBelowFirst,
    isInList,
  ),
  *check({ report, framework }) {
    yield* unlistedSections(report);
    yield* ungradedAmongOwn(report);
    const isRequired = (area: Area): boolean => isRequiredArea(area, report.metadata);
    if (!framework.areas.some(area => area.graded && isRequired(area)) || isOfVisit(report)) return;
    // An area that need not be graded, and is, is graded in all of its places.
    const stated = new Set(report.judgements.map(({ area }) => area));
    const areas = framework.areas.filter(area => area.graded && (isRequired(area) || stated.has(area.id)));
    yield* missingInOpening(report, areas);
    yield* ungradedSections(
      report,
      areas.filter(({ expects }) => expects.includes('section')),
    );
  },
};
