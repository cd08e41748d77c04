import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { StreamMessageWriter } from 'vscode-languageserver/node';
import { WholeMessages } from '../../server/src/lsp/wholeMessages.ts';

/** What comes out, write by write. */
function output(): { stream: PassThrough; written: string[] } {
  const stream = new PassThrough();
  const written: string[] = [];
  stream.on('data', (part: Buffer) => written.push(part.toString()));
  return { stream, written };
}

test('a message of the protocol’s library comes out in one write', async () => {
  const { stream, written } = output();
  const writer = new StreamMessageWriter(new WholeMessages(stream));
  await writer.write({ jsonrpc: '2.0' });
  await writer.write({ jsonrpc: '2.0' });
  const message = 'Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}';
  assert.deepEqual(written, [message, message]);
});

test('what is no head goes out as it comes', async () => {
  const { stream, written } = output();
  const messages = new WholeMessages(stream);
  messages.write('a');
  messages.write('Content-Length: 1\r\n\r\n');
  messages.write('b');
  await new Promise(resolve => messages.write('c', resolve));
  assert.deepEqual(written, ['a', 'Content-Length: 1\r\n\r\nb', 'c']);
});

test('a client that is gone is an error of the writer, and no throw', async () => {
  const { stream } = output();
  const messages = new WholeMessages(stream);
  const failed = new Promise(resolve => messages.on('error', resolve));
  stream.destroy(new Error('EPIPE'));
  assert.match(String(await failed), /EPIPE/);
});
