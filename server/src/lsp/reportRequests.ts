import type {
  Connection,
  InlayHint,
  InlayHintParams,
  LinkedEditingRangeParams,
  SemanticTokens,
  SemanticTokensParams,
} from 'vscode-languageserver';
import { type CheckedReport, codeActions, renumberKind } from '../features/codeActions.ts';
import { codeLens } from '../features/codeLens.ts';
import { completion } from '../features/completion.ts';
import { definition } from '../features/definition.ts';
import { documentHighlights } from '../features/documentHighlights.ts';
import { documentLinks, type LinkToPlace, linkWithPlace } from '../features/documentLinks.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { fixAll } from '../features/fixAll.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { hover } from '../features/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { type LinkedEditingRanges, linkedEditingRange } from '../features/linkedEditingRange.ts';
import { moveSection } from '../features/moveSection.ts';
import { references } from '../features/references.ts';
import { selectionRange } from '../features/selectionRange.ts';
import { semanticTokens } from '../features/semanticTokens.ts';
import { taggings } from '../features/taggings.ts';
import { begunPath } from '../model/offers/begunPath.ts';
import { writingPlace } from '../model/offers/offer.ts';
import { thingAt } from '../model/things.ts';
import { type Answering, surviving } from './answer.ts';
import { answerCallHierarchy } from './callHierarchyRequests.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { diagnosticOf } from './diagnostics.ts';
import { answerEdits } from './editRequests.ts';
import type { ReadyReport } from './readyReport.ts';
import { renumberedReports } from './renumberedReports.ts';
import type { Reports } from './reports.ts';
import { flatSymbols, spanOf, versionedEdits } from './translation.ts';
import { canonicalUri, linkedUri, pathBetween } from './uri.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** What the requests about reports ask of the server besides. */
interface Surroundings {
  /** What the client can do; asked at every request, for it is said only when it connects. */
  readonly client: () => ClientAbilities;
  /** Whether a file belongs to what is open: links that lead out of it open nothing. */
  readonly isWithin: (target: string, uri: string) => boolean;
  /** The URIs of all reports, open or in the folders. */
  readonly allReports: () => Promise<readonly string[]>;
  /** The URIs of the files of the folders with one of some endings. */
  readonly files: (endings: readonly string[]) => Promise<readonly string[]>;
}

/** How the files end to which a path may lead. */
const endings = {
  report: ['.inspection'],
  picture: ['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp'],
} as const;

/** Answers the protocol’s requests about a report, a feature each. */
export function answerReports(
  connection: Connection,
  answer: Answering,
  reports: Reports,
  { client, isWithin, allReports, files }: Surroundings,
): void {
  connection.onDocumentSymbol(
    answer([], ({ report, uri }) => {
      const symbols = documentSymbols(report);
      return client().nestedSymbols ? symbols : flatSymbols(symbols, uri);
    }),
  );
  connection.onFoldingRanges(answer([], ({ report }) => foldingRanges(report)));
  connection.onHover(
    answer(null, async (ready, { position }) => {
      const offset = ready.report.text.offsetAt(position);
      return hover(
        ready.report,
        await otherReport(ready, offset),
        offset,
        client().markdown ? 'markdown' : 'plaintext',
      );
    }),
  );
  connection.onDefinition(
    answer([], async (ready, { position }) => {
      const offset = ready.report.text.offsetAt(position);
      return definition(ready.report, ready.uri, await otherReport(ready, offset), offset);
    }),
  );
  connection.onReferences(
    answer([], ({ report, uri }, { position, context }) =>
      references(report, uri, report.text.offsetAt(position), context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    answer([], ({ report }, { position }) => documentHighlights(report, report.text.offsetAt(position))),
  );
  connection.onDocumentLinks(
    answer([], ({ report, uri }) =>
      documentLinks(report, uri, path => {
        const target = linkedUri(uri, path);
        return target !== undefined && isWithin(target, uri) ? target : undefined;
      }),
    ),
  );
  connection.onDocumentLinkResolve(link =>
    surviving(connection, link, async () => {
      // (A client may ask about a link that leads to no place in another report, and has its target.)
      if (link.data === undefined) return link;
      const { uri, path, id } = link.data as LinkToPlace;
      const other = await reports.linkedReport(uri, path);
      return other === undefined ? link : linkWithPlace(link, other, id);
    }),
  );
  connection.onCodeAction(
    answer([], async (asked, { range, context }, token) => {
      const ready = await reports.settled(asked, token);
      if (ready === undefined) return [];
      const { report, uri, version } = ready;
      const { findings } = reports.checks.check(ready);
      const checked: CheckedReport = {
        report,
        uri,
        findings,
        diagnosticOf: finding => diagnosticOf(report.text, uri, finding, client().diagnostics),
        allFixed: () => fixAll(report.text.source, findings, text => reports.checks.findingsIn(text, ready)).edits,
        moved: move => moveSection(report, report.text.offsetAt(range.start), move),
        taggings: () => taggings(report, report.text.offsetAt(range.start)),
        asksReasons: client().asksReasons,
        takesSnippets: client().snippetEdits,
      };
      const actions = codeActions(checked, spanOf(report.text, range), context.only);
      const versioned = client().versionedEdits
        ? actions.map(action => versionedEdits(action, version ?? null))
        : actions;
      const renumbering = versioned.find(({ kind }) => kind === renumberKind);
      if (renumbering !== undefined)
        renumbering.edit = workspaceEdit(client(), await renumberedReports([uri], { allReports, reports, token }));
      return versioned;
    }),
  );
  answerCallHierarchy(connection, answer);
  connection.onCodeLens(answer([], ({ report, uri }) => codeLens(report, uri)));
  connection.onCompletion(
    answer([], async ({ report, uri, frameworks }, { position }) => {
      const offset = report.text.offsetAt(position);
      const begun = begunPath(writingPlace(report, offset));
      const linked = begun?.kind === 'place' ? await reports.linkedReport(uri, begun.path) : undefined;
      const found = begun === undefined || begun.kind === 'place' ? [] : await files(endings[begun.kind]);
      return completion(report, offset, {
        frameworks: frameworks.ids,
        rules: reports.checks.rules,
        paths: found.flatMap(file => (file === canonicalUri(uri) ? [] : (pathBetween(uri, file) ?? []))),
        ...(linked !== undefined && { linked: linked.report }),
      });
    }),
  );
  answerEdits(connection, answer, reports, { client, allReports });
  connection.languages.inlayHint.on(
    answer<InlayHintParams, InlayHint[]>([], ({ report }, { range }) => inlayHints(report, spanOf(report.text, range))),
  );
  connection.languages.onLinkedEditingRange(
    answer<LinkedEditingRangeParams, LinkedEditingRanges | null>(
      null,
      ({ report }, { position }) => linkedEditingRange(report, report.text.offsetAt(position)),
      { ofItsText: true },
    ),
  );
  connection.onSelectionRanges(
    answer([], ({ report }, { positions }) =>
      positions.map(position => selectionRange(report, report.text.offsetAt(position))),
    ),
  );
  connection.languages.semanticTokens.on(
    answer<SemanticTokensParams, SemanticTokens>({ data: [] }, ({ report }) => semanticTokens(report), {
      ofItsText: true,
    }),
  );

  /** The report to which the link at an offset leads. */
  async function otherReport({ report, uri }: ReadyReport, offset: number) {
    const thing = thingAt(report, offset)?.thing;
    return thing?.kind === 'elsewhere' ? reports.linkedReport(uri, thing.path) : undefined;
  }
}
