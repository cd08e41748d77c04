import type { Framework, Term } from '../../model/framework.ts';
import type { Report } from '../../model/report.ts';
import { sectionOfBlock } from '../../model/sectionOfBlock.ts';
import { type Prose, proseOf } from '../../model/words/prose.ts';
import { type Words, wordId } from '../../model/words/proseReading.ts';
import { idAt, placeOfWords, wordAt } from '../../model/words/proseWords.ts';
import { endOfWord, idOfWord, startOfWord } from '../../model/words/wordColumns.ts';
import { termWords } from '../../model/words/wordMarks.ts';
import { addToGroup } from '../../text/lists.ts';
import { capitalised } from '../../text/phrases.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { moreLikeIt } from '../messages/moreLikeIt.ts';
import type { Fix, Rule } from '../rule.ts';
import { isTemplateText } from '../templateText.ts';

/**
 * A term is used for which the inspectorate prefers another, as *looked after children* for *children looked after*. One
 * term throughout is easier to read and to search for. All places of a term are one finding.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Most looked after children live near their siblings.
 *         ^^^^^^^^^^^^^^^^^^^^^ “looked after children”: the preferred term is “children looked after”
 *                                               ^^^^^^^^ “siblings”: the preferred term is “brothers and sisters”
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. Most children looked after live near their brothers and sisters.
 * ```
 *
 * In a name, and in what others have said, it is left alone:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. The looked after children’s council and the looked after children team met ‘siblings’.
 * ```
 *
 * The terms are the framework’s.
 *
 * Source: the published reports of the framework, in which the preferred terms are by far the commoner.
 */
export const preferredTerm: Rule = {
  id: 'preferred-term',
  group: 'style',
  kind: 'style',
  severity: 'information',
  summary: 'The framework prefers another term',
  fixable: true,
  readsWords: true,
  *check({ report, framework }) {
    if (framework.terms.length === 0) return;
    for (const { term, places } of usesOf(report)) {
      const [first, ...others] = places;
      if (first === undefined) continue;
      const words = wordsAt(report, first);
      const fixes: Fix[] = [
        { title: `Write “${preferred(report, first, term)}”`, edits: [editOf(report, first, term)], certain: false },
      ];
      if (others.length > 0)
        fixes.push({
          title: `Write “${term.use}” in all ${places.length} places`,
          edits: places.map(place => editOf(report, place, term)),
          certain: false,
        });
      yield {
        ...first,
        message: `“${words}”: the preferred term is “${term.use}”. Write that${moreLikeIt(others)}.`,
        related: others.map(place => ({ ...place, message: `“${wordsAt(report, place)}” here.` })),
        fixes,
      };
    }
  },
};

/** A wording to be replaced, as the ids of its words. */
interface Wording {
  readonly term: Term;
  readonly ids: readonly number[];
}

const indexes = new WeakMap<Framework, ReadonlyMap<number, readonly Wording[]>>();

/** The wordings to be replaced by their first words. */
function wordingsOf(framework: Framework): ReadonlyMap<number, readonly Wording[]> {
  let index = indexes.get(framework);
  if (index === undefined) {
    const byFirst = new Map<number, Wording[]>();
    for (const term of framework.terms) {
      for (const wording of term.not) {
        const ids = wording.trim().split(/\s+/).map(wordId);
        const first = ids[0] ?? 0;
        addToGroup(byFirst, first, { term, ids });
      }
    }
    index = byFirst;
    indexes.set(framework, index);
  }
  return index;
}

interface TermUses {
  readonly term: Term;
  readonly places: Span[];
}

function usesOf(report: Report): TermUses[] {
  const uses = new Map<Term, Span[]>();
  const wordings = wordingsOf(report.framework);
  for (let block = 0; block < report.document.blocks.length; block++) {
    const prose = proseOf(report, block);
    if (prose === undefined) continue;
    const base = report.document.starts[block] ?? 0;
    const { words } = prose;
    for (const first of termWords(prose, report.framework)) {
      const wording = wordings.get(idAt(prose, first))?.find(({ ids }) => stands(words, first, ids));
      if (wording === undefined) continue;
      const end = first + wording.ids.length;
      if (!isPlainUse(prose, first, end) || isOthersText(report, block)) continue;
      addToGroup(uses, wording.term, placeOfWords({ base, prose }, first, end));
    }
  }
  return [...uses].map(([term, places]) => ({ term, places }));
}

function stands(words: Words, first: number, ids: readonly number[]): boolean {
  return ids.every((id, i) => idOfWord(words, first + i) === id);
}

/**
 * Words that may follow a term that is no part of a name: what follows else may be what the term names, as in *looked after
 * children team*.
 */
const after = new Set(
  `a about across after against all also among and are around as at away because before between beyond both but by can
  cannot close could despite did do does during each either even ever experience following for from get had has have he
  here if in including into is live make may more must near nearby need never not now of often on once only or our outside
  over per quickly rather receive said she should since so sometimes still than that the their themselves then these they
  this through throughout to together too towards under unless until usually was we well were what when whenever where
  wherever whether which while who whose will with within without would yet you your`
    .split(/\s+/)
    .map(wordId),
);

/** Whether words stand for themselves: in small letters within a sentence, not quoted, and no part of a name. */
function isPlainUse(prose: Prose, first: number, end: number): boolean {
  const { text, words } = prose;
  for (let word = first + 1; word < end; word++) if (/^\p{Lu}/u.test(wordAt(prose, word))) return false;
  if (/^\p{Lu}/u.test(wordAt(prose, first)) && !startsSentence(prose, first)) return false;
  if (/[‘“'"]/.test(text.charAt(startOfWord(words, first) - 1))) return false;
  if (end >= words.length / 3) return true;
  const gap = text.slice(endOfWord(words, end - 1), startOfWord(words, end));
  if (/\S/.test(gap)) return !/[’'/]/.test(gap);
  // A plural in *s* describes no other noun: *siblings*.
  return wordAt(prose, end - 1).endsWith('s') || after.has(idAt(prose, end));
}

function startsSentence({ sentences }: Prose, word: number): boolean {
  return sentences.some(({ first }) => first === word);
}

const others: ReadonlySet<string | undefined> = new Set(['history']);

/** Whether a block’s words are not the author’s: fixed text, or what was said of an earlier inspection. */
function isOthersText(report: Report, block: number): boolean {
  return isTemplateText(report, block) || others.has(sectionOfBlock(report, block)?.role);
}

function wordsAt({ document: { source } }: Report, { from, to }: Span): string {
  return singleSpaced(source.slice(from, to));
}

function preferred(report: Report, place: Span, { use }: Term): string {
  return /^\p{Lu}/u.test(wordsAt(report, place)) ? capitalised(use) : use;
}

function editOf(report: Report, { from, to }: Span, term: Term): Fix['edits'][number] {
  return { from, to, text: preferred(report, { from, to }, term) };
}
