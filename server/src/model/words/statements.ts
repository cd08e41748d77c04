import type { Block } from '../../syntax/block.ts';
import { type Topics, topicsOf } from '../claims/topics.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import type { Section } from '../section.ts';
import { type Sentence, sentencesOf } from './prose.ts';

/** A sentence that says how something is now. */
export interface Statement {
  readonly sentence: Sentence;
  readonly topics: Topics;
  /** The `WordKind`s of all its words together. */
  readonly kinds: number;
  /** Whether it sums up, or is a finding; neither can be told of a section without a role. */
  readonly part: 'summary' | 'finding' | undefined;
  /** The area in whose section it stands. */
  readonly area: string | undefined;
}

const found = new DerivedFacts<readonly Statement[]>();

/** The statements of a report, in the order of the text; found on first use. */
export function statementsOf(report: Report): readonly Statement[] {
  return found.of(report, read);
}

/** Whether one of two statements sums up what the other finds: a summary of the report, or of the area of both. */
export function isSummedUp(one: Statement, other: Statement): boolean {
  if (one.part === other.part || (one.part !== 'summary' && other.part !== 'summary')) return false;
  return one.area === undefined || other.area === undefined || one.area === other.area;
}

/** Whether a section sums up what others say. */
export function sumsUp(role: string | undefined): boolean {
  return role !== undefined && summaries.has(role);
}

const summaries = new Set(['summary', 'area-summary', 'children-summary']);

/** Sections that say nothing of how things are now. */
const silent = new Set(
  'history notices method context team definitions contents judgements recommendations divider'.split(' '),
);

function read(report: Report): Statement[] {
  const { ofBlock } = topicsOf(report);
  const parts = report.sections.map(section => {
    if (section.role !== undefined) return partOf(section.role);
    return isDemand(report, section) ? 'silent' : openingOf(section);
  });
  const statements: Statement[] = [];
  const demanded = demandsIn(report.document);
  let block = -1;
  let number = 0;
  for (const sentence of sentencesOf(report)) {
    number = sentence.block === block ? number + 1 : 0;
    block = sentence.block;
    const { kind, section } = sentence.paragraph;
    if (kind === 'recommendation' || kind === 'entry' || demanded(sentence.block)) continue;
    // What stands before the first heading sums up: letters begin so.
    const part = section === undefined ? 'summary' : parts[section];
    if (part === 'silent') continue;
    const topics = ofBlock[block];
    if (topics === undefined) continue;
    const area = report.sections[section ?? -1]?.area;
    statements.push({ sentence, topics, kinds: topics.kinds[number] ?? 0, part, area });
  }
  return statements;
}

/** Whether a block is an item of a list that a demand opens, *the provider must:*; asked of the blocks in their order. */
function demandsIn({ blocks, starts, source }: Report['document']): (block: number) => boolean {
  let at = 0;
  let lead: Block['kind'] | undefined;
  let items: Block['kind'] | undefined;
  const read = ({ kind, start, end }: Block, from: number): void => {
    if (kind === 'comment') return;
    // (A numbered paragraph after another, or after bullets, goes on with the text.)
    const isItem =
      lead !== undefined && (kind === 'bullet' || (kind === 'numbered' && lead === 'plain' && items !== 'bullet'));
    if (isItem) {
      items = kind;
      return;
    }
    const last = source.charCodeAt(from + end - 1);
    items = undefined;
    const isOpen = last === colon || last === star;
    const words = isOpen ? source.slice(from + Math.max(start, end - longestDemand), from + end) : '';
    lead = demand.test(words) ? kind : undefined;
  };
  return block => {
    for (; at <= block; at++) {
      const own = blocks[at];
      if (own !== undefined) read(own, starts[at] ?? 0);
    }
    return items !== undefined;
  };
}

const colon = 0x3a;
const star = 0x2a;
const longestDemand = 24;
const demand = /\b(?:should|must|shall|(?:need|needs|ought|has|have) to)(?::\*{0,3}|\*{1,3}:)$/;

/** Whether a section without a role asks for something, as its title says or that of one above it: *What the council should do*. */
function isDemand({ sections }: Report, section: Section): boolean {
  for (let own: Section | undefined = section; own?.role === undefined; own = sections[own.parent ?? -1])
    if (own === undefined) return false;
    else if (/\b(?:should|must|needs? to (?:do to )?improve)\b/i.test(own.title)) return true;
  return false;
}

/** What stands under the report’s own title, before its first part, sums up; of any other section without a role nothing is known. */
function openingOf({ index, level }: Section): 'summary' | undefined {
  return index === 0 && level === 1 ? 'summary' : undefined;
}

function partOf(role: string): 'summary' | 'finding' | 'silent' {
  if (silent.has(role)) return 'silent';
  return sumsUp(role) ? 'summary' : 'finding';
}

/** What two statements say, the one that stands earlier in the text first. */
export function inTextOrder<Said extends { readonly statement: Statement }>(
  a: Said,
  b: Said,
): { readonly one: Said; readonly other: Said } {
  return a.statement.sentence.from < b.statement.sentence.from ? { one: a, other: b } : { one: b, other: a };
}
