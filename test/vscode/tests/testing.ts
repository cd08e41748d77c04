/** Tests by their names. Each starts with no editor open, and passes unless it throws. */
export type Tests = Readonly<Record<string, () => Promise<void>>>;

/** Words that the names of the tests to be run have in them, written in when the tests are bundled. */
declare const wantedTests: string;

/** Runs tests one after the other, prints what came of each and the count; fails unless there were any and all passed. */
export async function runTests(tests: Tests, between: () => Promise<void>): Promise<void> {
  let failed = 0;
  const all = Object.entries(tests).filter(([name]) => name.includes(wantedTests));
  for (const [name, test] of all) {
    try {
      await between();
      await test();
      console.log(`✔ ${name}`);
    } catch (error) {
      failed++;
      console.log(`✖ ${name}\n${textOf(error).replace(/^/gm, '  ')}`);
    }
  }
  console.log(`${all.length - failed} tests passed, ${failed} failed`);
  if (failed > 0 || all.length === 0) throw new Error('The tests did not pass.');
}

/** Fails unless two values are written alike as JSON. */
export function equal(actual: unknown, expected: unknown): void {
  const [seen, wanted] = [actual, expected].map(value => JSON.stringify(value, undefined, 2));
  if (seen !== wanted) throw new Error(`Expected ${wanted}\nbut got ${seen}`);
}

/** Fails unless a text contains another. */
export function contains(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`“${part}” is not in:\n${text}`);
}

/** Gives back a value that must be there. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
