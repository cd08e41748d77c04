import { workspace } from 'vscode';
import { bringInTests } from './bringIn.ts';
import { closedEditors, shown } from './documents.ts';
import { findings, ruleOf } from './events.ts';
import { openingTests, timeTests } from './installation.ts';
import { equal, runTests, type Tests } from './testing.ts';

const restrictedTests: Tests = {
  'the folder is not trusted': async () => {
    equal(workspace.isTrusted, false);
  },

  'in Restricted Mode reports are checked': async () => {
    const { document } = await shown('draft.inspection');
    await findings(document, 'the wrong grade', all => all.some(finding => ruleOf(finding) === 'unknown-grade'));
  },
};

/** Called by VS Code. */
export async function run(): Promise<void> {
  await runTests({ ...openingTests, ...timeTests, ...restrictedTests, ...bringInTests }, closedEditors);
}
