import {
  type Figure,
  type FiguredBlock,
  figuredBlocks,
  idAt,
  sentenceAt,
  wordAt,
} from '../../model/figures/figures.ts';
import type { Report } from '../../model/report.ts';
import { proseOf } from '../../model/words/prose.ts';
import { idSet, idsOf } from '../../model/words/wordIds.ts';
import { addToGroup } from '../../text/lists.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Related, Rule } from '../rule.ts';
import { listFinding } from './counts/announcedLists.ts';
import { gradedShares, groupFindings, partsFinding, sharesFinding } from './counts/countedAgain.ts';
import { countInWords } from './counts/countInWords.ts';

/**
 * A number announces so many things, and another number of them follows: *three areas* and two bullets, *six inspectors*
 * and five names. Something was taken out or added, and the number was forgotten.
 *
 * ```inspectmark,expect
 * The local authority should improve three areas:
 *                                    ^^^^^ Three areas are announced, and two follow.
 *
 * - the timeliness of assessments
 *
 * - the quality of plans.
 *
 * ## Information about this inspection
 *
 * The inspection team consisted of four of Her Majesty’s Inspectors (HMI) from Ofsted.
 *                                  ^^^^ The text says *four* inspectors, and three are named.
 *
 * ### The inspection team
 *
 * Lead inspector: Ann Ash
 *
 * Team inspectors: Bob Beech, Cy Cedar
 * ```
 *
 * Of names any plural is counted that has a colon after it:
 *
 * ```inspectmark,expect
 * Inspectors visited four hostels: Ash House, Elm House and Oak House.
 *                    ^^^^ Four hostels are announced, and three follow.
 * ```
 *
 * Or one that has a list of short items, or names after *in*:
 *
 * ```inspectmark,expect
 * The team brings together staff from five agencies: health, education, police and housing, and they share an office.
 *                                     ^^^^ Five agencies are announced, and four follow.
 *
 * Pupils choose from 27 courses, four of which are vocational: catering, childcare and farming.
 *                                ^^^^ Four are announced, and three follow.
 *
 * The unit has four offices, in Ashford, Elmstead and Oakham.
 *              ^^^^ Four offices are announced, and three follow.
 * ```
 *
 * The number may also be taken up again, by the next sentence or by parts that make it up:
 *
 * ```inspectmark,expect
 * The council runs three hostels. Both were judged to be good. It has four halls. Six were inspected.
 *                                 ^^^^ The sentence before speaks of *three* hostels, and this one of *both*.
 *                                                                                 ^^^ The sentence before speaks of *four* halls, and this one of *six*.
 *
 * Ten babies were placed early (five with adopters and four with foster carers).
 *                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ *five* and *four* add up to nine, not *ten*.
 * ```
 *
 * Or by parts after a colon, by years, and by two places:
 *
 * ```inspectmark,expect
 * There are 412 pupils: 58 in nursery, 128 in the infants’ and 236 in the juniors’ classes.
 *                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ *58*, *128* and *236* add up to 422, not *412*.
 *
 * There have been three focused visits, in 2019 and 2020. The college has three campuses, in Eastlow and in Brayford.
 *                 ^^^^^ Three focused visits are announced, and two years follow.
 *                                                                         ^^^^^ Three campuses are announced, and two follow.
 * ```
 *
 * Or in sums of money:
 *
 * ```inspectmark,expect
 * The council spent £9.5 million: £4.1 million on homes, £3.2 million on schools and £1.2 million on hostels.
 *                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ *4.1 million*, *3.2 million* and *1.2 million* add up to 8.5 million, not *9.5 million*.
 * ```
 *
 * Where something may be left out it is asked:
 *
 * ```inspectmark,expect
 * Of the 42 actions, 29 have been completed, ten are under way and four have not begun.
 *                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ *29*, *ten* and *four* add up to 43, not *42*.
 * ```
 *
 * Correct the number, or the list. That there is another number of recommendations is told once, however often it is said:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sif
 * ---
 *
 * We are making three recommendations.
 *               ^^^^^ The text says *three* recommendations, and there are two.
 *
 * We are making the following three recommendations to the council.
 *
 * ## Recommendations
 *
 * 1. Reduce caseloads.
 *
 * 2. Improve the timeliness of assessments.
 * ```
 *
 * So it is of key concerns:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * ---
 *
 * During this inspection we identified three key concerns, of which one should be treated as a priority.
 *                                      ^^^^^ The text says *three* key concerns, and there are two.
 *
 * ## Key concerns
 *
 * 1. Prisoners spent too long locked in their cells.
 *
 * 2. Too many cells were overcrowded.
 * ```
 *
 * A recommendation that is numbered so elsewhere is taken to be one:
 *
 * ```inspectmark
 * ---
 * framework: ofsted-sif
 * ---
 *
 * We are making three recommendations.
 *
 * ## Recommendations
 *
 * 1. Reduce caseloads.
 *
 * 2. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 3. The council should review its plans. (Recommendation 3)
 * ```
 *
 * ```inspectmark
 * Two priorities were agreed: the timeliness of assessments and the quality of plans.
 *
 * Staff praised three things:
 *
 * - supervision
 *
 * - training
 *
 *     - of new staff
 *
 * - workloads.
 *
 * In two of the following areas practice is good:
 *
 * - assessment
 *
 * - planning
 *
 * - review.
 * ```
 */
