// Builds dist/: `node esbuild.mjs [--watch] [--dev]`. --dev keeps the code readable and maps it to the sources.
//
// The command line and the server start fast if they load little, so everything they import dynamically is a file of its
// own, and what both use is there once. esbuild splits only ES modules, and Node starts CommonJS quicker; so
// we bundle to ES modules, and turn each piece into CommonJS as it is written. The extension is one file, and in a
// browser the server is too.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { thirdPartyNotices } from './scripts/thirdPartyNotices.mjs';

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

const onNode = { platform: 'node', target: 'node20', format: 'cjs' };
const inBrowser = { platform: 'browser', target: 'es2022' };

const page = name => ({
  entryPoints: [`client/webview/${name}.ts`, `client/webview/${name}.css`],
  ...inBrowser,
  format: 'iife',
});

/** The bundles of one file each. What VS Code loads has `vscode` from it; a worker takes no module. */
const bundles = {
  extension: { entryPoints: { extension: 'client/src/node.ts' }, ...onNode, external: ['vscode'] },
  'extension.browser': {
    entryPoints: { 'extension.browser': 'client/src/browser.ts' },
    ...inBrowser,
    format: 'cjs',
    external: ['vscode'],
  },
  // What stands in the pages that the extension shows.
  previewPage: page('previewPage'),
  questionsPage: page('questionsPage'),
  'server.browser': {
    entryPoints: { 'server.browser': 'server/src/lsp/browser.ts' },
    ...inBrowser,
    format: 'iife',
    // VS Code starts workers from a `blob:` address, of which @cfworker/json-schema would make an invalid one and throw.
    define: { 'self.location': 'undefined' },
  },
  'importer.browser': {
    entryPoints: { 'importer.browser': 'server/src/importer/browser.ts' },
    ...inBrowser,
    format: 'iife',
    define: {
      'self.location': 'undefined', // as for the server
      'self.postMessage': 'undefined', // or pdf.js would take this worker for its own, and its messages
    },
    mainFields: ['browser', ...resolution.mainFields], // mammoth has its own way to a zip in a browser
  },
};

/** What is loaded when it is first used, though it is imported like anything else: nothing needs it before the first report, or few reports do. */
const loadedLater = {
  yaml: 'yaml',
  'json-schema': '@cfworker/json-schema',
  suggestions: 'server/src/model/suggestions/suggestions.ts',
  frameworks: 'server/src/framework/builtIn.ts',
  renumbering: 'server/src/model/numbering/renumbering.ts',
  things: 'server/src/model/things.ts',
  ties: 'server/src/model/ties.ts',
  'language-server-types': 'vscode-languageserver-types',
  callHierarchy: 'server/src/features/callHierarchy.ts',
  codeLens: 'server/src/features/codeLens.ts',
  completion: 'server/src/features/completion.ts',
  gradeChoices: 'server/src/features/gradeChoices.ts',
  gradedAreas: 'server/src/features/gradedAreas.ts',
  matrix: 'server/src/features/matrix.ts',
  moveSection: 'server/src/features/moveSection.ts',
  preview: 'server/src/features/preview.ts',
  questions: 'server/src/features/questions.ts',
  formatting: 'server/src/features/formatting.ts',
  onTypeFormatting: 'server/src/features/onTypeFormatting.ts',
  rename: 'server/src/features/rename.ts',
  reportDetails: 'server/src/features/reportDetails.ts',
};

/** Where the third parties' notices are written, for the extension and the command line alike. */
const notices = 'THIRD_PARTY_NOTICES.txt';

/** Bundles everything once, or again at every change until the process ends. */
export async function build({ dev = false, watch = false } = {}) {
  mkdirSync(`${root}out`, { recursive: true });
  const common = {
    ...resolution,
    outdir: 'dist',
    bundle: true,
    minify: !dev,
    sourcemap: dev ? 'inline' : false,
    legalComments: 'none', // their licences are in the notices
    logLevel: 'warning',
    metafile: true,
  };
  const split = {
    ...common,
    // What is loaded later must be a piece of its own.
    entryPoints: {
      main: 'server/src/cli/bin.ts',
      server: 'server/src/lsp/node.ts',
      importer: 'server/src/importer/node.ts',
      ...loadedLater,
    },
    chunkNames: '[name]-[hash]',
    splitting: true,
    ...onNode,
    format: 'esm',
    write: false,
    plugins: [{ name: 'write as CommonJS', setup: build => build.onEnd(result => write(result, dev)) }],
  };
  const all = [split, ...Object.values(bundles).map(bundle => ({ ...common, ...bundle }))];
  if (watch) {
    for (const options of all) await (await esbuild.context(options)).watch();
    return;
  }
  const metafiles = (await Promise.all(all.map(options => esbuild.build(options)))).map(({ metafile }) => metafile);
  const inputs = new Set(metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(bundledInputs)));
  writeFileSync(`${root}dist/${notices}`, thirdPartyNotices(root, inputs));
  const { outputs } = metafiles[0];
  const late = latePieces(outputs);
  const inStart = dev ? [] : [...startPieces(outputs, late)];
  writeFileSync(`${root}out/pieces.json`, JSON.stringify({ outputs, late, inStart })); // for the benchmark
}

/** The sources of which a bundle really holds something. */
function bundledInputs({ inputs }) {
  return Object.keys(inputs).filter(path => inputs[path].bytesInOutput > 0);
}

/** The names of the pieces that hold what is to be loaded later, and with it what is needed for it alone. */
function latePieces(outputs) {
  const later = Object.values(loadedLater).map(path => (path.endsWith('.ts') ? path : `node_modules/${path}/`));
  const isLater = input => later.some(path => input.startsWith(path));
  return Object.entries(outputs)
    .filter(([, { inputs, entryPoint }]) => !entryPoint && Object.keys(inputs).some(isLater))
    .map(([path]) => basename(path));
}

