import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyPrepareParams,
  CancellationToken,
  Connection,
} from 'vscode-languageserver';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/callHierarchy.ts';
import type { Answering } from './answer.ts';

/** A request about an item, as one about its report. */
interface AboutItem {
  readonly textDocument: { readonly uri: string };
  readonly item: CallHierarchyItem;
}

/** Answers the requests of the call hierarchy. */
export function answerCallHierarchy(connection: Connection, answer: Answering): void {
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    answer<CallHierarchyPrepareParams, CallHierarchyItem[]>([], ({ report, uri }, { position }) =>
      prepareCallHierarchy(report, uri, report.text.offsetAt(position)),
    ),
  );
  callHierarchy.onIncomingCalls(
    ofItem(answer<AboutItem, CallHierarchyIncomingCall[]>([], ({ report }, { item }) => incomingCalls(report, item))),
  );
  callHierarchy.onOutgoingCalls(
    ofItem(answer<AboutItem, CallHierarchyOutgoingCall[]>([], ({ report }, { item }) => outgoingCalls(report, item))),
  );
}

function ofItem<Answer>(answered: (params: AboutItem, token: CancellationToken) => Answer) {
  return ({ item }: { readonly item: CallHierarchyItem }, token: CancellationToken): Answer =>
    answered({ textDocument: item, item }, token);
}
