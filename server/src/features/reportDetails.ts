import { daysOf } from '../import/daysOf.ts';
import { daysInWords } from '../model/dateInWords.ts';
import { intervalOf, statuses } from '../model/metadata.ts';
import type { Report } from '../model/report.ts';
import type { FrontMatterValue } from '../syntax/frontMatterEntry.ts';
import type { Edit } from '../text/edit.ts';
import { capitalised } from '../text/phrases.ts';
import { singleSpaced } from '../text/singleSpaced.ts';

/** A detail of a report as its author fills it in. */
export interface ReportDetail {
  readonly key: string;
  /** What it is called. */
  readonly label: string;
  /** What the report says now, days in words and several names parted by semicolons; empty where it says nothing. */
  readonly value: string;
  /** What belongs there. */
  readonly hint: string;
  /** What there is to choose from; empty where anything can be written. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** Whether the framework asks for it. */
  readonly isRequired: boolean;
}

/** The details of a report: the markup’s own in their order, then those of its framework that are plain text. */
export function reportDetails(
  { framework, metadata }: Report,
  frameworks: readonly { readonly id: string; readonly title: string }[],
): ReportDetail[] {
  const required = new Set([...framework.requiredMetadata, ...framework.metadata.required]);
  const given = new Map(metadata.entries.map(({ key, value }) => [key, value]));
  const own = Object.keys(framework.metadata.properties).filter(key => !known.has(key));
  const choices: Readonly<Record<string, ReportDetail['choices']>> = {
    framework: frameworks.map(({ id, title }) => ({ value: id, label: title })),
    status: statuses.map(value => ({ value, label: value })),
  };
  return [...known.keys(), ...own].map(key => ({
    key,
    label: known.get(key)?.label ?? capitalised(key),
    value: written(given.get(key) ?? '', known.get(key)?.unreadable !== undefined),
    hint: known.get(key)?.hint ?? 'As the framework of this report has it',
    choices: choices[key] ?? [],
    isRequired: required.has(key),
  }));
}

/**
 * The edits by which a detail says something else; nothing to say takes its line out. Where the details or what they are to
 * say cannot be read, why not.
 *
 * @param value as `ReportDetail.value`
 */
export function detailEdits(
  { document: { source, blocks }, metadata }: Report,
  key: string,
  value: string,
): Edit[] | string {
  if (!metadata.closed || metadata.problems.length > 0)
    return 'The details cannot be read as they stand. The list of problems says why.';
  const { mayBeSeveral = false, unreadable } = known.get(key) ?? {};
  const names = namesIn(value, mayBeSeveral);
  const days = unreadable === undefined ? [] : names.map(daysOf);
  if (unreadable !== undefined && days.some(each => each === undefined || (!mayBeSeveral && each.from !== each.to)))
    return unreadable;
  const texts = days.flatMap(each => (each === undefined ? [] : [...new Set([each.from, each.to])].join('/')));
  const text = yamlOf(unreadable === undefined ? names : texts);
  const end = /\r?\n/.exec(source)?.[0] ?? '\n';
  const entry = metadata.entries.find(own => own.key === key);
  if (entry !== undefined) {
    const { keySpan, valueSpan, from } = entry;
    if (text === '') return [{ from, to: lineAfter(source, Math.max(valueSpan.to, keySpan.to)), text: '' }];
    const colon = source.indexOf(':', keySpan.to) + 1;
    if (valueSpan.from === valueSpan.to) return [{ from: colon, to: colon, text: ` ${text}` }];
    // A list that begins below its name may stand at the margin, where nothing else can.
    const isBelow = /[\r\n]/.test(source.slice(colon, valueSpan.from));
    return [isBelow ? { from: colon, to: valueSpan.to, text: ` ${text}` } : { ...valueSpan, text }];
  }
  if (text === '') return [];
  const line = `${key}: ${text}${end}`;
  const [first] = blocks;
  if (first?.kind === 'frontMatter') return [{ from: first.content.to, to: first.content.to, text: line }];
  const at = source.startsWith('\ufeff') ? 1 : 0;
  return [{ from: at, to: at, text: `---${end}${line}---${end}${end}` }];
}

interface KnownDetail {
  readonly label: string;
  readonly hint: string;
  readonly mayBeSeveral?: true;
  /** Of days: what is said of words that name none. */
  readonly unreadable?: string;
}

/** The details that every report may have (`markup.md` §8). */
const known: ReadonlyMap<string, KnownDetail> = new Map([
  ['framework', { label: 'Framework', hint: 'By which the inspection was' }],
  [
    'provider',
    { label: 'Provider', hint: 'As the cover names it; then, after a semicolon, as the text does', mayBeSeveral: true },
  ],
  ['title', { label: 'Title', hint: 'What the inspection was of' }],
  [
    'inspected',
    {
      label: 'Inspected',
      hint: 'The days, as 6 to 30 November 2017; more after a semicolon',
      mayBeSeveral: true,
      unreadable: 'These days cannot be read. Write them as 6 to 30 November 2017, more after a semicolon.',
    },
  ],
  [
    'published',
    {
      label: 'Published',
      hint: 'The day, as 29 January 2018',
      unreadable: 'This day cannot be read. Write it as 29 January 2018.',
    },
  ],
  ['status', { label: 'Status', hint: 'How far the report has come' }],
  ['previous', { label: 'Previous report', hint: 'The file of the report before this one' }],
  ['reference', { label: 'Reference', hint: 'The number of the report' }],
  ['providerId', { label: 'Provider’s number', hint: 'As the register has it' }],
  ['licence', { label: 'Licence', hint: 'Under which it is published' }],
  ['lang', { label: 'Language', hint: 'en-GB if nothing is said' }],
]);

function written(value: FrontMatterValue, areDays: boolean): string {
  if (Array.isArray(value)) return value.map(each => written(each, areDays)).join('; ');
  if (typeof value !== 'string') return '';
  const days = areDays ? intervalOf(value) : undefined;
  return days === undefined ? value : daysInWords(days.from, days.to);
}

function namesIn(value: string, mayBeSeveral: boolean): string[] {
  const parts = (mayBeSeveral ? value.split(';') : [value]).map(part => singleSpaced(part).trim());
  return parts.filter(part => part !== '');
}

/** A value as YAML; several names are a list. */
function yamlOf(value: readonly string[]): string {
  const names = value.map(scalar);
  return names.length > 1 ? `[${names.join(', ')}]` : (names[0] ?? '');
}

/** (Quotation marks keep what YAML would take for a mark or for a value that is no text.) */
function scalar(text: string): string {
  const isPlain = /^[\p{L}\d‘“(][^:#[\]{},&*!|>'"%@`\\]*$/u.test(text) && !/^(?:true|false|yes|no|null)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

function lineAfter(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end + 1;
}
