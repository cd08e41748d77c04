import type { Framework } from '../../model/framework.ts';
import { reportOf } from '../../model/report.ts';
import { type Sentence, sentencesOf, sentencesOfParagraph } from '../../model/words/prose.ts';
import { wordAt, wordsBetween } from '../../model/words/proseWords.ts';
import { endOfWord, idOfWord, startOfWord } from '../../model/words/wordColumns.ts';
import { documentOf } from '../../syntax/document.ts';
import { addToGroup } from '../../text/lists.ts';
import { fixWith } from '../fixWith.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * A fixed passage of the inspectorate, as its legal basis or how to complain, is not worded as it always is. It may have
 * been changed by mistake, or come from an older report.
 *
 * ```inspectmark,expect
 * ## Information about this inspection
 *
 * The inspection of the local authority was carried out under section 163 of the Education and Inspections Act 2006.
 *                                                                     ^^^ The standard text has “136” here in place of “163”. Write that, unless the framework has changed.
 * ```
 *
 * ```inspectmark,fixed
 * ## Information about this inspection
 *
 * The inspection of the local authority was carried out under section 136 of the Education and Inspections Act 2006.
 * ```
 *
 * It may break off:
 *
 * ```inspectmark,expect
 * ## Information about this inspection
 *
 * The inspection of the local authority was carried out under section
 *                                                             ^^^^^^^ The standard text goes on here with “136 of the Education and Inspections Act 2006”.
 * ```
 *
 * Other sentences may stand beside the fixed ones:
 *
 * ```inspectmark
 * ## Information about this inspection
 *
 * The inspection of the local authority was carried out under section 136 of the Education and Inspections Act 2006. It
 * took four weeks.
 * ```
 *
 * The passages are the framework’s.
 */
export const standardText: Rule = {
  id: 'standard-text',
  group: 'publication',
  kind: 'fault',
  severity: 'warning',
  summary: 'A fixed passage is not worded as it always is',
  fixable: true,
  readsWords: ({ section }, { sections, framework }) => rolesOf(framework).has(sections[section ?? -1]?.role),
  *check({ report, framework }) {
    if (framework.standardText.length === 0) return;
    const roles = rolesOf(framework);
    const standing = report.sections.filter(({ role }) => roles.has(role));
    if (standing.length === 0) return;
    const index = standardIndex(framework);
    const sections = new Set(standing.map(({ index }) => index));
    for (const paragraph of report.paragraphs) {
      if (paragraph.section === undefined || !sections.has(paragraph.section)) continue;
      const role = report.sections[paragraph.section]?.role ?? '';
      for (const sentence of sentencesOfParagraph(report, paragraph)) {
        const standard = nearlyStandard(index, role, sentence);
        const finding = standard && differing(report.document.source, sentence, standard);
        if (finding !== undefined) yield finding;
      }
    }
  },
};

const roles = new WeakMap<Framework, ReadonlySet<string | undefined>>();

/** The roles of the sections in which fixed passages stand. */
function rolesOf(framework: Framework): ReadonlySet<string | undefined> {
  let own = roles.get(framework);
  if (own === undefined) {
    own = new Set(framework.standardText.flatMap(({ role }) => role ?? []));
    roles.set(framework, own);
  }
  return own;
}

/** A sentence of a fixed passage. */
interface Standard {
  readonly role: string | undefined;
  readonly sentence: Sentence;
  /** How many different words it has. */
  readonly distinct: number;
}

interface StandardIndex {
  readonly sentences: readonly Standard[];
  readonly exact: ReadonlySet<number>;
  readonly keys: ReadonlySet<string>;
  /** The sentences in which a word stands. */
  readonly ofWord: ReadonlyMap<number, readonly number[]>;
}

const indexes = new WeakMap<Framework, StandardIndex>();

function standardIndex(framework: Framework): StandardIndex {
  let index = indexes.get(framework);
  if (index === undefined) {
    const sentences = framework.standardText.flatMap(({ role, text }) =>
      sentencesOf(reportOf(documentOf(text), framework)).map((sentence): Standard => {
        return { role, sentence, distinct: distinctWords(sentence).size };
      }),
    );
    const ofWord = new Map<number, number[]>();
    for (const [i, { sentence }] of sentences.entries()) {
      for (const id of distinctWords(sentence)) addToGroup(ofWord, id, i);
    }
    const exact = new Set(sentences.map(({ sentence }) => hashOf(sentence)));
    index = { sentences, exact, keys: new Set(sentences.map(({ sentence }) => keyOf(sentence))), ofWord };
    indexes.set(framework, index);
  }
  return index;
}

/** So many of their words two sentences share that are meant to be the same. */
const shared = 0.8;
const fewestWords = 8;

