import { Writable } from 'node:stream';

/**
 * Passes messages on whole: the protocol's library writes the head and the body of each by themselves, and each write wakes
 * the client, which takes longer than most of what is done for a letter.
 */
export class WholeMessages extends Writable {
  readonly #output: NodeJS.WritableStream;
  #head: Uint8Array | undefined;

  /** @param output where the messages go; it stays open when this ends */
  constructor(output: NodeJS.WritableStream) {
    super();
    this.#output = output;
    output.on('error', error => this.destroy(error));
  }

  override _write(part: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const head = this.#head;
    if (head === undefined && part.subarray(-end.length).equals(end)) {
      this.#head = part;
      done();
    } else {
      this.#head = undefined;
      this.#output.write(head === undefined ? part : Buffer.concat([head, part]), done);
    }
  }
}

/** How a head ends; no body does, for it is JSON. */
const end = Buffer.from('\r\n\r\n');
