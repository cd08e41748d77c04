import { knownRoles } from '../model/sectionMeaning.ts';
import { append } from '../text/lists.ts';
import { didYouMean, nearest } from '../text/nearest.ts';
import { entryKey, extended } from './extended.ts';
import type { FileProblem } from './fileProblem.ts';
import type { FrameworkFile } from './frameworkFile.ts';
import type { JsonFile } from './jsonFile.ts';
import type { JsonPath } from './jsonPath.ts';
import type { FrameworkSurroundings } from './readFramework.ts';
import { ruleSettingProblems } from './ruleSettingProblems.ts';

const places: ReadonlySet<string> = new Set(['{provider}', '{area}', '{is grade}', '{are grade}']);

/** A group that repeats and holds what repeats: such an expression can take for ever. */
const runaway = /\((?:[^()\\]|\\.)*(?:[+*]|\{\d+,\d*\})(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,\d*\})/;

/** What is wrong with a file that satisfies the schema, and the file without it. */
export function frameworkProblems(
  own: FrameworkFile,
  base: FrameworkFile | 'circular' | undefined,
  json: JsonFile,
  surroundings: FrameworkSurroundings,
): { readonly file: FrameworkFile; readonly problems: readonly FileProblem[] } {
  const check = new FrameworkCheck(own, typeof base === 'object' ? extended(base, own) : own, json);
  check.extension(base, surroundings.frameworkIds);
  for (const list of lists) check.repeated(list);
  const areas = check.areas();
  const sections = check.sections();
  check.numbering();
  const limits = check.limits();
  const headlines = check.patterns(own.opening?.headlines, ['opening', 'headlines'], '{provider}');
  const statements = check.patterns(own.statements, ['statements'], '{area}');
  check.bounds();
  const rules = own.rules && surroundings.rules && ruleSettingProblems(own.rules, ['rules'], json, surroundings.rules);
  append(check.problems, rules?.problems ?? []);
  const properties = check.properties();
  const file: FrameworkFile = {
    ...own,
    ...(areas && { areas }),
    ...(sections && { sections }),
    ...(limits && { limits }),
    ...(headlines && { opening: { headlines } }),
    ...(statements && { statements }),
    ...(rules && { rules: rules.settings }),
    ...(own.metadata && { metadata: { ...own.metadata, properties } }),
  };
  return { file, problems: check.problems };
}

/** Lists whose entries have a key each. */
const lists = ['scale', 'areas', 'standardText', 'sections'] as const;

/** Checks part after part of a file. What gives a part gives it without what is wrong in it. */
class FrameworkCheck {
  readonly problems: FileProblem[] = [];
  readonly #own: FrameworkFile;
  readonly #json: JsonFile;
  readonly #areaIds: readonly string[];
  readonly #gradeIds: readonly string[];
  readonly #roles: readonly string[];

  /** @param whole the file with all that it extends: what it names may stand there */
  constructor(own: FrameworkFile, whole: FrameworkFile, json: JsonFile) {
    this.#own = own;
    this.#json = json;
    const areas = whole.areas ?? [];
    this.#areaIds = areas.map(({ id }) => id);
    this.#gradeIds = [...(whole.scale ?? []), ...areas.flatMap(({ values }) => values ?? [])].map(({ id }) => id);
    this.#roles = [...new Set([...(whole.sections ?? []).map(({ role }) => role), ...knownRoles])];
  }

