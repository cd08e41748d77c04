import type { SectionKind } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { titleKey } from '../../model/titleKey.ts';
import { addToGroup } from '../../text/lists.ts';
import { mayHoldTitle, missingSections } from '../missingSections.ts';
import { isWrittenTwice, quotedTitle } from '../reportParts.ts';
import type { Edit, Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { headingsAsText } from './headings/headingsAsText.ts';

/**
 * A heading is two levels or more below the one it belongs to: `####` follows `##`. Readers who have the report read out
 * to them think that a heading is missing between the two.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * #### Summary
 * ^^^^ This heading skips a level under “Leadership, management and governance”
 *
 * #### Inspection findings
 * ```
 *
 * Take the marks out that are too many. Headings that stand beside it follow:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * ### Summary
 *
 * ### Inspection findings
 * ```
 *
 * So does one that stands higher or lower than the sections beside which it belongs:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * # Recommendations
 * ^ This heading belongs lower. Begin it with ##.
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 * ```
 *
 * ```inspectmark,expect
 * ## Children’s services in Ely are good
 * ^^ The report’s title stands no higher than its sections. Begin it with #.
 *
 * ## Executive summary
 *
 * ### Recommendations
 * ^^^ This heading belongs higher, beside “Executive summary”. Begin it with ##.
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 * ```
 *
 * A line with marks is no heading where no blank follows them, or where there are more than six:
 *
 * ```inspectmark,expect
 * ## Leadership, management and governance
 *
 * ###Inspection findings
 * ^^^ This line is printed as it stands: no blank follows its marks.
 *
 * ####### Early help
 * ^^^^^^^ This line is printed as it stands: a heading has six marks at most.
 * ```
 *
 * Nor is it one where another mark stands before them, or where they are gone:
 *
 * ```inspectmark,expect
 * ## Leadership, management and governance
 *
 * - ### Early help
 * ^^^^^ This line is printed as it stands: “-” stands before its marks.
 *
 * > ### Early years
 * ^^^^^ This line is printed as it stands: “>” stands before its marks.
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ### Inspection findings
 *
 * 1. Early help is timely.
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * Inspection findings
 * ^^^^^^^^^^^^^^^^^^^ This is the title of a section, and is read as text. Write “### ” before it.
 *
 * 2. Plans are clear.
 * ```
 *
 * A heading that has come out of its section, or is the only one under another, is told too:
 *
 * ```inspectmark,expect
 * ## Leadership, management and governance
 *
 * ## Summary
 * ^^ This heading belongs lower, under “Leadership, management and governance”. Begin it with ###.
 *
 * ## Information about this local authority area
 *
 * ### Local leadership
 *
 * ### Child protection in this area
 *
 * #### Children living in this area
 * ^^^^ This is the only heading under “Child protection in this area”.
 *
 * ### Children looked after in this area
 * ```
 *
 * A section may have a part that is called as others of its kind are:
 *
 * ```inspectmark
 * ---
 * framework: ofsted-sif-2014
 * ---
 *
 * ## The local authority
 *
 * ### What does the local authority need to improve?
 *
 * #### Areas for improvement
 *
 * 1. Ensure that plans are up to date.
 *
 * ### The local authority’s strengths
 *
 * ## The Local Safeguarding Children Board (LSCB)
 *
 * ### What does the LSCB need to improve?
 *
 * 2. Carry out regular audits.
 * ```
 *
 * A report may begin at any level, and may go up by as many levels as it likes:
 *
 * ```inspectmark
 * ## Leadership, management and governance
 *
 * ### Inspection findings
 *
 * #### Early help
 *
 * ## Information about this inspection
 * ```
 */
export const headingLevel: Rule = {
  id: 'heading-level',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A heading skips a level, is at another than its like, or is none for its marks',
  fixable: true,
  readsWords: whereStands(mayHoldTitle),
  *check({ report }) {
    yield* headingsAsText(report);
    yield* strangeLevels(report);
    const groups = new Map<number, Section[]>();
    for (const section of report.sections) {
      const parent = section.parent === undefined ? undefined : report.sections[section.parent];
      if (parent === undefined || section.level <= parent.depth + 1) continue;
      addToGroup(groups, parent.index, section);
    }
    for (const [index, [first, ...others]] of groups) {
      const parent = report.sections[index];
      if (first === undefined || parent === undefined) continue;
      yield {
        from: first.heading.from,
        to: first.heading.from + first.level,
        message: `This heading skips a level under ${quotedTitle(parent)}. Begin it with ${'#'.repeat(parent.depth + 1)}.`,
        related: others.map(({ heading, level }) => ({
          from: heading.from,
          to: heading.from + level,
          message: 'This heading as well.',
        })),
        fixes: [
          {
            title: others.length === 0 ? 'Raise the heading' : 'Raise the headings',
            edits: [first, ...others].flatMap(section => raised(report, section, section.level - parent.depth - 1)),
            certain: true,
          },
        ],
      };
    }
  },
};

/** Sections that stand higher or lower than their like. */
function* strangeLevels(report: Report): Iterable<Finding> {
  const { headline, sections } = report;
  const places = placesOf(report);
  yield* strayLevels(report, new Set(places.keys()));
  for (const section of sections) {
    const { index, level, depth, heading, parent } = section;
    const isHeadline = index === headline;
    const place = places.get(section);
    const own = isHeadline ? headlineLevel(sections, section) : (place?.level ?? depth);
    // That it skips a level is told already.
    if (own === level || level > (sections[parent ?? -1]?.depth ?? 6) + 1 || isWrittenTwice(report, section)) continue;
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
        {
          title: own < level ? 'Raise the heading' : 'Lower the heading',
          edits: [{ from: heading.from, to: heading.from + level, text: marks }],
          certain: false,
        },
      ],
    };
  }
}

