import type { Diagnostic } from 'vscode';
import { type Event, languages, type TextDocument } from 'vscode';

/** After this long an event that is waited for will not come any more. */
const patience = 20_000;

/** Waits until a question has an answer, asking it now and after every event; `what` says what was waited for. */
export function until<T>(
  what: string,
  event: Event<unknown>,
  answer: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const ask = async (): Promise<void> => {
      const value = await answer();
      if (value === undefined) return;
      end();
      resolve(value);
    };
    const fail = (error: unknown): void => {
      end();
      reject(error);
    };
    const listener = event(() => ask().catch(fail));
    const alarm = setTimeout(() => fail(new Error(`Waited in vain for ${what}.`)), patience);
    const end = (): void => {
      clearTimeout(alarm);
      listener.dispose();
    };
    ask().catch(fail);
  });
}

/** Waits until the findings on a document satisfy a condition, and gives them. */
export function findings(
  document: TextDocument,
  what: string,
  satisfied: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  let last = '';
  return until(what, languages.onDidChangeDiagnostics, () => {
    const found = languages.getDiagnostics(document.uri);
    last = found.map(({ message }) => message).join('\n');
    return satisfied(found) ? found : undefined;
  }).catch(error => {
    throw new Error(`${error.message}\nThe findings are now:\n${last || '(none)'}`);
  });
}

/** The id of the rule that made a finding. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
