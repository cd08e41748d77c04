import { test } from 'node:test';
import { references } from '../../server/src/features/references.ts';
import { assertMarked, fixture } from './fixture.ts';

/** The references to what is at the cursor are what is marked; the place that defines it too, if `withDefinition`. */
function check(notation: string, withDefinition = true): void {
  const reports = fixture(notation);
  assertMarked(reports, references(reports.report, reports.uri, reports.cursor, withDefinition));
}

test('of a recommendation: its tags, references and links', () => {
  check(`## Recommendations

$01. Improve early help.
^

## The experiences and progress of children who need help and protection

2. Help is late. (Recommendation 1)
                                 ^
3. As recommendation 1 says, it is. See [it](#recommendation-1).
                     ^
                                        ^^^^^^^^^^^^^^^^^^^^^^^`);
});

test('of a paragraph: also the ranges that take it in', () => {
  check(`## The experiences and progress of children who need help and protection

1. One.
$02. Two.
^
3. Three. (paragraphs 1–3 and 4)
                      ^^^
4. Four.`);
});

test('without the place that defines it', () => {
  check('Words[^1$0] and words.[^1]\n     ^^^^\n                    ^^^^\n\n[^1]: The note.', false);
});

test('of an area: every place that grades it', () => {
  check(`# Children’s services in Westbrook are good

1. Leadership, management and governance: Good
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                                          ^^^^

## Leadership, management and governance

Judgement: Go$0od
           ^^^^`);
});

test('of an acronym: all its uses, in the plural too', () => {
  check(`The independent reviewing officers (IROs) are new.
                                    ^^^^
An IRO$0 works. Two IROs do.
   ^^^
                  ^^^^`);
});

test('none of plain words', () => check('Only wo$0rds.'));
