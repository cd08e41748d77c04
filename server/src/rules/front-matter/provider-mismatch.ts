import { saysNothing } from '../metadataKeys.ts';
import { isReportTitle, isSameProvider } from '../providerNames.ts';
import type { Rule } from '../rule.ts';

/**
 * The report’s first heading names another provider than its details do. Text left from another report is the usual
 * cause, and the worst thing to publish.
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sif
 * provider: [Metropolitan Borough of Norwood, Norwood]
 * ---
 *
 * # Children’s services in Eastvale are good
 *                          ^^^^^^^^ The heading names “Eastvale”, the report’s details “Metropolitan Borough of Norwood”.
 * ```
 *
 * A shorter or longer form of the same name will do:
 *
 * ```inspectmark
 * ---
 * framework: ofsted-sif
 * provider: Metropolitan Borough of Norwood
 * ---
 *
 * # Children’s services in Norwood are good
 * ```
 */
export const providerMismatch: Rule = {
  id: 'provider-mismatch',
  group: 'front-matter',
  kind: 'fault',
  severity: 'error',
  summary: 'The first heading names another provider than the report’s details',
  fixable: false,
  readsWords: false,
  *check({ report: { metadata, judgements }, frameworkIds }) {
    const { providers, entries, framework } = metadata;
    // Read by another framework than its own a headline may name anything.
    const isUnknown = framework !== undefined && !frameworkIds.includes(framework);
    if (providers.length === 0 || isUnknown) return;
    const provider = judgements.find(({ carrier }) => carrier === 'headline')?.provider;
    if (provider === undefined || providers.some(name => isSameProvider(name, provider.text))) return;
    const entry = entries.find(({ key }) => key === 'provider');
    // That the details name nobody is told there.
    if (entry === undefined || entry.broken || saysNothing(providers[0] ?? '') || isReportTitle(providers[0] ?? ''))
      return;
    yield {
      from: provider.from,
      to: provider.to,
      message: `The heading names “${provider.text}”, the report’s details “${providers[0]}”. Correct one of the two.`,
      related: [{ ...entry.valueSpan, message: 'The provider in the report’s details.' }],
    };
  },
};
