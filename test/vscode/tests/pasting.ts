import { commands, Range, type TextDocument, version, window, workspace } from 'vscode';
import { closedEditors } from './documents.ts';
import { until } from './events.ts';
import { inspectmark } from './inspectmark.ts';
import { equal, type Tests } from './testing.ts';

/** As Word has it on the clipboard. */
const copied = `<h2>Recommendations<o:p></o:p></h2>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>3.
<span>&nbsp;&nbsp;</span></span><![endif]>Ensure that plans are <i>timely</i>.<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>·</span>in all teams;</p>`;

/** What is pasted, where the page in which VS Code runs can be asked to; see `pasting.mjs`. */
export const pastingTests: Tests = {
  'what is pasted from Word becomes markup, in one step': async () => {
    const document = await pasted(copied, '');
    const [major = 0, minor = 0] = version.split('.').map(Number);
    const canPaste = major > 1 || minor >= 97;
    const markup = '## Recommendations\n\n3. Ensure that plans are timely.\n\n- in all teams;';
    equal(document.getText(), canPaste ? markup : 'no markup');
    await commands.executeCommand('undo');
    equal(document.getText(), '');
  },

  'some words that are pasted stay words': async () => {
    equal((await pasted('<b>some <i>words</i></b>', 'Only ')).getText(), 'Only no markup');
  },
};

let requests = 0;

/** Pastes HTML at the end of a new report, whose plain text is `no markup`. */
async function pasted(html: string, text: string): Promise<TextDocument> {
  await inspectmark();
  await closedEditors();
  const document = await workspace.openTextDocument({ language: 'inspectmark', content: text });
  const end = document.positionAt(text.length);
  await window.showTextDocument(document, { selection: new Range(end, end) });
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const asking = window.setStatusBarMessage(`Paste ${++requests}: ${btoa(html.replaceAll('·', '&middot;'))}`);
  await until('what is pasted', workspace.onDidChangeTextDocument, () =>
    document.getText() === text ? undefined : true,
  );
  asking.dispose();
  return document;
}
