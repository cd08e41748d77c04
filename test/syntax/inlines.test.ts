import { test } from 'node:test';
import { checkInlines as check } from './inlineCheck.ts';

test('emphasis', () => {
  check(`\
a *b* c **d** ***e***
  ^^^ emphasis
        ^^^^^ strong
              ^^^^^^^ strong emphasis`);
  check(`\
a *b
  ^^ emphasis
c* d`);
  check(`\
*a **b** c*
^^^^^^^^^^^ emphasis
   ^^^^^ strong`);
  check(`\
**a *b***
^^^^^^^^^ strong
    ^^^ emphasis`);
  check(`\
***a** b*
^^^^^^^^^ emphasis
 ^^^^^ strong`);
  check(`\
5*a*b
 ^^^ emphasis`);
});

test('stars that are no emphasis', () => {
  check('5 * 3 * 2');
  check('a *b and **c');
  check('a* b* c');
  check('*a **');
  check('****a****');
  check('*a\n\nb*');
  check('1. *a\n\n    b*');
  check(`\
\\*a*
^ escape`);
  check(`\
*a\\*
  ^ escape`);
  check('_a_ __b__');
});

test('what an emphasis leaves open inside it is text', () => {
  check(`\
*a **b* c**
^^^^^^^ emphasis`);
  check(`\
[*a](#b)* c*
^^^^^^^^ link #b`);
});

test('link', () => {
  check(`\
[a](#b) [a b](other.inspection#paragraph-16) [](https://a.b/c_(d)?e=1)
^^^^^^^ link #b
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ link other.inspection#paragraph-16
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^ link https://a.b/c_(d)?e=1`);
  check(`\
[*a*](b)
^^^^^^^^ link b
 ^^^ emphasis`);
  check(`\
[a
^^ link #c
b](#c)`);
  check(`\
[a [b] c](d)
^^^^^^^^^^^^ link d`);
  check(`\
[a]()
^^^^^ link`);
  check(`\
[a \\] b](c)
^^^^^^^^^^^ link c
   ^ escape`);
  check(`\
[a](b\\)c)
^^^^^^^^^ link b)c`);
});

test('no link holds another, but a picture', () => {
  check(`\
[a [b](c) d](e)
   ^^^^^^ link c`);
  check(`\
[![a](b)](c)
^^^^^^^^^^^^ link c
 ^^^^^^^ picture b`);
});

test('half a link is text', () => {
  for (const text of ['[', '[a', '[a]', '[a](', '[a](b', '[a](b c)', '[a] (b)', 'a](b)', '](b)', '[a](b(c)']) {
    check(text);
  }
  check(`\
\\[a](b)
^ escape`);
  check(`\
[a\\](b)
  ^ escape`);
  check(`\
[a]\\(b)
   ^ escape`);
});

test('picture', () => {
  check(`\
![a plan](plan.png)
^^^^^^^^^^^^^^^^^^^ picture plan.png`);
  check(`\
\\![a](b)
^ escape
  ^^^^^^ link b`);
  check(`\
\\\\![a](b)
^ escape
  ^^^^^^^ picture b`);
  check('! [a]');
});

test('footnote mark, whether or not its text exists; also in headings, tables and quotations', () => {
  check(`\
a[^1] b[^note-a].
 ^^^^ footnote 1
       ^^^^^^^^^ footnote note-a`);
  check(`\
## a[^1] {#b}
    ^^^^ footnote 1`);
  check(`\
| a[^1] |
   ^^^^ footnote 1
| --- |`);
  check(`\
> a[^1]
   ^^^^ footnote 1`);
  check(`\
\\[^1]
^ escape`);
  check('[^] [^a b] [^a[b]');
});

test('comment after words or on an indented line', () => {
  check(`\
a <!-- *b* --> c
  ^^^^^^^^^^^^ comment “*b*”`);
  check(`\
1. a
    <!-- b -->
    ^^^^^^^^^^ comment “b”`);
  check(`\
a <!--
  ^^^^ comment “b”
b --> c`);
  check(`\
## a <!-- b -->
     ^^^^^^^^^^ comment “b”`);
  check(`\
## a {#b} <!-- c -->
          ^^^^^^^^^^ comment “c”`);
  check(`\
| a <!-- b | c --> |
    ^^^^^^^^^^^^^^ comment “b | c”
| --- |`);
  check(`\
> a <!-- b -->
    ^^^^^^^^^^ comment “b”`);
  check(`\
\\<!-- a -->
^ escape`);
  check(`\
\\\\<!-- a -->
^ escape
  ^^^^^^^^^^ comment “a”`);
});

test('an unclosed comment runs to its line’s end', () => {
  check(`\
a <!-- b
  ^^^^^^ comment, unclosed, “b”
c *d*
  ^^^ emphasis`);
  check(`\
a <!-- b <!-- c -->
  ^^^^^^^^^^^^^^^^^ comment, unclosed, “b <!-- c -->”`);
  check(`\
a <!--
  ^^^^ comment, unclosed, “”`);
});

test('escape: a backslash before a punctuation mark', () => {
  check(`\
\\# a
^ escape`);
  check(`\
2\\.1 Million
 ^ escape`);
  check(`\
a \\\\ b \\” c \\a \\1 \\ d
  ^ escape
       ^ escape`);
});

test('escape: before S and R at a block’s start', () => {
  check(`\
\\S1 Most
^ escape`);
  check(`\
\\R2. Most
^ escape`);
  check('a \\S1 \\R2');
  check('\\T1');
});

test('a backslash at a line’s end breaks the line', () => {
  check(`\
a\\
 ^ line break
b`);
  check(`\
a\\\\
 ^ escape
b`);
  check('a\\ b');
  check('| a \\ | b |\n| --- |');
  check(`\
a\\
 ^ line break`);
});

test('HTML is text, and reported', () => {
  check(`\
a<br/> <b class="c">d</b>
 ^^^^^ html
       ^^^^^^^^^^^^^ html
                     ^^^^ html`);
  check('a < b, b > c, <3, <https://a.b>, <a');
  check(`\
\\<br>
^ escape`);
});

test('underlines and fences are text, and reported', () => {
  check(`\
a
===
^^^ underline
b
---
^^^ underline`);
  check(`\
\`\`\`js
^^^^^ fence
a
~~~
^^^ fence`);
  check('---a\n\n---\n\n===');
  check('# a\n===');
});

test('a table’s cells know nothing of each other', () => {
  check(`\
| *a | b* | (c | d) | paragraph | 5 |
| --- |`);
  check(`\
| hub | (H) | paragraph 5 |
              ^^^^^^^^^^^ paragraph 5
| --- |
| (Recommendation) |
  ^^^^^^^^^^^^^^^^ tag Recommendation`);
});

test('nor do the stretches of a paragraph between blank lines', () => {
  check(`\
1. [a

    b](c) (Recommendation
          ^^^^^^^^^^^^^^^ near tag Recommendation

    5)`);
  check('1. see paragraph\n\n    5');
});

test('in a quotation the words mean nothing', () => {
  check(`\
> *a* (Recommendation 5), paragraph 6
  ^^^ emphasis`);
});
