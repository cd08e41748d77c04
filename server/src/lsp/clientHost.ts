import type { Connection } from 'vscode-languageserver';
import type { Host } from './host.ts';
import type { FindFilesMethod, FindFilesParams, ReadFileMethod, ReadFileParams } from './protocol.ts';

const readFile: ReadFileMethod = 'inspectmark/readFile';
const findFiles: FindFilesMethod = 'inspectmark/findFiles';

/** Reads by asking the client, for a server that has no files of its own. A client that does not answer has none either. */
export function clientHost(connection: Connection): Host {
  return {
    read: uri =>
      connection.sendRequest<string | null>(readFile, { uri } satisfies ReadFileParams).then(
        text => text ?? undefined,
        () => undefined,
      ),
    find: (folder, ending) =>
      connection.sendRequest<string[]>(findFiles, { folder, pattern: `**/*${ending}` } satisfies FindFilesParams).then(
        uris => [...uris].sort(),
        () => [],
      ),
  };
}
