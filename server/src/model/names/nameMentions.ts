import type { Report } from '../report.ts';
import { type ToldBlock, toldBlocks } from '../words/tellingWords.ts';
import { boards, initialsMentions, orderMentions, schemeMentions } from './bodyNames.ts';
import { capitalisedIn } from './capitalisedNames.ts';
import { headedSlips } from './headedNames.ts';
import type { NameMention } from './nameMention.ts';
import { spellingMentions } from './nameSpellings.ts';
import { personMentions } from './personNames.ts';
import { phraseMentions, type Synonyms } from './phraseMentions.ts';
import { postMentions } from './postNames.ts';
import { telephoneMentions } from './telephoneNumbers.ts';

/**
 * The mentions of what a report may name in several ways: names in capitals and the same words without or in another order,
 * schemes, names spelt and telephone numbers written in two ways, words with a hyphen and without, *adult services* and
 * *adults’ services*, posts, boards, and what the framework holds to mean the same.
 */
export function nameMentions(report: Report, synonyms: Synonyms): NameMention[] {
  const blocks = namingBlocks(report);
  const runs = blocks.map(capitalisedIn);
  return [
    ...blocks.flatMap(postMentions),
    ...phraseMentions(blocks, runs, synonyms),
    ...blocks.flatMap((block, i) => orderMentions(block, runs[i] ?? [])),
    ...blocks.flatMap((block, i) => initialsMentions(block, runs[i] ?? [])),
    ...blocks.flatMap((block, i) => schemeMentions(block, runs[i] ?? [])),
    ...spellingMentions(blocks),
    ...headedSlips(blocks),
    ...personMentions(blocks),
    // (They stand where names are written as in a template.)
    ...toldBlocks(report).flatMap(telephoneMentions),
    ...boards(report),
  ];
}

/** Sections in which names are written as in a list or a template. */
const listingRoles = new Set(['notices', 'team', 'judgements', 'definitions', 'contents', 'method']);

function namingBlocks(report: Report): ToldBlock[] {
  return toldBlocks(report).filter(
    ({ paragraph: { kind, section } }) =>
      kind !== 'entry' && !listingRoles.has(report.sections[section ?? -1]?.role ?? ''),
  );
}
