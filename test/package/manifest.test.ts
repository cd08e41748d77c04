import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tokenModifiers, tokenTypes } from '../../server/src/features/semanticTokens.ts';
import { builtInFramework, builtInIds } from '../../server/src/framework/builtIn.ts';
import { completionTriggers } from '../../server/src/lsp/capabilities.ts';

const { activationEvents, contributes } = JSON.parse(readFileSync('package.json', 'utf8'));

test('the manifest describes every kind of semantic token, and gives it a scope', () => {
  const ids = (described: readonly { id: string }[]) => described.map(({ id }) => id);
  assert.deepEqual(ids(contributes.semanticTokenTypes), [...tokenTypes]);
  assert.deepEqual(ids(contributes.semanticTokenModifiers), [...tokenModifiers]);
  const scopes = Object.keys(contributes.semanticTokenScopes[0].scopes);
  for (const type of tokenTypes) assert.ok(scopes.includes(type), type);
  for (const rank of tokenModifiers.filter(modifier => modifier.startsWith('rank'))) {
    assert.ok(scopes.includes(`grade.${rank}`), rank);
    assert.ok(ids(contributes.colors).includes(`inspectmark.grade.${rank}`), rank);
  }
});

test('nothing starts the extension but a report, a folder with settings, and its own commands, views and panel', () => {
  // Commands and views start it without being named here.
  assert.deepEqual(activationEvents, [
    'onLanguage:inspectmark',
    'onWebviewPanel:inspectmark.preview',
    'workspaceContains:**/inspectmark.json',
  ]);
});

test('the views are there before the extension is: VS Code brings back no others when a window is loaded again', () => {
  assert.deepEqual(
    contributes.views.inspectmark.map(({ when }: { when?: string }) => when),
    [undefined, undefined, undefined],
  );
});

test('what can be brought in has the command in its menu, and nothing else has', () => {
  const [{ command, when }] = contributes.menus['explorer/context'];
  assert.ok(contributes.commands.some((declared: { command: string }) => declared.command === command));
  const [, pattern, flags] = /resourceExtname =~ \/(.+)\/(\w*)$/.exec(when)!;
  const fits = (extension: string) => new RegExp(pattern!, flags).test(extension);
  assert.deepEqual(['.pdf', '.docx', '.txt', '.PDF', '.inspection', '.doc', '.pdfx', ''].filter(fits), [
    '.pdf',
    '.docx',
    '.txt',
    '.PDF',
  ]);
});

test('no quotation mark is boxed as a sign that deceives, in folders that are not trusted neither', () => {
  const defaults = contributes.configurationDefaults['[inspectmark]'];
  for (const kind of ['ambiguousCharacters', 'nonBasicASCII'])
    assert.equal(defaults[`editor.unicodeHighlight.${kind}`], false, kind);
});

test('nor is a blank at which no line breaks: it is right between a day and its month', () => {
  const allowed = contributes.configurationDefaults['[inspectmark]']['editor.unicodeHighlight.allowedCharacters'];
  assert.deepEqual(allowed, { '\u00a0': true, '\u202f': true });
});

test('the walkthrough shows files and names commands that there are', () => {
  const own = contributes.commands.map(({ command }: { command: string }) => command);
  for (const { steps } of contributes.walkthroughs) {
    for (const { description, media, completionEvents } of steps) {
      assert.ok(readFileSync(media.markdown, 'utf8').length > 0);
      const named = [
        ...description.matchAll(/command:([\w.]+)/g),
        ...completionEvents.join('\n').matchAll(/onCommand:(.+)/g),
      ];
      assert.ok(named.length > 0);
      for (const [, command] of named)
        if (command.startsWith('inspectmark.')) assert.ok(own.includes(command), command);
    }
  }
});

test('a rule can have the same severities in the editor’s settings as in inspectmark.json', () => {
  const schema = JSON.parse(readFileSync('server/settings.schema.json', 'utf8'));
  const { additionalProperties } = contributes.configuration.properties['inspectmark.rules'];
  assert.deepEqual(additionalProperties.enum, schema.$defs.severity.enum);
});

test('the snippet of a new report offers the built-in frameworks, first one that is in use', () => {
  const snippets = JSON.parse(readFileSync('syntaxes/snippets.json', 'utf8'));
  const offered = /\$\{1\|(.+)\|\}/.exec(snippets['Report details'].body.join('\n'))?.[1]?.split(',') ?? [];
  assert.deepEqual(offered.toSorted(), builtInIds.toSorted());
  const first = builtInFramework(offered[0] ?? '');
  assert.ok(first !== undefined && first.valid.to === undefined);
});

test('no snippet begins with what the server completes or the editor closes: it would be offered instead, or end twice', () => {
  const snippets: Record<string, { prefix: string | string[] }> = JSON.parse(
    readFileSync('syntaxes/snippets.json', 'utf8'),
  );
  const { autoClosingPairs } = JSON.parse(readFileSync('syntaxes/language-configuration.json', 'utf8'));
  const taken = [...completionTriggers, ...autoClosingPairs.map(({ open }: { open: string }) => open)];
  const offered = Object.values(snippets).flatMap(({ prefix }) => prefix);
  assert.deepEqual(
    offered.filter(prefix => taken.some(begin => prefix.startsWith(begin))),
    [],
  );
});

test('the problem matcher reads every finding that `inspectmark check` prints', () => {
  const [{ pattern }] = contributes.problemMatchers;
  const expression = new RegExp(pattern.regexp);
  const check = (...format: string[]) =>
    spawnSync(process.execPath, ['dist/cli.js', 'check', ...format, 'samples/drafts'], { encoding: 'utf8' }).stdout;
  const read = check()
    .split('\n')
    .filter(line => expression.test(line));
  const printed = JSON.parse(check('--format', 'json')).files.flatMap(
    ({ findings }: { findings: readonly { severity: string }[] }) =>
      findings.filter(({ severity }) => severity !== 'hint'),
  );
  assert.ok(printed.length > 10);
  assert.equal(read.length, printed.length);
});
