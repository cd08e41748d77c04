import { Console } from 'node:console';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { clientHost } from './clientHost.ts';
import { nodeHost } from './nodeHost.ts';
import { startServer } from './server.ts';
import { WholeMessages } from './wholeMessages.ts';

const isStdio = process.argv.includes('--stdio');
if (isStdio) globalThis.console = new Console(process.stderr); // what a library logs is no message
const connection = isStdio ? createConnection(process.stdin, new WholeMessages(process.stdout)) : createConnection();
// (Where this file is when it is built: beside the folders of the project.)
startServer(
  connection,
  nodeHost(clientHost(connection), pathToFileURL(join(import.meta.dirname, '../server/docs/rules/'))),
);
