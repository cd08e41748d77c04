import { frontMatterKeys } from '../../syntax/frontMatterEntry.ts';
import { statuses } from '../metadata.ts';
import { restOf } from './behindCursor.ts';
import type { Offer, WritingPlace } from './offer.ts';

/** The keys of a report's details that it lacks, those first that it must have; or the values of one. */
export function offeredDetails({ report, before, offset }: WritingPlace, frameworks: readonly string[]): Offer[] {
  const { metadata, framework } = report;
  const [, key, blank = '', value = ''] = /^(\w+):([ \t]*)(\S*)$/.exec(before) ?? [];
  const values = key === 'framework' ? frameworks : key === 'status' ? statuses : [];
  if (key !== undefined) {
    const rest = restOf(report, offset, /^[\w.-]*/);
    return values.map(label => ({
      label,
      text: (blank === '' ? ' ' : '') + label,
      typed: value.length,
      rest,
      kind: 'value',
    }));
  }
  if (!/^\w*$/.test(before)) return [];
  const required = new Set([...framework.requiredMetadata, ...framework.metadata.required]);
  const known = [...new Set([...required, ...frontMatterKeys, ...Object.keys(framework.metadata.properties)])];
  return known
    .filter(each => !metadata.entries.some(entry => entry.key === each && each !== before))
    .map(label => ({ label, text: `${label}: `, typed: before.length, kind: 'detail' }));
}
