/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateExtension, type Inspectmark } from './extension.ts';

let inspectmark: Inspectmark | undefined;
let worker: Worker | undefined;

/** Called by a VS Code in a browser: the server is a worker. */
export function activate(context: ExtensionContext): Inspectmark {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script, { name: 'Inspectmark' });
    // Not the worker itself: what VS Code's extension host makes of `new Worker` is no instance of its `Worker`.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  inspectmark = activateExtension(context, options => new LanguageClient('inspectmark', 'Inspectmark', start, options));
  return inspectmark;
}

/** Called when the window closes. */
export async function deactivate(): Promise<void> {
  await inspectmark?.stop();
  worker?.terminate();
}
