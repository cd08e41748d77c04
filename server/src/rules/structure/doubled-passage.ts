import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import { proseOf, type Sentence, sentencesOf } from '../../model/words/prose.ts';
import { sentencePrint } from '../../model/words/sentencePrint.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Edit, Finding, Rule } from '../rule.ts';
import { silentRoles } from '../silentRoles.ts';
import { doubledPoints } from './passages/doubledPoints.ts';
import { doubledWords } from './passages/doubledWords.ts';
import { farSentences } from './passages/farSentences.ts';
import { neighbourSentences } from './passages/neighbourSentences.ts';
import { hasSameWords } from './passages/sameWords.ts';

/**
 * A sentence stands twice in one paragraph or in two neighbours, or a paragraph twice in one part of the report: it was
 * pasted twice.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely and well used. Early help is timely and well used. Families value it.
 *                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This sentence stands in this paragraph twice. Take one out.
 *
 * 2. Plans are clear, and families understand what is in them.
 *
 * 3. Plans are clear, and families understand what is in them.
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This paragraph is the same as paragraph 2. Take one out.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely and well used. Families value it.
 *
 * 2. Plans are clear, and families understand what is in them.
 *
 * 3. Plans are clear, and families understand what is in them.
 * ```
 *
 * Take one out; if the paragraphs are numbered, renumber. What was pasted as a whole is told once:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Plans are clear, and families understand what is in them.
 *
 * 2. Visits are regular, and social workers know the children well.
 *
 * 3. Plans are clear, and families understand what is in them.
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ From here 2 paragraphs are the same as those from paragraph 1 on.
 *
 * 4. Visits are regular, and social workers know the children well.
 * ```
 *
 * A sentence that stands in two neighbouring paragraphs was left when one was split:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely. Families say that it has made a great difference to their lives.
 *
 * 2. Families say that it has made a great difference to their lives. Plans are clear.
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This sentence also stands in the paragraph above. Take one out.
 * ```
 *
 * A long sentence, or several, may have been pasted into another paragraph farther off:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely. Families say that help came to them soon. It has made a great difference to how they live.
 *
 * 2. Plans are clear, and families understand what is in them.
 *
 * 3. Visits are regular. Families say that help came to them soon. It has made a great difference to how they live.
 *                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ These 2 sentences also stand in paragraph 1. Take them out once.
 * ```
 *
 * A summary may say what a finding says:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Plans are clear, and families understand what is in them.
 *
 * ## Inspection findings
 *
 * 1. Plans are clear, and families understand what is in them.
 * ```
 *
 * That two recommendations ask for the same is told by `duplicate-recommendation`.
 */
export const doubledPassage: Rule = {
  id: 'doubled-passage',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A sentence or paragraph stands there twice',
  fixable: true,
  readsWords: true,
  unhurried: true,
  *check({ report }) {
    yield* doubledSentences(report);
    yield* doubledWords(report);
    yield* neighbourSentences(report, ({ section, kind }) => kind === 'entry' || isSilent(report, section));
    yield* farSentences(report);
    const points = new Set<number>();
    for (const { blocks, ...finding } of doubledPoints(report)) {
      for (const block of blocks) points.add(block);
      yield finding;
    }
    yield* doubledParagraphs(report, points);
  },
};

/** Shorter sentences may well stand there twice. */
const fewestWords = 5;

/** Sentences that follow their like in the same block, one or two before them, or as part of what follows its like. */
function* doubledSentences(report: Report): Iterable<Finding> {
  const { source } = report.document;
  const sentences = sentencesOf(report);
  let end = 0;
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i]!;
    if (sentence.last - sentence.first < fewestWords || i < end) continue;
    const step = stepBack(sentences, i);
    const other = sentences[i - step];
    if (step === 0 || other === undefined) continue;
    // What was pasted a second time is one finding.
    end = i + 1;
    while (isSame(sentences[end - step], sentences[end])) end++;
    const { to } = sentences[end - 1] ?? sentence;
    const [gap = ''] = /\s*$/.exec(source.slice(other.from, sentence.from)) ?? [];
    const edit: Edit = { from: sentence.from - gap.length, to, text: '' };
    const isOne = end === i + 1;
    yield {
      from: sentence.from,
      to,
      message: isOne
        ? 'This sentence stands in this paragraph twice. Take one out.'
        : `These ${end - i} sentences stand in this paragraph twice. Take them out once.`,
      related: [{ from: other.from, to: sentences[end - 1 - step]?.to ?? other.to, message: 'It stands here too.' }],
      fixes: [{ title: 'Take it out', edits: [edit], certain: false }],
    };
  }
}

