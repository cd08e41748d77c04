import { test } from 'node:test';
import { definition } from '../../server/src/features/definition.ts';
import { thingAt } from '../../server/src/model/things.ts';
import { assertMarked, fixture } from './fixture.ts';

/** The definition of what is at the cursor is what is marked. */
function check(notation: string): void {
  const reports = fixture(notation);
  const { report, uri, cursor, byPath } = reports;
  const thing = thingAt(report, cursor)?.thing;
  const other = thing?.kind === 'elsewhere' ? byPath.get(thing.path) : undefined;
  assertMarked(reports, definition(report, uri, other, cursor));
}

const recommendations = `## Recommendations

1. Improve the timeliness of early help.
^ 
2. Write later life letters for children who are adopted.

## The experiences and progress of children who need help and protection

### Inspection findings

`;
const unmarked = recommendations.replace('^ \n', '');

test('a tag’s recommendation', () => {
  check(`${recommendations.replace('^ ', '^')}3. Early help is late. (Recommendation $01)`);
  check(`${recommendations.replace('^ ', '^')}3. Early help is late. ($0Recommendation 1)`);
  check(`${recommendations.replace('^ ', '^')}3. Early help is late. (Recommendation)<!-- $01 -->`);
});

test('of several numbers the one at the cursor', () => {
  check(`${recommendations.replace('^ ', '^')}3. Both are late. (Recommendations $01 and 2)`);
});

test('of a bare tag the likeliest recommendations', () => {
  check(`${recommendations.replace('^ ', '^')}3. The timeliness of early help is poor. (Recommend$0ation)`);
});

test('a reference’s paragraph', () => {
  check(`${unmarked}3. Help is late.\n^\n\n4. As paragraph $03 says, it is late.`);
  check(`${unmarked}3. Help is late.\n^\n\n4. As para$0graph 3 says, it is late.`);
  check(`${unmarked}3. Help is late.\n\n4. It is not.\n^\n\n5. It is not clear (paragraphs 3–$04).`);
});

test('a paragraph that is a recommendation, where one series runs through both', () => {
  check(`${recommendations.replace('^ ', '^')}3. As paragraph $01 says, it is late.`);
});

test('nothing where there is no such paragraph', () => check(`${unmarked}3. As paragraph $09 says, it is late.`));

test('a link’s target in this report', () => {
  check(`${unmarked}3. Help is late.\n^\n\n4. See [there](#para$0graph-3).`);
  check('## Annex {#annex}\n^^^^^^^^^^^^^^^^^\n\nSee [the an$0nex](#annex).');
});

test('a link’s target in another report', () => {
  check(`See [it](b.inspection#paragraph-1$0).
--- b.inspection
## The experiences and progress of children who need help and protection

1. Text.
^`);
  check(`See [it](b.inspec$0tion#annex).
--- b.inspection
# Title

## Annex {#annex}
^^^^^^^^^^^^^^^^^`);
});

test('the start of another report, if there is no such place in it', () => {
  check('See [it](b.inspection$0).\n--- b.inspection\n# Title\n^');
  check('See [it](b.inspection#nowh$0ere).\n--- b.inspection\n# Title\n^');
});

test('nothing where there is no such report', () => check('See [it](c.inspection$0).\n--- b.inspection\n# Title'));

test('a note’s text', () => check('Words.[^1$0]\n\n[^1]: The note.\n^^^^'));

test('an acronym where it is defined, from wherever it is used', () => {
  check(
    'The multi-agency safeguarding hub (MASH) is new.\n                                   ^^^^\n\nThe MA$0SH works.',
  );
});

test('an area’s section', () => {
  check(`# Children’s services in Westbrook are good

1. Leadership, management and gover$0nance: Good

## Leadership, management and governance
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Judgement: Good`);
});

test('nothing in plain words', () => check('Only wo$0rds.'));
