import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockOutline } from './outline.ts';

test('every text is a document', () => {
  check('');
  check('\n', 'plain “”');
  check(' \t\r\n\r\n', 'plain “”');
  check('Text', 'plain “Text”');
  check('\u00a0', 'plain “”');
  check('\ud83d', 'plain “\ud83d”');
});

test('a line ends at LF, CRLF or CR only', () => {
  check('# A\nb', 'heading 1 “A”', 'plain “b”');
  check('# A\r\nb', 'heading 1 “A”', 'plain “b”');
  check('# A\rb', 'heading 1 “A”', 'plain “b”');
  check('# A\u2028b', 'heading 1 “A\u2028b”');
  check('# A\fb\vc\u0085d', 'heading 1 “A\fb\vc\u0085d”');
  check('1. a\r\r\n2. b\n\r3. c', 'numbered 1 “a”', 'numbered 2 “b”', 'numbered 3 “c”');
});

test('a line of spaces and tabs is blank and belongs to the block before it, at the start to the one after', () => {
  check('a\n \t\nb', 'plain “a”', 'plain “b”');
  check('\n  \n# A\n', 'heading 1 “A”');
  check('a\n\u00a0\nb', 'plain “a b”');
});

test('a byte order mark is tolerated', () => {
  check('\ufeff# A', 'heading 1 “A”');
  check('\ufeff---\na: b\n---\n', 'front matter “a: b”');
  check('\ufeff\n1. a', 'numbered 1 “a”');
  check('a\n\n\ufeff# A', 'plain “a”', 'plain “# A”');
});

test('front matter: --- as the first line, up to a line ---', () => {
  check('---\ntitle: A\n---\n\nText', 'front matter “title: A”', 'plain “Text”');
  check('---\ntitle: A\n\nstatus: draft\n---  \nText', 'front matter “title: A / status: draft”', 'plain “Text”');
  check(' ---\r\na: b\r\n---\r\n', 'front matter “a: b”');
  check('---\n---\n', 'front matter “”');
  check('\n---\ntitle: A\n---', 'plain “--- title: A ---”');
  check('----\na: b\n---', 'plain “---- a: b ---”');
  check('# A\n---\na: b\n---', 'heading 1 “A”', 'plain “--- a: b ---”');
});

test('an unclosed front matter is read to the first blank line', () => {
  check('---\ntitle: A\n\n# B', 'front matter, unclosed, “title: A”', 'heading 1 “B”');
  check('---\ntitle: A', 'front matter, unclosed, “title: A”');
  check('---', 'front matter, unclosed, “”');
  check('---\n\n1. a', 'front matter, unclosed, “”', 'numbered 1 “a”');
  check('---\na: b\n--- x\n\nc', 'front matter, unclosed, “a: b / --- x”', 'plain “c”');
});

test('heading: one to six # and a space', () => {
  check('# A\n## B\n###### C', 'heading 1 “A”', 'heading 2 “B”', 'heading 6 “C”');
  check('#\tA\n#\u00a0B\n #   C  ', 'heading 1 “A”', 'heading 1 “B”', 'heading 1 “C”');
  check('#A', 'plain “#A”');
  check('####### A', 'plain “####### A”');
  check('\\# A', 'plain “# A”');
  check('  # A', 'plain “# A”');
  check('\t# A', 'plain “# A”');
  check('a\n# B\nc', 'plain “a”', 'heading 1 “B”', 'plain “c”');
});

test('# alone is a heading too: so half a heading is', () => {
  check('#', 'heading 1 “”');
  check('## \na', 'heading 2 “”', 'plain “a”');
});

test('a heading’s closing # are dropped', () => {
  check('## A ##', 'heading 2 “A”');
  check('## A\t#  ', 'heading 2 “A”');
  check('# #', 'heading 1 “”');
  check('## C#', 'heading 2 “C#”');
  check('## A \\#', 'heading 2 “A #”');
  check('## A ## {#a}', 'heading 2 “A” #a');
  check('## A {#a} ##', 'heading 2 “A” #a');
});

