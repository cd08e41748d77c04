import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { Spans } from '../../text/spans.ts';
import type { Span } from '../../text/text.ts';
import type { CheckedFinding } from '../checking/check.ts';
import { HeadingPlaces } from './headingPlaces.ts';
import { isFault } from './isFault.ts';

const ofHeadings = new Set(['missing-section', 'heading-level', 'heading-form', 'missing-title']);
/** Those that tell of a heading only where they stand in one: a finding that has its marks. */
const ofHeadingsToo = new Set(['tag-position', 'number-gap']);

/** Whether a finding may tell that a heading is not read, or is read as another; or that a line of text has a heading’s braces. */
export function mayTellOfHeading(finding: CheckedFinding, { document: { source } }: Report): boolean {
  const { rule, from } = finding;
  const hasBraces = rule === 'stray-mark' && source.charAt(from) === '{';
  return (ofHeadings.has(rule) || ofHeadingsToo.has(rule) || hasBraces) && isFault(finding);
}

/** Rules that may tell of a heading that it is none. */
const tellingOfNone = new Set(['heading-form', 'number-gap', 'number-start', 'missing-number']);

/** So much of a line is looked at for a heading’s name. */
const longestLine = 300;
const idInLine = /^[^\r\n{(]{0,280}[{(]#([\w-]{1,60})/;

/** A finding that tells of a heading, and the heading, if it stands in one rather than in text that should be one. */
interface Cause {
  readonly told: CheckedFinding;
  readonly heading: Section | undefined;
}

/** The headings that are told not to be read, or to be read as others, and what stands under them. */
export class UnreadHeadings {
  readonly headings: HeadingPlaces;
  readonly source: string;
  /** From text that should be a heading to the next heading: it is read as text of the section above. */
  readonly text: Spans;
  /** From a heading that is read, but not as what it is, to the next. */
  readonly underRead: Spans;
  /** From text that should be a heading to the end of the main section. */
  readonly rest: Spans;
  /** The same where a section is missing of which that is the title. */
  readonly restOfMissing: Spans;
  /** From a heading without a title to the next. */
  readonly underUntitled: Spans;
  /** The headings that are told to have a tag. */
  readonly tagged: ReadonlySet<Section>;
  /** The headings without a title. */
  readonly untitled: ReadonlySet<Section>;
  /** The names for links that stand in lines of text which should be headings. */
  readonly namesInText: ReadonlySet<string>;
  /** The main sections in which such a heading is, or which it ends. */
  readonly areas: Spans;
  /** The main sections of which the heading has other text in its line. */
  readonly glued: Spans;
  /** The sections that have another’s title, where that other is missing. */
  readonly twins: Spans;
  readonly recommendations: Spans;
  /** The numbers of what is read as recommendations since the heading above it is not read. */
  readonly falseRecommendations: ReadonlySet<string>;
  /** Of sections that stand there twice, the titles. */
  readonly twinTitles: ReadonlySet<string>;
  /** Headings that are told to be none. */
  readonly none: ReadonlySet<Section>;
  /** Headings at another level than their own. */
  readonly misplaced: ReadonlySet<Section>;

  /** @param twins what is told of sections that stand there twice, even where that follows from something else */
  constructor(findings: readonly CheckedFinding[], twins: readonly CheckedFinding[], report: Report) {
    const headings = new HeadingPlaces(report);
    const causes = findings
      .filter(own => mayTellOfHeading(own, report))
      .map((told): Cause => ({ told, heading: headings.in(told.from) }))
      .filter(({ told, heading }) => heading !== undefined || !ofHeadingsToo.has(told.rule));
    const places = (isMeant: (cause: Cause) => boolean, place: (from: number) => Span): Spans =>
      new Spans(causes.filter(isMeant).map(({ told }) => place(told.from)));
    const ofRule = (id: string) => (cause: Cause) => cause.told.rule === id;
    const [isForm, isMissing] = [ofRule('heading-form'), ofRule('missing-section')];
    const isText = (cause: Cause) => cause.heading === undefined;
    const toNext = (from: number): Span => ({ from, to: headings.end(from) });
    const toEnd = (from: number): Span => ({ from, to: headings.around(from).to });

    this.headings = headings;
    this.source = report.document.source;
    this.text = places(own => isText(own) || isForm(own), toNext);
    this.underRead = new Spans(
      causes.flatMap(({ told, heading }) =>
        heading === undefined ? [] : { from: heading.heading.to, to: headings.end(told.from) },
      ),
    );
    this.rest = places(own => isText(own) || isForm(own), toEnd);
    this.restOfMissing = places(own => isText(own) && isMissing(own), toEnd);
    this.underUntitled = places(ofRule('missing-title'), toNext);
    this.namesInText = new Set(
      causes.flatMap(({ told: { from } }) => idInLine.exec(this.source.slice(from, from + longestLine))?.[1] ?? []),
    );
    this.areas = places(
      own => !isMissing(own) || own.told.severity === 'error',
      from => headings.around(from),
    );
    this.glued = places(
      own => isForm(own) && (headings.at(own.told.from)?.heading.to ?? 0) < own.told.from,
      from => headings.around(from),
    );
    const doubled = twins.flatMap(({ from }) => headings.at(from) ?? []);
    const isOneMissing = causes.some(own => isMissing(own) && own.told.severity === 'error');
    this.twins = new Spans(isOneMissing ? doubled : []);
    this.twinTitles = new Set(doubled.map(({ title }) => title));
    this.recommendations = new Spans(report.recommendations);
    this.falseRecommendations = new Set(
      report.recommendations.flatMap(({ from, number }) =>
        number !== undefined && this.rest.hold({ from, to: from }) ? number : [],
      ),
    );
    const toldBy = (isTelling: (rule: string) => boolean): ReadonlySet<Section> =>
      new Set(findings.flatMap(({ rule, from }) => (isTelling(rule) ? (headings.at(from) ?? []) : [])));
    this.tagged = new Set(
      findings.flatMap(({ rule, from }) => (rule === 'tag-position' ? (headings.in(from) ?? []) : [])),
    );
    this.untitled = toldBy(rule => rule === 'missing-title');
    this.none = toldBy(rule => tellingOfNone.has(rule));
    this.misplaced = toldBy(rule => rule === 'heading-level');
  }
}
