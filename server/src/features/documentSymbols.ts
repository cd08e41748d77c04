import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { firstWords } from '../model/firstWords.ts';
import type { Judgement } from '../model/judgements/judgement.ts';
import { linksOf } from '../model/links.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';

// The kinds are those whose icons in VS Code say what they mark: a page, a mark on a scale, lines of text, advice.

/**
 * The outline: sections and judgement entries with their grade, numbered paragraphs with their first words, recommendations
 * with their support. A grade stands at the beginning of a name: titles are long, and what follows them is not seen.
 */
export function documentSymbols(report: Report): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const children = new Map<number | undefined, DocumentSymbol[]>([[undefined, roots]]);
  const judgements = ownJudgements(report);
  for (const section of report.sections) {
    const symbol = sectionSymbol(report, section, judgements.get(section.index));
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

/** The judgement that each graded section states itself: in its heading, under it or in a sentence. */
function ownJudgements({ judgements, sections }: Report): Map<number, Judgement> {
  const own = new Map<number, Judgement>();
  for (const judgement of judgements) {
    const { carrier, section: index, area, grade, block } = judgement;
    const section = index === undefined ? undefined : sections[index];
    if (section === undefined || grade === undefined || own.has(section.index)) continue;
    if (carrier === 'line' || block === section.block || (carrier === 'statement' && area === section.ownArea))
      own.set(section.index, judgement);
  }
  return own;
}

function sectionSymbol(report: Report, section: Section, judgement: Judgement | undefined): DocumentSymbol {
  const words = judgement === undefined ? section.title : graded(judgement, subject(report, section, judgement));
  return {
    name: named(words, section.role ?? 'Section'),
    kind: SymbolKind.File,
    range: report.text.range({ from: section.heading.from, to: section.to }),
    selectionRange: report.text.range(section.heading),
    children: [],
  };
}

/** What a section judges: the headings of graded sections are sentences, or begin alike, so the area's title says more. */
function subject({ framework }: Report, { title, ownArea }: Section, { carrier, area, areaText }: Judgement): string {
  if (carrier === 'headline') return title;
  const known = area === ownArea ? framework.areas.find(({ id }) => id === area) : undefined;
  return known?.title ?? (carrier === 'heading' ? areaText : title);
}

function graded({ grade, text }: Judgement, words: string): string {
  const label = grade?.label ?? text;
  return label === '' ? words : `${label} · ${words}`;
}

function entrySymbol({ text, document }: Report, judgement: Judgement): DocumentSymbol {
  const from = judgement.areaSpan?.from ?? judgement.from;
  const to = Math.max(from, judgement.to);
  const start = document.starts[judgement.block] ?? 0;
  const block = document.blocks[judgement.block];
  const entry = block?.kind === 'numbered' ? { from: start + block.start, to: start + block.end } : { from, to };
  return {
    name: named(`${judgement.number ?? ''} ${graded(judgement, judgement.areaText)}`, 'Judgement'),
    kind: SymbolKind.Interface,
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
    kind: isRecommendation ? SymbolKind.Enum : SymbolKind.Constant,
    range: report.text.range(paragraph),
    selectionRange: report.text.range(paragraph.numberSpan ?? paragraph),
  };
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
