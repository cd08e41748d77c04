import type { Schema } from '@cfworker/json-schema';
import { append } from '../text/lists.ts';
import { didYouMean, nearest } from '../text/nearest.ts';
import type { FileProblem } from './fileProblem.ts';
import type { RuleSettingInFile } from './frameworkFile.ts';
import type { JsonFile } from './jsonFile.ts';
import type { JsonPath } from './jsonPath.ts';
import { valueProblem } from './metadataProblem.ts';

/** A rule as files know it: its id, and the JSON Schemas of its options by their names. */
export interface KnownRule {
  readonly id: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

type RuleSettings = Readonly<Record<string, RuleSettingInFile>>;

/**
 * What is wrong with the rules' settings of a file, which stand at `path` in it, and the settings without the values that no
 * rule can use: for them the rule has its default.
 */
export function ruleSettingProblems(
  settings: RuleSettings,
  path: JsonPath,
  json: JsonFile,
  rules: readonly KnownRule[],
): { readonly settings: RuleSettings; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const checked = Object.entries(settings).map(([id, setting]) => {
    const rule = rules.find(each => each.id === id);
    if (rule === undefined) {
      const ids = rules.map(each => each.id);
      problems.push(
        ...unused(json, [...path, id], `There is no rule “${id}”, so this changes nothing.`, nearest(id, ids)),
      );
    }
    if (rule === undefined || typeof setting === 'string' || setting[1] === undefined) return [id, setting] as const;
    const [severity, given] = setting;
    const options = Object.entries(given).filter(([name, value]) => {
      const found = optionProblems(rule, name, value, [...path, id, 1, name], json);
      append(problems, found);
      return !found.some(problem => problem.severity === 'error');
    });
    return [id, [severity, Object.fromEntries(options)]] as const;
  });
  return { settings: Object.fromEntries(checked), problems };
}

function optionProblems(
  { id, options = {} }: KnownRule,
  name: string,
  value: unknown,
  path: JsonPath,
  json: JsonFile,
): FileProblem[] {
  if (!Object.hasOwn(options, name)) {
    const names = Object.keys(options);
    const has = names.length === 0 ? 'has no options' : `has no option “${name}”`;
    return unused(json, path, `The rule “${id}” ${has}, so this changes nothing.`, nearest(name, names));
  }
  const problem = valueProblem(options[name] as Schema, value);
  if (problem === undefined) return [];
  const { offset: from = 0, length = 0 } = json.nodeAt(path) ?? {};
  const message = `“${name}” ${problem}. Until then the rule has its default.`;
  return [{ from, to: from + length, message, severity: 'error' }];
}

/** A warning at the name of what stands at a place. */
function unused(json: JsonFile, path: JsonPath, message: string, best: string | undefined): FileProblem[] {
  const { offset: from = 0, length = 0 } = json.nodeAt(path)?.parent?.children?.[0] ?? {};
  return [{ from, to: from + length, message: message + didYouMean(best), severity: 'warning' }];
}
