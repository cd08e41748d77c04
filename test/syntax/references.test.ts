import { test } from 'node:test';
import { checkInlines as check } from './inlineCheck.ts';

test('a word and its number, in any case', () => {
  check(`\
See paragraph 5, Para 6, para. 7, PARAGRAPH 8 and Recommendation 9.
    ^^^^^^^^^^^ paragraph 5
                 ^^^^^^ paragraph 6
                         ^^^^^^^ paragraph 7
                                  ^^^^^^^^^^^ paragraph 8
                                                  ^^^^^^^^^^^^^^^^ recommendation 9`);
  check(`\
paragraph S5, recommendation 2.1 and recommendation R3.
^^^^^^^^^^^^ paragraph S5
              ^^^^^^^^^^^^^^^^^^ recommendation 2.1
                                     ^^^^^^^^^^^^^^^^^ recommendation R3`);
});

test('a word that is cut short, before its full stop', () => {
  check(`\
See par. 5 and pars. 6 and 7.
    ^^^^^^ paragraph 5
               ^^^^^^^^^^^^^ paragraph 6, 7`);
});

test('other words that are cut short name no paragraph', () => check('See pa. 5, pt. 6 and rec. 7.'));

test('lists joined by commas and “and”', () => {
  check(`\
paragraphs 5, 6 and 7; paras 8 AND 9, recommendations 1, 2, and 3.
^^^^^^^^^^^^^^^^^^^^^ paragraph 5, 6, 7
                       ^^^^^^^^^^^^^ paragraph 8, 9
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ recommendation 1, 2, 3`);
  check(`\
paragraphs 5; 6 & 7
^^^^^^^^^^^^ paragraph 5`);
  check(`\
recommendations 2 and 3 children
^^^^^^^^^^^^^^^^^^^^^^^ recommendation 2, 3`);
});

test('ranges by “to”, - or –, with or without spaces', () => {
  check(`\
paragraphs 5–7, paragraphs 8-9, paragraphs 10 – 12, paragraphs 13 to 15
^^^^^^^^^^^^^^ paragraph 5–7
                ^^^^^^^^^^^^^^ paragraph 8–9
                                ^^^^^^^^^^^^^^^^^^ paragraph 10–12
                                                    ^^^^^^^^^^^^^^^^^^^ paragraph 13–15`);
  check(`\
paragraphs 5–7, 9 and 11 to 13
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ paragraph 5–7, 9, 11–13`);
  check(`\
paragraphs 5 — 7 and 5–year
^^^^^^^^^^^^ paragraph 5`);
});

test('a list may break over a line end; a space may be a no-break space', () => {
  check(`\
a paragraphs
  ^^^^^^^^^^ paragraph 5, 6–7
    5 and
    6–
    7`);
  check(`\
paragraph\u00a05, paragraphs\u00a06\u00a0and\u00a07
^^^^^^^^^^^ paragraph 5
             ^^^^^^^^^^^^^^^^^^ paragraph 6, 7`);
});

test('elsewhere than in a parenthesis a singular word takes one number', () => {
  check(`\
In paragraph 5, 6 children and in recommendation 5 and 7 more.
   ^^^^^^^^^^^ paragraph 5
                                  ^^^^^^^^^^^^^^^^ recommendation 5`);
  check(`\
paragraph 12–14, paragraph 15 – 17
^^^^^^^^^^^^^^^ paragraph 12–14
                 ^^^^^^^^^^^^ paragraph 15`);
});

test('in a parenthesis the list runs to its end', () => {
  check(`\
(paragraph 5, 6 and 7) (see recommendation 8 to 9)
 ^^^^^^^^^^^^^^^^^^^^ paragraph 5, 6, 7
                            ^^^^^^^^^^^^^^^^^^^^^ recommendation 8–9`);
  check(`\
(paragraphs 146 149,150)
 ^^^^^^^^^^^^^^^^^^^^^^ paragraph 146, 149, 150 (2 loose)`);
  check(`\
(a) paragraph 5, 6 (b
    ^^^^^^^^^^^ paragraph 5`);
  check(`\
(a paragraph 5, 6 (b)
   ^^^^^^^^^^^ paragraph 5`);
  check(`\
\\(paragraph 5, 6)
^ escape
  ^^^^^^^^^^^ paragraph 5`);
});

test('no reference when of, in, to or under follows', () => {
  check('paragraph 5 of the Act, recommendation 6 in that, paragraphs 7 and 8 under section 3, paragraph 9 to');
  check(`\
paragraph 5 of this report, recommendation 6 of
^^^^^^^^^^^ paragraph 5
                            ^^^^^^^^^^^^^^^^ recommendation 6
this report, paragraph 7 office
             ^^^^^^^^^^^ paragraph 7`);
});

test('nor when a bracket follows a number', () => {
  check('paragraph 7(2), paragraphs 5 and 7(2), paragraph 7[2]');
  check(`\
paragraph 7\\(2)
           ^ escape`);
  check(`\
paragraph 7 (see above)
^^^^^^^^^^^ paragraph 7`);
});

test('nor when another work is cited before it', () => {
  check(
    '(‘Guide to homes’, page 61, paragraph 13.2), the code, p. 6–7, paragraphs 7–9, (“Working together”, paragraph 5)',
  );
  check(`\
‘We are heard’, paragraph 5
                ^^^^^^^^^^^ paragraph 5`);
});

test('nor when a possessive precedes it', () => {
  check('the board’s recommendation 3, boards’ paragraph 4, its recommendation 5');
  check(`\
the board’s *recommendation 3*
            ^^^^^^^^^^^^^^^^^^ emphasis`);
  check(`\
the board recommendation 3
          ^^^^^^^^^^^^^^^^ recommendation 3`);
});

test('other words and other numbers are none', () => {
  check('subparagraph 5, sub-paragraph 5, paragraphing 5, parade 5, paragraph5');
  check('the paragraph. 5 children; a recommendation. 6 of 7');
  check('paragraph 2014, paragraph 5%, paragraph 5th, paragraph 5,000, paragraph 5.1234');
  check(`\
paragraph 2\\.1
           ^ escape`);
});

test('words are read as published: marks and comments between do not matter', () => {
  check(`\
*paragraph* **5** paragraph [6](#paragraph-6)
^^^^^^^^^^^ emphasis
 ^^^^^^^^^^^^^^ paragraph 5
            ^^^^^ strong
                  ^^^^^^^^^^^^ paragraph 6
                            ^^^^^^^^^^^^^^^^^ link #paragraph-6`);
  check(`\
paragraphs 5[^1] and <!-- a --> 6
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ paragraph 5, 6
            ^^^^ footnote 1
                     ^^^^^^^^^^ comment “a”`);
  check(`\
<!-- paragraph 5 --> ![paragraph 6](a)
^^^^^^^^^^^^^^^^^^^^ comment “paragraph 5”
                     ^^^^^^^^^^^^^^^^^ picture a`);
});
