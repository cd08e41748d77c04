import { DerivedFacts } from '../model/derivedFacts.ts';
import type { Report } from '../model/report.ts';
import { paragraphOfBlock, type ReportRewording } from '../model/rewordedReport.ts';
import type { Span } from '../text/text.ts';
import type { CheckOptions } from './check.ts';
import type { Finding, Rule } from './rule.ts';

/** What each rule found in a report, and how the rules were set. */
interface Run {
  readonly options: CheckOptions;
  readonly findings: ReadonlyMap<Rule, readonly Finding[]>;
}

const lastRuns = new DerivedFacts<Run>();

/** Keeps what the rules found in a report for the one that comes of it. */
export function keepFindings(report: Report, options: CheckOptions, findings: Run['findings']): void {
  lastRuns.set(report, { options, findings });
}

/**
 * The findings of a rule in a report that came of another by a change of words, where they are those that it had before:
 * where it reads no words, or not those of the changed paragraph. `again` asks the rule anew: fixes are made that way.
 */
export type Standing = (rule: Rule, again: () => Iterable<Finding>) => Finding[] | undefined;

/** What stands of the findings in the report from which another came by a change of words. */
export function standingFindings(report: Report, rewording: ReportRewording, options: CheckOptions): Standing {
  const last = lastRuns.get(rewording.of);
  if (last?.options.setting !== options.setting || last.options.frameworkIds !== options.frameworkIds)
    return () => undefined;
  const paragraph = report.paragraphs[paragraphOfBlock(report.paragraphs, rewording.block) ?? -1];
  const moved = movedBy(rewording);
  return (rule, again) => {
    const { readsWords, late } = rule;
    const reads =
      typeof readsWords === 'boolean'
        ? readsWords
        : paragraph === undefined || readsWords(paragraph, report, rewording);
    if (reads || late === true) return undefined;
    return last.findings
      .get(rule)
      ?.map((finding, i) => new StandingFinding(finding, moved, () => [...again()][i]?.fixes));
  };
}

/** A finding in its new place. */
class StandingFinding implements Finding {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly severity: Finding['severity'];
  readonly related: Finding['related'];
  readonly #fixes: () => Finding['fixes'];

  constructor(finding: Finding, moved: (span: Span) => Span, fixes: () => Finding['fixes']) {
    const { from, to } = moved(finding);
    this.from = from;
    this.to = to;
    this.message = finding.message;
    this.severity = finding.severity;
    this.related = finding.related?.map(place => ({ ...moved(place), message: place.message }));
    this.#fixes = fixes;
  }

  get fixes(): Finding['fixes'] {
    return this.#fixes();
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
