import {
  type Command,
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  Range,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  type Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Matrix, MatrixFinding, MatrixMethod } from '../../server/src/lsp/protocol.ts';

const matrixMethod: MatrixMethod = 'inspectmark/matrix';

/** The view is renewed when so many milliseconds have passed since the last letter. */
const restTime = 300;

/** A line of the view, with the lines under it. */
export interface TraceabilityLine {
  /** The same for the same thing after an edit, so that it stays open or closed. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says before the description. */
  readonly spoken: string;
  readonly icon: string;
  /** The line of the report to which it leads, from 1. */
  readonly line: number;
  readonly children: TraceabilityLine[];
}

/** What supports each recommendation of the report in the active editor, and what is tied to nothing. */
export class TraceabilityView implements Disposable, TreeDataProvider<TraceabilityLine> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<TraceabilityLine>;
  readonly #listeners: Disposable[];
  readonly #client: () => BaseLanguageClient;
  /** The report that is shown, also while something else has the focus. */
  #report: Uri | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param onDidCheck tells of each report that was checked: after an edit what supports what may be another */
  constructor(client: () => BaseLanguageClient, onDidCheck: Event<Uri>) {
    this.#client = client;
    this.#view = window.createTreeView('inspectmark.traceability', { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(() => this.#renew()),
      window.onDidChangeActiveTextEditor(() => this.#renew()),
      onDidCheck(uri => {
        if (this.#report !== undefined && uri.toString() !== this.#report.toString()) return;
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.#renew(), restTime);
      }),
    ];
    void commands.executeCommand('setContext', 'inspectmark.isActive', true);
  }

  async getChildren(line?: TraceabilityLine): Promise<TraceabilityLine[]> {
    if (line !== undefined) return line.children;
    const document = window.activeTextEditor?.document;
    if (document?.languageId === 'inspectmark') this.#report = document.uri;
    const client = this.#client();
    if (this.#report === undefined || !client.isRunning()) return [];
    const textDocument = { uri: client.code2ProtocolConverter.asUri(this.#report) };
    const matrix = await client.sendRequest<Matrix | null>(matrixMethod, { textDocument });
    this.#view.message = matrix === null ? '' : messageOf(matrix);
    return matrix === null ? [] : linesOf(matrix);
  }

  getTreeItem({ id, label, description, spoken, icon, line, children }: TraceabilityLine): TreeItem {
    const item = new TreeItem(
      label,
      children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
    );
    item.id = id;
    item.description = description;
    item.iconPath = new ThemeIcon(icon);
    item.accessibilityInformation = { label: `${spoken}. ${description}` };
    item.tooltip = `${spoken}. ${description}`;
    if (this.#report !== undefined && line > 0) item.command = showing(this.#report, line);
    return item;
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const listener of this.#listeners) listener.dispose();
  }

  #renew(): void {
    if (this.#view.visible) this.#changed.fire();
  }
}

function showing(report: Uri, line: number): Command {
  const selection = new Range(line - 1, 0, line - 1, 0);
  return { title: 'Show in the Report', command: 'vscode.open', arguments: [report, { selection }] };
}

/** What is lacking, in sentences above the lines. */
function messageOf({ recommendations, bareTags }: Matrix): string {
  const count = recommendations.length;
  if (count === 0) return 'This report makes no recommendation.';
  const lacking = recommendations.filter(({ findings }) => findings.length === 0).length;
  const bare = bareTags.length === 1 ? 'One tag names' : `${bareTags.length} tags name`;
  return [
    ...(lacking > 0
      ? [`${lacking} of ${count} recommendations ${lacking === 1 ? 'is' : 'are'} named by no finding.`]
      : []),
    ...(bareTags.length > 0 ? [`${bare} no recommendation: a question mark stands at what may be meant.`] : []),
  ].join(' ');
}

/** The recommendations with their findings; then the tags that lead nowhere. Numbers stand first: the view is narrow. */
function linesOf({ recommendations, bareTags, strayTags }: Matrix): TraceabilityLine[] {
  const lines = recommendations.map(({ number, text, line, findings, suggested }, i): TraceabilityLine => {
    const id = `recommendation ${number ?? `no ${i}`}`;
    const supporting = [
      ...findings.map(finding => finding.number ?? '–'),
      ...suggested.map(finding => `${finding.number ?? '–'}?`),
    ];
    return {
      id,
      label: `${number ?? '–'} ← ${supporting.join(', ') || 'none'}`,
      description: text,
      spoken: `Recommendation ${number ?? 'without a number'}, ${supporting.length === 0 ? 'no finding' : `findings ${supporting.join(', ')}`}`,
      icon: findings.length > 0 ? 'pass' : suggested.length > 0 ? 'question' : 'circle-large-outline',
      line,
      children: [
        ...findings.map(finding => findingLine(id, finding, 'comment', '')),
        ...suggested.map(finding => findingLine(`${id}?`, finding, 'question', '?')),
      ],
    };
  });
  const stray = strayTags.map(tag =>
    findingLine('stray', tag, 'warning', ` → ${tag.recommendation}, which is not there`),
  );
  const bare = bareTags
    .filter(({ suggestions }) => suggestions.length === 0)
    .map(tag => findingLine('bare', tag, 'question', ' → ?'));
  return [...lines, ...stray, ...bare];
}

function findingLine(within: string, finding: MatrixFinding, icon: string, after: string): TraceabilityLine {
  const { number, text, line, areaTitle, section, grades } = finding;
  const area = areaTitle ?? section?.split(' › ')[0] ?? '';
  const label = [`${number ?? '–'}${after}`, ...grades].join(' · ');
  return {
    id: `${within}: ${number ?? `line ${line}`}`,
    label,
    description: text,
    spoken: [`Finding ${label}`, area].filter(words => words !== '').join(', '),
    icon,
    line,
    children: [],
  };
}