test('a heading’s attributes', () => {
  check('## A {#a .b area=2.1}', 'heading 2 “A” #a .b area=2.1');
  check('## A{#a}', 'heading 2 “A” #a');
  check('## A { .b\t#a }  ', 'heading 2 “A” #a .b');
  check('## {.notices}', 'heading 2 “” .notices');
  check('## A {#a#b.c}', 'heading 2 “A” #a .c');
  check('## A {#über-uns}', 'heading 2 “A” #über-uns');
  check('## A {#a} b', 'heading 2 “A {#a} b”');
  check('## A {sic}', 'heading 2 “A {sic}”');
  check('## A {}', 'heading 2 “A {}”');
  check('## A {#a', 'heading 2 “A {#a”');
  check('## A {#}', 'heading 2 “A {#}”');
  check('## A {#a x}', 'heading 2 “A {#a x}”');
  check('## A {b} {#a}', 'heading 2 “A {b}” #a');
  check('## A \\{#a}', 'heading 2 “A {#a}”');
  check('## A \\\\{#a}', 'heading 2 “A \\” #a');
});

test('a comment at a heading’s end hides neither its attributes nor its closing #', () => {
  check('## A {#a} <!-- b -->', 'heading 2 “A” #a');
  check('## A ## <!-- b --> <!-- c -->', 'heading 2 “A”');
  check('## A <!-- b --> c {.d}', 'heading 2 “A c” .d');
  check('## <!-- b -->', 'heading 2 “”');
  check('## A {#a} <!-- b', 'heading 2 “A {#a}”');
});

test('judgement line: directly under a heading, blank lines and comments between allowed', () => {
  check('# A\nJudgement: Good', 'heading 1 “A”', 'judgement “Judgement” “Good”');
  check(
    '# A\n\n<!-- b -->\n<!-- c -->\n\nGRADE : good.',
    'heading 1 “A”',
    'comment “b”',
    'comment “c”',
    'judgement “GRADE” “good.”',
  );
  check('# A\n<!-- b\nJudgment: Good', 'heading 1 “A”', 'comment, unclosed, “b”', 'judgement “Judgment” “Good”');
  check('# A\n rating:Good\nb', 'heading 1 “A”', 'judgement “rating” “Good”', 'plain “b”');
  check('# A\nJudgement:', 'heading 1 “A”', 'judgement “Judgement” “”');
  check('# A\nJudgement: *Good* <!-- b -->[^1]', 'heading 1 “A”', 'judgement “Judgement” “Good”');
});

test('elsewhere the same line is an ordinary paragraph', () => {
  check('Judgement: Good', 'plain “Judgement: Good”');
  check('# A\nb\n\nJudgement: Good', 'heading 1 “A”', 'plain “b”', 'plain “Judgement: Good”');
  check('# A\nGrade: a\nGrade: b', 'heading 1 “A”', 'judgement “Grade” “a”', 'plain “Grade: b”');
  check('# A\n  Judgement: Good', 'heading 1 “A”', 'plain “Judgement: Good”');
  check('# A\nJudgements: Good', 'heading 1 “A”', 'plain “Judgements: Good”');
  check('# A\n\\Judgement: Good', 'heading 1 “A”', 'plain “\\Judgement: Good”');
  check('<!-- a -->\nJudgement: Good', 'comment “a”', 'plain “Judgement: Good”');
});

test('bullet: - or * and a space, at any indentation', () => {
  check('- a\n* b', 'bullet 0 “a”', 'bullet 0 “b”');
  check('-\ta\n-\u00a0b', 'bullet 0 “a”', 'bullet 0 “b”');
  check('- a\n  - b\n\t* c\n \t- d', 'bullet 0 “a”', 'bullet 2 “b”', 'bullet 4 “c”', 'bullet 5 “d”');
  check('a\n- b\nc', 'plain “a”', 'bullet 0 “b c”');
  check('- ', 'bullet 0 “”');
  check('-', 'plain “-”');
  check('-a', 'plain “-a”');
  check('*a* b', 'plain “a b”');
  check('\\- a', 'plain “- a”');
  check('+ a', 'plain “+ a”');
});

