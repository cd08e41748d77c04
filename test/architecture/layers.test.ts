import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { brokenArrows } from './importArrows.ts';
import { sourceFiles } from './sourceFiles.ts';
import { imports } from './sourceScan.ts';

/** What each layer below the shells may import from npm; a layer that is not named imports nothing. */
const packages = {
  syntax: ['yaml'],
  framework: ['jsonc-parser', '@cfworker/json-schema'],
  settings: ['jsonc-parser', '@cfworker/json-schema', 'picomatch'],
  features: ['vscode-languageserver-types'],
};

test('layers import only themselves and the layers before them', () => {
  const files = new Map([...sourceFiles('server/src'), ...sourceFiles('client')]);
  assert.ok(files.size > 0);
  assert.deepEqual(brokenArrows(files, packages), []);
});

/** Plants one file and expects the checker's complaint about it, or none. */
function check(path: string, source: string, expected?: string): void {
  const complaints = expected === undefined ? [] : [`${path}: ${expected}`];
  assert.deepEqual(brokenArrows(new Map([[path, source]]), packages), complaints, source);
}

test('every form of a wrong import is found', () => {
  const wrong = (source: string) => check('server/src/syntax/block.ts', source, 'syntax may not import model');
  wrong("import { Report } from '../model/report.ts';");
  wrong("import type { Report } from '../model/report.ts';");
  wrong("import { type Report } from '../model/report.ts';");
  wrong('import * as report from "../model/report.ts"');
  wrong("import report, { Report } from '../model/report.ts';");
  wrong("import {\n  Report, // a report\n  type Section,\n} from '../model/report.ts';");
  wrong("import '../model/report.ts';");
  wrong("export * from '../model/report.ts';");
  wrong("export * as report from '../model/report.ts';");
  wrong("export { Report as default } from '../model/report.ts';");
  wrong("export type { Report } from '../model/report.ts';");
  wrong("export type * from '../model/report.ts';");
  wrong("const report = import('../model/report.ts');");
  wrong("let report: import('../model/report.ts').Report;");
  wrong("const report = require('../model/report.ts');");
  wrong("import report = require('../model/report.ts');");
  wrong('const label = `a $' + "{import('../model/report.ts')} b`;");
  wrong("const quote = /['\"`]/; import { Report } from '../model/report.ts'; const other = /'/;");
  wrong("const half = width / 2; import { Report } from '../model/report.ts'; const third = width / 3;");
  wrong("export const a = 1;\nexport { a };\nimport { Report } from '../model/report.ts';");
  check('server/src/syntax/block.ts', 'import(name);', 'syntax may not import (computed)');
});

test('what only looks like an import is none', () => {
  const right = (source: string) => check('server/src/syntax/block.ts', source);
  right("// import { Report } from '../model/report.ts';");
  right("/* import { Report } from '../model/report.ts'; */");
  right('const text = "import { Report } from \'../model/report.ts\'";');
  right("const text = `import { Report } from '../model/report.ts'`;");
  right("const pattern = /import '..\\/model/;");
  right("words.import('../model/report.ts');");
  right("export const from = '../model/report.ts';");
  right("export { a };\nconst from = '../model/report.ts';");
});

test('the layers are in order, and the shells apart', () => {
  check('server/src/text/text.ts', "import '../syntax/block.ts';", 'text may not import syntax');
  check('server/src/model/report.ts', "import '../framework/framework.ts';", 'model may not import framework');
  check('server/src/framework/framework.ts', "import '../settings/settings.ts';", 'framework may not import settings');
  check('server/src/settings/settings.ts', "import '../rules/rule.ts';", 'settings may not import rules');
  check('server/src/rules/rule.ts', "import '../features/hover.ts';", 'rules may not import features');
  check('server/src/features/hover.ts', "import type { P } from '../lsp/protocol.ts';", 'features may not import lsp');
  check('server/src/lsp/server.ts', "import '../cli/run.ts';", 'lsp may not import cli');
  check('server/src/cli/run.ts', "import type { P } from '../lsp/protocol.ts';", 'cli may not import lsp');
  check('server/src/import/source.ts', "import '../rules/rule.ts';", 'import may not import rules');
  check('server/src/import/source.ts', "import '../readers/pdf.ts';", 'import may not import readers');
  check('server/src/readers/pdf.ts', "import '../rules/rule.ts';", 'readers may not import rules');
  check('server/src/readers/pdf.ts', "import '../import/source.ts'; import 'pdfjs-dist'; await a;");
  check('server/src/rules/rule.ts', "import '../readers/pdf.ts';", 'rules may not import readers');
  check('server/src/importer/answer.ts', "import '../readers/readSource.ts';");
  check('server/src/importer/answer.ts', "import '../cli/run.ts';", 'importer may not import cli');
  check('server/src/cli/run.ts', "import '../features/hover.ts'; import './arguments.ts'; import 'node:fs';");
  check('server/src/features/hover.ts', "import '../text/text.ts'; import '../rules/index.ts';");
  check('server/src/framework/builtIn.ts', "import sif from '../../frameworks/ofsted-sif.json';");
  check('server/src/start.ts', '', 'is in no layer');
  check('server/src/cli/run.ts', "import '../../../test/a.ts';", 'imports test/a.ts, which is in no layer');
});

