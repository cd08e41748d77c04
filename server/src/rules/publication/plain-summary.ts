import { acronymsOf, singularAcronym } from '../../model/names/acronymUses.ts';
import { sectionOfBlock } from '../../model/sectionOfBlock.ts';
import { sentencesOfParagraph } from '../../model/words/prose.ts';
import { moreLikeIt } from '../messages/moreLikeIt.ts';
import type { Rule } from '../rule.ts';

/**
 * The summary for children and young people is to be read by them. Long sentences and abbreviations keep them from it.
 * All long sentences of the summary are one finding, and all abbreviations.
 *
 * ```inspectmark,expect {"words":12}
 * ## Summary for children and young people
 *
 * Your social workers listen to you. When you have to move to another home, they tell you in good time where it will be.
 *                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This sentence has 18 words, more than the 12 that children read easily. Make two of it.
 *
 * Your PEP says what you want to learn.
 *      ^^^ Children may not know what “PEP” means. Write it in plain words.
 * ```
 *
 * ```inspectmark
 * ## Summary for children and young people
 *
 * Your social workers listen to you. When you have to move, they tell you where you will live.
 *
 * Your school plan says what you want to learn.
 * ```
 *
 * A sentence may have up to 25 words, or as many as `inspectmark.json` says:
 *
 * ```json
 * { "rules": { "plain-summary": ["information", { "words": 20 }] } }
 * ```
 *
 * Source: Guide to Ofsted’s house style (2018), *Plain English*; the Government Digital Service’s guide asks for sentences
 * of at most 25 words.
 */
export const plainSummary: Rule = {
  id: 'plain-summary',
  group: 'publication',
  kind: 'style',
  severity: 'information',
  summary: 'The summary for children is hard to read',
  fixable: false,
  readsWords: (paragraph, report) => isForChildren(report.sections[paragraph.section ?? -1]?.role),
  *check({ report, framework, options }) {
    if (!report.sections.some(({ role }) => isForChildren(role))) return;
    const most = typeof options.words === 'number' ? options.words : 25;
    const paragraphs = report.paragraphs.filter(({ section }) => isForChildren(report.sections[section ?? -1]?.role));
    const [long, ...more] = paragraphs
      .flatMap(paragraph => sentencesOfParagraph(report, paragraph))
      .filter(({ first, last }) => last - first > most);
    if (long !== undefined) {
      const also = moreLikeIt(more);
      yield {
        from: long.from,
        to: long.to,
        message: `This sentence has ${long.last - long.first} words, more than the ${most} that children read easily${also}. Make two of it.`,
        related: more.map(({ from, to, first, last }) => ({ from, to, message: `${last - first} words here.` })),
      };
    }
    const known = new Set(framework.knownAcronyms.map(singularAcronym));
    for (const { acronym, uses } of acronymsOf(report).values()) {
      if (known.has(acronym)) continue;
      const [first, ...others] = uses.filter(({ block }) => isForChildren(sectionOfBlock(report, block)?.role));
      if (first === undefined) continue;
      yield {
        from: first.from,
        to: first.to,
        message: `Children may not know what “${acronym}” means. Write it in plain words.`,
        related: others.map(({ from, to }) => ({ from, to, message: `“${acronym}” again.` })),
      };
    }
  },
};

function isForChildren(role: string | undefined): boolean {
  return role === 'children-summary';
}
