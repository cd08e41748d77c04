import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { type Report, reportOf } from '../../server/src/model/report.ts';
import { reportSummary } from '../../server/src/model/reportSummary.ts';
import { PassageShelf, passagesOf } from '../../server/src/model/words/passages.ts';
import { rules } from '../../server/src/rules/index.ts';
import { readSettings } from '../../server/src/settings/readSettings.ts';
import { reportFramework } from '../../server/src/settings/reportFramework.ts';
import type { ReportSettings } from '../../server/src/settings/settings.ts';
import { settingsFor } from '../../server/src/settings/settingsFor.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

const { settings, problems } = readSettings(readFileSync('samples/drafts/inspectmark.json', 'utf8'), rules);

const folder = 'samples/drafts';
const drafts = readdirSync(folder).filter(name => name.endsWith('.inspection'));
const shelf = new PassageShelf();
for (const name of drafts) shelf.put(name, passagesOf(documentOf(readFileSync(`${folder}/${name}`, 'utf8')), name));

function reportAt(path: string): { report: Report; own: ReportSettings } {
  const document = documentOf(readFileSync(path, 'utf8'));
  const own = settingsFor(settings, basename(path));
  return { report: reportOf(document, reportFramework(document, own, builtInFrameworks)), own };
}

/** Which rules find something in a sample. */
function foundIn(path: string): Set<string> {
  const { report, own } = reportAt(path);
  const linked = (name: string) =>
    drafts.includes(name) ? reportSummary(reportAt(`${folder}/${name}`).report) : undefined;
  const findings = reportFindings(report, own, builtInFrameworks, linked, { sharing: shelf.sharing(basename(path)) });
  return new Set(findings.map(({ rule }) => rule));
}

test('the samples’ own settings are in order', () => assert.deepEqual(problems, []));

test('every rule finds something in the samples', () => {
  const found = new Set<string>();
  for (const path of [...drafts.map(name => `${folder}/${name}`), 'samples/rotherham-2018.inspection'])
    for (const rule of foundIn(path)) found.add(rule);
  assert.deepEqual(
    rules.map(({ id }) => id).filter(id => !found.has(id)),
    [],
  );
});
