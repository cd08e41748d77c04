import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { rules } from '../../server/src/rules/index.ts';
import { readSettings } from '../../server/src/settings/readSettings.ts';
import { reportFramework } from '../../server/src/settings/reportFramework.ts';
import { settingsFor } from '../../server/src/settings/settingsFor.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const ids = rules.map(({ id }) => id);
const { settings, problems } = readSettings(readFileSync('samples/drafts/inspectmark.json', 'utf8'), ids);

/** Which rules find something in a sample. */
function foundIn(path: string): Set<string> {
  const document = documentOf(readFileSync(`samples/${path}`, 'utf8'));
  const own = settingsFor(settings, basename(path));
  const report = reportOf(document, reportFramework(document, own, builtInFrameworks));
  return new Set(reportFindings(report, own, builtInFrameworks, () => undefined).map(({ rule }) => rule));
}

test('the samples’ own settings are in order', () => assert.deepEqual(problems, []));

test('every rule finds something in the samples', () => {
  const found = new Set<string>();
  for (const file of readdirSync('samples/drafts').filter(name => name.endsWith('.inspection')))
    for (const rule of foundIn(`drafts/${file}`)) found.add(rule);
  for (const rule of foundIn('rotherham-2018.inspection')) found.add(rule);
  assert.deepEqual(
    ids.filter(id => !found.has(id)),
    [],
  );
});
