import { fork } from 'node:child_process';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Importer } from './bringInReport.ts';
import { provideCheckTasks } from './checkTask.ts';
import { activateExtension, type Inspectmark } from './extension.ts';

let inspectmark: Inspectmark | undefined;

/** Called by a VS Code that runs extensions on Node: the server is a process of its own. */
export function activate(context: ExtensionContext): Inspectmark {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  inspectmark = activateExtension(
    context,
    options => new LanguageClient('inspectmark', 'Inspectmark', { run: server, debug }, options),
    () => importerProcess(context.asAbsolutePath('dist/importer.js')),
  );
  provideCheckTasks(context);
  return inspectmark;
}

/** Called when the window closes. */
export function deactivate(): Promise<void> | undefined {
  return inspectmark?.stop();
}

/** An importer as a process of its own, run by the Node that runs the extension. */
function importerProcess(script: string): Importer {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const child = fork(script, { serialization: 'advanced', execArgv: [], env });
  return {
    post: report => child.send(report),
    onReply: listener => child.on('message', listener),
    onFailure: listener => {
      child.on('error', ({ message }) => listener(message));
      child.on('exit', (code, signal) => listener(`it ended before the report was read (${code ?? signal}).`));
    },
    end: () => child.kill(),
  };
}
