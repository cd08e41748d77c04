import { DerivedFacts } from '../model/derivedFacts.ts';
import type { Report } from '../model/report.ts';
import { paragraphOfBlock, type ReportRewording } from '../model/rewordedReport.ts';
import type { Span } from '../text/text.ts';
import type { CheckOptions } from './check.ts';
import type { Context, Finding, Rule } from './rule.ts';

/** What each rule found in a report (those that found nothing are left out), how the rules were set, and whether some were not asked for want of time. */
interface Run {
  readonly options: CheckOptions;
  readonly hurried: boolean;
  readonly findings: ReadonlyMap<Rule, readonly Finding[]>;
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

/**
 * The findings of a rule in a report that came of another by a change of words, where they are those that it had before:
 * where it reads no words, or not those of the changed paragraph. `context` is what the rule would be asked with: fixes are made that way.
 */
export interface Standing {
  of(rule: Rule, context: Context): readonly Finding[] | undefined;
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
  let hurried = false;
  return {
    of(rule, context) {
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
      return last.findings.get(rule)?.map(finding => new StandingFinding(finding, moved, rule, context)) ?? none;
    },
    get hurried() {
      return hurried;
    },
  };
}

function isSetOtherwise(last: CheckOptions, { setting, frameworkIds, surroundings }: CheckOptions): boolean {
  return last.setting !== setting || last.frameworkIds !== frameworkIds || last.surroundings !== surroundings;
}

/** A finding in its new place. (It keeps its own report alive, never the one before, which would keep all before it.) */
class StandingFinding implements Finding {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly severity: Finding['severity'];
  readonly related: Finding['related'];
  readonly #rule: Rule;
  readonly #context: Context;

  constructor(finding: Finding, moved: (span: Span) => Span, rule: Rule, context: Context) {
    const { from, to } = moved(finding);
    this.from = from;
    this.to = to;
    this.message = finding.message;
    this.severity = finding.severity;
    this.related = finding.related?.map(place => ({ ...moved(place), message: place.message }));
    this.#rule = rule;
    this.#context = context;
  }

  get fixes(): Finding['fixes'] {
    for (const { from, to, message, fixes } of this.#rule.check(this.#context))
      if (from === this.from && to === this.to && message === this.message) return fixes;
    return undefined;
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
