import { dirname, relative, resolve, sep } from 'node:path';
import type { RuleSetting } from '../model/framework.ts';
import type { Report } from '../model/report.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { overridesFor } from '../settings/settingsFor.ts';
import { listInWords } from '../text/phrases.ts';
import { choice } from './arguments.ts';
import { printable, shortened } from './columns.ts';
import { type Command, configGiven, reportOptions } from './command.ts';
import type { Governance } from './governance.ts';
import { Refusal } from './refusal.ts';
import { reportPaths, shown } from './reportPaths.ts';
import { Reports } from './reports.ts';

/** Something that says how rules are set, in the words in which it is named. */
interface Layer {
  readonly from: string;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** A value of the configuration and where it comes from. */
interface Origin<Value> {
  readonly value: Value;
  readonly from: string;
}

/** A rule as it is set for a report. */
interface EffectiveRule {
  readonly rule: string;
  readonly severity: Origin<string>;
  readonly options: Readonly<Record<string, Origin<unknown>>>;
}

const byDefault = 'default';

/** `inspectmark config`: how a report is checked, and where each value comes from. */
export const config: Command = {
  options: { framework: reportOptions.framework, config: reportOptions.config, format: { type: 'string' } },
  async run(args, io) {
    const format = choice(args.last('format'), '--format', ['pretty', 'json']) ?? 'pretty';
    const [given, ...more] = args.positionals;
    if (given === undefined || more.length > 0) throw new Refusal('Name one report: inspectmark config FILE.');
    const [path, ...others] = await reportPaths([given], io, undefined);
    if (others.length > 0) throw new Refusal(`${given} holds more than one report. Name one of them.`);
    if (path?.file === undefined) throw new Refusal(`${given} is no file with settings of its own.`);
    const framework = args.last('framework');
    const reports = new Reports(io, framework, configGiven(args, io));
    await reports.refuseUnknownFramework([path]);
    const { report, failOn, settings } = await reports.open(path);
    const governance = await reports.governances.of(path.file);
    for (const { file } of reports.governances.takeBroken())
      io.stderr(
        `inspectmark: something is wrong in ${shown(relative(io.cwd, file))}; “inspectmark check” says what.\n`,
      );
    const named = (file: string): string => shown(relative(io.cwd, file));
    const layers = layersOf(report, governance, path.file, named);
    const effective = rules.map(rule => ruleOf(rule, layers));
    const files = (governance.settingsFiles?.files ?? []).map(({ file }) => named(file)).reverse();
    const own = report.metadata.framework;
    const origins = originsOf(governance, path.file, named);
    // (What the details name and there is not leaves the default.)
    const byReport = own === report.framework.id ? 'the report’s details' : byDefault;
    const source = framework !== undefined ? '--framework' : own !== undefined ? byReport : undefined;
    const result = {
      version: 1,
      report: path.shown,
      settings: files,
      framework: {
        value: report.framework.id,
        from: source ?? (settings.framework === undefined ? byDefault : origins.framework),
      },
      failOn: { value: failOn ?? 'error', from: failOn === undefined ? byDefault : origins.failOn },
      baseline: { value: origins.baseline?.file ?? null, from: origins.baseline?.from ?? byDefault },
      ignored: settings.ignored,
      rules: effective,
    };
    io.stdout(format === 'json' ? `${JSON.stringify(result, undefined, 2)}\n` : pretty(result));
    return 0;
  },
};

/** Which of the settings files say what fails a check, what is known, and by which framework a report is read. */
function originsOf({ settingsFiles }: Governance, file: string, named: (file: string) => string) {
  let [framework, failOn] = [byDefault, byDefault];
  let baseline: { readonly file: string; readonly from: string } | undefined;
  const { folder, files } = settingsFiles ?? { folder: '', files: [] };
  const path = relative(folder, file).replaceAll(sep, '/');
  for (const each of files) {
    const from = named(each.file);
    const { settings } = each;
    if (settings.failOn !== undefined) failOn = from;
    if (settings.framework !== undefined) framework = from;
    if (settings.baseline !== undefined)
      baseline = { file: named(resolve(dirname(each.file), settings.baseline)), from };
  }
  for (const each of files) {
    for (const override of overridesFor(each.settings, path))
      if (override.framework !== undefined) framework = `${named(each.file)}, for ${override.files.join(', ')}`;
  }
  return { framework, failOn, baseline };
}

/** What says something of rules, the weakest first. */
function layersOf(
  report: Report,
  { settingsFiles }: Governance,
  file: string,
  named: (file: string) => string,
): Layer[] {
  const layers: Layer[] = [{ from: `framework ${report.framework.id}`, rules: report.framework.rules }];
  if (settingsFiles === undefined) return layers;
  const { folder, files } = settingsFiles;
  const path = relative(folder, file).replaceAll(sep, '/');
  for (const each of files) layers.push({ from: named(each.file), rules: each.settings.rules });
  for (const each of files) {
    for (const override of overridesFor(each.settings, path))
      layers.push({ from: `${named(each.file)}, for ${override.files.join(', ')}`, rules: override.rules });
  }
  return layers;
}

function ruleOf({ id: rule, severity, options: known = {} }: Rule, layers: readonly Layer[]): EffectiveRule {
  let own: Origin<string> = { value: severity, from: byDefault };
  const options: Record<string, Origin<unknown>> = {};
  for (const { from, rules: said } of layers) {
    const setting = Object.hasOwn(said, rule) ? said[rule] : undefined;
    if (setting?.severity !== undefined) own = { value: setting.severity, from };
    for (const [name, value] of Object.entries(setting?.options ?? {}))
      if (Object.hasOwn(known, name)) options[name] = { value, from };
  }
  return { rule, severity: own, options };
}

/** `a.json, which extends b.json and c.json` */
function withExtended([own = '', ...extended]: readonly string[]): string {
  return extended.length === 0 ? own : `${own}, which extends ${listInWords(extended.reverse())}`;
}

/** Options can be long lists; as JSON they are whole. */
const widest = 40;

function pretty(result: {
  readonly report: string;
  readonly settings: readonly string[];
  readonly framework: Origin<string>;
  readonly failOn: Origin<string>;
  readonly baseline: Origin<string | null>;
  readonly ignored: boolean;
  readonly rules: readonly EffectiveRule[];
}): string {
  const rows: [string, string, string][] = [
    ['framework', result.framework.value, result.framework.from],
    ['failOn', result.failOn.value, result.failOn.from],
    ['baseline', result.baseline.value ?? 'none', result.baseline.from],
  ];
  for (const { rule, severity, options } of result.rules) {
    rows.push([rule, severity.value, severity.from]);
    for (const [name, { value, from }] of Object.entries(options))
      rows.push([`  ${name}`, JSON.stringify(value), from]);
  }
  const width = (column: 0 | 1): number => Math.max(...rows.map(row => row[column].length));
  const [names, values] = [width(0), Math.min(widest, width(1))];
  const head = [
    result.settings.length === 0
      ? 'No inspectmark.json governs this report.'
      : `Settings: ${withExtended(result.settings)}`,
    ...(result.ignored ? ['This report is not checked: the settings ignore it.'] : []),
  ];
  const lines = rows.map(([name, value, from]) => {
    return `${name.padEnd(names)}  ${shortened(value, widest).padEnd(values)}  ${from}`;
  });
  return [`${result.report}`, ...head, '', ...lines].map(line => `${printable(line)}\n`).join('');
}
