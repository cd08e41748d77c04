import type { Framework } from '../../model/framework.ts';
import type { Report } from '../../model/report.ts';
import { fewestInPassage, type Passages, passagesOf } from '../../model/words/passages.ts';
import { type Sentence, sentencesOf } from '../../model/words/prose.ts';
import { sentencePrint } from '../../model/words/sentencePrint.ts';
import { documentOf } from '../../syntax/document.ts';
import { isSameProvider } from '../details/providerNames.ts';
import type { Rule } from '../rule.ts';
import { silentRoles } from '../silentRoles.ts';

/**
 * Two long sentences or more of a section stand word for word in the report on another provider. They were copied, and may
 * say of this provider what was found at the other. The provider who finds that out believes nothing else.
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sif
 * provider: Norwood
 * ---
 *
 * ## Summary for children and young people
 *
 * - Social workers spend time with children, listening to their views and any worries that they may have.
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This sentence and one more stand word for word in “eastvale.inspection”.
 *
 * - Some children have had too many changes of social worker, making it hard for them to build a trusting relationship.
 * --- eastvale.inspection
 * ---
 * framework: ofsted-sif
 * provider: Eastvale
 * ---
 *
 * ## Summary for children and young people
 *
 * - Social workers spend time with children, listening to their views and any worries that they may have.
 *
 * - Some children have had too many changes of social worker, making it hard for them to build a trusting relationship.
 * ```
 *
 * Write what was found here. What stands in several reports is the inspectorate’s own wording, and no fault; nor is one
 * sentence alone, or what a provider’s earlier report says:
 *
 * ```inspectmark
 * ---
 * framework: ofsted-sif
 * provider: Norwood
 * ---
 *
 * ## Summary for children and young people
 *
 * - Social workers spend time with children, listening to their views and any worries that they may have.
 * --- eastvale.inspection
 * ---
 * framework: ofsted-sif
 * provider: Eastvale
 * ---
 *
 * ## Summary for children and young people
 *
 * - Social workers spend time with children, listening to their views and any worries that they may have.
 * ```
 *
 * A report is compared with those that are checked together with it, in the editor with those of the open folders.
 */
export const borrowedPassage: Rule = {
  id: 'borrowed-passage',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'A passage also stands in the report on another provider',
  fixable: false,
  readsWords: true,
  unhurried: true,
  *check({ report, framework, sharing }) {
    if (sharing === undefined) return;
    const { providers } = report.metadata;
    const isOwn = (other: Passages) =>
      other.providers.some(theirs => providers.some(ours => isSameProvider(ours, theirs)));
    const passages: { readonly other: Passages; readonly section: number; readonly sentences: Sentence[] }[] = [];
    for (const sentence of sentencesOf(report)) {
      if (!isOwnWording(sentence, report)) continue;
      const print = sentencePrint(sentence.prose.words, sentence.first, sentence.last);
      const others = sharing(print, mostSharing);
      if (others.length === 0 || standardPrints(framework).has(print)) continue;
      const section = sentence.paragraph.section ?? -1;
      for (const other of others) {
        if (isOwn(other)) continue;
        const known = passages.find(passage => passage.other === other && passage.section === section);
        if (known === undefined) passages.push({ other, section, sentences: [sentence] });
        else known.sentences.push(sentence);
      }
    }
    for (const { other, sentences } of passages) {
      const [first, ...rest] = sentences;
      if (first === undefined || rest.length === 0) continue;
      const more = rest.length === 1 ? 'one more' : `${rest.length} more`;
      yield {
        from: first.from,
        to: first.to,
        message: `This sentence and ${more} stand word for word in “${other.name}”. Write what was found here.`,
        related: rest.map(({ from, to }) => ({ from, to, message: 'This sentence too.' })),
      };
    }
  },
};

/** What stands in more other reports than this is nobody’s own wording. */
const mostSharing = 2;
/** Sections whose wording is the inspectorate’s, or whose facts have one form in all reports. */
const unownedRoles = new Set([...silentRoles, 'divider']);

function isOwnWording({ first, last, paragraph: { section, kind } }: Sentence, { sections }: Report): boolean {
  if (last - first < fewestInPassage || kind === 'entry' || section === undefined) return false;
  return !unownedRoles.has(sections[section]?.role ?? '');
}

const standard = new WeakMap<Framework, ReadonlySet<number>>();

/** What the sentences of a framework’s standard text are known by. */
function standardPrints(framework: Framework): ReadonlySet<number> {
  let prints = standard.get(framework);
  if (prints === undefined) {
    const text = framework.standardText.map(passage => passage.text).join('\n\n');
    prints = new Set(passagesOf(documentOf(text), '').prints);
    standard.set(framework, prints);
  }
  return prints;
}
