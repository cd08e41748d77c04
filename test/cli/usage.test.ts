import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { check as checkCommand } from '../../server/src/cli/check.ts';
import { config } from '../../server/src/cli/config.ts';
import { formatReports } from '../../server/src/cli/formatReports.ts';
import { frameworks } from '../../server/src/cli/frameworks.ts';
import { help } from '../../server/src/cli/help.ts';
import { importReports } from '../../server/src/cli/import.ts';
import { init } from '../../server/src/cli/init.ts';
import { lsp } from '../../server/src/cli/lsp.ts';
import { matrix } from '../../server/src/cli/matrix.ts';
import { outline } from '../../server/src/cli/outline.ts';
import { renumber } from '../../server/src/cli/renumber.ts';
import { rules } from '../../server/src/cli/rules.ts';
import { commandNames } from '../../server/src/cli/run.ts';
import { commandLine, newFolder } from './commandLine.ts';

/** Expects that what is asked is refused: one line on standard error, nothing on standard output, exit code 2. */
async function refused(args: string | readonly string[], expected: string, folder = {}): Promise<void> {
  const { code, out, err } = await commandLine(args, folder);
  assert.equal(err, `inspectmark: ${expected}\n`);
  assert.equal(out, '');
  assert.equal(code, 2);
}

const report = { 'a.inspection': '# Report\n' };

test('a command that is none: the nearest is named', async () => {
  await refused('chekc', 'There is no command “chekc”. Did you mean “check”?');
  await refused('xyzzy', 'There is no command “xyzzy”. “inspectmark --help” lists what there is.');
  await refused(
    'a.inspection',
    'There is no command “a.inspection”. To check a report: inspectmark check a.inspection',
  );
  await refused('constructor', 'There is no command “constructor”. “inspectmark --help” lists what there is.');
  await refused('--format', 'There is no option --format before a command. “inspectmark --help” lists what there is.');
});

test('an option that is none: the nearest is named', async () => {
  await refused('check --formt json', 'There is no option --formt. Did you mean “--format”?');
  await refused('check --formt=json', 'There is no option --formt. Did you mean “--format”?');
  const others = '“--help” lists those there are.';
  await refused('check --suppress', 'There is no option --suppress. Did you mean “--suppressions”?');
  await refused('check -x', `There is no option -x. ${others}`);
  await refused('check --__proto__', `There is no option --__proto__. ${others}`);
  await refused('rules --fail-on error', `There is no option --fail-on. ${others}`);
});

test('a value that is missing, or one too many', async () => {
  await refused('check --fail-on', '--fail-on needs a value.');
  await refused('check --fail-on --color', '--fail-on needs a value.');
  await refused('check --config=', '--config needs a value.');
  await refused('check --color=yes', '--color takes no value.');
});

test('a value that is none of the words: the nearest is named', async () => {
  const severities = '--fail-on must be error, warning, information, hint or never';
  await refused('check --fail-on warnings', `${severities}, not “warnings”. Did you mean “warning”?`);
  await refused('check --fail-on warn', `${severities}, not “warn”. Did you mean “warning”?`);
  const formats = 'pretty, summary, json, sarif, junit, github, gitlab, csv or html';
  await refused('check --format document', `--format must be ${formats}, not “document”.`);
  await refused('outline --format jso a', '--format must be tree or json, not “jso”. Did you mean “json”?');
});

test('formats and their files', async () => {
  await refused('check --format json=', '--format json=: the name of a file is missing after “=”.');
  const twice = (place: string) =>
    `Two formats cannot both go to ${place}. Give each its own file: --format json=FILE.`;
  await refused('check --format json --format pretty', twice('standard output'));
  await refused('check --format json=a --format pretty=./a', twice('./a'));
  await refused('check --format json=no/folder.json', 'no/folder.json cannot be written: no such file or folder.');
  await refused('check --format json=b', 'b cannot be written: it is a folder.', { 'b/c': '' });
});

test('a path for standard input is refused where that is not read', async () => {
  const expected = '--stdin-path is the path of standard input, which is not among the paths. Add “-”.';
  for (const command of ['check', 'outline', 'matrix', 'format --check'])
    await refused(`${command} --stdin-path b.inspection a.inspection`, expected, report);
});

