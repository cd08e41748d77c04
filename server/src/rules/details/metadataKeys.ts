import type { Framework } from '../../model/framework.ts';
import type { MetadataEntry } from '../../model/metadata.ts';
import type { Report } from '../../model/report.ts';
import { frontMatterKeys } from '../../syntax/frontMatterEntry.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/text.ts';

/** A key that neither the markup nor the framework knows, and the one that was probably meant. */
export interface UnknownKey {
  readonly entry: MetadataEntry;
  readonly meant: string | undefined;
}

/** The keys of a report's details that are not known; none is taken to mean a key that is given as well. */
export function unknownKeys({ metadata: { entries }, framework }: Report): UnknownKey[] {
  const known = new Set<string>([...frontMatterKeys, ...Object.keys(framework.metadata.properties)]);
  const unknown = entries.filter(({ key }) => !known.has(key));
  if (unknown.length === 0) return [];
  for (const { key } of entries) known.delete(key);
  return unknown.map(entry => ({ entry, meant: alike(entry.key, known) ?? nearest(entry.key, known) }));
}

/** What other forms of a report call these. */
const otherNames: Readonly<Record<string, string>> = {
  authority: 'provider',
  council: 'provider',
  organisation: 'provider',
  school: 'provider',
  service: 'provider',
  setting: 'provider',
  heading: 'title',
  dates: 'inspected',
  'inspection date': 'inspected',
  'inspection dates': 'inspected',
  'publication date': 'published',
  publication: 'published',
  language: 'lang',
};

function alike(key: string, known: ReadonlySet<string>): string | undefined {
  const name = key.toLowerCase();
  const meant = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  return meant !== undefined && known.has(meant) ? meant : undefined;
}

/** A line of the details that a `#` makes a comment, with the key that it would give. */
export interface CommentedKey extends Span {
  readonly key: string;
}

const commentedLine = new RegExp(
  `(?<=[\\r\\n])[ \\t]*#[ \\t]*(${frontMatterKeys.join('|')}):[ \\t]+[^\\s#][^\\r\\n]*`,
  'g',
);

/** The details that stand in a comment with their value, and are not given otherwise. */
export function commentedKeys({ document: { blocks, source }, metadata: { entries } }: Report): CommentedKey[] {
  const [first] = blocks;
  if (first?.kind !== 'frontMatter') return [];
  const given = new Set(entries.map(({ key }) => key));
  return [...source.slice(0, first.end).matchAll(commentedLine)].flatMap(({ 0: line, 1: key = '', index }) => {
    if (given.has(key)) return [];
    const from = index + line.search(/\S/);
    return [{ key, from, to: index + line.trimEnd().length }];
  });
}

/** The keys that a report must have. */
export function requiredKeys({ requiredMetadata, metadata }: Framework): string[] {
  return [...new Set([...requiredMetadata, ...metadata.required])];
}

/** What is longer is a name. */
const longestNothing = 40;

/** Whether a value names nothing: a number, a sign, a file, or a word for *yes*, *none* or *later*. */
export function saysNothing(value: string): boolean {
  if (value.length > longestNothing) return false;
  return (
    !/\p{L}/u.test(value) ||
    /^(?:true|false|yes|no|null|none|n\/a)$|^\S+\.(?:docx?|pdf|odt|rtf|txt|inspection)$/i.test(value) ||
    isLeftOpen(value)
  );
}

/** Whether a value says that it is still to be filled in. */
export function isLeftOpen(value: string): boolean {
  if (/^<[^<>]*>$/.test(value)) return true;
  return /^[[<{(]?(?:tb[acd]|to be (?:confirmed|added|decided)|to follow|x{2,}|insert\b.*|(?:provider|title|name)(?: here| of (?:the )?(?:local authority|council|provider|service|report))?)[\]>})]?$/i.test(
    value,
  );
}

/** Details of which one line stands under the line that ends them, and is printed. */
export function detailBelow({
  document: { blocks, starts, source },
  metadata: { entries },
}: Report): CommentedKey | undefined {
  const [first, next] = blocks;
  if (first?.kind !== 'frontMatter' || next?.kind !== 'plain') return undefined;
  const from = (starts[1] ?? 0) + next.start;
  const line = source.slice(from, from + next.end - next.start);
  const [, key = ''] = detailLine.exec(line) ?? [];
  if (key === '' || entries.some(own => own.key === key)) return undefined;
  return { from, to: from + line.length, key };
}

const detailLine = new RegExp(`^(${frontMatterKeys.join('|')}):[ \\t]+\\S[^\\r\\n]*$`);

/** The report’s first heading where it stands within the details and is read as a note, for no other stands below. */
export function headingInDetails({ document: { blocks, source }, sections }: Report): Span | undefined {
  const [first] = blocks;
  if (first?.kind !== 'frontMatter' || sections.some(({ level }) => level === 1)) return undefined;
  const match = /[\r\n][ \t]*(?:\r\n|[\r\n])(#{1,2}[ \t]+\p{Lu}[^\r\n:]*)\s*[\r\n]---[ \t]*$/u.exec(
    source.slice(0, first.end),
  );
  if (match === null) return undefined;
  const [whole, line = ''] = match;
  const from = match.index + whole.indexOf(line);
  return { from, to: from + line.trimEnd().length };
}
