import { builtInFramework, builtInIds } from '../../../framework/builtIn.ts';
import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { Framework } from '../../../model/framework.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import { lastDay } from '../../../model/metadata.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { sectionsOf } from '../../../model/sections.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { isOfVisit } from '../../../model/visitReport.ts';

const likely = new DerivedFacts<{ readonly framework: Framework | undefined }>();

/** Of so many sections and entries more another framework must know the meaning, and its own so small a share of them. */
const leastMore = 3;
const mostKnown = 0.6;

/**
 * The built-in framework by which a report seems to be written, if that is not the one by which it is read: the other knows
 * its sections and the areas in its list. Of frameworks that know as many, the one in use at the time of the inspection.
 */
export function likelyFramework(report: Report): Framework | undefined {
  return likely.of(report, () => ({ framework: find(report) })).framework;
}

function find(report: Report): Framework | undefined {
  const { sections, judgements, framework: own, metadata } = report;
  // (A letter on a visit has none of the titles of its framework.)
  if (isOfVisit(report)) return undefined;
  const names = [
    ...new Set(judgements.flatMap(({ areaText, carrier }) => (carrier === 'entry' ? titleKey(areaText) : []))),
  ];
  const knows = (framework: Framework, all: readonly Section[]): number => {
    const { areaByName } = frameworkIndex(framework);
    return count(all, isKnown) + count(names, name => areaByName.has(name));
  };
  const known = knows(own, sections);
  const most = sections.length + names.length;
  if (most - known < leastMore || known > mostKnown * most) return undefined;
  const day = lastDay(metadata);
  const isHeld = ({ valid: { from, to } }: Framework) =>
    day !== undefined && (from === undefined || from <= day) && (to === undefined || day <= to);
  const [best] = builtInIds
    .filter(id => id !== own.id)
    .flatMap(id => builtInFramework(id) ?? [])
    .map(framework => ({
      framework,
      known: knows(framework, sectionsOf(report.document, framework)),
      held: Number(isHeld(framework)),
    }))
    .sort((one, other) => other.known - one.known || other.held - one.held);
  if (best === undefined || best.known - known < leastMore || known > mostKnown * best.known) return undefined;
  return best.framework;
}

/** Whether a title tells what its section is, rather than its author or what it stands in. */
function isKnown({ kind, meant, attributes }: Section): boolean {
  return kind !== undefined && meant === undefined && attributes?.role === undefined;
}

function count<T>(list: readonly T[], fits: (item: T) => boolean): number {
  let fitting = 0;
  for (const item of list) if (fits(item)) fitting++;
  return fitting;
}
