import { strandedMembers } from '../model/numbering/strandedMembers.ts';
import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import { Spans } from '../text/spans.ts';
import type { Span } from '../text/text.ts';
import type { CheckedFinding } from './check.ts';

const faults = new Set([
  'missing-section',
  'heading-level',
  'heading-form',
  'missing-title',
  'tag-position',
  'number-gap',
]);
/** Those that tell of a heading only where they stand in one: a finding that has its marks. */
const ofOthersToo = new Set(['tag-position', 'number-gap']);

/** What text is told to lack or to hold that stands under a heading which is not read. */
const ofText = new Set(['missing-number', 'other-provider']);

/**
 * The findings less those that follow from a heading which is not read as one: the text under it is taken for the section’s
 * above, and that section, or the area around, lacks the part that it opens.
 */
export function withoutHeadingConsequences(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  const all = withoutFalseRecommendations(
    withoutStrandedNumbers(withoutStrandedConsequences(withoutNumbersConsequences(findings, report), report), report),
    report,
  );
  const causes = all.filter(({ rule, severity }) => faults.has(rule) && isFault(severity));
  if (causes.length === 0 && !all.some(({ rule }) => rule === 'empty-section')) return all;
  const headings = new Headings(report);
  const texts: Span[] = [];
  const titled: Span[] = [];
  const parts: Span[] = [];
  const untitled: Span[] = [];
  const lost: Span[] = [];
  const areas: Span[] = [];
  for (const { rule, from, severity } of causes) {
    const own = headings.at(from);
    const isInHeading = own !== undefined && from <= own.heading.to;
    if (ofOthersToo.has(rule) && !isInHeading) continue;
    if (!isInHeading || rule === 'heading-form') parts.push({ from, to: headings.around(from).to });
    if (isInHeading) titled.push({ from: own.heading.to, to: headings.end(from) });
    if (!isInHeading || rule === 'heading-form') texts.push({ from, to: headings.end(from) });
    if (!isInHeading && rule === 'missing-section') lost.push({ from, to: headings.around(from).to });
    if (rule === 'missing-title') untitled.push({ from, to: headings.end(from) });
    if (rule !== 'missing-section' || severity === 'error') areas.push(headings.around(from));
  }
  const under = new Spans(texts);
  const underTitle = new Spans(titled);
  const inPart = new Spans(parts);
  const formed = new Set(all.flatMap(({ rule, from }) => (tellsOfHeading.has(rule) ? (headings.at(from) ?? []) : [])));
  const underNone = new Spans(untitled);
  const inArea = new Spans(areas);
  const ofLost = new Spans(lost);
  const twins = findings.filter(({ rule }) => rule === 'duplicate-section').map(({ from }) => headings.at(from));
  const doubled = new Set(twins.map(own => own?.title));
  const isOneLost = causes.some(({ rule, severity }) => rule === 'missing-section' && severity === 'error');
  const underTwin = new Spans(isOneLost ? twins.flatMap(own => own ?? []) : []);
  const glued = new Spans(
    causes
      .filter(({ rule, from }) => rule === 'heading-form' && (headings.at(from)?.heading.to ?? 0) < from)
      .map(({ from }) => headings.around(from)),
  );
  const atLevels = new Set(
    all.filter(({ rule }) => rule === 'heading-level').flatMap(own => headings.at(own.from) ?? []),
  );
  return all.filter(({ rule, severity, from, to }) => {
    const place = { from, to: from };
    // What stands first under a heading at another level than its own is where it belongs when that is.
    if (rule === 'heading-level' && isFirstUnder(report, headings.at(from), atLevels)) return false;
    // So it is below one that is not read as a heading.
    const own = rule === 'heading-level' || rule === 'empty-section' ? headings.at(from) : undefined;
    if (rule === 'heading-level' && own?.heading.from === from && under.hold({ from: from - 2, to: from - 2 }))
      return false;
    // What stands under a heading may be told to be none.
    const next = rule === 'empty-section' ? report.sections[(own?.index ?? 0) + 1] : undefined;
    if (next !== undefined && formed.has(next)) return false;
    // The words between a heading and its judgement line are told to be the heading’s, or none.
    if (rule === 'judgement-place' && (under.hold(place) || underTitle.hold(place))) return false;
    if (rule === 'tag-position' && inPart.hold(place) && isInRecommendation(report, from)) return false;
    // With one section too many, its like stands beside the wrong one.
    if (rule === 'heading-level' && doubled.has(headings.at(from)?.title)) return false;
    // Where a section has another’s title, its grade is not that one’s.
    if (rule === 'judgement-mismatch' && underTwin.hold(place)) return false;
    if (rule === 'missing-judgement' && glued.hold(place)) return false;
    if (ofText.has(rule)) return !under.hold(place) || isMistypedNumber(rule, report.document.source.slice(from, to));
    // The parts of a section whose heading is not read stand in the one above, which has the same.
    if (rule === 'duplicate-section') return !ofLost.hold(place);
    if (rule === 'duplicate-judgement') return !underNone.hold(place);
    return rule !== 'missing-section' || severity !== 'warning' || !inArea.hold(place);
  });
}

