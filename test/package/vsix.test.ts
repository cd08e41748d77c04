import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { rules } from '../../server/src/rules/index.ts';
import { unzipExtension } from '../vscode/unzip.mjs';

const folder = mkdtempSync(join(tmpdir(), 'inspectmark-vsix-'));
after(() => rmSync(folder, { recursive: true }));

const vsix = join(folder, 'inspectmark.vsix');
const run = spawnSync(process.execPath, ['scripts/package.mjs', vsix], { encoding: 'utf8' });
assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
const extension = join(folder, 'extension');
unzipExtension(vsix, extension);
const files = readdirSync(extension, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => statSync(join(extension, path)).isFile())
  .sort();

/** The pages of the rules, which findings lead to. */
const rulePage = /^server\/docs\/rules\/[\w-]+\.md$/;

/** What the command line and the server load when they need it, or share, has a name made of what is in it. */
const piece = /^dist\/[\w.]+-[A-Z0-9]{8}\.js$/;

test('the VSIX holds what runs, and nothing else', () => {
  assert.deepEqual(
    files.filter(path => !piece.test(path) && !rulePage.test(path)),
    [
      'LICENSE.txt',
      'changelog.md',
      'client/icons/inspectmark.png',
      'client/icons/inspectmark.view.svg',
      'client/icons/report.dark.svg',
      'client/icons/report.light.svg',
      'client/walkthrough/begin.md',
      'client/walkthrough/check.md',
      'client/walkthrough/write.md',
      'dist/THIRD_PARTY_NOTICES.txt',
      'dist/cli.js',
      'dist/extension.browser.js',
      'dist/extension.js',
      'dist/importer.browser.js',
      'dist/importer.js',
      'dist/main.js',
      'dist/previewPage.css',
      'dist/previewPage.js',
      'dist/questionsPage.css',
      'dist/questionsPage.js',
      'dist/server.browser.js',
      'dist/server.js',
      'dist/start.js',
      'package.json',
      'readme.md',
      'samples/rotherham-2018.inspection',
      'server/frameworks/framework.schema.json',
      'server/inspectmark.schema.json',
      'syntaxes/inspectmark.tmLanguage.json',
      'syntaxes/language-configuration.json',
      'syntaxes/snippets.json',
    ],
  );
});

test('every rule has its page in the VSIX', () => {
  assert.deepEqual(
    files.filter(path => rulePage.test(path)),
    rules.map(({ id }) => `server/docs/rules/${id}.md`).sort(),
  );
});

test('every piece in the VSIX is loaded by the command line, the server or the importer', () => {
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const [, name] of content(path).matchAll(/"\.\/([\w.]+-[A-Z0-9]{8}\.js)"/g)) load(`dist/${name}`);
  };
  load('dist/main.js');
  load('dist/server.js');
  load('dist/start.js');
  load('dist/importer.js');
  assert.deepEqual(
    files.filter(path => piece.test(path)),
    [...loaded].filter(path => piece.test(path)).sort(),
  );
});

test('the VSIX is small, and has no source maps', () => {
  assert.ok(statSync(vsix).size <= 4 * 1024 * 1024, `${statSync(vsix).size} bytes`);
  for (const path of files.filter(path => path.endsWith('.js'))) {
    assert.doesNotMatch(content(path), /[#@] sourceMappingURL=/, path);
  }
});

test('what the manifest names is in the VSIX', () => {
  const manifest = content('package.json');
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:client|dist|server|syntaxes)\/[^"]+)"/g)].map(([, path]) => path!);
  assert.ok(named.length >= 10);
  for (const path of named) assert.ok(existsSync(join(extension, path)), path);
});

test('the README in the VSIX is the users’', () => {
  assert.equal(content('readme.md'), readFileSync('client/README.md', 'utf8'));
});

test('the notices name every package in the bundles, each with a licence', () => {
  const notices = content('dist/THIRD_PARTY_NOTICES.txt')
    .split(/^-{80}\n/m)
    .slice(1);
  const names = notices.map(notice => /^(\S+) \S+ \(.+\)\n\n.*\w/.exec(notice)?.[1]);
  for (const name of ['yaml', 'jsonc-parser', 'vscode-languageclient', 'vscode-languageserver', 'minimatch']) {
    assert.ok(names.includes(name), name);
  }
  assert.ok(!names.includes(undefined));
  assert.ok(!names.includes('typescript'));
});

function content(path: string): string {
  return readFileSync(join(extension, path), 'utf8');
}
