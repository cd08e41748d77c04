import { months } from '../../model/dateInWords.ts';
import { MarkSearch, placesAtMarks } from '../../model/markSearch.ts';
import type { Report } from '../../model/report.ts';
import type { Prose } from '../../model/words/prose.ts';
import { wordId } from '../../model/words/proseReading.ts';
import { gapAfter, idAt, startsWithDigit, wordAt } from '../../model/words/proseWords.ts';
import { endOfWord, startOfWord } from '../../model/words/wordColumns.ts';
import { type MarkedBlock, markedBlocks, monthWords, shortMonthWords } from '../../model/words/wordMarks.ts';
import { isCommented } from '../../syntax/document.ts';
import { matchAt } from '../../text/matchAt.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import { moreLikeIt } from '../messages/moreLikeIt.ts';
import type { Edit, Finding, Rule } from '../rule.ts';

/**
 * Dates are written in another way than the house style has them: *6 November 2017*, *2016–17* with an en dash. All places
 * where a report does otherwise in one way are one finding.
 *
 * ```inspectmark,expect {"form":"6 November 2017"}
 * ## Inspection findings
 *
 * 9. The panel first met on 6th November 2016, and again on May 3, 2017 and 9 Oct 2017.
 *                           ^^^^^^^^^^^^ Write “6 November” in place of “6th November”.
 *                                                           ^^^^^^^^^^^ Write “3 May 2017” in place of “May 3, 2017”.
 *                                                                           ^^^^^ Write “9 October” in place of “9 Oct”.
 *
 * 10. Exclusions rose in 2016-17, as was found on 12/09/2017.
 *                        ^^^^^^^ Write “2016–17” in place of “2016-17”.
 *                                                 ^^^^^^^^^^ Write the month of “12/09/2017” in words: which is it?
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. The panel first met on 6 November 2016, and again on 3 May 2017 and 9 October 2017.
 *
 * 10. Exclusions rose in 2016–17, as was found on 12/09/2017.
 * ```
 *
 * ```inspectmark {"form":"6 November 2017"}
 * ## Inspection findings
 *
 * 9. Between 6–30 November 2017 and in March 20 children were seen, one on an 18th birthday in May.
 * ```
 *
 * The framework says which form is the house’s, or your `inspectmark.json` does. Where nobody does, a report’s own habit
 * counts: what it writes here and there against a form that it mostly uses.
 *
 * ```json
 * { "rules": { "date-style": ["hint", { "form": "6 November 2017" }] } }
 * ```
 *
 * Source: Guide to Ofsted’s house style (2018), *Days and dates* and *Dashes*, as its published reports practise it.
 */
export const dateStyle: Rule = {
  id: 'date-style',
  group: 'style',
  kind: 'style',
  severity: 'hint',
  summary: 'Dates are not written in the house style',
  fixable: true,
  readsWords: true,
  options: { form: { type: 'string', description: 'a date as it is to be written: “6 November 2017”' } },
  *check({ report, options }) {
    const isHouseStyle = typeof options.form === 'string' && /^\d/.test(options.form);
    const places: Place[] = [...slashes(report), ...dots(report), ...lines(report)];
    let regular = 0;
    for (const marked of markedBlocks(report)) {
      for (const word of marked.marks.years) places.push(yearsPlace(marked, word));
      for (const word of marked.marks.watched) {
        const place = monthPlace(marked, word);
        if (place === 'regular') regular++;
        else if (place !== undefined) places.push(place);
      }
    }
    if (places.length === 0) return;
    places.sort((a, b) => a.from - b.from);
    for (const habit of habits) {
      const own = places.filter(place => place.habit === habit && !isCommented(report.document, place.from));
      if (isHouseStyle || (habit !== 'dash' && regular >= 3 * Math.max(1, own.length)))
        yield* findingOf(report, own, isHouseStyle);
    }
  },
};

/** Ways to write a date otherwise: *6th November*, *November 6, 2017*, *6 Nov*, *06/11/2017*, *2016-17*. */
const habits = ['ordinal', 'month first', 'short month', 'numbers', 'dash'] as const;

interface Place extends Edit {
  readonly habit: (typeof habits)[number];
}

const monthIds = [...monthWords.keys()];
const shortNames = [...shortMonthWords.keys()];
const ofShort = [0, 1, 2, 3, 5, 6, 7, 8, 8, 9, 10, 11];
const day = /^(?:0?[1-9]|[12]\d|3[01])$/;
const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/i;
const days = /^(\d{1,2})-(\d{1,2})$/;

