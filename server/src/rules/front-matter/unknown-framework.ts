import { nearest } from '../../text/nearest.ts';
import { listInWords } from '../../text/phrases.ts';
import { changeTo } from '../fixWith.ts';
import type { Rule } from '../rule.ts';

/**
 * The report names a framework that there is not, so its sections, grades and numbers cannot be checked by it. The name
 * is misspelt, or the framework’s file is missing.
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sfi
 *            ^^^^^^^^^^ There is no framework “ofsted-sfi”. Did you mean “ofsted-sif”?
 * ---
 * ```
 *
 * ```inspectmark,fixed
 * ---
 * framework: ofsted-sif
 * ---
 * ```
 *
 * Nor is it known what is meant where nothing stands after the colon:
 *
 * ```inspectmark,expect
 * ---
 * framework:
 * ^^^^^^^^^ No framework is named here. Choose “ofsted-sif”,
 * ---
 * ```
 *
 * ```inspectmark
 * ---
 * framework: generic
 * ---
 * ```
 */
export const unknownFramework: Rule = {
  id: 'unknown-framework',
  group: 'front-matter',
  kind: 'fault',
  severity: 'error',
  summary: 'The report names a framework that there is not',
  fixable: true,
  readsWords: false,
  *check({ report: { metadata }, frameworkIds }) {
    const id = metadata.framework;
    if (frameworkIds.length === 0 || (id !== undefined && frameworkIds.includes(id))) return;
    const entry = metadata.entries.find(({ key }) => key === 'framework');
    if (entry === undefined || entry.broken) return;
    if (entry.value === null || entry.value === '') {
      const all = listInWords(
        frameworkIds.map(each => `“${each}”`),
        'or',
      );
      const message = `No framework is named here. Choose ${all}, or take the line out.`;
      yield { ...entry.keySpan, message, severity: 'warning' };
    }
    if (id === undefined || typeof entry.value !== 'string') return;
    const meant = nearest(id, frameworkIds);
    // Someone may know a framework by a part of its name: “ofsted”, “sif”.
    const parts = frameworkIds.filter(known => known !== meant && known.split('-').includes(id.toLowerCase()));
    const likely = [...(meant === undefined ? [] : [meant]), ...parts];
    const known = listInWords(
      (likely.length > 0 ? likely : frameworkIds).map(each => `“${each}”`),
      'or',
    );
    yield {
      ...entry.valueSpan,
      message: `There is no framework “${id}”. ${likely.length > 0 ? `Did you mean ${known}?` : `Choose ${known}.`}`,
      fixes: likely.map(each => changeTo(entry.valueSpan, each)),
    };
  },
};
