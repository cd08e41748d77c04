import type { Range } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';
import { proseOf } from '../model/words/prose.ts';
import type { CheckedFinding } from '../rules/checking/check.ts';
import { isOpenQuestion } from '../rules/checking/isOpenQuestion.ts';
import { placeInWords } from '../rules/messages/placeInWords.ts';
import { plainMessage } from '../rules/messages/plainMessage.ts';
import { blockIndexAt } from '../syntax/document.ts';
import { capitalised } from '../text/phrases.ts';
import { singleSpaced } from '../text/singleSpaced.ts';
import type { Span } from '../text/text.ts';

/** What only the author can answer, with the passages that are to be read for it. */
export interface Question {
  /** The same for the same question after edits elsewhere. */
  readonly id: string;
  readonly rule: string;
  /** What is asked, without emphasis. */
  readonly message: string;
  /** Where it is asked, and after it the other places of which it speaks. */
  readonly passages: readonly Passage[];
  /** How many places there are besides. */
  readonly more: number;
}

/** A passage of a report: the sentence round some words, its line ends as blanks. */
export interface Passage {
  /** Where it stands, to head it: *Paragraph 53*, *“Executive summary”*. */
  readonly place: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Where the words stand. */
  readonly range: Range;
}

/** More passages than these are not read side by side. */
const mostPassages = 6;

/** So much at most is shown on either side of the words, in UTF-16 units; and so much of the words themselves. */
const mostAround = 240;
const mostWords = 600;

/** The open questions among the findings of a report, in their order. */
export function questions(report: Report, findings: readonly CheckedFinding[]): Question[] {
  return findings.filter(isOpenQuestion).map(finding => {
    const places = placesOf(finding);
    return {
      id: finding.fingerprint,
      rule: finding.rule,
      message: plainMessage(finding.message),
      passages: places.slice(0, mostPassages).map(place => passage(report, place)),
      more: Math.max(0, places.length - mostPassages),
    };
  });
}

/** The place of a finding and those related to it, each once. */
function placesOf({ from, to, related }: CheckedFinding): Span[] {
  const places: Span[] = [{ from, to }];
  for (const other of related)
    if (!places.some(known => known.from === other.from && known.to === other.to)) places.push(other);
  return places;
}

function passage(report: Report, span: Span): Passage {
  const { text, document } = report;
  const block = blockIndexAt(document, span.from) ?? 0;
  const around = sentenceRound(report, block, span);
  const shown = (from: number, to: number): string => singleSpaced(text.source.slice(from, to));
  const start = Math.max(around.from, span.from - mostAround);
  const end = Math.min(around.to, span.to + mostAround);
  const last = Math.min(span.to, span.from + mostWords);
  const place = placeInWords(report, block);
  return {
    place: capitalised(place),
    before: `${start > around.from ? '… ' : ''}${shown(start, span.from)}`,
    words: `${shown(span.from, last)}${last < span.to ? ' …' : ''}`,
    after: `${shown(span.to, end)}${end < around.to ? ' …' : ''}`,
    range: text.range(span),
  };
}

/**
 * From the start of the sentence in which a span begins to the end of the one in which it ends; of what has no sentences,
 * its lines.
 */
function sentenceRound({ document, text }: Report, block: number, { from, to }: Span): Span {
  const base = document.starts[block] ?? 0;
  const sentences = proseOf({ document }, block)?.sentences ?? [];
  const first = sentences.findLast(sentence => base + sentence.from <= from);
  const last = sentences.find(sentence => base + sentence.to >= to);
  if (first !== undefined && last !== undefined) return { from: base + first.from, to: Math.max(to, base + last.to) };
  const { start, end } = text.range({ from, to });
  return { from: from - start.character, to: text.lineEnd(end.line) };
}
