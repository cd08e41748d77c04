/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { Importer } from './bringInReport.ts';
import { activateExtension, type Inspectmark } from './extension.ts';

let inspectmark: Inspectmark | undefined;
let worker: Worker | undefined;

/** Called by a VS Code in a browser: the server is a worker. */
export function activate(context: ExtensionContext): Inspectmark {
  const script = (name: string): string => Uri.joinPath(context.extensionUri, 'dist', name).toString(true);
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script('server.browser.js'), { name: 'Inspectmark' });
    // Not the worker itself: what VS Code's extension host makes of `new Worker` is no instance of its `Worker`.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  inspectmark = activateExtension(
    context,
    options => new LanguageClient('inspectmark', 'Inspectmark', start, options),
    () => importerWorker(script('importer.browser.js')),
  );
  return inspectmark;
}

/** Called when the window closes. */
export async function deactivate(): Promise<void> {
  await inspectmark?.stop();
  worker?.terminate();
}

/** An importer as a worker of its own. */
function importerWorker(script: string): Importer {
  const importer = new Worker(script, { name: 'Inspectmark: bringing in a report' });
  return {
    post: report => importer.postMessage(report),
    onReply: listener => {
      importer.onmessage = ({ data }) => listener(data);
    },
    onFailure: listener => {
      // (Of a script that cannot be loaded the event has no message.)
      importer.onerror = ({ message }) => listener(message || 'it did not start.');
    },
    end: () => importer.terminate(),
  };
}