/** How many sentences before this one its like stands; the farther only if the next is like the one after that. */
function stepBack(sentences: readonly Sentence[], index: number): number {
  const own = sentences[index];
  if (own === undefined) return 0;
  for (let step = 1; step <= farthest; step++) {
    const other = sentences[index - step];
    if (other?.block !== own.block) return 0;
    if (!isSame(other, own)) continue;
    if (step <= near || isSame(sentences[index - step + 1], sentences[index + 1])) return step;
  }
  return 0;
}

const near = 2;
const farthest = 12;

function isSame(one: Sentence | undefined, other: Sentence | undefined): boolean {
  return one?.block === other?.block && hasSameWords(one, other);
}

/** Shorter paragraphs are labels, or say what holds of several things: *Inspectors found nothing of concern.* */
const shortest = 40;
const shortestBeside = 16;
/** Three words may be said of two things in a row, *No concerns raised.*; and two people may say the same. */
const saysMore = /^[^‘“'"]\S*(?:\s+\S+){3}/;
/** So long a paragraph says nothing that holds of two sections alike. */
const long = 200;

function* doubledParagraphs(report: Report, told: ReadonlySet<number>): Iterable<Finding> {
  const { paragraphs } = report;
  const prints: (string | undefined)[] = [];
  const printAt = (paragraph: Paragraph) => (prints[paragraph.index] ??= printOf(report, paragraph));
  const known = new Map<string, Paragraph>();
  // A passage that was pasted a second time is one finding, not one for each of its paragraphs.
  const doubles: { readonly paragraph: Paragraph; readonly other: Paragraph }[][] = [];
  for (const paragraph of paragraphs) {
    const { kind, content, section, number } = paragraph;
    const length = content.to - content.from;
    if (length < shortestBeside || kind === 'recommendation' || kind === 'entry') continue;
    if (told.has(paragraph.block)) continue;
    const above = paragraphs[paragraph.index - 1];
    if (length < shortest && above !== undefined && above.content.to - above.content.from !== length) continue;
    const print = printAt(paragraph);
    // Right below one another they are never meant, whatever they say.
    const isBeside =
      above !== undefined &&
      above.section === section &&
      printAt(above) === print &&
      textOf(report, above) === textOf(report, paragraph);
    if (length < shortest && (!isBeside || !saysMore.test(textOf(report, paragraph)))) continue;
    const isLong = length >= long || isBeside;
    if (!isBeside && (section === undefined || isSilent(report, section))) continue;
    if (!isBeside && kind === 'other' && report.framework.openAreas) continue;
    const key = `${isLong ? 'long' : partOf(paragraph)} ${print}`;
    const other = isBeside ? above : known.get(key);
    if (other === undefined) {
      known.set(key, paragraph);
      continue;
    }
    // The same number twice is told as that.
    if (other.number !== undefined && other.number === number) continue;
    if (textOf(report, other) !== textOf(report, paragraph)) continue;
    const last = doubles.at(-1)?.at(-1);
    const step = last === undefined ? 0 : paragraph.index - last.paragraph.index;
    const isOfPassage = other.index < (doubles.at(-1)?.[0]?.paragraph.index ?? 0);
    const goesOn = isOfPassage && step <= widestStep && other.index - (last?.other.index ?? 0) === step;
    if (goesOn || (isBeside && other === last?.paragraph)) doubles.at(-1)?.push({ paragraph, other });
    else doubles.push([{ paragraph, other }]);
  }
  for (const [first, ...more] of doubles) {
    if (first === undefined) continue;
    const { number } = first.other;
    const name = number === undefined ? 'one before it' : `paragraph ${number}`;
    const isRun = more[0]?.other === first.paragraph;
    yield {
      ...first.paragraph.content,
      message:
        more.length === 0
          ? `This paragraph is the same as ${name}. Take one out.`
          : isRun
            ? `This paragraph stands here ${more.length + 2} times. Keep one of them.`
            : `From here ${more.length + 1} paragraphs are the same as those from ${name} on. Take one of the two passages out.`,
      related: [{ ...first.other.content, message: 'The other paragraph.' }],
    };
  }
}

/** Between paragraphs of one passage so many may stand that are too short to be compared. */
const widestStep = 4;

function isSilent({ sections }: Report, section: number | undefined): boolean {
  return silentRoles.has(sections[section ?? -1]?.role ?? '');
}

/** Findings are one part of a report; any other paragraphs are one within their section. */
function partOf({ kind, section }: Paragraph): string {
  return kind === 'finding' ? kind : String(section);
}

/** By what the words of a paragraph are known, however its lines are broken. */
function printOf(report: Report, { block }: Paragraph): string {
  const words = proseOf(report, block)?.words ?? [];
  const count = words.length / 3;
  return `${count} ${count === 0 ? '' : sentencePrint(words as Int32Array, 0, count)}`;
}

function textOf({ document: { source } }: Report, { content: { from, to } }: Paragraph): string {
  return singleSpaced(source.slice(from, to));
}
