import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';
import type { CheckedFinding } from '../rules/check.ts';
import type { Fix } from '../rules/rule.ts';
import type { Span, Text } from '../text/text.ts';

/** All certain fixes of a report at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.inspectmark`;

/** What the author may do about the findings at a place: their fixes, best first, and all that are certain in one. */
export function codeActions(
  report: Report,
  uri: string,
  findings: readonly CheckedFinding[],
  span: Span,
  only: readonly string[] | undefined,
  diagnosticOf: (finding: CheckedFinding) => Diagnostic,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of findings) {
      if (finding.from > span.to || finding.to < span.from) continue;
      finding.fixes.forEach((fix, i) => {
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnosticOf(finding)],
          ...(i === 0 && fix.certain && { isPreferred: true }),
          edit: { changes: { [uri]: textEdits(report.text, fix.edits) } },
        });
      });
    }
  }
  // Asked for by name only: a list of quick fixes is no place for it.
  if (only !== undefined && wanted(fixAllKind)) {
    const edits = certainEdits(findings);
    if (edits.length > 0)
      actions.push({
        title: 'Fix all that is certain',
        kind: fixAllKind,
        edit: { changes: { [uri]: textEdits(report.text, edits) } },
      });
  }
  return actions;
}

/** The edits of all certain fixes, in the order of the text; of two that overlap, the first. */
function certainEdits(findings: readonly CheckedFinding[]): Fix['edits'] {
  const edits: Fix['edits'][number][] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ certain }) => certain);
    if (fix === undefined || fix.edits.some(edit => edits.some(other => meet(edit, other)))) continue;
    edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.from - b.from);
}

function meet(a: Span, b: Span): boolean {
  return (a.from < b.to && b.from < a.to) || a.from === b.from;
}

function textEdits(text: Text, edits: Fix['edits']): TextEdit[] {
  return edits.map(edit => ({ range: text.range(edit), newText: edit.text }));
}
