import { commands, type ExtensionContext, type TreeDataProvider, type Uri, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { provideAcceptance } from './acceptance.ts';
import { bringInReports, type Importer } from './bringInReport.ts';
import { provideChangeGrade } from './changeGrade.ts';
import { provideCorrections } from './corrections.ts';
import { provideExample } from './example.ts';
import { answerFileRequests } from './fileRequests.ts';
import { judgements } from './judgementsView.ts';
import { provideNewReport } from './newReport.ts';
import { providePastedReports } from './pastedReports.ts';
import { providePlacesShown } from './placesShown.ts';
import { PreviewPanel } from './previewPanel.ts';
import { QuestionsView } from './questionsView.ts';
import { keptWhenReopened } from './reopenedReports.ts';
import { provideReportDetails } from './reportDetails.ts';
import { reportSelector } from './reportSelector.ts';
import { ReportView, type ReportViewLine } from './reportView.ts';
import { provideRulePages, rulePage } from './rulePages.ts';
import { ServerSession } from './serverSession.ts';
import { ShownReport } from './shownReport.ts';
import { StatusItem } from './statusItem.ts';
import { traceability } from './traceabilityView.ts';

/** Makes a client that has not been started; how the server runs is the platform's business. */
export type NewClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What the extension gives to its own tests. */
export interface Inspectmark {
  /** The client of the server that runs now; after *Restart Server* it is another. */
  readonly client: BaseLanguageClient;
  /** What the views show. */
  readonly views: Readonly<Record<'judgements' | 'traceability', TreeDataProvider<ReportViewLine>>> & {
    readonly questions: Pick<QuestionsView, 'onDidShow' | 'shown'>;
    readonly preview: Pick<PreviewPanel, 'onDidShow'>;
  };
  /** What the status item says of the report in the active editor. */
  readonly statusText: string;
  /** Ends the server. */
  readonly stop: () => Promise<void>;
}

/** What both entries do. It returns before the server has started, so that the editor need not wait. */
export function activateExtension(
  context: ExtensionContext,
  newClient: NewClient,
  newImporter: () => Importer,
): Inspectmark {
  const log = window.createOutputChannel('Inspectmark', { log: true });
  const selector = reportSelector();
  const status = new StatusItem(selector);
  const session = new ServerSession(log, options => {
    const initializationOptions: InitializationOptions = {
      status: true,
      showsPlaces: true,
      asksReasons: true,
      rulePage,
    };
    const middleware = keptWhenReopened(() => client);
    const client: BaseLanguageClient = newClient({
      documentSelector: selector,
      outputChannel: log,
      initializationOptions,
      middleware,
      ...options,
    });
    answerFileRequests(client);
    status.follow(client);
    return client;
  });
  const report = new ShownReport(selector, status.onDidCheck);
  const views = {
    judgements: new ReportView(judgements, () => session.client, report),
    traceability: new ReportView(traceability, () => session.client, report),
    questions: new QuestionsView(context, () => session.client, report),
    preview: new PreviewPanel(context, () => session.client, report),
  };
  void commands.executeCommand('setContext', 'inspectmark.isActive', true); // its commands can be run now
  context.subscriptions.push(
    log,
    status,
    report,
    ...Object.values(views),
    commands.registerCommand('inspectmark.restartServer', () => session.restart()),
    commands.registerCommand('inspectmark.showLog', () => log.show()),
    commands.registerCommand('inspectmark.bringInReport', (clicked?: Uri, selected?: readonly Uri[]) =>
      bringInReports(newImporter, clicked, selected),
    ),
    provideExample(context),
    provideNewReport(() => session.client),
    provideChangeGrade(() => session.client, report),
    provideAcceptance(() => session.client),
    provideReportDetails(() => session.client, report),
    ...provideCorrections(() => session.client),
    ...providePastedReports(selector, () => session.client),
    ...providePlacesShown(() => session.client),
    ...provideRulePages(context),
  );
  session.start();
  return {
    views,
    get client() {
      return session.client;
    },
    get statusText() {
      return status.text;
    },
    stop: () => session.stop(),
  };
}
