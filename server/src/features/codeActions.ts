import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type SnippetTextEdit,
  StringValue,
  type TextEdit,
} from 'vscode-languageserver-types';
import { renumbering } from '../model/numbering/renumbering.ts';
import type { Report } from '../model/report.ts';
import { certainFixes, editsOf } from '../rules/certainFixes.ts';
import type { CheckedFinding } from '../rules/check.ts';
import { lineBreak } from '../rules/lineBreak.ts';
import type { Edit, Fix } from '../rules/rule.ts';
import { blockIndexAt } from '../syntax/document.ts';
import type { Span, Text } from '../text/text.ts';

/** All certain fixes of a report at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.inspectmark`;

/** The right numbers for all paragraphs, and all that refers to them. */
export const renumberKind = `${CodeActionKind.Source}.renumber.inspectmark`;

/**
 * What the author may do about the findings at a place: their fixes, best first, and all that are certain in one, which
 * `allFixed` gives. An editor that takes snippets puts the cursor where a reason is to be written.
 */
export function codeActions(
  report: Report,
  uri: string,
  findings: readonly CheckedFinding[],
  span: Span,
  only: readonly string[] | undefined,
  diagnosticOf: (finding: CheckedFinding) => Diagnostic,
  allFixed: () => readonly Edit[],
  takesSnippets = false,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of findings) {
      if (finding.from > span.to || finding.to < span.from) continue;
      const diagnostics = [diagnosticOf(finding)];
      finding.fixes.forEach((fix, i) => {
        actions.push({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          ...(i === 0 && fix.certain && { isPreferred: true }),
          edit: { changes: { [uri]: textEdits(report.text, fix.edits) } },
        });
      });
      const same = certainFixes(findings.filter(({ rule }) => rule === finding.rule));
      if (same.length > 1 && !actions.some(({ title }) => title === titleOfAll(same.length, finding.rule)))
        actions.push({
          title: titleOfAll(same.length, finding.rule),
          kind: CodeActionKind.QuickFix,
          diagnostics,
          edit: { changes: { [uri]: textEdits(report.text, editsOf(same)) } },
        });
      const accepting = acceptance(report, finding);
      if (accepting !== undefined)
        actions.push({
          title: `Accept with a reason (${finding.rule})`,
          kind: CodeActionKind.QuickFix,
          diagnostics,
          edit: takesSnippets
            ? {
                documentChanges: [
                  { textDocument: { uri, version: null }, edits: [snippetEdit(report.text, accepting)] },
                ],
              }
            : { changes: { [uri]: textEdits(report.text, [accepting]) } },
        });
    }
  }
  // Asked for by name only: a list of quick fixes is no place for it.
  if (only !== undefined && wanted(fixAllKind)) {
    const edits = allFixed();
    if (edits.length > 0)
      actions.push({
        title: 'Correct all that is certain',
        kind: fixAllKind,
        edit: { changes: { [uri]: textEdits(report.text, edits) } },
      });
  }
  if (only !== undefined && wanted(renumberKind)) {
    const edits = renumbering(report);
    if (edits.length > 0)
      actions.push({
        title: 'Renumber the paragraphs',
        kind: renumberKind,
        edit: { changes: { [uri]: textEdits(report.text, edits) } },
      });
  }
  return actions;
}

function titleOfAll(count: number, rule: string): string {
  return `Correct all ${count} like this (${rule})`;
}

/**
 * The edit that accepts a finding by a comment above its block; nothing where it would not count: for the
 * report's details and for comments. The comment ends where the reason is to be written.
 */
function acceptance({ document }: Report, { rule, from }: CheckedFinding): Edit | undefined {
  const { source, blocks, starts } = document;
  const index = blockIndexAt(document, from);
  const block = index === undefined ? undefined : blocks[index];
  if (index === undefined || block === undefined || block.kind === 'frontMatter' || block.kind === 'comment')
    return undefined;
  const start = starts[index] ?? 0;
  // A block may begin with blank lines, at the text's start, and its mark stand one space from the margin.
  const line = start + Math.max(0, source.slice(start, start + block.start).search(/[^\r\n]*$/));
  return { from: line, to: line, text: `<!-- inspectmark-disable-next ${rule} -- -->${lineBreak(source)}` };
}

/** The edit that accepts a finding, with the cursor where the reason is to be written. */
function snippetEdit(text: Text, accepting: Edit): SnippetTextEdit {
  return {
    range: text.range(accepting),
    snippet: StringValue.createSnippet(accepting.text.replace('-- -->', '-- $0 -->')),
  };
}

function textEdits(text: Text, edits: Fix['edits']): TextEdit[] {
  return edits.map(edit => ({ range: text.range(edit), newText: edit.text }));
}
