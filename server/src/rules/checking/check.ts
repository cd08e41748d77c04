import { DerivedFacts } from '../../model/derivedFacts.ts';
import type { RuleSetting } from '../../model/framework.ts';
import type { Report } from '../../model/report.ts';
import type { ReportSummary } from '../../model/reportSummary.ts';
import type { ReportEdit } from '../../model/rewordedReport.ts';
import type { Sharing } from '../../model/words/passages.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Context, Finding, Fix, Related, Rule, RuleKind, Severity } from '../rule.ts';
import { fingerprint } from './fingerprint.ts';
import { silencer } from './silencer.ts';
import { byPlace, type Found, fixesOf, isPatient, isSetOtherwise, keepFindings, Standing } from './standingFindings.ts';

/** A finding as the shells show it. Offsets are the report's. */
export interface CheckedFinding {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** The same for the same finding after edits elsewhere: of its rule, its section and its words, not of its line. */
  readonly fingerprint: string;
  /** That a baseline lists it. */
  readonly known?: true;
}

/** How a report is to be checked. */
export interface CheckOptions {
  /** A rule's setting: from `inspectmark.json`, else the framework's. */
  readonly setting: (rule: string) => RuleSetting | undefined;
  readonly linked: ((path: string) => ReportSummary | undefined) | undefined;
  readonly sharing?: Sharing | undefined;
  readonly frameworkIds: readonly string[];
  /**
   * Stands for all else that bears on findings, other reports above all: what was found in other surroundings does not
   * stand.
   */
  readonly surroundings?: object | undefined;
  /** Whether rules that take their time may be left for later (`Rule.unhurried`). */
  readonly hurried?: boolean;
}

const noOptions: Readonly<Record<string, unknown>> = {};

/**
 * Checks a report by the rules given and returns what they find, in the order of the text, less what its directives
 * silence. If it came of another by a change of words, what the rules found there that do not read those words still stands;
 * and what rules found that may wait, if there is no time to ask them, after any change.
 */
export function checkedFindings(
  report: Report,
  rules: readonly Rule[],
  options: CheckOptions,
  edit?: ReportEdit,
): CheckedFinding[] {
  const { setting: settingOf } = options;
  const contextOf = contexts(report, rules, options);
  const standing = edit && Standing.of(report, edit, options);
  const whole = standing?.whole(rules, rule =>
    settingOf(rule.id)?.severity === 'off' ? [] : rule.check(contextOf(rule)),
  );
  if (whole !== undefined) {
    keepFindings(report, {
      options,
      all: whole,
      left: standing?.left ?? 'none',
      stood: standing?.areAll(whole) === true,
    });
    return checked(report, whole, contextOf);
  }
  const known = ahead.get(report);
  const foundAhead = known === undefined || isSetOtherwise(known.options, options) ? undefined : known.findings;
  const silence = silencer(report);
  const all: Found[] = [];
  let stood = standing !== undefined && edit?.rewording !== undefined;
  const run = (rule: Rule, unusedDirectives?: Context['unusedDirectives']): void => {
    const severity = settingOf(rule.id)?.severity;
    if (severity === 'off') return;
    let findings = standing?.of(rule);
    if (findings === undefined) {
      findings = foundAhead?.get(rule) ?? [...rule.check(contextOf(rule, unusedDirectives))];
      stood &&= standing?.areSame(rule, findings) === true;
    }
    if (findings.length === 0) return;
    for (const finding of findings) {
      const silenced = silence.silences(rule.id, finding.from);
      all.push({ rule, severity: severity ?? finding.severity ?? rule.severity, finding, silenced });
    }
  };
  for (const rule of rules) if (rule.late !== true) run(rule);
  if (report.directives.length > 0) {
    const ruleIds = idsOf(rules);
    const off = new Set(ruleIds.filter(id => settingOf(id)?.severity === 'off'));
    for (const rule of rules) if (rule.late === true) run(rule, silence.unused(new Set(ruleIds), off));
  }
  all.sort((a, b) => byPlace(a.finding, b.finding));
  keepFindings(report, { options, all, left: standing?.left ?? 'none', stood });
  return checked(report, all, contextOf);
}

