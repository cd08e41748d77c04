import { contradictionsOf } from '../../model/claims/contradictions.ts';
import { topicsOf } from '../../model/claims/topics.ts';
import type { FigurePlace } from '../../model/figures/figureConflict.ts';
import { figureConflicts } from '../../model/figures/figureConflicts.ts';
import type { Report } from '../../model/report.ts';
import { weaknessWords, wordsOfMeaning } from '../../model/words/inspectionWords.ts';
import { areOneFormula } from '../../model/words/openingFormulas.ts';
import { type Sentence, sentencesOf, wordId } from '../../model/words/prose.ts';
import { sentencePrint } from '../../model/words/sentencePrint.ts';
import { numberWords } from '../../model/words/tellingWords.ts';
import { idSet } from '../../model/words/wordIds.ts';
import { opposites } from '../../model/words/wordKinds.ts';
import { placeInWords } from '../placeInWords.ts';
import type { Rule } from '../rule.ts';

/**
 * A sentence stands in the report twice, and the two differ in a word or two. One was copied and changed, or only one was
 * corrected; readers who compare them do not know which holds.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * This has resulted in increasing numbers of children entering care appropriately.
 *
 * ## Inspection findings
 *
 * 1. This has resulted in increasing numbers of children entering care.
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nearly the sentence in “Executive summary”, which has *appropriately* more.
 * ```
 *
 * A number may be what was changed:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * In two cases, the local authority had not progressed the plan to discharge the order.
 *
 * ## Inspection findings
 *
 * 1. In three cases, the local authority had not progressed the plan to discharge the order.
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nearly the sentence in “Executive summary”: *three* here, *two* there.
 * ```
 *
 * What begins and ends alike and has three forms is a formula, and is to differ:
 *
 * ```inspectmark
 * ## Safety
 *
 * We judged that outcomes for boys were good against this healthy establishment test.
 *
 * ## Care
 *
 * We judged that outcomes for boys were reasonably good against this healthy establishment test.
 *
 * ## Resettlement
 *
 * We judged that outcomes for boys were not sufficiently good against this healthy establishment test.
 * ```
 *
 * What the rule on figures tells already is not told again:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * The council provides seven self-contained flats for its older care leavers.
 *
 * ## Inspection findings
 *
 * 1. The council provides nine self-contained flats for its older care leavers.
 * ```
 *
 * Make the two say the same, or say in different words what is different. A summary that repeats a finding word for word is
 * no fault, nor is an article or a *however* more or less, whose a thing is, one of two things that are named, or another word for the
 * same:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Stronger assessments use the risk management model effectively to focus on risk.
 *
 * Managers have a comprehensive understanding of the quality of the service.
 *
 * The council is a highly effective corporate parent for its children.
 *
 * Children who are at risk of immediate harm receive a prompt and responsive intervention.
 *
 * Some of the children wait too long for a social worker.
 *
 * In the other lessons, the pupils’ tasks are not challenging enough.
 *
 * ## Inspection findings
 *
 * 1. The stronger assessments use the risk management model effectively to focus on risk.
 *
 * 2. Managers have a comprehensive understanding of the quality of the service.
 *
 * 3. The council is a highly effective and proud corporate parent for its children.
 *
 * 4. Children who are at risk of immediate harm receive a timely and responsive intervention.
 *
 * 5. Some of the children wait too long for a social worker to be allocated.
 *
 * 6. In the other lessons, the tasks are not challenging enough.
 * ```
 */
export const repeatedSentence: Rule = {
  id: 'repeated-sentence',
  group: 'consistency',
  kind: 'question',
  severity: 'information',
  summary: 'A sentence stands twice with a word or two changed',
  fixable: false,
  readsWords: true,
  *check({ report }) {
    let contradictions: ReadonlySet<string> | undefined;
    for (const [other, sentence] of likePairs(report)) {
      const differing = differenceOf(report, other, sentence);
      // What the two claim, and in what figures, is asked by other rules.
      if (differing === undefined || areOneFormula(report, other, sentence)) continue;
      contradictions ??= new Set(
        contradictionsOf(report).map(({ one, other: second }) =>
          pairOf(one.statement.sentence, second.statement.sentence),
        ),
      );
      if (contradictions.has(pairOf(other, sentence))) continue;
      if (isFigureConflict(report, other, sentence)) continue;
      const place = placeInWords(report, other.block);
      yield {
        from: sentence.from,
        to: sentence.to,
        message: `${messageOf(place, differing)} Make them the same, or say what is different.`,
        related: [{ from: other.from, to: other.to, message: 'The other sentence.' }],
      };
    }
  },
};

