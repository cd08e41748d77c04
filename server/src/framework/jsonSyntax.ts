import { findNodeAtOffset, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type FileProblem, fileError } from './fileProblem.ts';

/**
 * JSON as far as it can be read, and what keeps the rest from it: of several faults the first, for the others may come of
 * it.
 */
export interface JsonSyntax {
  readonly root: Node | undefined;
  readonly problem: FileProblem | undefined;
  /** What was not read to its end, and means nothing so. */
  readonly broken: Node | undefined;
}

const messages: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'The name of a field is expected here, in quotation marks.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is missing between a field’s name and its value.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A } is missing here.',
  CloseBracketExpected: 'A ] is missing here.',
  EndOfFileExpected: 'Nothing may follow the file’s last }.',
  UnexpectedEndOfComment: 'This comment is not closed. Write */ where it ends.',
  UnexpectedEndOfString: 'A text ends with a quotation mark on the same line; this one does not.',
  InvalidSymbol: 'Names and texts stand between straight quotation marks: "…". This does not.',
  InvalidNumberFormat: 'This is no number.',
  InvalidEscapeCharacter: 'A backslash in a text is written twice; in a path write / instead.',
  InvalidUnicode: 'After \\u four digits of a sign’s number are expected.',
  InvalidCharacter: 'A tab or a sign that cannot be seen stands in this text. Take it out.',
};

/** What can be wrong within a text: of one that is not as it is meant nothing else is told. */
const inTexts = new Set(['UnexpectedEndOfString', 'InvalidEscapeCharacter', 'InvalidCharacter', 'InvalidUnicode']);

/**
 * Reads JSON, broken or not.
 *
 * @param written the text as it stands in the file
 * @param text the same without its comments, every sign at its place
 * @param whole what the file is, as messages say it: `a framework`
 */
export function jsonSyntax(written: string, text: string, whole: string): JsonSyntax {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { disallowComments: true });
  const [first] = errors;
  // What follows an open comment is part of it, and is missing.
  const error = first === undefined ? undefined : (openComment(written) ?? first);
  const code = error === undefined ? undefined : codeOf(error);
  if (root?.type !== 'object' && code !== 'UnexpectedEndOfComment') {
    const isEmpty = text.replace('\ufeff', '').trim() === '';
    if (isEmpty || code === undefined || code === 'InvalidSymbol') {
      const message = isEmpty
        ? 'This file is empty: fields between { and } are expected.'
        : `This is not ${whole}: a file of fields between { and } is expected.`;
      return { root, problem: fileError(0, text.length, message), broken: undefined };
    }
  }
  if (error === undefined || code === undefined) return { root, problem: undefined, broken: undefined };
  const { offset, length } = error;
  const comma = commaBefore(text, offset);
  const to = Math.min(text.length, offset + (code === 'UnexpectedEndOfComment' ? 2 : Math.max(1, length)));
  return {
    root,
    problem:
      comma === undefined
        ? fileError(offset, to, `${messages[code] ?? 'This is not JSON.'} What stands after it may not be used.`)
        : fileError(comma, comma + 1, 'This comma is one too many, for nothing follows it. Take it out.'),
    broken: root !== undefined && inTexts.has(code) ? findNodeAtOffset(root, offset, true) : undefined,
  };
}

function codeOf({ error }: ParseError): string {
  return printParseErrorCode(error);
}

function openComment(written: string): ParseError | undefined {
  const errors: ParseError[] = [];
  parseTree(written, errors);
  return errors.find(error => codeOf(error) === 'UnexpectedEndOfComment');
}

/** The comma before a bracket that closes, if the two have nothing between them. */
function commaBefore(text: string, offset: number): number | undefined {
  if (!'}]'.includes(text.charAt(offset) || ' ')) return undefined;
  const before = text.slice(0, offset).trimEnd().length - 1;
  return text.charAt(before) === ',' ? before : undefined;
}
