import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { clientAbilities } from '../../server/src/lsp/clientAbilities.ts';
import { diagnosticOf } from '../../server/src/lsp/diagnostics.ts';
import { Text } from '../../server/src/text/text.ts';

type Shown = NonNullable<NonNullable<ClientCapabilities['textDocument']>['publishDiagnostics']>;

interface Case {
  /** What the client says it shows of diagnostics. */
  readonly shown?: Shown;
  /** What it gives as `initializationOptions`. */
  readonly options?: unknown;
  /** Where the server has the rules’ pages. */
  readonly pages?: string;
  readonly rule?: string;
  /** In how many other places the finding stands. */
  readonly places?: number;
}

/** What a client is told of a finding beside its message: how many other places, and the page of its rule. */
function check({ shown, options, pages, rule = 'number-gap', places = 3 }: Case): string {
  const capabilities: ClientCapabilities = shown === undefined ? {} : { textDocument: { publishDiagnostics: shown } };
  const params: InitializeParams = { processId: null, rootUri: null, capabilities, initializationOptions: options };
  const related = Array.from({ length: places }, () => ({ from: 0, to: 1, message: 'Here too.' }));
  const finding = { rule, kind: 'fault', severity: 'error', from: 0, to: 1, message: 'a', related } as const;
  const whole = { ...finding, fixes: [], fingerprint: '' };
  const { diagnostics } = clientAbilities(params, pages);
  const told = diagnosticOf(new Text('text'), 'file:///a', whole, diagnostics);
  const list = told.relatedInformation === undefined ? 'no list' : `${told.relatedInformation.length} places`;
  return `${list}, ${told.codeDescription?.href ?? 'no page'}`;
}

const installed = 'file:///pages/{rule}.md';
const page = { codeDescriptionSupport: true };

test('the other places of a finding are listed', () => {
  assert.equal(check({ shown: { relatedInformation: true } }), '3 places, no page');
});
test('of many no more than a reader goes through', () => assert.equal(check({ places: 30 }), '10 places, no page'));
test('a finding without others has no list', () => assert.equal(check({ places: 0 }), 'no list, no page'));
test('a client that says nothing of diagnostics has the list', () => assert.equal(check({}), '3 places, no page'));
test('a client that shows diagnostics without other places is not sent them', () => {
  assert.equal(check({ shown: {} }), 'no list, no page');
});
test('a client that opens the page of a code is told where it is installed', () => {
  assert.equal(check({ shown: page, pages: installed }), 'no list, file:///pages/number-gap.md');
});
test('a client that has the pages itself is sent to its own', () => {
  const options = { rulePage: 'command:show?{rule}' };
  assert.equal(check({ shown: page, options, pages: installed }), 'no list, command:show?number-gap');
});
test('a client that does not open pages is not told of them', () => {
  assert.equal(check({ shown: {}, pages: installed }), 'no list, no page');
});
test('where no pages are installed none is named', () => assert.equal(check({ shown: page }), 'no list, no page'));
test('what is wrong with a file’s bytes is no rule, and has no page', () => {
  assert.equal(check({ shown: page, pages: installed, rule: 'encoding' }), 'no list, no page');
});
