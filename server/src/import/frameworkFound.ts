import { allFrameworks, type Frameworks } from '../framework/builtIn.ts';
import type { Area, Framework, SectionKind } from '../model/framework.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import { titleKey } from '../model/titleKey.ts';
import { datesIn } from './dates.ts';
import type { PrintedLine } from './printedLine.ts';

/** With fewer titles than this a report may be any. */
const fewestTitles = 4;
/** One thing that is graded tells by itself if its name is so long: *Leadership and management* is graded in schools too. */
const fewestWordsOfArea = 5;

/**
 * The framework whose titles a report has. Of templates that share their titles, the one whose way of tying findings to
 * recommendations the report has, then the one that held at the time of the inspection.
 */
export function frameworkFound(lines: readonly PrintedLine[], frameworks: Frameworks): Framework | undefined {
  const known = allFrameworks(frameworks);
  const titles = titlesIn(lines, openingsOf(known));
  const text = lines.map(line => line.text).join(' ');
  const inspected = inspectedIn(lines);
  const scored = known
    .filter(({ id }) => id !== 'generic')
    .map(framework => ({ framework, score: titleScore(framework, titles) }))
    .filter(({ score }) => score >= fewestTitles);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .map(({ framework, score }, i) => ({
      framework,
      fit: (score / best) * 4 + linkScore(framework, text) + (heldAt(framework, inspected) ? 0.5 : 0) - i / 100,
    }))
    .sort((a, b) => b.fit - a.fit)[0]?.framework;
}

/** The first words of all titles. */
function openingsOf(frameworks: readonly Framework[]): Set<string> {
  const openings = new Set<string>();
  for (const framework of frameworks) {
    const { kindsByTitle, areaByName } = frameworkIndex(framework);
    for (const title of [...kindsByTitle.keys(), ...areaByName.keys()]) openings.add(openingOf(title));
  }
  return openings;
}

function openingOf(title: string): string {
  return /^\S+(?: \S+)?/.exec(title)?.[0].toLowerCase() ?? '';
}

/** The lines, and runs of a few, that could be titles, with a grade at their end and without it. */
function titlesIn(lines: readonly PrintedLine[], openings: ReadonlySet<string>): Set<string> {
  const titles = new Set<string>();
  lines.forEach(({ text }, i) => {
    const title = text.replace(/^\d(?:\.\d)?\.? (?=\p{Lu})/u, '');
    if (!openings.has(openingOf(title).replace(/’/g, "'"))) return;
    let joined = title;
    for (let count = 1; count <= 4 && joined.length < 160; count++) {
      const key = titleKey(joined);
      titles.add(key);
      const grade = gradeAtEnd.exec(key);
      if (grade !== null) titles.add(key.slice(0, grade.index));
      joined = `${joined} ${lines[i + count]?.text ?? ''}`;
    }
  });
  return titles;
}

const gradeAtEnd = /:? (?:(?:is|are) )?(?:\S+|requires? improvement(?: to be good)?)$/;

/** How many of a framework's sections and areas have their title there; its own first title of a section says more. */
function titleScore(framework: Framework, titles: ReadonlySet<string>): number {
  const { kindsByTitle, areaByName } = frameworkIndex(framework);
  const kinds = new Set<SectionKind>();
  for (const [title, all] of kindsByTitle) if (titles.has(title)) for (const kind of all) kinds.add(kind);
  const areas = new Set<Area>();
  for (const [name, area] of areaByName) if (titles.has(name)) areas.add(area);
  // Sections such as the inspection's team are in reports of any kind; what is graded is a framework's own.
  const isTelling = areas.size > 1 || [...areaByName.keys()].some(name => titles.has(name) && isLong(name));
  if (!framework.openAreas && !isTelling) return 0;
  const first = [...kinds].filter(({ titles: [own] }) => own !== undefined && titles.has(titleKey(own)));
  return kinds.size + areas.size + first.length / 2;
}

function isLong(name: string): boolean {
  return name.split(' ').length >= fewestWordsOfArea;
}

function linkScore({ recommendations: { link } }: Framework, text: string): number {
  const tags = [...text.matchAll(/\(recommendations?\b/gi)].length;
  const citations = [...text.matchAll(/\(paragraphs? \d/gi)].length;
  if (link === 'tag') return tags > citations ? 1 : 0;
  return link === 'citation' && citations > Math.max(3, tags) ? 1 : 0;
}

function inspectedIn(lines: readonly PrintedLine[]): string | undefined {
  for (const { text } of lines.slice(0, 40)) {
    if (/^inspection dates?\b/i.test(text)) return datesIn(text)[0];
  }
  return undefined;
}

function heldAt({ valid: { from, to } }: Framework, day: string | undefined): boolean {
  return day !== undefined && (from === undefined || from <= day) && (to === undefined || day <= to);
}
