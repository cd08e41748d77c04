import { isFields } from '../framework/extended.ts';
/**
 * The findings that a team has decided to live with for now: by report, by rule, the fingerprints, which hang on the words
 * and not on lines. Reports are named by their paths from the file's folder, with `/`.
 */
export type Baseline = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What is in a baseline's file; nothing if it is none. */
export function readBaseline(text: string): Baseline | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, '')); // some editors put a byte order mark before it
  } catch {
    return undefined;
  }
  if (!isFields(json) || json.version !== 1 || !isFields(json.reports)) return undefined;
  const reports = Object.values(json.reports);
  const isWhole = reports.every(rules => isFields(rules) && Object.values(rules).every(isTexts));
  return isWhole ? (json.reports as Baseline) : undefined;
}

/** A baseline's file, everything in the order of the alphabet, so that two versions of it can be compared. */
export function writtenBaseline(baseline: Baseline): string {
  const reports = sorted(baseline, rules => sorted(rules, prints => [...prints].sort()));
  return `${JSON.stringify({ version: 1, reports }, undefined, 2)}\n`;
}

function sorted<Value, Result>(record: Readonly<Record<string, Value>>, mapped: (value: Value) => Result) {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map(key => [key, mapped(record[key] as Value)]));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(each => typeof each === 'string');
}
