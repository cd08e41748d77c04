import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ClientAbilities } from './clientAbilities.ts';

/** Edits of one report, of its text as it is, and what the author is told of them where the client shows that. */
export interface ReportEdits {
  readonly uri: string;
  /** Nothing for a report that is not open. */
  readonly version: number | undefined;
  readonly edits: readonly TextEdit[];
  readonly annotation?: ChangeAnnotation;
}

/** The edits of several reports as a client takes them: for the version of a text, and annotated, if it can do so. */
export function workspaceEdit(
  { versionedEdits, annotatesEdits }: ClientAbilities,
  all: readonly ReportEdits[],
): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  // (A client makes the edits of one text at once, and several lists of them one after another.)
  const byUri = new Map<string, { version: number | null; edits: (TextEdit | AnnotatedTextEdit)[] }>();
  for (const { uri, version, edits, annotation } of all) {
    if (edits.length === 0) continue;
    const known = byUri.get(uri) ?? { version: version ?? null, edits: [] };
    byUri.set(uri, known);
    const annotationId = versionedEdits && annotatesEdits ? annotation?.label : undefined;
    if (annotationId !== undefined && annotation !== undefined) changeAnnotations[annotationId] = annotation;
    for (const edit of edits) known.edits.push(annotationId === undefined ? edit : { ...edit, annotationId });
  }
  if (!versionedEdits) return { changes: Object.fromEntries([...byUri].map(([uri, { edits }]) => [uri, edits])) };
  return {
    documentChanges: [...byUri].map(([uri, { version, edits }]) => ({ textDocument: { uri, version }, edits })),
    ...(Object.keys(changeAnnotations).length > 0 && { changeAnnotations }),
  };
}
