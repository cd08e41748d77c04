import { commands, extensions, window, workspace } from 'vscode';
import { activationTime } from './activationTime.ts';
import { shown } from './documents.ts';
import { findings } from './events.ts';
import { extension } from './inspectmark.ts';
import { equal, present, type Tests } from './testing.ts';

/** The version of the VSIX, written in when the tests are bundled. */
declare const vsixVersion: string;

/** That it is the VSIX that is tested. `folder` is the pattern of the path where the host has put it. */
export function installationTests(folder: RegExp): Tests {
  return {
    'the extension under test is the packaged one': async () => {
      const { extensionUri, packageJSON } = extension();
      equal(packageJSON.version, vsixVersion);
      equal(folder.test(extensionUri.path) ? 'installed' : extensionUri.path, 'installed');
    },

    'other extensions are there': async () => {
      present(extensions.getExtension('vscode.markdown-language-features'), 'extension of VS Code’s own');
    },
  };
}

/**
 * For a folder without `inspectmark.json`: nothing of the extension runs before a report is opened. How long it then takes
 * is printed.
 */
export const activationTests: Tests = {
  'it waits while other things are opened': async () => {
    equal(extension().isActive, false);
    await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: '# Report\n' }));
    await commands.executeCommand('workbench.action.problems.focus');
    equal(extension().isActive, false);
  },

  'it is active once it is asked for': async () => {
    const begun = performance.now();
    await extension().activate();
    console.log(`  It was active after ${(performance.now() - begun).toFixed(0)} ms.`);
    equal(extension().isActive, true);
  },
};

/** The same, activated by nothing but a report. */
export const openingTests: Tests = {
  'it waits while other things are opened': present(activationTests['it waits while other things are opened'], 'test'),

  'a report that is opened activates it': async () => {
    const begun = performance.now();
    const { document } = await shown('draft.inspection');
    await findings(document, 'findings', all => all.length > 0);
    console.log(`  A report was open and checked after ${(performance.now() - begun).toFixed(0)} ms.`);
    equal(extension().isActive, true);
  },
};

/** How long activation took, of an extension that is active. */
export const timeTests: Tests = {
  'the extension host says how long it took to activate it': async () => {
    await extension().activate();
    console.log(`  It took the extension host ${activationTime()}.`);
    equal(/ \d+ ms, .* \d+ ms$/.test(activationTime()), true);
  },
};
