import { addToGroup } from '../../text/lists.ts';
import { topicsOf } from '../claims/topics.ts';
import type { Report } from '../report.ts';
import { idAt, isBlankGap, sentenceAt } from '../words/proseWords.ts';
import { roleWords, toldBlocks } from '../words/tellingWords.ts';
import { idSet } from '../words/wordIds.ts';
import { type TermVariant, type Use, variantOf } from './termUses.ts';

const possessives = idSet('its their');
/** Says which of several it is, not what it is called. */
const whichOf = idSet('own new old former previous current other key main first second local');

/** *Its school adviser*, *their learning adviser*: somebody of whom there is one, where the same is said of both. */
export function roleVariants(report: Report): TermVariant[] {
  const { ofBlock } = topicsOf(report);
  const byHead = new Map<number, Use[]>();
  for (const { index, base, prose, telling } of toldBlocks(report)) {
    for (const at of telling.heads) {
      const id = idAt(prose, at);
      const topics = ofBlock[index];
      if (!roleWords.has(id) || topics === undefined || at < 2 || !possessives.has(idAt(prose, at - 2))) continue;
      if (whichOf.has(idAt(prose, at - 1)) || !isBlankGap(prose, at - 1)) continue;
      addToGroup(byHead, id, { topics, sentence: sentenceAt(prose, at), base, at });
    }
  }
  const variants: TermVariant[] = [];
  for (const uses of byHead.values()) {
    const forms = new Map<number, Use[]>();
    for (const use of uses) addToGroup(forms, idAt(use.topics.prose, use.at - 1), use);
    const [usual, ...others] = [...forms.values()].sort((one, other) => other.length - one.length);
    for (const [odd] of others) {
      const variant = odd && usual && variantOf('role', odd, usual);
      if (variant !== undefined) variants.push(variant);
    }
  }
  return variants;
}
