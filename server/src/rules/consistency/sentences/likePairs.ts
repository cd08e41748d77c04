import type { Report } from '../../../model/report.ts';
import { type Sentence, sentencesOf } from '../../../model/words/prose.ts';
import { sentencePrint } from '../../../model/words/sentencePrint.ts';
import { addToSet } from '../../../text/lists.ts';
import { Unit } from '../../../text/unit.ts';
import { silentRoles } from '../../silentRoles.ts';

/** Pairs of sentences of two paragraphs that begin or end with the same words. */
export function likePairs(report: Report): [Sentence, Sentence][] {
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
    // (What leads in to a list differs in what follows it: *The areas where the provider must improve are:*.)
    if (report.document.source.charCodeAt(sentence.to - 1) === Unit.colon || isBold(report, sentence)) continue;
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
    for (const key of [print, edges[i + 1] as number]) addToSet(forms, key, form);
  }
  const verdicts = verdictsOf(sentences, i => (met[(edges[2 * i] as number) & (sieveSize - 1)] as number) > 2);
  const isFormula = (i: number): boolean =>
    ((forms.get(edges[i] as number)?.size ?? 0) > 2 && (forms.get(edges[i ^ 1] as number)?.size ?? 0) > 2) ||
    verdicts.has(sentences[i >> 1] as Sentence);
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

/** Whether a sentence is a paragraph in bold type: a verdict, which another section may have with *not*. */
function isBold({ document: { source } }: Report, { paragraph: { content } }: Sentence): boolean {
  return source.startsWith('**', content.from) && source.startsWith('**', content.to - 2);
}

/**
 * The sentences that begin and end alike but for a word near their end, in three forms: *We considered that leaders had made
 * good progress in this area*.
 */
function verdictsOf(sentences: readonly Sentence[], isOftenMet: (i: number) => boolean): ReadonlySet<Sentence> {
  const groups = new Map<number, { readonly all: Sentence[]; readonly forms: Set<number> }>();
  for (const [i, sentence] of sentences.entries()) {
    if (!isOftenMet(i)) continue;
    const { first, last, prose } = sentence;
    const key = sentencePrint(prose.words, first, first + edge) ^ sentencePrint(prose.words, last - verdictEdge, last);
    let group = groups.get(key);
    if (group === undefined) {
      group = { all: [], forms: new Set() };
      groups.set(key, group);
    }
    group.all.push(sentence);
    group.forms.add(sentencePrint(prose.words, first, last));
  }
  return new Set([...groups.values()].flatMap(({ all, forms }) => (forms.size > 2 ? all : [])));
}

/** So many words follow the word that differs. */
const verdictEdge = 3;

const sieveSize = 1 << 14;
/** A sentence of fewer words is no copy: two writers may well write it. */
export const fewestWords = 8;
/** So many words open or close a sentence. */
const edge = 5;
