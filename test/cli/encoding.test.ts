import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reportText } from '../../server/src/readers/reportText.ts';
import { commandLine } from './commandLine.ts';

const report = '## Findings\n\n1. Plans are late; see paragraph 1, “above”.\n';

/** Checks a file of these bytes; gives the rules that find something, and what is said of the encoding and where. */
async function check(bytes: Uint8Array | string, expected: string): Promise<void> {
  const folder = { 'a.inspection': bytes };
  const { code, out, err } = await commandLine('check --format json --fail-on never', folder);
  assert.deepEqual([code, err], [0, '']);
  const [{ findings }] = JSON.parse(out).files;
  const found = findings.map(
    ({ rule, line, column, message }: { rule: string; line: number; column: number; message: string }) =>
      rule === 'encoding' ? `encoding ${line}:${column} ${message}` : rule,
  );
  assert.equal(found.join('\n'), expected);
  const pretty = await commandLine('check --fail-on never', folder);
  assert.deepEqual([pretty.code, pretty.err], [0, '']);
}

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

const utf16 =
  'encoding 1:1 This file is in the encoding UTF-16, and reports are in UTF-8, so other tools may not read it. Save it as UTF-8.';
const binary =
  'encoding 1:1 This file is not text: it may be a Word document, a PDF or a picture under another name. Save the report as plain text in UTF-8.';

test('UTF-8, with a byte order mark or without', async () => {
  await check(report, 'self-reference');
  await check(bytes('\ufeff', report), 'self-reference');
  await check('', '');
  await check('\ufeff', '');
  await check('1. A sign � of the text itself.\n', '');
});

test('UTF-16 is named and read', async () => {
  const little = Buffer.from(report, 'utf16le');
  const big = Buffer.from(little).swap16();
  await check(bytes(0xff, 0xfe, ...little), `${utf16}\nself-reference`);
  await check(bytes(0xfe, 0xff, ...big), `${utf16}\nself-reference`);
  await check(little, `${utf16}\nself-reference`);
  await check(big, `${utf16}\nself-reference`);
  await check(bytes(0xff, 0xfe, ...little, 0), `${utf16}\nself-reference`);
  await check(bytes(0xff, 0xfe), utf16);
});

test('what is no UTF-8 is named with its place, and what it may have been', async () => {
  const message = (byte: string, sign: string, more = '') =>
    `This file is not UTF-8: the byte ${byte} here stands for no character${sign}.${more} Save the file as UTF-8.`;
  const old = (sign: string) => `, though in Windows’s old encoding it is “${sign}”`;
  await check(bytes('# A\n\nThe child', 0x92, 's plan.\n'), `encoding 3:10 ${message('0x92', old('’'))}`);
  await check(bytes('# A\n\nCaf', 0xe9, '\n'), `encoding 3:4 ${message('0xE9', old('é'))}`);
  await check(bytes('# A\n\n’', 0x81, '\n'), `encoding 3:2 ${message('0x81', '')}`);
  await check(bytes(0x93, 'a', 0x94), `encoding 1:1 ${message('0x93', old('“'), ' There is one more such place.')}`);
  await check(
    bytes(...Array(30).fill(0x80)),
    `encoding 1:1 ${message('0x80', old('€'), ' There are 29 more such places.')}`,
  );
  await check(bytes('�', 0xff), `encoding 1:2 ${message('0xFF', old('ÿ'))}`);
});

test('a lone surrogate is no UTF-8 either', async () => {
  const message =
    'This file is not UTF-8: the byte 0xED here stands for no character, though in Windows’s old encoding it is “í”.';
  await check(
    bytes('1. A ', 0xed, 0xa0, 0x80, ' b\n'),
    `encoding 1:6 ${message} There are 2 more such places. Save the file as UTF-8.`,
  );
});

test('a file that is no text at all', async () => {
  await check(bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 13, 'IHDR', 0xff), binary);
  await check(bytes('PK', 3, 4, 0x14, 0, 6, 0, 8, 0), binary);
  await check(Buffer.alloc(100_000), binary);
});

test('a NUL in a text is named with its place', async () => {
  const message =
    'Here stands a character that cannot be seen and belongs in no report (NUL), and other tools may stop reading there. Delete it.';
  const words = [...'abcdefghijklmnopqrstuvwxy'].map(letter => ` words ${letter}here`).join(''); // each pair is another
  await check(`${report}${words}\0\n`, `encoding 4:301 ${message}\nself-reference`);
});

test('any line ends', async () => {
  for (const end of ['\n', '\r\n', '\r']) await check(report.replaceAll('\n', end), 'self-reference');
});

test('text of any size gives an answer', async () => {
  const answered = async (text: string) =>
    assert.equal((await commandLine('check --fail-on never', { 'a.inspection': text })).code, 0);
  await answered(`1. ${'word '.repeat(2_000_000)}see paragraph 9 ${'word '.repeat(1000)}`);
  await answered('# Heading\n'.repeat(100_000));
});

test('any bytes are read as Node reads them, and every place that cannot be read is told', () => {
  const parts = fc.constantFrom(
    0x41,
    0x80,
    0x92,
    0xa0,
    0xbf,
    0xc2,
    0xe0,
    0xed,
    0xef,
    0xbd,
    0xf0,
    0xf4,
    0xf5,
    0xff,
    0x90,
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.integer({ min: 1, max: 255 })), { minLength: 3 }), list => {
      const given = Buffer.from(list);
      if ((list[0] ?? 0) >= 0xfe || (list[0] === 0xef && list[1] === 0xbb)) return;
      const { text, problem } = reportText(given);
      assert.equal(text, given.toString('utf8'));
      if (problem === undefined) {
        assert.deepEqual(Buffer.from(text), given);
        return;
      }
      for (const { from, to } of [problem, ...problem.more]) assert.equal(text.slice(from, to), '\ufffd');
      // All characters before the first place are the bytes before the byte named.
      const named = Number(/0x[0-9A-F]{2}/.exec(problem.message)?.[0]);
      assert.equal(given[Buffer.byteLength(text.slice(0, problem.from))], named);
    }),
    { numRuns: 2000 },
  );
});
