import { AbstractMessageWriter, type Diagnostic, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes each message whole: the protocol's library writes the head and the body by themselves, and each write wakes the
 * client, which takes longer than most of what is done for a letter. A list of diagnostics that is sent again, the same
 * object, is not put into words again.
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
  let words = inWords.get(list);
  if (words === undefined) {
    words = Buffer.from(JSON.stringify(list));
    inWords.set(list, words);
  }
  // (The list is the last of the parameters, and these are the last of the message.)
  const { params, ...head } = message as Publication;
  const { diagnostics: _, ...rest } = params;
  const around = JSON.stringify({ ...head, params: { ...rest, diagnostics: [] } });
  return [Buffer.from(around.slice(0, -'[]}}'.length)), words, Buffer.from('}}')];
}

interface Publication extends Message {
  readonly method: 'textDocument/publishDiagnostics';
  readonly params: { readonly diagnostics: readonly Diagnostic[] };
}

function diagnosticsOf(message: Message): readonly Diagnostic[] | undefined {
  const { method, params } = message as Partial<Publication>;
  return method === 'textDocument/publishDiagnostics' ? params?.diagnostics : undefined;
}

/** Lists of diagnostics that were sent, as JSON. */
const inWords = new WeakMap<readonly Diagnostic[], Buffer>();
