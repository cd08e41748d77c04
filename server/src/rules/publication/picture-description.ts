import { publicationSeverity } from '../publicationSeverity.ts';
import type { Rule } from '../rule.ts';

/**
 * A picture has no description. Readers who cannot see it, and those to whom the report is read aloud, miss what it shows.
 * By law public bodies’ documents must be accessible.
 *
 * ```inspectmark,expect
 * ---
 * status: final
 * ---
 *
 * ![](caseloads.png)
 * ^^^^^^^^^^^^^^^^^^ This picture has no description. Say between the square brackets what it shows.
 *
 * ![picture](places.png)
 * ^^^^^^^^^^^^^^^^^^^^^^ “picture” does not say what this picture shows. Describe it.
 * ```
 *
 * ```inspectmark
 * ---
 * status: final
 * ---
 *
 * ![Caseloads fell from 24 in April to 16 in November](caseloads.png)
 * ```
 *
 * In a draft a picture may wait for its description; in review it is pointed out.
 *
 * Source: Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018; WCAG 2.2, 1.1.1.
 */
export const pictureDescription: Rule = {
  id: 'picture-description',
  group: 'publication',
  kind: 'fault',
  severity: 'error',
  summary: 'A picture has no description',
  fixable: false,
  readsWords: false,
  *check({ report: { document, metadata } }) {
    const severity = publicationSeverity(metadata);
    if (severity === undefined) return;
    const { source, blocks, starts } = document;
    for (let i = 0; i < blocks.length; i++) {
      for (const { from, to, words } of blocks[i]?.inlines.pictures ?? []) {
        const base = starts[i] ?? 0;
        const description = source.slice(base + words.from, base + words.to).trim();
        if (description !== '' && !saysNothing.test(description)) continue;
        yield {
          from: base + from,
          to: base + to,
          severity,
          message:
            description === ''
              ? 'This picture has no description. Say between the square brackets what it shows.'
              : `“${description}” does not say what this picture shows. Describe it.`,
        };
      }
    }
  },
};

/** A word for pictures with at most a number, or a file’s name. */
const saysNothing =
  /^(?:(?:IMG|DSCN?|DSCF|PXL|scan|screenshot)[ _-]?\d[\w -]{0,30}|(?:an? |the )?(?:picture|image|photo|photograph|figure|fig|chart|graph|graphic|logo|diagram|alt text)\.? ?\d{0,3}|[^\s]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?))\.?$/i;
