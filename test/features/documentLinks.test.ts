import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentLinks, linkWithPlace } from '../../server/src/features/documentLinks.ts';
import { withMarks } from '../notation.ts';
import { type Fixture, fixture } from './fixture.ts';

/** The links of the first report are what is marked, each with its target; of one to be resolved the resolved target. */
function check(notation: string): void {
  const reports = fixture(notation);
  const { report, uri, marks, byPath } = reports;
  const links = documentLinks(report, uri, path => (path.startsWith('outside') ? undefined : `file:///${path}`));
  const found = links.map(link => ({
    from: report.text.offsetAt(link.range.start),
    to: report.text.offsetAt(link.range.end),
    label: link.target ?? resolved(link, byPath),
  }));
  assert.equal(withMarks(report.text.source, found), withMarks(report.text.source, marks));
}

function resolved(link: Parameters<typeof linkWithPlace>[0], byPath: Fixture['byPath']): string {
  const { path, id } = link.data as { path: string; id: string };
  const other = byPath.get(path);
  return other === undefined ? 'nothing' : (linkWithPlace(link, other, id).target ?? 'nothing');
}

const findings = '## The experiences and progress of children who need help and protection\n\n1. One.\n2. Two.\n';

test('a reference in words leads to the paragraph’s line', () => {
  check(`${findings}3. As paragraph 2 says.\n                ^ file:///report.inspection#L4`);
  check(
    `${findings}3. See (paragraphs 1–2).\n                   ^ file:///report.inspection#L3\n                     ^ file:///report.inspection#L4`,
  );
});

test('a link in this report', () => {
  check(`${findings}3. See [it](#paragraph-1).\n       ^^^^^^^^^^^^^^^^^^ file:///report.inspection#L3`);
  check('See [it](#annex).\n    ^^^^^^^^^^^^ file:///report.inspection#L4\n\n## Annex {#annex}'.replace('#L4', '#L3'));
});

test('a link to another report, with the line of its place', () => {
  check(`See [it](b.inspection).
    ^^^^^^^^^^^^^^^^^^ file:///b.inspection
--- b.inspection
# Title`);
  check(`See [it](b.inspection#annex).
    ^^^^^^^^^^^^^^^^^^^^^^^^ file:///b.inspection#L3
--- b.inspection
# Title

## Annex {#annex}`);
  check(`See [it](b.inspection#nowhere).
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ file:///b.inspection
--- b.inspection
# Title`);
});

test('a link to another file, to the web and to a mailbox', () => {
  check('See [it](annex.pdf).\n    ^^^^^^^^^^^^^^^ file:///annex.pdf');
  check('See [it](https://example.org/a?b#c).\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://example.org/a?b#c');
  check('See [us](mailto:a@example.org).\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^ mailto:a@example.org');
});

test('a note', () => check('Words.[^1]\n      ^^^^ file:///report.inspection#L3\n\n[^1]: The note.'));

test('a link that could do something opens nothing', () => {
  check('See [it](javascript:alert`1`).');
  check('See [it](command:workbench.action.quit).');
  check('See [it](file:///etc/passwd).');
  check('See [it](//example.org/a.inspection).');
  check('See [it](outside.inspection).');
});

test('what is not there is no link', () => {
  check(`${findings}3. As paragraph 9 says, see [it](#nowhere) and [it](#paragraph-9).[^9]`);
});
