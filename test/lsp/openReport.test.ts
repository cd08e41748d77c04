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

test('2,000 edits all over a report keep none of its old texts alive', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const open = OpenReport.create('file:///a.inspection', 'inspectmark', 1, sample);
  const framework = builtInFramework('ofsted-sif');
  assert.ok(framework);
  const lines = sample.split('\n');
  const words = (i: number): string => ` [it](b.inspection#paragraph-${10 + (i % 90)})`;
  const { length } = words(0);
  const written = new Set<number>();
  let version = 1;
  const edit = (count: number): void => {
    for (let i = 0; i < count; i++) {
      // A link at the end of a line, or another in its place: at one line in seven, all over the text.
      const line = (i % Math.floor(lines.length / 7)) * 7;
      const start = { line, character: lines[line]?.length ?? 0 };
      const end = { line, character: start.character + (written.has(line) ? length : 0) };
      written.add(line);
      OpenReport.update(open, [{ range: { start, end }, text: words(i) }], ++version);
      if (i % 5 > 0) continue;
      const report = open.report(framework);
      reportFindings(report, { rules: {} }, builtInFrameworks, undefined);
      documentSymbols(report);
      semanticTokens(report);
    }
  };
  edit(1000); // so that what is kept for every block is there, and all code is compiled
  collect();
  const before = process.memoryUsage();
  edit(2000);
  collect();
  const after = process.memoryUsage();
  const grown = after.heapUsed - before.heapUsed;
  const ofOneText = sample.length * 2;
  assert.equal(open.report(framework).document.source.length, sample.length + written.size * length);
  assert.ok(grown < 3 * ofOneText, `${Math.round(grown / 1024)} KiB, that is ${(grown / ofOneText).toFixed(1)} texts`);
});
