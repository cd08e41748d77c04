import { partedNumbers } from '../../../model/numbering/partedNumbers.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { openingWords } from '../../../text/phrases.ts';
import type { Finding } from '../../rule.ts';

/**
 * The one section with a number in its title whose paragraphs have none, where those of all others have its number and their
 * own: *2.1*, *2.2* in section 2. A question, for it may be meant so.
 */
export function* unnumberedSection(report: Report): Iterable<Finding> {
  const parts = partedNumbers(report);
  if (parts.size === 0) return;
  let numbered = 0;
  const without: Section[] = [];
  for (const section of report.sections) {
    const [, number] = titleNumber.exec(section.title) ?? [];
    if (number === undefined) continue;
    if (parts.has(`${number}.`)) numbered++;
    else if (sentencesOf(report, section).length >= fewest) without.push(section);
  }
  const [only, another] = without;
  if (only === undefined || another !== undefined || numbered < fewestOthers || isOfPoints(report, only)) return;
  const [first] = sentencesOf(report, only);
  if (first === undefined) return;
  yield {
    ...openingWords(report.document.source, { from: first, to: Infinity }),
    severity: 'information',
    message:
      'The paragraphs of this section have no numbers, and those of all others have. Number them, if that is meant.',
  };
}

const titleNumber = /^(?:section )?(\d{1,2}(?:\.\d{1,2})?)\.?[ :]/i;
const fewest = 2;
const fewestOthers = 3;

/** Where the plain paragraphs and points begin that stand in a section itself and are whole sentences. */
function sentencesOf({ document: { blocks, starts, source } }: Report, { block, blockEnd }: Section): number[] {
  const found: number[] = [];
  for (let i = block + 1; i < blockEnd; i++) {
    const own = blocks[i];
    if (own?.kind === 'heading') break;
    if (own?.kind === 'numbered') return [];
    if (own?.kind !== 'plain' && own?.kind !== 'bullet') continue;
    const from = (starts[i] ?? 0) + own.content.from;
    const to = (starts[i] ?? 0) + own.content.to;
    if (to - from >= shortest && /^\p{Lu}/u.test(source.slice(from, from + 2)) && source.charAt(to - 1) === '.')
      found.push(from);
  }
  return found;
}

/** Whether a section’s text is a list: points are not numbered. */
function isOfPoints({ document: { blocks } }: Report, { block, blockEnd }: Section): boolean {
  for (let i = block + 1; i < blockEnd && blocks[i]?.kind !== 'heading'; i++) {
    const own = blocks[i];
    if (own?.kind === 'plain' && own.content.to - own.content.from >= shortest) return false;
  }
  return true;
}

const shortest = 60;
