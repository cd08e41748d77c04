import type { Area, Framework } from '../model/framework.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import { titleKey } from '../model/titleKey.ts';
import { type PrintedLine, partedAt } from './printedLine.ts';

/** Below so many lines no report lists its judgements. */
const mostLines = 120;
/** No grade has more letters, and no title. */
const longestGrade = 80;
const longestTitle = 160;

/**
 * The lines on which print has run judgement entries together (*… : Good 2.1 Adoption performance: Good*), parted: by the
 * place of each the lines that it becomes. A grade ends before such a number, and behind it stands its area.
 */
export function partedEntries(
  lines: readonly PrintedLine[],
  framework: Framework,
): ReadonlyMap<number, readonly PrintedLine[]> {
  const { areaByNumber } = frameworkIndex(framework);
  const parted = new Map(gradesBeforeAreas(lines, framework));
  if (areaByNumber.size === 0 || parted.size > 0) return parted;
  let above = '';
  for (const [at, line] of lines.slice(0, mostLines).entries()) {
    const places = [...line.text.matchAll(entryNumber)].flatMap(match => {
      const area = areaByNumber.get(match[1] ?? '');
      const to = match.index + match[0].length;
      const before = `${above} ${line.text.slice(Math.max(0, match.index - longestGrade), match.index)}`;
      const after = line.text.slice(to, to + longestTitle);
      const isEntry =
        area !== undefined &&
        beginsWith(after === '' ? (lines[at + 1]?.text ?? '') : after, area) &&
        endsWithGrade(before, framework);
      return isEntry ? [match.index] : [];
    });
    above = line.text.slice(-longestGrade);
    if (places.length > 0) parted.set(at, partedAt(line, places));
  }
  return parted;
}

/** Lines on which print has a grade before its area (*Good 2.1 Adoption performance*), parted, if several are so. */
function gradesBeforeAreas(
  lines: readonly PrintedLine[],
  framework: Framework,
): ReadonlyMap<number, readonly PrintedLine[]> {
  const { gradeByName } = frameworkIndex(framework);
  const parted = new Map<number, readonly PrintedLine[]>();
  for (const [at, line] of lines.slice(0, mostLines).entries()) {
    if (line.text.length > longestGrade + longestTitle || !/^\p{Lu}/u.test(line.text)) continue;
    const ends = [...line.text.slice(0, longestGrade).matchAll(/ (?=\p{Lu}|\d(?:\.\d)?\.? \p{Lu})/gu)];
    const end = ends.find(
      ({ index }) =>
        gradeByName.has(titleKey(line.text.slice(0, index))) &&
        framework.areas.some(area => beginsWith(line.text.slice(index).replace(/^ \d(?:\.\d)?\.? | /, ''), area)),
    );
    if (end !== undefined) parted.set(at, partedAt(line, [end.index + 1]));
  }
  return parted.size < 2 ? new Map() : parted;
}

/** An entry’s number within a line or at its end. */
const entryNumber = /(?<=\p{L} )(\d(?:\.\d)?)\.?(?: (?=\p{Lu})|$)/gu;

/** Whether words begin with an area’s title, or are its first ones. */
function beginsWith(words: string, { title, headings }: Area): boolean {
  const key = titleKey(words);
  return [title, ...headings].some(each => {
    const own = titleKey(each);
    return key.startsWith(own) || (key.includes(' ') ? own.startsWith(`${key} `) : own.split(' ')[0] === key);
  });
}

/** Whether words end with a colon and a grade. */
function endsWithGrade(words: string, framework: Framework): boolean {
  const { gradeByName } = frameworkIndex(framework);
  const colon = words.lastIndexOf(':');
  return colon >= 0 && gradeByName.has(titleKey(words.slice(colon + 1)));
}
