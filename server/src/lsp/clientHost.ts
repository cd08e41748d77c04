import type { Connection } from 'vscode-languageserver';
import { type ReportText, reportText } from '../readers/reportText.ts';
import type { Host } from './host.ts';
import type { FileContent, FindFilesMethod, FindFilesParams, ReadFileMethod, ReadFileParams } from './protocol.ts';

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
      connection.sendRequest<FileContent | null>(readFile, { uri } satisfies ReadFileParams).then(
        content => (content === null ? undefined : readingOf(content)),
        () => undefined,
      ),
    list: (folder, ending) => find(folder, `*${ending}`),
    find: (folder, ending) => find(folder, `**/*${ending}`),
    pause: () => new Promise(resolve => setTimeout(resolve)),
  };
}

function readingOf(content: FileContent): ReportText {
  if (typeof content !== 'string') return reportText(Uint8Array.from(content.bytes, unit => unit.charCodeAt(0)));
  if (content.includes('\0')) return reportText(new TextEncoder().encode(content));
  const marked = content.startsWith('\ufeff');
  return { text: marked ? content.slice(1) : content, marked, problem: undefined };
}
