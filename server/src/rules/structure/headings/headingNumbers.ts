import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { addToGroup } from '../../../text/lists.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';

/** So many headings with numbers, from 1 on, show that they are counted. */
const fewest = 3;

/** *3. Care*, *3 Care*, *Section 3 Care*; with parts, *3.1 Care*, the last number counts. */
const numbered = /^(?:(Section|Part|Chapter|Standard|Appendix)\s)?(?:\d{1,2}\.)?(\d{1,2})([.:)]?)\s+[–—-]?\s?\p{Lu}/u;

/** The first heading of each series whose number is not the next: one was put in, taken out or moved. */
export function* headingNumbers({ document: { source }, sections }: Report): Iterable<Finding> {
  const groups = new Map<string, Section[]>();
  for (const section of sections) {
    const match = /\d/.test(section.title.slice(0, longestOpening)) ? numbered.exec(section.title) : null;
    // Appendices are counted from 1 again after the parts.
    if (match !== null) addToGroup(groups, `${section.parent} ${section.level} ${match[1] ?? ''} ${match[3]}`, section);
  }
  for (const group of groups.values()) {
    if (group.length < fewest) continue;
    const numbers = group.map(({ title }) => Number(numbered.exec(title)?.[2]));
    const at = numbers.findIndex((number, i) => number !== i + 1);
    const section = group[at];
    // More than one slip is another way of counting.
    const isShifted = numbers.slice(at + 1).every((number, i) => number === (numbers[at] ?? 0) + i + 1);
    const isAlone = numbers.slice(at + 1).every((number, i) => number === at + i + 2);
    // (A standard has its number from those who set it, and may stand anywhere.)
    const isOrdered = !section?.title.startsWith('Standard') && isMoved(numbers);
    if (section === undefined || (!isOrdered && (at === 0 || (!isShifted && !isAlone)))) continue;
    const { from, to } = titleSpan(section);
    const [opening = ''] = /^\D*[\d.]+/.exec(source.slice(from, to)) ?? [];
    yield {
      from,
      to: from + opening.replace(/\.$/, '').length,
      message:
        numbers[at] === numbers[at - 1]
          ? `Two headings are numbered ${numbers[at]}. By its place this is ${at + 1}.`
          : at === 0
            ? `The first of these headings has number ${numbers[at]}. Has a section been moved?`
            : `The heading before has number ${numbers[at - 1]}, and this one ${numbers[at]}. Is a section missing, or moved?`,
    };
  }
}

/** Whether all numbers from 1 on are there, and all but one stand in order. */
function isMoved(numbers: readonly number[]): boolean {
  if (new Set(numbers).size < numbers.length || Math.max(...numbers) > numbers.length) return false;
  const first = numbers.findIndex((number, i) => number !== i + 1);
  const moved = [first, numbers.indexOf(first + 1)];
  return moved.some(own =>
    numbers.filter((_, i) => i !== own).every((number, i, rest) => i === 0 || number > (rest[i - 1] ?? 0)),
  );
}

const longestOpening = 14;
