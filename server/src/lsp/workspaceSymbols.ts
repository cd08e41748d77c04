import type { CancellationToken, SymbolInformation } from 'vscode-languageserver';
import { documentSymbols } from '../features/documentSymbols.ts';
import { copied } from '../text/text.ts';
import type { Host } from './host.ts';
import type { Reports } from './reports.ts';
import { flatSymbols } from './translation.ts';
import { canonicalUri } from './uri.ts';
import { workspaceReports } from './workspaceReports.ts';

/** More than an author reads: who types another letter is asked for again. */
const most = 500;

/**
 * What the outlines of a workspace’s reports name, to be searched. Of closed reports it is kept until they may have
 * changed.
 */
export class WorkspaceSymbols {
  readonly #reports: Reports;
  readonly #host: Host;
  readonly #closed = new Map<string, readonly SymbolInformation[]>();

  constructor(reports: Reports, host: Host) {
    this.#reports = reports;
    this.#host = host;
  }

  /** Takes note that a report has changed, or anything. */
  forget(uri?: string): void {
    if (uri === undefined) this.#closed.clear();
    else this.#closed.delete(canonicalUri(uri));
  }

  /**
   * The symbols in whose names the letters of a query stand in their order, capital or not: clients choose among them.
   *
   * @param open the reports that are open, be they in the folders or not
   * @param watched whether the client tells of files that change; else they are read every time
   */
  async find(
    query: string,
    folders: readonly string[],
    open: readonly string[],
    watched: boolean,
    token: CancellationToken,
  ): Promise<SymbolInformation[]> {
    const letters = [...query.toLowerCase()].filter(letter => letter.trim() !== '');
    const found: SymbolInformation[] = [];
    for (const uri of await workspaceReports(open, folders, this.#host)) {
      for (const symbol of await this.#symbols(uri, watched)) {
        if (found.length >= most) return found;
        if (holds(symbol.name, letters)) found.push(symbol);
      }
      if (token.isCancellationRequested) return [];
    }
    return found;
  }

  async #symbols(uri: string, watched: boolean): Promise<readonly SymbolInformation[]> {
    const key = canonicalUri(uri);
    const ready = await this.#reports.ready(uri);
    if (ready !== undefined) return ready.settings.ignored ? [] : flatSymbols(documentSymbols(ready.report), ready.uri);
    const known = watched ? this.#closed.get(key) : undefined;
    if (known !== undefined) return known;
    const closed = await this.#reports.closed(uri);
    const isReport = typeof closed === 'object' && !closed.settings.ignored;
    const symbols = isReport ? flatSymbols(documentSymbols(closed.report), uri) : [];
    // What is kept must not keep the report's text alive.
    const kept = symbols.map(({ name, containerName, ...rest }) => ({
      ...rest,
      name: copied(name),
      ...(containerName !== undefined && { containerName: copied(containerName) }),
    }));
    this.#closed.set(key, kept);
    return kept;
  }
}

function holds(name: string, letters: readonly string[]): boolean {
  const words = name.toLowerCase();
  let at = 0;
  for (const letter of letters) {
    at = words.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
