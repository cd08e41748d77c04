import { statuses } from '../model/metadata.ts';
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
  /** What the report says now, several names parted by semicolons; empty where it says nothing. */
  readonly value: string;
  /** What belongs there. */
  readonly hint: string;
  /** What there is to choose from; empty where anything can be written. */
  readonly choices: readonly string[];
  /** Whether the framework asks for it. */
  readonly isRequired: boolean;
}

/** The details of a report: the markup’s own in their order, then those of its framework that are plain text. */
export function reportDetails({ framework, metadata }: Report, frameworks: readonly string[]): ReportDetail[] {
  const required = new Set([...framework.requiredMetadata, ...framework.metadata.required]);
  const given = new Map(metadata.entries.map(({ key, value }) => [key, value]));
  const own = Object.keys(framework.metadata.properties).filter(key => !known.has(key));
  return [...known.keys(), ...own].map(key => ({
    key,
    label: known.get(key)?.label ?? capitalised(key),
    value: written(given.get(key) ?? ''),
    hint: known.get(key)?.hint ?? 'As the framework of this report has it',
    choices: key === 'framework' ? frameworks : key === 'status' ? statuses : [],
    isRequired: required.has(key),
  }));
}

/**
 * The edits by which a detail says something else; nothing to say takes its line out. No edits where the details cannot be
 * read: what is wrong with them is told already.
 *
 * @param value as `ReportDetail.value`
 */
export function detailEdits({ document: { source, blocks }, metadata }: Report, key: string, value: string): Edit[] {
  if (!metadata.closed || metadata.problems.length > 0) return [];
  const end = /\r?\n/.exec(source)?.[0] ?? '\n';
  const text = yamlOf(value, known.get(key)?.mayBeSeveral === true);
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
    { label: 'Inspected', hint: 'Days as 2017-11-06/2017-11-30, more after a semicolon', mayBeSeveral: true },
  ],
  ['published', { label: 'Published', hint: 'The day as 2018-01-29' }],
  ['status', { label: 'Status', hint: 'How far the report has come' }],
  ['previous', { label: 'Previous report', hint: 'The file of the report before this one' }],
  ['reference', { label: 'Reference', hint: 'The number of the report' }],
  ['providerId', { label: 'Provider’s number', hint: 'As the register has it' }],
  ['licence', { label: 'Licence', hint: 'Under which it is published' }],
  ['lang', { label: 'Language', hint: 'en-GB if nothing is said' }],
]);

function written(value: FrontMatterValue): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(written).join('; ') : '';
}

/** A value as YAML; several names are a list. */
function yamlOf(value: string, mayBeSeveral: boolean): string {
  const parts = (mayBeSeveral ? value.split(';') : [value]).map(part => singleSpaced(part).trim());
  const names = parts.filter(part => part !== '').map(scalar);
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