test('what watches writes nothing, and what cannot be watched is refused', async () => {
  const expected = (option: string) => `--watch checks again and again, so --${option} does not go with it.`;
  for (const option of ['fix', 'fix-dry-run', 'suppressions', 'update-baseline'])
    await refused(`check --watch --${option} a.inspection`, expected(option), report);
  await refused('check --watch -', '--watch watches files, and standard input is none.');
  await refused('check --watch none.inspection', 'none.inspection: no such file or folder.');
});

test('what is read is not written over', async () => {
  const folder = { ...report, 'inspectmark.json': '{}', 'own.json': '{}', 'known.json': '{"version":1,"reports":{}}' };
  const over = (place: string) => `--format json=${place}: this would be written over what is read. Name another file.`;
  await refused('check --format json=a.inspection', over('a.inspection'), folder);
  await refused('check a.inspection --format json=./b/../a.inspection', over('./b/../a.inspection'), folder);
  await refused('check --format json=inspectmark.json', over('inspectmark.json'), folder);
  await refused('check --config own.json --format json=own.json', over('own.json'), folder);
  const baseline = '--baseline known.json --update-baseline';
  await refused(`check ${baseline} --format json=known.json`, over('known.json'), folder);
});

test('what is read is not written over, by whatever path, nor what only settings name', async () => {
  const over = (place: string) => `--format json=${place}: this would be written over what is read. Name another file.`;
  const folder = {
    ...report,
    'link.json': { linkTo: 'a.inspection' },
    'inspectmark.json': '{ "baseline": "known.json", "extends": "team.json" }',
    'team.json': '{}',
    'known.json': '{"version":1,"reports":{}}',
    '.inspectmark/frameworks/own.json': '{ "id": "own", "extends": "generic" }',
  };
  for (const file of ['link.json', 'known.json', 'team.json', '.inspectmark/frameworks/own.json'])
    for (const command of ['check', 'matrix', 'check --suppressions'])
      await refused(`${command} --format json=${file}`, over(file), folder);
});

test('a list of what comments accept is no check, and takes nothing of one', async () => {
  const expected = (option: string) =>
    `--suppressions lists what comments accept, in place of a check, so ${option} does not go with it.`;
  for (const option of ['--fix', '--fix-dry-run', '--all-hints', '--update-baseline'])
    await refused(`check --suppressions ${option} a.inspection`, expected(option), report);
  for (const option of ['--fail-on error', '--baseline b.json'])
    await refused(`check --suppressions ${option}`, expected(option.split(' ')[0] ?? ''), report);
  const format = '--suppressions is written as pretty or json, and not as sarif.';
  await refused('check --suppressions --format sarif', format, report);
});

test('a path that does not exist', async () => {
  await refused('check nope.inspection', 'nope.inspection: no such file or folder.', report);
  await refused('check a.inspection/b', 'a.inspection/b: a part of its path is a file and no folder.', report);
  await refused('check z*.inspection', 'z*.inspection: no report (*.inspection) fits this pattern.', report);
  await refused('outline nope.inspection', 'nope.inspection: no such file or folder.');
  const { code, err } = await commandLine('check nope a.inspection nor?this', report);
  const lines = ['nope: no such file or folder.', 'nor?this: no report (*.inspection) fits this pattern.'];
  assert.deepEqual([code, err], [2, lines.map(line => `inspectmark: ${line}\n`).join('')]);
});

test('an empty path is not the current folder', async () => {
  const expected = 'One of the paths is empty. Name a report or a folder; “.” is this folder.';
  await refused(['check', ''], expected, report);
  await refused(['outline', ''], expected, report);
});

test('a settings file that does not exist', async () => {
  await refused('check --config nope.json', '--config nope.json: no such file or folder.', report);
  await refused('check --config b', '--config b: it is a folder.', { 'b/c': '' });
});

