import type { Framework } from '../../../model/framework.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { changeTo } from '../../fixWith.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';

/** A title that is not quite its section's own: misspelt, or that of a section which need not be there, less a word. */
export function misspeltTitle(report: Report, section: Section): Finding | undefined {
  if (section.kind !== undefined) return nearTitle(report, section);
  return report.framework.openAreas ? undefined : shortenedTitle(report, section);
}

/** A section is there, but its title is not quite its own. */
function nearTitle({ document: { source }, judgements }: Report, section: Section): Finding | undefined {
  const { titleSpan: place, title, meant, index, kind } = section;
  if (meant === undefined) return undefined;
  // That an area’s name is misspelt where it is graded is told there.
  if (judgements.some(own => own.section === index && own.carrier === 'heading' && own.areaMatch === 'near'))
    return undefined;
  // *Area(s) for improvement* leaves open how many there are.
  if (/\(s\)/i.test(title) && titleKey(title.replace(/\(s\)/gi, 's')) === titleKey(meant)) return undefined;
  const colon = title.lastIndexOf(':');
  const to = meant.includes(':') || colon < 0 ? place.to : place.from + colon;
  const fix = changeTo({ from: place.from, to }, meant);
  return {
    ...place,
    severity: kind?.required === true ? undefined : 'warning',
    message: `“${title}” is no section’s title. Is “${meant}” meant?`,
    fixes: source.slice(place.from, place.to) === title ? [fix] : [],
  };
}

/** A section that need not be there, in whose title one word is missing. */
function shortenedTitle({ framework, sections }: Report, section: Section): Finding | undefined {
  const key = titleKey(section.title);
  const own = key.split(' ');
  if (own.length < fewestWords) return undefined;
  for (const { known, words, meant } of longTitles(framework)) {
    const longer = known.length - key.length;
    // (Most titles are another by their ends.)
    if (longer < 2 || longer > longestWord || !(known.startsWith(own[0] ?? '') || known.endsWith(own.at(-1) ?? '')))
      continue;
    if (!isOneWordLonger(words, own) || sections.some(other => titleKey(other.title) === known)) continue;
    const place = titleSpan(section);
    return {
      ...place,
      severity: 'warning',
      message: `“${section.title}” is no section’s title. Is “${meant}” meant?`,
      fixes: [changeTo(place, meant)],
    };
  }
  return undefined;
}

interface LongTitle {
  /** As `titleKey` has it. */
  readonly known: string;
  readonly words: readonly string[];
  readonly meant: string;
}

const titles = new WeakMap<Framework, readonly LongTitle[]>();

/** The titles of sections that need not be there, long enough for one to lack a word. */
function longTitles(framework: Framework): readonly LongTitle[] {
  let known = titles.get(framework);
  if (known === undefined) {
    known = [...frameworkIndex(framework).kindsByTitle].flatMap(([known, kinds]) => {
      const words = known.split(' ');
      const meant = kinds.flatMap(({ titles }) => titles).find(title => titleKey(title) === known);
      const isLong = words.length > fewestWords && !kinds.some(({ required }) => required);
      return isLong && meant !== undefined ? [{ known, words, meant }] : [];
    });
    titles.set(framework, known);
  }
  return known;
}

function isOneWordLonger(words: readonly string[], own: readonly string[]): boolean {
  if (words.length !== own.length + 1) return false;
  const at = words.findIndex((word, i) => word !== own[i]);
  return words.slice(at + 1).join(' ') === own.slice(at).join(' ');
}

const fewestWords = 4;
/** With the blank beside it. */
const longestWord = 16;
