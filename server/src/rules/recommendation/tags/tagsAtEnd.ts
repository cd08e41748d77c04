import { DerivedFacts } from '../../../model/derivedFacts.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import { wordedTags } from '../../../model/tags/wordedTags.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { blockIndexAt } from '../../../syntax/document.ts';
import { listInWords } from '../../../text/phrases.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import { Spans } from '../../../text/spans.ts';
import type { Span } from '../../../text/text.ts';
import { unwrapped } from '../../../text/unwrapped.ts';
import { numberWords } from '../../messages/nearTagFault.ts';
import type { Finding } from '../../rule.ts';
import { misreadTag } from './misreadTag.ts';

/** What ends a finding and is meant as its tag; the word alone only in a report that has tags. */
export function* tagsAtEnd(report: Report, isTagged: boolean): Iterable<Finding> {
  yield* otherForms(report);
  yield* bareReferences(report);
  if (isTagged) yield* wordsAlone(report);
  yield* numbersAlone(report);
  if (report.tags.length >= habit) yield* otherWords(report);
}

/** So many tags leave no doubt of how a report writes them. */
const habit = 3;

/** What names a recommendation that the report has, in another form than a tag’s. */
function* otherForms(report: Report): Iterable<Finding> {
  const { source } = report.document;
  const known = new Set(report.recommendations.map(({ number }) => number));
  if (known.size === 0 || [...known].some(number => /^\D/.test(number ?? ''))) return;
  for (const { kind, content } of report.paragraphs) {
    if (kind !== 'finding' || !/[)\]”’"']\.?$/.test(source.slice(content.to - 2, content.to))) continue;
    const from = Math.max(content.from, content.to - longestForm);
    const { text: end, placeOf } = unwrapped(source.slice(from, content.to));
    const match = anyForm.exec(end);
    if (match === null) continue;
    const [, ...lists] = match;
    const index = lists.findIndex(own => own !== undefined);
    const [list = '', form] = [lists[index], forms[index]];
    const numbers = /^\d/.test(list) ? [list] : list.split(/, | and /).map(numberInWords);
    const place = { from: from + placeOf(match.index), to: content.to };
    if (form === undefined || numbers.some(number => !known.has(number)) || isRead(report, place.from)) continue;
    const text = `(Recommendation${numbers.length > 1 ? 's' : ''} ${listInWords(numbers)})`;
    yield misreadTag(place, form.fault, text, false);
  }
}

const inWords = `(?:${numberWords.join('|')})`;

/** What such forms look like, the numbers as a group, and what is wrong with each. */
const forms = [
  { form: String.raw`\(R(\d{1,2})\)`, fault: 'its word is shortened' },
  {
    form: String.raw`Recommendations? \((\d{1,2})\)`,
    fault: 'its brackets hold the number alone',
  },
  {
    form: String.raw`\(Recommendations? [([](\d{1,2})[)\]]\)`,
    fault: 'its number has brackets of its own',
  },
  {
    form: String.raw`[“‘"']Recommendations? (\d{1,2})[”’"']`,
    fault: 'its brackets are not round ones',
  },
  {
    form: String.raw`\([Rr]ecommendations? (${inWords}(?:, ${inWords}){0,5} and ${inWords})\)`,
    fault: 'its numbers are written in words',
  },
];
const [shortForm, ...longForms] = forms.map(({ form }) => form);
/** The long ones follow on a sentence’s end. */
const anyForm = new RegExp(String.raw`(?:${shortForm}|(?<=[.!?][’”]?\s{1,4})(?:${longForms.join('|')}))\.?$`);
const longestForm = 70;

function numberInWords(word: string): string {
  return String(numberWords.indexOf(word) + 1);
}

const places = new DerivedFacts<Spans>();

/** Whether something at a place is a tag, or shares a letter with one. */
function isOfTag(report: Report, { from, to }: Span): boolean {
  return places.of(report, ({ tags }) => new Spans(tags)).touch({ from: from + 1, to: to - 1 });
}

/** Whether a tag, or what is told as nearly one, stands at a place. */
function isRead(report: Report, at: number): boolean {
  const { document } = report;
  if (isOfTag(report, { from: at, to: at + 1 })) return true;
  const index = blockIndexAt(document, at) ?? -1;
  const start = document.starts[index] ?? 0;
  return document.blocks[index]?.inlines.nearTags.some(own => start + own.from <= at && at < start + own.to) === true;
}

/** *Recommendation 3.* as the last sentence of a finding: nothing is said of it there but its number. */
function* bareReferences({ document: { source }, paragraphs, references }: Report): Iterable<Finding> {
  for (const { kind, from, to, paragraph } of references) {
    if (kind !== 'recommendation' || paragraph === undefined) continue;
    const { content, kind: sort } = paragraphs[paragraph] ?? {};
    if (content === undefined || sort !== 'finding') continue;
    const before = source.slice(Math.max(content.from, from - longestGap), from);
    if (!/[.!?][’”]?\s+[–—|/-]?\s?$/.test(before) || !/^\s?[–—|/-]?[.]?\s*$/.test(source.slice(to, content.to)))
      continue;
    const text = `(${singleSpaced(source.slice(from, to))})`;
    const place = { from, to: source.charAt(to) === '.' ? to + 1 : to };
    yield misreadTag(place, 'it stands in no brackets', text, false);
  }
}

const longestGap = 20;

