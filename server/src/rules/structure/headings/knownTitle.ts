import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { SectionKind } from '../../../model/framework.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import { sectionOfBlock } from '../../../model/sectionOfBlock.ts';
import { titleKey } from '../../../model/titleKey.ts';
import type { Block } from '../../../syntax/block.ts';
import { isBoldAlone } from './boldLines.ts';
import { isRepeated, sectionsByTitle } from './titlesOfReport.ts';

/** A longer line is no title. */
export const longestTitle = 120;

/** A heading’s marks that got behind it: *Summary ##*. */
export const marksBehind = /\s#{1,6}$/;

/** What a word processor calls a heading’s style. */
export const styleName = /^Heading \d: /;

/** The marks for a line of nothing but a title that the report or its framework has, where it stands between paragraphs of a section. */
export function knownTitle(report: Report, index: number, text: string): string | undefined {
  const { blocks } = report.document;
  if (!/^\*{0,2}\p{Lu}/u.test(text)) return undefined;
  // Where any report is read, a title alone may be a paragraph; in bold type it is none.
  const isBold = isBoldAlone(report.document, index);
  if (!isBold && blocks[index]?.kind === 'plain' && !standsAlone(blocks, index)) return undefined;
  const below = blocks[index + 1]?.kind;
  if (!isBold && report.framework.openAreas && below !== 'numbered' && below !== 'table') return undefined;
  const key = titleKey(text.replace(styleName, '').replace(marksBehind, ''));
  // A judgement's sentence is a paragraph of its own only where others are.
  const { said, level } = statements.of(report, statementsOf);
  if (said.has(index)) {
    return level === undefined || /\.\s+\S/.test(text) ? undefined : `${'#'.repeat(level)} `;
  }
  const around = sectionOfBlock(report, index);
  if (around?.role === 'history' || around?.role === 'contents') return undefined;
  const like = sectionsByTitle(report).get(key);
  // A summary may name in bold type the sections that it sums up.
  if (like !== undefined && isBold && report.framework.openAreas && !isRepeated(report, key)) return undefined;
  if (like !== undefined) return `${'#'.repeat(like.level)} `;
  const { kindsByTitle, kindsByWildcard } = frameworkIndex(report.framework);
  const kind =
    kindsByTitle.get(key)?.find(({ titles }) => titles.some(own => titleKey(own) === key)) ??
    (/[.:;]$/.test(text) ? undefined : kindsByWildcard.find(({ expression }) => expression.test(key))?.kind);
  if (kind === undefined) return undefined;
  // What stands before all sections is the opening, and may well name what follows.
  if (around === undefined && !isBold && below === 'plain') return undefined;
  if (around === undefined || around.level === 1) return '## ';
  // Of a report that names its own areas it may be a part of one, wherever else it has such a section.
  if (isBold && report.framework.openAreas && !kind.within.includes(around.ownRole ?? '') && around.level > 2)
    return undefined;
  const beside = levelsByKind.of(report, levelOfEach).get(kind) ?? around.level;
  return `${'#'.repeat(kind.within.includes(around.ownRole ?? '') ? around.level + 1 : beside)} `;
}

const statements = new DerivedFacts<{ readonly said: ReadonlySet<number>; readonly level: number | undefined }>();

/** Where one judgement’s sentence is a heading: the blocks of all of them, and the heading’s level. */
function statementsOf({ document: { blocks }, judgements, sections }: Report) {
  const said = judgements.flatMap(({ carrier, block }) => (carrier === 'statement' ? block : []));
  const headed = said.find(block => blocks[block]?.kind === 'heading');
  if (headed === undefined) return { said: new Set<number>(), level: undefined };
  return { said: new Set(said), level: sections.find(({ block }) => block === headed)?.level };
}

const levelsByKind = new DerivedFacts<ReadonlyMap<SectionKind | undefined, number>>();

/** The level of the first section of each kind. */
function levelOfEach({ sections }: Report): Map<SectionKind | undefined, number> {
  return new Map(sections.toReversed().map(({ kind, level }) => [kind, level]));
}

/** Whether no other line stands above or below it: titles one below the other are a list of contents. */
export function standsAlone(blocks: readonly Block[], index: number): boolean {
  return ![blocks[index - 1], blocks[index + 1]].some(
    block => block === undefined || (block.kind === 'plain' && block.end - block.start <= longestTitle),
  );
}
