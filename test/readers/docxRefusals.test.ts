import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { docxSource } from '../../server/src/readers/docx.ts';
import { docxFile, p, zip } from './docxFile.ts';

/** Expects a refusal with these words. */
async function check(bytes: Uint8Array, expected: RegExp): Promise<void> {
  const source = await docxSource(bytes);
  assert.ok('refused' in source, 'it was read');
  assert.match(source.refused, expected);
  assert.doesNotMatch(source.refused, /\n/);
}

const bytes = (text: string) => new TextEncoder().encode(text);
const oldFile = (content: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(content, 'utf16le')]);

test('what is no Word document is refused', async () => {
  await check(bytes(''), /no Word document/);
  await check(bytes('Just text'), /no Word document/);
  await check(zip({ 'xl/workbook.xml': '<workbook/>' }), /no Word document/);
  await check(zip({ 'word/document.xml': '<html/>' }), /no Word document/);
});

test('an old Word document is refused, and one with a password', async () => {
  await check(oldFile('WordDocument'), /old format/);
  await check(oldFile('EncryptedPackage'), /password/);
});

test('a damaged one is refused', async () => {
  await check(docxFile(p('Text')).slice(0, 400), /damaged/);
  await check(docxFile('<w:p>'), /damaged/);
  await check(docxFile(p('Text'), { styles: '<w:style' }), /damaged/);
  await check(docxFile(`${p('Text').repeat(5_000)}<w:p>`), /damaged/);
  await check(docxFile('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)), /damaged/);
});

test('one without text is refused', () => check(docxFile(p('') + p(' ')), /no text/));

test('one that would unpack to very much is refused', () =>
  check(docxFile(p(' '.repeat(40 * 1024 * 1024))), /too large/));

test('a flipped byte gives an answer', async () => {
  const whole = docxFile(p('Text') + p('More text'));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const source = await docxSource(whole.map((byte, i) => (i === at ? byte ^ by : byte)));
      assert.ok('refused' in source || source.lines.length > 0);
    }),
    { numRuns: 300 },
  );
});

test('time is linear in the text', async () => {
  await docxSource(docxFile(p('Text')));
  const seconds = async (count: number) => {
    const file = docxFile(p('A paragraph of the report, long enough.').repeat(count));
    const start = performance.now();
    await docxSource(file);
    return performance.now() - start;
  };
  const [short, long] = [await seconds(2_000), await seconds(16_000)];
  assert.ok(long < 8 * short * 4, `${short} ms, ${long} ms`);
});
