import type { Metadata } from '../model/metadata.ts';
import type { Severity } from './rule.ts';

/** How bad it is that something unfinished is left in a report of this status; nothing in a draft, where it belongs. */
export function publicationSeverity({ status }: Metadata): Severity | undefined {
  if (status === 'draft') return undefined;
  return status === 'review' ? 'information' : 'error';
}
