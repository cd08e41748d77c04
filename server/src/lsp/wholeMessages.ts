import {
  AbstractMessageWriter,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type Message,
  type MessageWriter,
} from 'vscode-languageserver/node';

/**
 * Writes each message whole: the protocol's library writes the head and the body by themselves, and each write wakes the
 * client, which takes longer than most of what is done for a letter. Diagnostics that are sent again, the same objects, are
 * not made JSON again.
 */
export class WholeMessages extends AbstractMessageWriter implements MessageWriter {
  readonly #output: NodeJS.WritableStream;
  #failed = 0;

  /** @param output where the messages go; it stays open when this ends */
  constructor(output: NodeJS.WritableStream) {
    super();
    this.#output = output;
    output.on('error', error => this.fireError(error, undefined, ++this.#failed));
    output.on('close', () => this.fireClose());
  }

  /** Rejects where the message cannot be written, after its error was told. */
  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#output.write(whole(message), error => {
        if (error === null || error === undefined) return resolve();
        this.fireError(error, message, ++this.#failed);
        reject(error);
      });
    });
  }

  end(): void {}
}

/** A message with its head. */
function whole(message: Message): Buffer {
  const body = bodyOf(message);
  const length = body.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), ...body]);
}

function bodyOf(message: Message): Buffer[] {
  const list = diagnosticsOf(message);
  if (list === undefined) return [Buffer.from(JSON.stringify(message))];
  const around = JSON.stringify(message, (_, value) => (value === list ? [] : value));
  // (They are the last of what is told, and that is the last of the message.)
  if (!around.endsWith('[]}}')) return [Buffer.from(JSON.stringify(message))];
  return [Buffer.from(around.slice(0, -'[]}}'.length)), jsonOf(list), Buffer.from('}}')];
}

interface Telling extends Message {
  readonly method?: string;
  readonly params?: { readonly diagnostics?: readonly Diagnostic[] };
  readonly result?: Partial<FullDocumentDiagnosticReport> | null;
}

/** The diagnostics of a message that tells all of a report's: pushed, or the answer to a pull. */
function diagnosticsOf({ method, params, result }: Telling): readonly Diagnostic[] | undefined {
  if (method === 'textDocument/publishDiagnostics') return params?.diagnostics;
  return result?.kind === 'full' ? result.items : undefined;
}

/** The JSON of lists of diagnostics that were sent. */
const sentLists = new WeakMap<readonly Diagnostic[], Buffer>();

/** The JSON of each diagnostic in them, for most of a new list was sent before. */
const sentDiagnostics = new WeakMap<Diagnostic, Buffer>();

function jsonOf(list: readonly Diagnostic[]): Buffer {
  let json = sentLists.get(list);
  if (json === undefined) {
    const parts = list.map(jsonOfOne);
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    json = Buffer.allocUnsafe(Math.max(1, length) + 1);
    let at = 0;
    for (const part of parts) {
      json.set(part, at);
      at += part.length;
    }
    // The first has no comma before it.
    json.write('[', 0);
    json.write(']', json.length - 1);
    sentLists.set(list, json);
  }
  return json;
}

/** With the comma before it. */
function jsonOfOne(diagnostic: Diagnostic): Buffer {
  let json = sentDiagnostics.get(diagnostic);
  if (json === undefined) {
    json = Buffer.from(`,${JSON.stringify(diagnostic)}`);
    sentDiagnostics.set(diagnostic, json);
  }
  return json;
}
