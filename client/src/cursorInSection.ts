/** A replacement of a span of a text. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Where a cursor at the end of a section stands once the section above has come to stand below it: VS Code would take it
 * along, behind what is put there. Nothing where it stands elsewhere, for there VS Code keeps it.
 */
export function cursorInSection(text: string, cursor: number, edits: readonly Replacement[]): number | undefined {
  const put = edits.find(
    ({ from, to, text: words }) =>
      from === to && from <= cursor && isBlank(words.slice(0, 1) + text.slice(from, cursor)),
  );
  if (put === undefined) return undefined;
  let place = put.from;
  for (const edit of edits) if (edit.to <= put.from && edit !== put) place += edit.text.length - (edit.to - edit.from);
  return place;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
