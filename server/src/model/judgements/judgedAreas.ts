import type { Document } from '../../syntax/document.ts';
import { addToGroup } from '../../text/lists.ts';
import type { Grade } from '../framework.ts';
import type { Report } from '../report.ts';
import type { Judgement } from './judgement.ts';
import { ownGrade } from './ownGrades.ts';

/** A judgement whose area is sure and whose grade is known. */
export type SureJudgement = Judgement & { readonly area: string; readonly grade: Grade };

/** An area with all the places that grade it. */
export interface JudgedArea {
  readonly area: string;
  /** In the order of the text; there is one at least. */
  readonly places: readonly SureJudgement[];
  /** The grade on which all places agree; none where they do not. */
  readonly grade: Grade | undefined;
  /** Whether a carrier gives its grade twice, so that a difference may come of a wrong name. */
  readonly doubled: boolean;
}

/** The areas that are graded, each with its places. */
export function judgedAreas(report: Report): JudgedArea[] {
  const areas = new Map<string, SureJudgement[]>();
  for (const written of report.judgements) {
    const own = ownGrade(report, written);
    const judgement = own === undefined ? written : { ...written, grade: own };
    if (!isSure(judgement)) continue;
    addToGroup(areas, judgement.area, judgement);
  }
  const doubled = new Set(doubledJudgements(report).map(({ judgement }) => judgement.area));
  return [...areas].map(([area, places]) => ({
    area,
    places,
    grade: places.every(({ grade }) => grade.id === places[0]?.grade.id) ? places[0]?.grade : undefined,
    // Where a report names its own areas, two sections of one title are two areas, and so are two tables’ rows.
    doubled:
      doubled.has(area) ||
      (report.framework.openAreas && new Set(places.map(({ carrier }) => carrier)).size < places.length),
  }));
}

/** A judgement that one carrier gives for the second time, with the first. */
export interface DoubledJudgement {
  readonly judgement: Judgement;
  readonly first: Judgement;
}

/** Entries of one list, and judgement lines of one section, that grade an area again. */
export function doubledJudgements({ document, judgements, sections, framework }: Report): DoubledJudgement[] {
  const seen = new Map<string, Judgement>();
  const doubled: DoubledJudgement[] = [];
  for (const judgement of judgements) {
    const { carrier, area, areaMatch } = judgement;
    if (area === undefined || areaMatch === 'near' || (carrier !== 'entry' && carrier !== 'line')) continue;
    let root = judgement.section;
    while (
      carrier === 'line' &&
      root !== undefined &&
      sections[root]?.ownArea === undefined &&
      sections[root]?.area !== undefined
    ) {
      root = sections[root]?.parent;
    }
    // Where a report names its own areas, *2.1 Assessment* and *3.1 Assessment* are parts of two.
    const whole = framework.openAreas && carrier === 'entry' ? numberOfWhole(judgement) : '';
    // And so are the rows of two tables, of which each says in its head of what it is.
    const ofTable = framework.openAreas && carrier === 'entry' ? headOf(document, judgement) : '';
    const key = `${carrier} ${root} ${whole} ${ofTable} ${area}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, judgement);
    else doubled.push({ judgement, first });
  }
  return doubled;
}

/** What stands at the head of the first column of the table in which a judgement is a row. */
function headOf({ source, blocks, starts }: Document, { block }: Judgement): string {
  const table = blocks[block];
  const cell = table?.kind === 'table' ? table.rows[0]?.cells[0] : undefined;
  const start = starts[block] ?? 0;
  return cell === undefined ? '' : source.slice(start + cell.from, start + cell.to);
}

/** The number of the area of which one is a part, as written: *2.* of *2.1*. */
function numberOfWhole({ number = '' }: Judgement): string {
  return number.slice(0, number.lastIndexOf('.') + 1);
}

function isSure(judgement: Judgement): judgement is SureJudgement {
  return (
    judgement.area !== undefined &&
    judgement.grade !== undefined &&
    judgement.areaMatch !== 'near' &&
    judgement.areaMatch !== 'none'
  );
}
