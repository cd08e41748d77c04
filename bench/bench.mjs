// `npm run bench [-- ROUNDS]`: how long a check takes, beside what else reads such text. All candidates run in turn, round
// by round, in one run; the figures are medians, the ratios are taken round by round. Nothing here is a test.
// `npm run bench -- rules`: what each rule takes of it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { build, resolution } from '../esbuild.mjs';
import { median, ms, ratio, share, table } from './figures.mjs';
import { importing } from './import.mjs';
import { servers } from './server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [word = '15'] = process.argv.slice(2);
const rounds = word === 'rules' ? 200 : Number(word);
const sample = join(root, 'samples/rotherham-2018.inspection');
const cli = join(root, 'dist/cli.js');

if (!existsSync(join(root, 'bench/node_modules/vscode-markdown-languageserver'))) {
  console.log('Installing what is measured against …');
  const npm = spawnSync('npm', ['install', '--no-save', '--ignore-scripts'], {
    cwd: join(root, 'bench'),
    shell: true,
    stdio: 'inherit',
  });
  if (npm.status !== 0) process.exit(1);
}
if (word === 'rules') await eachRule();
else {
  await build();
  await inProcess();
  oneFile();
  folder();
  await servers(2 * rounds);
  await importing(Math.ceil(rounds / 3));
  await importingText();
}

/** Bringing in a report's text, against the check of what comes of it. Published texts are read from beside the checkout. */
async function importingText() {
  const folder = join(root, '../shared/corpus/text');
  if (!existsSync(folder)) return;
  const { stages } = await bundledStages();
  const { imported, checked } = stages(readFileSync(sample, 'utf8'));
  const rows = [];
  for (const name of readdirSync(folder).filter(each => /rotherham|windsor|kirklees/.test(each))) {
    const text = readFileSync(join(folder, name), 'utf8');
    const markup = imported(text);
    const times = { imports: [], checks: [] };
    for (let round = -20; round < rounds; round++) {
      const start = performance.now();
      imported(text);
      const middle = performance.now();
      checked(markup);
      if (round < 0) continue;
      times.imports.push(middle - start);
      times.checks.push(performance.now() - middle);
    }
    const { imports, checks } = times;
    rows.push([name, ms(median(imports)), ms(median(checks)), ratio(imports, checks)]);
  }
  console.log(`\nBringing in the text of a report, warm, ${rounds} rounds\n`);
  table(['', 'ms (median)', 'its check', '÷ its check'], rows);
}

/** The share of each rule in the check of one report, warm. */
async function eachRule() {
  const { stages } = await bundledStages();
  const { rules } = stages(readFileSync(sample, 'utf8'));
  for (let run = 0; run < rounds; run++) rules(); // to warm up
  const runs = Array.from({ length: rounds }, () => rules());
  const times = Object.keys(runs[0]).map(name => [name, median(runs.map(run => run[name]))]);
  const whole = times.reduce((sum, [, time]) => sum + time, 0);
  times.sort(([, a], [, b]) => b - a);
  console.log(`\nEach rule on the reference report, ${rounds} rounds\n`);
  table(
    ['', 'ms (median)', 'share'],
    times.map(([name, time]) => [name, time.toFixed(4), share(time, whole)]),
  );
  console.log(`All rules, and what they share: ${ms(whole)} ms.`);
}

/** The full check in this process, warm, against markdown-it's parse and markdownlint; and each stage's share of it. */
async function inProcess() {
  const { stages } = await bundledStages();
  const { default: MarkdownIt } = await peer('markdown-it');
  const { lint } = await peer('markdownlint/sync');
  const source = readFileSync(sample, 'utf8');
  const markdown = new MarkdownIt();
  const { check, parse, model } = stages(source);
  const candidates = {
    'full check': check,
    '  of it: blocks and inlines': parse,
    '  of it: model': model,
    'markdown-it parse': () => markdown.parse(source, {}),
    markdownlint: () => lint({ strings: { sample: source } }),
  };
  console.log(`\nIn one process: ${source.length} characters, ${rounds} rounds\n`);
  const times = {};
  for (const [name, run] of Object.entries(candidates)) {
    const until = performance.now() + 500;
    while (performance.now() < until) run();
    times[name] = [];
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      const runs = name === 'markdownlint' ? 1 : 10;
      const start = performance.now();
      for (let i = 0; i < runs; i++) run();
      times[name].push((performance.now() - start) / runs);
    }
  }
  const floor = times['markdown-it parse'];
  table(
    ['', 'ms (median)', 'least', '÷ markdown-it parse'],
    Object.entries(times).map(([name, all]) => [name, ms(median(all)), ms(Math.min(...all)), ratio(all, floor)]),
  );
  const whole = median(times['full check']);
  const parts = [median(times['  of it: blocks and inlines']), median(times['  of it: model'])];
  console.log(
    `Shares of the full check: blocks and inlines ${share(parts[0], whole)}, model ${share(parts[1], whole)}, rules ${share(whole - parts[0] - parts[1], whole)}.`,
  );
}

