import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type SnippetTextEdit,
  StringValue,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { renumbering } from '../model/numbering/renumbering.ts';
import type { Report } from '../model/report.ts';
import { certainFixes, editsOf } from '../rules/checking/certainFixes.ts';
import type { CheckedFinding } from '../rules/checking/check.ts';
import type { Edit } from '../rules/rule.ts';
import { blockIndexAt } from '../syntax/document.ts';
import { lineBreak } from '../text/lineBreak.ts';
import type { Span, Text } from '../text/text.ts';

/** All certain fixes of a report at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.inspectmark`;

/** The right numbers for all paragraphs, and all that refers to them. */
export const renumberKind = `${CodeActionKind.Source}.renumber.inspectmark`;

/** The section at a place, before or behind its neighbour. */
export const moveKinds = {
  up: `${CodeActionKind.Refactor}.move.inspectmark.up`,
  down: `${CodeActionKind.Refactor}.move.inspectmark.down`,
} as const;

/** A recommendation for the finding at a place. */
export const tagKind = `${CodeActionKind.Refactor}.tag.inspectmark`;

/** The command of a client that asks for a reason: with the report, the place, and what stands there before and behind it. */
const acceptCommand = 'inspectmark.acceptWithReason';

/** A checked report, and how the client that asks about it is answered. */
export interface CheckedReport {
  readonly report: Report;
  readonly uri: string;
  readonly findings: readonly CheckedFinding[];
  /** A finding as the client has it. */
  readonly diagnosticOf: (finding: CheckedFinding) => Diagnostic;
  /** The edits that correct all that is certain. */
  readonly allFixed: () => readonly Edit[];
  /** The edits that move the section at the place asked about. */
  readonly moved: (move: keyof typeof moveKinds) => readonly Edit[];
  /** The edits that tag the finding at the place asked about, with a title for each. */
  readonly taggings: () => readonly { readonly title: string; readonly edits: readonly Edit[] }[];
  /** Whether the client asks the author for the reason for which a finding is accepted. */
  readonly asksReasons?: boolean;
  /** Whether the client puts the cursor where an edit says: where a reason is to be written. */
  readonly takesSnippets: boolean;
}

/**
 * What the author may do about the findings at a place; and with its section and the whole report, if that is asked for by
 * its kind.
 */
export function codeActions(checked: CheckedReport, span: Span, only: readonly string[] | undefined): CodeAction[] {
  const wanted = (kind: string): boolean =>
    only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const here = checked.findings.filter(({ from, to }) => from <= span.to && to >= span.from);
    const rules = new Set<string>();
    for (const finding of here) {
      actions.push(...quickFixes(checked, finding, !rules.has(finding.rule)));
      rules.add(finding.rule);
    }
    // To accept is the last that comes to mind, whichever of the findings can be corrected.
    actions.push(...here.flatMap(finding => acceptances(checked, finding)));
  }
  // By name only: a list of quick fixes is no place for these.
  const byKind = (kind: string, title: string, edits: () => readonly Edit[]): void => {
    if (only === undefined || !wanted(kind)) return;
    const made = edits();
    if (made.length > 0) actions.push({ title, kind, edit: edited(checked, made) });
  };
  byKind(fixAllKind, 'Correct all that is certain', checked.allFixed);
  byKind(renumberKind, 'Renumber the paragraphs', () => renumbering(checked.report));
  byKind(moveKinds.up, 'Move the section up', () => checked.moved('up'));
  byKind(moveKinds.down, 'Move the section down', () => checked.moved('down'));
  if (only !== undefined && wanted(tagKind))
    for (const { title, edits } of checked.taggings())
      actions.push({ title, kind: tagKind, edit: edited(checked, edits) });
  return actions;
}

/**
 * A finding's fixes, best first; and all that are certain of its rule in one.
 *
 * @param isFirst whether it is the first of its rule, with which all of the rule are offered
 */
function quickFixes(checked: CheckedReport, finding: CheckedFinding, isFirst: boolean): CodeAction[] {
  const { findings, diagnosticOf } = checked;
  const { rule, fixes } = finding;
  const shared = { kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(finding)] };
  const actions: CodeAction[] = fixes.map(({ title, certain, edits }, i) => ({
    title,
    ...shared,
    ...(i === 0 && certain && { isPreferred: true }),
    edit: edited(checked, edits),
  }));
  const same = isFirst ? certainFixes(findings.filter(each => each.rule === rule)) : [];
  if (same.length > 1) {
    const title = `Correct all ${same.length} like this (${rule})`;
    actions.push({ title, ...shared, edit: edited(checked, editsOf(same)) });
  }
  return actions;
}

/** What accepts a finding by a comment, where that would count. */
function acceptances(checked: CheckedReport, finding: CheckedFinding): CodeAction[] {
  const { report, uri, diagnosticOf, asksReasons, takesSnippets } = checked;
  const accepting = acceptance(report, finding);
  if (accepting === undefined) return [];
  const title = `Accept with a reason (${finding.rule})`;
  const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(finding)] };
  if (asksReasons) {
    const [before = '', after = ''] = accepting.text.split(/(?<=-- )(?=-->)/);
    const place = report.text.range(accepting).start;
    return [{ ...action, command: { title, command: acceptCommand, arguments: [uri, place, before, ` ${after}`] } }];
  }
  const textDocument = { uri, version: null };
  const edit = takesSnippets
    ? { documentChanges: [{ textDocument, edits: [snippetEdit(report.text, accepting)] }] }
    : edited(checked, [accepting]);
  return [{ ...action, edit }];
}

function edited({ report: { text }, uri }: CheckedReport, edits: readonly Edit[]): WorkspaceEdit {
  return { changes: { [uri]: edits.map(edit => ({ range: text.range(edit), newText: edit.text })) } };
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
