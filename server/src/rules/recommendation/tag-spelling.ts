import { angledTag } from '../../model/angledTag.ts';
import { blocksWith } from '../../model/blocksWith.ts';
import { listInWords } from '../../model/listInWords.ts';
import type { Report } from '../../model/report.ts';
import { blockIndexAt } from '../../syntax/document.ts';
import type { NearTag } from '../../syntax/nearTag.ts';
import type { Span } from '../../text/text.ts';
import { isOdd, nearTagFault, numberWords } from '../nearTagFault.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/**
 * A tag is misspelt or stands in the wrong brackets, so it is not seen as a tag, and its finding supports nothing.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Health assessments are often late. (Recomendation 2)
 *                                       ^^^^^^^^^^^^^^^^^ Write “(Recommendation 2)”.
 *
 * 10. Plans are vague. [Recommendation]
 *                      ^^^^^^^^^^^^^^^^ Write “(Recommendation)”.
 *
 * 11. Visits are late. (Recommendation3)
 *                      ^^^^^^^^^^^^^^^^^ Write “(Recommendation 3)”.
 *
 * 12. Reviews are late. (Recommendation
 *                       ^^^^^^^^^^^^^^^ Write “(Recommendation)”.
 *
 * 13. Records are poor. (Recommendation four)
 *                       ^^^^^^^^^^^^^^^^^^^^^ Write “(Recommendation 4)”.
 *
 * 14. Notes are brief. Recommendation 1)
 *                      ^^^^^^^^^^^^^^^^^ Write “(Recommendation 1)”.
 *
 * 15. Reports are long. ((Recommendation 1))
 *                       ^^^^^^^^^^^^^^^^^^^^ This tag has a bracket too many. Write “(Recommendation 1)”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. Health assessments are often late. (Recommendation 2)
 *
 * 10. Plans are vague. (Recommendation)
 *
 * 11. Visits are late. (Recommendation 3)
 *
 * 12. Reviews are late. (Recommendation)
 *
 * 13. Records are poor. (Recommendation 4)
 *
 * 14. Notes are brief. (Recommendation 1)
 *
 * 15. Reports are long. (Recommendation 1)
 * ```
 *
 * Its number stands after its word:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (2nd Recommendation)
 *                                       ^^^^^^^^^^^^^^^^^^^^ This is not read as a tag, for its number stands before its word. Write “(Recommendation 2)”.
 * ```
 *
 * Its numbers are parted by blanks:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Improve the plans of care leavers.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendations 1and 2)
 *                                       ^^^^^^^^^^^^^^^^^^^^^^^^ its numbers run together. Write “(Recommendations 1 and 2)”.
 * ```
 *
 * Its word says how many it names:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Improve the plans of care leavers.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendation 1 and 2)
 *                                        ^^^^^^^^^^^^^^ Several numbers follow. Write “Recommendations”.
 * ```
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. Health assessments are often late. (Recommendation 2)
 *
 * 10. This was known before (recommendation 5) of the national review. (recommendations 2, 3)
 * ```
 */
export const tagSpelling: Rule = {
  id: 'tag-spelling',
  group: 'recommendation',
  kind: 'fault',
  severity: 'warning',
  summary: 'A tag is misspelt or in the wrong brackets',
  fixable: true,
  readsWords: whereStands(mayBeMisspelt),
  *check({ report, framework }) {
    // A report may have tags where its framework asks for none.
    if (framework.recommendations.link === 'none' && report.tags.length < habit) return;
    const { document } = report;
    for (const { tag, base } of report.tags) {
      const place = withBrackets(document.source, base + tag.from, base + (tag.confirmed?.to ?? tag.to));
      if (place === undefined) continue;
      const text = document.source.slice(base + tag.from, base + (tag.confirmed?.to ?? tag.to));
      yield {
        ...place,
        message: `This tag has a bracket too many. Write “${document.source.slice(base + tag.from, base + tag.to)}”.`,
        fixes: [{ title: 'Take it out', edits: [{ ...place, text }], certain: true }],
      };
    }
    for (const { tag, base, isNumber, numbers } of report.tags) {
      const { items, wordSpan, word } = tag;
      if (isNumber || items.length === 0 || word !== 'Recommendation') continue;
      const place = { from: base + wordSpan.from, to: base + wordSpan.to };
      const written = document.source.slice(place.from, place.to);
      const isPlural = /s$/i.test(written);
      if (isPlural === numbers.length > 1) continue;
      const text = isPlural ? written.slice(0, -1) : `${written}s`;
      yield {
        ...place,
        message: `${isPlural ? 'One number follows' : 'Several numbers follow'}. Write “${text}”.`,
        fixes: [{ title: `Change to “${text}”`, edits: [{ ...place, text }], certain: false }],
      };
    }
    for (const { tag, base } of report.tags) {
      const from = base + tag.from;
      if (!/[\p{L}\d.,;!?’”)]/u.test(document.source.charAt(from - 1))) continue;
      yield {
        from,
        to: base + tag.to,
        message: 'No blank stands before this tag. Put one there.',
        fixes: [{ title: 'Put a blank there', edits: [{ from, to: from, text: ' ' }], certain: true }],
      };
    }
    yield* stoppedTags(report);
    yield* shortTags(report);
    yield* bareTags(report);
    if (report.tags.length >= habit) yield* cutTags(report);
    yield* spacedTags(report);
    yield* turnedTags(report);
    for (const [i, { inlines }] of document.blocks.entries()) {
      if (inlines.foreign.length > 0) yield* angledTags(document.source, inlines.foreign, document.starts[i] ?? 0);
      if (inlines.nearTags.length === 0) continue;
      const base = document.starts[i] ?? 0;
      for (const near of inlines.nearTags) {
        const text = tagOf(near);
        const place = { from: base + near.from, to: base + near.to };
        const fault = nearTagFault(near, document.source.slice(place.from, place.to));
        // Spelt and bracketed well it is no tag for another reason: it names another document’s recommendation.
        if (fault === undefined) continue;
        yield {
          ...place,
          message: `This is not read as a tag, for ${fault}. Write “${text}”.`,
          // Of a list that is broken off a number may be missing.
          fixes: [
            {
              title: `Change to “${text}”`,
              edits: [{ ...place, text }],
              certain: !/and\s*$|[lIO/]|\d[a-z]/.test(near.numbers) && !isOdd(near.numbers),
            },
          ],
        };
      }
    }
  },
};

/** So many tags are meant. */
const habit = 2;

/** A tag as it should be, of which there are many. */
const wellSpelt = /(?<=^|[\s>])\(Recommendation(?: \d{1,3}|s \d{1,3}(?:, \d{1,3}){0,9} and \d{1,3})?\)(?![)\]}])/g;

/** Whether a block has words in brackets, or of recommendations, beside tags that are as they should be. */
function mayBeMisspelt({ document: { source, blocks, starts } }: Report, index: number): boolean {
  const start = starts[index] ?? 0;
  const written = source.slice(start, start + (blocks[index]?.end ?? 0));
  return /[()[\]{}]|recom/i.test(written.replace(wellSpelt, ''));
}

/** *(Recommendation. 3)*: a full stop stands between its word and its number. */
function* stoppedTags({ document: { source }, tags }: Report): Iterable<Finding> {
  for (const { tag, base } of tags) {
    const [first] = tag.items;
    if (first === undefined) continue;
    const place = { from: base + tag.wordSpan.to, to: base + first.firstSpan.from };
    if (!source.slice(place.from, place.to).startsWith('.')) continue;
    yield {
      from: base + tag.from,
      to: base + tag.to,
      message: 'A full stop stands before the number of this tag. Take it out.',
      fixes: [{ title: 'Take it out', edits: [{ ...place, text: ' ' }], certain: true }],
    };
  }
}

/** *(R3)*, *Recommendation (3)*, *“Recommendation 3”*, *(Recommendation two and three)*: at a finding’s end, of what the report has. */
function* shortTags(report: Report): Iterable<Finding> {
  const { source } = report.document;
  const numbers = new Set(report.recommendations.map(({ number }) => number));
  if (numbers.size === 0 || [...numbers].some(number => /^\D/.test(number ?? ''))) return;
  for (const { kind, content } of report.paragraphs) {
    if (kind !== 'finding' || !/[)\]”’"']\.?$/.test(source.slice(content.to - 2, content.to))) continue;
    const end = source.slice(Math.max(content.from, content.to - longestShort), content.to);
    const [written = '', short, alone, inner, quoted, words] = shortTag.exec(end) ?? [];
    const named = words?.split(/, | and /).map(word => String(numberWords.indexOf(word) + 1)) ?? [
      short ?? alone ?? inner ?? quoted ?? '',
    ];
    if (written === '' || named.some(number => !numbers.has(number)) || isTag(report, content.to - written.length))
      continue;
    const place = { from: content.to - written.length, to: content.to };
    const text = `(Recommendation${named.length > 1 ? 's' : ''} ${listInWords(named)})`;
    const fault =
      short !== undefined
        ? 'its word is shortened'
        : words !== undefined
          ? 'its numbers are written in words'
          : quoted !== undefined
            ? 'its brackets are not round ones'
            : inner !== undefined
              ? 'its number has brackets of its own'
              : 'its brackets hold the number alone';
    yield {
      ...place,
      message: `This is not read as a tag, for ${fault}. Write “${text}”.`,
      fixes: [{ title: `Change to “${text}”`, edits: [{ ...place, text }], certain: false }],
    };
  }
}

const inWords = `(?:${numberWords.join('|')})`;
const shortTag = new RegExp(
  String.raw`(?:\(R(\d{1,2})\)|(?<=[.!?][’”]?\s{1,4})(?:Recommendations? \((\d{1,2})\)|\(Recommendations? [([](\d{1,2})[)\]]\)|[“‘"']Recommendations? (\d{1,2})[”’"']|\([Rr]ecommendations? (${inWords}(?:, ${inWords}){0,5} and ${inWords})\)))[.]?$`,
);
const longestShort = 70;

/** Whether a tag, or what is told as nearly one, stands at a place. */
function isTag({ document, tags }: Report, at: number): boolean {
  if (tags.some(({ from, to }) => from <= at && at < to)) return true;
  const index = blockIndexAt(document, at) ?? -1;
  const start = document.starts[index] ?? 0;
  return document.blocks[index]?.inlines.nearTags.some(own => start + own.from <= at && at < start + own.to) === true;
}

/** With the end of the sentence before it. */
const longestCut = 28;
const cutTag =
  /(?<=[.!?][’”]?\s{1,4})(?:[([{](?:Recs?|Recommend(?:s|ed|ing)?)\.?[)\]}]|(?:[/|–—-] ?)?Recommendations?(?: ?[/|–—-])?)\.?$/i;

/** *(Recommend)*, *(Rec)*, *Recommendation.*: the word alone at a finding’s end, cut short or without its brackets. */
function* cutTags({ document: { source }, paragraphs, tags }: Report): Iterable<Finding> {
  for (const { kind, content } of paragraphs) {
    if (kind !== 'finding') continue;
    const end = source.slice(Math.max(content.from, content.to - longestCut), content.to);
    if (!/rec/i.test(end)) continue;
    const [written = ''] = cutTag.exec(end) ?? [];
    if (written === '') continue;
    const place = { from: content.to - written.length, to: content.to };
    if (tags.some(({ from, to }) => from < place.to && place.from < to)) continue;
    const fault = /^\p{L}|^[/|–—-]/u.test(written) ? 'it stands in no brackets' : 'its word is cut short';
    yield {
      ...place,
      message: `This is not read as a tag, for ${fault}. Write “(Recommendation)”.`,
      fixes: [
        { title: 'Change to “(Recommendation)”', edits: [{ ...place, text: '(Recommendation)' }], certain: false },
      ],
    };
  }
}

/** *( Recommendation )*: within one line blanks stand inside its brackets. */
function* spacedTags({ document: { source }, tags }: Report): Iterable<Finding> {
  for (const { tag, base } of tags) {
    const place = { from: base + tag.from, to: base + tag.to };
    const before = source.charCodeAt(place.from + 1) === 32;
    const after = source.charCodeAt(place.to - 2) === 32;
    if (!before && !after) continue;
    const written = source.slice(place.from, place.to);
    if (/[\r\n]/.test(written)) continue;
    const text = `(${written.slice(1, -1).trim()})`;
    yield {
      ...place,
      message: `A blank stands inside the brackets of this tag. Write “${text}”.`,
      fixes: [{ title: `Change to “${text}”`, edits: [{ ...place, text }], certain: true }],
    };
  }
}

/** *Recommendation 3.* as the last sentence of a finding: nothing is said of it there but its number. */
function* bareTags({ document: { source }, paragraphs, references }: Report): Iterable<Finding> {
  for (const { kind, from, to, paragraph } of references) {
    if (kind !== 'recommendation' || paragraph === undefined) continue;
    const { content, kind: sort } = paragraphs[paragraph] ?? {};
    if (content === undefined || sort !== 'finding') continue;
    const before = source.slice(Math.max(content.from, from - longestGap), from);
    if (!/[.!?][’”]?\s+[–—|/-]?\s?$/.test(before) || !/^\s?[–—|/-]?[.]?\s*$/.test(source.slice(to, content.to)))
      continue;
    const text = `(${source.slice(from, to).replace(/\s+/g, ' ')})`;
    const place = { from, to: source.charAt(to) === '.' ? to + 1 : to };
    yield {
      ...place,
      message: `This is not read as a tag, for it stands in no brackets. Write “${text}”.`,
      fixes: [{ title: `Change to “${text}”`, edits: [{ ...place, text }], certain: false }],
    };
  }
}

const longestGap = 20;

const turned = /\((?:the )?(\d{1,2})(?:st|nd|rd|th)? ([Rr]ecommendation)\)/y;

/** *(3rd Recommendation)*: its number stands before its word. */
function* turnedTags({ document }: Report): Iterable<Finding> {
  for (const { places } of blocksWith(document, turnedIn)) {
    for (const from of places) {
      turned.lastIndex = from;
      const [written = '', number, word] = turned.exec(document.source) ?? [];
      const place = { from, to: from + written.length };
      const text = `(${word} ${number})`;
      yield {
        ...place,
        message: `This is not read as a tag, for its number stands before its word. Write “${text}”.`,
        fixes: [{ title: `Change to “${text}”`, edits: [{ ...place, text }], certain: false }],
      };
    }
  }
}

function* turnedIn(text: string): Iterable<number> {
  for (let from = text.indexOf('('); from >= 0; from = text.indexOf('(', from + 1)) {
    const unit = text.charCodeAt(from + 1);
    // A digit, or the first letter of *the*.
    if (unit !== 116 && (unit < 48 || unit > 57)) continue;
    turned.lastIndex = from;
    if (turned.test(text)) yield from;
  }
}

/** *<Recommendation 3>*: its brackets are those of HTML. */
function* angledTags(source: string, foreign: readonly Span[], base: number): Iterable<Finding> {
  for (const span of foreign) {
    const place = { from: base + span.from, to: base + span.to };
    const [, words] = angledTag.exec(source.slice(place.from, place.to)) ?? [];
    if (words === undefined) continue;
    const text = `(${words.trim()})`;
    yield {
      ...place,
      message: `This is not read as a tag, for its brackets are not round ones. Write “${text}”.`,
      fixes: [{ title: `Change to “${text}”`, edits: [{ ...place, text }], certain: true }],
    };
  }
}

/** A tag with brackets around its own, or with one before or after them that has no other. */
function withBrackets(source: string, from: number, to: number): Span | undefined {
  const before = opened.exec(source.slice(Math.max(0, from - 2), from))?.[0].length ?? 0;
  const after = closed.exec(source.slice(to, to + 2))?.[0].length ?? 0;
  if (before === 0 && after === 0) return undefined;
  const place = { from: from - before, to: to + after };
  if (before > 0 && after > 0) return place;
  if (before > 0) {
    const rest = source.slice(to, to + longestAside);
    const other = /[([{)\]}]|[\r\n]\s*[\r\n]/.exec(rest)?.[0] ?? '';
    return /^\s*$/.test(other) ? place : undefined;
  }
  const rest = source.slice(Math.max(0, from - longestAside), from);
  const line = rest.slice(Math.max(rest.lastIndexOf('\n\n'), rest.lastIndexOf('\r\n\r\n')) + 1);
  return line.length < longestAside && !/[([{]/.test(line) ? place : undefined;
}

const opened = /[([{] ?$/;
const closed = /^ ?[)\]}]/;
/** What stands in brackets with a tag is not longer. */
const longestAside = 2000;

function tagOf({ word, numbers }: NearTag): string {
  if (isOdd(numbers)) {
    const figures = [...new Set(numbers.normalize('NFKC').match(/\d{1,3}/g))];
    const text = figures.length === 0 ? '' : ` ${listInWords(figures)}`;
    return `(${word.charAt(0)}ecommendation${figures.length > 1 ? 's' : ''}${text})`;
  }
  const value = numberWords.indexOf(numbers.toLowerCase()) + 1;
  const list =
    value > 0
      ? String(value)
      : withFigures(numbers)
          .replace(/[\s.,–-]*(?:and)?[\s.,–-]*$/, '')
          .replace(/(?<=\d)and\b/i, ' and')
          .trimEnd();
  // One number alone is one recommendation.
  const isPlural = /s$/i.test(word) && !/^\d{1,3}$/.test(list);
  const written = `${word.charAt(0)}ecommendation${isPlural ? 's' : ''}`;
  return `(${written}${list === '' ? '' : ` ${list}`})`;
}

function withFigures(numbers: string): string {
  return numbers
    .replace(/[lI]/g, '1')
    .replace(/O/g, '0')
    .replace(/\s*\/\s*/g, ', ');
}