test('table: a line that begins with a pipe, and a delimiter row', () => {
  check('| A | B |\n| --- | --- |\n| a | b |', 'table “A” “B” / “a” “b”');
  check('|A|B\n|:-:|-\n| a | b\n|c', 'table “A” “B” / “a” “b” / “c”');
  check('|A|\r\n|-|\r\n|a|\r\n\r\n|b|', 'table “A” / “a”', 'plain “|b|”');
  check('|A|B|\n|-|- \n|a|b', 'table “A” “B” / “a” “b”');
  check('a\n|A|\n|-|\nb', 'plain “a”', 'table “A”', 'plain “b”');
  check('|A|\n|-|\n# b', 'table “A”', 'heading 1 “b”');
  check('| A |', 'plain “| A |”');
  check('| A |\n| b |', 'plain “| A | | b |”');
  check('| A |\n| |', 'plain “| A | | |”');
  check('|A|\n|-|x', 'plain “|A| |-|x”');
  check('|A|\n  |-|', 'plain “|A| |-|”');
  check('A | B\n--- | ---', 'plain “A | B --- | ---”');
});

test('a table’s cells', () => {
  check('|A|B\n|-|-\n|a|b\\', 'table “A” “B” / “a” “b”');
  check('| A\\|B | c \\\\| d |\n|-|', 'table “A|B” “c \\” “d”');
  check('| a <!-- | b --> | c |\n|-|', 'table “a” “c”');
  check('| a <!-- | b |\n|-|', 'table “a” “b”');
  check('||a|\n|-|', 'table “” “a”');
  check('|\n|-|', 'table ');
  check('| *a | b* |\n|-|', 'table “*a” “b*”');
  check('| - a | # b |\n|-|', 'table “- a” “# b”');
});

test('footnote text: runs to a blank line, then on while indented', () => {
  check('[^1]: a\nb\n\n  c\n\nd', 'footnote 1 “a b c”', 'plain “d”');
  check('[^note-a]:a', 'footnote note-a “a”');
  check('[^1]: a\n[^2]: b', 'footnote 1 “a”', 'footnote 2 “b”');
  check('- a\n\n[^1]: b\n- c', 'bullet 0 “a”', 'footnote 1 “b”', 'bullet 0 “c”');
  check('[^1]: a\n  - b', 'footnote 1 “a”', 'bullet 2 “b”');
  check('a\n[^1]:', 'plain “a”', 'footnote 1 “”');
  check('[^]: a', 'plain “[^]: a”');
  check('[^a b]: c', 'plain “[^a b]: c”');
  check('[1]: https://a', 'plain “[1]: https://a”');
  check('\\[^1]: a', 'plain “[^1]: a”');
});

test('quotation: its > lines', () => {
  check('> a\n>b\n>\n> c\nd', 'quotation “> a >b > > c”', 'plain “d”');
  check('>\ta', 'quotation “>\ta”');
  check('>', 'quotation “>”');
  check('>a', 'plain “>a”');
  check('a\n> b', 'plain “a”', 'quotation “> b”');
  check('> # a\n> 1. b', 'quotation “> # a > 1. b”');
  check('\\> a', 'plain “> a”');
  check('> a\n  > b', 'quotation “> a”', 'plain “> b”');
});

test('comment: alone on its lines, over blank lines too', () => {
  check('<!-- a -->\nb', 'comment “a”', 'plain “b”');
  check('<!-- a\n\n# b\n-->\n\nc', 'comment “a # b”', 'plain “c”');
  check('a\n<!-- b -->\nc', 'plain “a”', 'comment “b”', 'plain “c”');
  check('<!---->', 'comment “”');
  check('  <!-- a -->', 'comment “a”');
  check('\\<!-- a -->', 'plain “<!-- a -->”');
});

