import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source, SourceLine } from '../../server/src/import/source.ts';
import { pdfSource } from '../../server/src/readers/pdf.ts';
import { line, picture, text, type WrittenExtras, type WrittenPage, writtenPdf } from './pdfWriter.ts';

type Pages = readonly (string | WrittenPage)[];

async function read(pages: Pages, extras?: WrittenExtras): Promise<Source> {
  const source = await pdfSource(writtenPdf(pages, extras));
  assert.ok('lines' in source, JSON.stringify(source));
  return source;
}

/** A line, and before it what the reader says of it: its furniture, note, cell, size, weight, level and superscripts. */
function described({ text, look = {} }: SourceLine): string {
  const { furniture, note, cell, size, bold, italic, superscripts = [] } = look;
  const words = [
    furniture,
    note === undefined ? undefined : `note ${note}`,
    cell === undefined ? undefined : `cell ${cell.table}:${cell.row},${cell.column}`,
    size === 1 || furniture !== undefined ? undefined : `size ${size}`,
    bold ? 'bold' : undefined,
    italic ? 'italic' : undefined,
    ...superscripts.map(({ from, to }) => `raised ${text.slice(from, to)}`),
  ].filter(word => word !== undefined);
  return words.length === 0 ? text : `[${words.join(', ')}] ${text}`;
}

function check(name: string, pages: Pages, expected: readonly string[], extras?: WrittenExtras): void {
  test(name, async () => {
    const { lines } = await read(pages, extras);
    assert.deepEqual(lines.map(described), expected);
  });
}

function checkRefused(name: string, bytes: Uint8Array, expected: RegExp): void {
  test(name, async () => {
    const source = await pdfSource(bytes);
    assert.ok('refused' in source);
    assert.match(source.refused, expected);
    assert.ok(!source.refused.includes('\n'));
  });
}

/** Some lines of running text from this height down. */
const paragraph = (base: number, count = 4, left = 70) =>
  Array.from({ length: count }, (_, i) =>
    text(left, base + i * 14.4, 'These are words of running text that fill most of a line of the page'),
  ).join('');
const running = (count = 4) =>
  Array.from({ length: count }, () => 'These are words of running text that fill most of a line of the page');

check(
  'words are those that stand apart, however they are painted',
  [
    text(70, 100, 'The inspec') + text(124.7, 100, 'tors found') + text(190, 100, 'good practice.'),
    'BT /F1 12 Tf 70 700 Td [(W) 80 (hat) -300 (needs) -250 ( to ) 20 (improve)] TJ ET',
  ],
  ['The inspectors found good practice.', 'What needs to improve'],
);

check(
  'a blank that takes no room is a soft hyphen’s',
  ['BT /F1 12 Tf 70 700 Td [(They super ) 278 (vise ) -20 (all )] TJ ET'],
  ['They supervise all'],
);

check(
  'lines have the size and weight of their letters',
  [
    text(70, 60, 'Heading', { size: 18, font: 'F2' }) +
      paragraph(100) +
      text(70, 180, 'Bold', { font: 'F2' }) +
      text(70, 200, 'A quotation', { font: 'F3' }) +
      text(70, 220, 'Half') +
      text(98, 220, 'bold', { font: 'F2' }),
  ],
  ['[size 1.5, bold] Heading', ...running(), '[bold] Bold', '[italic] A quotation', 'Half bold'],
);

test('what stands below what, how far in, and how full', async () => {
  const { lines } = await read([
    paragraph(100, 3) +
      text(70, 143.2, 'and ends here.') +
      text(100, 172, '• An item') +
      text(112, 186.4, 'in two lines.'),
  ]);
  assert.deepEqual(
    lines.map(({ look }) => [look?.left, look?.above, look?.full]),
    [
      [0, undefined, true],
      [0, 1, true],
      [0, 1, true],
      [0, 1, false],
      [2.5, 2, false],
      [3.5, 1, false],
    ],
  );
});

check(
  'note marks are raised, and the notes at the foot have their names',
  [
    'BT /F1 12 Tf 70 742 Td (The board) Tj /F1 8 Tf 4 Ts (1) Tj /F1 12 Tf 0 Ts ( met in May, on the 1) Tj /F1 8 Tf 4 Ts (st) Tj ET ' +
      paragraph(130) +
      text(70, 700, '1', { size: 6 }) +
      text(75, 704, 'A note that is long enough for', { size: 9 }) +
      text(70, 715, 'two lines.', { size: 9 }) +
      text(70, 730, '2', { size: 6 }) +
      text(75, 734, 'Another.', { size: 9 }),
  ],
  [
    '[raised 1] The board1 met in May, on the 1st',
    ...running(),
    '[note 1, size 0.75, raised 1] 1 A note that is long enough for',
    '[note 1, size 0.75] two lines.',
    '[note 2, size 0.75, raised 2] 2 Another.',
  ],
);

