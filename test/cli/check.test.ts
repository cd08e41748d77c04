import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { commandLine, type Folder } from './commandLine.ts';

/** A report with one error, one warning by the settings of this test, and nothing else. */
const faulty = `## Recommendations

1. Improve the timeliness of plans.

## Findings

2. Plans are late. (Recommendation 9)
`;

const clean = faulty.replace('9', '1');

/** The settings under which `faulty` has an error and nothing else depends on how rules are set. */
const settings = JSON.stringify({ rules: { 'unresolved-tag': 'error', 'untagged-recommendation': 'off' } });

/** Checks with these arguments, and tells the exit code, and which files have what. */
async function check(args: string | readonly string[], folder: Folder, io = {}): Promise<string> {
  const all = typeof folder === 'string' ? folder : { 'inspectmark.json': settings, ...folder };
  const words = typeof args === 'string' ? args.split(' ').filter(Boolean) : args;
  const { code, out, err } = await commandLine(['check', '--format', 'json', ...words], all, io);
  if (out === '') return `${code} ${err.trim()}`;
  const { files } = JSON.parse(out);
  const lines = files.map(({ file, findings }: { file: string; findings: { rule: string; severity: string }[] }) =>
    [`${file}:`, ...findings.map(({ rule, severity }) => `${rule} (${severity})`)].join(' '),
  );
  return [code, ...lines, ...(err === '' ? [] : [err.trim()])].join('\n');
}

test('a file, clean or not', async () => {
  assert.equal(await check('a.inspection', { 'a.inspection': clean }), '0\na.inspection:');
  const found = '1\na.inspection: unresolved-tag (error)';
  assert.equal(await check('a.inspection', { 'a.inspection': faulty }), found);
  assert.equal(await check('./a.inspection', { 'a.inspection': faulty }), found);
  assert.equal(await check('a.txt', { 'a.txt': clean }), '0\na.txt:');
});

test('a folder: all reports in it and below, sorted, but not those of tools', async () => {
  const folder = {
    'b/z.inspection': clean,
    'b/a.inspection': clean,
    'b/A.inspection': clean,
    'b/c/d/e.inspection': clean,
    'b.inspection': clean,
    'a.INSPECTION': clean,
    'notes.txt': '',
    '.hidden.inspection': clean,
    '.git/a.inspection': clean,
    'node_modules/a.inspection': clean,
    'b/node_modules/a.inspection': clean,
  };
  const below = ['b/A.inspection:', 'b/a.inspection:', 'b/c/d/e.inspection:', 'b/z.inspection:'];
  assert.equal(await check('', folder), ['0', 'a.INSPECTION:', 'b.inspection:', ...below].join('\n'));
  assert.equal(await check('.', folder), ['0', 'a.INSPECTION:', 'b.inspection:', ...below].join('\n'));
  assert.equal(await check('b', folder), ['0', ...below].join('\n'));
  assert.equal(await check('./b/ b.inspection b', folder), ['0', ...below, 'b.inspection:'].join('\n'));
  assert.equal(await check('node_modules', folder), '0\nnode_modules/a.inspection:');
});

test('a folder without reports is clean', async () => {
  assert.equal(await check('b', { 'b/notes.txt': '' }), '0');
});

test('links: to reports they are followed, to folders not', { skip: process.platform === 'win32' }, async () => {
  const folder = {
    'a/a.inspection': clean,
    'a/b.inspection': { linkTo: 'a.inspection' },
    'a/c.inspection': { linkTo: 'nowhere.inspection' },
    'a/d.inspection': { linkTo: 'd.inspection' },
    'a/round': { linkTo: '..' },
  };
  assert.equal(await check('a', folder), '0\na/a.inspection:\na/b.inspection:');
});

test('patterns are expanded by us', async () => {
  const folder = { '2018/a.inspection': clean, '2018/a.txt': '', '2019/b.inspection': clean, 'c.inspection': clean };
  assert.equal(await check('*/*.inspection', folder), '0\n2018/a.inspection:\n2019/b.inspection:');
  assert.equal(await check('**/*', folder), '0\n2018/a.inspection:\n2019/b.inspection:\nc.inspection:');
  assert.equal(await check('{c,2019/b}.inspection', folder), '0\n2019/b.inspection:\nc.inspection:');
  const named = { '2014 (final)/a.inspection': clean, 'b(1|2).inspection': clean, ...folder };
  assert.equal(await check(['2014 (final)/*.inspection'], named), '0\n2014 (final)/a.inspection:');
  assert.equal(await check(['b(1|2).*'], named), '0\nb(1|2).inspection:');
  assert.equal(await check(['@(c|d).inspection'], named), '0\nc.inspection:');
  assert.equal(await check('[c].inspection', { '[c].inspection': clean, ...folder }), '0\n[c].inspection:');
});