/** Writes the pieces, and removes those of earlier builds. */
async function write({ outputFiles, metafile, errors }, dev) {
  if (errors.length > 0) return;
  const late = latePieces(metafile.outputs);
  const inputsOf = ({ path }) => metafile.outputs[`dist/${basename(path)}`].inputs;
  const apart = (await Promise.all(outputFiles.map(file => asCommonJs(file, inputsOf(file), late, dev)))).filter(
    ({ name }) => !(name.replace(/\.js$/, '') in loadedLater),
  );
  // (Inline maps count the lines of a file of their own.)
  const pieces = dev ? apart : withOneFile(apart, startPieces(metafile.outputs, late));
  mkdirSync(`${root}dist`, { recursive: true });
  for (const { name, code } of pieces) writeFileSync(`${root}dist/${name}`, code);
  const starter = readFileSync(`${root}server/src/cli/start.cjs`, 'utf8');
  writeFileSync(`${root}dist/cli.js`, `#!/usr/bin/env node\n${starter}`);
  const kept = new Set([
    ...pieces.map(({ name }) => name),
    ...Object.keys(bundles).map(name => `${name}.js`),
    'previewPage.css',
    'questionsPage.css',
    'cli.js',
    notices,
  ]);
  for (const name of readdirSync(`${root}dist`)) {
    if (!kept.has(name)) rmSync(`${root}dist/${name}`, { recursive: true });
  }
  chmodSync(`${root}dist/cli.js`, 0o755);
  // A first run, whose compiled code is kept for all that follow.
  spawnSync(process.execPath, [`${root}dist/cli.js`, 'check', `${root}samples/rotherham-2018.inspection`], {
    env: { ...process.env, INSPECTMARK_KEEP: '1' },
  });
}

/** What a module knows of its place, in CommonJS's words. */
const place = { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' };

async function asCommonJs({ path, text }, inputs, late, dev) {
  const name = basename(path);
  const { code: eager } = await esbuild.transform(dev ? text : withOwnExports(text, inputs), {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false }, // so that import() becomes a require when it is reached
    define: { ...place, 'import.meta.url': 'fileUrl' },
    banner: text.includes('import.meta.url') ? 'const fileUrl = require("url").pathToFileURL(__filename).href;' : '',
    sourcefile: `dist/${name}`,
    sourcemap: dev ? 'inline' : false,
    minify: !dev,
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
  });
  const code = late.includes(name) ? eager : loadedLate(eager, late);
  return { name, code };
}

/**
 * A piece that says itself in CommonJS what it exports. (esbuild does it with getters, in half a kilobyte of each piece; the
 * server starts with more than forty, and a call through a getter takes longer.) What our own sources export never changes;
 * of packages it may, so theirs are getters. That it is said last does no harm: a piece holds what certain entries share, and
 * requires only what more of them share, so never in a circle.
 */
function withOwnExports(text, inputs) {
  const [statement, list] = /export\{([^{}]*)\};\s*$/.exec(text) ?? [];
  if (statement === undefined) return text;
  const isOwn = Object.keys(inputs).every(path => path.startsWith('server/'));
  const exported = list.split(',').map(each => {
    const [own, as = own] = each.split(' as ');
    return isOwn ? `${as}:${own}` : `get ${as}(){return ${own}}`;
  });
  return `${text.slice(0, -statement.length)};module.exports={__esModule:true,${exported.join(',')}};`;
}

/**
 * Lets the pieces that are to be loaded later be required when something of theirs is first called. A module's
 * imports are always read through its object, so the object can wait.
 */
function loadedLate(code, late) {
  const lazy = code.replace(/require\("\.\/([^"]+)"\)/g, (whole, name) =>
    late.includes(name) ? `late("./${name}")` : whole,
  );
  return lazy === code ? code : `const late=path=>new Proxy({},{get:(_,name)=>require(path)[name]});${lazy}`;
}

/** The names of the pieces that the server loads at its start besides its own. */
function startPieces(outputs, late, of = 'server.js', found = new Set()) {
  for (const { path, kind, external } of outputs[`dist/${of}`].imports) {
    const name = basename(path);
    if (kind !== 'import-statement' || external || late.includes(name) || found.has(name)) continue;
    found.add(name);
    startPieces(outputs, late, name, found);
  }
  return found;
}

/** The pieces, those of some names in one file: to find and open some forty small ones takes a tenth of a start. */
function withOneFile(pieces, names) {
  const named = code =>
    code.replace(/require\("\.\/([^"]+)"\)/g, (whole, name) => (names.has(name) ? `piece("${name}")` : whole));
  const [inOne, apart] = [pieces.filter(({ name }) => names.has(name)), pieces.filter(({ name }) => !names.has(name))];
  const parts = inOne.map(({ name, code }) => `"${name}"(module,exports){${named(code)}\n}`);
  const code = `const known={};const piece=module.exports=name=>{let it=known[name];if(!it){it=known[name]={exports:{}};pieces[name](it,it.exports)}return it.exports};const pieces={${parts.join(',')}};`;
  const others = apart.map(({ name, code }) => {
    const own = named(code);
    return { name, code: own === code ? code : `const piece=require("./start.js");${own}` };
  });
  return [{ name: 'start.js', code }, ...others];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const watch = process.argv.includes('--watch');
  await build({ watch, dev: watch || process.argv.includes('--dev') }).catch(error => {
    if (!error.errors) console.error(error.message); // of its own errors esbuild has said what they are
    process.exitCode = 1;
  });
}
