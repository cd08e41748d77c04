import {
  type Command,
  type Disposable,
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
import { reportAnswer } from './reportAnswer.ts';
import type { ShownReport } from './shownReport.ts';

/** A line of the view, with the lines under it. */
export interface ReportViewLine {
  /** The same for the same thing after an edit, so that it stays open or closed; of two faulty things it may be one. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** All that it says, for a screen reader and for who points at it. */
  readonly spoken: string;
  readonly icon: string;
  /** The line of the report to which it leads, from 1. */
  readonly line: number;
  readonly children: ReportViewLine[];
  /** Of what sort it is, for the commands that are offered at it. */
  readonly sort?: 'graded';
}

/** What a view asks the server of a report, and how it shows the answer. */
export interface ReportViewKind<Answer> {
  readonly id: string;
  readonly method: string;
  /** What stands above the lines; empty for nothing. */
  readonly messageOf: (answer: Answer) => string;
  readonly linesOf: (answer: Answer) => ReportViewLine[];
}

/** A view of the report in the active editor, renewed as it is edited. */
export class ReportView<Answer> implements Disposable, TreeDataProvider<ReportViewLine> {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: TreeView<ReportViewLine>;
  readonly #listeners: Disposable[];
  readonly #kind: ReportViewKind<Answer>;
  readonly #client: () => BaseLanguageClient;
  readonly #report: ShownReport;
  /** The report of which the lines tell that were given last. */
  #uri: Uri | undefined;

  constructor(kind: ReportViewKind<Answer>, client: () => BaseLanguageClient, report: ShownReport) {
    this.#kind = kind;
    this.#client = client;
    this.#report = report;
    this.#view = window.createTreeView(kind.id, { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(() => this.#renew()),
      report.onDidChange(() => this.#renew()),
    ];
  }

  async getChildren(line?: ReportViewLine): Promise<ReportViewLine[]> {
    if (line !== undefined) return line.children;
    const { uri } = this.#report;
    const { method, messageOf, linesOf } = this.#kind;
    const answer = uri === undefined ? null : await reportAnswer<Answer>(this.#client(), method, uri);
    if (!this.#report.is(uri)) return []; // it is asked about another by now
    this.#uri = uri;
    this.#view.message = answer === null ? '' : messageOf(answer);
    return answer === null ? [] : withOwnIds(linesOf(answer));
  }

  getTreeItem({ id, label, description, spoken, icon, line, children, sort }: ReportViewLine): TreeItem {
    const item = new TreeItem(
      label,
      children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
    );
    item.id = id;
    item.description = description;
    if (sort !== undefined) item.contextValue = sort;
    item.iconPath = new ThemeIcon(icon);
    item.accessibilityInformation = { label: spoken };
    item.tooltip = spoken;
    if (this.#uri !== undefined && line > 0) item.command = showing(this.#uri, line);
    return item;
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  #renew(): void {
    if (this.#view.visible) this.#changed.fire();
  }
}

/**
 * The lines, each with an id of its own: where a number stands twice two have one, and VS Code takes them for one line or
 * shows none.
 */
function withOwnIds(lines: readonly ReportViewLine[], given = new Map<string, number>()): ReportViewLine[] {
  return lines.map(line => {
    const count = (given.get(line.id) ?? 0) + 1;
    given.set(line.id, count);
    const id = count === 1 ? line.id : `${line.id}\n${count}`;
    return { ...line, id, children: withOwnIds(line.children, given) };
  });
}

function showing(report: Uri, line: number): Command {
  const selection = new Range(line - 1, 0, line - 1, 0);
  return { title: 'Show in the Report', command: 'vscode.open', arguments: [report, { selection }] };
}
