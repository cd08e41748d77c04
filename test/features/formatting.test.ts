import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixture } from './fixture.ts';
import { assertPromises, formatted, reportRead } from './formatted.ts';

const settings = '---\nframework: ofsted-sif\n---\n\n';

/** Expects what formatting makes of a text; of one that is given alone, nothing. Its last line is ended for it. */
function check(before: string, after = before): void {
  assert.equal(assertPromises(`${settings}${before}\n`), `${settings}${after}\n`);
}

test('blanks at line ends go', () => {
  check('Help is late.  \nSo are plans.\t', 'Help is late.\nSo are plans.');
  check('Help is late.\u00a0\n \t\nStaff are busy.', 'Help is late.\n\nStaff are busy.');
  check('| a | b |  \n| --- | --- |\t\n|  c|d | ', '| a | b |\n| --- | --- |\n|  c|d |');
  check('> Help.  \n>  \n> Late. ', '> Help.\n>\n> Late.');
  check('<!-- A note  \nof two lines.  \n\n\nAnd more. -->  ', '<!-- A note\nof two lines.\n\n\nAnd more. -->');
});

test('front matter: blanks at line ends alone', () => {
  const source = '---  \nframework: ofsted-sif\ntitle:   A  \n\n\nstatus: draft\n--- \nText.\n';
  assert.equal(assertPromises(source), '---\nframework: ofsted-sif\ntitle:   A\n\n\nstatus: draft\n---\n\nText.\n');
});

test('a line break that is meant stays; before a no-break space a backslash and a hyphen are other signs', () => {
  check('One line\\\nand the next.');
  check('One line\\  \nand the next.', 'One line\\\nand the next.');
  check('A multi- \nagency team.', 'A multi-\nagency team.');
  check('One line\\\u00a0\nand the next.');
  check('A multi-\u00a0\nagency team.');
});

test('one blank stands after a mark', () => {
  check('#  Title', '# Title');
  check('##\tTitle  {#a}', '## Title  {#a}');
  check('9.   Help is late.', '9. Help is late.');
  check('9.\u00a0Help is late.', '9. Help is late.');
  check('S1\tHelp is late.', 'S1 Help is late.');
  check('-\tone\n-   two\n*  three', '- one\n- two\n* three');
  check('[^1]:A note.\n[^2]:  Another.', '[^1]: A note.\n[^2]: Another.');
  check('Blanks  between   words  stay.');
});

test('a judgement line’s and an entry’s colon has one blank after it', () => {
  check('## Findings\n\nJudgement:Good', '## Findings\n\nJudgement: Good');
  check('## Findings\n\nJudgement :\tGood', '## Findings\n\nJudgement : Good');
  check('1. Leadership, management and governance:Good', '1. Leadership, management and governance: Good');
  check('2.1  Adoption performance:  Good', '2.1 Adoption performance: Good');
  check('9. They meet at 9:30, and once more at 10:45');
  check('Judgement:Good');
});

test('a mark at one blank from the margin goes there', () => {
  check(' # Title', '# Title');
  check(' 9. Help is late.\n more text.', '9. Help is late.\n more text.');
  check(' - one\n - two', '- one\n- two');
});

test('blank lines: more than one become one', () => {
  check(
    '# Title\n\n\n\n9. Help is late.\n\n \n10. Plans are late.',
    '# Title\n\n9. Help is late.\n\n10. Plans are late.',
  );
  check('9. Help is late.\n\n\n    It is better now.', '9. Help is late.\n\n    It is better now.');
  assert.equal(formatted(reportRead('\n \n# Title\n')), '# Title\n');
  assert.equal(formatted(reportRead('\n---\ntitle: A\n')), '\n---\ntitle: A\n');
});

test('around headings, judgement lines, tables and quotations there is one', () => {
  check(
    '# Title\n## Part\nJudgement: Good\n9. Text.\n## Part',
    '# Title\n\n## Part\n\nJudgement: Good\n\n9. Text.\n\n## Part',
  );
  check('Text:\n| a | b |\n| - | - |\n- c', 'Text:\n\n| a | b |\n| - | - |\n\n- c');
  check('Text:\n> a\nText.', 'Text:\n\n> a\n\nText.');
  check('9. Text.[^1]\n[^1]: A note.\n[^2]: Another.', '9. Text.[^1]\n\n[^1]: A note.\n[^2]: Another.');
});

