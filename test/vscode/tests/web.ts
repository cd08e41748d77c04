import { env, UIKind } from 'vscode';
import { bringInTests } from './bringIn.ts';
import { closedEditors } from './documents.ts';
import { activationTests, installationTests, timeTests } from './installation.ts';
import { pastingTests } from './pasting.ts';
import { reportTests } from './report.ts';
import { equal, runTests, type Tests } from './testing.ts';

const webTests: Tests = {
  'there is no Node': async () => {
    equal(env.uiKind, UIKind.Web);
    equal(typeof (globalThis as { process?: unknown }).process, 'undefined');
  },
};

/** Called by VS Code. */
export async function run(): Promise<void> {
  const tests = {
    ...installationTests(/\/static\/extensions\/0\/?$/),
    ...activationTests,
    ...timeTests,
    ...webTests,
    ...reportTests,
    ...bringInTests,
    ...pastingTests,
  };
  await runTests(tests, closedEditors);
}
