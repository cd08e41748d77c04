import type { Area, Limit, RecommendationKind, RuleSeverity, SectionKind, SeriesKind } from '../model/framework.ts';

/**
 * A framework as its JSON file says it (`frameworks/framework.schema.json`); `frameworkOf` makes it ready. Every field but
 * the id may be missing.
 */
export interface FrameworkFile {
  readonly $schema?: string;
  readonly id: string;
  readonly extends?: string;
  readonly title?: string;
  readonly source?: string;
  readonly valid?: { readonly from?: string; readonly to?: string };
  readonly scale?: readonly GradeInFile[];
  readonly areas?: readonly AreaInFile[];
  readonly openAreas?: boolean;
  readonly sections?: readonly SectionInFile[];
  readonly numbering?: readonly SeriesInFile[];
  readonly opening?: { readonly headlines?: readonly string[] };
  readonly statements?: readonly string[];
  readonly judgementWords?: readonly string[];
  readonly recommendations?: Partial<RecommendationKind>;
  readonly limits?: readonly LimitInFile[];
  readonly terms?: readonly { readonly use: string; readonly not: readonly string[] }[];
  readonly knownAcronyms?: readonly string[];
  readonly standardText?: readonly { readonly id: string; readonly role?: string; readonly text: string }[];
  readonly quantifiers?: readonly { readonly words: readonly string[]; readonly from?: number; readonly to?: number }[];
  readonly metadata?: {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  readonly requiredMetadata?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleSettingInFile>>;
}

/** A grade of a scale or of an area's own values. */
export interface GradeInFile {
  readonly id: string;
  readonly label?: string;
  readonly aliases?: readonly string[];
  readonly singular?: readonly string[];
  readonly plural?: readonly string[];
}

/** Something that is judged. */
export interface AreaInFile extends Partial<Omit<Area, 'id' | 'values'>> {
  readonly id: string;
  readonly values?: readonly GradeInFile[];
}

/** A kind of section. */
export interface SectionInFile extends Partial<Omit<SectionKind, 'role'>> {
  readonly role: string;
}

/** A series of paragraph numbers. */
interface SeriesInFile extends Partial<Omit<SeriesKind, 'roles'>> {
  readonly roles: readonly string[];
}

/** A limiting judgement. */
interface LimitInFile extends Pick<Limit, 'areas' | 'at' | 'area' | 'most'> {
  readonly count?: number;
  readonly strength?: Limit['strength'];
  readonly clause?: string;
}

/** A rule's severity, alone or with its options, as frameworks and `inspectmark.json` write it. */
export type RuleSettingInFile = RuleSeverity | readonly [RuleSeverity, Readonly<Record<string, unknown>>?];