test('rules and features stand alone', () => {
  const rule = 'server/src/rules/style/repeated-word.ts';
  const other = 'server/src/rules/style/date-style.ts';
  check(rule, "import { dateStyle } from './date-style.ts';", `a rule may not import another: ${other}`);
  check(rule, "import '../rule.ts';");
  check('server/src/rules/index.ts', "export { dateStyle } from './style/date-style.ts';");
  check(
    'server/src/rules/checking/check.ts',
    "import '../style/date-style.ts';",
    `only rules/index.ts imports rules: ${other}`,
  );
  check(
    'server/src/features/hover.ts',
    "import type { Outline } from './outline.ts';",
    'a feature may not import another: server/src/features/outline.ts',
  );
});

test('below the shells there is no platform and no waiting', () => {
  const path = 'server/src/features/hover.ts';
  check(path, "import { readFileSync } from 'node:fs';", 'features may not import node:fs');
  check(path, "import type { Stats } from 'fs';", 'features may not import fs');
  check(
    path,
    "import { createConnection } from 'vscode-languageserver';",
    'features may not import vscode-languageserver',
  );
  check('server/src/syntax/frontMatter.ts', "import { parseDocument } from 'yaml';");
  check('server/src/model/report.ts', "import { parseDocument } from 'yaml';", 'model may not import yaml');
  check(path, 'export async function hover() {}', 'features awaits nothing');
  check(path, 'for await (const a of b) c(a);', 'features awaits nothing');
  check(path, 'const text = `$' + '{await a}`;', 'features awaits nothing');
  check(path, "// await\nconst text = 'async'; const b = { async: a.await };");
  check('server/src/cli/run.ts', 'await a;');
});

test('of the server the client sees only types of the protocols, and data', () => {
  const path = 'client/src/extension.ts';
  const protocol = '../../server/src/lsp/protocol.ts';
  check(path, `import type { Matrix } from '${protocol}';`);
  check(path, `import { type Matrix, type Row } from '${protocol}'; import './views.ts'; import 'vscode';`);
  check(path, "import type { ImportReply } from '../../server/src/importer/protocol.ts';");
  check(
    path,
    "import { answer } from '../../server/src/importer/answer.ts';",
    'client may not import server/src/importer/answer.ts',
  );
  check(
    path,
    "import { title } from '../../server/frameworks/generic.json'; import all from '../../syntaxes/all.json';",
  );
  check(path, "import own from '../../package.json';", 'client may not import package.json');
  const onlyTypes = 'client may import only types of server/src/lsp/protocol.ts';
  check(path, `import { type Matrix, matrix } from '${protocol}';`, onlyTypes);
  check(path, `import type, { Matrix } from '${protocol}';`, onlyTypes);
  check(
    path,
    "import type { Text } from '../../server/src/text/text.ts';",
    'client may not import server/src/text/text.ts',
  );
});

/** The files that a file imports for more than their types. */
function needed(path: string, source: string): string[] {
  return imports(source).flatMap(({ specifier, typeOnly }) =>
    typeOnly || !specifier.startsWith('.') ? [] : [posix.join(posix.dirname(path), specifier)],
  );
}

/** The first files that need each other in a circle, or none. */
function circle(files: ReadonlyMap<string, string>): string[] {
  const done = new Set<string>();
  const within: string[] = [];
  const visit = (path: string): string[] => {
    if (within.includes(path)) return within.slice(within.indexOf(path));
    const source = done.has(path) ? undefined : files.get(path);
    done.add(path);
    if (source === undefined) return [];
    within.push(path);
    for (const other of needed(path, source)) {
      const found = visit(other);
      if (found.length > 0) return found;
    }
    within.pop();
    return [];
  };
  for (const path of files.keys()) {
    const found = visit(path);
    if (found.length > 0) return found;
  }
  return [];
}

test('no files need each other in a circle', () => {
  assert.deepEqual(circle(new Map([...sourceFiles('server/src'), ...sourceFiles('client')])), []);
  const round = new Map([
    ['a.ts', "import { b } from './b.ts';"],
    ['b.ts', "import { c } from './c.ts'; import type { a } from './a.ts';"],
    ['c.ts', "import { b } from './b.ts';"],
  ]);
  assert.deepEqual(circle(round), ['b.ts', 'c.ts']);
});

test('what checks the account of an import shares no code with what gives it', () => {
  const own = ['accounting', 'accountedWords', 'droppedLines'].map(name => `server/src/import/${name}.ts`);
  const files = sourceFiles('server/src/import');
  const all = own.flatMap(path => needed(path, files.get(path) ?? assert.fail(path)));
  assert.deepEqual(
    all.filter(path => !own.includes(path)),
    [],
  );
});
