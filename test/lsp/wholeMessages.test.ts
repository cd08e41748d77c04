import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { type Diagnostic, type Message, StreamMessageReader } from 'vscode-languageserver/node';
import { WholeMessages } from '../../server/src/lsp/wholeMessages.ts';

/** What comes out, write by write. */
function output(): { stream: PassThrough; written: string[] } {
  const stream = new PassThrough();
  const written: string[] = [];
  stream.on('data', (part: Buffer) => written.push(part.toString()));
  return { stream, written };
}

/** So many messages, as the library reads them. */
function received(stream: PassThrough, count: number): Promise<Message[]> {
  const messages: Message[] = [];
  return new Promise(resolve => {
    new StreamMessageReader(stream).listen(message => {
      if (messages.push(message) === count) resolve(messages);
    });
  });
}

/** A message that tells findings of a report. */
function publication(version: number, diagnostics: Diagnostic[]): Message {
  const params = { uri: 'file:///r.inspection', version, diagnostics };
  return { jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params } as Message;
}

function diagnostic(message: string): Diagnostic {
  const place = { line: 0, character: 0 };
  return { message, range: { start: place, end: place } };
}

test('a message comes out in one write', async () => {
  const { stream, written } = output();
  const writer = new WholeMessages(stream);
  await Promise.all([writer.write({ jsonrpc: '2.0' }), writer.write({ jsonrpc: '2.0' })]);
  const message = 'Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}';
  assert.deepEqual(written, [message, message]);
});

test('diagnostics that are told again, and others of the same report, come as they are', async () => {
  const stream = new PassThrough();
  const writer = new WholeMessages(stream);
  const first = [diagnostic('“Good” – or *not*?')];
  const messages = [publication(1, first), publication(2, first), publication(3, []), publication(4, first)];
  const told = received(stream, messages.length);
  for (const message of messages) await writer.write(message);
  assert.deepEqual(await told, messages);
});

test('what is pulled again, some of it the same, comes as it is, whatever stands behind it', async () => {
  const stream = new PassThrough();
  const writer = new WholeMessages(stream);
  const [one, two, three] = ['“Good”', 'late]}}', ''].map(diagnostic);
  const answers = [
    { kind: 'full', resultId: '1', items: [one, two] },
    { kind: 'full', resultId: '2', items: [one, three, two] },
    { kind: 'full', items: [three], resultId: '3' },
    { kind: 'unchanged', resultId: '3' },
    null,
  ].map((result, id) => ({ jsonrpc: '2.0', id, result }) as Message);
  const told = received(stream, answers.length);
  for (const message of answers) await writer.write(message);
  assert.deepEqual(await told, answers);
});

test('a client that is gone is an error of the writer, and no throw', async () => {
  const { stream } = output();
  const writer = new WholeMessages(stream);
  const failed = new Promise(resolve => writer.onError(([error]) => resolve(error)));
  const closed = new Promise<void>(resolve => writer.onClose(resolve));
  stream.destroy(new Error('EPIPE'));
  assert.match(String(await failed), /EPIPE/);
  await closed;
  await assert.rejects(writer.write({ jsonrpc: '2.0' }));
});
