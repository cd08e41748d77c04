import { addCount } from '../../text/lists.ts';
import { quotedTitle, titleSpan } from '../reportParts.ts';
import type { Rule } from '../rule.ts';

/**
 * A list of recommendations is shorter or longer than the framework, or your team, allows. A dozen recommendations tell
 * nobody what matters most.
 *
 * ```json
 * { "rules": { "recommendation-count": ["warning", { "fewest": 1, "most": 10 }] } }
 * ```
 *
 * ```inspectmark,expect {"most":2}
 * ## Recommendations
 *    ^^^^^^^^^^^^^^^ “Recommendations” has 3 recommendations; there may be 2 at most. Join them, or leave the least weighty out.
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * 3. Ensure that plans are clear.
 * ```
 *
 * Where neither says how many there may be, there may be any number. Ofsted’s published reports have from 3 to some 25.
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 * ```
 */
export const recommendationCount: Rule = {
  id: 'recommendation-count',
  group: 'recommendation',
  kind: 'fault',
  severity: 'warning',
  summary: 'There are too few recommendations, or too many',
  fixable: false,
  readsWords: false,
  options: {
    fewest: { type: 'integer', minimum: 0, description: 'the fewest recommendations of a section' },
    most: { type: 'integer', minimum: 1, description: 'the most recommendations of a section' },
  },
  *check({ report, framework, options }) {
    const fewest = typeof options.fewest === 'number' ? options.fewest : framework.recommendations.fewest;
    const most = typeof options.most === 'number' ? options.most : framework.recommendations.most;
    if (fewest === undefined && most === undefined) return;
    const counts = new Map<number, number>();
    for (const { section } of report.recommendations) if (section !== undefined) addCount(counts, section);
    for (const [index, count] of counts) {
      const section = report.sections[index];
      if (section === undefined) continue;
      const has = `${quotedTitle(section)} has ${count} ${count === 1 ? 'recommendation' : 'recommendations'}`;
      if (most !== undefined && count > most) {
        const message = `${has}; there may be ${most} at most. Join them, or leave the least weighty out.`;
        yield { ...titleSpan(section), message };
      } else if (fewest !== undefined && count < fewest) {
        yield { ...titleSpan(section), message: `${has}; there should be ${fewest} at least.` };
      }
    }
  },
};
