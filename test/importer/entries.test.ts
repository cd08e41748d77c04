import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { type EventEmitter, on, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { ImportReply, ImportRequest } from '../../server/src/importer/protocol.ts';
import { docxFile, p } from '../readers/docxFile.ts';
import { text, writtenPdf } from '../readers/pdfWriter.ts';

// What `npm run build` has written to dist/.

const words = 'A report of one paragraph.';
const requests: readonly ImportRequest[] = [
  { bytes: docxFile(p(words)), name: 'report.docx', frameworks: [] },
  { bytes: writtenPdf([text(72, 72, words)]), name: 'report.pdf', frameworks: [] },
  {
    bytes: new TextEncoder().encode(words),
    name: 'report.txt',
    frameworks: [{ path: '/own.json', bytes: new TextEncoder().encode('{ "id": "own", "extends": "generic" }') }],
  },
];

/** Expects a report with the words of the request. */
function check(reply: ImportReply): void {
  assert.ok(reply.kind === 'report', JSON.stringify(reply));
  assert.match(reply.markup, /^A report of one paragraph\.$/m);
}

test('a Word document of 20,000 paragraphs is brought in by a process with little memory', async () => {
  const importer = fork('dist/importer.js', {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=96'], // in MB; the document as a tree would take more
    silent: true,
  });
  importer.send({ bytes: docxFile(p(words).repeat(20_000)), name: 'report.docx', frameworks: [] });
  check(await lastReply(importer));
  importer.kill();
  await once(importer, 'exit');
});

/** The last of the replies that an importer sends. */
async function lastReply(importer: EventEmitter): Promise<ImportReply> {
  for await (const [reply] of on(importer, 'message', { close: ['exit'] })) if (reply.kind !== 'pages') return reply;
  throw new Error('There was no reply.');
}

for (const request of requests) {
  test(`${request.name} is brought in by a process`, async () => {
    const importer = fork('dist/importer.js', { serialization: 'advanced' });
    importer.send(request);
    check(await lastReply(importer));
    importer.kill();
    await once(importer, 'exit');
  });

  test(`${request.name} is brought in by a worker`, async () => {
    // A worker of Node's with what a browser's has, and no more of Node than the bundle may see.
    const scope = `
      const { parentPort } = require('node:worker_threads');
      globalThis.postMessage = reply => parentPort.postMessage(reply);
      parentPort.on('message', data => globalThis.onmessage({ data }));
      globalThis.navigator ??= { platform: '', userAgent: '' };
      require = process = module = exports = undefined;
    `;
    const worker = new Worker(`${scope}${readFileSync('dist/importer.browser.js', 'utf8')}`, { eval: true });
    worker.postMessage(request);
    check(await lastReply(worker));
    await worker.terminate();
  });
}
