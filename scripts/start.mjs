// `npm start` shows what this is: it sets up, builds, checks the samples, and then serves VS Code for the Web with
// that report open, until Ctrl+C. `npm start -- --desktop` opens the installed VS Code instead. With CI=true in the
// environment it ends after the check.
import { spawnSync } from 'node:child_process';
import { openOnDesktop } from './openOnDesktop.mjs';
import { build, node, root, setUp } from './setUp.mjs';

const sample = 'rotherham-2018.inspection';
const [option] = process.argv.slice(2);

if (option !== undefined && option !== '--desktop') {
  console.error(`Unknown option: ${option}. Usage: npm start [-- --desktop]`);
  process.exitCode = 2;
} else {
  process.exitCode = (await main()) ? 0 : 1;
}

async function main() {
  if (!setUp() || !(await build())) return false;

  console.log('\n> inspectmark check samples\n');
  node('dist/cli.js', 'check', 'samples');

  const problem = problemOfSample();
  if (problem) {
    console.error(`\n${problem}`);
    return false;
  }
  console.log(
    `\nThe findings are those of the invented drafts; the reference report, samples/${sample}, has no error.`,
  );
  console.log('\nHow to go on:');
  console.log('  node dist/cli.js check PATH      check a report of your own, or a folder of them');
  console.log('  node dist/cli.js rules           what is checked; `rules NAME` explains one rule');
  console.log('  README.md, CONTRIBUTING.md       how to write a report, and how to work on this');
  if (process.env.CI === 'true') return true;
  console.log();
  if (option !== '--desktop') return serveInBrowser();
  return openOnDesktop({ extension: root, folder: `${root}samples`, file: `${root}samples/${sample}` });
}

/** What keeps the reference sample from being shown, or undefined if all is well. */
function problemOfSample() {
  const run = spawnSync(process.execPath, ['dist/cli.js', 'check', '--format', 'json', `samples/${sample}`], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0 && run.status !== 1) return `The check did not run.\n${run.stderr}`;
  const file = JSON.parse(run.stdout).files[0];
  if (!file) return `samples/${sample} was not checked.`;
  const errors = file.findings.filter(finding => finding.severity === 'error').length;
  return errors > 0 ? `samples/${sample} has errors (${errors}); it should have none.` : undefined;
}

/** Serves the editor until Ctrl+C; true if it could be had. */
async function serveInBrowser() {
  const { serveWeb } = await import('../test/vscode/serveWeb.mjs');
  const served = await serveWeb({ extension: root, folder: `${root}samples`, port: 3000 });
  if (!served) {
    console.error('The editor cannot be shown: the packages of VS Code for the Web could not be installed from npm.');
    return false;
  }
  console.log('The reference report in VS Code for the Web, to be opened in your browser:');
  console.log(`  ${served.addressOf(sample)}`);
  console.log('What you save there stays in memory, and is gone when the page is loaded again. Ctrl+C ends this.');
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, served.end);
  await served.ended;
  return true;
}