export const countMismatch: Rule = {
  id: 'count-mismatch',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'Another number of things follows than is announced',
  fixable: false,
  readsWords: true,
  unhurried: true,
  *check({ report }) {
    const said: Said[] = [];
    for (const block of figuredBlocks(report)) {
      for (const finding of groupFindings(block)) yield finding;
      for (const [i, figure] of block.figures.entries()) {
        if (figure.kind === 'money' || figure.kind === 'percentage') {
          const finding = figure.kind === 'money' ? partsFinding(block, i) : gradedShares(block, i);
          if (finding !== undefined) yield finding;
        }
        if (figure.kind !== 'count' || figure.decimals > 0) continue;
        const finding =
          listFinding(report, block, figure) ??
          partsFinding(block, i) ??
          sharesFinding(block, i) ??
          concernsFinding(report, block, figure);
        if (finding !== undefined) yield finding;
        else if (isOfRecommendations(report, block, figure)) said.push({ block, figure });
      }
    }
    yield* recommendationFindings(report, said);
    yield* teamFinding(report);
  },
};

const word = idsOf(
  'the',
  'following',
  'making',
  'make',
  'makes',
  'made',
  'have',
  'we',
  'recommendations',
  'key',
  'concerns',
);

/** A place that says how many recommendations there are. */
interface Said {
  readonly block: FiguredBlock;
  readonly figure: Figure;
}

/** *We are making the following 17 recommendations.* */
function isOfRecommendations(report: Report, { prose }: FiguredBlock, figure: Figure): boolean {
  if (idAt(prose, figure.last) !== word.recommendations || report.recommendations.length === 0) return false;
  let at = figure.first - 1;
  while (idAt(prose, at) === word.the || idAt(prose, at) === word.following) at--;
  const verb = idAt(prose, at);
  if (verb === word.making || verb === word.makes) return true;
  const before = idAt(prose, at - 1);
  return (verb === word.made && before === word.have) || (verb === word.make && before === word.we);
}

/** *We identified 12 key concerns* of the report’s own, which stand in sections that are called so. */
function concernsFinding(report: Report, block: FiguredBlock, figure: Figure): Finding | undefined {
  const { prose, dates } = block;
  const sentence = sentenceAt(prose, figure.first);
  if (
    sentence === undefined ||
    idAt(prose, figure.last) !== word.key ||
    idAt(prose, figure.last + 1) !== word.concerns ||
    !identifying.has(idAt(prose, figure.first - 1)) ||
    dates.some(({ first }) => first >= sentence.first && first < sentence.last)
  )
    return undefined;
  for (let at = sentence.first; at < figure.first; at++) if (earlier.has(idAt(prose, at))) return undefined;
  const list = report.recommendations.filter(({ section }) =>
    /concerns$/i.test(report.sections[section ?? -1]?.title ?? ''),
  );
  if (list.length < 2 || list.length === figure.value) return undefined;
  return {
    from: block.base + figure.from,
    to: block.base + figure.to,
    message: `The text says *${wordAt(prose, figure.first)}* key concerns, and there are ${countInWords(list.length)}. Correct the number or the list.`,
    related: list.map(({ from, to, number }) => ({ from, to, message: `Concern ${number ?? ''}.` })),
  };
}

const identifying = idSet('identified identify raised raise');
const earlier = idSet('last previous previously earlier');