test('-- ends the options', async () => {
  assert.equal(await check('-- --color', { '--color': clean }), '0\n--color:');
  assert.equal(await check(['--', '-'], {}), '0\n<stdin>:');
});

test('paths are shown with /, from the working folder as they were given', async () => {
  const { out } = await commandLine(
    ['check', '--format', 'json', '../x/../a-report-that-is-not-there.inspection'],
    { 'a.inspection': clean },
    {},
  );
  assert.equal(out, '');
  assert.equal(await check('b//c/../a.inspection', { 'b/a.inspection': clean, 'b/c/d': '' }), '0\nb/a.inspection:');
});

test('standard input', async () => {
  const readStdin = () => Buffer.from(faulty);
  assert.equal(await check('-', {}, { readStdin }), '1\n<stdin>: unresolved-tag (error)');
  assert.equal(await check('- -', {}, { readStdin }), '1\n<stdin>: unresolved-tag (error)');
  const named = '1\nb/x.inspection: unresolved-tag (error)';
  assert.equal(await check('- --stdin-path b/x.inspection', {}, { readStdin }), named);
  assert.equal(await check('--stdin-path=b/x.inspection', {}, { readStdin }), named);
});

test('links to other reports are looked up from the report, whether those are checked or not', async () => {
  const links = `## Findings {#top}

See [this](../other.inspection#paragraph-2), [that](../other.inspection#paragraph-7) and [more](none.inspection).
`;
  const rules = { 'empty-section': 'off', 'missing-number': 'off', 'link-text': 'off' };
  const folder = {
    'b/a.inspection': links,
    'other.inspection': clean,
    'inspectmark.json': JSON.stringify({ rules }),
  };
  const found = 'unresolved-link (error) unresolved-link (error)';
  assert.equal(await check('b/a.inspection', folder), `1\nb/a.inspection: ${found}`);
  assert.equal(await check('b', folder), `1\nb/a.inspection: ${found}`);
  // Of standard input nobody knows where it stands, unless it is said.
  const readStdin = () => Buffer.from(links);
  assert.equal(await check('-', folder, { readStdin }), '0\n<stdin>:');
  assert.equal(await check('- --stdin-path b/x.inspection', folder, { readStdin }), `1\nb/x.inspection: ${found}`);
});

test('how bad a finding must be to fail', async () => {
  const exit = async (args: string, severity: string) => {
    const rules = { 'unresolved-tag': severity, 'untagged-recommendation': 'off' };
    return (await check(args, { 'a.inspection': faulty, 'inspectmark.json': JSON.stringify({ rules }) })).charAt(0);
  };
  assert.equal(await exit('', 'error'), '1');
  assert.equal(await exit('', 'warning'), '0');
  assert.equal(await exit('--fail-on warning', 'error'), '1');
  assert.equal(await exit('--fail-on warning', 'warning'), '1');
  assert.equal(await exit('--fail-on warning', 'information'), '0');
  assert.equal(await exit('--fail-on information', 'information'), '1');
  assert.equal(await exit('--fail-on information', 'hint'), '0');
  assert.equal(await exit('--fail-on hint', 'hint'), '1');
  assert.equal(await exit('--fail-on hint', 'off'), '0');
  assert.equal(await exit('--fail-on never', 'error'), '0');
});

test('how many warnings may be found', async () => {
  const rules = { 'unresolved-tag': 'warning', 'untagged-recommendation': 'off' };
  const folder = { 'a.inspection': faulty, 'b.inspection': faulty, 'inspectmark.json': JSON.stringify({ rules }) };
  const codeAndErr = async (args: string) => {
    const { code, err } = await commandLine(`check ${args}`, folder);
    return [code, err];
  };
  assert.deepEqual(await codeAndErr('--max-warnings 2'), [0, '']);
  assert.deepEqual(await codeAndErr('--max-warnings 1'), [
    1,
    'inspectmark: too many warnings: 2, and --max-warnings allows 1.\n',
  ]);
  assert.deepEqual(await codeAndErr('--max-warnings few'), [
    2,
    'inspectmark: --max-warnings must be a whole number, not “few”.\n',
  ]);
});

