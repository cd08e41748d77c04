import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { answer } from '../../server/src/importer/answer.ts';
import type { ImportReply } from '../../server/src/importer/protocol.ts';
import { commandLine } from '../cli/commandLine.ts';
import { docxFile, inStyle, p } from '../readers/docxFile.ts';
import { harbours } from './ownFramework.ts';

/** What the importer replies to a file, the last word first. */
async function replies(
  bytes: Uint8Array,
  name: string,
  frameworkText?: string,
  importer?: typeof importedReport,
): Promise<ImportReply[]> {
  const all: ImportReply[] = [];
  const frameworks = frameworkText === undefined ? [] : [{ path: '/own.json', bytes: bytesOf(frameworkText) }];
  await answer({ bytes, name, frameworks }, reply => all.unshift(reply), importer);
  return all;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

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

test('a stale contents page of Word’s does not keep a report from being brought in', async () => {
  const contents = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';
  const file = docxFile(p('Findings of old 3', inStyle('TOC1')) + p('Ensure that plans are reviewed.'), {
    styles: contents,
  });
  const [last] = await replies(file, 'report.docx');
  assert.equal(last?.kind, 'report', JSON.stringify(last));
  assert.doesNotMatch(last.markup, /of old/);
});

test('a report of a team’s own framework is brought in as on the command line', async () => {
  const [last] = await replies(bytesOf(harbours.report), 'a.txt', harbours.framework);
  assert.equal(last?.kind, 'report', JSON.stringify(last));
  assert.match(last.markup, /^framework: harbours$/m);
  const { read } = await commandLine('import in/a.txt', {
    '.inspectmark/frameworks/own.json': harbours.framework,
    'in/a.txt': harbours.report,
  });
  assert.equal(read('in/a.inspection'), last.markup);
});

test('a broken framework of a team’s is as if it were not there', async () => {
  const [last] = await replies(report, 'report.docx', '{');
  assert.equal(last?.kind, 'report', JSON.stringify(last));
});

test('an import that loses words is refused', async () => {
  const [last] = await replies(report, 'report.docx', undefined, (source, options) => {
    const imported = importedReport(source, options);
    return { ...imported, markup: imported.markup.replace('plans ', '') };
  });
  assert.deepEqual(last, {
    kind: 'refusal',
    refused:
      'Its words would change: 1 would be lost and 0 added, “plans” first. This is a fault of Inspectmark’s: please report it.',
  });
});

test('what cannot be read comes back as a reason', async () => {
  assert.deepEqual(await replies(new Uint8Array(), 'empty.txt'), [{ kind: 'refusal', refused: 'It is empty.' }]);
  const [last] = await replies(report.slice(0, 200), 'report.docx');
  assert.equal(last?.kind, 'refusal');
});
