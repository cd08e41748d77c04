import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
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
  );
  provideCheckTasks(context);
  return inspectmark;
}

/** Called when the window closes. */
export function deactivate(): Promise<void> | undefined {
  return inspectmark?.stop();
}
