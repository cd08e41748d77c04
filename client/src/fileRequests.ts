import { RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  FileContent,
  FindFilesMethod,
  FindFilesParams,
  ReadFileMethod,
  ReadFileParams,
} from '../../server/src/lsp/protocol.ts';

const readFile: ReadFileMethod = 'inspectmark/readFile';
const findFiles: FindFilesMethod = 'inspectmark/findFiles';

/** Larger files are no reports, and are not read. */
const largest = 64 * 1024 * 1024;

/** Reads and lists files for a server that has none of its own. */
export function answerFileRequests(client: BaseLanguageClient): void {
  const read = async ({ uri }: ReadFileParams): Promise<FileContent | null> => {
    const file = Uri.parse(uri);
    try {
      const { size } = await workspace.fs.stat(file);
      return size > largest ? null : contentOf(await workspace.fs.readFile(file));
    } catch {
      return null;
    }
  };
  client.onRequest<FileContent | null, void>(readFile, read);
  client.onRequest(findFiles, async ({ folder, pattern }: FindFilesParams, token): Promise<string[]> => {
    const found = await workspace.findFiles(
      new RelativePattern(Uri.parse(folder), pattern),
      '**/{node_modules,.*}/**',
      undefined,
      token,
    );
    return found.map(uri => client.code2ProtocolConverter.asUri(uri));
  });
}

function contentOf(bytes: Uint8Array): FileContent {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { bytes: Array.from(bytes, byte => String.fromCharCode(byte)).join('') };
  }
}
