import { append } from '../../text/lists.ts';
import { isWithin, type Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';

/** The acronym in whose use an offset stands, for one or for several, and its place. */
export function acronymAt(report: Report, offset: number): (Span & { readonly acronym: string }) | undefined {
  if (report.acronyms.length === 0) return undefined;
  const { source } = report.document;
  let from = offset;
  let to = offset;
  while (from > 0 && /[\w&-]/.test(source.charAt(from - 1))) from--;
  while (to < source.length && /[\w&-]/.test(source.charAt(to))) to++;
  const word = source.slice(from, to);
  const acronym = report.acronyms.find(
    defined => defined.acronym === word || defined.acronym === `${word}s` || `${defined.acronym}s` === word,
  )?.acronym;
  return acronym === undefined || !isWord(report, { from, to }) ? undefined : { from, to, acronym };
}

/** Where an acronym is used, for one or for several. */
export function acronymUses(report: Report, acronym: string): Span[] {
  const stem = acronym.replace(/(?<=[A-Z])s$/, '').replace(/[^\w]/g, '\\$&');
  const uses: Span[] = [];
  for (const match of report.document.source.matchAll(new RegExp(`(?<![\\w-])${stem}s?(?![\\w-])`, 'g'))) {
    const use = { from: match.index, to: match.index + match[0].length };
    if (isWord(report, use)) uses.push(use);
  }
  return uses;
}

/** The details of a report that are words of it. */
const detailsInWords: readonly string[] = ['title', 'provider'];

const addresses = new DerivedFacts<readonly Span[]>();

/** No address is looked at any further back. */
const longestAddress = 200;

/** Whether letters are words of the report. */
function isWord(report: Report, { from }: Span): boolean {
  const { source } = report.document;
  if (isWithin(addresses.of(report, addressesOf), from)) return false;
  // (An address has no blank in it.)
  if (/\s/.test(source.charAt(from - 1))) return true;
  const scheme = source.slice(Math.max(0, from - longestAddress), from).lastIndexOf('://');
  return scheme < 0 || /\s/.test(source.slice(Math.max(0, from - longestAddress) + scheme, from));
}

/** What is no text of the report: where links and pictures lead, what headings are called there, and other details. */
function addressesOf({ document, metadata }: Report): Span[] {
  const found: Span[] = [];
  for (const { key, valueSpan } of metadata.entries) if (!detailsInWords.includes(key)) found.push(valueSpan);
  document.blocks.forEach((block, index) => {
    const start = document.starts[index] ?? 0;
    const { links, pictures } = block.inlines;
    const spans = [...links, ...pictures].map(({ targetSpan }) => targetSpan);
    if (block.kind === 'heading' && block.attributes !== undefined) spans.push(block.attributes);
    append(
      found,
      spans.map(({ from, to }) => ({ from: start + from, to: start + to })),
    );
  });
  return found.sort((a, b) => a.from - b.from);
}
