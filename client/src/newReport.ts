import { commands, window, workspace } from 'vscode';
import { id as generic, title as genericTitle } from '../../server/frameworks/generic.json';
import { id as ilacs, title as ilacsTitle } from '../../server/frameworks/ofsted-ilacs.json';
import { id as sif, title as sifTitle } from '../../server/frameworks/ofsted-sif.json';
import { id as sif2014, title as sif2014Title } from '../../server/frameworks/ofsted-sif-2014.json';
import { id as sif2015, title as sif2015Title } from '../../server/frameworks/ofsted-sif-2015.json';
import { 'Report details' as details } from '../../syntaxes/snippets.json';

/** The built-in frameworks, those in use first. */
const frameworks = [
  { label: ilacsTitle, description: ilacs },
  { label: sifTitle, description: sif },
  { label: sif2015Title, description: sif2015 },
  { label: sif2014Title, description: sif2014 },
  { label: genericTitle, description: generic },
];

/**
 * *New Report*: a document without a file yet, in it the details and the headline to fill in, as the snippet has them. The
 * framework is asked for beforehand: in the snippet Enter, which takes no suggestion in a report, would delete it.
 *
 * @param given the framework’s id, if it need not be asked for
 */
export async function newReport(given?: unknown): Promise<void> {
  const placeHolder = 'By which framework was the inspection?';
  const framework =
    typeof given === 'string' ? given : (await window.showQuickPick(frameworks, { placeHolder }))?.description;
  if (framework === undefined) return;
  await window.showTextDocument(await workspace.openTextDocument({ language: 'inspectmark' }));
  const snippet = details.body.join('\n').replace(/\$\{1\|.*?\|\}/, framework);
  await commands.executeCommand('editor.action.insertSnippet', { snippet });
}
