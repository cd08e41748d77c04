import type { RuleSettingInFile } from '../framework/frameworkFile.ts';
import { ruleSettings } from '../framework/frameworkOf.ts';
import { defaultReportSettings, type ReportSettings } from '../settings/settings.ts';

/**
 * The editor's settings, `inspectmark.framework` and `inspectmark.rules`, from whatever a client sends; what is of the
 * wrong kind does not count.
 */
export function editorSettings(sent: unknown): ReportSettings {
  const section = part(sent, 'inspectmark') ?? sent;
  const framework = part(section, 'framework');
  const rules = part(section, 'rules');
  const valid = Object.entries(typeof rules === 'object' && rules !== null ? rules : {}).filter(([, setting]) =>
    ['error', 'warning', 'information', 'hint', 'off'].includes(String(setting)),
  );
  return {
    ...defaultReportSettings,
    framework: typeof framework === 'string' && framework !== '' ? framework : undefined,
    rules: ruleSettings(Object.fromEntries(valid) as Record<string, RuleSettingInFile>),
  };
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
