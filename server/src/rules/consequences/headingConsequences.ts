import type { Report } from '../../model/report.ts';
import type { Span } from '../../text/text.ts';
import type { CheckedFinding } from '../checking/check.ts';
import { mayTellOfHeading, UnreadHeadings } from './unreadHeadings.ts';

/** What may follow from a heading that is not read as one: a finding of one of these rules, where the test says so. */
interface Consequence {
  readonly of: readonly string[];
  readonly follows: (finding: CheckedFinding, unread: UnreadHeadings) => boolean;
}

/** To leave out what follows in one more way, add an entry, and to its test the reason why it follows. */
const consequences: readonly Consequence[] = [
  { of: ['heading-level'], follows: isFirstUnderMisplaced },
  { of: ['heading-level'], follows: isRightUnderText },
  { of: ['heading-level'], follows: hasTwin },
  { of: ['empty-section'], follows: isAboveNone },
  { of: ['judgement-place'], follows: isUnderHeading },
  { of: ['judgement-mismatch'], follows: isOfTwin },
  { of: ['missing-judgement'], follows: isGlued },
  { of: ['duplicate-judgement', 'judgement-mismatch'], follows: isUnderUntitled },
  { of: ['missing-section'], follows: isBesideUntitled },
  { of: ['missing-section'], follows: hasTag },
  { of: ['unresolved-link'], follows: isNamedInText },
  { of: ['duplicate-section'], follows: isOfMissing },
  { of: ['missing-section'], follows: isPartOfArea },
  { of: ['tag-position', 'untagged-recommendation'], follows: isInFalseRecommendation },
  { of: ['tag-position'], follows: isAboveText },
  { of: ['unresolved-reference'], follows: isOfFalseRecommendation },
  { of: ['missing-number'], follows: hasNoNumber },
  { of: ['other-provider'], follows: isInText },
];

const byRule = new Map<string, Consequence['follows'][]>();
for (const { of, follows } of consequences)
  for (const rule of of) byRule.set(rule, [...(byRule.get(rule) ?? []), follows]);

/**
 * The findings less those that follow from a heading which is not read as one: the text under it is taken for the section’s
 * above, and that section, or the area around, lacks the part that it opens.
 *
 * @param told the same findings with those that follow from something else
 */
export function withoutHeadingConsequences(
  findings: CheckedFinding[],
  told: readonly CheckedFinding[],
  report: Report,
): CheckedFinding[] {
  if (!findings.some(own => mayTellOfHeading(own, report) || own.rule === 'empty-section')) return findings;
  const twins = told.filter(({ rule }) => rule === 'duplicate-section');
  const unread = new UnreadHeadings(findings, twins, report);
  return findings.filter(own => !byRule.get(own.rule)?.some(follows => follows(own, unread)));
}

function start({ from }: CheckedFinding): Span {
  return { from, to: from };
}

/** What stands first under a heading at another level than its own, and no lower, is where it belongs when that is. */
function isFirstUnderMisplaced({ from }: CheckedFinding, { headings, misplaced }: UnreadHeadings): boolean {
  const own = headings.at(from);
  const above = headings.above(own);
  return own !== undefined && above !== undefined && misplaced.has(above) && above.depth === own.depth;
}

/** So is what stands right below a line that is not read as a heading. */
function isRightUnderText({ from }: CheckedFinding, { headings, text }: UnreadHeadings): boolean {
  return headings.at(from)?.heading.from === from && text.hold({ from: from - 2, to: from - 2 });
}

/** With one section too many, its like stands beside the wrong one. */
function hasTwin({ from }: CheckedFinding, { headings, twinTitles }: UnreadHeadings): boolean {
  const own = headings.at(from);
  return own !== undefined && twinTitles.has(own.title);
}

/** A section is not empty if the heading below it is none: what stands under that is its text. */
function isAboveNone({ from }: CheckedFinding, { headings, none }: UnreadHeadings): boolean {
  const next = headings.after(headings.at(from));
  return next !== undefined && none.has(next);
}

