import { blocksWith } from '../../model/blocksWith.ts';
import { MarkSearch } from '../../model/markSearch.ts';
import type { Reference } from '../../model/reference.ts';
import type { Report } from '../../model/report.ts';
import type { Block } from '../../syntax/block.ts';
import { isCommented } from '../../syntax/document.ts';
import { standsAt } from '../../text/matchAt.ts';
import { firstWhere } from '../../text/text.ts';
import { certainChangeTo, changeTo } from '../fixWith.ts';
import { nearTagFault } from '../messages/nearTagFault.ts';
import { publicationSeverity } from '../publicationSeverity.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { likeFirst, unwrittenReferences } from './forms/unwrittenReferences.ts';
import { wrongSide } from './parts/wrongSide.ts';

/**
 * A reference to a paragraph or a recommendation is not written out, or its word or number is mistyped. It leads nowhere, and
 * renumbering passes it by.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph ).
 *                              ^^^^^^^^^ The number is missing here. Say which paragraph is meant.
 *
 * 2. Plans are clear (see paragraphs 1 and).
 *                         ^^^^^^^^^^^^^^^^ This list of numbers is broken off.
 *
 * 3. Visits are regular (see paragraph2, and pargraph 1).
 *                            ^^^^^^^^^^ The number follows without a space. Write “paragraph 2”.
 *                                            ^^^^^^^^ This word is misspelt. Write “paragraph”.
 *
 * 4. Records are kept well (see Error! Reference source not found.).
 *                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The word processor has lost what stood here.
 *
 * 5. Supervision is regular (paragraph 1 and 2; paragraphs 3 and 3).
 *                            ^^^^^^^^^ Several numbers follow. Write “paragraphs”.
 *                                                                ^ This number stands here twice.
 *
 * 6. Leaders know this, as paragraph 1 and 3 shows.
 *                          ^^^^^^^^^^^^^^^^^ Two numbers follow. Write “paragraphs 1 and 3”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph ).
 *
 * 2. Plans are clear (see paragraphs 1 and).
 *
 * 3. Visits are regular (see paragraph 2, and paragraph 1).
 *
 * 4. Records are kept well (see Error! Reference source not found.).
 *
 * 5. Supervision is regular (paragraphs 1 and 2; paragraphs 3 and 3).
 *
 * 6. Leaders know this, as paragraphs 1 and 3 shows.
 * ```
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraphs 2 and 3).
 *
 * 2. Each paragraph says what was found; paragraph 1 is an example.
 *
 * 3. Plans are clear (see the last paragraph).
 * ```
 */
export const referenceForm: Rule = {
  id: 'reference-form',
  group: 'reference',
  kind: 'fault',
  severity: 'warning',
  summary: 'A reference is not written out, or mistyped',
  fixable: true,
  readsWords: whereStands(isOdd),
  *check({ report }) {
    for (const reference of report.references) {
      if (reference.kind === 'paragraph' || reference.kind === 'recommendation') yield* mistypedWord(report, reference);
      yield* wrongSide(report, reference);
    }
    const { source } = report.document;
    const read = new Set(report.references.map(({ from }) => from));
    const areTagsTold = report.framework.recommendations.link !== 'none';
    const arePlaceholdersTold = publicationSeverity(report.metadata) !== undefined;
    for (const { block, start } of blocksWith(report.document, tellingPlaces)) {
      if (!isText(block)) continue;
      for (const finding of unwrittenReferences(source.slice(start, start + block.end), start)) {
        if (isCommented(report.document, finding.from)) continue;
        // What is read for all its misspelling is told above.
        if (read.has(finding.from) && !/^paragraph|^recomm/i.test(source.slice(finding.from, finding.from + 9)))
          continue;
        // Of a tag its own rule tells.
        const { nearTags } = block.inlines;
        const next = nearTags[firstWhere(nearTags.length, i => finding.from < start + (nearTags[i]?.to ?? 0))];
        const tag = next !== undefined && start + next.from < finding.to ? next : undefined;
        const isTold =
          tag !== undefined &&
          areTagsTold &&
          nearTagFault(tag, source.slice(start + tag.from, start + tag.to)) !== undefined;
        if (tag !== undefined && (isTold || toldOfTags.test(source.slice(finding.from, finding.to)))) continue;
        const written = source.slice(finding.from, finding.to);
        if (!arePlaceholdersTold || !(placeholder.test(written) || /TB[ACD]$/.test(written))) yield finding;
      }
    }
  },
};

/** Whether something is to be said of a block, placeholders included. */
function isOdd(report: Report, index: number): boolean {
  const { source, blocks, starts } = report.document;
  const block = blocks[index];
  if (block === undefined) return false;
  for (const reference of report.references)
    if (reference.block === index) for (const _ of mistypedWord(report, reference)) return true;
  const start = starts[index] ?? 0;
  const written = source.slice(start, start + block.end);
  if (tellingPlaces.placesIn(written).length > 0) for (const _ of unwrittenReferences(written, start)) return true;
  return false;
}

