import { DerivedFacts } from '../../model/derivedFacts.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import { paragraphOfBlock } from '../../model/paragraphOfBlock.ts';
import type { Report } from '../../model/report.ts';
import type { ReportEdit, ReportRewording } from '../../model/rewordedReport.ts';
import { type Change, isTyped } from '../../syntax/document.ts';
import { addToGroup } from '../../text/lists.ts';
import type { Span } from '../../text/text.ts';
import type { Context, Finding, Fix, Related, Rule, Severity } from '../rule.ts';
import type { CheckOptions } from './check.ts';

/** A finding of a rule in a report, and whether a directive silences it. */
export interface Found {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly finding: Finding;
  readonly silenced: boolean;
}

/** Which rules were not asked for want of time. */
type Left = 'none' | 'patient' | 'all';

/** What the rules found in a report, in its order, and how they were set. */
interface Run {
  readonly options: CheckOptions;
  readonly all: readonly Found[];
  readonly left: Left;
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
  return (lastRuns.get(report)?.left ?? 'none') !== 'none';
}

/** Whether the last check of a report gave the findings of the report from which it came, in other places. */
export function haveStood(report: Report): boolean {
  return lastRuns.get(report)?.stood === true;
}

/** What stands of the findings in the report from which another came. */
export class Standing {
  readonly #report: Report;
  readonly #rewording: ReportRewording | undefined;
  /** No place that ends before this has moved. */
  readonly #firstChange: number;
  readonly #move: Move;
  readonly #last: Run;
  readonly #inTime: boolean;
  readonly #paragraph: Paragraph | undefined;
  /** Whether a key has changed more than words: a heading, a number, a tag that is half typed. */
  readonly #isHalfTyped: boolean;
  #byRule: ReadonlyMap<Rule, readonly Finding[]> | undefined;
  /** Whose findings stand only because there is no time to ask them again. */
  left: Left = 'none';

  private constructor(report: Report, { of, changes, rewording }: ReportEdit, last: Run, { hurried }: CheckOptions) {
    this.#report = report;
    this.#last = last;
    this.#inTime = hurried !== true;
    this.#firstChange = changes.reduce((first, { from }) => Math.min(first, from), Infinity);
    this.#isHalfTyped = rewording === undefined && changes.length === 1 && changes.every(isTyped);
    if (rewording === undefined) {
      this.#move = span => changes.reduce<Span | undefined>((place, change) => place && after(place, change), span);
      return;
    }
    const reworded = { of, ...rewording };
    this.#rewording = reworded;
    this.#move = span => moved(span, reworded);
    this.#paragraph = paragraphOfBlock(report, rewording.block);
  }

  /** Nothing if the rules were set otherwise, or other reports were known. */
  static of(report: Report, edit: ReportEdit, options: CheckOptions): Standing | undefined {
    const last = lastRuns.get(edit.of);
    return last === undefined || isSetOtherwise(last.options, options)
      ? undefined
      : new Standing(report, edit, last, options);
  }

