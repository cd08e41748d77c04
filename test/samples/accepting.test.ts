import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import type { CheckedFinding } from '../../server/src/rules/checking/check.ts';
import { reportFramework } from '../../server/src/settings/reportFramework.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { blockIndexAt, documentOf } from '../../server/src/syntax/document.ts';
import { fixture } from '../features/fixture.ts';

test('every finding of the drafts can be accepted, but for those on details and comments', () => {
  let accepted = 0;
  for (const name of readdirSync('samples/drafts').filter(each => each.endsWith('.inspection'))) {
    const text = readFileSync(`samples/drafts/${name}`, 'utf8');
    const findings = findingsIn(text);
    for (const { rule, from, fingerprint } of findings) {
      const { report, uri } = fixture(text);
      const found = findings.filter(each => each.fingerprint === fingerprint);
      const span = { from, to: from };
      const diagnosticOf = ({ message }: CheckedFinding) => ({ message, range: report.text.range(span) });
      const checked = {
        report,
        uri,
        findings: found,
        diagnosticOf,
        allFixed: () => [],
        moved: () => [],
        taggings: () => [],
        takesSnippets: false,
      };
      const actions = codeActions(checked, span, ['quickfix']);
      const accept = actions.find(({ title }) => title === `Accept with a reason (${rule})`);
      if (accept === undefined) {
        const kind = report.document.blocks[blockIndexAt(report.document, from) ?? -1]?.kind;
        assert.ok(kind === 'frontMatter' || kind === 'comment', `${name}: ${rule} cannot be accepted`);
        continue;
      }
      const document = TextDocument.create(uri, '', 0, text);
      const after = findingsIn(TextDocument.applyEdits(document, accept.edit?.changes?.[uri] ?? []));
      const left = after.filter(each => each.rule === rule).length;
      assert.ok(
        left < findings.filter(each => each.rule === rule).length,
        `${name}: ${rule} at ${from} is still found`,
      );
      accepted++;
    }
  }
  assert.ok(accepted > 20);
});

function findingsIn(text: string): CheckedFinding[] {
  const document = documentOf(text);
  const report = reportOf(document, reportFramework(document, defaultReportSettings, builtInFrameworks));
  return reportFindings(report, defaultReportSettings, builtInFrameworks, undefined);
}
