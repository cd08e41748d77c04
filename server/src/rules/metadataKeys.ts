import { nearest } from '../framework/nearest.ts';
import type { Framework } from '../model/framework.ts';
import type { MetadataEntry } from '../model/metadata.ts';
import type { Report } from '../model/report.ts';
import { frontMatterKeys } from '../syntax/frontMatter.ts';

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

/** The keys that a report must have. */
export function requiredKeys({ requiredMetadata, metadata }: Framework): string[] {
  return [...new Set([...requiredMetadata, ...metadata.required])];
}