/** `stages.ts`, bundled as the product is. */
async function bundledStages() {
  mkdirSync(join(root, 'out/bench'), { recursive: true });
  const outfile = join(root, 'out/bench/stages.mjs');
  await esbuild.build({
    ...resolution,
    entryPoints: ['bench/stages.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/** The command line on one file, as a whole process, against a Node that does nothing. */
function oneFile() {
  const empty = [];
  const ours = [];
  let peak = 0;
  for (let round = 0; round <= rounds; round++) {
    const nothing = timed(['-e', '0']);
    const check = timed([cli, 'check', sample]);
    if (round === 0) continue; // the first run fills the disk's cache
    empty.push(nothing.ms);
    ours.push(check.ms);
    peak = Math.max(peak, check.peak);
  }
  console.log(`\nOne file on the command line, whole processes, ${rounds} rounds\n`);
  table(
    ['', 'ms (median)', 'least', '÷ node -e 0'],
    [
      ['node -e 0', ms(median(empty)), ms(Math.min(...empty)), ratio(empty, empty)],
      ['inspectmark check FILE', ms(median(ours)), ms(Math.min(...ours)), ratio(ours, empty)],
    ],
  );
  console.log(`Peak memory: ${peak.toFixed(0)} MB.`);
}

/** 1,000 reports in a folder, against a Node that reads and decodes them; and with 3,000, to see that memory does not grow. */
function folder() {
  const base = mkdtempSync(join(tmpdir(), 'inspectmark-bench-'));
  try {
    const source = readFileSync(sample, 'utf8');
    const counts = [1000, 3000];
    for (const count of counts) {
      mkdirSync(join(base, String(count)));
      for (let i = 0; i < count; i++) writeFileSync(join(base, String(count), `r${i}.inspection`), source);
    }
    const reader = join(base, 'read.cjs');
    writeFileSync(
      reader,
      'const fs=require("fs");let n=0;for(const f of fs.readdirSync(process.argv[2]))n+=fs.readFileSync(process.argv[2]+"/"+f,"utf8").length;console.log(n)',
    );
    const rows = [];
    const reads = [];
    const checks = [];
    let peak = 0;
    for (let round = 0; round < 3; round++) {
      reads.push(timed([reader, join(base, '1000')]).ms);
      const check = timed([cli, 'check', join(base, '1000'), '--format', `json=${join(base, 'out.json')}`]);
      checks.push(check.ms);
      peak = Math.max(peak, check.peak);
    }
    const many = timed([cli, 'check', join(base, '3000'), '--format', `json=${join(base, 'out.json')}`]);
    rows.push(['node reads and decodes 1,000', ms(median(reads)), '', ratio(reads, reads)]);
    rows.push(['inspectmark check, 1,000', ms(median(checks)), `${peak.toFixed(0)} MB`, ratio(checks, reads)]);
    rows.push(['inspectmark check, 3,000', ms(many.ms), `${many.peak.toFixed(0)} MB`, '']);
    console.log('\nA folder of copies of the report, 3 rounds\n');
    table(['', 'ms (median)', 'peak memory', '÷ reading'], rows);
  } finally {
    rmSync(base, { recursive: true });
  }
}

/** A package of bench/node_modules. */
function peer(name) {
  return import(pathToFileURL(createRequire(join(root, 'bench/package.json')).resolve(name)).href);
}

/** Runs Node and tells its time and its peak memory in MB. */
function timed(words) {
  const report = join(root, 'out/bench/peak.txt');
  const start = performance.now();
  spawnSync(process.execPath, ['--require', join(root, 'bench/peak.cjs'), ...words], {
    env: { ...process.env, PEAK_FILE: report },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const elapsed = performance.now() - start;
  return { ms: elapsed, peak: Number(readFileSync(report, 'utf8')) / 1024 };
}
