import { blocksWith } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import { titleKey } from '../../../model/titleKey.ts';
import type { Block } from '../../../syntax/block.ts';
import type { Document } from '../../../syntax/document.ts';
import type { Finding } from '../../rule.ts';

const part = String.raw`(?<![\p{L}\d])(?:(?:[Tt]able|[Ff]igure|[Cc]hart|[Bb]ox|[Aa]nnexe?|[Aa]ppendix) (?:[A-Z]|\d{1,2})|section \d{1,2}(?:\.\d{1,2}){0,2}(?: of this report|(?= (?:above|below)))|the section (?:(?:called|headed|titled|on) )?[‘“][^‘’“”\r\n]{3,100}[’”])(?![\p{L}\d])`;
const here = new RegExp(part, 'uy');

const article = 'the ';
/** These stand in it, after the first letter of all but a section, which may have an article before it. (Each by itself: V8 finds a short word far sooner than one of several.) */
const beginnings = ['able ', 'igure ', 'hart ', 'ox ', 'nnex', 'ppend', 'sectio'];

/** Whether a text may name a table, an annex or a section, or say where one is. */
export function mayNamePart(text: string): boolean {
  return /(?:able|igure|hart|ox|nnexe?|ppendix|section) (?:[A-Z]|\d)|the section |\p{Ll} (?:below|above|opposite|overleaf)/u.test(
    text,
  );
}

/**
 * *See Table 9* where no table, figure or annex of the report is called so, and *the section ‘…’* where none has the title. A
 * question: what is meant may come with the report.
 */
export function* namedParts(report: Report): Iterable<Finding> {
  const { document, sections } = report;
  const { source } = document;
  const named: { from: number; to: number; written: string }[] = [];
  for (const { block, places } of blocksWith(document, pointers)) {
    if (block.kind === 'comment' || block.kind === 'frontMatter') continue;
    for (const from of places) {
      here.lastIndex = from;
      const [written = ''] = here.exec(source) ?? [];
      const to = from + written.length;
      if (!leadsElsewhere.test(source.slice(to, to + 24))) named.push({ from, to, written });
    }
  }
  if (named.length === 0) return;
  const known = ownNames(document);
  const titles = new Set(sections.map(({ title }) => titleKey(title)));
  for (const { from, to, written } of named) {
    const [, title] = /[‘“](.+)[’”]$/.exec(written) ?? [];
    if (title !== undefined ? titles.has(titleKey(title)) : known.has(written.toLowerCase())) continue;
    // Sections that bear numbers say so in their titles.
    const [, number] = /^section ([\d.]+)/.exec(written) ?? [];
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

/** What tables, figures and annexes are called where they stand, in lower case. */
function ownNames(document: Document): ReadonlySet<string> {
  const { source } = document;
  const known = new Set<string>();
  for (const { block, start, places } of blocksWith(document, names)) {
    if (block.kind === 'comment' || block.kind === 'frontMatter') continue;
    for (const from of places) {
      here.lastIndex = from;
      const [written = ''] = here.exec(source) ?? [];
      if (begins(block, source.slice(Math.max(start, from - longestMark), from), start + longestMark >= from))
        known.add(written.toLowerCase());
    }
  }
  return known;
}

/** Where a text sends its reader to one: few reports do. */
function* pointers(text: string): Iterable<number> {
  for (const from of names(text)) {
    const before = text.slice(Math.max(0, from - longestLead), from);
    const after = text.slice(from, from + longestLead);
    if (leads.test(before) || (exhibit.test(after) && (/\sin\s$/.test(before) || showing.test(after)))) yield from;
    else if (ownSection.test(after)) yield from;
  }
}

const longestLead = 48;
/** *See*, *(see also* or an opening bracket; or what says that something stands in it. */
const leads =
  /(?:(?<!\w)[Ss]ee|[(])\s?(?:also\s)?$|\b(?:is|are|shown|listed|given|set out|described|detailed|summarised|presented|provided|included|found|explained) in\s$/;
const exhibit = /^(?:[Tt]able|[Ff]igure|[Cc]hart|the section) /;
/** *Table 3 shows that …*. */
const showing = /^\w+ \w{1,2} (?:shows?|sets? out|lists?|gives?|summarises?|compares?|illustrates?) /;
const ownSection = /^section [\d.]{1,8} of this report/;
/** A place in something else than this report. */
const leadsElsewhere = /^\s(?:of|in|to|on|at|from)\s(?!this report)/;

function* names(text: string): Iterable<number> {
  for (const beginning of beginnings)
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
      for (const from of beginning === 'sectio' ? [at - article.length, at] : [at - 1]) {
        here.lastIndex = from;
        if (from >= 0 && here.test(text)) yield from;
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