test('a draft may be checked as if it were final', async () => {
  const note = '## Executive summary\n\nPlans are clear. <!-- TODO: ask the team -->\n';
  const folder = { 'a.inspection': note, 'b.inspection': `---\nstatus: review\n---\n\n${note}` };
  const told = async (args: string) => (await check(args, folder)).match(/note-left \(\w+\)/g);
  assert.deepEqual(await told(''), ['note-left (information)']);
  assert.deepEqual(await told('--status final'), ['note-left (error)', 'note-left (error)']);
  assert.equal(await told('--status draft'), null);
  assert.match((await commandLine('check --status done', folder)).err, /--status must be draft, review or final/);
});

test('inspectmark.json may say how bad, and the option has the last word', async () => {
  const rules = { 'unresolved-tag': 'warning', 'untagged-recommendation': 'off' };
  const folder = { 'a.inspection': faulty, 'inspectmark.json': JSON.stringify({ rules, failOn: 'warning' }) };
  assert.match(await check('', folder), /^1\n/);
  assert.match(await check('--fail-on error', folder), /^0\n/);
});

test('the nearest inspectmark.json counts, or the one given', async () => {
  const off = JSON.stringify({ rules: { 'unresolved-tag': 'off', 'untagged-recommendation': 'off' } });
  const folder = { 'a.inspection': faulty, 'b/a.inspection': faulty, 'b/inspectmark.json': off, 'ci/off.json': off };
  assert.equal(await check('', folder), '1\na.inspection: unresolved-tag (error)\nb/a.inspection:');
  assert.equal(await check('--config ci/off.json', folder), '0\na.inspection:\nb/a.inspection:');
});

test('settings for some reports only, and reports left out', async () => {
  const overrides = [{ files: ['drafts/**'], rules: { 'unresolved-tag': 'hint' } }];
  const folder = {
    'a.inspection': faulty,
    'drafts/a.inspection': faulty,
    'old/a.inspection': faulty,
    'inspectmark.json': JSON.stringify({ ...JSON.parse(settings), overrides, ignore: ['old'] }),
  };
  const found = ['1', 'a.inspection: unresolved-tag (error)', 'drafts/a.inspection: unresolved-tag (hint)'];
  assert.equal(await check('', folder), found.join('\n'));
  assert.equal(await check('old/a.inspection', folder), '0');
  const { out } = await commandLine('check', folder);
  assert.match(out, /\n2 reports checked, 1 left out by inspectmark\.json: 1 error, 1 hint\.\n$/);
});

test('the framework: the option, else the front matter, else the settings, else generic', async () => {
  const framework = async (args: string, front: string, named?: string) => {
    const json = JSON.stringify({ framework: named });
    const folder = { 'a.inspection': front, 'inspectmark.json': json, '.inspectmark/frameworks/own.json': own };
    return JSON.parse((await commandLine(`check --format json ${args}`, folder)).out).files[0].framework;
  };
  const own = '{ "id": "own", "extends": "generic" }';
  const front = '---\nframework: ofsted-sif\n---\n';
  assert.equal(await framework('--framework own', front, 'generic'), 'own');
  assert.equal(await framework('', front, 'generic'), 'ofsted-sif');
  assert.equal(await framework('', '', 'ofsted-sif'), 'ofsted-sif');
  assert.equal(await framework('', '---\nframework: own\n---\n'), 'own');
  assert.equal(await framework('', ''), 'generic');
  assert.equal(await framework('', '---\nframework: ofsted\n---\n', 'ofsted-sif'), 'generic');
});

test('what a framework says of rules counts where the settings say nothing', async () => {
  const own = JSON.stringify({ id: 'own', extends: 'generic', rules: { 'unresolved-tag': 'hint' } });
  const folder = (json: object) => ({
    'a.inspection': faulty,
    'inspectmark.json': JSON.stringify({ framework: 'own', ...json }),
    '.inspectmark/frameworks/own.json': own,
  });
  assert.equal(await check('', folder({})), '0\na.inspection: unresolved-tag (hint)');
  const byRule = folder({ rules: { 'unresolved-tag': 'error' } });
  assert.equal(await check('', byRule), '1\na.inspection: unresolved-tag (error)');
});

