import { commands, type TextDocument, Uri, window, workspace } from 'vscode';
import { docxFile, inStyle, p } from '../../readers/docxFile.ts';
import { text, writtenPdf } from '../../readers/pdfWriter.ts';
import { contains, equal, present, type Tests } from './testing.ts';

const words = 'Ensure that plans are reviewed in time.';

const wordReport = docxFile(p('Recommendations', inStyle('Heading1')) + p(words), {
  styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
});

/** Bringing in published reports, the same on the desktop, in Restricted Mode and in a browser. */
export const bringInTests: Tests = {
  'a Word report is brought in beside its source': async () => {
    const document = await broughtIn('published.docx', wordReport);
    equal(document.languageId, 'inspectmark');
    contains(document.uri.path, '/published.inspection');
    equal(document.isDirty, false);
    contains(document.getText(), '# Recommendations\n');
    contains(document.getText(), words);
  },

  'a PDF is brought in': async () => {
    contains((await broughtIn('published.pdf', writtenPdf([text(72, 72, words)]))).getText(), words);
  },

  'a text is brought in': async () => {
    contains((await broughtIn('published.txt', new TextEncoder().encode(`${words}\n`))).getText(), words);
  },

  'what cannot be read leaves nothing behind': async () => {
    await withFile('published.docx', wordReport.slice(0, 300), async ({ source, target }) => {
      await commands.executeCommand('inspectmark.bringInReport', source);
      equal(window.activeTextEditor?.document.fileName, undefined);
      equal(await isThere(target), false);
    });
  },
};

/** What is shown when a file of these bytes has been brought in. */
async function broughtIn(name: string, bytes: Uint8Array): Promise<TextDocument> {
  return withFile(name, bytes, async ({ source }) => {
    await commands.executeCommand('inspectmark.bringInReport', source);
    return present(window.activeTextEditor?.document, 'report');
  });
}

/** Has a file in the workspace while something is done with it. */
async function withFile<T>(
  name: string,
  bytes: Uint8Array,
  done: (files: { source: Uri; target: Uri }) => Promise<T>,
): Promise<T> {
  const folder = present(workspace.workspaceFolders?.[0], 'folder').uri;
  const source = Uri.joinPath(folder, name);
  const target = Uri.joinPath(folder, name.replace(/\.\w+$/, '.inspection'));
  await workspace.fs.writeFile(source, bytes);
  try {
    return await done({ source, target });
  } finally {
    for (const file of [source, target]) if (await isThere(file)) await workspace.fs.delete(file);
  }
}

async function isThere(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
