import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Rule } from '../rule.ts';

/**
 * A link’s words do not say where it leads. Who reads on paper, or has the links of a page read aloud, learns nothing from
 * *here*.
 *
 * ```inspectmark,expect
 * The method is described [here](https://www.gov.uk/government/publications/inspecting).
 *                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ “here” does not say where this link leads.
 *
 * See also [](method.inspection).
 *          ^^^^^^^^^^^^^^^^^^^^^ This link has no words
 * ```
 *
 * Use words that say what is found there:
 *
 * ```inspectmark
 * See [the framework for inspections](https://www.gov.uk/government/publications/inspecting), or
 * [www.gov.uk/inspecting](https://www.gov.uk/inspecting).
 * ```
 *
 * Nor do words that say another number than the link has:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Plans are clear.
 *
 * 2. Visits are regular.
 *
 * 3. Children know why they are visited ([paragraph 1](#paragraph-2)).
 *                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ These words say 1, and the link leads to paragraph 2. Make the two agree.
 * ```
 *
 * Source: WCAG 2.2, 2.4.4.
 */
export const linkText: Rule = {
  id: 'link-text',
  group: 'publication',
  kind: 'fault',
  severity: 'warning',
  summary: 'A link’s words do not say where it leads',
  fixable: false,
  readsWords: false,
  *check({ report: { document } }) {
    const { source, blocks, starts } = document;
    for (let i = 0; i < blocks.length; i++) {
      for (const { from, to, words, target } of blocks[i]?.inlines.links ?? []) {
        const base = starts[i] ?? 0;
        const written = singleSpaced(source.slice(base + words.from, base + words.to).trim());
        const [, noun = '', number] = numbered.exec(target) ?? [];
        const [, named = number] = saidNumber.exec(written) ?? [];
        if (named !== number) {
          const message = `These words say ${named}, and the link leads to ${noun} ${number}. Make the two agree.`;
          yield { from: base + from, to: base + to, message };
          continue;
        }
        if (!saysNothing.test(written)) continue;
        const wrong = written === '' ? 'This link has no words.' : `“${written}” does not say where this link leads.`;
        yield { from: base + from, to: base + to, message: `${wrong} Write what is found there.` };
      }
    }
  },
};

const numbered = /^#(paragraph|recommendation)-(\d{1,3})$/;
const saidNumber = /^(?:(?:see )?(?:paragraph|para|recommendation) )?(\d{1,3})$/i;

const saysNothing =
  /^[*\s]*(?:|(?:click |see |read |go )?(?:here|this)|(?:this|the) (?:link|page|document|report|website)|link|more|read more|find out more|more information|website|page|details|guidance)[*\s.]*$/i;
