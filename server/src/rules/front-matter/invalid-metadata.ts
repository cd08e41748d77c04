import { metadataProblem } from '../../framework/metadataProblem.ts';
import { dateInWords } from '../../model/dateInWords.ts';
import { intervalOf, isDate, type MetadataEntry, statuses } from '../../model/metadata.ts';
import type { Report } from '../../model/report.ts';
import { frontMatterKeys } from '../../syntax/frontMatterEntry.ts';
import { isLeftOpen, saysNothing } from '../details/metadataKeys.ts';
import { isReportTitle } from '../details/providerNames.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * A value in the report’s details is not of the kind it must be: a date that is not in the calendar or not written as
 * `2018-01-29`, an inspection that ends before it begins, a status that is not known. Nothing can be done with it.
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-31
 *                       ^^^^^^^^^^ There is no such day
 * published: 29 January 2018
 *            ^^^^^^^^^^^^^^^ A date is written as 2018-01-29
 * status: finished
 *         ^^^^^^^^ must be “draft”, “review” or “final”
 * lang: English
 *       ^^^^^^^ as in “en-GB”
 * ---
 * ```
 *
 * Nor does a number or a word for *yes* or *later* say who was inspected:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * provider: 80543
 *           ^^^^^ “80543” says nothing here. Write who was inspected.
 * ---
 * ```
 *
 * An inspection may have taken place on several days or in several weeks:
 *
 * ```inspectmark
 * ---
 * framework: generic
 * provider: [City of Ely, Ely]
 * inspected: [2017-11-06/2017-11-17, 2017-11-30]
 * published: 2018-01-29
 * status: final
 * lang: en-GB
 * ---
 * ```
 */
export const invalidMetadata: Rule = {
  id: 'invalid-metadata',
  group: 'front-matter',
  kind: 'fault',
  severity: 'error',
  summary: 'A value in the report’s details is not of the right kind',
  fixable: false,
  readsWords: false,
  *check({ report, framework: { metadata } }) {
    for (const entry of report.metadata.entries) {
      if (entry.broken || entry.value === '') continue;
      if (isOwnKey(entry.key)) yield* ownProblems(report, entry);
      else if (Object.hasOwn(metadata.properties, entry.key)) {
        const problem = metadataProblem(metadata.properties[entry.key], entry.value);
        if (problem !== undefined) yield { ...entry.valueSpan, message: `“${entry.key}” ${problem}.` };
      }
    }
  },
};

const ownKeys: ReadonlySet<string> = new Set(frontMatterKeys);
const severalAllowed = new Set(['provider', 'inspected']);
const languageTag = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

function isOwnKey(key: string): boolean {
  return ownKeys.has(key);
}

function* ownProblems(report: Report, { key, value, valueSpan }: MetadataEntry): Generator<Finding> {
  if (typeof value === 'string') {
    const problem =
      (severalAllowed.has(key) ? roundList(value) : undefined) ??
      halfList(value) ??
      textProblem(key, value, valueSpan.from);
    const found = problem ?? emptyWords(report, key, value);
    if (found !== undefined) yield { ...valueSpan, ...found };
    return;
  }
  if (!Array.isArray(value) || !severalAllowed.has(key)) {
    const advice = 'If brackets or a colon belong to it, put it in quotation marks.';
    yield {
      ...valueSpan,
      message: `“${key}” must be one text${severalAllowed.has(key) ? ', or a list of texts' : ''}. ${advice}`,
    };
    return;
  }
  let at = valueSpan.from;
  for (const item of value) {
    if (typeof item !== 'string') {
      yield {
        ...valueSpan,
        message: `Each “${key}” must be one text. If a colon belongs to it, put it in quotation marks.`,
      };
      return;
    }
    const found = report.document.source.slice(0, valueSpan.to).indexOf(item, at);
    const span = found < 0 ? valueSpan : { from: found, to: found + item.length };
    at = span.to;
    const problem = textProblem(key, item, span.from) ?? emptyWords(report, key, item);
    if (problem !== undefined) yield { ...span, ...problem };
  }
}

type Problem = Pick<Finding, 'message'> & Partial<Pick<Finding, 'from' | 'to' | 'severity'>>;

/** What is to be filled in later may well stand in a draft. */
function emptyWords({ metadata: { status } }: Report, key: string, value: string): Problem | undefined {
  if ((key !== 'provider' && key !== 'title') || !saysNothing(value)) return undefined;
  const message = `“${value}” says nothing here. Write ${key === 'provider' ? 'who was inspected' : 'what the report is called'}.`;
  return { message, ...(isLeftOpen(value) && status === 'draft' && { severity: 'information' }) };
}

function roundList(value: string): Problem | undefined {
  if (!/^[({][^()[\]{}]+,[^()[\]{}]+[)}]$/.test(value)) return undefined;
  return { message: 'A list is written in square brackets: “[”, its names with commas between them, and “]”.' };
}

function halfList(value: string): Problem | undefined {
  if (!/^[^[\]]+\]$/.test(value)) return undefined;
  return { message: 'This list is closed and not opened. Write “[” before it, or take “]” out.' };
}

function textProblem(key: string, value: string, from: number): Problem | undefined {
  switch (key) {
    case 'provider':
      return isReportTitle(value)
        ? { message: `“${value}” is what a report is called. Write who was inspected, and this as “title”.` }
        : undefined;
    case 'published':
      return isDate(value) ? undefined : { message: dateProblem(value) };
    case 'inspected':
      return intervalOf(value) === undefined ? intervalProblem(value, from) : undefined;
    case 'status':
      if (statuses.some(own => own === value)) return undefined;
      return { message: 'The status must be “draft”, “review” or “final”, in small letters.' };
    case 'lang':
      if (languageTag.test(value)) return undefined;
      return { message: 'A language is given by its code, as in “en-GB” or “cy”.' };
    default:
      return undefined;
  }
}

function intervalProblem(value: string, at: number): Problem {
  const parts = value.split('/');
  const [first = '', last = ''] = parts.map(part => part.trim());
  if (parts.length === 2 && isDate(first) && isDate(last)) {
    return {
      message: `The inspection ends on ${dateInWords(last)}, before it begins on ${dateInWords(first)}. Correct one of the dates.`,
    };
  }
  const wrong =
    parts.length === 2 && isDateLike(first) && isDateLike(last) ? (isDate(first) ? last : first) : undefined;
  if (wrong !== undefined) {
    const from = at + (wrong === last ? value.lastIndexOf(wrong) : value.indexOf(wrong));
    return { from, to: from + wrong.length, message: dateProblem(wrong) };
  }
  if (parts.length === 1 && isDateLike(value)) return { message: dateProblem(value) };
  return { message: 'These days cannot be read. Write them as 2017-11-06/2017-11-30, a single day as 2017-11-06.' };
}

function isDateLike(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

function dateProblem(text: string): string {
  return isDateLike(text)
    ? 'There is no such day in the calendar. Correct the date.'
    : 'A date is written as 2018-01-29: year, month and day, with hyphens.';
}