check(
  'a note’s number before its text may be as large as that',
  [
    'BT /F1 12 Tf 70 742 Td (The board) Tj /F1 8 Tf 4 Ts (1) Tj ET ' +
      paragraph(130) +
      text(70, 704, '1 A note that is long enough for', { size: 9 }) +
      text(70, 715, 'two lines.', { size: 9 }),
  ],
  [
    '[raised 1] The board1',
    ...running(),
    '[note 1, size 0.75] 1 A note that is long enough for',
    '[note 1, size 0.75] two lines.',
  ],
);

check(
  'paragraphs that begin alike at the tops of pages are no running heads',
  ['4. It', '27. It', '35. It'].map(first => text(70, 40, `${first} is well.`) + paragraph(300)),
  ['4. It is well.', ...running(), '27. It is well.', ...running(), '35. It is well.', ...running()],
);

/** A line that begins with a raised figure, in letters as large as running text. */
const largeNote = (base: number, words: string) => text(70, base - 4, '1', { size: 8 }) + text(78, base, words);

check(
  'a note as large as running text is known by its mark, which is raised above it too, and by standing apart',
  [
    `BT /F1 12 Tf 70 742 Td (The board) Tj /F1 8 Tf 4 Ts (1) Tj /F1 12 Tf 0 Ts ( met in May.) Tj ET ${paragraph(130)}`.concat(
      largeNote(220, 'A note of the same size.'),
      text(70, 234.4, 'It has two lines.'),
    ),
    paragraph(100),
  ],
  [
    '[raised 1] The board1 met in May.',
    ...running(),
    '[note 1, raised 1] 1 A note of the same size.',
    '[note 1] It has two lines.',
    ...running(),
  ],
);

check(
  'a raised figure with which a line begins is no note where it is nowhere else, or stands within a paragraph',
  [
    paragraph(100) + largeNote(220, 'No word has this mark.'),
    `BT /F1 12 Tf 70 742 Td (The board) Tj /F1 8 Tf 4 Ts (1) Tj /F1 12 Tf 0 Ts ( met in May.) Tj ET`.concat(
      largeNote(114.4, 'and so on.'),
      paragraph(128.8),
    ),
  ],
  [
    ...running(),
    '[raised 1] 1 No word has this mark.',
    '[raised 1] The board1 met in May.',
    '[raised 1] 1 and so on.',
    ...running(),
  ],
);

check(
  'a ruled table is read cell by cell, with its headline apart, and an indent is no column',
  [
    [80, 110, 140, 180, 210].map(top => line(70, top, 500, top)).join('') +
      line(70, 80, 70, 210) +
      line(500, 80, 500, 210) +
      line(380, 110, 380, 210) +
      line(110, 180, 110, 210) +
      text(75, 100, 'Services are good', { font: 'F2' }) +
      text(75, 130, '1. Help and protection') +
      text(385, 130, 'Good') +
      text(75, 156, 'A label in') +
      text(75, 170, 'two lines') +
      text(385, 163, 'Requires improvement') +
      text(115, 200, '2.1 Adoption') +
      text(385, 200, 'Good') +
      paragraph(240),
  ],
  [
    '[bold] Services are good',
    '[cell 1:1,1] 1. Help and protection',
    '[cell 1:1,2] Good',
    '[cell 1:2,1] A label in',
    '[cell 1:2,1] two lines',
    '[cell 1:2,2] Requires improvement',
    '[cell 1:3,1] 2.1 Adoption',
    '[cell 1:3,2] Good',
    ...running(),
  ],
);

check(
  'text in a box is no table, nor is a heading beside its grade',
  [
    [80, 120, 300].map(top => line(70, top, 500, top)).join('') +
      line(70, 80, 70, 300) +
      line(500, 80, 500, 300) +
      line(350, 80, 350, 120) +
      text(75, 96, 'The experiences of', { size: 14, font: 'F2' }) +
      text(75, 112, 'care leavers', { size: 14, font: 'F2' }) +
      text(355, 104, 'Good', { size: 14, font: 'F2' }) +
      paragraph(140, 5, 75),
  ],
  ['[size 1.17, bold] The experiences of', '[size 1.17, bold] care leavers', '[size 1.17, bold] Good', ...running(5)],
);

