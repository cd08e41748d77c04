import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { proseIn } from '../words/proseReading.ts';
import { idSet } from '../words/wordIds.ts';

/** What the provider is called where a report does not say its name. */
const inspected = idSet(
  'authority local council prison establishment school academy college home service hospital trust',
);

const found = new DerivedFacts<ReadonlySet<number>>({ stands: true });

/** The words for the provider of a report, by their `wordId`s: those of its names, and *the prison*. */
export function providerWords(report: Report): ReadonlySet<number> {
  return found.of(report, ({ metadata }) => {
    const names = metadata.providers.join(' ');
    const { words } = proseIn(names, 0, 0, names.length);
    const all = new Set(inspected);
    for (let at = 2; at < words.length; at += 3) all.add(words[at] as number);
    return all;
  });
}