  /**
   * All findings in their new places, if all stand: those rules that read the changed words and cannot wait, which `ask`
   * asks, find what they have found. Most letters leave it so, and then few rules are looked at. While a mark of the
   * report's structure is half typed no rule is asked: what half a heading breaks is mended by the next letters.
   */
  whole(rules: readonly Rule[], ask: (rule: Rule) => Iterable<Finding>): readonly Found[] | undefined {
    if (this.#inTime) return undefined;
    if (this.#isHalfTyped) {
      this.left = 'all';
      return this.#allMoved();
    }
    if (this.#rewording === undefined || this.#last.left === 'all' || this.#report.directives.length > 0)
      return undefined;
    const { urgent, patient } = readersOf(rules);
    for (const rule of urgent) if (this.#reads(rule) && !this.areSame(rule, [...ask(rule)])) return undefined;
    const isLeft = this.#last.left !== 'none' || patient.some(rule => this.#reads(rule));
    this.left = isLeft ? 'patient' : 'none';
    return this.#allMoved();
  }

  /** Whether findings of a rule are those that it had before, in their new places. */
  areSame(rule: Rule, findings: readonly Finding[]): boolean {
    const before = this.before(rule);
    if (findings.length !== before.length) return false;
    return findings.toSorted(byPlace).every((finding, i) => {
      const old = before[i] && this.#moved(before[i]);
      return old !== undefined && sayTheSame(old, finding);
    });
  }

  /** Whether findings are as many as before: none has lost its place. */
  areAll(found: readonly Found[]): boolean {
    return found.length === this.#last.all.length;
  }

  /** The findings of a rule where they are those that it had before: it reads not what has changed, or has to wait. */
  of(rule: Rule): readonly Finding[] | undefined {
    if (rule.late === true) return undefined;
    if (this.#reads(rule)) {
      if (this.#inTime || !isPatient(rule)) return undefined;
      this.left = 'patient';
    }
    return this.before(rule).flatMap(finding => this.#moved(finding) ?? []);
  }

  /** What a rule found before. */
  before(rule: Rule): readonly Finding[] {
    if (this.#byRule === undefined) {
      const byRule = new Map<Rule, Finding[]>();
      for (const { rule, finding } of this.#last.all) addToGroup(byRule, rule, finding);
      this.#byRule = byRule;
    }
    return this.#byRule.get(rule) ?? none;
  }

  /** Whether the change bears on what a rule finds, or an earlier one for which there was no time. */
  #reads(rule: Rule): boolean {
    const { readsWords } = rule;
    if (this.#rewording === undefined || this.#last.left === 'all') return true;
    if (this.#last.left === 'patient' && isPatient(rule)) return true;
    if (typeof readsWords === 'boolean') return readsWords;
    return this.#paragraph === undefined || readsWords(this.#paragraph, this.#report, this.#rewording);
  }

  #allMoved(): readonly Found[] {
    const all: Found[] = [];
    for (const found of this.#last.all) {
      const finding = this.#moved(found.finding);
      if (finding !== undefined) all.push(finding === found.finding ? found : { ...found, finding });
    }
    return all;
  }

  /** A finding after the change; the same one if it stands before, and nothing if one of its places is gone. */
  #moved(finding: Finding): StandingFinding | undefined {
    if (finding instanceof StandingFinding && finding.last < this.#firstChange) return finding;
    return StandingFinding.of(finding, this.#move);
  }
}

const none: readonly Finding[] = [];

/** The order of findings. */
export function byPlace(a: Finding, b: Finding): number {
  return a.from - b.from || a.to - b.to;
}

/** Whether two findings of a rule are shown alike. */
function sayTheSame(one: Finding, other: Finding): boolean {
  const { related: places = noPlaces } = one;
  const { related: others = noPlaces } = other;
  return (
    one.from === other.from &&
    one.to === other.to &&
    one.message === other.message &&
    one.severity === other.severity &&
    places.length === others.length &&
    places.every(({ from, to, message }, i) => {
      const place = others[i];
      return place !== undefined && from === place.from && to === place.to && message === place.message;
    })
  );
}

const noPlaces: readonly Related[] = [];

/** Rules that read words: those that cannot wait, and those that can. */
interface Readers {
  readonly urgent: readonly Rule[];
  readonly patient: readonly Rule[];
}

const readers = new WeakMap<readonly Rule[], Readers>();

function readersOf(rules: readonly Rule[]): Readers {
  let known = readers.get(rules);
  if (known === undefined) {
    const all = rules.filter(({ readsWords, late }) => readsWords !== false && late !== true);
    // Those that read all words come first: one is enough to know that some wait.
    const patient = all.filter(isPatient).sort((a, b) => Number(b.readsWords === true) - Number(a.readsWords === true));
    known = { urgent: all.filter(rule => !isPatient(rule)), patient };
    readers.set(rules, known);
  }
  return known;
}

/** Whether a rule takes its time: while the author types it may be left for later. */
export function isPatient({ kind, unhurried = kind !== 'fault' }: Rule): boolean {
  return unhurried;
}

/** The fixes of a finding of a rule: of one that stands the rule is asked again, for they reach further than the finding. */
export function fixesOf(finding: Finding, rule: Rule, context: () => Context): readonly Fix[] {
  if (!(finding instanceof StandingFinding)) return finding.fixes ?? [];
  for (const { from, to, message, fixes } of rule.check(context()))
    if (from === finding.from && to === finding.to && message === finding.message) return fixes ?? [];
  return [];
}

/** Whether findings were made with other settings, or beside other reports. */
export function isSetOtherwise(last: CheckOptions, { setting, frameworkIds, surroundings }: CheckOptions): boolean {
  return last.setting !== setting || last.frameworkIds !== frameworkIds || last.surroundings !== surroundings;
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

  private constructor(finding: Finding, { from, to }: Span, related: readonly Related[] | undefined) {
    this.from = from;
    this.to = to;
    this.message = finding.message;
    this.severity = finding.severity;
    this.related = related;
    this.last = related?.reduce((last, { to }) => Math.max(last, to), to) ?? to;
  }

  static of(finding: Finding, move: Move): StandingFinding | undefined {
    const place = move(finding);
    if (place === undefined) return undefined;
    let related: Related[] | undefined;
    for (const other of finding.related ?? noPlaces) {
      const at = move(other);
      if (at === undefined) return undefined;
      related ??= [];
      related.push({ from: at.from, to: at.to, message: other.message });
    }
    return new StandingFinding(finding, place, related);
  }
}

/** Where a change takes a span; nothing if it takes it away. */
type Move = (span: Span) => Span | undefined;

function after(span: Span, { from, to, length }: Change): Span | undefined {
  const by = length - (to - from);
  const start = span.from <= from ? span.from : span.from < to ? from + length : span.from + by;
  const end = span.to <= from ? span.to : span.to < to ? from : span.to + by;
  return start < end || (start === end && span.from === span.to) ? { from: start, to: end } : undefined;
}

/** Where a rewording takes the span of a finding: one that ends with the changed words still does. */
function moved(span: Span, { of, block, change: { from, to, length } }: ReportRewording): Span {
  const by = length - (to - from);
  const endsThere = () => span.to === (of.document.starts[block] ?? 0) + (of.document.blocks[block]?.end ?? 0);
  return {
    from: span.from <= from ? span.from : span.from + by,
    to: span.to < from || (span.to === from && !endsThere()) ? span.to : span.to + by,
  };
}