test('a framework that there is not', async () => {
  await refused(
    'check --framework ofsted-siff',
    'There is no framework “ofsted-siff”. Did you mean “ofsted-sif”?',
    report,
  );
  await refused(
    'check --framework x',
    'There is no framework “x”. There are ofsted-sif, ofsted-sif-2015, ofsted-sif-2014, ofsted-ilacs and generic.',
    report,
  );
  await refused(
    'outline a.inspection --framework generi',
    'There is no framework “generi”. Did you mean “generic”?',
    report,
  );
  await refused('frameworks generi', 'There is no framework “generi”. Did you mean “generic”?');
});

test('a rule that there is not', async () => {
  await refused('rules number-gaps', 'There is no rule “number-gaps”. Did you mean “number-gap”?');
  await refused('rules zzzzzzzzzz', 'There is no rule “zzzzzzzzzz”. “inspectmark rules” lists those there are.');
});

test('too much, or too little', async () => {
  await refused('outline', 'Name one report: inspectmark outline FILE.');
  await refused('outline a b', 'Name one report: inspectmark outline FILE.');
  await refused('outline b', 'b is not one report. Name one file.', { 'b/1.inspection': '', 'b/2.inspection': '' });
  await refused('renumber', 'Name the reports: inspectmark renumber FILE…');
  await refused('format', 'Name the reports: inspectmark format FILE…');
  await refused('rules number-gap number-start', 'Only one rule can be shown at a time.');
  await refused('frameworks generic ofsted-sif', 'Only one framework can be shown at a time.');
});

test('without a command, help on standard error', async () => {
  const { code, out, err } = await commandLine('');
  assert.deepEqual([code, out, err], [2, '', help()]);
});

test('help is there for every command, and nothing else is done', async () => {
  for (const words of ['--help', '-h', 'help']) {
    const { code, out, err } = await commandLine(words);
    assert.deepEqual([code, out, err], [0, help(), '']);
  }
  for (const command of commandNames) {
    for (const words of [`${command} --help`, `${command} -h nope`, `help ${command}`]) {
      const { code, out, err } = await commandLine(words);
      assert.deepEqual([code, out, err], [0, help(command), '']);
    }
  }
  await refused('help chekc', 'There is no command “chekc”. Did you mean “check”?');
});

test('help and the manual name every command and every option', () => {
  const manual = readFileSync('server/docs/cli.md', 'utf8');
  const all = {
    check: checkCommand,
    outline,
    matrix,
    renumber,
    format: formatReports,
    import: importReports,
    rules,
    frameworks,
    config,
    init,
    lsp,
  };
  assert.deepEqual(Object.keys(all), commandNames);
  for (const [name, { options }] of Object.entries(all)) {
    assert.match(help(), new RegExp(`^ {2}${name}\\b`, 'm'));
    assert.match(manual, new RegExp(`\`inspectmark ${name}`));
    for (const option of Object.keys(options)) {
      if (option === 'clientProcessId') continue; // what editors add on their own
      assert.match(help(name), new RegExp(` --${option}\\b`), `--${option} in the help of ${name}`);
      const section = manual.split(/^## /m).find(part => part.startsWith(`inspectmark ${name}\n`)) ?? '';
      assert.match(section, new RegExp(`\`--${option}\\b`), `--${option} of ${name} in cli.md`);
    }
    for (const line of `${help(name)}${help()}`.split('\n')) assert.ok(line.length <= 80, line);
  }
});

test('the version is the package’s', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const words of ['--version', '-v']) assert.equal((await commandLine(words)).out, `${version}\n`);
});

test(
  'a file whose name is not in UTF-8',
  process.platform === 'linux' ? {} : { skip: 'such names are Linux’s' },
  async () => {
    const cwd = newFolder({ 'a.inspection': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/b`), Buffer.of(0xff), Buffer.from('.inspection')]), '');
    const { code, out, err } = await commandLine('check', {}, { cwd });
    const told = 'inspectmark: b\ufffd.inspection cannot be read: its name is not in UTF-8. Give it another.\n';
    assert.deepEqual(
      [code, out.split('\n')[0], err],
      [2, '1 report checked, 1 that cannot be read: no errors or warnings.', told],
    );
  },
);
