// Builds dist/: `node esbuild.mjs [--watch] [--dev]`. --dev keeps the code readable and maps it to the sources.
//
// The command line starts fast if it loads little, so everything it imports dynamically is a file of its own. esbuild
// splits only ES modules, and Node starts CommonJS quicker (by some 10 ms of 90); so we bundle to ES modules, and turn
// each piece into CommonJS as it is written. The same form serves a desktop extension's entry.
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));

/** How packages are resolved, in the product and in its tests: as ES modules without Node, as a worker needs them too. */
export const resolution = {
  absWorkingDir: root,
  alias: {
    'jsonc-parser': './node_modules/jsonc-parser/lib/esm/main.js',
    yaml: './node_modules/yaml/browser/index.js',
  },
  mainFields: ['module', 'main'],
};

/** Bundles the command line once, or again at every change until the process ends. */
export async function build({ dev = false, watch = false } = {}) {
  const options = {
    ...resolution,
    entryPoints: { cli: 'server/src/cli/bin.ts' },
    outdir: 'dist',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
    plugins: [{ name: 'write as CommonJS', setup: build => build.onEnd(result => write(result, dev)) }],
  };
  if (watch) await (await esbuild.context(options)).watch();
  else await esbuild.build(options);
}

async function write({ outputFiles, metafile, errors }, dev) {
  if (errors.length > 0) return;
  const pieces = await Promise.all(outputFiles.map(file => asCommonJs(file, dev)));
  mkdirSync(`${root}dist`, { recursive: true });
  mkdirSync(`${root}out`, { recursive: true });
  for (const { name, code } of pieces) writeFileSync(`${root}dist/${name}`, code);
  for (const name of readdirSync(`${root}dist`)) {
    if (!pieces.some(piece => piece.name === name)) rmSync(`${root}dist/${name}`, { recursive: true });
  }
  chmodSync(`${root}dist/cli.js`, 0o755);
  writeFileSync(`${root}out/meta.json`, JSON.stringify(metafile));
}

/** What a module knows of its place, in CommonJS's words. */
const place = { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' };

async function asCommonJs({ path, text }, dev) {
  const name = basename(path);
  const { code } = await esbuild.transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false }, // so that import() becomes a require when it is reached
    define: { ...place, 'import.meta.url': 'fileUrl' },
    banner: text.includes('import.meta.url') ? 'const fileUrl = require("url").pathToFileURL(__filename).href;' : '',
    sourcefile: `dist/${name}`,
    sourcemap: dev ? 'inline' : false,
    minify: !dev,
  });
  return { name, code: name === 'cli.js' && !code.startsWith('#!') ? `#!/usr/bin/env node\n${code}` : code };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const watch = process.argv.includes('--watch');
  await build({ watch, dev: watch || process.argv.includes('--dev') }).catch(() => {
    process.exitCode = 1; // esbuild has said what is wrong
  });
}