check(
  'columns without rules are a table too, but numbers and bullets make none',
  [
    paragraph(100) +
      ['Local authority|Rotherham', 'Inspection number|10003', 'Type of school|Primary']
        .map((row, i) => {
          const [label = '', value = ''] = row.split('|');
          return text(70, 180 + i * 20, label) + text(300, 180 + i * 20, value);
        })
        .join('') +
      [1, 2, 3]
        .map(i => text(70, 240 + i * 20, `${i}.`) + text(110, 240 + i * 20, 'Ensure that plans are clear.'))
        .join(''),
  ],
  [
    ...running(),
    '[cell 1:1,1] Local authority',
    '[cell 1:1,2] Rotherham',
    '[cell 1:2,1] Inspection number',
    '[cell 1:2,2] 10003',
    '[cell 1:3,1] Type of school',
    '[cell 1:3,2] Primary',
    '1. Ensure that plans are clear.',
    '2. Ensure that plans are clear.',
    '3. Ensure that plans are clear.',
  ],
);

check(
  'a page in two columns is read column by column',
  [
    text(70, 80, 'A title that runs across both of the columns of the page', { font: 'F2' }) +
      Array.from(
        { length: 8 },
        (_, i) =>
          text(70, 110 + i * 14, `left ${i} with words up to the edge`) +
          text(310, 110 + i * 14, `right ${i} with words up to the edge`),
      ).join(''),
  ],
  [
    '[bold] A title that runs across both of the columns of the page',
    ...Array.from({ length: 8 }, (_, i) => `left ${i} with words up to the edge`),
    ...Array.from({ length: 8 }, (_, i) => `right ${i} with words up to the edge`),
  ],
);

check(
  'running heads and feet are known by their places on several pages',
  ['One thing.', 'Another thing.', 'A third one.', 'The last.'].map(
    (words, i) => text(70, 40, 'Report on a council') + text(70, 100, words) + text(500, 810, `${i + 1}`),
  ),
  ['One thing.', 'Another thing.', 'A third one.', 'The last.'].flatMap((words, i) => [
    '[head] Report on a council',
    words,
    `[foot] ${i + 1}`,
  ]),
);

check(
  'what the file calls an artifact is furniture at the edge of a page, and text within it',
  [
    `/Artifact BMC ${text(70, 40, 'Draft')} EMC ${paragraph(100)} /Artifact BMC ${text(70, 300, 'Still text')} EMC ${paragraph(330)}`,
  ],
  ['[head] Draft', ...running(), 'Still text', ...running()],
);

check(
  'a contents list is known by its title and its page numbers, over two pages',
  [
    text(70, 60, 'Contents', { size: 20 }) +
      text(70, 100, 'Summary') +
      text(500, 100, '2') +
      text(70, 120, 'The experiences and progress of children') +
      text(70, 134, 'looked after') +
      text(500, 134, '10'),
    text(70, 60, 'Leadership') + text(500, 60, '12') + text(70, 100, 'Summary', { font: 'F2' }) + paragraph(130),
  ],
  [
    '[contents] Contents',
    '[contents] Summary 2',
    '[contents] The experiences and progress of children',
    '[contents] looked after 10',
    '[contents] Leadership 12',
    '[bold] Summary',
    ...running(),
  ],
);

check(
  'the foot of a contents page is a foot, though the contents go on below it',
  [
    text(70, 60, 'Contents', { size: 20 }) +
      text(70, 100, 'Summary') +
      text(500, 100, '2') +
      text(70, 120, 'Help') +
      text(500, 120, '8') +
      text(70, 800, 'Anytown: report') +
      text(500, 800, '1'),
    text(70, 60, 'Leadership') +
      text(500, 60, '12') +
      paragraph(300) +
      text(70, 800, 'Anytown: report') +
      text(500, 800, '2'),
    paragraph(300) + text(70, 800, 'Anytown: report') + text(500, 800, '3'),
  ],
  [
    '[contents] Contents',
    '[contents] Summary 2',
    '[contents] Help 8',
    '[foot] Anytown: report 1',
    '[contents] Leadership 12',
    ...running(),
    '[foot] Anytown: report 2',
    ...running(),
    '[foot] Anytown: report 3',
  ],
);

