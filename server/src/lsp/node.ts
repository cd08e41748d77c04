import { createConnection } from 'vscode-languageserver/node';
import { clientHost } from './clientHost.ts';
import { nodeHost } from './nodeHost.ts';
import { startServer } from './server.ts';

const connection = createConnection();
startServer(connection, nodeHost(clientHost(connection)));
