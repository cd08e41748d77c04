import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { builtInFramework, builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { OpenReport } from '../../server/src/lsp/openReport.ts';

const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');

const framework = builtInFramework('ofsted-sif');
const lines = sample.split('\n');
const words = (i: number): string => ` [it](b.inspection#paragraph-${10 + (i % 90)})`;
const { length } = words(0);

/** All that is made of a report as it is edited. */
function read(open: OpenReport): void {
  assert.ok(framework);
  const report = open.report(framework);
  reportFindings(report, { rules: {} }, builtInFrameworks, undefined);
  documentSymbols(report);
  semanticTokens(report);
}

/** A report after edits all over it: a link at the end of a line, or another in its place, at one line in seven. */
function edited(count: number): OpenReport {
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 0, sample);
  const written = new Set<number>();
  for (let i = 0; i < count; i++) {
    const line = (i % Math.floor(lines.length / 7)) * 7;
    const start = { line, character: lines[line]?.length ?? 0 };
    const end = { line, character: start.character + (written.has(line) ? length : 0) };
    written.add(line);
    OpenReport.update(open, [{ range: { start, end }, text: words(i) }], i + 1);
    if (i % 20 === 0) read(open);
  }
  read(open);
  return open;
}

test('2,000 edits all over a report leave no old text of it alive', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  edited(1000); // so that all code is compiled
  const before = heap();
  const open = edited(2000);
  const withEdited = heap();
  const fresh = OpenReport.create(
    'file:///a.inspection',
    'inspectmark',
    0,
    JSON.parse(JSON.stringify(open.document.source)),
  );
  read(fresh);
  const withFresh = heap();
  const more = withEdited - before - (withFresh - withEdited);
  const texts = more / (2 * sample.length);
  assert.equal(open.document.source, fresh.document.source);
  // A leak is one text for each of hundreds of blocks; compiled code and the like may amount to a few.
  assert.ok(texts < 20, `${texts.toFixed(1)} texts`);
});
