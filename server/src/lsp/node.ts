import { Console } from 'node:console';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { createConnection, type MessageReader } from 'vscode-languageserver/node';
import { clientHost } from './clientHost.ts';
import { nodeHost } from './nodeHost.ts';
import { startServer } from './server.ts';
import { WholeMessages } from './wholeMessages.ts';

const isStdio = process.argv.includes('--stdio');
if (isStdio) globalThis.console = new Console(process.stderr); // what a library logs is no message
// (A stream to read from is watched for its end by the library, which takes a writer beside it: only its types do not say so.)
const input = process.stdin as unknown as MessageReader;
const connection = isStdio ? createConnection(input, new WholeMessages(process.stdout)) : createConnection();
// (Where this file is when it is built: beside the folders of the project.)
startServer(
  connection,
  nodeHost(clientHost(connection), pathToFileURL(join(import.meta.dirname, '../server/docs/rules/'))),
);

// Keys come one by one, so most of what answers them would be run by V8’s interpreter for long: an early key takes less if
// all is compiled when it is first run. (Said when the server has started, which it would hold up. Electron may not let its
// flags be changed.)
if (process.versions.electron === undefined) setFlagsFromString('--always-sparkplug');
