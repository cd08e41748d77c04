import {
  commands,
  ProgressLocation,
  Range,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BroughtIn, ImportReply, ImportRequest, NotBroughtIn } from '../../server/src/importer/protocol.ts';
import { frameworkFilesFor } from './frameworkFiles.ts';

/** An importer, started for one report; how it runs beside the editor is the platform's business. */
export interface Importer {
  readonly post: (report: ImportRequest) => void;
  readonly onReply: (listener: (reply: ImportReply) => void) => void;
  /** Called with the reason when it ends unasked. */
  readonly onFailure: (listener: (reason: string) => void) => void;
  /** Ends it, whatever it is doing. */
  readonly end: () => void;
}

/** Larger files are not read. */
const largest = 256 * 1024 * 1024;

/** *Bring in a Report…*: turns published reports into markup, those of the explorer's menu or else those asked for. */
export async function bringInReports(
  newImporter: () => Importer,
  clicked: Uri | undefined,
  selected: readonly Uri[] | undefined,
): Promise<void> {
  const sources = selected ?? (clicked === undefined ? await askedFor() : [clicked]);
  for (const source of sources) await bringIn(source, newImporter);
}

async function askedFor(): Promise<readonly Uri[]> {
  const chosen = await window.showOpenDialog({
    title: 'Bring in a Report',
    openLabel: 'Bring In',
    canSelectMany: true,
    filters: { 'PDF, Word, text': ['pdf', 'docx', 'txt'], 'All files': ['*'] },
  });
  return chosen ?? [];
}

async function bringIn(source: Uri, newImporter: () => Importer): Promise<void> {
  const target = source.with({ path: source.path.replace(/(?:\.[^./]*)?$/, '.inspection') });
  const place = await placeFor(target);
  if (place === undefined) return;
  const reply = await importedBeside(source, newImporter);
  if (reply === undefined) return;
  if (reply.kind === 'refusal') {
    void window.showErrorMessage(`${nameOf(source)} cannot be brought in. ${reply.refused}`);
    return;
  }
  const document = await documentAt(place, target, reply.markup);
  await window.showTextDocument(document, { preview: false });
  void tellOf(reply, nameOf(document.uri));
}

/** Has an importer bring in a report, and shows how far it is; nothing if the author has had enough of waiting. */
async function importedBeside(source: Uri, newImporter: () => Importer): Promise<BroughtIn | NotBroughtIn | undefined> {
  const name = nameOf(source);
  const options = { location: ProgressLocation.Notification, title: `Bringing in ${name}`, cancellable: true };
  return window.withProgress(options, async (progress, cancellation) => {
    const bytes = await contentOf(source);
    if (typeof bytes === 'string') return { kind: 'refusal', refused: bytes };
    const frameworks = await frameworkFilesFor(source);
    const importer = newImporter();
    try {
      return await new Promise<BroughtIn | NotBroughtIn | undefined>(resolve => {
        cancellation.onCancellationRequested(() => resolve(undefined));
        importer.onFailure(reason => resolve({ kind: 'refusal', refused: `The importer has failed: ${reason}` }));
        importer.onReply(reply => {
          if (reply.kind !== 'pages') return resolve(reply);
          progress.report({ message: `page ${reply.read} of ${reply.all}`, increment: 100 / reply.all });
        });
        importer.post({ bytes, name, frameworks });
      });
    } finally {
      importer.end();
    }
  });
}

/** A file's bytes, or why they cannot be had. */
async function contentOf(file: Uri): Promise<Uint8Array | string> {
  try {
    const { size } = await workspace.fs.stat(file);
    if (size > largest) return 'It is larger than 256 MB.';
    // A copy: what the platform gives may be part of something larger, or of a kind of its own.
    return Uint8Array.from(await workspace.fs.readFile(file));
  } catch (error) {
    return reasonOf(error);
  }
}

/** Why a file cannot be read, by the codes of VS Code’s `FileSystemError`, whose own words are a programmer’s. */
const reasons: ReadonlyMap<unknown, string> = new Map([
  ['FileNotFound', 'It is not there any more.'],
  ['FileIsADirectory', 'It is a folder.'],
  ['NoPermissions', 'You may not read it.'],
  ['Unavailable', 'Its folder cannot be reached at the moment.'],
]);

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return reasons.get('code' in error && error.code) ?? error.message;
}

/** Where a report comes to stand: a file beside its source, or a document that has none yet. */
type Place = 'new file' | 'replaced file' | 'new document';

/** The place for a report; nothing if its author wants none. */
async function placeFor(target: Uri): Promise<Place | undefined> {
  if (workspace.fs.isWritableFileSystem(target.scheme) === false) return 'new document';
  const isThere = await workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (!isThere) return 'new file';
  const replace = 'Replace';
  const open = 'Open as a New Document';
  const message = `${nameOf(target)} is there already.`;
  const choice = await window.showWarningMessage(message, { modal: true }, replace, open);
  if (choice === undefined) return undefined;
  return choice === replace ? 'replaced file' : 'new document';
}

/** The report as a document in its place; in one of its own if it cannot be written there, so that its author finds another. */
async function documentAt(place: Place, target: Uri, markup: string): Promise<TextDocument> {
  try {
    if (place === 'new file') {
      await workspace.fs.writeFile(target, new TextEncoder().encode(markup));
      return await workspace.openTextDocument(target);
    }
    if (place === 'replaced file') {
      // As an edit, so that it can be undone.
      const document = await workspace.openTextDocument(target);
      const edit = new WorkspaceEdit();
      edit.replace(target, new Range(0, 0, document.lineCount, 0), markup);
      if (await workspace.applyEdit(edit)) {
        await document.save();
        return document;
      }
    }
  } catch {
    // What is there is no text, or its folder may not be written to.
  }
  return workspace.openTextDocument({ language: 'inspectmark', content: markup });
}

async function tellOf({ recommendations, paragraphs, guesses }: BroughtIn, name: string): Promise<void> {
  // The guesses first, and the name last: VS Code cuts off what does not fit in a line, and the report is seen.
  const counts = [
    counted(guesses, 'guess', 'guesses'),
    counted(recommendations, 'recommendation'),
    counted(paragraphs, 'numbered paragraph'),
  ];
  const message = `${counts.join(', ')} in ${name}.`;
  const show = 'Show the Guesses';
  const choice = await window.showInformationMessage(message, ...(guesses > 0 ? [show] : []));
  if (choice === show) await commands.executeCommand('workbench.actions.view.problems');
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
