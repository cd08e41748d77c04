import type { SemanticTokens } from 'vscode-languageserver-types';
import type { Framework, Grade } from '../model/framework.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../text/text.ts';

/** The token types, in the order of the legend; the manifest maps them to scopes and colours. */
export const tokenTypes = ['grade', 'area', 'paragraphNumber', 'recommendationTag', 'reference', 'acronym'] as const;

/**
 * The modifiers: a grade's rank from the worst of its scale (`rank0`) to the best (`rank4`), and a tag that names nothing
 * yet.
 */
export const tokenModifiers = ['rank0', 'rank1', 'rank2', 'rank3', 'rank4', 'bare'] as const;

interface Token extends Span {
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: number;
}

/** What a report's words mean, for colouring: grades by rank, areas, numbers, tags, references, acronyms. */
export function semanticTokens(report: Report): SemanticTokens {
  const tokens = tokensOf(report).sort((a, b) => a.from - b.from);
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let end = 0;
  for (const { from, to, type, modifiers } of tokens) {
    if (from < end) continue;
    end = to;
    // A token holds no line end; one that runs over several lines is several.
    for (const part of report.text.linesOf({ from, to })) {
      const position = report.text.positionAt(part.from);
      const sameLine = position.line === line;
      data.push(
        position.line - line,
        sameLine ? position.character - character : position.character,
        part.to - part.from,
        tokenTypes.indexOf(type),
        modifiers,
      );
      line = position.line;
      character = position.character;
    }
  }
  return { data };
}

function tokensOf({ framework, judgements, paragraphs, tags, references, acronyms }: Report): Token[] {
  const tokens: Token[] = [];
  for (const { from, to, grade, areaSpan } of judgements) {
    if (to > from)
      tokens.push({ from, to, type: 'grade', modifiers: grade === undefined ? 0 : 1 << rankOfFive(grade, framework) });
    if (areaSpan !== undefined && areaSpan.to > areaSpan.from)
      tokens.push({ from: areaSpan.from, to: areaSpan.to, type: 'area', modifiers: 0 });
  }
  for (const { numberSpan, series } of paragraphs) {
    if (numberSpan !== undefined && series !== undefined)
      tokens.push({ ...numberSpan, type: 'paragraphNumber', modifiers: 0 });
  }
  for (const { from, to, basis } of tags)
    tokens.push({ from, to, type: 'recommendationTag', modifiers: basis === 'suggested' ? 1 << 5 : 0 });
  for (const { kind, from, to } of references) {
    if (kind !== 'footnote' && kind !== 'link') tokens.push({ from, to, type: 'reference', modifiers: 0 });
  }
  for (const { from, to } of acronyms) tokens.push({ from, to, type: 'acronym', modifiers: 0 });
  return tokens;
}

/** A grade's rank as if its scale had five grades, so that scales of any length are coloured alike. */
function rankOfFive(grade: Grade, { scale, areas }: Framework): number {
  const own = [scale, ...areas.map(({ values }) => values)].find(grades => grades.includes(grade)) ?? scale;
  return Math.round((4 * grade.rank) / Math.max(own.length - 1, 1));
}
