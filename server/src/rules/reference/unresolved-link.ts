import { blocksWith } from '../../model/blocksWith.ts';
import { MarkSearch } from '../../model/markSearch.ts';
import { type LinkTarget, linkTarget, type Reference } from '../../model/reference.ts';
import type { Report } from '../../model/report.ts';
import { blockText } from '../../syntax/document.ts';
import { matchAt } from '../../text/matchAt.ts';
import { isWithin } from '../../text/text.ts';
import { certainFixWith, changeTo, fixWith } from '../fixWith.ts';
import { nearestNames } from '../nearestNames.ts';
import type { Context, Finding, Fix, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { otherTargets, ownIds, ownTargets, type Targets } from './links/linkTargets.ts';
import { bracketsBehindPictures, mistypedLinks, picturesOfNothing } from './links/mistypedLinks.ts';

/**
 * A link leads to a heading, a paragraph or a report that is not there. A reader who follows it lands nowhere. Headings
 * have the name that is written after them in braces: `## Summary {#summary}`.
 *
 * ```inspectmark,expect
 * ## Executive summary {#summary}
 *
 * More is said [in the findings](#summery).
 *                                ^^^^^^^^ No heading has the name “summery”. The nearest is “summary”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary {#summary}
 *
 * More is said [in the findings](#summary).
 * ```
 *
 * Links to numbers, and into other reports:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. See [the next paragraph](#paragraph-2).
 *                             ^^^^^^^^^^^^ There is no paragraph 2 in this report.
 *
 * See [the last report](earlier.inspection#paragraph-9), [another](later.inspection).
 *                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no paragraph 9 in “earlier.inspection”.
 *                                                                  ^^^^^^^^^^^^^^^^ There is no report “later.inspection”.
 * --- earlier.inspection
 * ## Inspection findings
 *
 * 1. Early help is late.
 * ```
 *
 * A link without its closing bracket leads nowhere either:
 *
 * ```inspectmark,expect
 * ## Executive summary {#summary}
 *
 * More is said [above](#summary, and later.
 *                      ^^^^^^^^ This link is not closed, so it is printed as it stands.
 * ```
 *
 * So is one with other brackets, or with a blank between them; and the earlier report in the details must be there:
 *
 * ```inspectmark,expect
 * ---
 * previous: nowhere.inspection
 *           ^^^^^^^^^^^^^^^^^^ There is no report “nowhere.inspection”, so no earlier grade can be compared.
 * ---
 *
 * ## Executive summary {#summary}
 *
 * More is said [above] (#summary), (there)[#summary] and [here(#summary).
 *                      ^^^^^^^^^^ This is not read as a link
 *                                         ^^^^^^^^^^ This is not read as a link
 *                                                             ^^^^^^^^^^ This is not read as a link
 * See ![the chart]chart.png).
 *     ^^^^^^^^^^^^ This is not read as a picture
 * --- earlier.inspection
 * ```
 *
 * Nor is a link of another markup, or an address with a blank in it:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * More is said in [[the findings]] and [here][1], and on https:// www.gov.uk/ofsted.
 *                 ^^^^^^^^^^^^^^^^ This is not read as a link
 *                                           ^^^^ This is not read as a link
 *                                                             ^^^^ This is not read as a link
 * ```
 *
 * Addresses on the web, and files that are no reports, are not looked up:
 *
 * ```inspectmark
 * ## Executive summary {#summary}
 *
 * See [the website](https://example.org/), [a table](annex.pdf) and [above](#summary).
 * ```
 */
export const unresolvedLink: Rule = {
  id: 'unresolved-link',
  group: 'reference',
  kind: 'fault',
  severity: 'error',
  summary: 'A link leads to something that is not there',
  fixable: true,
  readsWords: whereStands(mayLink),
  *check({ report, linked }) {
    const known = new Map<string, Targets | undefined>();
    let found = 0;
    for (const reference of report.references) {
      if (reference.kind !== 'link') continue;
      const target = linkTarget(reference.targets[0] ?? '');
      const { path, external } = target;
      const odd = external ? oddAddress(reference) : undefined;
      if (odd !== undefined) yield odd;
      const own = withoutSign(reference, target, report);
      if (own !== undefined) {
        yield own;
        continue;
      }
      // Where no other report can be looked up nothing is said of one.
      if (external || (path !== '' && linked === undefined)) continue;
      if (!known.has(path)) known.set(path, path === '' ? ownTargets(report) : otherTargets(linked?.(path)));
      const targets = known.get(path);
      const finding =
        targets === undefined
          ? {
              ...targetSpan(reference),
              message: `There is no report “${path}”. Has it been moved or renamed?`,
            }
          : unresolved(report, reference, target, targets, found < mostLookups);
      if (finding === undefined) continue;
      found++;
      yield finding;
    }
    yield* unclosedLinks(report);
    yield* mistypedLinks(report);
    yield* picturesOfNothing(report);
    yield* bracketsBehindPictures(report);
    yield* earlierReport(report, linked);
  },
};

/** (All that is looked for in words has a bracket or stands after one, but for slips of addresses.) */
function mayLink({ document }: Report, index: number): boolean {
  return /[[\]]|\/\/|www\. /.test(blockText(document, index));
}

/** The earlier report that the details name. */
function* earlierReport({ metadata: { previous, entries } }: Report, linked: Context['linked']): Iterable<Finding> {
  const entry = previous === undefined ? undefined : entries.find(({ key }) => key === 'previous');
  if (previous === undefined || entry === undefined || linked === undefined || linked(previous) !== undefined) return;
  yield {
    ...entry.valueSpan,
    severity: 'warning',
    message: `There is no report “${previous}”, so no earlier grade can be compared. Has it been moved or renamed?`,
  };
}

const middle = new MarkSearch(']', (text, at) => (text.charAt(at + 1) === '(' ? at : -1));
/** The words of a link that `opening` reads are not longer. */
const longestWords = 200;
const opening =
  /\[(?:[^[\]\r\n]|\r?\n(?!\s)|\r?\n[ \t]{1,8}(?=\S)){1,200}\]\((#[\w-]+|[\w./-]+\.inspection(?:#[\w-]+)?|https?:\/\/[^\s(),]+)(?![^\s(),]*\))/y;

/** What opens as a link does, and has no bracket after where it leads. */
function* unclosedLinks({ document }: Report): Iterable<Finding> {
  const { source } = document;
  for (const { block, start, places } of blocksWith(document, middle)) {
    if (block.kind === 'comment' || block.kind === 'frontMatter') continue;
    for (const at of places) {
      const before = source.slice(Math.max(0, at - longestWords - 1), at).lastIndexOf('[');
      if (before < 0) continue;
      const match = matchAt(opening, source, Math.max(0, at - longestWords - 1) + before);
      const [whole = '', target = ''] = match ?? [];
      if (match === null || match.index + whole.length <= at) continue;
      const place = at - start;
      if (isWithin(block.inlines.comments, place)) continue;
      const to = match.index + whole.length;
      yield {
        from: to - target.length,
        to,
        message: 'This link is not closed, so it is printed as it stands. Write “)” after where it leads.',
        fixes: [fixWith('Close the link', { from: to, to }, ')')],
      };
    }
  }
}

function unresolved(
  report: Report,
  reference: Reference,
  { path, id, number }: LinkTarget,
  targets: Targets,
  looksForNear: boolean,
): Finding | undefined {
  const span = targetSpan(reference);
  const where = path === '' ? 'in this report' : `in “${path}”`;
  if (number !== undefined) {
    if (targets.has(number.kind, number.number)) return undefined;
    return { ...span, message: `There is no ${number.kind} ${number.number} ${where}. Say which is meant.` };
  }
  if (id === '') {
    if (path !== '') return undefined;
    return { ...span, message: 'This link leads nowhere: its brackets are empty. Say where it leads, or take it out.' };
  }
  if (targets.ids.has(id)) return undefined;
  const [near] = looksForNear ? nearestNames(id, [...targets.ids], own => [own]) : [];
  const advice =
    near === undefined ? `Write it after the heading that is meant: {#${id}}.` : `The nearest is “${near.name}”.`;
  return {
    ...span,
    message: `No heading${path === '' ? '' : ` ${where}`} has the name “${id}”. ${advice}`,
    fixes: near === undefined ? [] : changeId(report, span.to, id, near.name),
  };
}

/** After so many broken links the nearest name is no longer looked for: it would take too long. */
const mostLookups = 50;

function changeId({ document: { source } }: Report, to: number, id: string, text: string): Fix[] {
  const from = to - id.length;
  if (source.slice(from, to) !== id) return [];
  return [changeTo({ from, to }, text)];
}

/** What browsers and mail programs open. */
const schemes = /^(?:https?|mailto|tel|ftp):/i;

/** Where a link leads that nobody can open: a misspelt scheme, a program, or a file on the author's own computer. */
function oddAddress(reference: Reference): Finding | undefined {
  const [target = ''] = reference.targets;
  if (/^["'‘“<]/.test(target) || /^(?:mailto:|https?:\/{0,3}(?:www\.?)?)$/i.test(target))
    return {
      ...targetSpan(reference),
      message: 'This is no place that a link can lead to. Write “#name”, a report or a page, without other marks.',
    };
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(target) ?? [];
  if (scheme === '' || schemes.test(target) || /^htt?s?$/i.test(scheme)) return undefined;
  const span = targetSpan(reference);
  if (scheme.length === 1 || /^file$/i.test(scheme))
    return {
      ...span,
      message: 'This leads to a file on one computer, where no reader has it. Say where it is published.',
    };
  return { ...span, message: `“${scheme}:” begins no address that a reader can open. Write it as “https://…”.` };
}

/** What leads to a heading of the report itself by its name, and is read as another report’s for want of the sign. */
function withoutSign(reference: Reference, { path, id }: LinkTarget, report: Report): Finding | undefined {
  const name = path.replace(/^＃/, '');
  if (name === '' || id !== '' || !ownIds(report).has(name)) return undefined;
  const span = targetSpan(reference);
  return {
    ...span,
    message: `This is read as the name of another report, and “${name}” is a heading of this one. Write “#${name}”.`,
    fixes: [
      certainFixWith(`Change to “#${name}”`, { from: span.from, to: span.from + path.length - name.length }, '#'),
    ],
  };
}

/** A link's target, which ends before the link's closing bracket. */
function targetSpan({ to, targets }: Reference) {
  return { from: to - 1 - (targets[0] ?? '').length, to: to - 1 };
}