/** Rules that may tell of a heading that it is none. */
const tellsOfHeading = new Set(['heading-form', 'number-gap', 'number-start', 'missing-number']);

/** Whether a heading stands right under one at whose level something is wrong, and no lower. */
function isFirstUnder({ sections }: Report, own: Section | undefined, told: ReadonlySet<Section>): boolean {
  const above = sections[(own?.index ?? 0) - 1];
  return own !== undefined && above !== undefined && told.has(above) && above.depth === own.depth;
}

/** Whether a place is in a recommendation: with the heading of the findings below them, they are taken for recommendations. */
function isInRecommendation({ recommendations }: Report, at: number): boolean {
  return recommendations.some(({ from, to }) => from <= at && at < to);
}

/** Whether a number is there and only not read, whatever the heading above it is: what has none is told by its first words. */
function isMistypedNumber(rule: string, written: string): boolean {
  return rule === 'missing-number' && written.length <= longestNumber && !/\p{L}{2}.*\p{L}{2}/su.test(written);
}

const longestNumber = 20;

const ofSections = new Set(['empty-section', 'section-order', 'duplicate-section']);
const ofNumbers = new Set(['number-gap', 'number-order', 'number-repeated']);

/**
 * The findings less those that a break in the numbers tells already: that a section is empty whose paragraphs are missing
 * from the numbers, and that one stands elsewhere, or a second time, whose numbers do.
 */
function withoutNumbersConsequences(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  if (!findings.some(({ rule }) => ofSections.has(rule))) return findings;
  const breaks = findings.filter(({ rule }) => ofNumbers.has(rule)).map(({ from }) => from);
  if (breaks.length === 0) return findings;
  const numbered = report.paragraphs.filter(({ series }) => series !== undefined);
  const isBreakAfter = (offset: number): boolean => {
    const next = numbered.find(({ to }) => to > offset);
    return next !== undefined && breaks.some(from => (next.from <= from || from > offset) && from <= next.to);
  };
  return findings.filter(({ rule, to }) => !ofSections.has(rule) || !isBreakAfter(to));
}

const ofTargets = new Set(['unresolved-tag', 'unresolved-reference']);

/** The findings less what leads to a paragraph that is told to stand outside its section, and so is none of the series. */
function withoutStrandedConsequences(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  const { paragraphs, document } = report;
  if (!findings.some(({ rule }) => ofTargets.has(rule))) return findings;
  const starts = new Set(
    findings.filter(({ rule }) => rule === 'number-start' || rule === 'number-gap').map(({ from }) => from),
  );
  if (starts.size === 0) return findings;
  const stranded = new Set([
    ...strandedMembers(report).flatMap(({ number }) => number ?? []),
    ...paragraphs.flatMap(({ series, number, numberSpan }) =>
      series === undefined && number !== undefined && starts.has(numberSpan?.from ?? -1) ? number : [],
    ),
  ]);
  if (stranded.size === 0) return findings;
  return findings.filter(
    ({ rule, from, to }) => !ofTargets.has(rule) || !stranded.has(document.source.slice(from, to)),
  );
}

