import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { clientHost } from './clientHost.ts';
import { nodeHost } from './nodeHost.ts';
import { startServer } from './server.ts';

const connection = createConnection();
// (Where this file is when it is built: beside the folders of the project.)
startServer(
  connection,
  nodeHost(clientHost(connection), pathToFileURL(join(import.meta.dirname, '../server/docs/rules/'))),
);
