import type { TagWord } from '../syntax/tag.ts';

/**
 * What differs from one inspectorate to the next, ready for use: the model reads reports by it, the rules check against
 * it. It is made of a framework's JSON file by `framework/`; every list is there, if only an empty one.
 */
export interface Framework {
  readonly id: string;
  readonly title: string;
  /** From worst to best. */
  readonly scale: readonly Grade[];
  readonly areas: readonly Area[];
  /** Whether a report may name areas of its own: then whatever is graded is an area, known by its title. */
  readonly openAreas: boolean;
  /** In the order of the published report. */
  readonly sections: readonly SectionKind[];
  readonly numbering: readonly SeriesKind[];
  readonly headlines: readonly Pattern[];
  readonly statements: readonly Pattern[];
  /** The words that head a table's column of grades: *Grade*, *Rating*. */
  readonly judgementWords: readonly string[];
  readonly recommendations: RecommendationKind;
  readonly limits: readonly Limit[];
  /** A JSON Schema of the front matter's keys beyond the markup's own: `properties` and `required`. */
  readonly metadata: MetadataSchema;
  readonly requiredMetadata: readonly string[];
  /** Severities and options of rules, by rule id, as in `inspectmark.json`. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** From and to which inspection date (ISO, the day included) the framework holds. */
  readonly valid: { readonly from: string | undefined; readonly to: string | undefined };
  readonly terms: readonly Term[];
  readonly knownAcronyms: readonly string[];
  readonly standardText: readonly StandardText[];
  readonly quantifiers: readonly Quantifier[];
}

/** One grade of the scale. Higher ranks are better; the worst is 0. */
export interface Grade {
  readonly id: string;
  readonly label: string;
  readonly rank: number;
  /** All ways to write it, the label first, as in a table. */
  readonly names: readonly string[];
  /**
   * How a sentence says it of one thing and of several: `is good`, `requires improvement`; `are good`, `require
   * improvement`.
   */
  readonly singular: readonly string[];
  readonly plural: readonly string[];
}

/** Something that is judged. */
export interface Area {
  readonly id: string;
  readonly number: string | undefined;
  readonly title: string;
  /** Titles of its section, beside its own title. */
  readonly headings: readonly string[];
  /** Other names, as sentences use them. */
  readonly names: readonly string[];
  readonly parent: string | undefined;
  readonly required: boolean;
  /** The last day of an inspection that must judge it, where inspections since need not. */
  readonly requiredUntil: string | undefined;
  /** Where its grade is expected to stand. */
  readonly expects: readonly ('headline' | 'entry' | 'section')[];
  /** Whether a grade of the scale belongs to it; an ungraded area is described only. */
  readonly graded: boolean;
  /** Its own two values or more, where it does not use the scale: *met*, *not met*. */
  readonly values: readonly Grade[];
  /** The concept shared between frameworks, for laying reports side by side. */
  readonly concept: string | undefined;
}

/** A kind of section: what a report of the framework is made of. */
export interface SectionKind {
  readonly role: string;
  /** The titles by which it is known; the first is the one to add. A `*` in a title stands for any words. */
  readonly titles: readonly string[];
  /** The area of a graded section. */
  readonly area: string | undefined;
  readonly required: boolean;
  /** Whether nearly all reports have it. */
  readonly usual: boolean;
  readonly repeats: boolean;
  /** The roles of the sections in which it stands; anywhere if empty. */
  readonly within: readonly string[];
  /** Its paragraphs: numbered, or not, or either. */
  readonly paragraphs: 'numbered' | 'unnumbered' | 'either';
  /** A title that stands alone, as a divider. */
  readonly mayBeEmpty: boolean;
  /** Whether its place among the other sections is fixed. */
  readonly ordered: boolean;
  readonly level: number | undefined;
  /** The suggested number of words at most. */
  readonly words: number | undefined;
}

/** A series of paragraph numbers and the roles of the sections that share it. */
export interface SeriesKind {
  readonly roles: readonly string[];
  readonly form: '1' | '1.1' | 'S1' | 'R1';
  readonly start: number;
}

/** How recommendations are written and tied to findings. */
export interface RecommendationKind {
  /** What one is: a numbered paragraph, a bullet or a number of a list's own, a table's row or a plain paragraph. */
  readonly form: 'numbered' | 'bullet' | 'row' | 'paragraph';
  /** `tag`: findings carry tags; `citation`: recommendations cite findings; `none`: nothing ties them. */
  readonly link: 'tag' | 'citation' | 'none';
  readonly linkRequired: boolean;
  readonly tagWords: readonly TagWord[];
  readonly fewest: number | undefined;
  readonly most: number | undefined;
}

/** A limiting judgement: if so many of `areas` are graded at or below `at`, `area` is at most `most`. */
export interface Limit {
  readonly areas: readonly string[];
  /** The grade's id. */
  readonly at: string;
  readonly count: number;
  readonly area: string;
  readonly most: string;
  readonly strength: 'must' | 'expected';
  /** The clause it rests on, in words for the author. */
  readonly clause: string;
}

/**
 * A sentence with places for `{provider}`, `{area}` and, at its end, `{is grade}` or `{are grade}`; `(a|b)` gives
 * alternatives. Made by `pattern.ts`.
 */
export interface Pattern {
  readonly source: string;
  readonly plural: boolean;
  /** The words with which its sentences begin, in small letters; an empty one if they begin with anything. */
  readonly openings: readonly string[];
  /** Finds `provider`, `area` and `predicate` in a sentence, from its start to its end. */
  readonly expression: RegExp;
}

/** A rule's setting: its severity, or `off`, and its options. */
export interface RuleSetting {
  readonly severity: RuleSeverity | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A severity as settings write it. */
export type RuleSeverity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** The part of a JSON Schema that describes front-matter keys. */
export interface MetadataSchema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
}

/** Preferred wording and what it replaces. */
export interface Term {
  readonly use: string;
  readonly not: readonly string[];
}

/** A fixed passage of a published report. */
export interface StandardText {
  readonly id: string;
  readonly role: string | undefined;
  readonly text: string;
}

/** A quantity word; higher ranks are more. The percentages are published bounds, where there are any. */
export interface Quantifier {
  readonly words: readonly string[];
  readonly rank: number;
  readonly from: number | undefined;
  readonly to: number | undefined;
}
