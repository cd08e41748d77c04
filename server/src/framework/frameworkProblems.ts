import { append } from '../text/lists.ts';
import { entryKey, extended } from './extended.ts';
import type { FileProblem } from './fileProblem.ts';
import type { FrameworkFile } from './frameworkFile.ts';
import type { JsonFile, JsonPath } from './jsonFile.ts';
import { nearest } from './nearest.ts';
import type { FrameworkSurroundings } from './readFramework.ts';
import { ruleSettingProblems } from './ruleSettingProblems.ts';

/** The roles that mean something whether or not a framework has a kind of section for them. */
const markupRoles = ['summary', 'recommendations', 'findings', 'judgements', 'history', 'notices', 'area'];

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
  const problems: FileProblem[] = [];
  const report = (path: JsonPath, message: string, severity: FileProblem['severity'] = 'error') => {
    const node = json.nodeAt(path);
    // Of a key of the author's own the name is shown.
    const named = path.at(-2) === 'properties' ? node?.parent?.children?.[0] : undefined;
    const { offset, length } = named ?? node ?? { offset: 0, length: 0 };
    problems.push({ from: offset, to: offset + length, message, severity });
  };
  const unknown = (path: JsonPath, what: string, name: string, known: readonly string[], effect: string) => {
    const best = nearest(name, known);
    report(path, `There is no ${what} “${name}”; ${effect}.${best === undefined ? '' : ` Did you mean “${best}”?`}`);
    return false;
  };

  const name = own.extends ?? '';
  if (base === 'circular') {
    report(
      ['extends'],
      `“${name}” rests on this framework itself; nothing is inherited. One of the frameworks in this circle must extend no other.`,
    );
  } else if (own.extends !== undefined && base === undefined) {
    unknown(['extends'], 'framework', name, surroundings.frameworkIds, 'nothing is inherited');
  }

  for (const list of ['scale', 'areas', 'standardText', 'sections'] as const) repeated(list);
  function repeated(list: 'scale' | 'areas' | 'standardText' | 'sections'): void {
    const key = entryKey(list);
    const seen = new Set<string>();
    (own[list] ?? []).forEach((entry, i) => {
      const found = key?.({ ...entry }) ?? '';
      const what =
        'role' in entry && !('id' in entry) ? `role “${entry.role}”` : `id “${'id' in entry ? entry.id : ''}”`;
      if (seen.has(found)) {
        report(
          [list, i],
          `“${list}” has two entries of the ${what}${list === 'sections' ? ' with the same area and “within”' : ''}. Join them.`,
          'warning',
        );
      }
      seen.add(found);
    });
  }

  const whole = typeof base === 'object' ? extended(base, own) : own;
  const areas = whole.areas ?? [];
  const areaIds = areas.map(({ id }) => id);
  const gradeIds = [...(whole.scale ?? []), ...areas.flatMap(({ values }) => values ?? [])].map(({ id }) => id);
  const roles = [...new Set([...(whole.sections ?? []).map(({ role }) => role), ...markupRoles])];
  const isArea = (id: string, path: JsonPath, effect: string) =>
    areaIds.includes(id) || unknown(path, 'area', id, areaIds, effect);
  const isGrade = (id: string, path: JsonPath, effect: string) =>
    gradeIds.includes(id) || unknown(path, 'grade', id, gradeIds, effect);
  const areRoles = (given: readonly string[] | undefined, path: JsonPath) => {
    given?.forEach((role, i) => {
      if (!roles.includes(role))
        unknown([...path, i], 'kind of section with the role', role, roles, 'it stands for nothing here');
    });
  };

  const ownAreas = own.areas?.map((area, i) => {
    if (area.parent === undefined) return area;
    const { parent, ...rest } = area;
    if (parent !== area.id)
      return isArea(parent, ['areas', i, 'parent'], 'the area is taken to stand alone') ? area : rest;
    report(['areas', i, 'parent'], 'An area cannot be a part of itself; it is taken to stand alone.');
    return rest;
  });
  const sections = own.sections?.map((section, i) => {
    areRoles(section.within, ['sections', i, 'within']);
    const { area, ...rest } = section;
    return area === undefined || isArea(area, ['sections', i, 'area'], 'the section has no area') ? section : rest;
  });
  own.numbering?.forEach((series, i) => {
    areRoles(series.roles, ['numbering', i, 'roles']);
  });
  const limits = own.limits?.filter((limit, i) => {
    const effect = 'this limit is not used';
    const path = ['limits', i];
    const known = limit.areas.map((area, j) => isArea(area, [...path, 'areas', j], effect));
    known.push(isArea(limit.area, [...path, 'area'], effect));
    known.push(isGrade(limit.at, [...path, 'at'], effect), isGrade(limit.most, [...path, 'most'], effect));
    if ((limit.count ?? 1) <= limit.areas.length) return known.every(Boolean);
    report(
      [...path, 'count'],
      'This limit names fewer areas than its count asks for, so that it never holds. Name more areas, or lower the count.',
    );
    return false;
  });

  const patterns = (given: readonly string[] | undefined, path: JsonPath, place: '{area}' | '{provider}') =>
    given?.filter((source, i) => {
      const message = patternProblem(source, place);
      if (message !== undefined) report([...path, i], message);
      return message === undefined;
    });
  const headlines = patterns(own.opening?.headlines, ['opening', 'headlines'], '{provider}');
  const statements = patterns(own.statements, ['statements'], '{area}');

  const { fewest, most } = own.recommendations ?? {};
  if (fewest !== undefined && most !== undefined && fewest > most) {
    report(
      ['recommendations', 'most'],
      '“most” is less than “fewest”, so that no report has the right number of recommendations.',
    );
  }
  const { from, to } = own.valid ?? {};
  if (from !== undefined && to !== undefined && from > to) {
    report(['valid', 'to'], 'The framework ends before it begins: “to” must not be earlier than “from”.');
  }
  const rules = own.rules && surroundings.rules && ruleSettingProblems(own.rules, ['rules'], json, surroundings.rules);
  append(problems, rules?.problems ?? []);
  const properties = Object.entries(own.metadata?.properties ?? {}).filter(([key, schema]) => {
    const message = expressionProblem(schema);
    if (message !== undefined) report(['metadata', 'properties', key], message);
    return message === undefined;
  });

  const file: FrameworkFile = {
    ...own,
    ...(ownAreas && { areas: ownAreas }),
    ...(sections && { sections }),
    ...(limits && { limits }),
    ...(headlines && { opening: { headlines } }),
    ...(statements && { statements }),
    ...(rules && { rules: rules.settings }),
    ...(own.metadata && { metadata: { ...own.metadata, properties: Object.fromEntries(properties) } }),
  };
  return { file, problems };
}

function patternProblem(source: string, place: '{area}' | '{provider}'): string | undefined {
  const found: readonly string[] = source.match(/\{[^{}]*\}/g) ?? [];
  const wrong = found.find(name => !places.has(name));
  if (wrong !== undefined) {
    const best = nearest(wrong, places);
    return `“${wrong}” is no place of a pattern; the places are {provider}, {area}, {is grade} and {are grade}.${best === undefined ? '' : ` Did you mean “${best}”?`}`;
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