/** Headings that have come out of the section in which alone their title has its place, and only ones under another. */
function* strayLevels(report: Report, told: ReadonlySet<Section>): Iterable<Finding> {
  const { sections, framework } = report;
  const children = new Map<number, Section[]>();
  for (const section of sections) {
    const own = children.get(section.parent ?? -1);
    if (own === undefined) children.set(section.parent ?? -1, [section]);
    else own.push(section);
  }
  for (const section of sections) {
    const { kind, title, depth, index, parent, heading, level } = section;
    if (told.has(section) || title === '') continue;
    const place = { from: heading.from, to: heading.from + level };
    const above = sections[index - 1];
    if (kind === undefined && above !== undefined && above.depth === depth && above.ownRole !== undefined) {
      const key = titleKey(title);
      const isPart = framework.sections.some(
        ({ within, titles }) => within.includes(above.ownRole ?? '') && titles.some(own => titleKey(own) === key),
      );
      if (isPart) {
        const marks = '#'.repeat(level + 1);
        yield {
          ...place,
          message: `This heading belongs lower, under ${quotedTitle(above)}. Begin it with ${marks}.`,
          fixes: [{ title: 'Lower the heading', edits: [{ ...place, text: marks }], certain: false }],
        };
        continue;
      }
    }
    const over = sections[parent ?? -1];
    if (over === undefined || over.depth < deepEnough || depth !== over.depth + 1 || kind !== undefined) continue;
    const beside = children.get(over.parent ?? -1) ?? [];
    if (children.get(over.index)?.length !== 1 || beside.length < fewestBeside) continue;
    if (beside.some(own => own !== over && children.has(own.index))) continue;
    const marks = '#'.repeat(level - 1);
    yield {
      ...place,
      severity: 'information',
      message: `This is the only heading under ${quotedTitle(over)}. Does it belong beside it, with ${marks}?`,
      fixes: [{ title: 'Raise the heading', edits: [{ ...place, text: marks }], certain: false }],
    };
  }
}

/** Above it a section may well have a single part. */
const deepEnough = 3;
/** So many headings of a level show how it is divided, or that it is not. */
const fewestBeside = 3;

/** The level at which a section belongs, and one that stands there. */
interface Place {
  readonly level: number;
  readonly beside: Section;
}

/**
 * Where sections belong that stand elsewhere than their like: those into which every report is divided, those that each
 * area has, and parts of an area that stand beside it.
 */