  extension(base: FrameworkFile | 'circular' | undefined, frameworkIds: readonly string[]): void {
    const name = this.#own.extends ?? '';
    if (base === 'circular') {
      this.#report(
        ['extends'],
        `“${name}” rests on this framework itself; nothing is inherited. One of the frameworks in this circle must extend no other.`,
      );
    } else if (this.#own.extends !== undefined && base === undefined) {
      this.#unknown(['extends'], 'framework', name, frameworkIds, 'nothing is inherited');
    }
  }

  repeated(list: (typeof lists)[number]): void {
    const key = entryKey(list);
    const seen = new Set<string>();
    (this.#own[list] ?? []).forEach((entry, i) => {
      const found = key?.({ ...entry }) ?? '';
      const what =
        'role' in entry && !('id' in entry) ? `role “${entry.role}”` : `id “${'id' in entry ? entry.id : ''}”`;
      if (seen.has(found)) {
        this.#report(
          [list, i],
          `“${list}” has two entries of the ${what}${list === 'sections' ? ' with the same area and “within”' : ''}. Join them.`,
          'warning',
        );
      }
      seen.add(found);
    });
  }

  areas(): FrameworkFile['areas'] {
    return this.#own.areas?.map((area, i) => {
      if (area.parent === undefined) return area;
      const { parent, ...rest } = area;
      const path = ['areas', i, 'parent'];
      if (parent !== area.id) return this.#isArea(parent, path, 'the area is taken to stand alone') ? area : rest;
      this.#report(path, 'An area cannot be a part of itself; it is taken to stand alone.');
      return rest;
    });
  }

  sections(): FrameworkFile['sections'] {
    return this.#own.sections?.map((section, i) => {
      this.#roleNames(section.within, ['sections', i, 'within']);
      const { area, ...rest } = section;
      const isKnown = area === undefined || this.#isArea(area, ['sections', i, 'area'], 'the section has no area');
      return isKnown ? section : rest;
    });
  }

  numbering(): void {
    this.#own.numbering?.forEach((series, i) => {
      this.#roleNames(series.roles, ['numbering', i, 'roles']);
    });
  }

  limits(): FrameworkFile['limits'] {
    return this.#own.limits?.filter((limit, i) => {
      const effect = 'this limit is not used';
      const path = ['limits', i];
      const known = [
        ...limit.areas.map((area, j) => this.#isArea(area, [...path, 'areas', j], effect)),
        this.#isArea(limit.area, [...path, 'area'], effect),
        this.#isGrade(limit.at, [...path, 'at'], effect),
        this.#isGrade(limit.most, [...path, 'most'], effect),
      ];
      if ((limit.count ?? 1) <= limit.areas.length) return known.every(Boolean);
      this.#report(
        [...path, 'count'],
        'This limit names fewer areas than its count asks for, so that it never holds. Name more areas, or lower the count.',
      );
      return false;
    });
  }

  patterns(
    given: readonly string[] | undefined,
    path: JsonPath,
    place: '{area}' | '{provider}',
  ): readonly string[] | undefined {
    return given?.filter((source, i) => {
      const message = patternProblem(source, place);
      if (message !== undefined) this.#report([...path, i], message);
      return message === undefined;
    });
  }

  /** What must not be more, or later, than another. */
  bounds(): void {
    const { fewest, most } = this.#own.recommendations ?? {};
    if (fewest !== undefined && most !== undefined && fewest > most) {
      this.#report(
        ['recommendations', 'most'],
        '“most” is less than “fewest”, so that no report has the right number of recommendations.',
      );
    }
    const { from, to } = this.#own.valid ?? {};
    if (from !== undefined && to !== undefined && from > to) {
      this.#report(['valid', 'to'], 'The framework ends before it begins: “to” must not be earlier than “from”.');
    }
  }

  /** The keys of the framework’s own for reports’ details, those whose expressions can be used. */
  properties(): Readonly<Record<string, unknown>> {
    const properties = Object.entries(this.#own.metadata?.properties ?? {}).filter(([key, schema]) => {
      const message = expressionProblem(schema);
      if (message !== undefined) this.#report(['metadata', 'properties', key], message);
      return message === undefined;
    });
    return Object.fromEntries(properties);
  }

  #isArea(id: string, path: JsonPath, effect: string): boolean {
    return this.#areaIds.includes(id) || this.#unknown(path, 'area', id, this.#areaIds, effect);
  }

  #isGrade(id: string, path: JsonPath, effect: string): boolean {
    return this.#gradeIds.includes(id) || this.#unknown(path, 'grade', id, this.#gradeIds, effect);
  }

  #roleNames(given: readonly string[] | undefined, path: JsonPath): void {
    given?.forEach((role, i) => {
      if (!this.#roles.includes(role))
        this.#unknown([...path, i], 'kind of section with the role', role, this.#roles, 'it stands for nothing here');
    });
  }

  #unknown(path: JsonPath, what: string, name: string, known: readonly string[], effect: string): false {
    this.#report(path, `There is no ${what} “${name}”; ${effect}.${didYouMean(nearest(name, known))}`);
    return false;
  }

  #report(path: JsonPath, message: string, severity: FileProblem['severity'] = 'error'): void {
    const node = this.#json.nodeAt(path);
    // Of a key of the author's own the name is shown.
    const named = path.at(-2) === 'properties' ? node?.parent?.children?.[0] : undefined;
    const { offset, length } = named ?? node ?? { offset: 0, length: 0 };
    this.problems.push({ from: offset, to: offset + length, message, severity });
  }
}

function patternProblem(source: string, place: '{area}' | '{provider}'): string | undefined {
  const found: readonly string[] = source.match(/\{[^{}]*\}/g) ?? [];
  const wrong = found.find(name => !places.has(name));
  if (wrong !== undefined) {
    const advice = didYouMean(nearest(wrong, places));
    return `“${wrong}” is no place of a pattern; the places are {provider}, {area}, {is grade} and {are grade}.${advice}`;
  }
  const grades: string[] = found.filter(name => name.endsWith(' grade}'));
  if (grades.length !== 1 || !source.endsWith(grades[0] ?? ''))
    return 'A pattern ends with {is grade} or with {are grade}, once: where the grade stands.';
  if (new Set(found).size < found.length) return 'Each place may stand in a pattern once.';
  if (place === '{area}' && !found.includes(place))
    return 'A statement needs {area}: without it nobody knows what is graded.';
  return undefined;
}

/** What is wrong with the regular expressions in a JSON Schema. */
function expressionProblem(schema: unknown): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'pattern' && typeof value === 'string') {
      if (!isExpression(value)) return `The pattern “${value}” is no regular expression; the key is not checked.`;
      if (runaway.test(value))
        return `The pattern “${value}” repeats what repeats, which can take for ever; the key is not checked. Say it without repetition within repetition.`;
    }
    const inner = expressionProblem(value);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function isExpression(source: string): boolean {
  try {
    return new RegExp(source, 'u') !== undefined;
  } catch {
    return false;
  }
}
