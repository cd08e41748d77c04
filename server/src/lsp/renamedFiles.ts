import type { FileRename, TextEdit } from 'vscode-languageserver';
import { willRenameFiles } from '../features/willRenameFiles.ts';
import type { ReadyReport } from './readyReport.ts';
import { canonicalUri, folderOf, linkedUri, pathBetween } from './uri.ts';

/** The edits by which a report’s links go on to lead where they lead, when files and folders get other names. */
export function renamedFiles({ report, uri }: ReadyReport, files: readonly FileRename[]): TextEdit[] {
  const renames = files.map(({ oldUri, newUri }) => ({ from: canonicalUri(oldUri), to: canonicalUri(newUri) }));
  const after = (file: string): string => {
    const rename = renames.find(({ from }) => file === from || file.startsWith(`${from}/`));
    return rename === undefined ? file : rename.to + file.slice(rename.from.length);
  };
  if (folderOf(uri) === undefined) return [];
  const own = after(canonicalUri(uri));
  return willRenameFiles(report, path => {
    const target = linkedUri(uri, path);
    if (target === undefined) return undefined;
    const wanted = after(target);
    return linkedUri(own, path) === wanted ? undefined : pathBetween(own, wanted);
  });
}