/** Sections in which sentences are facts of one form, or the template's own. */
const silentRoles = new Set('context history notices definitions method team contents judgements'.split(' '));

/** Pairs of sentences of two paragraphs that begin or end with the same words. */
function likePairs(report: Report): [Sentence, Sentence][] {
  const sentences: Sentence[] = [];
  const edges: number[] = [];
  // A first look: most edges are met once, and fall on a place of their own.
  const met = new Uint8Array(sieveSize);
  const meet = (print: number): void => {
    const at = print & (sieveSize - 1);
    if ((met[at] as number) < 3) (met[at] as number)++;
    edges.push(print);
  };
  for (const sentence of sentencesOf(report)) {
    const { first, last, paragraph, prose } = sentence;
    if (last - first < fewestWords || paragraph.kind === 'recommendation') continue;
    if (silentRoles.has(report.sections[paragraph.section ?? -1]?.role ?? '')) continue;
    sentences.push(sentence);
    meet(sentencePrint(prose.words, first, first + edge));
    meet(sentencePrint(prose.words, last - edge, last));
  }
  const pairs: [Sentence, Sentence][] = [];
  const known = new Map<number, Sentence>();
  const forms = new Map<number, Set<number>>();
  for (let i = 0; i < edges.length; i += 2) {
    const print = edges[i] as number;
    if ((met[print & (sieveSize - 1)] as number) < 3 || (met[(edges[i + 1] as number) & (sieveSize - 1)] as number) < 3)
      continue;
    const { first, last, prose } = sentences[i >> 1] as Sentence;
    const form = sentencePrint(prose.words, first, last);
    for (const key of [print, edges[i + 1] as number]) {
      const own = forms.get(key);
      if (own === undefined) forms.set(key, new Set([form]));
      else own.add(form);
    }
  }
  const isFormula = (i: number): boolean =>
    (forms.get(edges[i] as number)?.size ?? 0) > 2 && (forms.get(edges[i ^ 1] as number)?.size ?? 0) > 2;
  for (let i = 0; i < edges.length; i++) {
    const print = edges[i] as number;
    // What begins and ends alike and has three forms is the inspectorate’s formula: *outcomes were … against this test*.
    if ((met[print & (sieveSize - 1)] as number) < 2 || isFormula(i)) continue;
    const sentence = sentences[i >> 1] as Sentence;
    const other = known.get(print);
    known.set(print, sentence);
    if (other === undefined || other.paragraph === sentence.paragraph) continue;
    // Sentences that begin and end alike are one pair.
    if (pairs.at(-1)?.[1] !== sentence) pairs.push([other, sentence]);
  }
  return pairs;
}

const sieveSize = 1 << 14;
/** A sentence of fewer words is no copy: two writers may well write it. */
const fewestWords = 8;
/** So many words open or close a sentence. */
const edge = 5;

/** The words in which two sentences differ, of each those that the other has not. */
interface Difference {
  readonly one: string;
  readonly other: string;
}

/** So many words may differ, and so much of the sentences must be the same. */
const mostDiffering = 3;
const share = 0.75;
/** What is added among a sentence’s first words is its subject: *many wait*, *many children wait*. */
const subjectWords = 4;
const trifles = idSet(
  `the a an and also however therefore now that this these those which their its his her our they it he she them of to as then
  both in on at for by with from when where while is are was were be been has have had who`,
);

