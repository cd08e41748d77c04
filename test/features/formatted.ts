import assert from 'node:assert/strict';
import { formatting } from '../../server/src/features/formatting.ts';
import { outline } from '../../server/src/features/outline.ts';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { type Report, reportOf } from '../../server/src/model/report.ts';
import { reportFramework } from '../../server/src/settings/reportFramework.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { editedText } from '../../server/src/text/edit.ts';
import type { Span } from '../../server/src/text/text.ts';

/** A report by the framework that it names. */
export function reportRead(source: string): Report {
  const document = documentOf(source);
  return reportOf(document, reportFramework(document, defaultReportSettings, builtInFrameworks, undefined));
}

/** A report's text after formatting. */
export function formatted(report: Report, range?: Span): string {
  const { source } = report.text;
  const edits = formatting(report, range);
  let end = 0;
  for (const { from, to, text } of edits) {
    assert.ok(end <= from && from <= to, 'changes stand in order and do not overlap');
    assert.notEqual(source.slice(from, to), text, 'what stays is not changed');
    end = to;
  }
  return editedText(source, edits);
}

/** Asserts what formatting promises of any text, and gives what it makes of it. */
export function assertPromises(source: string): string {
  const before = reportRead(source);
  const result = formatted(before);
  const after = reportRead(result);
  assert.equal(formatted(after), result, 'formatted once more it stays as it is');
  assert.deepEqual(words(result), words(source), 'the words are the same');
  assert.deepEqual(blocks(after), blocks(before), 'the blocks are the same');
  assert.deepEqual(meaning(after), meaning(before), 'it says the same');
  return result;
}

/** Asserts that the same is found in a report before it is formatted and afterwards. */
export function assertSameFindings(source: string): void {
  const before = reportRead(source);
  assert.deepEqual(findings(reportRead(formatted(before))), findings(before));
}

/** Words and marks. Between a colon and what follows it a blank may be added. */
function words(source: string): string[] {
  return source.replaceAll(':', ': ').split(/\s+/).filter(Boolean);
}

function blocks({ document }: Report): unknown[] {
  return document.blocks
    .filter(({ start, end }) => start < end)
    .map(({ kind, inlines: { comments, lineBreaks, tags, links, escapes } }) => [
      kind,
      ...[comments, lineBreaks, tags, links, escapes].map(({ length }) => length),
    ]);
}

/** What is read from a report, wherever it stands. */
function meaning(report: Report): unknown {
  return JSON.parse(
    JSON.stringify(outline(report), (key, value: unknown) => {
      if (key === 'line' || key === 'endLine' || key === 'column') return undefined;
      if (key === 'suggestedBy') return undefined; // how well a recommendation fits depends a little on line ends
      if (key === 'marks') return (value as readonly number[]).length;
      return typeof value === 'string' ? value.replace(/\s+/g, ' ').replace(/:(?=\S)/g, ': ') : value;
    }),
  );
}

function findings(report: Report): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of reportFindings(report, defaultReportSettings, builtInFrameworks, undefined))
    counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
