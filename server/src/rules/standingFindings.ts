import { DerivedFacts } from '../model/derivedFacts.ts';
import type { Report } from '../model/report.ts';
import { paragraphOfBlock, type ReportRewording } from '../model/rewordedReport.ts';
import type { Span } from '../text/text.ts';
import type { CheckOptions } from './check.ts';
import type { Context, Finding, Fix, Related, Rule } from './rule.ts';

/** What each rule found in a report (those that found nothing are left out), and how the rules were set. */
interface Run {
  readonly options: CheckOptions;
  readonly findings: ReadonlyMap<Rule, readonly Finding[]>;
  /** Whether some rules were not asked for want of time. */
  readonly hurried: boolean;
  /** Whether they are the findings of the report from which this one came, in other places. */
  readonly stood: boolean;
}

const lastRuns = new DerivedFacts<Run>();

/** Keeps what the rules found in a report for the one that comes of it. */
export function keepFindings(report: Report, run: Run): void {
  lastRuns.set(report, run);
}

/** Whether in the last check of a report there was no time for some rules, so that what they say is what they said before. */
export function wasHurried(report: Report): boolean {
  return lastRuns.get(report)?.hurried === true;
}

/** Whether the last check of a report gave the findings of the report from which it came, in other places. */
export function haveStood(report: Report): boolean {
  return lastRuns.get(report)?.stood === true;
}

/**
 * The findings of a rule in a report that came of another by a change of words, where they are those that it had before:
 * where it reads no words, or not those of the changed paragraph.
 */
export interface Standing {
  of(rule: Rule): readonly Finding[] | undefined;
  /** What the rule found before. */
  before(rule: Rule): readonly Finding[];
  /** Whether some stand only because there is no time to ask their rule again. */
  readonly hurried: boolean;
}

const none: readonly Finding[] = [];

/** What stands of the findings in the report from which another came by a change of words. */
export function standingFindings(
  report: Report,
  rewording: ReportRewording,
  options: CheckOptions,
): Standing | undefined {
  const last = lastRuns.get(rewording.of);
  if (last === undefined || isSetOtherwise(last.options, options)) return undefined;
  const paragraph = report.paragraphs[paragraphOfBlock(report.paragraphs, rewording.block) ?? -1];
  const moved = movedBy(rewording);
  const { from } = rewording.change;
  const before = (rule: Rule): readonly Finding[] => last.findings.get(rule) ?? none;
  let hurried = false;
  return {
    before,
    of(rule) {
      const { kind, readsWords, late, unhurried = kind !== 'fault' } = rule;
      if (late === true) return undefined;
      const reads =
        (unhurried && last.hurried) ||
        (typeof readsWords === 'boolean'
          ? readsWords
          : paragraph === undefined || readsWords(paragraph, report, rewording));
      if (reads) {
        if (!unhurried || options.hurried !== true) return undefined;
        hurried = true;
      }
      const findings = before(rule);
      return findings.length === 0 ? none : findings.map(finding => standing(finding, from, moved));
    },
    get hurried() {
      return hurried;
    },
  };
}

/** The fixes of a finding of a rule: of one that stands the rule is asked again, for they reach further than the finding. */
export function fixesOf(finding: Finding, rule: Rule, context: () => Context): readonly Fix[] {
  if (!(finding instanceof StandingFinding)) return finding.fixes ?? [];
  for (const { from, to, message, fixes } of rule.check(context()))
    if (from === finding.from && to === finding.to && message === finding.message) return fixes ?? [];
  return [];
}

function isSetOtherwise(last: CheckOptions, { setting, frameworkIds, surroundings }: CheckOptions): boolean {
  return last.setting !== setting || last.frameworkIds !== frameworkIds || last.surroundings !== surroundings;
}

/** A finding after a change at `from`; the same one if it stands before. */
function standing(finding: Finding, from: number, moved: (span: Span) => Span): StandingFinding {
  if (finding instanceof StandingFinding && finding.last < from) return finding;
  return new StandingFinding(finding, moved);
}

/** A finding in its new place. (It keeps no report alive: those before the change outlive many.) */
class StandingFinding implements Finding {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly severity: Finding['severity'];
  readonly related: readonly Related[] | undefined;
  /** Where the last of its places ends. */
  readonly last: number;

  constructor({ from, to, message, severity, related }: Finding, moved: (span: Span) => Span) {
    const place = moved({ from, to });
    this.from = place.from;
    this.to = place.to;
    this.message = message;
    this.severity = severity;
    let last = place.to;
    this.related = related?.map(other => {
      const { from, to } = moved(other);
      last = Math.max(last, to);
      return { from, to, message: other.message };
    });
    this.last = last;
  }
}

/** Where a rewording takes the span of a finding: one that ends with the changed words still does. */
function movedBy({ of, block, change: { from, to, length } }: ReportRewording): (span: Span) => Span {
  const by = length - (to - from);
  const words = of.document.blocks[block]?.end ?? 0;
  const end = (of.document.starts[block] ?? 0) + words;
  return span => ({
    from: span.from <= from ? span.from : span.from + by,
    to: span.to < from || (span.to === from && span.to !== end) ? span.to : span.to + by,
  });
}