/** What rules have found in a report before its check. */
const ahead = new DerivedFacts<{
  readonly options: CheckOptions;
  readonly findings: ReadonlyMap<Rule, readonly Finding[]>;
}>();

/**
 * Asks the rules that take their time, one at each step: what they find is kept for the check of the report. So whoever
 * asks can do something else between two steps, or let it be.
 */
export function* askAhead(
  report: Report,
  rules: readonly Rule[],
  options: CheckOptions,
  edit?: ReportEdit,
): Generator<void> {
  const standing = edit && Standing.of(report, edit, { ...options, hurried: false });
  const contextOf = contexts(report, rules, options);
  const findings = new Map<Rule, readonly Finding[]>();
  ahead.set(report, { options, findings });
  for (const rule of rules) {
    const isAsked = isPatient(rule) && rule.late !== true && options.setting(rule.id)?.severity !== 'off';
    if (!isAsked || standing?.of(rule) !== undefined) continue;
    findings.set(rule, [...rule.check(contextOf(rule))]);
    yield;
  }
}

/** What a rule is given, for each rule. The findings keep it for their fixes, so it must know no report but this one. */
function contexts(
  report: Report,
  rules: readonly Rule[],
  { setting, linked, sharing, frameworkIds }: CheckOptions,
): (rule: Rule, unusedDirectives?: Context['unusedDirectives']) => Context {
  const { framework } = report;
  const ruleIds = idsOf(rules);
  return (rule, unusedDirectives = []) => {
    const options = setting(rule.id)?.options ?? noOptions;
    return { report, framework, options, linked, sharing, ruleIds, frameworkIds, unusedDirectives };
  };
}

const idLists = new WeakMap<readonly Rule[], readonly string[]>();

function idsOf(rules: readonly Rule[]): readonly string[] {
  const ids = idLists.get(rules) ?? rules.map(({ id }) => id);
  idLists.set(rules, ids);
  return ids;
}

/** Fixes and fingerprints are made when they are asked for: an editor shows hundreds of findings and asks of one or two. */
function checked(report: Report, all: readonly Found[], contextOf: (rule: Rule) => Context): CheckedFinding[] {
  const found = all.some(({ silenced }) => silenced) ? all.filter(({ silenced }) => !silenced) : all;
  let prints: readonly string[] | undefined;
  const more: Later = {
    fixes: ({ rule, finding }) => fixesOf(finding, rule, () => contextOf(rule)),
    fingerprint(i) {
      prints ??= fingerprints(report, found);
      return prints[i] ?? '';
    },
  };
  return found.map((own, i) => new Checked(own, i, more));
}

interface Later {
  fixes(found: Found): readonly Fix[];
  fingerprint(index: number): string;
}

class Checked implements CheckedFinding {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly related: readonly Related[];
  readonly #found: Found;
  readonly #index: number;
  readonly #later: Later;

  constructor(found: Found, index: number, later: Later) {
    const { rule, severity, finding } = found;
    this.rule = rule.id;
    this.kind = rule.kind;
    this.severity = severity;
    this.from = finding.from;
    this.to = finding.to;
    this.message = finding.message;
    this.related = finding.related ?? noPlaces;
    this.#found = found;
    this.#index = index;
    this.#later = later;
  }

  get fixes(): readonly Fix[] {
    return this.#later.fixes(this.#found);
  }

  get fingerprint(): string {
    return this.#later.fingerprint(this.#index);
  }
}

const noPlaces: readonly Related[] = [];

function fingerprints(report: Report, found: readonly Found[]): string[] {
  const seen = new Map<string, number>();
  let section = -1;
  return found.map(({ rule, finding: { from, to } }) => {
    while ((report.sections[section + 1]?.from ?? Infinity) <= from) section++;
    // (However lines end and are indented.)
    const words = singleSpaced(report.document.source.slice(from, Math.min(to, from + 400))).slice(0, 200);
    const identity = `${rule.id}\n${report.sections[section]?.path ?? ''}\n${words}`;
    const twins = seen.get(identity) ?? 0;
    seen.set(identity, twins + 1);
    return fingerprint(`${identity}\n${twins}`);
  });
}