function placesOf(report: Report): Map<Section, Place> {
  const { sections, framework } = report;
  const { areaById } = frameworkIndex(framework);
  const places = new Map<Section, Place>();
  const main = new Map<SectionKind, Section>();
  const firstOf = new Map<string, Section>();
  const repeated = new Map<SectionKind | string, Section[]>();
  // Where a section is missing, another's part of that title is not it.
  const lacking = new Set(missingSections(report).flatMap(({ kinds }) => kinds));
  for (const section of sections) {
    const { kind, depth, ownArea } = section;
    if (ownArea !== undefined && !firstOf.has(ownArea)) firstOf.set(ownArea, section);
    if (kind === undefined) continue;
    const parent = areaById.get(areaById.get(kind.area ?? '')?.parent ?? '');
    const whole = parent && firstOf.get(parent.id);
    if (whole !== undefined && whole !== section && depth <= whole.depth)
      places.set(section, { level: whole.depth + 1, beside: whole });
    if (
      parent === undefined &&
      isMain(kind) &&
      !main.has(kind) &&
      !lacking.has(kind) &&
      !isPartElsewhere(report, section)
    )
      main.set(kind, section);
    // Where any report is read, sections of one kind and other titles need not be alike.
    if (kind.area === undefined && !isPartOfLike(sections, section))
      addToGroup(repeated, framework.openAreas ? titleKey(section.title) : kind, section);
  }
  const odd = [
    oddOne([...main.values()]),
    ...[...repeated.values()].map(same => {
      const inAreas = same.filter(({ area }) => area !== undefined);
      const least = inAreas.reduce((depth, section) => Math.min(depth, section.depth), Infinity);
      return oddOne(same.filter(({ area, depth }) => area !== undefined || depth < least));
    }),
  ];
  for (const [section, place] of odd.flatMap(own => own ?? [])) places.set(section, place);
  return places;
}

/** Whether a section stands in another of its kind: *Areas for improvement* under *What does the local authority need to improve?*. */
function isPartOfLike(sections: readonly Section[], { kind, parent }: Section): boolean {
  for (let above = sections[parent ?? -1]; above !== undefined; above = sections[above.parent ?? -1])
    if (above.kind === kind) return true;
  return false;
}

/**
 * Whether a report that names its own areas has a section as a part: of a summary that is divided, of an area that is graded, or of several sections alike
 * (*Areas for improvement* under each of its questions), or of one of its kind beside it (*Priority concerns*, *Key concerns*).
 */
function isPartElsewhere({ framework, judgements, sections }: Report, own: Section): boolean {
  const { kind, parent, depth, index } = own;
  const over = sections[parent ?? -1];
  if (!framework.openAreas || over === undefined || over.level === 1) return false;
  const area = titleKey(over.title);
  // (*Areas for improvement* under *Summary of recommendations and areas for improvement*.)
  if (area !== titleKey(own.title) && area.includes(titleKey(own.title))) return true;
  if (judgements.some(({ carrier, areaText }) => carrier === 'entry' && titleKey(areaText) === area)) return true;
  const beside = sections.filter(own => own.index !== index && own.depth === depth);
  return beside.some(own => own.kind === kind || (own.parent === over.index && over.ownRole === 'summary'));
}

/** So many sections at one level show that they all belong there. */
const fewest = 2;

/** Of sections that belong at one level the only one that stands at another. */
function oddOne(sections: readonly Section[]): [[Section, Place]] | undefined {
  const byLevel = new Map<number, Section[]>();
  for (const section of sections) addToGroup(byLevel, section.depth, section);
  const [most, least, ...others] = [...byLevel.values()].sort((one, other) => other.length - one.length);
  const [beside] = most ?? [];
  const [odd] = least ?? [];
  if (beside === undefined || odd === undefined || others.length > 0) return undefined;
  return least?.length === 1 && (most?.length ?? 0) >= fewest ? [[odd, { level: beside.depth, beside }]] : undefined;
}

/** Roles of sections into which a report is divided; the others may stand in one of them. */
const mainRoles = new Set(['summary', 'context', 'recommendations', 'children-summary', 'area', 'method']);

function isMain({ within, role }: SectionKind): boolean {
  return within.length === 0 && mainRoles.has(role);
}

const fewestUnder = 3;

/** The level at which a headline belongs that stands no higher than the sections under it. */
function headlineLevel(sections: readonly Section[], { index, level }: Section): number {
  const under = sections.slice(index + 1).filter(({ ownRole }) => ownRole !== undefined);
  const highest = under.reduce((least, own) => Math.min(least, own.level), 7);
  return under.length >= fewestUnder && level > 1 && highest <= level ? level - 1 : level;
}

/** Takes as many marks from a heading and from those under it. */
function raised({ sections }: Report, { index, to }: Section, steps: number): Edit[] {
  const edits: Edit[] = [];
  for (let i = index; (sections[i]?.from ?? to) < to; i++) {
    const from = sections[i]?.heading.from ?? 0;
    edits.push({ from, to: from + steps, text: '' });
  }
  return edits;
}
