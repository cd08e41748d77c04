import type { Framework, RuleSeverity } from '../model/framework.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { Report } from '../model/report.ts';
import type { ReportSummary } from '../model/reportSummary.ts';
import type { ReportRewording } from '../model/rewordedReport.ts';
import type { Sharing } from '../model/words/passages.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/text.ts';

export type { Edit };

/** How bad a finding is; LSP's four severities. */
export type Severity = Exclude<RuleSeverity, 'off'>;

/** Broken structure or contradiction; something only the author can answer; advice. */
export type RuleKind = 'fault' | 'question' | 'style';

/** The groups in which rules are listed; each is a folder. */
export type RuleGroup =
  | 'judgement'
  | 'structure'
  | 'numbering'
  | 'recommendation'
  | 'reference'
  | 'front-matter'
  | 'consistency'
  | 'privacy'
  | 'publication'
  | 'style'
  | 'directive';

/**
 * A rule: one file, `<group>/<id>.ts`, and one line in `index.ts`. The comment above it is its page of documentation, and
 * the examples in that comment are its tests.
 */
export interface Rule {
  /** The file's name; also the diagnostic's code and the key in settings. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly kind: RuleKind;
  readonly severity: Severity;
  /** What is wrong, in one line and without a full stop: heads the page and lists. */
  readonly summary: string;
  /** Whether its findings can carry a fix. */
  readonly fixable: boolean;
  /**
   * Whether it reads the words of running text, beyond the marks that the model finds in them: of all, of none, or, where a
   * paragraph's words have changed, whether it reads those (`whereStands`). After an edit of nothing but words
   * a rule that does not read them is not asked again.
   */
  readonly readsWords: boolean | ((paragraph: Paragraph, report: Report, rewording: ReportRewording) => boolean);
  /**
   * For a fault: whether it compares passages all over the report, which takes its time, or is what every sentence looks
   * like until it is typed to its end. While the author types, an editor may show what such rules found before, in its new
   * places, and ask them again when the typing pauses; so it may with questions and advice, which do not run away.
   */
  readonly unhurried?: boolean;
  /** The options that it takes, each by a JSON Schema with a description; none if left out. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Run after all the others, on what they left: see `Context.unusedDirectives`. */
  readonly late?: boolean;
  check(context: Context): Iterable<Finding>;
}

/** What a rule may look at. */
export interface Context {
  readonly report: Report;
  readonly framework: Framework;
  /** The rule's options, from `inspectmark.json` or the framework. */
  readonly options: Readonly<Record<string, unknown>>;
  /**
   * Another report by its path as a link writes it: its summary, or nothing if there is no such report. Not there at
   * all where no other report can be looked up (standard input, a document that is not saved).
   */
  readonly linked: ((path: string) => ReportSummary | undefined) | undefined;
  /** In which other reports a sentence stands. Not there where no others are looked through. */
  readonly sharing: Sharing | undefined;
  readonly ruleIds: readonly string[];
  readonly frameworkIds: readonly string[];
  /** For rules that run late: the rules named in directives that have silenced nothing. */
  readonly unusedDirectives: readonly Span[];
}

/** What a rule has found. The span is the place to underline; it may be empty. */
export interface Finding extends Span {
  /**
   * What is wrong, then what to do, short enough for a line in a list: the author's words, in British English. Why it matters
   * is on the rule's page. Quoted text in “ ”, grades in *…*.
   */
  readonly message: string;
  /** Only where it differs from the rule's. */
  readonly severity?: Severity | undefined;
  readonly related?: readonly Related[] | undefined;
  /** The likeliest first. */
  readonly fixes?: readonly Fix[] | undefined;
}

/** A place that belongs to a finding, in the same report. */
export interface Related extends Span {
  readonly message: string;
}

/** A mend for a finding, as one edit. Only what is certain, or what the author must choose among, is offered. */
export interface Fix {
  /** What it does, as a button says it: *Change to “Good”*. */
  readonly title: string;
  /** In the order of the text, not overlapping. */
  readonly edits: readonly Edit[];
  /** Whether *fix all* may apply it unasked: it is the only right mend. */
  readonly certain: boolean;
}
