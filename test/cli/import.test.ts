import assert from 'node:assert/strict';
import { test } from 'node:test';
import { argumentsOf } from '../../server/src/cli/arguments.ts';
import { importReports, importWith } from '../../server/src/cli/import.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { commandLine, type Folder, runIn } from './commandLine.ts';

const report = `Borough of Anytown
Inspection of services for children in need of help and protection,
children looked after and care leavers
Inspection date: 6 November – 30 November 2017
Report published: 29 January 2018

Children’s services in Anytown are good
1. Children who need help and protection Good
2. Children looked after and achieving
permanence Requires improvement
2.1 Adoption performance Good
2.2 Experiences and progress of care leavers Good
3. Leadership, management and governance Good
\f
2
Executive summary
Services for children are good.

Recommendations
1. Improve the timeliness of early help to all of the children who are waiting for
it today.
\f
3
The experiences and progress of
children who need help and
protection
Good
Inspection findings
2. Early help is not timely for all children, and some of them wait longer than
others, who live near. (Recommendation)
`;

const markup = `---
framework: ofsted-sif
provider: [Borough of Anytown, Anytown]
title: Inspection of services for children in need of help and protection, children looked after and care leavers
inspected: 2017-11-06/2017-11-30
published: 2018-01-29
status: final
---

# Children’s services in Anytown are good

1. Children who need help and protection: Good
2. Children looked after and achieving permanence: Requires improvement
2.1 Adoption performance: Good
2.2 Experiences and progress of care leavers: Good
3. Leadership, management and governance: Good

## Executive summary

Services for children are good.

## Recommendations

1. Improve the timeliness of early help to all of the children who are waiting for it today.

## The experiences and progress of children who need help and protection

Judgement: Good

### Inspection findings

2. Early help is not timely for all children, and some of them wait longer than others, who live near. (Recommendation)
`;

const counts = 'ofsted-sif, 1 recommendation, 2 numbered paragraphs, no guesses\n';

/** Expects a run’s exit code, what it says, and files that it leaves. */
async function check(
  args: string,
  folder: Folder,
  expected: { code: number; out?: string; err?: string; files?: Readonly<Record<string, string | undefined>> },
  io = {},
): Promise<void> {
  const { code, out, err, read } = await commandLine(`import ${args}`, folder, io);
  assert.deepEqual([code, out, err], [expected.code, expected.out ?? '', expected.err ?? '']);
  for (const [file, content] of Object.entries(expected.files ?? {})) assert.equal(read(file), content, file);
}

test('a report is written beside its source', async () => {
  const files = { 'in/a.inspection': markup, 'in/a.txt': report };
  await check('in/a.txt', { 'in/a.txt': report }, { code: 0, out: `in/a.inspection: ${counts}`, files });
});

test('where it is told', async () => {
  await check('a.txt -o b.x', { 'a.txt': report }, { code: 0, out: `b.x: ${counts}`, files: { 'b.x': markup } });
  const folder = { 'a.txt': report, 'out/c.txt': '' };
  await check('a.txt --out-dir out', folder, { code: 0, out: `out/a.inspection: ${counts}` });
  await check('a.txt --out-dir no', folder, { code: 2, err: 'inspectmark: --out-dir no: there is no such folder.\n' });
});

test('standard input goes to standard output', async () => {
  const io = { readStdin: () => Buffer.from(report) };
  await check('-', {}, { code: 0, out: markup }, io);
  await check(
    '- -o a.inspection',
    {},
    { code: 0, out: `a.inspection: ${counts}`, files: { 'a.inspection': markup } },
    io,
  );
  await check('a.txt -o -', { 'a.txt': report }, { code: 0, out: markup, files: { '-': undefined } });
});

test('what is there already is replaced only by force', async () => {
  const folder = { 'a.txt': report, 'a.inspection': 'mine' };
  const err = 'inspectmark: a.txt: a.inspection is there already. To replace it: --force.\n';
  await check('a.txt', folder, { code: 2, err, files: { 'a.inspection': 'mine' } });
  await check('a.txt --force', folder, { code: 0, out: `a.inspection: ${counts}`, files: { 'a.inspection': markup } });
});