function differenceOf(report: Report, one: Sentence, other: Sentence): Difference | undefined {
  const a = idsOfSentence(one);
  const b = idsOfSentence(other);
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const same = start + end;
  if (same < fewestWords || same < share * longer || longer - same > mostDiffering || same === longer) return undefined;
  const words = { one: wordsBetween(one, start, end), other: wordsBetween(other, start, end) };
  if (isCount(words.one) && isCount(words.other))
    return start === 0 || labels.has(one.prose.words[3 * (one.first + start) - 1] as number) ? undefined : words;
  // A summary may name one thing of two: *a strength and well embedded*, *well embedded*.
  if (/^(?:and |$)|^(?:.* and)$/.test(words.one) && /^(?:and |$)|^(?:.* and)$/.test(words.other)) return undefined;
  if (
    words.one === '' ? isComplement(other, words.other, end) : words.other === '' && isComplement(one, words.one, end)
  )
    return undefined;
  // With another name it is another fact, and so it is with several numbers or other quoted words.
  if (start === 0 || /[\d“”‘"]|(?:^|\s)\p{Lu}/u.test(`${words.one} ${words.other}`)) return undefined;
  if (words.one.replace(/[- ]/g, '') === words.other.replace(/[- ]/g, '')) return undefined;
  if (hasNumber(one, start, end) || hasNumber(other, start, end)) return undefined;
  const ofOne = tellingWords(report, one, start, end);
  const ofOther = tellingWords(report, other, start, end);
  const added = [...ofOne].filter(key => !ofOther.has(key)).length;
  const missing = [...ofOther].filter(key => !ofOne.has(key)).length;
  if (added + missing === 0) return undefined;
  if (areContrary(one, other, start, end)) return words;
  if (added > 0 && missing > 0)
    return added === 1 && missing === 1 && !isVerb(words) && !isSameMeaning(words) ? words : undefined;
  return start >= subjectWords ? words : undefined;
}

/** *Making limited use of it*, *making increasingly good use of it*: whether a word of one says the contrary of one of the other. */
function areContrary(one: Sentence, other: Sentence, start: number, end: number): boolean {
  const ids = idsOfSentence(one).slice(start, one.last - one.first - end);
  const others = idsOfSentence(other).slice(start, other.last - other.first - end);
  const says = (a: readonly number[], b: readonly number[]): boolean =>
    a.some(id => opposites.get(id)?.some(contrary => b.includes(contrary)) === true);
  return says(ids, others) || says(others, ids);
}

/** What may be added without another claim: whose a thing is, or what is to be done with it. */
function isComplement({ prose: { text, words }, last }: Sentence, added: string, end: number): boolean {
  const after = text.charAt(words[3 * (last - end) - 2] ?? text.length);
  return (
    /^\p{L}+(?:[’']s|s[’'])$/u.test(added + (after === '’' || after === "'" ? after : '')) ||
    /^to be \p{L}+$/u.test(added)
  );
}

/** What has a number of its own: *Figure 3* and *Figure 4* are two. */
const labels = idSet('figure table box chart map annex appendix section stage phase paragraph recommendation part');

/** *Timely* and *prompt* say the same; *timely* and *late* do not, though both are about time. */
function isSameMeaning({ one, other }: Difference): boolean {
  const words = [one, other].map(own => own.toLowerCase().split(' ').at(-1) ?? '');
  return wordsOfMeaning(words[0] ?? '').includes(words[1] ?? '') && !words.some(word => weaknessWords.has(word));
}

/** The words that differ, by what they are compared: a plural is no other word than its singular. */
function tellingWords(
  report: Report,
  { block, first, last, prose }: Sentence,
  start: number,
  end: number,
): Set<number> {
  const topics = topicsOf(report).ofBlock[block];
  const telling = new Set<number>();
  for (let at = first + start; at < last - end; at++) {
    const id = prose.words[3 * at + 2] as number;
    if (!trifles.has(id)) telling.add(topics?.codes[2 * at] || id);
  }
  return telling;
}

function hasNumber({ first, last, prose: { words } }: Sentence, start: number, end: number): boolean {
  for (let at = first + start; at < last - end; at++) if (numberWords.has(words[3 * at + 2] as number)) return true;
  return false;
}

/** Whether this is one number, and no year. */
function isCount(word: string): boolean {
  return /^\d{1,3}(?:\.\d)?$/.test(word) || numberWords.has(wordId(word));
}

/** Two verbs in the past are two ways to tell the same. */
function isVerb({ one, other }: Difference): boolean {
  return /ed$/.test(one) && /ed$/.test(other);
}

function idsOfSentence({ prose: { words }, first, last }: Sentence): number[] {
  const ids: number[] = [];
  for (let at = first; at < last; at++) ids.push(words[3 * at + 2] as number);
  return ids;
}

function wordsBetween({ prose: { text, words }, first, last }: Sentence, start: number, end: number): string {
  if (first + start >= last - end) return '';
  return text.slice(words[3 * (first + start)], words[3 * (last - end) - 2]).replace(/\s+/g, ' ');
}

/** Two sentences in either order, by their places. */
function pairOf(one: Sentence, other: Sentence): string {
  return `${Math.min(one.from, other.from)} ${Math.max(one.from, other.from)}`;
}

function isFigureConflict(report: Report, one: Sentence, other: Sentence): boolean {
  const isIn = ({ block: { base }, figure }: FigurePlace, { from, to }: Sentence) =>
    base + figure.from >= from && base + figure.from < to;
  return figureConflicts(report).some(pair => isIn(pair.one, one) && isIn(pair.other, other));
}

function messageOf(place: string, { one, other }: Difference): string {
  if (one === '') return `Nearly the sentence in ${place}, which has not *${other}*.`;
  if (other === '') return `Nearly the sentence in ${place}, which has *${one}* more.`;
  return `Nearly the sentence in ${place}: *${other}* here, *${one}* there.`;
}
