// `npm test` sets up, typechecks, lints, builds, and runs every test, those in real VS Codes last.
// `npm test -- --without-editor` leaves out those in real VS Codes.
// `npm test -- FILTER…` runs only the test files with FILTER in their path, and nothing before them.
// `npm run unit` runs the tests of the pure layers, and nothing before or after them: a few seconds.
// UPDATE=1 in the environment rewrites snapshots and generated pages.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { counted } from './counted.mjs';
import { build, node, root, setUp } from './setUp.mjs';

const options = process.argv.slice(2).filter(word => word.startsWith('--'));
const filters = process.argv.slice(2).filter(word => !word.startsWith('--'));

const unknown = options.filter(option => !['--unit', '--without-editor'].includes(option));
if (unknown.length > 0) {
  console.error(`Unknown option: ${unknown.join(' ')}. Usage: npm test -- [--without-editor] [FILTER…]`);
  process.exit(2);
}

const unit = options.includes('--unit');
const quick = filters.length > 0 || unit;
/**
 * What is tested without a process, a connection or a file of another folder; and what takes long of it, for it tries large
 * or many texts.
 */
const unitFolders = ['text', 'syntax', 'model', 'framework', 'settings', 'rules', 'features'];
const longTests = /\/(?:linear|properties)\.test\.ts$/;
process.exitCode = (await main()) ? 0 : 1;

async function main() {
  const files = testFiles();
  if (files.length === 0) {
    console.error(`No test file has ${filters.join(' or ')} in its path.`);
    return false;
  }
  if (!setUp()) {
    console.error('The installation failed.');
    return false;
  }
  const failed = quick ? [] : await failedSteps();
  const all = await runTests(files);
  if (!quick && !options.includes('--without-editor')) all.push(await runEditorTests(failed));
  const total = name => all.reduce((total, counts) => total + counts[name], 0);
  // What failed is told once more at the end, where it is read.
  for (const name of all.flatMap(({ failures }) => failures)) console.error(`Failed: ${name}`);
  // What fails before the tests fails the run, however well the tests go.
  if (failed.length > 0) console.error(`Before the tests: ${failed.join(' and ')} failed. This run has failed.`);
  console.log(`${total('passed')} tests passed, ${total('failed')} failed`);
  return all.every(({ ok }) => ok) && failed.length === 0;
}

/** Runs the tests in real VS Codes, unless what they would test is missing. */
async function runEditorTests(failed) {
  if (failed.includes('build')) return { passed: 0, failed: 1, failures: [], ok: false };
  const { editorTests } = await import('../test/vscode/editorTests.mjs'); // after the installation: it needs packages
  return editorTests();
}

/** Everything before the tests but the installation. All of it is tried, so that one run tells all. */
async function failedSteps() {
  const tsc = 'node_modules/typescript/bin/tsc';
  const steps = {
    typecheck: () =>
      ['tsconfig.json', 'server/tsconfig.pure.json', 'client/webview/tsconfig.json'].every(path =>
        node(tsc, '-p', path),
      ),
    lint: () => node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
    build,
  };
  const failed = [];
  for (const [name, step] of Object.entries(steps)) {
    if (!(await step())) failed.push(name);
  }
  return failed;
}

function testFiles() {
  return readdirSync(`${root}test`, { recursive: true })
    .map(path => `test/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.test.ts') && !path.startsWith('test/vscode/'))
    .filter(path => filters.length === 0 || filters.some(filter => path.includes(filter.replaceAll('\\', '/'))))
    .filter(path => !unit || (unitFolders.includes(path.split('/')[1]) && !longTests.test(path)))
    .sort();
}

/** Runs the tests in Node; gives of each run how many passed and failed, `ok` if all passed. */
async function runTests(files) {
  const outdir = `out/test-${process.pid}`; // of its own, so that two runs at once do not meet
  try {
    const entries = unit ? together(files, outdir) : Object.fromEntries(files.map(file => [nameOf(file), file]));
    if (!(await bundle(entries, outdir)))
      return [{ passed: 0, failed: 1, failures: ['The tests could not be bundled.'], ok: false }];
    const bundled = Object.keys(entries).map(name => `${outdir}/${name}.mjs`);
    const reporter = ['--test-reporter=./scripts/reporter.mjs', '--test-reporter-destination=stdout'];
    // Most code of the units runs a few times only, and is done before V8 could make it faster: so it is to try later.
    const runs = unit ? bundled.map(file => ['--interrupt-budget=300000', file]) : [['--test', ...bundled]];
    const program = [process.execPath, '--enable-source-maps', ...reporter];
    return await Promise.all(runs.map(async run => withItsEnd(await counted([...program, ...run], console.log))));
  } finally {
    rmSync(`${root}${outdir}`, { recursive: true, force: true });
  }
}

/** A run that ended badly, and not for a test of its own, has failed all the same. */
function withItsEnd(counts) {
  if (counts.ok || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: ['The tests ended before their time.'] };
}

/** What a test file is called when it is bundled. */
function nameOf(file) {
  return file.replace(/^test\/|\.ts$/g, '');
}

/**
 * One entry for many test files, as to start a process for each takes longer than most of them; two where two can run at
 * once.
 */
function together(files, outdir) {
  mkdirSync(`${root}${outdir}`, { recursive: true });
  const count = Math.min(2, availableParallelism());
  const entries = Array.from({ length: count }, (_, i) => [`unit${i + 1}`, `${outdir}/unit${i + 1}.ts`]);
  for (const [i, [, entry]] of entries.entries()) {
    const own = files.filter((_, at) => at % count === i);
    writeFileSync(`${root}${entry}`, own.map(file => `import '../../${file}';\n`).join(''));
  }
  return Object.fromEntries(entries);
}

/** Bundles test files, by their names, with what they test; true if that went well. */
async function bundle(entryPoints, outdir) {
  const { build } = await import('esbuild');
  const { resolution } = await import('../esbuild.mjs');
  const options = {
    ...resolution,
    // Of the language client only what it asks is used: it cannot be loaded without VS Code.
    alias: {
      ...resolution.alias,
      vscode: './test/client/vscode.ts',
      'vscode-languageclient': 'vscode-languageserver/node',
    },
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
  };
  return build(options).then(
    () => true,
    () => false, // esbuild has said what is wrong
  );
}
