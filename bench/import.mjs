// A part of `npm run bench`, and alone `node bench/import.mjs [ROUNDS]`: how long a PDF takes to be read, beside what pdf.js
// alone needs to give its text, and the most memory that takes. Published reports are read from beside the checkout.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { resolution } from '../esbuild.mjs';
import { median, ms, ratio, table } from './figures.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'out/bench');
const reader = join(out, 'pdf.mjs');
const reports = join(root, '../shared/corpus/pdf');

/** The reading of published reports and of one of 500 pages. */
export async function importing(rounds) {
  const { pdfSource, pdfLibrary, written } = await bundledReader();
  const library = await pdfLibrary();
  const files = existsSync(reports) ? readdirSync(reports).map(name => join(reports, name)) : [];
  const long = join(out, '500-pages.pdf');
  writeFileSync(long, written(500));
  files.push(long);
  console.log(`\nReading a PDF, warm, ${rounds} rounds, beside pdf.js giving its text; and alone in a process\n`);
  const rows = [];
  for (const file of files) {
    const bytes = readFileSync(file);
    const times = { ours: [], theirs: [] };
    let pages = 0;
    const few = file === long ? Math.min(rounds, 3) : rounds;
    for (let round = -1; round < few; round++) {
      const start = performance.now();
      await pdfSource(bytes);
      const middle = performance.now();
      pages = await textOf(library, bytes);
      if (round < 0) continue;
      times.ours.push(middle - start);
      times.theirs.push(performance.now() - middle);
    }
    const name = file.slice(file.lastIndexOf('/') + 1);
    rows.push([
      name,
      pages,
      ms(median(times.ours)),
      ms(median(times.theirs)),
      ratio(times.ours, times.theirs),
      peak(file),
    ]);
  }
  table(['', 'pages', 'ms (median)', 'pdf.js', '÷ pdf.js', 'peak'], rows);
}

/** The text of all pages as pdf.js gives it; how many they are. */
async function textOf(library, bytes) {
  const loading = library.getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 });
  const document = await loading.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  const { numPages } = document;
  await loading.destroy();
  return numPages;
}

/** The most memory that a process takes which reads one file. */
function peak(file) {
  const kept = join(out, 'peak');
  const script = `import { readFileSync } from 'node:fs';
    import { pdfSource } from ${JSON.stringify(pathToFileURL(reader).href)};
    await pdfSource(readFileSync(${JSON.stringify(file)}));`;
  const { status } = spawnSync(
    process.execPath,
    ['--require', join(root, 'bench/peak.cjs'), '--input-type=module', '--eval', script],
    { env: { ...process.env, PEAK_FILE: kept } },
  );
  if (status !== 0) return 'failed';
  const kibibytes = Number(readFileSync(kept, 'utf8'));
  rmSync(kept);
  return `${(kibibytes / 1024).toFixed(0)} MB`;
}

async function bundledReader() {
  mkdirSync(out, { recursive: true });
  await esbuild.build({
    ...resolution,
    stdin: {
      contents: `export { pdfSource } from './server/src/readers/pdf.ts';
        export { pdfLibrary } from './server/src/readers/pdfLibrary.ts';
        import { text, writtenPdf } from './test/readers/pdfWriter.ts';
        const line = 'Inspectors found that most of the plans for children are clear, and that they are followed.';
        const page = Array.from({ length: 45 }, (_, i) => text(70, 80 + i * 15, line)).join('');
        export const written = pages => writtenPdf(Array.from({ length: pages }, () => page));`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: reader,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(pathToFileURL(reader).href);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await importing(Number(process.argv[2] ?? 5));