/** The date of which a word is the month: where it is written otherwise, or that it is regular; nothing if it is in no date. */
function monthPlace({ prose, base }: MarkedBlock, word: number): Place | 'regular' | undefined {
  // Most months stand between a small word and a year.
  if (!startsWithDigit(prose, word - 1) && idAt(prose, word - 1) !== of && !isShortNumber(prose, word + 1))
    return undefined;
  const id = idAt(prose, word);
  const long = monthIds.indexOf(id);
  const short = long < 0 ? shortNames.indexOf(id) : -1;
  const name = months[long < 0 ? (ofShort[short] ?? -1) : long];
  if (name === undefined || !/^\p{Lu}/u.test(wordAt(prose, word))) return undefined;
  const { words } = prose;
  const from = (at: number): number => base + startOfWord(words, at);
  const to = (at: number): number => base + endOfWord(words, at);
  const isNear = (at: number): boolean => at > 0 && gapAfter(prose, at - 1).trim() === '';
  const before = isNear(word) ? wordAt(prose, word - 1) : '';
  const range = days.exec(before);
  if (range !== null)
    return { habit: 'dash', from: from(word - 1), to: to(word), text: `${range[1]}–${range[2]} ${name}` };
  const first = /^of$/i.test(before) && isNear(word - 1) ? word - 2 : word - 1;
  const numbered = before === '' ? undefined : ordinal.exec(wordAt(prose, first))?.[1];
  if (numbered !== undefined) return { habit: 'ordinal', from: from(first), to: to(word), text: `${numbered} ${name}` };
  if (day.test(before)) {
    if (short >= 0) return { habit: 'short month', from: from(word - 1), to: to(word), text: `${before} ${name}` };
    const isRange =
      word > 1 && /^ ?- ?$/.test(gapAfter(prose, word - 2)) && /^\d|^\p{Lu}/u.test(wordAt(prose, word - 2));
    if (!isRange) return 'regular';
    return { habit: 'dash', from: to(word - 2), to: from(word - 1), text: gapAfter(prose, word - 2).replace('-', '–') };
  }
  const next = isNear(word + 1) ? wordAt(prose, word + 1) : '';
  const number = day.test(next) ? next : ordinal.exec(next)?.[1];
  if (number === undefined || !/^,? $/.test(gapAfter(prose, word + 1))) return undefined;
  const year = wordAt(prose, word + 2);
  if (!/^(?:19|20)\d\d$/.test(year)) return undefined;
  return { habit: 'month first', from: from(word), to: to(word + 2), text: `${number} ${name} ${year}` };
}

const of = wordId('of');

/** Whether a word begins with a digit and is no year. */
function isShortNumber(prose: Prose, word: number): boolean {
  return startsWithDigit(prose, word) && !/^\d{4}$/.test(wordAt(prose, word));
}

function yearsPlace({ prose, base }: MarkedBlock, word: number): Place {
  const from = base + startOfWord(prose.words, word);
  const written = wordAt(prose, word);
  return { habit: 'dash', from, to: from + written.length, text: written.replace('-', '–') };
}

const inNumbers = /(?<![\d/])\d{1,2}\/\d{1,2}\/(?:\d{4}|\d\d)(?![\d/])/y;

function* slashes({ document: { source } }: Report): Generator<Place> {
  for (let at = source.indexOf('/'); at >= 0; at = source.indexOf('/', at + 1)) {
    for (const from of [at - 2, at - 1]) {
      const written = from < 0 ? null : matchAt(inNumbers, source, Math.max(0, from));
      if (written === null) continue;
      yield { habit: 'numbers', from, to: from + written[0].length, text: '' };
      at = from + written[0].length - 1;
      break;
    }
  }
}

const inDots = /(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\d.]\d)/y;

/** *6.11.2017*: where its year stands, after its second full stop. */
const yearsAfterDots = new MarkSearch('.', (text, at) =>
  text.startsWith('20', at + 1) || text.startsWith('19', at + 1) ? at : -1,
);

function* dots({ document }: Report): Generator<Place> {
  for (const at of placesAtMarks(document, yearsAfterDots)) {
    for (let from = Math.max(0, at - 5); from <= at - 3; from++) {
      const written = matchAt(inDots, document.source, from)?.[0];
      if (written === undefined) continue;
      yield { habit: 'numbers', from, to: from + written.length, text: '' };
      break;
    }
  }
}

/** A line for drawing boxes that stands for a dash: some extractors leave it so. */
function* lines({ document: { source } }: Report): Generator<Place> {
  for (let at = source.indexOf('─'); at >= 0; at = source.indexOf('─', at + 1)) {
    const from = at - 4;
    const written = /^(?:19|20)\d\d─(?:\d{4}|\d\d)(?!\d)/.exec(source.slice(Math.max(0, from), at + 6))?.[0];
    if (written !== undefined)
      yield { habit: 'dash', from, to: from + written.length, text: written.replace('─', '–') };
  }
}

function* findingOf({ document: { source } }: Report, places: readonly Place[], certain: boolean): Generator<Finding> {
  const [first, ...others] = places;
  if (first === undefined) return;
  const written = ({ from, to }: Place): string => singleSpaced(source.slice(from, to));
  const also = moreLikeIt(others);
  yield {
    from: first.from,
    to: first.to,
    message:
      first.habit === 'numbers'
        ? `Write the month of “${written(first)}” in words: which is it?${also}`
        : `Write “${first.text}” in place of “${written(first)}”${also}.`,
    related: others.map(place => ({ from: place.from, to: place.to, message: `“${written(place)}” here.` })),
    fixes:
      first.habit === 'numbers'
        ? []
        : [
            {
              title: others.length === 0 ? `Write “${first.text}”` : 'Write all so',
              edits: places.map(({ from, to, text }) => ({ from, to, text })),
              certain,
            },
          ],
  };
}
