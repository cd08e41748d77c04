import { nearest } from '../framework/nearest.ts';
import type { Framework } from '../model/framework.ts';
import type { MetadataEntry } from '../model/metadata.ts';
import type { Report } from '../model/report.ts';
import { frontMatterKeys } from '../syntax/frontMatter.ts';
import type { Span } from '../text/text.ts';

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
  return unknown.map(entry => ({ entry, meant: nearest(entry.key, known) }));
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
