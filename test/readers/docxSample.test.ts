import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { accountOf } from '../../server/src/import/accounting.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { docxSource } from '../../server/src/readers/docx.ts';
import { unwrappedLines } from '../import/broughtSample.ts';
import { docxFile, inList, inStyle, p, r } from './docxFile.ts';

const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');

test('the sample, typed in Word, comes back', async () => {
  const lines = unwrappedLines(sample);
  const source = await docxSource(inWord(lines));
  assert.ok('lines' in source, JSON.stringify(source));
  const { markup, ledger, guesses, framework } = importedReport(source, { frameworks: builtInFrameworks });
  assert.equal(framework, 'ofsted-sif');
  assert.deepEqual(guesses, []);
  const { lost, invented } = accountOf(source, markup, ledger);
  assert.deepEqual([...lost, ...invented], []);
  const notesLast = [...lines.filter(line => !isNote(line)), ...lines.filter(isNote)];
  assert.deepEqual(unwrappedLines(markup), notesLast);
});

const isNote = (line: string) => line.startsWith('[^');

/** A report as its author would have typed it in Word: headings by style, numbers and bullets by lists, entries in a table. */
function inWord(lines: readonly string[]): Uint8Array {
  const cover = [
    p('Metropolitan Borough of Rotherham', inStyle('Title')),
    p(
      'Re-inspection of services for children in need of help and protection, children looked after and care leavers',
      inStyle('Subtitle'),
    ),
    p('Inspection date: 6 November 2017 – 30 November 2017'),
    p('Report published: 29 January 2018'),
  ];
  const body = lines.filter(line => !isNote(line)).map(paragraphOf);
  const rows = body.filter(block => block.startsWith('<w:tr>'));
  const firstRow = body.indexOf(rows[0]!);
  body.splice(firstRow, rows.length, `<w:tbl>${rows.join('')}</w:tbl>`);
  const notes = lines.filter(isNote).map(line => /^\[\^(\d)\]: (.*)$/.exec(line)!);
  return docxFile([...cover, ...body].join(''), {
    styles: ['Title', 'Subtitle', 'heading 1', 'heading 2', 'heading 3', 'heading 4']
      .map(name => `<w:style w:type="paragraph" w:styleId="${idOf(name)}"><w:name w:val="${name}"/></w:style>`)
      .join(''),
    numbering: [
      `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum>`,
      `<w:abstractNum w:abstractNumId="1">${[0, 1, 2].map(i => level(i, 'bullet', '•')).join('')}</w:abstractNum>`,
      ...[1, 2].map(id => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`),
    ].join(''),
    footnotes: notes.map(([, id, text]) => `<w:footnote w:id="${id}">${p(r(` ${text}`))}</w:footnote>`).join(''),
  });
}

function paragraphOf(line: string): string {
  const [, indent = '', mark = '', text = ''] = /^( *)(#+ |- |Judgement: |\d+\. |)(.*)$/.exec(line)!;
  const entry = /^(\d[.\d]* .*): ((?:Good|Outstanding|Requires improvement))$/.exec(line);
  if (entry !== null)
    return `<w:tr>${entry
      .slice(1)
      .map(cell => `<w:tc>${p(cell)}</w:tc>`)
      .join('')}</w:tr>`;
  if (mark.startsWith('#')) return p(runsOf(text), inStyle(idOf(`heading ${mark.trim().length}`)));
  if (mark === '- ') return p(runsOf(text), inList(2, indent.length / 4));
  return p(runsOf(text), /^\d/.test(mark) ? inList(1) : '');
}

/** The runs of a text, with the marks of notes. */
function runsOf(text: string): string {
  return text
    .split(/(?=\[\^\d\])|(?<=\[\^\d\])/)
    .map(part => {
      const note = /^\[\^(\d)\]$/.exec(part)?.[1];
      return note ? `<w:r><w:footnoteReference w:id="${note}"/></w:r>` : r(part.replaceAll('&', '&amp;'));
    })
    .join('');
}

function level(i: number, format: string, pattern: string): string {
  return `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
}

function idOf(styleName: string): string {
  return styleName.replace(' ', '');
}
