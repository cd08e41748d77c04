import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';

const found = new DerivedFacts<ReadonlySet<string>>();

/** What the tables and lists of a report write out, *LBC | London Borough Council*, *LBC: London Borough Council*: the acronyms of its list of abbreviations. */
export function glossaryOf(report: Report): ReadonlySet<string> {
  return found.of(report, glossaryIn);
}

function glossaryIn({ document: { source, blocks, starts } }: Report): Set<string> {
  const known = new Set<string>();
  blocks.forEach((block, i) => {
    const start = starts[i] ?? 0;
    if (block.kind === 'plain' || block.kind === 'bullet') {
      const [, acronym, words] =
        listed.exec(source.slice(start + block.content.from, start + block.content.from + longest)) ?? [];
      if (isWrittenOut(acronym, words)) known.add(acronym as string);
    }
    if (block.kind !== 'table') return;
    for (const { header, cells } of block.rows) {
      const texts = cells.map(({ from, to }) => source.slice(start + from, start + to).replaceAll('*', ''));
      const [first, second] = texts;
      if (!header && isWrittenOut(first, second)) known.add(first as string);
      // (*MMR (measles, mumps and rubella)*)
      for (const text of texts) {
        const [, acronym, words] = text.includes('(') ? (explained.exec(text) ?? []) : [];
        if (isWrittenOut(acronym, words)) known.add(acronym as string);
        const [, before = '', named = ''] = text.includes('(') ? (inBrackets.exec(text) ?? []) : [];
        if (before.split(' ').some(word => word.charAt(0).toUpperCase() === named.charAt(0))) known.add(named);
      }
    }
  });
  return known;
}

/** *CHC: continuing NHS healthcare* */
const listed = /^([A-Z][A-Z&]{1,8})(?:: | [–—=-] )([^\r\n]{3,80})/;
const longest = 100;
/** *Continuing NHS healthcare (CHC)*, of which not each letter is a word’s. */
const inBrackets = /((?:[\p{L}’-]{2,30} ){2,5})\(([A-Z]{2,9})\)/u;

const explained = /\b([A-Z][A-Z&]{1,8}) \(([a-z][^()]{3,100})\)/;

/** Whether one is in capitals, and the other are words of which the first begins as it does. */
function isWrittenOut(acronym = '', words = ''): boolean {
  if (!/^[A-Z][A-Za-z&.]{1,9}$/.test(acronym) || !/^\S{2,}\s+\S/.test(words)) return false;
  return words.charAt(0).toUpperCase() === acronym.charAt(0);
}
