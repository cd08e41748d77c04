import type { Connection } from 'vscode-languageserver';
import type { Host } from './host.ts';
import type { FindFilesMethod, FindFilesParams, ReadFileMethod, ReadFileParams } from './protocol.ts';

const readFile: ReadFileMethod = 'inspectmark/readFile';
const findFiles: FindFilesMethod = 'inspectmark/findFiles';

/** Reads by asking the client, for a server that has no files of its own. A client that does not answer has none either. */
export function clientHost(connection: Connection): Host {
  const find = (folder: string, pattern: string) =>
    connection.sendRequest<readonly string[]>(findFiles, { folder, pattern } satisfies FindFilesParams).then(
      uris => [...uris].sort(),
      () => [],
    );
  return {
    read: uri =>
      connection.sendRequest<string | null>(readFile, { uri } satisfies ReadFileParams).then(
        text => (text === null ? undefined : { text: text.replace(/^\ufeff/, '') }),
        () => undefined,
      ),
    list: (folder, ending) => find(folder, `*${ending}`),
    find: (folder, ending) => find(folder, `**/*${ending}`),
    pause: () => new Promise(resolve => setTimeout(resolve)),
  };
}
