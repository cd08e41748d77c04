import { test } from 'node:test';
import { checkInlines as check } from './inlineCheck.ts';

test('a parenthesis with a tag word', () => {
  check(`\
a. (Recommendation)
   ^^^^^^^^^^^^^^^^ tag Recommendation`);
  check(`\
(area for improvement) (Priority actions) (CAUSE OF CONCERN) (Key concern)
^^^^^^^^^^^^^^^^^^^^^^ tag Area for improvement
                       ^^^^^^^^^^^^^^^^^^ tag Priority action
                                          ^^^^^^^^^^^^^^^^^^ tag Cause of concern
                                                             ^^^^^^^^^^^^^ tag Key concern`);
  check(`\
(Areas for improvement 2) (Causes of concern 3)
^^^^^^^^^^^^^^^^^^^^^^^^^ tag Area for improvement 2
                          ^^^^^^^^^^^^^^^^^^^^^ tag Cause of concern 3`);
});

test('and numbers', () => {
  check(`\
(Recommendation 5) (Recommendations 2 and 3) (recommendations 4, 5)
^^^^^^^^^^^^^^^^^^ tag Recommendation 5
                   ^^^^^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 2, 3
                                             ^^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 4, 5`);
  check(`\
(Recommendations 2–4) (Recommendation S5) (Recommendations 2.1, 2.2, and R3)
^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 2–4
                      ^^^^^^^^^^^^^^^^^^^ tag Recommendation S5
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 2.1, 2.2, R3`);
});

test('a full stop inside does not matter', () => {
  check(`\
(Recommendation.) (Recommendation 5.) ( Recommendation. 5 )
^^^^^^^^^^^^^^^^^ tag Recommendation
                  ^^^^^^^^^^^^^^^^^^^ tag Recommendation 5
                                      ^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 5`);
});

test('a tag may break over a line end', () => {
  check(`\
a (Area for
  ^^^^^^^^^ tag Area for improvement 4, 5
    improvement 4,
    5) b`);
});

test('spaces alone part numbers too, which is reported', () => {
  check(`\
(Recommendations 2 3) (recommendations 4,5) (recommendations 6; 7 & 8)
^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 2, 3 (1 loose)
                      ^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 4, 5 (1 loose)
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 6, 7, 8 (2 loose)`);
});

test('a comment confirms a bare tag', () => {
  check(`\
(Recommendation)<!-- 5 --> (Recommendation) <!-- 6 and 7 -->
^^^^^^^^^^^^^^^^ tag Recommendation confirmed 5
                ^^^^^^^^^^ comment “5”
                           ^^^^^^^^^^^^^^^^ tag Recommendation confirmed 6, 7
                                            ^^^^^^^^^^^^^^^^ comment “6 and 7”`);
  check(`\
(Recommendation 4)<!-- 5 --> (Recommendation)<!-- see 5 -->
^^^^^^^^^^^^^^^^^^ tag Recommendation 4
                  ^^^^^^^^^^ comment “5”
                             ^^^^^^^^^^^^^^^^ tag Recommendation
                                             ^^^^^^^^^^^^^^ comment “see 5”`);
  check(`\
(Recommendation). <!-- 5 --> (Recommendation)<!-- 5
^^^^^^^^^^^^^^^^ tag Recommendation
                  ^^^^^^^^^^ comment “5”
                             ^^^^^^^^^^^^^^^^ tag Recommendation
                                             ^^^^^^ comment, unclosed, “5”`);
});

test('a tag is read as it is published: marks and comments in it do not matter', () => {
  check(`\
(*Recommendation* **5**) *(Recommendation 6)*
^^^^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 5
 ^^^^^^^^^^^^^^^^ emphasis
                  ^^^^^ strong
                         ^^^^^^^^^^^^^^^^^^^^ emphasis
                          ^^^^^^^^^^^^^^^^^^ tag Recommendation 6`);
  check(`\
(Recommendation <!-- a --> [5](#recommendation-5)[^1])
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tag Recommendation 5
                ^^^^^^^^^^ comment “a”
                           ^^^^^^^^^^^^^^^^^^^^^^ link #recommendation-5
                                                 ^^^^ footnote 1`);
});

test('no tag', () => {
  check(`\
\\(Recommendation)
^ escape`);
  check(`\
(Recommendation\\)
               ^ escape`);
  check('(Recommendation 5) of the inquiry');
  check('(Recommendation 7(2)) (Recommendations 5 and 7(2))');
  check('the board’s (Recommendation 3)');
  check('(Recommendations are made)');
  check('(Recommendationwise)');
  check('(see Recommendation)');
  check('(Recommendation 2014)');
});

test('but of this report', () => {
  check(`\
(Recommendation 5) of
^^^^^^^^^^^^^^^^^^ tag Recommendation 5
this report`);
  check(`\
Late (Recommendation 5). In 2014 (Recommendation 6) In 2015 (Recommendation) in most
     ^^^^^^^^^^^^^^^^^^ tag Recommendation 5
                                 ^^^^^^^^^^^^^^^^^^ tag Recommendation 6
                                                            ^^^^^^^^^^^^^^^^ tag Recommendation`);
});

test('what is nearly a tag', () => {
  check(`\
(Recomendation) (Reccomendations 2 and 3) [Recommendation] [Recommendation 3]
^^^^^^^^^^^^^^^ near tag Recomendation
                ^^^^^^^^^^^^^^^^^^^^^^^^^ near tag Reccomendations 2 and 3
                                          ^^^^^^^^^^^^^^^^ near tag Recommendation
                                                           ^^^^^^^^^^^^^^^^^^ near tag Recommendation 3`);
  check(`\
(Recommendation5) (Recommendations 2 and 3
^^^^^^^^^^^^^^^^^ near tag Recommendation 5
                  ^^^^^^^^^^^^^^^^^^^^^^^^ near tag Recommendations 2 and 3`);
  check(`\
Visits are late. Recommendation 3)
                 ^^^^^^^^^^^^^^^^^ near tag Recommendation 3`);
  check(`\
Visits are late. Recommendation 3
                 ^^^^^^^^^^^^^^^^ near tag Recommendation 3`);
  check(`\
(Recommendation 3 Leaders know this. {Recommendation} (Rec. 3) (Recommendation no. 3] (Recommen dation 3)
^^^^^^^^^^^^^^^^^ near tag Recommendation 3
                                     ^^^^^^^^^^^^^^^^ near tag Recommendation
                                                      ^^^^^^^^ near tag Rec 3
                                                               ^^^^^^^^^^^^^^^^^^^^^^ near tag Recommendation 3
                                                                                      ^^^^^^^^^^^^^^^^^^^ near tag Recommen dation 3`);
  check(`\
See the other report. Recommendation 2.
                      ^^^^^^^^^^^^^^^^ recommendation 2`);
  check(`\
(Rec) (as the recommendation) (recorded in 3) (Recommendation 3 Care plans)
                                               ^^^^^^^^^^^^^^^^ recommendation 3`);
  check('(Reconsideration) (Residential) (Requires improvement) (Recommendations of 2014');
  check(`\
[Recommendation 3](#a)
^^^^^^^^^^^^^^^^^^^^^^ link #a
 ^^^^^^^^^^^^^^^^ recommendation 3`);
});