/** The standard sentence that a sentence nearly is. */
function nearlyStandard(index: StandardIndex, role: string, sentence: Sentence): Sentence | undefined {
  const count = sentence.last - sentence.first;
  if (count < fewestWords || index.exact.has(hashOf(sentence)) || index.keys.has(keyOf(sentence))) return undefined;
  const own = distinctWords(sentence);
  const common = new Uint16Array(index.sentences.length);
  for (const id of own) for (const i of index.ofWord.get(id) ?? []) common[i] = (common[i] ?? 0) + 1;
  let best: Sentence | undefined;
  let most = 0;
  index.sentences.forEach((standard, i) => {
    const count = common[i] ?? 0;
    if (standard.role !== role || count <= most) return;
    const isAlike = count >= shared * Math.max(standard.distinct, own.size);
    if (!isAlike && !(count === own.size && isCutShort(sentence, standard.sentence))) return;
    best = standard.sentence;
    most = count;
  });
  return best;
}

/** Whether a sentence is the beginning of a standard one, and has no mark at its end. */
function isCutShort(sentence: Sentence, standard: Sentence): boolean {
  if (/[.!?:;]\W*$/.test(sentence.prose.text.slice(sentence.from - sentence.base, sentence.to - sentence.base)))
    return false;
  const fixed = wordsOf(standard);
  return wordsOf(sentence).every((word, i) => sameWord(word, fixed[i]));
}

/** (Of a word that merely stands twice `repeated-word` tells.) */
function differing(source: string, sentence: Sentence, standard: Sentence): Finding | undefined {
  const own = wordsOf(sentence);
  const fixed = wordsOf(standard);
  let start = 0;
  while (start < own.length && start < fixed.length && sameWord(own[start], fixed[start])) start++;
  let end = 0;
  while (
    end < own.length - start &&
    end < fixed.length - start &&
    sameWord(own[own.length - 1 - end], fixed[fixed.length - 1 - end])
  )
    end++;
  const { words } = sentence.prose;
  const first = Math.min(sentence.first + start, sentence.last - 1);
  const last = Math.max(sentence.last - end, first);
  const isInsertion = last === first;
  const from = sentence.base + startOfWord(words, first);
  const to = isInsertion ? from : sentence.base + endOfWord(words, last - 1);
  const wanted = wordsBetween(standard.prose, standard.first + start, standard.last - end);
  const written = wordsBetween(sentence.prose, first, last);
  if (wanted === '' && last === first + 1 && sameWord(own[start], own[start - 1])) return undefined;
  const isCut = wanted !== '' && start === own.length;
  // It may go on below an empty line.
  if (
    isCut &&
    source
      .slice(to, to + longestGap)
      .trimStart()
      .startsWith(wanted.slice(0, enough))
  )
    return undefined;
  const place = isCut
    ? `The standard text goes on here with “${shortened(wanted)}”.`
    : wanted === ''
      ? `The standard text does not have “${shortened(written)}” here.`
      : isInsertion
        ? `The standard text has “${shortened(wanted)}” before this.`
        : `The standard text has “${shortened(wanted)}” here in place of “${shortened(written)}”.`;
  const text = isCut ? `${written} ${wanted}` : isInsertion ? `${wanted} ` : wanted;
  return {
    from,
    to: isInsertion ? sentence.base + endOfWord(words, first) : to,
    message: `${place} Write that, unless the framework has changed.`,
    fixes: wanted === '' ? [] : [fixWith('Write the standard text', { from, to }, text)],
  };
}

/** What goes on with a sentence is known by so many letters, and stands no farther below. */
const enough = 12;
const longestGap = 40;

function shortened(words: string): string {
  return words.length > 80 ? `${words.slice(0, 78).trimEnd()} …` : words;
}

function sameWord(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase().replace(/’/g, "'") === b?.toLowerCase().replace(/’/g, "'");
}

function wordsOf({ prose, first, last }: Sentence): string[] {
  return Array.from({ length: last - first }, (_, i) => wordAt(prose, first + i));
}

function distinctWords({ prose: { words }, first, last }: Sentence): Set<number> {
  const ids = new Set<number>();
  for (let word = first; word < last; word++) ids.add(idOfWord(words, word));
  return ids;
}

function hashOf({ prose: { words }, first, last }: Sentence): number {
  let hash = 0;
  for (let word = first; word < last; word++) hash = Math.imul(hash ^ idOfWord(words, word), 0x01000193);
  return hash;
}

/** A sentence by its letters and digits: the blanks of a telephone number do not make another of it. */
function keyOf({ prose: { text }, base, from, to }: Sentence): string {
  return text
    .slice(from - base, to - base)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '');
}
