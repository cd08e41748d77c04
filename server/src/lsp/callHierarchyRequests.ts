import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyPrepareParams,
  CancellationToken,
  Connection,
} from 'vscode-languageserver';
import type { answering } from './answer.ts';

/** A request about an item, as one about its report. */
interface AboutItem {
  readonly textDocument: { readonly uri: string };
  readonly item: CallHierarchyItem;
}

/** Answers the requests of the call hierarchy. Few authors ask for it, so it is loaded when the first does. */
export function answerCallHierarchy(connection: Connection, answer: ReturnType<typeof answering>): void {
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    loaded(({ prepareCallHierarchy }) =>
      answer<CallHierarchyPrepareParams, CallHierarchyItem[]>([], ({ report, uri }, { position }) =>
        prepareCallHierarchy(report, uri, report.text.offsetAt(position)),
      ),
    ),
  );
  callHierarchy.onIncomingCalls(
    loaded(({ incomingCalls }) =>
      ofItem(answer<AboutItem, CallHierarchyIncomingCall[]>([], ({ report }, { item }) => incomingCalls(report, item))),
    ),
  );
  callHierarchy.onOutgoingCalls(
    loaded(({ outgoingCalls }) =>
      ofItem(answer<AboutItem, CallHierarchyOutgoingCall[]>([], ({ report }, { item }) => outgoingCalls(report, item))),
    ),
  );
}

type CallHierarchy = typeof import('../features/callHierarchy.ts');
type Handler<Params, Answer> = (params: Params, token: CancellationToken) => Promise<Answer>;

/** (It is loaded before the text is looked at, so that the answer is of the newest.) */
function loaded<Params, Answer>(
  handler: (features: CallHierarchy) => Handler<Params, Answer>,
): Handler<Params, Answer> {
  return async (params, token) => handler(await import('../features/callHierarchy.ts'))(params, token);
}

function ofItem<Answer>(answered: Handler<AboutItem, Answer>): Handler<{ readonly item: CallHierarchyItem }, Answer> {
  return ({ item }, token) => answered({ textDocument: item, item }, token);
}
