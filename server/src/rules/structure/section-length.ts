import { paragraphWords } from '../../model/report.ts';
import { quotedTitle, titleSpan } from '../reportParts.ts';
import type { Rule } from '../rule.ts';

/**
 * A section is longer than the framework suggests, or than your team has agreed in `inspectmark.json`:
 *
 * ```json
 * { "rules": { "section-length": ["hint", { "words": { "children-summary": 400 } }] } }
 * ```
 *
 * Readers skip what is long. See what can be said more briefly, or belongs elsewhere.
 *
 * ```inspectmark,expect {"words":{"children-summary":5}}
 * ## Summary for children and young people
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “Summary for children and young people” has 7 words; at most 5 are suggested
 *
 * Your social workers listen to you well.
 * ```
 *
 * Without such a figure a section may be as long as it needs to be:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * Services are good.
 * ```
 */
export const sectionLength: Rule = {
  id: 'section-length',
  group: 'structure',
  kind: 'style',
  severity: 'hint',
  summary: 'A section is longer than suggested',
  fixable: false,
  readsWords: true,
  options: {
    words: {
      type: 'object',
      description: 'the most words of a section, by its role',
      additionalProperties: { type: 'integer', minimum: 1 },
    },
  },
  *check({ report, framework, options }) {
    const { words } = options;
    const figures = typeof words === 'object' && words !== null ? (words as Readonly<Record<string, unknown>>) : {};
    if (Object.keys(figures).length === 0 && framework.sections.every(kind => kind.words === undefined)) return;
    for (const section of report.sections) {
      const figure = section.ownRole === undefined ? undefined : (figures[section.ownRole] ?? section.kind?.words);
      if (typeof figure !== 'number') continue;
      let count = 0;
      for (const paragraph of report.paragraphs) {
        if (paragraph.from < section.from || paragraph.from >= section.to) continue;
        count += paragraphWords(report, paragraph, { withoutTags: true })
          .split(/\s+/)
          .filter(word => word !== '').length;
      }
      if (count <= figure) continue;
      yield {
        ...titleSpan(section),
        message: `${quotedTitle(section)} has ${count} words; at most ${figure} are suggested.`,
      };
    }
  },
};
