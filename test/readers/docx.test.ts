import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Remark } from '../../server/src/import/source.ts';
import { docxSource } from '../../server/src/readers/docx.ts';
import { type DocxParts, docxFile, inList, inStyle, p, r } from './docxFile.ts';
import { shortLines } from './shortLines.ts';

/** Reads a document with this body, and expects these lines: `text {look}`, in short. */
async function check(body: string, expected: readonly string[], parts?: DocxParts): Promise<void> {
  assert.deepEqual((await read(body, parts)).lines, expected);
}

/** Expects these remarks: `kind author date @line: text`. */
async function checkRemarks(body: string, expected: readonly string[], parts?: DocxParts): Promise<void> {
  assert.deepEqual((await read(body, parts)).remarks, expected);
}

async function read(body: string, parts?: DocxParts): Promise<{ lines: string[]; remarks: string[] }> {
  const source = await docxSource(docxFile(body, parts));
  assert.ok('lines' in source, JSON.stringify(source));
  return {
    lines: shortLines(source.lines),
    remarks: source.remarks.map(remark),
  };
}

function remark({ kind, author, date, at, text }: Remark): string {
  return [kind, author, date, at === undefined ? undefined : `@${at}`].filter(Boolean).join(' ') + `: ${text}`;
}

const style = (id: string, name: string, content = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;

const level = (i: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;

const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;

const number = (id: number, definition: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;

test('paragraphs are lines, empty ones are none', () =>
  check(p('One.') + p('') + p('Two ') + p(r('Th') + r('ree')), ['One.', 'Two ', 'Three']));

test('soft hyphens are no part of a word', () =>
  check(p(r('super\u00advise')) + p('<w:r><w:t>under</w:t><w:softHyphen/><w:t>stand</w:t></w:r>'), [
    'supervise',
    'understand',
  ]));

test('breaks end lines, tabs and hyphens stay', () =>
  check(
    p(
      '<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t><w:cr/><w:t>five</w:t></w:r>',
    ),
    ['One', 'two\tthree\u2011four {above=1}', 'five {above=1}'],
  ));

test('headings are known by style, by outline, and by the style theirs is based on', () =>
  check(
    p('One', inStyle('H1')) +
      p('Two', inStyle('Own')) +
      p('Three', '<w:outlineLvl w:val="2"/>') +
      p('Text', inStyle('H1') + '<w:outlineLvl w:val="9"/>') +
      p('Front', inStyle('T')),
    ['One {heading=1}', 'Two {heading=2}', 'Three {heading=3}', 'Text', 'Front {heading=1}'],
    {
      styles:
        style('H1', 'heading 1') +
        style('H2', 'heading 2') +
        style('Own', 'Our own heading', '<w:basedOn w:val="H2"/>') +
        style('T', 'Title'),
    },
  ));

test('a line is bold or italic if all of it is, by itself or by style', () =>
  check(
    p(r('All', '<w:b/>') + r(' of it', '<w:b/>')) +
      p(r('Some', '<w:b/>') + r(' of it')) +
      p('By style', inStyle('B')) +
      p(r('Not so', '<w:b w:val="0"/>'), inStyle('B')) +
      p(r('Slanted', '<w:i/>')),
    ['All of it {bold}', 'Some of it', 'By style {bold}', 'Not so', 'Slanted {italic}'],
    { styles: style('B', 'Strong paragraph', '<w:rPr><w:b/></w:rPr>') },
  ));

test('sizes are told against that of most letters', () =>
  check(p('The usual size of a long line') + p(r('Large', '<w:sz w:val="40"/>')), [
    'The usual size of a long line',
    'Large {size=2}',
  ]));

test('numbers are counted as Word counts them', () =>
  check(
    p('a', inList(1)) +
      p('b', inList(1, 1)) +
      p('c', inList(1, 1)) +
      p('d', inList(1)) +
      p('e', inList(1, 1)) +
      p('f', inList(2)) +
      p('g', inList(1)),
    [
      'a {item=1:1.}',
      'b {item=2:1.a)}',
      'c {item=2:1.b)}',
      'd {item=1:2.}',
      'e {item=2:2.a)}',
      'f {item=1:iv}',
      'g {item=1:3.}',
    ],
    {
      numbering:
        list(0, level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%1.%2)')) +
        list(1, level(0, 'lowerRoman', '%1')) +
        number(1, 0) +
        number(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'),
    },
  ));

test('a list that begins anew does so once, and goes on from its own number', () =>
  check(
    p('a', inList(1)) + p('b', inList(1)) + p('c', inList(2)) + p('d', inList(2)),
    ['a {item=1:1}', 'b {item=1:2}', 'c {item=1:1}', 'd {item=1:2}'],
    {
      numbering:
        list(0, level(0, 'decimal', '%1')) +
        number(1, 0) +
        number(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    },
  ));

test('a style can number its paragraphs, and a paragraph can refuse it', () =>
  check(
    p('One', inStyle('N')) + p('None', inStyle('N') + inList(0)) + p('Two', inStyle('N')) + p('Dot', inStyle('L2')),
    ['One {item=1:1.}', 'None', 'Two {item=1:2.}', 'Dot {left=2.6 item=2}'],
    {
      styles:
        style('N', 'Numbered paragraph', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        style('L2', 'List Bullet 2', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
      numbering:
        list(0, level(0, 'decimal', '%1.', '<w:pStyle w:val="N"/>')) +
        list(1, level(0, 'bullet', '•', '<w:pPr><w:ind w:left="720" w:hanging="200"/></w:pPr>')) +
        number(1, 0) +
        number(2, 1),
    },
  ));

const by = (id: number) => `w:id="${id}" w:author="Ann Lee" w:date="2018-01-29T09:00:00Z"`;

const note = (id: number, text: string) =>
  `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:footnote>`;
const noteMark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

test('notes are marked in the text by their numbers, and stand at the end', () =>
  check(
    p(r('Board') + noteMark(7) + r(' and') + noteMark(3)) +
      p('<w:r><w:t>End</w:t><w:endnoteReference w:id="1"/></w:r>'),
    ['Board1 and2 {raised=5-6,10-11}', 'Endi {raised=3-4}', ' Seven. {note=1}', ' Three. {note=2}', 'Last. {note=i}'],
    {
      footnotes: `<w:footnote w:type="separator" w:id="-1">${p('—')}</w:footnote>${note(3, 'Three.')}${note(7, 'Seven.')}`,
      endnotes: `<w:endnote w:id="1">${p('Last.')}</w:endnote>`,
    },
  ));

test('a note whose mark is deleted is told', () =>
  checkRemarks(p(`${r('Board')}<w:del ${by(1)}>${noteMark(1)}</w:del>`), ['other: Note without a mark: Gone.'], {
    footnotes: note(1, 'Gone.'),
  }));

const raised = '<w:vertAlign w:val="superscript"/>';

test('raised letters are told, apart from the marks of notes', async () => {
  await check(p(r('The 5') + r('t', raised) + r('h', raised) + r(' of May')), ['The 5th of May {raised=5-7}']);
  await check(
    p(r('m') + r('2', raised) + noteMark(1) + r('3', raised)),
    ['m213 {raised=1-2,2-3,3-4}', ' One. {note=1}'],
    {
      footnotes: note(1, 'One.'),
    },
  );
});

const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const table = (...rows: string[]) =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>${rows.join('')}</w:tbl>`;

test('cells know their places, merged ones too', () =>
  check(
    table(
      row(cell('A'), cell('B', '<w:gridSpan w:val="2"/>')),
      row(cell('C', '<w:vMerge w:val="restart"/>'), cell('D'), cell('E')),
      row(cell('', '<w:vMerge/>'), cell('F'), cell('G')),
    ) + table(row(cell('H'), cell('I'))),
    [
      'A {cell=1/1/1}',
      'B {cell=1/1/2}',
      'C {cell=1/2/1}',
      'D {cell=1/2/2}',
      'E {cell=1/2/3}',
      'F {cell=1/3/2}',
      'G {cell=1/3/3}',
      'H {cell=2/1/1}',
      'I {cell=2/1/2}',
    ],
  ));

test('a frame around text is no table', () => check(table(row(cell('Judgement: Good'))), ['Judgement: Good']));

test('tracked changes are accepted, and told', async () => {
  const body = p(
    r('The ') +
      `<w:del ${by(1)}><w:r><w:delText xml:space="preserve">old and </w:delText></w:r></w:del>` +
      `<w:del ${by(2)}><w:r><w:delText>bad</w:delText></w:r></w:del>` +
      `<w:ins ${by(3)}>${r('new')}</w:ins>` +
      r(' offer.'),
  );
  await check(body, ['The new offer.']);
  await checkRemarks(body, [
    'deletion Ann Lee 2018-01-29T09:00:00Z @0: old and bad',
    'insertion Ann Lee 2018-01-29T09:00:00Z @0: new',
  ]);
});

test('moved words are where they were moved to', async () => {
  const body =
    p(`${r('From')}<w:moveFrom ${by(1)}>${r(' here')}</w:moveFrom>`) +
    p(`${r('To')}<w:moveTo ${by(2)}>${r(' here')}</w:moveTo>`);
  await check(body, ['From', 'To here']);
  await checkRemarks(body, [
    'move Ann Lee 2018-01-29T09:00:00Z @0: here',
    'move Ann Lee 2018-01-29T09:00:00Z @1: here',
  ]);
});

test('paragraphs whose ends are deleted go on in the next', () =>
  check(
    p('One ', `<w:rPr><w:del ${by(1)}/></w:rPr>`) + p('and two.', inStyle('H1')) + p('Three.'),
    ['One and two. {heading=1}', 'Three.'],
    { styles: style('H1', 'heading 1') },
  ));

test('a deleted row is told', async () => {
  const body = table(
    row(cell('A'), cell('B')),
    `<w:tr><w:trPr><w:del ${by(1)}/></w:trPr>${cell('C')}${cell('D')}</w:tr>`,
  );
  await check(body, ['A {cell=1/1/1}', 'B {cell=1/1/2}']);
  await checkRemarks(body, ['deletion Ann Lee 2018-01-29T09:00:00Z: C D']);
});

test('comments are told where they are made', () =>
  checkRemarks(
    p('One.') +
      p(
        '<w:commentRangeStart w:id="4"/>' +
          r('Two.') +
          '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
      ),
    [
      'comment Ann Lee 2018-01-29T09:00:00Z @1: Is it so? See the data.',
      'comment Ann Lee 2018-01-29T09:00:00Z: On nothing.',
    ],
    {
      comments:
        `<w:comment ${by(4)}>${p('Is it so?')}${p('See the data.')}</w:comment>` +
        `<w:comment ${by(5)}>${p('On nothing.')}</w:comment>`,
    },
  ));

test('running heads and hidden words are no lines, but told', async () => {
  const body = p(r('Seen') + r('unseen', '<w:vanish/>'));
  await check(body, ['Seen'], { header: p('Draft 3') });
  await checkRemarks(body, ['other @0: Hidden: unseen', 'other: Running head: Draft 3'], { header: p('Draft 3') });
});

test('text boxes are read once, after their paragraph', () => {
  const box = p('In the box');
  return check(
    p(
      `${r('Before')}<w:r><mc:AlternateContent>` +
        `<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${box}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><v:textbox><w:txbxContent>${box}</w:txbxContent></v:textbox></w:pict></mc:Fallback>` +
        '</mc:AlternateContent></w:r>',
    ) + p('After'),
    ['Before', 'In the box', 'After'],
  );
});

test('a picture is told by its description', () =>
  checkRemarks(
    p(
      `${r('Text')}<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="The logo"/><a:blip/></wp:inline></w:drawing></w:r>`,
    ),
    ['picture @0: The logo'],
  ));

test('links, fields, tags and controls are read as their words', () =>
  check(
    p(
      `<w:hyperlink w:anchor="a">${r('One')}</w:hyperlink>` +
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF a </w:instrText></w:r>` +
        `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(' two')}<w:r><w:fldChar w:fldCharType="end"/></w:r>` +
        `<w:fldSimple w:instr=" TITLE ">${r(' three')}</w:fldSimple>` +
        `<w:smartTag>${r(' four')}</w:smartTag>` +
        `<w:sdt><w:sdtContent>${r(' five')}</w:sdtContent></w:sdt>`,
    ),
    ['One two three four five'],
  ));

test('a field of which a part is deleted is read', () =>
  check(
    p(
      `<w:del><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:del>${r('One')}` +
        `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(' two')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
    ['One two'],
  ));

test('a long document is one, although it is read in pieces', async () => {
  const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const { lines, remarks } = await read(
    p(`${r('First')}${note(1)}<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, inList(1)) +
      p('A paragraph of the report, long enough.', inList(1)).repeat(1_000) +
      p(
        `<w:r><w:fldChar w:fldCharType="end"/></w:r><w:del w:author="Ann">${r('Gone')}</w:del>${r('Last')}${note(2)}`,
        inList(1),
      ),
    {
      numbering: list(0, level(0, 'decimal', '%1.')) + number(1, 0),
      footnotes: [1, 2].map(id => `<w:footnote w:id="${id}">${p(`Note ${id}`)}</w:footnote>`).join(''),
    },
  );
  assert.equal(lines.length, 1_004);
  assert.deepEqual(
    [0, 1, 1_000, 1_001, 1_002, 1_003].map(i => lines[i]),
    [
      'First1 {raised=5-6 item=1:1.}',
      'A paragraph of the report, long enough. {item=1:2.}',
      'A paragraph of the report, long enough. {item=1:1001.}',
      'Last2 {raised=4-5 item=1:1002.}',
      'Note 1 {note=1}',
      'Note 2 {note=2}',
    ],
  );
  assert.deepEqual(remarks, ['deletion Ann @1001: Gone']);
});

test('a box to tick is read as it stands', async () => {
  const field = (properties: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${properties}</w:checkBox></w:ffData></w:fldChar></w:r>` +
    `<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  await check(p(field('<w:default w:val="0"/><w:checked/>') + r(' Met')) + p(field('') + r(' Not met')), [
    '☒ Met',
    '☐ Not met',
  ]);
  await check(
    p(
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('x')}</w:sdtContent></w:sdt>${r(' Met')}`,
    ),
    ['☒ Met'],
  );
});

test('a contents page is told as such', () =>
  check(
    p('Summary 3', inStyle('TOC1')) +
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Contents', inStyle('H1'))}</w:sdtContent></w:sdt>` +
      p('Summary', inStyle('H1')),
    ['Summary 3 {furniture=contents}', 'Contents {furniture=contents}', 'Summary {heading=1}'],
    { styles: style('TOC1', 'toc 1') + style('H1', 'heading 1') },
  ));

test('a title in the style of the contents page’s is one only above contents', () =>
  check(
    p('Contents', inStyle('TOCHeading')) + p('Summary 3', inStyle('TOC1')) + p('Foreword', inStyle('TOCHeading')),
    ['Contents {furniture=contents}', 'Summary 3 {furniture=contents}', 'Foreword {heading=1}'],
    {
      styles:
        style('H1', 'heading 1') +
        style('TOC1', 'toc 1') +
        style('TOCHeading', 'TOC Heading', '<w:basedOn w:val="H1"/>'),
    },
  ));

test('one title above all headings makes them its own', async () => {
  const styles = style('T', 'Title') + style('H1', 'heading 1') + style('H2', 'heading 2');
  const [title, one, two] = [p('Title', inStyle('T')), p('One', inStyle('H1')), p('Two', inStyle('H2'))];
  await check(`${title}${one}${two}`, ['Title {heading=1}', 'One {heading=2}', 'Two {heading=3}'], { styles });
  await check(`${one}${title}`, ['One {heading=1}', 'Title {heading=1}'], { styles });
  await check(`${title}${one}${title}`, ['Title {heading=1}', 'One {heading=1}', 'Title {heading=1}'], { styles });
});
