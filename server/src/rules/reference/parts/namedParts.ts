import { blocksWith } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { wordId } from '../../../model/words/proseReading.ts';
import { idAt } from '../../../model/words/proseWords.ts';
import { startOfWord } from '../../../model/words/wordColumns.ts';
import { exhibitWords, type MarkedBlock, markedBlocks } from '../../../model/words/wordMarks.ts';
import type { Block } from '../../../syntax/block.ts';
import type { Document } from '../../../syntax/document.ts';
import { matchAt, standsAt } from '../../../text/matchAt.ts';
import type { Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';

const part = String.raw`(?<![\p{L}\d])(?:(?:[Tt]able|[Ff]igure|[Cc]hart|[Bb]ox|[Aa]nnexe?|[Aa]ppendix) (?:[A-Z]|\d{1,2})|[Ss]ection \d{1,2}(?:\.\d{1,2}){0,2}(?: of this report|(?= (?:above|below)(?!\p{L})(?! (?:the|an?|all|any|\d|age|another|every|it|its|that|their|these|this|those|what|which)(?!\p{L}))))|the section (?:(?:called|headed|titled|on) )?[‘“][^‘’“”\r\n]{3,100}[’”])(?![\p{L}\d])`;
const here = new RegExp(part, 'uy');

const article = 'the ';
/** These stand in it, after the first letter of all but a section, which may have an article before it. (Each by itself: V8 finds a short word far sooner than one of several.) */
const beginnings = ['able ', 'igure ', 'hart ', 'ox ', 'nnex', 'ppend', 'sectio'];

/** Whether a text may name a table, an annex or a section, or say where one is. */
export function mayNamePart(text: string): boolean {
  return /(?:able|igure|hart|ox|nnexe?|ppendix|ection) (?:[A-Z]|\d)|the section |\p{Ll} (?:below|above|opposite|overleaf)/u.test(
    text,
  );
}

/**
 * *See Table 9* where no table, figure or annex of the report is called so, and *the section ‘…’* where none has the title. A
 * question: what is meant may come with the report.
 */
export function* namedParts(report: Report): Iterable<Finding> {
  const { document, sections } = report;
  const named = markedBlocks(report).flatMap(marked => pointersIn(marked, document));
  if (named.length === 0) return;
  const known = ownNames(document);
  const titles = new Set(sections.map(({ title }) => titleKey(title)));
  for (const { from, to, written } of named) {
    const [, title] = /[‘“](.+)[’”]$/.exec(written) ?? [];
    if (title !== undefined ? titles.has(titleKey(title)) : known.has(written.toLowerCase())) continue;
    if (hasUnnamed(report, written, known)) continue;
    // Sections that bear numbers say so in their titles.
    const [, number] = /^section ([\d.]+)/i.exec(written) ?? [];
    if (
      number !== undefined &&
      sections.some(own => own.title.startsWith(number) && !/^\d/.test(own.title.slice(number.length)))
    )
      continue;
    yield {
      from,
      to,
      severity: 'information',
      message: `Nothing in this report is called ${title === undefined ? `“${written}”` : `“${title}”`}. Say what is meant, or where it is.`,
    };
  }
}

/** *Table 2* as it is written. */
interface NamedPart extends Span {
  readonly written: string;
}

/** Whether a report has a table, or pictures, that bear no name: one of them may be what is meant. */
function hasUnnamed(
  { document: { blocks }, judgements }: Report,
  written: string,
  known: ReadonlySet<string>,
): boolean {
  const noun = /^(?:table|figure|chart)/i.exec(written)?.[0].toLowerCase();
  if (noun === undefined) return false;
  const graded = new Set(judgements.map(({ block }) => block));
  const isTable = noun === 'table';
  const there = blocks.filter(({ kind, inlines }, i) =>
    isTable ? kind === 'table' && !graded.has(i) : inlines.pictures.length > 0,
  );
  const named = [...known].filter(name => name.startsWith('table') === isTable && /^(?:table|figure|chart)/.test(name));
  return there.length > named.length;
}

/** What tables, figures and annexes are called where they stand, in lower case. */
function ownNames(document: Document): ReadonlySet<string> {
  const { source } = document;
  const known = new Set<string>();
  for (const { block, start, places } of blocksWith(document, names)) {
    if (block.kind === 'comment' || block.kind === 'frontMatter') continue;
    for (const from of places) {
      const [written = ''] = matchAt(here, source, from) ?? [];
      if (begins(block, source.slice(Math.max(start, from - longestMark), from), start + longestMark >= from))
        known.add(written.toLowerCase());
    }
  }
  return known;
}

/** Where a block sends its reader to one: few do. */
function pointersIn({ base, prose, marks }: MarkedBlock, { source }: Document): NamedPart[] {
  return marks.watched.flatMap(word => {
    const id = idAt(prose, word);
    if (!exhibitWords.has(id)) return [];
    const at = base + startOfWord(prose.words, word);
    for (const from of id === sectionWord ? [at - article.length, at] : [at]) {
      const [written] = (from >= 0 && matchAt(here, source, from)) || [];
      if (written === undefined || !isPointer(source, from)) continue;
      const to = from + written.length;
      return leadsElsewhere.test(source.slice(to, to + 24)) ? [] : [{ from, to, written }];
    }
    return [];
  });
}

const sectionWord = wordId('section');

function isPointer(source: string, from: number): boolean {
  const before = source.slice(Math.max(0, from - longestLead), from);
  const after = source.slice(from, from + longestLead);
  if (leads.test(before) || ownSection.test(after)) return true;
  return exhibit.test(after) && (/\sin\s$/.test(before) || showing.test(after));
}

const longestLead = 48;
/** *See*, *(see also* or an opening bracket; or what says that something stands in it. */
const leads =
  /(?:(?<!\w)[Ss]ee|[(])\s?(?:also\s)?$|\b(?:is|are|shown|listed|given|set out|described|detailed|summarised|presented|provided|included|found|explained) in\s$/;
const exhibit = /^(?:[Tt]able|[Ff]igure|[Cc]hart|the section) /;
/** *Table 3 shows that …*. */
const showing =
  /^\w+ \w{1,2} (?:shows?|sets? (?:this |these |them )?out|lists?|presents?|gives?|summarises?|compares?|illustrates?)[ .]/;
const ownSection = /^[Ss]ection [\d.]{1,8} (?:of this report|above|below)/;
/** A place in something else than this report. */
const leadsElsewhere = /^\s(?:of|in|to|on|at|from)\s(?!this report)/;

function* names(text: string): Iterable<number> {
  for (const beginning of beginnings)
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
      for (const from of beginning === 'sectio' ? [at - article.length, at] : [at - 1]) {
        if (from >= 0 && standsAt(here, text, from)) yield from;
      }
    }
}

/** Marks of a heading, of emphasis or of a cell, and what else may stand before a caption’s first word. */
const longestMark = 8;

/** Whether a name stands at the beginning of a block or of a cell: there it is the thing’s own. */
function begins({ kind }: Block, before: string, isNear: boolean): boolean {
  if (kind === 'table' && /\|[ *]{0,3}$/.test(before)) return true;
  return isNear && /^[#*\s\d.[>-]*$/.test(before);
}
