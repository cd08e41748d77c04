import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver-types';
import type { Report } from '../../server/src/model/report.ts';
import { files, type Mark, marked, withMarks } from '../notation.ts';
import { reportIn } from '../reportIn.ts';

/** A report of a fixture, its marks taken out. */
export interface FixtureReport {
  readonly uri: string;
  readonly report: Report;
  readonly marks: readonly Mark[];
}

/** Reports in the tests' notation: the one with the cursor, or the first, and all by their paths. */
export interface Fixture extends FixtureReport {
  readonly cursor: number;
  readonly byPath: ReadonlyMap<string, FixtureReport>;
}

/** Reads a fixture; every report in it is one by Ofsted's framework. */
export function fixture(notation: string): Fixture {
  let main: Fixture | undefined;
  const byPath = new Map<string, FixtureReport>();
  for (const [path, text] of files(notation)) {
    const { text: source, cursor, marks } = marked(text);
    const report = { uri: `file:///${path}`, report: reportIn(source), marks };
    byPath.set(path, report);
    if (main === undefined || cursor !== undefined) main = { ...report, cursor: cursor ?? 0, byPath };
  }
  assert.ok(main);
  return main;
}

/** Asserts that locations are those that a fixture marks, in whichever of its reports; compared as marked texts. */
export function assertMarked({ byPath }: Fixture, locations: readonly Location[]): void {
  const shown = (marksOf: (report: FixtureReport) => readonly Mark[]): string =>
    [...byPath].map(([path, file]) => `--- ${path}\n${withMarks(file.report.text.source, marksOf(file))}`).join('\n');
  const unlabelled = (marks: readonly Mark[]): Mark[] => marks.map(({ from, to }) => ({ from, to, label: '' }));
  assert.equal(
    shown(({ uri, report }) =>
      locations
        .filter(location => location.uri === uri)
        .map(({ range }) => ({
          from: report.text.offsetAt(range.start),
          to: report.text.offsetAt(range.end),
          label: '',
        }))
        .sort((a, b) => a.from - b.from),
    ),
    shown(({ marks }) => unlabelled(marks).sort((a, b) => a.from - b.from)),
  );
}