check(
  'what is not shown is not read',
  [
    `${text(70, 100, 'Seen')} BT 3 Tr /F1 12 Tf 70 700 Td (unseen) Tj 0 Tr ET ${text(700, 100, 'beside the page')}
    /OC /Hidden BDC ${text(70, 200, 'in a layer that is off')} EMC`,
  ],
  ['Seen'],
  {
    objects: ['<</Type /OCG /Name (Hidden)>>'],
    catalog: '/OCProperties <</OCGs [7 0 R] /D <</OFF [7 0 R]>>>>',
  },
);

check(
  'a page that lies on its side is read as it is held',
  [{ content: 'BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Held upright) Tj ET', rotate: 90 }],
  ['Held upright'],
);

check(
  'what runs up the side of a page comes after its text',
  [`BT /F1 12 Tf 0 1 -1 0 50 100 Tm (Up the side) Tj ET ${paragraph(100)}`],
  [...running(), 'Up the side'],
);

test('a picture is remarked, one at the edge of every page is not', async () => {
  const logo = picture(480, 20, 80, 40);
  const { lines, remarks } = await read([
    logo + paragraph(100),
    logo + paragraph(100) + picture(70, 200, 300, 200) + paragraph(450),
    logo + paragraph(100),
    logo + picture(70, 200, 300, 200),
  ]);
  assert.deepEqual(remarks, [
    { kind: 'page', text: 'Page 4 is a picture without text.' },
    { kind: 'picture', text: 'Page 2 has a picture.', at: 7 },
  ]);
  assert.equal(lines[7]?.page, 2);
});

test('the words that a text recognition put under a picture are read, and said to be so', async () => {
  const { lines, remarks } = await read([
    `${picture(0, 0, 595, 842)} ${text(70, 100, 'Recognised words', { more: '3 Tr' })}`,
  ]);
  assert.deepEqual(
    lines.map(({ text }) => text),
    ['Recognised words'],
  );
  assert.match(remarks[0]!.text, /text recognition/);
});

checkRefused('a scan is refused', writtenPdf([picture(0, 0, 595, 842)]), /scan/);
checkRefused('a PDF without text is refused', writtenPdf(['']), /without any text/);
checkRefused('no PDF at all is refused', new TextEncoder().encode('%PDF-1.7\nnothing of the kind'), /damaged/);
checkRefused('the first half of a PDF is refused', writtenPdf([paragraph(100)]).slice(0, 300), /damaged/);
checkRefused(
  'a PDF with a password is refused',
  writtenPdf([paragraph(100)], {
    trailer: `/ID [<00> <00>] /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O <${'01'.repeat(32)}> /U <${'02'.repeat(32)}>>>`,
  }),
  /password/,
);

test('a damaged page is remarked, and those before it are read', async () => {
  const bytes = writtenPdf([paragraph(100), paragraph(100), paragraph(100)]);
  bytes[Buffer.from(bytes).indexOf('\n9 0 obj') + 2] = 'R'.charCodeAt(0);
  const source = await pdfSource(bytes);
  assert.ok('lines' in source);
  assert.deepEqual([...new Set(source.lines.map(({ page }) => page))], [1]);
  assert.match(source.remarks[0]!.text, /Page 2 is damaged/);
});

test('reading tells its pages, and is broken off by its signal', async () => {
  const bytes = writtenPdf([paragraph(100), paragraph(100), paragraph(100)]);
  const pages: string[] = [];
  await pdfSource(bytes, { onPage: (page, all) => pages.push(`${page}/${all}`) });
  assert.deepEqual(pages, ['1/3', '2/3', '3/3']);
  const control = new AbortController();
  const reading = pdfSource(bytes, { signal: control.signal, onPage: page => page === 2 && control.abort() });
  await assert.rejects(reading, { name: 'AbortError' });
  // What comes from outside is heard too: a reading leaves room for other work.
  const many = writtenPdf(Array.from({ length: 50 }, () => paragraph(100)));
  const later = new AbortController();
  setTimeout(() => later.abort(), 1);
  await assert.rejects(pdfSource(many, { signal: later.signal }), { name: 'AbortError' });
});

test('the bytes stay their owner’s', async () => {
  const bytes = writtenPdf([paragraph(100)]);
  await pdfSource(bytes);
  assert.ok(bytes.length > 0);
});