test('no source is overwritten, and no result by another, whatever is forced', async () => {
  const folder = { 'a.inspection': report, 'a.txt': report, 'b/a.txt': report };
  const refused = (args: string, err: string) =>
    check(`${args} --force`, folder, { code: 2, err: `inspectmark: ${err}\n`, files: folder });
  const over = 'would be written over its source. Say where it is to go: -o FILE.';
  await refused('a.inspection', `a.inspection: the report ${over}`);
  await refused('a.txt -o ./a.txt', `a.txt: the report ${over}`);
  await refused('a.txt -o c --ledger ./a.txt', 'a.txt: the ledger would be written over it. Give it another name.');
  await refused('a.txt -o c --ledger ./c', 'The report and its ledger cannot both go to ./c. Give each its own file.');
  await refused(
    'a.txt b/a.txt --out-dir .',
    'a.txt and b/a.txt would both be written to a.inspection. Bring them in one by one, with -o.',
  );
});

test('a link to a source is that source', async () => {
  const folder = { 'a.txt': report, 'b.inspection': { linkTo: 'a.txt' } };
  const err = 'inspectmark: a.txt: the report would be written over its source. Say where it is to go: -o FILE.\n';
  await check('a.txt -o b.inspection --force', folder, { code: 2, err, files: { 'a.txt': report } });
});

test('of several files the bad ones are named, and the others brought in', async () => {
  const folder = { 'a.txt': report, 'b.txt': ' \n', 'c.pdf': Uint8Array.of(0, 1, 2) };
  await check('b.txt none.txt c.pdf a.txt', folder, {
    code: 2,
    out: `a.inspection: ${counts}`,
    err: [
      'inspectmark: b.txt: It is empty.\n',
      'inspectmark: none.txt: no such file or folder.\n',
      'inspectmark: c.pdf: It is no text, no PDF and no Word document (.docx).\n',
    ].join(''),
    files: { 'b.inspection': undefined, 'c.inspection': undefined },
  });
});

test('words under the name of a Word document or a PDF are not brought in as if they were one', async () => {
  await check(
    'a.docx b.PDF',
    { 'a.docx': 'Not found', 'b.PDF': 'Not found' },
    {
      code: 2,
      err: [
        'inspectmark: a.docx: It is no Word document, though its name ends in “.docx”. Has it been damaged, or renamed?\n',
        'inspectmark: b.PDF: It is no PDF, though its name ends in “.PDF”. Has it been damaged, or renamed?\n',
      ].join(''),
      files: { 'a.inspection': undefined, 'b.inspection': undefined },
    },
  );
});

test('the marks of a format that is not read are not brought in as if they were words', async () => {
  const page = '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC>\n<html><p>1. Text.</p></html>';
  const file = { 'a.rtf': '{\\rtf1 Text.}', 'b.htm': '<HTML lang="en"><p>Text.', 'c.txt': page };
  const web = 'It is a web page. Open it in a browser, print it as a PDF, and bring that in.\n';
  await check('a.rtf b.htm c.txt', file, {
    code: 2,
    err: [
      'inspectmark: a.rtf: The document is in Rich Text Format. Open it in Word and save it as .docx.\n',
      `inspectmark: b.htm: ${web}`,
      `inspectmark: c.txt: ${web}`,
    ].join(''),
  });
});

test('what Markdown marks as points of lists are points, one in another', async () => {
  const markdown = '# Report\n\nText.\n\n- One\n  * Two\n+ Three\n\nMore text.\n\n* Only\n\nThe end.\n';
  const markup =
    '---\nframework: generic\nstatus: final\n---\n\n# Report\n\nText.\n\n- One\n    - Two\n- Three\n\nMore text.\n\n- Only\n\nThe end.\n';
  const out = 'a.inspection: generic, no recommendations, no numbered paragraphs, no guesses\n';
  await check('a.md', { 'a.md': markdown }, { code: 0, out, files: { 'a.inspection': markup } });
});

