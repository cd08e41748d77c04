import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '../../server/src/importer/answer.ts';
import type { ImportReply } from '../../server/src/importer/protocol.ts';
import { docxFile, inStyle, p } from '../readers/docxFile.ts';

/** What the importer replies to a file, the last word first. */
async function replies(bytes: Uint8Array, name: string): Promise<ImportReply[]> {
  const all: ImportReply[] = [];
  await answer({ bytes, name }, reply => all.unshift(reply));
  return all;
}

const heading = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>';
const report = docxFile(p('Recommendations', inStyle('H1')) + p('Ensure that plans are reviewed in time.'), {
  styles: heading,
});

test('a report comes back in markup, with what is in it', async () => {
  const [last] = await replies(report, 'report.docx');
  assert.equal(last?.kind, 'report', JSON.stringify(last));
  assert.match(last.markup, /^#+ Recommendations$[\s\S]*^Ensure that plans are reviewed in time\.$/m);
  assert.equal(last.guesses, 0);
});

test('what cannot be read comes back as a reason', async () => {
  assert.deepEqual(await replies(new Uint8Array(), 'empty.txt'), [{ kind: 'refusal', refused: 'It is empty.' }]);
  const [last] = await replies(report.slice(0, 200), 'report.docx');
  assert.equal(last?.kind, 'refusal');
});
