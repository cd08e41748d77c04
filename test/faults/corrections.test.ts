import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { CheckedFinding } from '../../server/src/rules/checking/check.ts';
import type { Fix } from '../../server/src/rules/rule.ts';
import { editedText } from '../../server/src/text/edit.ts';
import { structural, worded } from './allKinds.ts';
import type { Beside, FaultKind } from './faultKind.ts';
import { type GoodReport, goodReport } from './goodReport.ts';
import { checked } from './injection.ts';
import { randomOf } from './random.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

const reports = [
  'samples/rotherham-2018.inspection',
  ...readdirSync('test/faults/drafts').map(file => `test/faults/drafts/${file}`),
].map(path => goodReport(path, readFileSync(path, 'utf8')));

test('every correction that is offered for a planted fault takes its finding away', context => {
  context.diagnostic(`Seed ${seed}; SEED=${seed} repeats it.`);
  const bad = [...structural, ...worded].flatMap((kind, i) => badCorrections(kind, seed + 1000 * i));
  assert.deepEqual(bad, [], `SEED=${seed}`);
});

/** One fault of a kind in one report, and which of the corrections of its finding are none. */
function badCorrections(kind: FaultKind, ownSeed: number): string[] {
  const random = randomOf(ownSeed);
  for (const report of random.shuffled(reports)) {
    const fault = kind.plant(report, random, othersThan(report));
    if (fault === undefined) continue;
    const { source, places, ...beside } = fault;
    const [own] = checked(source, beside).findings.filter(
      ({ rule, from, to }) => kind.found.includes(rule) && places.some(place => from <= place.to && to >= place.from),
    );
    return (own?.fixes ?? []).flatMap(fix => {
      const problem = own && problemOf(own, fix, source, beside);
      return problem === undefined ? [] : [`${report.name}, ${kind.fault}: ${own?.rule}: *${fix.title}* ${problem}`];
    });
  }
  return [];
}

function othersThan(report: GoodReport): GoodReport[] {
  return reports.filter(other => other !== report);
}

function problemOf(
  { rule, message, from }: CheckedFinding,
  { edits }: Fix,
  source: string,
  beside: Beside,
): string | undefined {
  if (edits.some((edit, i) => edit.from > edit.to || edit.from < (edits[i - 1]?.to ?? 0))) return 'is not in order';
  const mended = editedText(source, edits);
  if (mended === source) return 'changes nothing';
  const before = edits.filter(({ to }) => to <= from);
  const by = before.reduce((sum, edit) => sum + edit.text.length - (edit.to - edit.from), 0);
  const stays = checked(mended, beside).findings.some(
    other => other.rule === rule && other.message === message && other.from === from + by,
  );
  return stays ? 'leaves the finding where it was' : undefined;
}