function isText({ kind }: Block): boolean {
  return kind === 'plain' || kind === 'numbered' || kind === 'bullet' || kind === 'footnote' || kind === 'table';
}

/** A list of numbers that runs over a full stop or a stroke, or breaks off in *and*. */
const toldOfTags = /\d\.\s\d|\d\s?\/\s?\d|\d,\s(?:and|to)$/;
/** What is told as a place to be filled in, once a report is no draft. */
const placeholder = /(?:\?{2,}|X{2,}|x{2,}|_{3,}|\[[a-z_]\w*\])$/i;
const rightWord = /^(?:par(?:a(?:graph)?)?s?|recommendations?)\.?$/i;

/** Whether a reference to one number or range has its word as most have. */
function isWellSpelt(source: string, { kind, from, numbers }: Reference): boolean {
  if (source.slice(from, from + kind.length).toLowerCase() !== kind) return false;
  const [number] = numbers;
  const end = from + kind.length + (number?.first === number?.last ? 0 : 1);
  return source.charAt(end) === ' ' && (end === from + kind.length || source.charAt(end - 1) === 's');
}

/** The word of a reference, by its letters and by how many numbers follow, and the numbers that stand there twice. */
function* mistypedWord({ document: { source } }: Report, reference: Reference): Iterable<Finding> {
  const { kind, from, numbers } = reference;
  if (numbers.length === 1 && isWellSpelt(source, reference)) return;
  const [word = ''] = /^\p{L}+/u.exec(source.slice(from, from + 30)) ?? [];
  const place = { from, to: from + word.length };
  const many = numbers.length > 1 || numbers.some(({ first, last }) => first !== last);
  if (!rightWord.test(word)) {
    const text = likeFirst(word, many ? `${kind}s` : kind);
    yield {
      ...place,
      message: `This word is misspelt. Write “${text}”.`,
      fixes: [certainChangeTo(place, text)],
    };
  } else if (many && !/s$/i.test(word) && !/\d\s+\d/.test(source.slice(from, reference.to))) {
    const text = `${word}s`;
    yield {
      ...place,
      message: `Several numbers follow. Write “${text}”.`,
      fixes: [changeTo(place, text)],
    };
  } else if (!many && /s$/i.test(word) && isAlone(source, reference.to)) {
    const text = word.slice(0, -1);
    yield {
      ...place,
      message: `One number follows. Write “${text}”.`,
      fixes: [changeTo(place, text)],
    };
  }
  const before = new Set<string>();
  for (const { first, last, firstSpan } of numbers) {
    if (first !== last) continue;
    if (before.has(first))
      yield { ...firstSpan, message: 'This number stands here twice. Take it out, or write the one that is meant.' };
    before.add(first);
  }
}

/**
 * Whether a list ends with its number: another might follow in a form that is not read, or be about to (*and*, *or* and *to*
 * may still lack letters).
 */
function isAlone(source: string, to: number): boolean {
  return /^(?:[;:?!)]|,\s\p{L}|\.(?!\.|\s\d)|\s(?!(?:and?|a|or?|to?)(?!\p{L}))\p{L})/u.test(source.slice(to, to + 6));
}

/** Another word after a recommendation or a paragraph than those that stand in one of the forms: they are spoken of, and not referred to. */
const plainWord = String.raw`\s(?!(?:and|or|to|between|above|below|n[nor]|number|tb[acd]|x{2,3}|[ivxl]{2,7})(?!\p{Ll}))\p{Ll}{2}`;
/** What is written where one of the forms may be: not a tag as it should be, of which there are many. */
const telling = new RegExp(
  String.raw`[Pp]arag(?!\p{Ll}{0,8}${plainWord})|[Rr]ecommendation(?!s?(?:\s\d{1,3})?\)|\p{Ll}{0,2}${plainWord})|(?<=see )[Rr]ecommendations?\)|PARAGRAPH|RECOMMENDATION|Error!|#[RNDV]|¶|\(\s?see\s?(?:\)|\d)|\{\s(?:PAGE|NOTE)?REF`,
  'uy',
);

const letters = { a: 0x61, g: 0x67, m: 0x6d, A: 0x41, G: 0x47, M: 0x4d };
/** (Words are looked for at a letter that few words have: the second *m* of *recommendation*, the *g* of *paragraph*.) */
const tellingPlaces = new MarkSearch('gGmME#¶({', (text, at) => {
  const [letter, before] = [text.charCodeAt(at), text.charCodeAt(at - 1)];
  let from = at;
  if (letter === letters.m || letter === letters.M) {
    if (before !== letter) return -1;
    from = at - 'recom'.length;
  } else if (letter === letters.g || letter === letters.G) {
    if (before !== (letter === letters.g ? letters.a : letters.A)) return -1;
    from = at - 'para'.length;
  }
  return from >= 0 && standsAt(telling, text, from) ? from : -1;
});
