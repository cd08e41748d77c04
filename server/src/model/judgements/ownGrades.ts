import { editDistance } from '../../text/editDistance.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Framework, Grade } from '../framework.ts';
import type { Report } from '../report.ts';
import { titleKey } from '../titleKey.ts';
import { gradesOf } from './gradeWriting.ts';
import type { Judgement } from './judgement.ts';

/**
 * The grade that a report has besides the scale, where its framework takes any report: words by which it grades more than
 * once (*Adequate*) or that outnumber those of the scale in its list, and once it has such, others too; or that the area's
 * own section says too. Not those that are a slip in writing another. It has no place on the scale.
 */
export function ownGrade(report: Report, { text, area, grade }: Judgement): Grade | undefined {
  const { framework } = report;
  if (!framework.openAreas || grade !== undefined || text === '') return undefined;
  const key = titleKey(text);
  if (toBeFilledIn.test(key)) return undefined;
  const repeated = found.of(report, repeatedIn);
  const isOne = repeated.has(key) || said.of(report, saidIn).has(key);
  if (!isOne && (repeated.size === 0 || isSlipOf(key, repeated))) return undefined;
  if (gradesOf(framework, area).some(({ names }) => isSlipOf(key, names.map(titleKey)))) return undefined;
  return { id: key, label: text, rank: -1, names: [text], singular: [], plural: [] };
}

/** (A slip leaves the first letter: *Adequate* is not *Inadequate* misspelt.) */
function isSlipOf(key: string, names: Iterable<string>): boolean {
  const most = Math.max(2, Math.ceil(key.length * slipShare));
  for (const name of names)
    if (name.charAt(0) === key.charAt(0) && editDistance(key, name, most + 1) <= most) return true;
  return false;
}

/**
 * The grades that a report has besides the scale, if it grades by a scale of its own: where it has such grades, or none of
 * the scale at all. Nothing where it does not.
 */
export function ownScale(report: Report): readonly Grade[] | undefined {
  return scales.of(report, scaleOf);
}

const found = new DerivedFacts<ReadonlySet<string>>();
const said = new DerivedFacts<ReadonlySet<string>>();
const scales = new DerivedFacts<readonly Grade[] | undefined>();

function scaleOf(report: Report): readonly Grade[] | undefined {
  if (!report.framework.openAreas) return undefined;
  const own = new Map<string, Grade>();
  const repeated = found.of(report, repeatedIn);
  for (const judgement of repeated.size === 0 ? [] : report.judgements) {
    const grade = ownGrade(report, judgement);
    if (grade !== undefined && !own.has(grade.id)) own.set(grade.id, grade);
  }
  const isOther = report.judgements.length > 0 && report.judgements.every(({ grade }) => grade === undefined);
  return own.size > 0 || isOther ? [...own.values()] : undefined;
}

/** What keeps the place of a grade that is to be given. (A dash may say that there is none.) */
const toBeFilledIn = /^[.…?_]+$/;

/** What stands in the place of a grade more than once and is not on the scale. */
function repeatedIn({ framework, judgements }: Report): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { text, grade, area } of judgements) {
    const key = titleKey(text);
    if (grade !== undefined || key === '' || toBeFilledIn.test(key)) continue;
    if (seen.has(key) && !gradesOf(framework, area).some(({ names }) => isSlipOf(key, names.map(titleKey))))
      repeated.add(key);
    seen.add(key);
  }
  return repeated.size > 0 ? repeated : outnumbering(framework, judgements);
}

/** What a list of judgements says in place of grades, if that is other words more often than grades of the scale: it has its own. */
function outnumbering(framework: Framework, judgements: readonly Judgement[]): ReadonlySet<string> {
  const entries = judgements.filter(({ carrier, text }) => carrier === 'entry' && text !== '');
  const isSlip = (key: string): boolean => framework.scale.some(({ names }) => isSlipOf(key, names.map(titleKey)));
  const others = entries
    .flatMap(({ grade, text }) => (grade === undefined ? titleKey(text) : []))
    .filter(key => key !== '' && !toBeFilledIn.test(key) && !isSlip(key));
  return others.length < fewestOthers || 2 * others.length <= entries.length ? new Set() : new Set(others);
}

/** One alone may be a slip. */
const fewestOthers = 2;

/**
 * Words in the place of a grade that stand in other rows of its table too, or in the text of the area's own section: *The
 * college makes a reasonable contribution*.
 */
function saidIn({ document, framework, judgements, sections }: Report): ReadonlySet<string> {
  const { source } = document;
  const words = new Set<string>();
  let looks = 0;
  for (const { text, grade, areaText, carrier, block } of judgements) {
    const key = titleKey(text);
    if (grade !== undefined || carrier !== 'entry' || key === '' || words.has(key) || ++looks > mostLooks) continue;
    if (framework.scale.some(({ names }) => isSlipOf(key, names.map(titleKey)))) continue;
    if (secondCells(document, block).filter(cell => cell === key).length > 1) words.add(key);
    const area = titleKey(areaText);
    const own = sections.find(({ title }) => titleKey(title) === area);
    const after = own && sections[own.index + 1];
    const prose =
      own === undefined
        ? ''
        : source.slice(own.heading.to, Math.min(after?.from ?? source.length, own.heading.to + longestLook));
    const isWord = (at: number) =>
      !/\p{L}/u.test(prose.charAt(at - 1)) && !/\p{L}/u.test(prose.charAt(at + key.length));
    const at = prose.toLowerCase().indexOf(key);
    if (at >= 0 && isWord(at)) words.add(key);
  }
  return words;
}

/** What stands in the second cells of a table, as names are compared. */
function secondCells({ source, blocks, starts }: Report['document'], index: number): string[] {
  const block = blocks[index];
  const start = starts[index] ?? 0;
  if (block?.kind !== 'table' || block.rows.length > mostRows) return [];
  return block.rows.flatMap(({ cells: [, cell] }) =>
    cell === undefined ? [] : titleKey(source.slice(start + cell.from, start + cell.to)),
  );
}

/** No list of judgements has more rows. */
const mostRows = 60;

/** So many grades are looked for in so much text. */
const mostLooks = 30;
const longestLook = 4000;

/** So much of a grade may be written wrongly. */
const slipShare = 0.4;
