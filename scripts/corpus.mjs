// `npm run corpus [-- FOLDER]` brings in and checks every report of a folder (../shared/corpus if none is named), and
// prints a table: what was found, against expected.tsv where that is given, and what import and rules say of it.
// With --out DIR the markup is written there.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { resolution } from '../esbuild.mjs';
import { root } from './setUp.mjs';

const args = process.argv.slice(2);
const out = args.includes('--out') ? args.splice(args.indexOf('--out'), 2)[1] : undefined;
const [folder = '../shared/corpus'] = args;
const bundle = `${root}out/corpus/corpusRow.mjs`;
if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}. Usage: npm run corpus -- FOLDER [--out DIR]`);
  process.exit(2);
}

await build({
  ...resolution,
  entryPoints: ['test/corpus/corpusRow.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { corpusRow, expectedRows } = await import(pathToFileURL(bundle).href);

const expectedFile = [folder, join(folder, '..')]
  .map(path => join(path, 'expected.tsv'))
  .find(path => existsSync(path));
const expected = expectedFile !== undefined ? expectedRows(readFileSync(expectedFile, 'utf8')) : new Map();
const heads = ['file', 'framework', 'facts', 'lost', 'invented', 'guesses', 'errors', 'warnings', 'questions', 'ms'];
const rows = [];
for (const file of filesIn(folder)) {
  const row = await corpusRow(readFileSync(file), basename(file), expected.get(basename(file)));
  rows.push(row);
  if (out !== undefined && row.markup !== undefined) {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, `${basename(file)}.inspection`), row.markup);
    writeFileSync(join(out, `${basename(file)}.ledger.tsv`), row.ledger);
  }
}
const cells = [heads, ...rows.map(row => row.cells)];
const widths = heads.map((_, i) => Math.max(...cells.map(row => String(row[i] ?? '').length)));
for (const row of cells)
  console.log(
    row
      .map((cell, i) => String(cell ?? '').padEnd(widths[i]))
      .join('  ')
      .trimEnd(),
  );
for (const { name, notes } of rows) for (const note of notes) console.log(`${name}: ${note}`);
process.exitCode = rows.some(({ bad }) => bad) ? 1 : 0;

function filesIn(path) {
  return readdirSync(path)
    .flatMap(name => (statSync(join(path, name)).isDirectory() ? filesIn(join(path, name)) : [join(path, name)]))
    .filter(file => /\.(?:txt|md|pdf|docx)$/i.test(file) && !/README/i.test(file))
    .sort();
}
