import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clippedSource } from '../../server/src/readers/clippedHtml.ts';
import { randomNumbers } from '../randomNumbers.ts';
import { shortLines } from './shortLines.ts';

/** Reads what was copied, and expects these lines: `text {look}`, in short; none of code. */
function check(html: string, expected: readonly string[]): void {
  assert.deepEqual(shortLines(clippedSource(html)?.lines ?? []), expected);
}

/** A paragraph of Word’s that it numbers itself, as its clipboard has it. */
const item = (label: string, text: string, level = 1) =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>${text}<o:p></o:p></p>`;

test('paragraphs are lines, and line ends within them are blanks', () => {
  check('<p class=MsoNormal>One\nline.<o:p></o:p></p><p><o:p>&nbsp;</o:p></p><p>Two.</p>', ['One\nline.', 'Two.']);
  check('<div>One.<div>Two.</div>Three.</div>', ['One.', 'Two.', 'Three.']);
  check('one<br>two', ['one', 'two {above=1}']);
});

test('headings by their elements, and by what Word and screen readers are told', () => {
  check('<h1>Title</h1><h3>Part</h3>', ['Title {heading=1}', 'Part {heading=3}']);
  check('<p class=MsoTitle>Report</p>', ['Report {heading=1}']);
  check("<p class=Own style='mso-outline-level:2'>Own</p>", ['Own {heading=2}']);
  check('<p role="heading" aria-level="2">Web</p>', ['Web {heading=2}']);
});

test('what Word prints before an item is its number, or a bullet', () => {
  check(item('12.', 'Plans are late.'), ['Plans are late. {item=1:12.}']);
  check(item('(a)', 'late', 2), ['late {item=2:(a)}']);
  check(item('·', 'late'), ['late {item=1}']);
  check(item('o', 'late', 2), ['late {item=2}']);
});

test('lists of HTML, each item with its depth and the number that a reader sees', () => {
  check('<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>', ['one {item=1}', 'two {item=2}', 'three {item=1}']);
  check('<ol start="9"><li><p>nine</p></li><li>ten</li></ol>', ['nine {item=1:9.}', 'ten {item=1:10.}']);
  check('<ol style="list-style-type: lower-alpha"><li>one</li><li value=4>two</li></ol>', [
    'one {item=1:a.}',
    'two {item=1:d.}',
  ]);
  check('<ol type=i><li>one</li><li>two</li></ol>', ['one {item=1:i.}', 'two {item=1:ii.}']);
  check('<ol><li><p>one</p><p>more</p></li></ol>', ['one {item=1:1.}', 'more']);
});

test('tables by rows and columns; a table in a table is text of its cell', () => {
  check('<table><tr><th>A</th><th colspan=2>B</th></tr><tr><td>1</td><td>2</td><td><p>3</p></td></tr></table>after', [
    'A {bold cell=1/1/1}',
    'B {bold cell=1/1/2}',
    '1 {cell=1/2/1}',
    '2 {cell=1/2/2}',
    '3 {cell=1/2/3}',
    'after',
  ]);
  check('<table><tr><td>1<table><tr><td>x</td><td>y</td></tr></table></td><td>2</td></tr></table>', [
    '1 {cell=1/1/1}',
    'x {cell=1/1/1}',
    'y {cell=1/1/1}',
    '2 {cell=1/1/2}',
  ]);
});

test('cells that reach over several rows or columns leave the others in theirs', () => {
  check(
    '<table><tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>C</td><td rowspan=2>D</td></tr><tr><td>E</td><td>F</td></tr></table>',
    ['A {cell=1/1/1}', 'B {cell=1/1/2}', 'C {cell=1/2/2}', 'D {cell=1/2/3}', 'E {cell=1/3/1}', 'F {cell=1/3/2}'],
  );
});

test('notes of Word and of LibreOffice, their marks raised and their texts by name', () => {
  check(
    `<p>Plans.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>
<div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Text.</p></div>`,
    ['Plans.1 {raised=6-7}', ' Text. {note=1}'],
  );
  check(
    `<p>Plans.<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>Text.</p></div>`,
    ['Plans.1 {raised=6-7}', 'Text. {note=1}'],
  );
});

test('bold lines, as one is all bold', () => {
  check('<p><b>Good</b></p><p><b>Good</b> work</p>', ['Good {bold}', 'Good work']);
  check('<b style="font-weight:normal"><p>Docs</p><p style="font-weight:700">Bold</p></b>', ['Docs', 'Bold {bold}']);
});

test('what nobody sees is left out: styles, deletions, comments of colleagues', () => {
  check('<head><title>x</title><style>p {}</style></head><p>Plans are <del>late</del><ins>timely</ins>.</p>', [
    'Plans are timely.',
  ]);
  check(
    `<p>Plans<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span></p>
<div style='mso-element:comment-list'><p>Why?</p></div>`,
    ['Plans'],
  );
  check("<p style='mso-hide:all'>hidden</p><!--StartFragment-->x<!--EndFragment-->", ['x']);
});

test('code is none, nor is what has no words', () => {
  check('<div style="font-family: Consolas;white-space: pre;"><div><span>const a</span></div></div>', []);
  check('<pre>const a</pre>', []);
  check('<span style="white-space: pre-wrap">Docs</span>', ['Docs']);
  check('<p> </p><img src="x">', []);
  check('', []);
});

test('half of HTML is read as far as it goes', () => {
  check('<table><tr><td>a</p></td><p>b', ['a {cell=1/1/1}', 'b {cell=1/1/1}']);
  check('</p></div>x<li>y', ['x', 'y {item=1}']);
  check('<ol start="99999999"><li value="-3">x', ['x {item=1:1.}']);
});

test('what is nested too deep, or never closed, ends soon', () => {
  check('<b>'.repeat(200_000) + '</i>'.repeat(200_000), []);
  check('<p>x</p>'.repeat(3), ['x', 'x', 'x']);
  assert.equal(clippedSource(`<table><tr>${'<td>x</td>'.repeat(50_000)}</tr></table>`)?.lines.length, 50_000);
});

test('however elements are heaped, every word is read once and in order', () => {
  const names = 'p div b span ul ol li table tr td h2 sup a br section'.split(' ');
  const random = randomNumbers(2018);
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  for (let round = 0; round < 300; round++) {
    let html = '';
    const words: string[] = [];
    for (let i = 0; i < 40; i++) {
      const name = any(names);
      html += any([
        `<${name}>`,
        `</${name}>`,
        `<${name} style="mso-list:l0 level2">`,
        `<${name} href="#x" id="ftn1" start="3">`,
        '',
      ]);
      words.push(`w${i}`);
      html += ` w${i} `;
    }
    const read = clippedSource(html)?.lines.flatMap(({ text }) => text.split(/\s+/).filter(Boolean));
    assert.deepEqual(read, words, html);
  }
});
