import { type ChildProcess, spawn } from 'node:child_process';
import {
  CustomExecution,
  EventEmitter,
  type ExtensionContext,
  type Pseudoterminal,
  Task,
  type TaskDefinition,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** `inspectmark check` as tasks.json asks for it. */
interface CheckTask extends TaskDefinition {
  /** Paths and options; without them all reports of the folder are checked. */
  readonly arguments?: readonly string[];
}

/**
 * Offers `inspectmark check` as a task of every folder that is open, run by the command line that comes with the
 * extension. The task scans for no problems: the server has listed them already.
 */
export function provideCheckTasks(context: ExtensionContext): void {
  const cli = context.asAbsolutePath('dist/cli.js');
  const task = (definition: CheckTask, folder: WorkspaceFolder, name: string): Task => {
    const argv = ['check', ...(definition.arguments ?? ['.'])];
    const run = new CustomExecution(async () => terminalOf(cli, argv, folder.uri.fsPath));
    return new Task(definition, folder, name, 'inspectmark', run, []);
  };
  const provider = {
    provideTasks: () =>
      (workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map(folder => task({ type: 'inspectmark' }, folder, 'check')),
    resolveTask: ({ definition, scope, name }: Task) =>
      scope === undefined || scope === TaskScope.Global || scope === TaskScope.Workspace
        ? undefined
        : task(definition as CheckTask, scope, name),
  };
  context.subscriptions.push(tasks.registerTaskProvider('inspectmark', provider));
}

/** A terminal in which the command line runs, on the Node that runs the extension. */
function terminalOf(cli: string, argv: readonly string[], cwd: string): Pseudoterminal {
  const written = new EventEmitter<string>();
  const closed = new EventEmitter<number>();
  const write = (text: unknown): void => written.fire(String(text).replace(/\r?\n/g, '\r\n'));
  let run: ChildProcess | undefined;
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open() {
      run = spawn(process.execPath, [cli, ...argv], { cwd, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
      run.stdout?.setEncoding('utf8').on('data', write);
      run.stderr?.setEncoding('utf8').on('data', write);
      run.on('error', ({ message }) => write(`${message}\n`));
      run.on('close', code => closed.fire(code ?? 2));
    },
    close: () => run?.kill(),
  };
}
