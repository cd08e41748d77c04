import {
  AbstractMessageWriter,
  type Diagnostic,
  type FullDocumentDiagnosticReport,
  type Message,
  type MessageWriter,
} from 'vscode-languageserver/node';

/**
 * Writes each message whole: the protocol's library writes the head and the body by themselves, and each write wakes the
 * client, which takes longer than most of what is done for a letter. Diagnostics that are sent again, the same objects,
 * are not put into words again.
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
  return [Buffer.from(around.slice(0, -'[]}}'.length)), wordsOf(list), Buffer.from('}}')];
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

/** Lists of diagnostics that were sent, as JSON. */
const lists = new WeakMap<readonly Diagnostic[], Buffer>();

/** Each of them; of a list that is sent anew most were sent before. */
const each = new WeakMap<Diagnostic, Buffer>();

function wordsOf(list: readonly Diagnostic[]): Buffer {
  let words = lists.get(list);
  if (words === undefined) {
    const parts = list.map(wordsOfOne);
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    words = Buffer.allocUnsafe(Math.max(1, length) + 1);
    let at = 0;
    for (const part of parts) {
      words.set(part, at);
      at += part.length;
    }
    // The first has no comma before it.
    words.write('[', 0);
    words.write(']', words.length - 1);
    lists.set(list, words);
  }
  return words;
}

/** With the comma before it. */
function wordsOfOne(diagnostic: Diagnostic): Buffer {
  let words = each.get(diagnostic);
  if (words === undefined) {
    words = Buffer.from(`,${JSON.stringify(diagnostic)}`);
    each.set(diagnostic, words);
  }
  return words;
}
