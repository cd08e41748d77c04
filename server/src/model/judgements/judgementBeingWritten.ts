import type { Area, Pattern } from '../framework.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import { mayFit, patternMatch } from '../pattern.ts';
import type { Report } from '../report.ts';
import { isLapsed } from '../requiredAreas.ts';
import { sectionOfBlock } from '../sectionOfBlock.ts';
import { titleKey } from '../titleKey.ts';
import { gradesOf } from './gradeWriting.ts';

/** Words that may be written for what has been begun, the likeliest first, and how many characters of them there are. */
export interface BegunWords {
  readonly typed: number;
  readonly words: readonly string[];
}

/** What stands where a grade is still to be filled in, behind a blank or a table’s bar. */
const toBeFilledIn = /(?<=[ \t|])(?:…|\.{3})$/;

/**
 * The grades, best first, where one is being written or filled in: on a judgement line, in the list of judgements or its
 * table, in a heading of an area, at the end of a heading that says the grade in a sentence.
 *
 * @param before what stands before the cursor in its line
 */
export function begunGrade(report: Report, block: number, before: string): BegunWords | undefined {
  const { index = before.length } = toBeFilledIn.exec(before) ?? {};
  const begun = begunWords(report, block, before.slice(0, index));
  return begun && { ...begun, typed: begun.typed + before.length - index };
}

function begunWords(report: Report, block: number, before: string): BegunWords | undefined {
  const { framework } = report;
  const colon = /^ ?([^:|]+):[ \t]+([\p{L} ]*)$/u.exec(before);
  const [, label = '', typed = ''] = colon ?? /^ ?\|((?:[^|\\]|\\.)+)\|[ \t]*([\p{L} ]*)$/u.exec(before) ?? [];
  if (label === '') return begunSentence(report, before);
  const isLine = colon !== null && /^(?:judge?ment|grade|rating)$/i.test(label);
  const name = titleKey(label.trim().replace(/^(?:#+|\d+(?:\.\d+)*\.?)[ \t]+/, ''));
  const named = frameworkIndex(framework).areaByName.get(name);
  if (!isLine && named === undefined) return undefined;
  const area = isLine ? sectionOfBlock(report, block)?.area : named?.id;
  return { typed: typed.length, words: [...gradesOf(framework, area)].reverse().map(({ label }) => label) };
}

/** The ends of a heading such as *Children’s services in Ely are …*, once its verb is begun. */
function begunSentence({ framework }: Report, before: string): BegunWords | undefined {
  const [, marks = '', sentence = ''] = /^ ?(#{1,6})[ \t]+(.*)$/.exec(before) ?? [];
  if (marks === '') return undefined;
  for (const pattern of marks === '#' ? framework.headlines : framework.statements) {
    const begun = mayFit(pattern, sentence, 0)
      ? begunEnd(framework.scale.map(phraseFor(pattern)), sentence)
      : undefined;
    if (begun === undefined) continue;
    const start = sentence.slice(0, sentence.length - begun.typed);
    if (begun.words.every(phrase => patternMatch(pattern, start + phrase) !== undefined))
      return { typed: begun.typed, words: [...begun.words].reverse() };
  }
  return undefined;
}

function phraseFor({ plural }: Pattern): (grade: Report['framework']['scale'][number]) => string {
  return ({ label, singular, plural: several }) => (plural ? several : singular)[0] ?? label;
}

/** With how many characters a sentence ends that begin one of some phrases, a word of them at least, and the phrases. */
function begunEnd(phrases: readonly string[], sentence: string): BegunWords | undefined {
  const longest = Math.max(0, ...phrases.map(({ length }) => length));
  for (let typed = Math.min(longest, sentence.length); typed > 0; typed--) {
    const end = sentence.slice(sentence.length - typed);
    const isWord = /^\S+\s/.test(end) && /\s$/.test(sentence.slice(0, sentence.length - typed));
    if (isWord && phrases.some(phrase => phrase.startsWith(end))) return { typed, words: phrases };
  }
  return undefined;
}

/** The beginning of an entry: the area’s number or a table’s row, and what there is of the area’s name. */
const entryBegun = /^ ?(?:(\d{1,2}(?:\.\d{1,2})?)\.?[ \t]+|(\|)[ \t]*|)(\p{L}[\p{L}, ]*)?$/u;

/**
 * The entries that the list of judgements lacks, where one is being written: `Adoption performance: ` after its number,
 * with its number on an empty line, as a cell in a table. On an empty line under the heading of an area without a grade its
 * judgement line.
 *
 * @param offset the cursor’s place
 * @param before what stands before it in its line
 */
export function begunEntry(report: Report, block: number, offset: number, before: string): BegunWords | undefined {
  const [found, number, row, typed = ''] = entryBegun.exec(before) ?? [];
  if (found === undefined || (number === undefined && row === undefined && before !== '')) return undefined;
  if (!isForEntries(report, block)) return before === '' ? lineUnderHeading(report, block) : undefined;
  const { framework, judgements, metadata } = report;
  const lineFrom = offset - before.length;
  const listed = new Set(
    judgements.flatMap(({ carrier, area, from }) =>
      carrier === 'entry' && (from < lineFrom || from > offset) ? (area ?? []) : [],
    ),
  );
  const words = framework.areas
    .filter(area => area.graded && area.expects.includes('entry') && !listed.has(area.id) && !isLapsed(area, metadata))
    .flatMap(area => entryWords(area, number, row !== undefined));
  // What goes on otherwise is a paragraph.
  if (!words.some(word => word.toLowerCase().startsWith(typed.toLowerCase()))) return undefined;
  return { typed: typed.length, words };
}

function entryWords({ number, title }: Area, written: string | undefined, isRow: boolean): string[] {
  if (isRow) return [`${title} | `];
  if (written !== undefined) return number === undefined || number === written ? [`${title}: `] : [];
  return number === undefined ? [] : [`${number}${number.includes('.') ? '' : '.'} ${title}: `];
}

function lineUnderHeading({ framework, sections, judgements }: Report, block: number): BegunWords | undefined {
  const section = sections.find(each => each.block === block);
  const area = frameworkIndex(framework).areaById.get(section?.ownArea ?? '');
  if (area?.graded !== true || !area.expects.includes('section')) return undefined;
  if (judgements.some(judgement => judgement.section === section?.index)) return undefined;
  const words = [...gradesOf(framework, area.id)].reverse().map(({ label }) => `Judgement: ${label}`);
  return { typed: 0, words };
}

/** Whether a block stands where entries of the list of judgements do: in a report’s opening, or in a section of judgements. */
function isForEntries(report: Report, block: number): boolean {
  const first = report.sections.find(({ role }) => role !== undefined);
  return first === undefined || block < first.block || sectionOfBlock(report, block)?.role === 'judgements';
}
