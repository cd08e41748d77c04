import {
  type Command,
  type Disposable,
  type DocumentSelector,
  EventEmitter,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  languages,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { ReportStatus, StatusMethod } from '../../server/src/lsp/protocol.ts';

const statusMethod: StatusMethod = 'inspectmark/status';

const showFindings: Command = { title: 'Show Findings', command: 'workbench.actions.view.problems' };
const restartServer: Command = { title: 'Restart Server', command: 'inspectmark.restartServer' };

/** The language status item: how the report in the active editor stands. */
export class StatusItem implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #reports = new Map<string, ReportStatus>();
  readonly #told = new EventEmitter<Uri>();
  /** Tells of each report that has been checked. */
  readonly onDidCheck = this.#told.event;
  readonly #listeners: Disposable[];
  #client: BaseLanguageClient | undefined;
  /** The report that is shown, also while the settings or something else has the focus. */
  #report: string | undefined;

  constructor(selector: DocumentSelector) {
    this.#item = languages.createLanguageStatusItem('inspectmark.status', selector);
    this.#item.name = 'Inspectmark';
    this.#item.accessibilityInformation = { label: 'Overall grade and findings' };
    this.#listeners = [
      this.#told,
      window.onDidChangeActiveTextEditor(() => this.#show()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#reports.delete(uri.toString())),
    ];
  }

  get text(): string {
    return this.#item.text;
  }

  /** Shows what this client's server tells from now on. */
  follow(client: BaseLanguageClient): void {
    this.#client = client;
    client.onDidChangeState(() => {
      if (client !== this.#client) return;
      if (client.state !== State.Running) this.#reports.clear();
      this.#show();
    });
    client.onNotification(statusMethod, (status: ReportStatus) => {
      const uri = client.protocol2CodeConverter.asUri(status.uri);
      this.#reports.set(uri.toString(), status);
      this.#show();
      this.#told.fire(uri);
    });
    this.#show();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId === 'inspectmark') this.#report = document.uri.toString();
    const status = this.#report === undefined ? undefined : this.#reports.get(this.#report);
    const stopped = this.#client?.state === State.Stopped || this.#client?.state === State.StartFailed;
    this.#item.busy = status === undefined && !stopped;
    this.#item.text = status?.text ?? (stopped ? 'Not checked' : 'Reading the report…');
    this.#item.severity = stopped ? LanguageStatusSeverity.Error : severityOf(status);
    this.#item.command = stopped ? restartServer : showFindings;
  }
}

function severityOf(status: ReportStatus | undefined): LanguageStatusSeverity {
  if (status === undefined) return LanguageStatusSeverity.Information;
  if (status.errors > 0) return LanguageStatusSeverity.Error;
  return status.warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