test('what may be the rest of a line stays below it, and is told by a rule', () => {
  check('## Children who live\nin this area');
  check('## The Borough of\nAnytown');
  check('## Part\nJudgement: Requires\nimprovement', '## Part\n\nJudgement: Requires\nimprovement');
  check('| a | b |\n| - | - |\nc | d |');
  check('> They said\nthat help is late.');
  check('## Part\nHelp is late.\n## Part\nHelp is\nlate', '## Part\n\nHelp is late.\n\n## Part\n\nHelp is\nlate');
});

test('lists, entries and comments stand as they do', () => {
  check('9. Help is late:\n- here\n- there.\n\n- elsewhere.');
  check('1. Help: Good\n2. Plans: Good\n\n3. Leaders: Good');
  check('<!-- a note -->\n## Part\n<!-- another -->\nText.\n<!-- a third -->');
});

test('bullets nest by four, and take their lines along', () => {
  check(
    '- a\n  - b\n    more\n    - c\n\n      more\n- d',
    '- a\n    - b\n      more\n        - c\n\n          more\n- d',
  );
  check('9. Text:\n  - a\n   \n\t\tb', '9. Text:\n    - a\n\n          b');
  check('- a\n\t- b', '- a\n    - b');
  check('- a\n  - b\n  more', '- a\n    - b\n    more');
  check('- a\n  - b\n    - c\n\n[^1]: A note.\n\n    - d', '- a\n    - b\n        - c\n\n[^1]: A note.\n\n        - d');
  check('- a\n        - b\n\n<!-- c -->\n- d', '- a\n    - b\n\n<!-- c -->\n- d');
});

test('a byte order mark stays, and so does what a hyphen or a backslash before a no-break space is', () => {
  assert.equal(formatted(reportRead('\ufeff  \n# A\n')), '\ufeff# A\n');
  for (const mark of ['\\', '-', '\u2010']) check(`Help is${mark}\u00a0\nlate.`);
});

test('where it is not clear how bullets nest they stay', () => {
  check('- a\n  - b\n   - c');
  check('Text.\n   - a');
});

test('no paragraph is wrapped otherwise, and no tag moved', () => {
  check('9. Help is late, and\nit is later than it was.\n    (Recommendation)');
  check('9. Help is late. (Recommendation\n5)');
});

test('what is half typed stays', () => {
  for (const mark of ['#', '##  ', '9. ', '- ', '-  ', '*\t', '[^1]: ', '[^1]:', '9.'])
    check(`Text.\n\n${mark}\n\nText.`);
  check('## Part\n\nJudgement: \n\nText.');
  assert.equal(formatted(reportRead('---\ntitle: A  \nstatus:  ')), '---\ntitle: A  \nstatus:  \n');
  check('Text <!-- open\n\n9.Text\n\n8)  Text');
});

test('the file ends with one line end', () => {
  assert.equal(formatted(reportRead('Text.')), 'Text.\n');
  assert.equal(formatted(reportRead('Text.\n\n \n')), 'Text.\n');
  assert.equal(formatted(reportRead('A.\r\n\r\nB.')), 'A.\r\n\r\nB.\r\n');
  for (const text of ['', '\n', '\ufeff', '  \n\n']) assert.equal(formatted(reportRead(text)), text);
});

test('the kind of line end stays', () => {
  check('# A  \r\n\r\n\r\n\r\nText.\r\n# B\r\n1.  a', '# A\r\n\r\nText.\r\n\r\n# B\r\n\r\n1. a');
  check('# A\rText.\r\r\rText.', '# A\r\rText.\r\rText.');
});

test('of a range only the blocks that it touches', () => {
  const { report, marks } = fixture(`# Title


9.  One.
^^^^^^^^


10.  Two.


11.  Three.`);
  const [range] = marks;
  assert.equal(formatted(report, range), '# Title\n\n\n9. One.\n\n10.  Two.\n\n\n11.  Three.');
  const at = (from: number) => formatted(report, { from, to: from });
  assert.equal(at(report.text.source.indexOf('Three')), '# Title\n\n\n9.  One.\n\n\n10.  Two.\n\n\n11. Three.\n');
  assert.equal(at(report.text.source.length), at(report.text.source.indexOf('Three')));
  assert.equal(
    formatted(report, { from: 0, to: range?.from ?? 0 }),
    '# Title\n\n9.  One.\n\n\n10.  Two.\n\n\n11.  Three.',
  );
  assert.equal(formatted(report, { from: 0, to: report.text.source.length }), formatted(report));
});

test('bullets nest otherwise only together', () => {
  const { report } = fixture('- a\n  -  b\n  -  c\n');
  const { source } = report.text;
  assert.equal(formatted(report, { from: 6, to: 6 }), '- a\n  - b\n  -  c\n');
  assert.equal(formatted(report, { from: 0, to: source.length }), '- a\n    - b\n    - c\n');
});
