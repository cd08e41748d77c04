import type { MetadataEntry } from '../../model/metadata.ts';
import type { Report } from '../../model/report.ts';
import { lineBreak } from '../../text/lineBreak.ts';
import { listInWords } from '../../text/phrases.ts';
import { type CommentedKey, commentedKeys, detailBelow, requiredKeys, unknownKeys } from '../details/metadataKeys.ts';
import { misplacedDetails, readsDetails } from '../details/misplacedDetails.ts';
import { fixWith } from '../fixWith.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/**
 * The framework asks for details that the report does not give, such as who was inspected and when. The cover is
 * printed from them, and dates and names in the text are checked against them.
 *
 * ```inspectmark,expect
 * ---
 * ^^^ do not say who was inspected and when the inspection took place. Fill in “provider” and “inspected”
 * framework: ofsted-sif
 * title: Inspection of services
 * ---
 *
 * # Children’s services in Ely are good
 * ```
 *
 * ```inspectmark,fixed
 * ---
 * framework: ofsted-sif
 * title: Inspection of services
 * provider:
 * inspected:
 * ---
 *
 * # Children’s services in Ely are good
 * ```
 *
 * A detail without a value is missing, too:
 *
 * ```inspectmark,expect
 * ---
 * provider: Ely
 * title:
 * ^^^^^ do not say what the report is called
 * inspected: 2018-01-29
 * ---
 * ```
 *
 * So is one before which a “#” stands, for that makes a note of the line; whether the framework asks for it or not:
 *
 * ```inspectmark,expect
 * ---
 * provider: Ely
 * title: Inspection of services
 * # inspected: 2018-01-29
 * ^^^^^^^^^^^^^^^^^^^^^^^ “inspected” is not read here, for “#” makes a note of the line. Take “#” out.
 * published:
 * ^^^^^^^^^ “published” has no value. Fill it in, or take the line out.
 * status: final
 * ---
 * ```
 *
 * A report that is published must say when:
 *
 * ```inspectmark,expect {"whenFinal":["published"]}
 * ---
 * ^^^ The details do not say when the report is published. Fill in “published”.
 * framework: ofsted-sif
 * provider: Ely
 * title: Inspection of services
 * inspected: 2018-01-29
 * status: final
 * ---
 * ```
 *
 * A framework may ask for nothing:
 *
 * ```inspectmark
 * ---
 * framework: generic
 * ---
 * ```
 */
export const missingMetadata: Rule = {
  id: 'missing-metadata',
  group: 'front-matter',
  kind: 'fault',
  severity: 'error',
  summary: 'The report’s details lack something that the framework asks for',
  fixable: true,
  options: {
    whenFinal: {
      type: 'array',
      items: { type: 'string' },
      description: 'what a report must say, too, once its status is final',
    },
  },
  readsWords: readsDetails,
  *check({ report, framework, options: { whenFinal } }) {
    const { entries, closed, problems, span, status } = report.metadata;
    // Of details that are not read nothing is known.
    if (!closed || problems.length > 0 || misplacedDetails(report) !== undefined) return;
    const ofFinal = status === 'final' && Array.isArray(whenFinal) ? whenFinal.map(String) : [];
    const required = [...new Set([...requiredKeys(framework), ...ofFinal])];
    const commented = commentedKeys(report);
    for (const own of commented) yield commentedFinding(report, own, required.includes(own.key));
    yield* optionalWithoutValue(report, required);
    if (required.length === 0) return;
    const given = new Map(entries.map(entry => [entry.key, entry]));
    let missing = required.filter(key => isEmpty(given.get(key)));
    if (missing.length === 0) return;
    const told = new Set([
      ...unknownKeys(report).map(({ meant }) => meant),
      ...commented.map(({ key }) => key),
      detailBelow(report)?.key,
    ]);
    missing = missing.filter(key => !told.has(key));
    const run = missing.flatMap(key => runOn(report, key));
    yield* run;
    missing = missing.filter(key => !run.some(own => own.key === key));
    if (missing.length === 0) return;
    const names = listInWords(missing.map(key => `“${key}”`));
    const message = `The details do not say ${listInWords(missing.map(meaningOf))}. Fill in ${names}.`;
    const absent = missing.filter(key => !given.has(key));
    const [empty] = absent.length > 0 ? [] : missing.flatMap(key => given.get(key) ?? []);
    const place = empty?.keySpan ?? { from: span.from, to: Math.min(span.to, span.from + '---'.length) };
    yield { ...place, message, fixes: absent.length === 0 ? [] : [insertion(report, absent)] };
  },
};

