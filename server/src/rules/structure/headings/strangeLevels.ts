import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { fixWith } from '../../fixWith.ts';
import { isWrittenTwice, quotedTitle } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';
import { type LevelPlace, levelPlaces } from './levelPlaces.ts';
import { strayLevels } from './strayLevels.ts';

/** Sections that stand higher or lower than their like. */
export function* strangeLevels(report: Report): Iterable<Finding> {
  const { headline, sections } = report;
  const places = levelPlaces(report);
  yield* strayLevels(report, places);
  for (const section of sections) {
    const { index, level, depth, heading, parent } = section;
    const isHeadline = index === headline;
    const place = places.get(section);
    const own = isHeadline ? headlineLevel(sections, section) : (place?.level ?? depth);
    // That it skips a level is told already.
    if (own === level || level > (sections[parent ?? -1]?.depth ?? 6) + 1 || isWrittenTwice(report, section)) continue;
    if (place !== undefined && followsRaised(place, level, places.get(place.beside))) continue;
    const marks = '#'.repeat(own);
    const relation = place !== undefined && place.level > place.beside.depth ? 'under' : 'beside';
    const beside = place === undefined ? '' : `, ${relation} ${quotedTitle(place.beside)}`;
    yield {
      from: heading.from,
      to: heading.from + level,
      message: isHeadline
        ? `The report’s title stands no higher than its sections. Begin it with ${marks}.`
        : `This heading belongs ${own < level ? 'higher' : 'lower'}${beside}. Begin it with ${marks}.`,
      fixes: [
        fixWith(
          own < level ? 'Raise the heading' : 'Lower the heading',
          { from: heading.from, to: heading.from + level },
          marks,
        ),
      ],
    };
  }
}

/** Whether a heading stands rightly under another once that is raised to where it belongs: then that alone is told. */
function followsRaised({ beside }: LevelPlace, level: number, right: LevelPlace | undefined): boolean {
  return right !== undefined && right.level < beside.depth && level === right.level + 1;
}

/** The level at which a headline belongs that stands no higher than the sections under it. */
function headlineLevel(sections: readonly Section[], { index, level }: Section): number {
  const under = sections.slice(index + 1).filter(({ ownRole }) => ownRole !== undefined);
  const highest = under.reduce((least, own) => Math.min(least, own.level), 7);
  return under.length >= fewestUnder && level > 1 && highest <= level ? level - 1 : level;
}

/** So many sections show at which level a report’s stand. */
const fewestUnder = 3;
