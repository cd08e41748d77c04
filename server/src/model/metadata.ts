import type { Block, FrontMatterBlock } from '../syntax/block.ts';
import type { Document } from '../syntax/document.ts';
import { frontMatterOf } from '../syntax/frontMatter.ts';
import type { FrontMatter, FrontMatterEntry, FrontMatterProblem } from '../syntax/frontMatterEntry.ts';
import type { Span } from '../text/text.ts';

/** How far a report has come, in the order in which it comes. */
export const statuses = ['draft', 'review', 'final'] as const;
/** One of these. */
export type Status = (typeof statuses)[number];

/** A report's details, from its front matter. What is missing or of the wrong kind is not there. */
export interface Metadata {
  readonly framework: string | undefined;
  /** The cover's form first, then names used in the text. */
  readonly providers: readonly string[];
  readonly title: string | undefined;
  readonly inspected: readonly Interval[];
  readonly published: string | undefined;
  readonly status: Status;
  readonly previous: string | undefined;
  readonly lang: string;
  /** Every key as written. */
  readonly entries: readonly MetadataEntry[];
  /** The front matter itself, the place for a key that is missing; the text's start where there is none. */
  readonly span: Span;
  readonly problems: readonly FrontMatterProblem[];
  readonly closed: boolean;
}

/** A key of the front matter; spans are the text's. */
export type MetadataEntry = FrontMatterEntry;

/** A date or an interval, as `YYYY-MM-DD`; a single day ends where it begins. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

const noMetadata = metadata([], { from: 0, to: 0 }, [], true);

/** Of every front matter that was read; such a block stands at the text's start, so that its places are the text's. */
const read = new WeakMap<Block, Metadata>();

/** The details of a document's front matter; all empty if it has none. */
export function metadataOf({ blocks: [block], source }: Document): Metadata {
  if (block?.kind !== 'frontMatter') return noMetadata;
  let details = read.get(block);
  if (details === undefined) {
    details = readMetadata(block, frontMatterOf(source.slice(block.content.from, block.content.to)));
    read.set(block, details);
  }
  return details;
}

function readMetadata(block: FrontMatterBlock, frontMatter: FrontMatter): Metadata {
  const base = block.content.from;
  const shifted = ({ from, to }: Span): Span => ({ from: base + from, to: base + to });
  const entries = frontMatter.entries.map(entry => ({
    ...entry,
    ...shifted(entry),
    keySpan: shifted(entry.keySpan),
    valueSpan: shifted(entry.valueSpan),
  }));
  const problems = frontMatter.problems.map(({ mend, ...problem }) => ({
    ...problem,
    ...shifted(problem),
    mend: mend && { ...mend, ...shifted(mend) },
  }));
  return metadata(entries, { from: block.start, to: block.end }, problems, block.closed);
}

/** An ISO date that is in the calendar. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  // (A day that the month has not is one of the next.)
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1;
}

/** A date or an ISO 8601 interval; nothing if it is neither, or ends before it begins. */
export function intervalOf(text: string): Interval | undefined {
  const [from = '', to = from, more] = text.split('/').map(part => part.trim());
  return more === undefined && isDate(from) && isDate(to) && from <= to ? { from, to } : undefined;
}

/** The last day of the inspection, if it is given. */
export function lastDay({ inspected }: Metadata): string | undefined {
  return inspected
    .map(({ to }) => to)
    .sort()
    .at(-1);
}

function metadata(
  entries: readonly MetadataEntry[],
  span: Span,
  problems: Metadata['problems'],
  closed: boolean,
): Metadata {
  const values = (key: string): string[] => {
    const value = entries.find(entry => entry.key === key)?.value;
    if (typeof value === 'string') return value === '' ? [] : [value];
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string' && item !== '') : [];
  };
  const value = (key: string): string | undefined => values(key)[0];
  const status = value('status');
  const published = value('published');
  return {
    framework: value('framework'),
    providers: values('provider').map(withoutMarks),
    title: value('title') === undefined ? undefined : withoutMarks(value('title') ?? ''),
    inspected: values('inspected').flatMap(text => intervalOf(text) ?? []),
    published: published !== undefined && isDate(published) ? published : undefined,
    status: status === 'review' || status === 'final' ? status : 'draft',
    previous: value('previous'),
    lang: value('lang') ?? 'en-GB',
    entries,
    span,
    problems,
    closed,
  };
}

function withoutMarks(text: string): string {
  return text.replace(/\[\^[^\s[\]]+\]/g, '').trim();
}
