import { begunDirective, directiveNames } from '../../syntax/begunDirective.ts';
import { restOf } from './behindCursor.ts';
import type { Offer, WritingPlace } from './offer.ts';

/** A rule as it is offered: its name and what it is about. */
export interface OfferedRule {
  readonly id: string;
  readonly summary: string;
}

/** The names of directives, and the rules that one may be about. */
export function offeredDirectives(
  { report, offset, before }: WritingPlace,
  rules: readonly OfferedRule[],
): Offer[] | undefined {
  const begun = begunDirective(before);
  if (begun === undefined) return undefined;
  const written = { typed: begun.typed.length, rest: restOf(report, offset, /^\w*(?:-\w+)*/) };
  if (begun.part === 'name')
    return directiveNames
      .filter(name => name.startsWith(begun.typed))
      .map(label => ({ label, ...written, text: `${label} `, kind: 'keyword' }));
  return rules
    .filter(({ id }) => !begun.named.includes(id))
    .map(({ id, summary }) => ({ label: id, ...written, kind: 'keyword', words: summary }));
}
