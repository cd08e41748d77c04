import type { Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './clientAbilities.ts';

/** So few reports are read before an author asks what goes on. */
const few = 20;

/** How far something is that goes through many reports, shown where the client can show it. */
export class Steps {
  readonly #connection: Connection;
  readonly #client: ClientAbilities;
  readonly #title: string;
  #shown: Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>> | undefined;
  #count = 0;
  #done = 0;

  constructor(connection: Connection, client: ClientAbilities, title: string) {
    this.#connection = connection;
    this.#client = client;
    this.#title = title;
  }

  /** Begins to show so many steps; few of them are not shown. */
  async begin(count: number): Promise<void> {
    if (!this.#client.showsProgress || count <= few) return;
    this.#count = count;
    this.#shown = await this.#connection.window.createWorkDoneProgress();
    this.#shown.begin(this.#title, 0);
  }

  /** Takes note that another step is done. */
  step(): void {
    this.#done++;
    this.#shown?.report(Math.min(100, Math.round((this.#done / this.#count) * 100)), `${this.#done} of ${this.#count}`);
  }

  /** Shows nothing any more, whether all steps were done or not. */
  end(): void {
    this.#shown?.done();
    this.#shown = undefined;
  }
}
