import type { Judgement } from '../model/judgements/judgement.ts';
import { linksOf } from '../model/links.ts';
import type { Paragraph } from '../model/paragraph.ts';
import { paragraphWords, type Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import { addToGroup, runsOf } from '../text/lists.ts';
import { characters, columnsOf, shortened } from './columns.ts';

/**
 * A report as a tree for people: its sections with their grades and the numbers of their paragraphs, its judgement entries,
 * and its recommendations with what supports them (`← 33, 84`) or may support them (`← 10?`). No line is wider than told.
 */
export function outlineTree(report: Report, width: number): string {
  const { title, providers, inspected } = report.metadata;
  const dates = inspected.map(({ from, to }) => (from === to ? from : `${from} to ${to}`));
  const details = [providers[0] ?? 'No provider', report.framework.id, ...dates].join(' · ');
  const supporters = supportersOf(report);
  const judgements = bySection(report.judgements);
  const paragraphs = bySection(report.paragraphs);
  const lines = [shortened(title ?? 'No title', width), shortened(details, width), ''];
  for (const section of [undefined, ...report.sections]) {
    const depth = section === undefined ? 0 : depthOf(report, section);
    const own = judgements.get(section?.index) ?? [];
    const parts = paragraphs.get(section?.index) ?? [];
    if (section !== undefined) lines.push(sectionLine(section, depth, own, parts, width));
    const indent = '  '.repeat(depth + 1);
    for (const { carrier, number, areaText, text } of own) {
      if (carrier === 'entry')
        lines.push(fitted(`${indent}${(number ?? '').padEnd(4)}`, `${areaText}: ${text}`, '', width));
    }
    for (const paragraph of parts) {
      if (paragraph.kind !== 'recommendation') continue;
      const words = paragraphWords(report, paragraph, { withoutTags: true });
      const support = supporters.get(paragraph) ?? '';
      lines.push(fitted(`${indent}${(paragraph.number ?? '').padEnd(4)}`, words, support, width));
    }
  }
  return lines.map(line => `${line}\n`).join('');
}

function bySection<Part extends { readonly section: number | undefined }>(parts: readonly Part[]) {
  const groups = new Map<number | undefined, Part[]>();
  for (const part of parts) addToGroup(groups, part.section, part);
  return groups;
}

function depthOf({ sections }: Report, section: Section): number {
  let depth = 0;
  for (let at = section.parent; at !== undefined; at = sections[at]?.parent) depth++;
  return depth;
}

function sectionLine(
  section: Section,
  depth: number,
  judgements: readonly Judgement[],
  paragraphs: readonly Paragraph[],
  width: number,
): string {
  const grade = judgements.find(judgement => isGradeOf(judgement, section));
  const numbers = paragraphs.flatMap(({ kind, number }) =>
    kind === 'finding' && number !== undefined ? [number] : [],
  );
  const name =
    section.title === '' ? `(no title${section.role === undefined ? '' : `: ${section.role}`})` : section.title;
  const said = grade === undefined ? '' : ` · ${grade.grade?.label ?? grade.text}`;
  return fitted('  '.repeat(depth), name, `${said}${numbers.length === 0 ? '' : `  ${ranges(numbers)}`}`, width);
}

/** Whether a judgement is the section's own: in its heading or under it, and of its area. */
function isGradeOf({ carrier, area, text }: Judgement, section: Section): boolean {
  if (text === '' || carrier === 'entry') return false;
  return carrier !== 'statement' || area === section.area;
}

/** What is said of each recommendation's support. */
function supportersOf(report: Report): Map<Paragraph, string> {
  const { supportedBy, suggestions } = linksOf(report);
  const maybe = report.recommendations.map((): Paragraph[] => []);
  for (const [tag, [best]] of suggestions) {
    const paragraph = report.paragraphs[tag.paragraph];
    if (best !== undefined && paragraph !== undefined) maybe[best.recommendation]?.push(paragraph);
  }
  const said = report.recommendations.map((recommendation, i): [Paragraph, string] => {
    const sure = supportedBy.get(recommendation.number ?? '') ?? [];
    const unsure = new Set(maybe[i]?.map(paragraph => `${paragraph.number ?? '–'}?`));
    const all = [...sure, ...unsure];
    const most = 6;
    const more = all.length > most ? ` and ${all.length - most} more` : '';
    return [recommendation, all.length === 0 ? '' : `  ← ${all.slice(0, most).join(', ')}${more}`];
  });
  return new Map(said);
}

/** A line whose words are cut, and not what stands before and after them. */
function fitted(before: string, words: string, after: string, width: number): string {
  const room = width - columnsOf(characters(before + after));
  return `${before}${shortened(words, Math.max(room, 20))}${after}`.trimEnd();
}

/** `9–28, 30` */
function ranges(numbers: readonly string[]): string {
  const runs = runsOf(numbers, follows);
  const most = 4;
  const shown = runs.slice(0, most).map(run => (run.length < 2 ? run[0] : `${run[0]}–${run.at(-1)}`));
  return `${shown.join(', ')}${runs.length > most ? ', …' : ''}`;
}

function follows(number: string, before: string): boolean {
  const parts = [number, before].map(each => /^(.*?)(\d+)$/.exec(each));
  const [[, series, value] = [], [, seriesBefore, valueBefore] = []] = parts.map(part => part ?? []);
  return series === seriesBefore && Number(value) === Number(valueBefore) + 1;
}