test('what cannot be asked together', async () => {
  const folder = { 'a.txt': report, 'b.txt': report };
  await check('', folder, {
    code: 2,
    err: 'inspectmark: Name a file to bring in: a PDF, a Word document or a text.\n',
  });
  await check('a.txt b.txt -o c', folder, {
    code: 2,
    err: 'inspectmark: -o takes one file only. For several, use --out-dir.\n',
  });
  await check('a.txt b.txt --ledger c', folder, {
    code: 2,
    err: 'inspectmark: --ledger takes one file only. Bring the files in one by one.\n',
  });
  await check('a.txt --ledger -', folder, {
    code: 2,
    err: 'inspectmark: --ledger needs the name of a file: only the markup goes to standard output.\n',
  });
  await check('a.txt --framework ofsted-sfi', folder, {
    code: 2,
    err: 'inspectmark: There is no framework “ofsted-sfi”. Did you mean “ofsted-sif”?\n',
  });
});

test('an import that loses words or invents some is not written', async () => {
  const changing = (change: (markup: string) => string) =>
    importWith((source, options) => {
      const imported = importedReport(source, options);
      return { ...imported, markup: change(imported.markup) };
    });
  const checkChanged = async (change: (markup: string) => string, differences: string) => {
    const folder = { 'a.txt': report, 'b.txt': report, 'b.inspection': 'mine' };
    for (const [argv, target] of [
      ['a.txt --ledger a.tsv', 'a.inspection'],
      ['b.txt --force', 'b.inspection'],
      ['a.txt -o out', 'out'],
    ] as const) {
      const { code, out, err, read } = await runIn(folder, io =>
        changing(change).run(argumentsOf(argv.split(' '), importReports.options), io),
      );
      const name = argv.slice(0, 5);
      const line = `inspectmark: ${name}: this is not written, because its words are not those of the source; ${differences}. Please report this fault of Inspectmark’s.\n`;
      assert.deepEqual([code, out, err], [2, '', line]);
      assert.equal(read(target), target === 'b.inspection' ? 'mine' : undefined);
      assert.equal(read('a.tsv'), undefined);
    }
  };
  // (Nothing else moves: the ledger says where each line of the source is in the markup.)
  await checkChanged(markup => markup.replace('timeliness', ' '.repeat(10)), 'lost: “timeliness” (page 2, line 20)');
  await checkChanged(markup => markup.replace(/\n$/, ' now\n'), 'invented: “now” (line 32)');
  await checkChanged(
    markup => markup.replace(/^2\. Early.*$/m, ''),
    'lost: “2.” (page 3, line 29), “Early” (page 3, line 29), “help” (page 3, line 29), “is” (page 3, line 29), “not” (page 3, line 29) and 16 more',
  );
});

test('one that fails does not keep the others from being brought in', async () => {
  const { code, out, err, read } = await runIn(
    { 'a.txt': report, 'b.txt': report.replace('Anytown', 'Elsewhere') },
    io =>
      importWith((source, options) => {
        const imported = importedReport(source, options);
        return { ...imported, markup: imported.markup.replace('Elsewhere', '') };
      }).run(argumentsOf(['b.txt', 'a.txt'], importReports.options), io),
  );
  assert.deepEqual([code, out], [2, `a.inspection: ${counts}`]);
  assert.match(err, /^inspectmark: b\.txt: this is not written, .*\n$/);
  assert.deepEqual([read('b.inspection'), read('a.inspection')], [undefined, markup]);
});

test('the ledger has every line', async () => {
  const { read } = await commandLine('import a.txt --ledger a.tsv', { 'a.txt': report });
  const rows = (read('a.tsv') ?? '').trimEnd().split('\n').slice(1);
  const lines = report.split(/\n|\f/);
  // The line of the second entry has parts in two places.
  assert.equal(rows.length, lines.length + 5);
  assert.ok(rows.includes('2\t15\tdropped\t\tpage number\t2'));
  assert.ok(rows.includes('2\t21\tjoined\t24\t\tit today.'));
  const { read: readJson } = await commandLine('import a.txt --ledger a.json', { 'a.txt': report });
  const { version, entries } = JSON.parse(readJson('a.json') ?? '');
  assert.equal(version, 1);
  assert.equal(entries.length, rows.length);
});
