import type { Area, Framework, Grade, Pattern, RuleSetting, SectionKind } from '../model/framework.ts';
import { patternOf } from '../model/pattern.ts';
import { literalPattern } from '../text/phrases.ts';
import type { AreaInFile, FrameworkFile, GradeInFile, RuleSettingInFile, SectionInFile } from './frameworkFile.ts';

/**
 * Makes a framework ready for use: fills in what its file leaves out. The file must satisfy the schema; see
 * `readFramework`.
 */
export function frameworkOf(file: FrameworkFile): Framework {
  const scale = grades(file.scale ?? []);
  const areas = (file.areas ?? []).map(areaOf);
  const verbs = verbsOf([...scale, ...areas.flatMap(area => area.values)]);
  const areaNames = areas.flatMap(({ title, headings, names }) => [title, ...headings, ...names]);
  const pattern = (source: string) => sentence(source, verbs, areaNames);
  return {
    id: file.id,
    title: file.title ?? file.id,
    scale,
    areas,
    openAreas: file.openAreas ?? false,
    sections: (file.sections ?? []).map(section => sectionOf(section, areas)),
    numbering: (file.numbering ?? []).map(series => ({ form: '1', start: 1, ...series })),
    headlines: (file.opening?.headlines ?? []).map(pattern),
    statements: (file.statements ?? []).map(pattern),
    judgementWords: file.judgementWords ?? [],
    recommendations: {
      form: 'numbered',
      link: 'none',
      linkRequired: false,
      tagWords: [],
      fewest: undefined,
      most: undefined,
      ...file.recommendations,
    },
    limits: (file.limits ?? []).map(limit => ({ count: 1, strength: 'expected', clause: '', ...limit })),
    metadata: { properties: file.metadata?.properties ?? {}, required: file.metadata?.required ?? [] },
    requiredMetadata: file.requiredMetadata ?? [],
    rules: ruleSettings(file.rules ?? {}),
    valid: { from: file.valid?.from, to: file.valid?.to },
    terms: file.terms ?? [],
    knownAcronyms: file.knownAcronyms ?? [],
    standardText: (file.standardText ?? []).map(({ id, role, text }) => ({ id, role, text })),
    quantifiers: (file.quantifiers ?? []).map(({ words, from, to }, rank) => ({ words, rank, from, to })),
  };
}

/** Rules' settings, each as a severity with options. */
export function ruleSettings(rules: Readonly<Record<string, RuleSettingInFile>>): Record<string, RuleSetting> {
  return Object.fromEntries(Object.entries(rules).map(([id, setting]) => [id, ruleSettingOf(setting)]));
}

function ruleSettingOf(setting: RuleSettingInFile): RuleSetting {
  if (typeof setting === 'string') return { severity: setting, options: {} };
  return { severity: setting[0], options: setting[1] ?? {} };
}

function grades(files: readonly GradeInFile[]): Grade[] {
  return files.map(({ id, label = id, aliases = [], singular, plural }, rank) => ({
    id,
    label,
    rank,
    names: [label, ...aliases],
    singular: singular ?? [`is ${label.toLowerCase()}`],
    plural: plural ?? [`are ${label.toLowerCase()}`],
  }));
}

function areaOf(file: AreaInFile): Area {
  return {
    id: file.id,
    number: file.number,
    title: file.title ?? file.id,
    headings: file.headings ?? [],
    names: file.names ?? [],
    parent: file.parent,
    required: file.required ?? false,
    requiredUntil: file.requiredUntil,
    expects: file.expects ?? [],
    graded: file.graded ?? true,
    values: grades(file.values ?? []),
    concept: file.concept,
  };
}

function sectionOf(file: SectionInFile, areas: readonly Area[]): SectionKind {
  const area = file.area === undefined ? undefined : areas.find(({ id }) => id === file.area);
  return {
    role: file.role,
    titles: file.titles ?? (area === undefined ? [] : [...area.headings, area.title]),
    area: file.area,
    required: file.required ?? false,
    usual: file.usual ?? false,
    repeats: file.repeats ?? false,
    within: file.within ?? [],
    paragraphs: file.paragraphs ?? 'either',
    mayBeEmpty: file.mayBeEmpty ?? false,
    ordered: file.ordered ?? true,
    level: file.level,
    words: file.words,
  };
}

/**
 * A pattern in which a provider or an area directly before the grade ends at the verb: in *Children’s services in West
 * Sussex require improvement* nothing else tells the name from the grade. Where a colon stands before the verb it is no
 * sentence: *Care leavers: requires improvement*; *performance is: good* is one.
 */
function sentence(source: string, verbs: readonly string[], areaNames: readonly string[]): Pattern {
  const pattern = patternOf(source, areaNames);
  if (verbs.length === 0 || !/\} +\{(?:is|are) grade\}$/.test(source)) return pattern;
  const { source: expression, flags } = pattern.expression;
  const predicate = `(?<![:\\s])\\s+(?<predicate>(?:${verbs.join('|')}):?\\s.+)`;
  return {
    ...pattern,
    expression: new RegExp(
      expression.replace('\\s+(?<predicate>.+)', () => predicate),
      flags,
    ),
  };
}

/** The words with which sentences start to say a grade: *is*, *are*, *requires*, *require*. */
function verbsOf(grades: readonly Grade[]): string[] {
  const phrases = grades.flatMap(({ singular, plural }) => [...singular, ...plural]);
  const verbs = phrases.map(phrase => phrase.trim().split(' ')[0] ?? '');
  return [...new Set(verbs)].filter(verb => verb !== '').map(literalPattern);
}