test('a broken settings file is a finding on that file, once, and what can be used is used', async () => {
  const broken = `{ "rules": { "unresolved-tag": "error", "untagged-recommendation": "off", "number-gap": "wrong" } }`;
  const folder = { 'inspectmark.json': broken, 'a.inspection': faulty, 'b.inspection': clean };
  const found = ['1', 'inspectmark.json: settings (error)', 'a.inspection: unresolved-tag (error)', 'b.inspection:'];
  assert.equal(await check('', folder), found.join('\n'));
  assert.equal(
    await check('b.inspection --fail-on never', folder),
    '0\ninspectmark.json: settings (error)\nb.inspection:',
  );
  assert.match(
    await check('b.inspection', { 'b.inspection': clean, 'inspectmark.json': '' }),
    /^1\ninspectmark\.json: settings/,
  );
  const json = Buffer.from(settings, 'utf16le');
  const utf16 = { 'b.inspection': clean, 'inspectmark.json': Buffer.concat([Buffer.from([0xff, 0xfe]), json]) };
  assert.equal(await check('', utf16), '1\ninspectmark.json: encoding (error)\nb.inspection:');
});

test('what may never end is not read for settings', { skip: !existsSync('/dev/zero') }, async () => {
  const folder = { 'a.inspection': clean, 'inspectmark.json': '{"extends": "/dev/zero", "baseline": "/dev/zero"}' };
  assert.equal(await check('', folder), '1\ninspectmark.json: settings (error) settings (error)\na.inspection:');
});

test('a settings file that is a link to nowhere is missed', { skip: process.platform === 'win32' }, async () => {
  const folder = { 'b/a.inspection': clean, 'b/inspectmark.json': { linkTo: 'gone.json' } };
  assert.equal(await check('', folder), '1\nb/inspectmark.json: settings (error)\nb/a.inspection:');
});

test('so is a broken framework of a team’s', async () => {
  const file = '.inspectmark/frameworks/own.json';
  const folder = { 'a.inspection': clean, [file]: '{ "id": "own", "extends": "generic", "areas": 7 }' };
  assert.equal(await check('', folder), `1\n${file}: framework-file (error)\na.inspection:`);
});

test('a file that cannot be read is named, and the others are checked', async () => {
  const folder = { 'a.inspection': clean, 'b.inspection': clean };
  const readFile = (path: string) => {
    if (path.endsWith('.json')) return Buffer.from(settings);
    if (path.endsWith('a.inspection')) throw Object.assign(new Error('EACCES: …'), { code: 'EACCES', syscall: 'open' });
    return Buffer.from(clean);
  };
  const reason = 'inspectmark: a.inspection cannot be read: it may not be opened (permission denied).';
  assert.equal(await check('a.inspection b.inspection', folder, { readFile }), `2\nb.inspection:\n${reason}`);
  const { out } = await commandLine('check a.inspection b.inspection', folder, { readFile });
  assert.equal(out, '1 report checked, 1 that cannot be read: no errors or warnings.\n');
});

test('a folder among others that cannot be read is named, and the others are checked', async () => {
  const folder = { 'a.inspection': clean, 'b/b.inspection': clean, 'c/c.inspection': clean };
  const readFolder = (path: string) => {
    if (basename(path) === 'b') throw Object.assign(new Error('EACCES: …'), { code: 'EACCES', syscall: 'scandir' });
    return readdirSync(path, { withFileTypes: true });
  };
  const readFile = (path: string) =>
    basename(path) === 'b' ? readFolder(path) && Buffer.from('') : readFileSync(path);
  const io = { readFolder, readFile };
  const reason = 'inspectmark: b cannot be read: it may not be opened (permission denied).';
  assert.equal(await check('', folder, io), `2\na.inspection:\nc/c.inspection:\n${reason}`);
  assert.equal(await check('**/*.inspection', folder, io), `2\na.inspection:\nc/c.inspection:\n${reason}`);
  assert.equal(await check('c/*.inspection', folder, io), '0\nc/c.inspection:');
  assert.equal(await check('b', folder, io), '2 inspectmark: b: it may not be opened (permission denied).');
});

test('a settings file that cannot be read is a finding', async () => {
  const readFile = (path: string) => {
    if (path.endsWith('.json')) throw Object.assign(new Error('EACCES: …'), { code: 'EACCES', syscall: 'open' });
    return Buffer.from('');
  };
  assert.equal(
    await check('', { 'a.inspection': '' }, { readFile }),
    '1\ninspectmark.json: settings (error)\na.inspection:',
  );
});

test('a fault of ours is no refusal', async () => {
  const readFile = () => {
    throw new TypeError('a bug');
  };
  await assert.rejects(
    check('a.inspection', { 'a.inspection': '', 'inspectmark.json': '{}' }, { readFile }),
    TypeError,
  );
});