test('a comment with words after it is one within its paragraph', () => {
  check('<!-- a --> b', 'plain “b”');
  check('<!-- a\nb --> c', 'plain “c”');
  check('<!-- a\n# b\n--> c', 'plain “c”');
  check('<!-- a --> # b', 'plain “# b”');
  check('<!-- a --> <!-- b -->', 'plain “”');
});

test('a comment without --> before the next <!-- is unclosed and ends at its line’s end', () => {
  check('<!-- a\nb', 'comment, unclosed, “a”', 'plain “b”');
  check('<!-- a\n\n<!-- b -->', 'comment, unclosed, “a”', 'comment “b”');
  check('<!--', 'comment, unclosed, “”');
  check('<!-- a --\nb', 'comment, unclosed, “a --”', 'plain “b”');
  check('<!-- a\n\nb --> c', 'comment, unclosed, “a”', 'plain “b --> c”');
  check('a\n<!-- b\nc (Recommendation)<!-- 5 -->', 'plain “a”', 'comment, unclosed, “b”', 'plain “c (Recommendation)”');
});

test('what stands in a comment within a paragraph starts nothing', () => {
  check('a <!-- b\n# c\n- d\n11. e --> f', 'plain “a f”');
  check('1. a <!-- b\n2. c --> d\n3. e', 'numbered 1 “a d 3. e” hides 3');
  check('1. a\n    <!-- b\n\n    - c -->\n    d', 'numbered 1 “a d”');
  check('a <!-- b\n# c', 'plain “a”', 'heading 1 “c”');
  check('a <!-- b\n\n# c -->', 'plain “a”', 'heading 1 “c -->”');
  check('a <!-- b\n# c\nd <!-- e -->', 'plain “a”', 'heading 1 “c”', 'plain “d”');
  check('a \\<!-- b\n# c -->', 'plain “a <!-- b”', 'heading 1 “c -->”');
});

test('numbered paragraph: a number and a space', () => {
  check('9. a', 'numbered 9 “a”');
  check('9.\ta\n\n9.\u00a0b', 'numbered 9 “a”', 'numbered 9 “b”');
  check(' 9.   a', 'numbered 9 “a”');
  check('9.', 'numbered 9 “”');
  check('9.a', 'plain “9.a”');
  check('9\\. a', 'plain “9. a”');
  check('\\9. a', 'plain “\\9. a”');
  check('9) a', 'plain “9) a”');
  check('  9. a', 'plain “9. a” hides 9');
});

test('a numbered paragraph starts anywhere but inside a paragraph’s text', () => {
  check('# A\n1. a', 'heading 1 “A”', 'numbered 1 “a”');
  check('|A|\n|-|\n1. a', 'table “A”', 'numbered 1 “a”');
  check('> a\n1. b', 'quotation “> a”', 'numbered 1 “b”');
  check('<!-- a -->\n1. b', 'comment “a”', 'numbered 1 “b”');
  check('a\n1. b', 'plain “a 1. b” hides 1');
  check('- a\n1. b', 'bullet 0 “a 1. b” hides 1');
  check('[^1]: a\n1. b', 'footnote 1 “a 1. b” hides 1');
});

test('entries without blank lines: directly below the first line, with a higher number', () => {
  check(
    '1. a\n2. b\n2.1 C\n2.2 D\n3. e',
    'numbered 1 “a”',
    'numbered 2 “b”',
    'numbered 2.1 “C”',
    'numbered 2.2 “D”',
    'numbered 3 “e”',
  );
  check('S1 A\nS2 B', 'numbered S1 “A”', 'numbered S2 “B”');
  check('2. a\n1. b', 'numbered 2 “a 1. b” hides 1');
  check('2. a\n2. b', 'numbered 2 “a 2. b” hides 2');
  check('2. a\nS3. b', 'numbered 2 “a S3. b” hides S3');
  check('1. a\nb\n2. c', 'numbered 1 “a b 2. c” hides 2');
  check('1. a\n  2. b', 'numbered 1 “a 2. b” hides 2');
  check('1. a\n2.', 'numbered 1 “a 2.” hides 2');
  check('1. in\n2014. b', 'numbered 1 “in 2014. b”');
});

