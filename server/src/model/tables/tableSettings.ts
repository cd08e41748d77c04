import { type Topics, topicsOf, topicsOfWords } from '../claims/topics.ts';
import type { WrittenDate } from '../figures/figure.ts';
import { figuresOf } from '../figures/figures.ts';
import type { Report } from '../report.ts';
import { sectionOfBlock } from '../sectionOfBlock.ts';
import { proseIn } from '../words/proseReading.ts';
import { providerWords } from './providerWords.ts';
import type { TableOfFigures } from './tableCells.ts';
import { termsIn } from './tableTerms.ts';
import { dateKey, isOfMoney, scaleIn } from './tableUnits.ts';

/** Where a table stands, and what is said above it of all that it holds. */
export interface TableSetting {
  /** Words that may be said with each of its figures, for they are of all: its caption’s, and those of the headings above it. */
  readonly terms: ReadonlySet<number>;
  readonly caption: ReadonlySet<number>;
  /** The words over the names of its rows. */
  readonly corner: ReadonlySet<number>;
  readonly section: number | undefined;
  /** The words, by their `wordId`s, for the provider: *the prison*, *Westmarch*. */
  readonly provider: ReadonlySet<number>;
  /** The dates of its caption. */
  readonly dates: readonly { readonly key: string; readonly when: WrittenDate }[];
  readonly isOfMoney: boolean;
  readonly scale: number;
  /** Whether it tells of earlier inspections, or of no facts at all. */
  readonly isPast: boolean;
}

const silent = new Set('history notices definitions contents team judgements recommendations'.split(' '));
/** What stands above a table in so many words is its caption. */
const longestCaption = 24;

/** The settings of a report’s tables. */
export function tableSettings(report: Report, tables: readonly TableOfFigures[]): TableSetting[] {
  const provider = providerWords(report);
  const ofBlock = topicsOf(report).ofBlock;
  return tables.map(table => {
    const section = sectionOfBlock(report, table.index);
    const above = report.document.blocks[table.index - 1];
    const topics = above?.kind === 'plain' ? ofBlock[table.index - 1] : undefined;
    const isCaption = topics !== undefined && isCaptionOf(topics);
    const caption = isCaption ? termsIn(topics, 0, topics.prose.words.length / 3) : new Set<number>();
    const [over] = table.rows[0] ?? [];
    const corner = over === undefined ? new Set<number>() : termsIn(over.topics, 0, over.prose.words.length / 3);
    const terms = new Set([...caption, ...corner]);
    for (let at = section; at !== undefined; at = report.sections[at.parent ?? -1])
      for (const term of termsOfText(report, at.title)) terms.add(term);
    return {
      terms,
      caption,
      corner,
      section: section?.index,
      provider,
      dates: isCaption
        ? figuresOf(report, table.index - 1).dates.map(when => ({ key: dateKey(topics.prose, when), when }))
        : [],
      isOfMoney: isCaption && isOfMoney(topics.prose),
      scale: (isCaption ? scaleIn(topics.prose) : undefined) ?? 1,
      isPast: silent.has(section?.role ?? ''),
    };
  });
}

/** *Table 1: Spending, £ million*, *At 31 March 2023:*; but no sentence of the text. */
function isCaptionOf({ prose: { text, words, sentences } }: Topics): boolean {
  if (words.length > 3 * longestCaption) return false;
  return /^\**(?:table|figure) /i.test(text.slice(words[0])) || !/[.!?]$/.test(text.slice(0, sentences.at(-1)?.to));
}

function termsOfText(report: Report, text: string): Set<number> {
  const topics = topicsOfWords(report, { text, ...proseIn(text, 0, 0, text.length), kept: [] });
  return termsIn(topics, 0, topics.prose.words.length / 3);
}
