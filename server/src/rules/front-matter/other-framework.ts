import type { Report } from '../../model/report.ts';
import type { Span } from '../../text/text.ts';
import { commentedKeys, unknownKeys } from '../details/metadataKeys.ts';
import { fixWith } from '../fixWith.ts';
import { beginning } from '../reportParts.ts';
import type { Finding, Rule } from '../rule.ts';
import { likelyFramework } from './frameworks/likelyFramework.ts';

/**
 * The report has the sections and areas of another framework than the one it names, so it is checked by rules that are not
 * its own: nearly everything would seem to be missing.
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-ilacs
 *            ^^^^^^^^^^^^ The titles and areas of this report are those of “ofsted-sif”, not of “ofsted-ilacs”.
 * provider: Ely
 * title: Inspection of services for children in need of help and protection
 * inspected: 2017-03-06/2017-03-30
 * ---
 *
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recommendations
 *
 * ## Summary for children and young people
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 * ```
 *
 * Name the framework after `framework`. While this is told, what the wrong framework misses is not.
 *
 * ```inspectmark,fixed
 * ---
 * framework: ofsted-sif
 * provider: Ely
 * title: Inspection of services for children in need of help and protection
 * inspected: 2017-03-06/2017-03-30
 * ---
 *
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recommendations
 *
 * ## Summary for children and young people
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 * ```
 *
 * A report that names none, or `generic`, is asked about it, and checked by that all the same. One whose titles are nobody’s
 * is not:
 *
 * ```inspectmark
 * ---
 * framework: generic
 * ---
 *
 * # Inspection of a bakery
 *
 * ## Summary
 *
 * ## Recommendations
 *
 * ## Findings
 * ```
 */
export const otherFramework: Rule = {
  id: 'other-framework',
  group: 'front-matter',
  kind: 'fault',
  severity: 'error',
  summary: 'The report is written by another framework than it names',
  fixable: true,
  readsWords: false,
  *check({ report, frameworkIds }) {
    const { metadata, framework } = report;
    const likely = likelyFramework(report);
    // That the name given is none is told already.
    const isKnown = metadata.framework === undefined || frameworkIds.includes(metadata.framework);
    if (likely === undefined || !isKnown) return;
    // So is that its line is misspelt, or made a note.
    if (unknownKeys(report).some(({ meant }) => meant === 'framework')) return;
    if (commentedKeys(report).some(({ key }) => key === 'framework')) return;
    const entry = metadata.entries.find(({ key }) => key === 'framework');
    const mend = entry === undefined ? 'Name it in the report’s details.' : 'Change the framework.';
    yield {
      ...(entry?.valueSpan ?? detailsOf(report)),
      message: `The titles and areas of this report are those of “${likely.id}”, not of “${framework.id}”. ${mend}`,
      // It asks for nothing that could be missing, and who has chosen it may want no more.
      severity: framework.id === 'generic' ? 'information' : undefined,
      fixes:
        entry === undefined
          ? []
          : [
              fixWith(
                `Change to “${likely.id}”`,
                entry.valueSpan,
                `${afterColon(report, entry.valueSpan)}${likely.id}`,
              ),
            ],
    } satisfies Finding;
  },
};

/** The blank that is lacking where nothing stands behind a key’s colon yet. */
function afterColon({ document: { source } }: Report, { from }: Span): string {
  return source.charAt(from - 1) === ':' ? ' ' : '';
}

/** Where the details begin; the beginning of a report that has none. */
function detailsOf(report: Report): Span {
  const [first] = report.document.blocks;
  return first?.kind === 'frontMatter' ? { from: 0, to: '---'.length } : beginning(report);
}