/** What may be told of a heading that is not read as the one that it is. */
const ofHeadings = new Set(['heading-form', 'heading-level', 'missing-section', 'missing-judgement', 'unknown-area']);

/** The findings less those of a number that it stands outside its section, where the heading above it is told not to be read. */
function withoutStrandedNumbers(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  if (!findings.some(({ rule }) => rule === 'number-gap')) return findings;
  const outside = [...strandedMembers(report), ...report.paragraphs.filter(({ series }) => series === undefined)];
  const numbers = new Set(outside.flatMap(({ numberSpan }) => numberSpan?.from ?? []));
  if (!findings.some(({ rule, from }) => rule === 'number-gap' && numbers.has(from))) return findings;
  const headings = new Headings(report);
  const told = new Set(
    findings.flatMap(({ rule, from, severity }) => {
      const own = ofHeadings.has(rule) && isFault(severity) ? headings.at(from) : undefined;
      return own !== undefined && from <= own.heading.to ? own : [];
    }),
  );
  return findings.filter(
    ({ rule, from }) => rule !== 'number-gap' || !numbers.has(from) || !told.has(headings.at(from) as Section),
  );
}

/** What is told of recommendations, and of tags that stand in them. */
const ofRecommendations = new Set([
  'untagged-recommendation',
  'tag-position',
  'recommendation-form',
  'recommendation-limb',
  'duplicate-recommendation',
]);

/**
 * The findings less those of recommendations under a grade that stands among them: it shows that the heading above it is not
 * read, and that what stands below it are findings.
 */
function withoutFalseRecommendations(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  const lines = findings.filter(({ rule }) => rule === 'judgement-place');
  if (lines.length === 0) return findings;
  const headings = new Headings(report);
  const under = new Spans(
    lines.flatMap(({ from }) => {
      const own = headings.at(from);
      return own?.role === 'recommendations' && from > own.heading.to ? { from, to: headings.end(from) } : [];
    }),
  );
  return findings.filter(({ rule, from }) => !ofRecommendations.has(rule) || !under.hold({ from, to: from }));
}

function isFault(severity: CheckedFinding['severity']): boolean {
  return severity === 'error' || severity === 'warning';
}

/** The headings of a report, to be found by a place. */
class Headings {
  readonly #sections: readonly Section[];
  readonly #main: readonly Section[];
  readonly #length: number;

  constructor({ sections, document }: Report) {
    this.#sections = sections;
    this.#main = sections.filter(({ level }) => level <= mainLevel);
    this.#length = document.source.length;
  }

  /** The last that begins at an offset or before it. */
  at(offset: number): Section | undefined {
    return this.#sections[countTo(this.#sections, offset) - 1];
  }

  /** Where the text under a place ends: before the next heading. */
  end(offset: number): number {
    return (this.#sections[countTo(this.#sections, offset)]?.from ?? this.#length) - 1;
  }

  /** From the main heading before a place, be it in one itself or not, to the next one. */
  around(offset: number): Span {
    const next = countTo(this.#main, offset);
    const own = this.#main[next - 1];
    const isInHeading = own !== undefined && offset <= own.heading.to;
    const first = this.#main[isInHeading ? next - 2 : next - 1];
    return { from: first?.from ?? 0, to: (this.#main[next]?.from ?? this.#length) - 1 };
  }
}

/** Headings down to this level part a report; those below part its sections. */
const mainLevel = 2;

/** How many of these sections begin at an offset or before it. */
function countTo(sections: readonly Section[], offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.from ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