test('or at the margin below an indented line', () => {
  check('1. a\n    b\n2. c', 'numbered 1 “a b”', 'numbered 2 “c”');
  check('1. a\n\n    b\n2. c', 'numbered 1 “a b”', 'numbered 2 “c”');
  check('3. a\n    b\n2. c', 'numbered 3 “a b 2. c” hides 2');
  check('1. a\n    b\nc\n2. d', 'numbered 1 “a b c 2. d” hides 2');
  check('1. a\n    - b\n2. c', 'numbered 1 “a”', 'bullet 4 “b”', 'numbered 2 “c”');
  check('1. a\n- b\n2. c', 'numbered 1 “a”', 'bullet 0 “b 2. c” hides 2');
  check('- a\n    b\n2. c', 'bullet 0 “a b”', 'numbered 2 “c”');
});

test('a line indented by two or more belongs to the numbered paragraph, bullet or footnote above', () => {
  check('1. a\n\n  b\n\n\tc\n\nd', 'numbered 1 “a b c”', 'plain “d”');
  check('1. a\n\n b', 'numbered 1 “a”', 'plain “b”');
  check('- a\n\n    b', 'bullet 0 “a b”');
  check('1. a\n\n    - b\n\n    c', 'numbered 1 “a”', 'bullet 4 “b c”');
  check('1. a\n  # b\n  | c |\n  |-|\n  > d\n  [^1]: e', 'numbered 1 “a # b | c | |-| > d : e”');
  check('1. a\n    <!-- b -->\n    c', 'numbered 1 “a c”');
  check('1. a\n<!-- b -->\n    c', 'numbered 1 “a”', 'comment “b”', 'plain “c”');
});

test('under a plain paragraph indentation means nothing', () => {
  check('a\n    b', 'plain “a b”');
  check('a\n\n    b', 'plain “a”', 'plain “b”');
  check('a\n    - b', 'plain “a”', 'bullet 4 “b”');
  check('a\n    # b', 'plain “a # b”');
});

test('inside a paragraph a line end is a space, after a letter and a hyphen nothing', () => {
  check('a\nb', 'plain “a b”');
  check('multi-\nagency', 'plain “multi-agency”');
  check('multi- \r\n    agency', 'plain “multi-agency”');
  check('*multi-*\nagency', 'plain “multi-agency”');
  check('multi-<!-- a -->\nagency', 'plain “multi-agency”');
  check('2014-\n2015', 'plain “2014- 2015”');
  check('1. multi-\n\n    agency', 'numbered 1 “multi- agency”');
  check('a –\nb', 'plain “a – b”');
  check('a\\\nb', 'plain “a b”');
  check('a\\\\\nb', 'plain “a\\ b”');
});

test('nothing else of Markdown is markup', () => {
  check('a\n===\nb', 'plain “a === b”');
  check('---', 'front matter, unclosed, “”');
  check('a\n\n---\n\n***', 'plain “a”', 'plain “---”', 'plain “***”');
  check('```\n# a\n```', 'plain “```”', 'heading 1 “a”', 'plain “```”');
  check('<div>\na', 'plain “<div> a”');
  check('1) a\n+ b\n_c_', 'plain “1) a + b _c_”');
  check('    a', 'plain “a”');
});

/** The blocks of a text, a line each. */
function check(text: string, ...expected: string[]): void {
  assert.deepEqual(blockOutline(text), expected);
}
