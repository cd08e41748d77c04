// `npm start` shows what this is: it sets up, builds, and checks the sample reports.
import { spawnSync } from 'node:child_process';
import { build, node, root, setUp } from './setUp.mjs';

const sample = 'samples/rotherham-2018.inspection';

process.exitCode = (await main()) ? 0 : 1;

async function main() {
  if (!setUp() || !(await build())) return false;

  console.log('\n> inspectmark check samples\n');
  node('dist/cli.js', 'check', 'samples');

  const problem = problemOfSample();
  if (problem) {
    console.error(`\n${problem}`);
    return false;
  }
  console.log('\nInspectmark is ready. How to go on:');
  console.log('  node dist/cli.js check PATH      check a report of your own, or a folder of them');
  console.log('  node dist/cli.js rules           what is checked; `rules NAME` explains one rule');
  console.log('  README.md, CONTRIBUTING.md       how to write a report, and how to work on this');
  return true;
}

/** What keeps the reference sample from being shown, or undefined if all is well. */
function problemOfSample() {
  const run = spawnSync(process.execPath, ['dist/cli.js', 'check', '--format', 'json', sample], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0 && run.status !== 1) return `The check did not run.\n${run.stderr}`;
  const file = JSON.parse(run.stdout).files[0];
  if (!file) return `${sample} was not checked.`;
  const errors = file.findings.filter(finding => finding.severity === 'error').length;
  return errors > 0 ? `${sample} has errors (${errors}); it should have none.` : undefined;
}