function commentedFinding({ document, metadata }: Report, { from, to, key }: CommentedKey, required: boolean): Finding {
  const [mark = ''] = /^#[ \t]*/.exec(document.source.slice(from, to)) ?? [];
  return {
    from,
    to,
    // What a draft does not say yet may well be noted there.
    severity: required ? undefined : metadata.status === 'draft' && key !== 'framework' ? 'information' : 'warning',
    message: `“${key}” is not read here, for “#” makes a note of the line. Take “#” out.`,
    fixes: [fixWith('Take “#” out', { from, to: from + mark.length }, '')],
  };
}

/** Details that nobody asks for, and that are begun; in a draft they may be filled in later. */
function* optionalWithoutValue(
  { metadata: { entries, status } }: Report,
  required: readonly string[],
): Iterable<Finding> {
  for (const entry of entries) {
    const { key, keySpan, broken } = entry;
    if (!isEmpty(entry) || broken || required.includes(key) || !Object.hasOwn(meanings, key)) continue;
    if (status === 'draft' && key !== 'status') continue;
    const message = `“${key}” has no value. Fill it in, or take the line out.`;
    yield { ...keySpan, severity: 'warning', message };
  }
}

const meanings: Readonly<Record<string, string>> = {
  framework: 'by which framework it is written',
  provider: 'who was inspected',
  title: 'what the report is called',
  inspected: 'when the inspection took place',
  published: 'when the report is published',
  status: 'whether the report is a draft',
  previous: 'which report came before',
  lang: 'in which language the report is',
  reference: 'the report’s reference',
  providerId: 'the provider’s number',
  licence: 'under which licence the report is published',
};

function meaningOf(key: string): string {
  return Object.hasOwn(meanings, key) ? (meanings[key] ?? key) : `the “${key}”`;
}

function isEmpty(entry: MetadataEntry | undefined): boolean {
  const value = entry?.value ?? '';
  return value === '' || (Array.isArray(value) && value.every(item => item === ''));
}

function insertion({ document: { source, blocks } }: Report, keys: readonly string[]): Fix {
  const end = /\r?\n/.exec(source)?.[0] ?? '\n';
  const lines = keys.map(key => `${key}:${end}`).join('');
  const first = blocks[0];
  const title = `Add ${listInWords(keys.map(key => `“${key}”`))}`;
  if (first?.kind === 'frontMatter') {
    return fixWith(title, { from: first.content.to, to: first.content.to }, lines);
  }
  const at = source.startsWith('\ufeff') ? 1 : 0;
  return fixWith(title, { from: at, to: at }, `---${end}${lines}---${end}${end}`);
}

/** The detail that has got into the line of the one before it. */
function runOn({ document: { source }, metadata: { entries } }: Report, key: string): (Finding & { key: string })[] {
  for (const { valueSpan } of entries) {
    const at = source.slice(valueSpan.from, valueSpan.to).indexOf(` ${key}: `);
    if (at < 0) continue;
    const from = valueSpan.from + at + 1;
    const edit = { from: from - 1, to: from, text: lineBreak(source) };
    return [
      {
        key,
        from,
        to: from + key.length + 1,
        message: `“${key}” is not read here, within another detail. Begin a line with it.`,
        fixes: [{ title: 'Begin a line with it', edits: [edit], certain: false }],
      },
    ];
  }
  return [];
}
