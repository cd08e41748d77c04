import { type CompletionList, commands, DiagnosticSeverity, window, workspace } from 'vscode';
import { bringInTests } from './bringIn.ts';
import { closedEditors, placeOf, replaced, shown } from './documents.ts';
import { findings, ruleOf, until } from './events.ts';
import { inspectmark } from './inspectmark.ts';
import { installationTests, timeTests } from './installation.ts';
import { pastingTests } from './pasting.ts';
import { reportTests } from './report.ts';
import { contains, equal, present, runTests, type Tests } from './testing.ts';

const desktopTests: Tests = {
  'each folder has its own settings': async () => {
    equal(
      workspace.workspaceFolders?.map(({ name }) => name),
      ['first', 'second'],
    );
    const { document: first } = await shown('draft.inspection');
    const { document: second } = await shown('../second/draft.inspection');
    const inFirst = await findings(first, 'findings', all => all.length > 0);
    const inSecond = await findings(second, 'findings', all => all.length > 0);
    equal(
      inFirst.some(finding => ruleOf(finding) === 'missing-section'),
      true,
    );
    equal(inSecond.filter(({ severity }) => severity === DiagnosticSeverity.Error).map(ruleOf), ['unknown-grade']);
  },

  'the rules are offered by name in inspectmark.json': async () => {
    const folder = present(workspace.workspaceFolders?.[0], 'folder');
    const uri = folder.uri.with({ scheme: 'untitled', path: `${folder.uri.path}/new/inspectmark.json` });
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    await replaced(document, '', '{ "rules": { "" } }');
    await findings(document, 'what VS Code says of it', all => all.length > 0);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      placeOf(document, '""'),
    );
    const offered = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    contains(offered.join('\n'), 'number-gap');
  },

  'a server that is killed comes back': async () => {
    const { document } = await shown('draft.inspection');
    await findings(document, 'findings', all => all.length > 0);
    const { client } = await inspectmark();
    const before = present(serverOf(client), 'server');
    process.kill(before, 'SIGKILL');
    const end = until('the end', client.onDidChangeState, () => (client.isRunning() ? undefined : true));
    // What is said to it before its end is known cannot be written.
    while (client.isRunning()) {
      void client.sendNotification('$/nothing').catch(() => {});
      await new Promise(setImmediate);
    }
    await end;
    await until('a new start', client.onDidChangeState, () => (client.isRunning() ? true : undefined));
    equal(serverOf(client) === before, false);
    await replaced(document, 'Requires improvment', 'Requires improvemnt');
    await findings(document, 'the new text’s finding', all =>
      all.some(({ message }) => message.includes('improvemnt')),
    );
  },

  'a server that is killed again while it starts comes back': async () => {
    const { document } = await shown('draft.inspection');
    await findings(document, 'findings', all => all.length > 0);
    const { client } = await inspectmark();
    const killed = new Set<number>();
    while (killed.size < 3) {
      const server = serverOf(client);
      if (server !== undefined && !killed.has(server)) {
        process.kill(server, 'SIGKILL');
        killed.add(server);
      }
      await new Promise(setImmediate);
    }
    await until('a new start', client.onDidChangeState, () =>
      client.isRunning() && !killed.has(serverOf(client) ?? 0) ? true : undefined,
    );
    await replaced(document, 'Requires improvment', 'Requires improvemnt');
    await findings(document, 'the new text’s finding', all =>
      all.some(({ message }) => message.includes('improvemnt')),
    );
  },
};

/** The process of a client's server, which the client keeps to itself. */
function serverOf(client: object): number | undefined {
  const server: { readonly pid: number } | undefined = Reflect.get(client, '_serverProcess');
  return server?.pid;
}

/** Called by VS Code. */
export async function run(): Promise<void> {
  await runTests(
    {
      ...installationTests(/\/extensions\/inspectmark\.inspectmark-[^/]+\/?$/),
      ...timeTests,
      ...reportTests,
      ...bringInTests,
      ...desktopTests,
      // (Desktop VS Code has no page that could be asked.)
      ...(process.env.TALKING_TESTS === undefined ? {} : pastingTests),
    },
    closedEditors,
  );
}