/** *(Recommend)*, *(Rec)*, *Recommendation.*: the word alone, cut short or without its brackets. */
function* wordsAlone(report: Report): Iterable<Finding> {
  const { paragraphs, document } = report;
  const { source } = document;
  for (const { kind, content } of paragraphs) {
    if (kind !== 'finding') continue;
    const to = content.to - trailingComment(source.slice(Math.max(content.from, content.to - longestGap), content.to));
    const end = source.slice(Math.max(content.from, to - longestAlone), to);
    if (!/[([{]re|rec/i.test(end)) continue;
    const [written = '', number] = wordAlone.exec(end) ?? wordWithAnother.exec(end) ?? wordAndMore.exec(end) ?? [];
    if (written === '') continue;
    const place = { from: to - written.length, to };
    if (isOfTag(report, place)) continue;
    yield misreadTag(
      place,
      faultOf(written),
      number === undefined ? '(Recommendation)' : `(Recommendation ${number})`,
      false,
    );
  }
}

/** How long the comment is that confirms what stands at a finding’s end: *Recommendation<!-- 4 -->*. */
function trailingComment(end: string): number {
  return /<!-- ?[\d, ]{0,9} ?-->$/.exec(end)?.[0].length ?? 0;
}

/** *(3)* at the end of a finding, in a report whose tags have numbers, and which has no other such number. */
function* numbersAlone({ document: { source }, paragraphs, recommendations, tags }: Report): Iterable<Finding> {
  if (tags.filter(({ tag }) => tag.items.length > 0).length < fewestNumbered) return;
  const known = new Set(recommendations.map(({ number }) => number));
  const found: Finding[] = [];
  for (const { kind, content } of paragraphs) {
    if (kind !== 'finding' || !/\)\.?$/.test(source.slice(content.to - 2, content.to))) continue;
    const end = source.slice(Math.max(content.from, content.to - longestGap), content.to);
    const [written = '', number = ''] = /(?<=[\p{Ll}.!?][’”]?\s)\((\d{1,2})\)\.?$/u.exec(end) ?? [];
    if (written === '' || !known.has(number)) continue;
    const place = { from: content.to - written.length, to: content.to };
    found.push(misreadTag(place, 'its word is lost', `(Recommendation ${number})`, false));
  }
  const [only, another] = found;
  if (only !== undefined && another === undefined) yield only;
}

/** So many tags with numbers show how a report writes them. */
const fewestNumbered = 3;

function faultOf(written: string): string {
  if (/^[‘“"']/.test(written)) return 'its brackets are not round ones';
  if (/^[\p{L}/|–—-]/u.test(written)) return 'it stands in no brackets';
  return /^.\p{L}+:?\s|\?/u.test(written) ? 'its brackets hold more than its word' : 'its word is cut short';
}

const wordAlone =
  /(?:(?<=[.!?][’”]?\s{1,8})(?:[([{](?:Re|Recs?|Recommend(?:s|ed|ing)?)\.?[)\]}]|[‘“"']Recommendations?[’”"']|(?:[/|–—-] ?)?Recommendations?(?: ?[/|–—-])?)|(?<=\p{Ll}\s{1,8})\((?:Recs?|Recommend)\.?\))\.?$/iu;
/** *(see Recommendation)*, *(new recommendation?)*. */
const wordWithAnother = /(?<=[.!?][’”]?\s{1,8})\((?:\p{Ll}{1,12}\s{1,8}recommendations?\??|recommendations?\?)\)\.?$/iu;
/** *(Recommendation: improve plans)*, *(Recommendation 3, page 4)*. */
const wordAndMore =
  /(?<=[.!?][’”]?\s{1,8})\([Rr]ecommendations?(?:\s{1,8}(\d{1,3})(?:,|\s{1,8}[–—-](?=\s{1,8}\p{L})|(?=\s{1,8}on\s{1,8}page\s))|:)\s{1,8}(?!and\))\p{L}[\p{L}\d\s,’-]{1,60}\)\.?$/u;
/** With the end of the sentence before it. */
const longestAlone = 110;

/** A word or a few in brackets behind the last sentence of a finding, where the report’s tags stand: *(Requirement)*. A question. */
function* otherWords(report: Report): Iterable<Finding> {
  const { paragraphs, framework, document } = report;
  const { source } = document;
  const [usual] = framework.recommendations.tagWords;
  if (usual === undefined) return;
  const { gradeByName } = frameworkIndex(framework);
  const found: (Span & { readonly written: string })[] = [];
  const told = new Set(wordedTags(report).map(({ to }) => to));
  for (const { kind, content } of paragraphs) {
    if (kind !== 'finding' || told.has(content.to)) continue;
    const to = content.to - trailingComment(source.slice(Math.max(content.from, content.to - longestGap), content.to));
    if (source.charAt(to - 1) !== ')') continue;
    const end = source.slice(Math.max(content.from, to - longestOther), to);
    const [written = ''] = otherWord.exec(end) ?? [];
    if (written === '' || /^\(?[([{]?re[ce]/i.test(written)) continue;
    const place = { from: to - written.length, to };
    if (isOfTag(report, place)) continue;
    found.push({ ...place, written });
  }
  // (Several, each with a word of its own, are the report’s own labels: *(North)*, *(South)*.)
  if (found.some(({ written }) => written !== found[0]?.written)) return;
  for (const { from, to, written } of found) {
    if (gradeByName.has(titleKey(written.slice(1, -1)))) return;
    yield {
      from,
      to,
      severity: 'information',
      message: `This stands where the tags of this report do. If it is one, write “(${usual})”.`,
    };
  }
}

const otherWord = /(?<=[.!?][’”]?\s{1,8})\(\p{Lu}\p{Ll}{3,20}(?: \p{Ll}{2,20}){0,3}(?: \d{1,2})?\)$/u;
const longestOther = 90;
