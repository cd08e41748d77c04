import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Judgement } from '../model/judgement.ts';
import { linksOf } from '../model/links.ts';
import type { Paragraph } from '../model/paragraph.ts';
import { type Report, wordsOf } from '../model/report.ts';
import type { Section } from '../model/section.ts';

/** How many characters of a paragraph's first words the outline shows. */
const shown = 60;

/** The outline: sections with their grade, judgement entries, numbered paragraphs with their first words, recommendations with their support. */
export function documentSymbols(report: Report): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const children = new Map<number | undefined, DocumentSymbol[]>([[undefined, roots]]);
  const grades = ownGrades(report);
  for (const section of report.sections) {
    const symbol = sectionSymbol(report, section, grades.get(section.index));
    children.get(section.parent)?.push(symbol);
    children.set(section.index, symbol.children ?? []);
  }
  for (const judgement of report.judgements) {
    if (judgement.carrier === 'entry') children.get(judgement.section)?.push(entrySymbol(report, judgement));
  }
  for (const paragraph of report.paragraphs) {
    if (paragraph.series !== undefined || paragraph.kind === 'recommendation')
      children.get(paragraph.section)?.push(paragraphSymbol(report, paragraph));
  }
  for (const symbols of children.values()) symbols.sort((a, b) => a.range.start.line - b.range.start.line);
  return roots;
}

/** The grade of each section that states its own, under its heading or in a sentence; a heading's own grade is in its title. */
function ownGrades({ judgements, sections }: Report): Map<number, string> {
  const grades = new Map<number, string>();
  for (const { carrier, section: index, area, grade, block } of judgements) {
    const section = index === undefined ? undefined : sections[index];
    if (section === undefined || grade === undefined || grades.has(section.index) || block === section.block) continue;
    if (carrier === 'line' || (carrier === 'statement' && area === section.ownArea))
      grades.set(section.index, grade.label);
  }
  return grades;
}

function sectionSymbol({ text }: Report, section: Section, grade: string | undefined): DocumentSymbol {
  return {
    name: named(section.title, section.role ?? 'Section'),
    ...(grade !== undefined && { detail: grade }),
    kind: SymbolKind.String,
    range: text.range({ from: section.heading.from, to: section.to }),
    selectionRange: text.range(section.heading),
    children: [],
  };
}

function entrySymbol({ text, document }: Report, judgement: Judgement): DocumentSymbol {
  const from = judgement.areaSpan?.from ?? judgement.from;
  const to = Math.max(from, judgement.to);
  const start = document.starts[judgement.block] ?? 0;
  const block = document.blocks[judgement.block];
  const entry = block?.kind === 'numbered' ? { from: start + block.start, to: start + block.end } : { from, to };
  return {
    name: named(`${judgement.number ?? ''} ${judgement.areaText}`, 'Judgement'),
    detail: judgement.text,
    kind: SymbolKind.Property,
    range: text.range(entry),
    selectionRange: text.range({ from, to }),
  };
}

function paragraphSymbol(report: Report, paragraph: Paragraph): DocumentSymbol {
  const isRecommendation = paragraph.kind === 'recommendation';
  const number = paragraph.number === undefined ? '' : `${paragraph.number}. `;
  const detail = isRecommendation ? support(report, paragraph) : tagsOf(paragraph);
  return {
    name: named(`${number}${firstWords(report, paragraph)}`, 'Paragraph'),
    ...(detail !== undefined && { detail }),
    kind: isRecommendation ? SymbolKind.Event : SymbolKind.Field,
    range: report.text.range(paragraph),
    selectionRange: report.text.range(paragraph.numberSpan ?? paragraph),
  };
}

function firstWords(report: Report, paragraph: Paragraph): string {
  const words = wordsOf(report, paragraph.block, paragraph.content, true);
  if (words.length <= shown) return words;
  const space = words.lastIndexOf(' ', shown);
  return space <= 0 ? `${[...words.slice(0, shown)].slice(0, -1).join('')}…` : `${words.slice(0, space)} …`;
}

/** The findings that support a recommendation. */
function support(report: Report, { number = '' }: Paragraph): string | undefined {
  const findings = linksOf(report).supportedBy.get(number);
  return findings && `← ${findings.join(', ')}`;
}

/** What a finding's tags name. */
function tagsOf({ tags }: Paragraph): string | undefined {
  if (tags.length === 0) return undefined;
  const numbers = [...new Set(tags.flatMap(tag => tag.numbers))];
  return numbers.length === 0 ? '→ ?' : `→ ${numbers.join(', ')}`;
}

/** A symbol must have a name. */
function named(words: string, otherwise: string): string {
  return words.trim() === '' ? otherwise : words.trim();
}