/** A number that is not that of the recommendations, once: a report says in several places how many it makes. */
function* recommendationFindings({ recommendations, tags }: Report, said: readonly Said[]): Iterable<Finding> {
  const count = recommendations.length;
  const wrong = new Map<number, Said[]>();
  for (const own of said) {
    const { value } = own.figure;
    // *(Recommendation 17)* further on: the list goes on there, be it under another heading.
    const isNumbered = value > count && tags.some(({ numbers }) => numbers.includes(String(value)));
    if (value !== count && !isNumbered) addToGroup(wrong, value, own);
  }
  for (const [first, ...others] of wrong.values()) {
    if (first === undefined) continue;
    const again = others.map(own => ({ ...spanOf(own), message: 'Here too.' }));
    const list = recommendations.map(({ from, to, number }) => ({
      from,
      to,
      message: number === undefined ? 'A recommendation.' : `Recommendation ${number}.`,
    }));
    yield {
      ...spanOf(first),
      message: `The text says *${wordAt(first.block.prose, first.figure.first)}* recommendations, and there ${count === 1 ? 'is one' : `are ${countInWords(count)}`}. Correct the number or the list.`,
      related: [...again, ...list],
    };
  }
}

function spanOf({ block: { base }, figure: { from, to } }: Said): Span {
  return { from: base + from, to: base + to };
}

const inspectorsNamed = /^(?:[\w’' -]{0,40}\b)?(?:inspectors?|HMIs?)(?: \(\w+\))?:\s*/i;
const nobody = /^(?:none|n\/a|tbc)$/i;

/** The inspection team: so many are said to be in it, and so many are named. */
function* teamFinding(report: Report): Iterable<Finding> {
  const named = report.sections.some(({ role }) => role === 'team') ? inspectorsOf(report) : [];
  if (named.length === 0) return;
  const isTeam = ({ prose }: FiguredBlock, { first }: Figure) => {
    const sentence = sentenceAt(prose, first);
    return (
      sentence !== undefined &&
      /^the (?:inspection )?team (?:consisted|comprised|was made up)\b/i.test(
        prose.text.slice(sentence.from, sentence.from + 60),
      )
    );
  };
  for (const block of figuredBlocks(report)) {
    const figures = block.figures.filter(figure => figure.kind === 'count' && isTeam(block, figure));
    const [first] = figures;
    if (first === undefined) continue;
    const sentence = sentenceAt(block.prose, first.first);
    const singles =
      block.prose.text.slice(sentence?.from, sentence?.to).match(/\ban?\s(?=[\w\s]*inspector\b)/gi)?.length ?? 0;
    const said = figures.reduce((sum, { value }) => sum + value, singles);
    // Those who only look on are counted by some reports and not by others.
    const regular = named.filter(({ isShadow }) => !isShadow);
    if (said === named.length || said === regular.length) return;
    yield {
      from: block.base + first.from,
      to: block.base + first.to,
      message: `The text says *${countInWords(said)}* inspectors, and ${countInWords(named.length)} ${named.length === 1 ? 'is' : 'are'} named. Correct the number or the names.`,
      related: named,
    };
    return;
  }
}

/** An inspector named, and whether as one who only looks on. */
interface Named extends Related {
  readonly isShadow: boolean;
}

/** The inspectors named in the section of the team, after *Lead inspector:* and the like. */
function inspectorsOf(report: Report): Named[] {
  const names: Named[] = [];
  let isList = false;
  let isShadow = false;
  for (const { section, block, blockEnd } of report.paragraphs) {
    if (report.sections[section ?? -1]?.role !== 'team') continue;
    for (let index = block; index < blockEnd; index++) {
      const text = proseOf(report, index)?.text ?? '';
      const base = report.document.starts[index] ?? 0;
      const start = text.search(/[\p{L}\d]/u);
      const label = start < 0 ? undefined : inspectorsNamed.exec(text.slice(start));
      // Bullets may follow a label that stands alone.
      isList &&= report.document.blocks[index]?.kind === 'bullet';
      if (label == null && !isList) continue;
      if (label != null) isShadow = /^shadow/i.test(label[0]);
      const from = start + (label?.[0].length ?? 0);
      if (label != null && text.slice(from).trim() === '') isList = true;
      if (label != null && isList) continue;
      for (const match of text.slice(from).matchAll(/(?:(?!,|;|\sand\s|&)[\s\S])+/g)) {
        const name = match[0].trim().replace(/\.$/, '');
        if (!/\p{L}/u.test(name) || nobody.test(name)) continue;
        const at = base + from + match.index + match[0].search(/\S/);
        names.push({ from: at, to: at + name.length, message: `Number ${names.length + 1}.`, isShadow });
      }
    }
  }
  return names;
}
