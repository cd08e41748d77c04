import { extension } from './inspectmark.ts';

/**
 * How long the extension host took to load the extension's code and to activate it, in its own reckoning: *Show Running
 * Extensions* tells the same. Without the fetching of the code, where that is done before.
 */
export function activationTime(): string {
  const at = timesOfMarks();
  const between = (from: string, to: string): string => {
    const [begun, done] = [from, to].map(mark => at.get(`code/extHost/${mark}/${extension().id}`));
    return begun === undefined || done === undefined ? '(not told)' : `${(done - begun).toFixed(0)} ms`;
  };
  const loaded = between('willLoadExtensionCode', 'didLoadExtensionCode');
  const activated = between('willActivateExtension', 'didActivateExtension');
  return `for its code ${loaded}, to activate it ${activated}`;
}

/** The marks that VS Code makes, by their names. Where the platform does not keep them well, it keeps them itself. */
function timesOfMarks(): Map<string, number> {
  const { MonacoPerformanceMarks: own } = globalThis as { MonacoPerformanceMarks?: { getMarks?(): Marks } };
  const marks: Marks = own?.getMarks?.() ?? performance.getEntriesByType('mark');
  return new Map(marks.map(({ name, startTime }) => [name, startTime]));
}

type Marks = readonly { readonly name: string; readonly startTime: number }[];