/** The words between a heading and its judgement line are told to be the heading’s, or none. */
function isUnderHeading(finding: CheckedFinding, { text, underRead }: UnreadHeadings): boolean {
  return text.hold(start(finding)) || underRead.hold(start(finding));
}

/** Where a section has another’s title, its grade is not that one’s. */
function isOfTwin(finding: CheckedFinding, { twins }: UnreadHeadings): boolean {
  return twins.hold(start(finding));
}

/** The judgement of a section whose heading has its text in one line is in that text. */
function isGlued(finding: CheckedFinding, { glued }: UnreadHeadings): boolean {
  return glued.hold(start(finding));
}

/** The title that is lost beside it may be that of the missing section. */
function isBesideUntitled({ from }: CheckedFinding, { headings, untitled }: UnreadHeadings): boolean {
  const own = headings.at(from);
  return [headings.above(own), own, headings.after(own)].some(each => each !== undefined && untitled.has(each));
}

/** A title with a tag behind it is none that the framework knows. */
function hasTag({ from }: CheckedFinding, { headings, tagged }: UnreadHeadings): boolean {
  const own = headings.in(from);
  return own !== undefined && tagged.has(own);
}

/** The name to which a link leads stands in the line that is not read as a heading. */
function isNamedInText({ from, to }: CheckedFinding, { source, namesInText }: UnreadHeadings): boolean {
  const [, name] = /#([\w-]{1,60})/.exec(source.slice(from, to)) ?? [];
  return name !== undefined && namesInText.has(name);
}

/** A judgement of an area that has another is that of the section whose title is lost. */
function isUnderUntitled(finding: CheckedFinding, { underUntitled }: UnreadHeadings): boolean {
  return underUntitled.hold(start(finding));
}

/** The parts of a section whose heading is not read stand in the one above, which has the same. */
function isOfMissing(finding: CheckedFinding, { restOfMissing }: UnreadHeadings): boolean {
  return restOfMissing.hold(start(finding));
}

/** An area lacks the part that the heading opens, or one that is now another area’s. */
function isPartOfArea(finding: CheckedFinding, { areas }: UnreadHeadings): boolean {
  return finding.severity === 'warning' && areas.hold(start(finding));
}

/** With the heading of the findings below them, these are taken for recommendations, which have no tags. */
function isInFalseRecommendation(finding: CheckedFinding, { rest, recommendations }: UnreadHeadings): boolean {
  return rest.hold(start(finding)) && recommendations.hold({ from: finding.from, to: finding.from + 1 });
}

/** A tag ends its paragraph if what stands below it is the heading that is read as text. */
function isAboveText({ from, to }: CheckedFinding, { headings, source, text }: UnreadHeadings): boolean {
  if (headings.in(from) !== undefined) return false;
  const below = source.slice(to, to + longestBlank).search(/\S/);
  return below > 0 && text.hold({ from: to + below, to: to + below });
}

const longestBlank = 40;

/** What refers to one of them as a finding does not find it among those. */
function isOfFalseRecommendation(
  { from, to }: CheckedFinding,
  { source, falseRecommendations }: UnreadHeadings,
): boolean {
  const [number = ''] = /\d+(?:\.\d+)?/.exec(source.slice(from, Math.min(to, from + longestNumber))) ?? [];
  return falseRecommendations.has(number);
}

/** Text under the heading need not be what the section above is: its paragraphs have no numbers, or it is about others. */
function isInText(finding: CheckedFinding, { text }: UnreadHeadings): boolean {
  return text.hold(start(finding));
}

/** A number that is there and only not read stays told, whatever the heading: what has none is told by its first words. */
function hasNoNumber(finding: CheckedFinding, unread: UnreadHeadings): boolean {
  if (!isInText(finding, unread)) return false;
  const written = unread.source.slice(finding.from, Math.min(finding.to, finding.from + longestNumber + 1));
  return written.length > longestNumber || /\p{L}{2}.*\p{L}{2}/su.test(written);
}

const longestNumber = 20;
