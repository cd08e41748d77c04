import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Judgement } from '../model/judgement.ts';
import { linksOf } from '../model/links.ts';
import type { Paragraph } from '../model/paragraph.ts';
import { type Report, wordsOf } from '../model/report.ts';
import type { Section } from '../model/section.ts';

/** How many characters of a paragraph's first words the outline shows. */
const shown = 60;

/** The outline: sections with their grade, judgement entries, numbered paragraphs with their first words. */
export function documentSymbols(report: Report): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const children = new Map<number | undefined, DocumentSymbol[]>([[undefined, roots]]);
  for (const section of report.sections) {
    const symbol = sectionSymbol(report, section);
    children.get(section.parent)?.push(symbol);
    children.set(section.index, symbol.children ?? []);
  }
  for (const judgement of report.judgements) {
    if (judgement.carrier === 'entry') children.get(judgement.section)?.push(entrySymbol(report, judgement));
  }
  for (const paragraph of report.paragraphs) {
    if (paragraph.series !== undefined) children.get(paragraph.section)?.push(paragraphSymbol(report, paragraph));
  }
  for (const symbols of children.values()) symbols.sort((a, b) => a.range.start.line - b.range.start.line);
  return roots;
}

function sectionSymbol({ text, judgements }: Report, section: Section): DocumentSymbol {
  const own = judgements.find(judgement => judgement.section === section.index && judgement.carrier !== 'entry');
  return {
    name: section.title === '' ? (section.role ?? 'Section') : section.title,
    ...(own?.grade !== undefined && own.carrier === 'line' ? { detail: own.grade.label } : {}),
    kind: SymbolKind.String,
    range: text.range({ from: section.heading.from, to: section.to }),
    selectionRange: text.range(section.heading),
    children: [],
  };
}

function entrySymbol({ text, document }: Report, judgement: Judgement): DocumentSymbol {
  const from = judgement.areaSpan?.from ?? judgement.from;
  const start = document.starts[judgement.block] ?? 0;
  const entry = document.blocks[judgement.block];
  const whole =
    entry?.kind === 'numbered'
      ? { from: start + entry.start, to: start + entry.end }
      : { from, to: Math.max(from, judgement.to) };
  return {
    name: `${judgement.number === undefined ? '' : `${judgement.number} `}${judgement.areaText}`,
    detail: judgement.text,
    kind: SymbolKind.Property,
    range: text.range(whole),
    selectionRange: text.range({ from, to: Math.max(from, judgement.to) }),
  };
}

function paragraphSymbol(report: Report, paragraph: Paragraph): DocumentSymbol {
  const words = wordsOf(report, paragraph.block, paragraph.content, true);
  const first = words.length <= shown ? words : `${words.slice(0, words.lastIndexOf(' ', shown))} …`;
  return {
    name: `${paragraph.number}. ${first}`,
    ...(paragraph.kind === 'recommendation'
      ? { detail: support(report, paragraph) }
      : paragraph.tags.length > 0
        ? { detail: tagsOf(paragraph) }
        : {}),
    kind: paragraph.kind === 'recommendation' ? SymbolKind.Event : SymbolKind.Field,
    range: report.text.range(paragraph),
    selectionRange: report.text.range(paragraph.numberSpan ?? paragraph),
  };
}

/** What ties a recommendation: the findings that support it, or how many tags may mean it. */
function support(report: Report, { number = '' }: Paragraph): string {
  const findings = linksOf(report).supportedBy.get(number);
  return findings === undefined ? '' : `← ${findings.join(', ')}`;
}

function tagsOf({ tags }: Paragraph): string {
  const numbers = tags.flatMap(tag => tag.numbers);
  return numbers.length === 0 ? '→ ?' : `→ ${numbers.join(', ')}`;
}
