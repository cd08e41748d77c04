import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { corpusFiles, corpusReport } from '../corpus/corpus.ts';
import type { FaultKind } from './faultKind.ts';
import { type GoodReport, goodReport } from './goodReport.ts';
import { type Checked, checked, outcomeOf } from './injection.ts';
import { detailFaults } from './kinds/details.ts';
import { directiveFaults } from './kinds/directive.ts';
import { judgementFaults } from './kinds/judgement.ts';
import { numberingFaults } from './kinds/numbering.ts';
import { recommendationFaults } from './kinds/recommendation.ts';
import { referenceFaults } from './kinds/reference.ts';
import { structureFaults } from './kinds/structure.ts';
import { wordingFaults } from './kinds/wording.ts';
import { type Random, randomOf } from './random.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** How often each kind of fault is planted. */
const tries = Number(process.env.FAULTS ?? 3);
/** In so many published reports; in all where more faults are asked for. */
const published = process.env.FAULTS === undefined ? 8 : Infinity;

const structural = [
  ...judgementFaults,
  ...structureFaults,
  ...numberingFaults,
  ...recommendationFaults,
  ...referenceFaults,
  ...detailFaults,
  ...directiveFaults,
];

interface Base {
  readonly report: GoodReport;
  readonly before: Checked;
}

interface Tally {
  tried: number;
  found: number;
  elsewhere: number;
  missed: number;
  extra: number;
}

test('faults planted in good reports are found where they are', context => {
  context.diagnostic(`${tries} faults of each kind, seed ${seed}; SEED=${seed} repeats them, FAULTS=1000 plants more.`);
  const bases = goodReports();
  const shown: string[] = [];
  const tallies = (kinds: readonly FaultKind[]) =>
    new Map(kinds.map((kind, i) => [kind, tallyOf(kind, bases, randomOf(seed + 1000 * i), shown)]));
  const rows = tallies(structural);
  const others = tallies(wordingFaults);
  context.diagnostic(table([...rows, ...others]));
  if (shown.length > 0) context.diagnostic(shown.join('\n'));

  for (const [{ fault }, { tried }] of [...rows, ...others]) assert.ok(tried > 0, `no report has a place for ${fault}`);
  const sum = (of: (tally: Tally) => number) => [...rows.values()].reduce((total, tally) => total + of(tally), 0);
  const all = sum(({ tried }) => tried);
  assert.ok(sum(({ found }) => found) >= 0.99 * all, `too many are missed; SEED=${seed}`);
  assert.ok(sum(({ extra }) => extra) <= 0.01 * all, `too many errors that are none; SEED=${seed}`);
});

/** The sample, invented drafts, and published reports where they are beside the checkout: those without an error. */
function goodReports(): Base[] {
  const sources = [
    ['sample', readFileSync('samples/rotherham-2018.inspection', 'utf8')] as const,
    ...readdirSync('test/faults/drafts').map(
      file => [file, readFileSync(`test/faults/drafts/${file}`, 'utf8')] as const,
    ),
    ...randomOf(seed)
      .shuffled(corpusFiles())
      .slice(0, published)
      .map(file => [file, corpusReport(file).document.source] as const),
  ];
  return sources.flatMap(([name, source]) => {
    const before = checked(source);
    const isGood = before.findings.every(({ severity }) => severity !== 'error');
    return isGood ? [{ report: goodReport(name, source), before }] : [];
  });
}

function tallyOf(kind: FaultKind, bases: readonly Base[], random: Random, shown: string[]): Tally {
  const tally = { tried: 0, found: 0, elsewhere: 0, missed: 0, extra: 0 };
  for (let left = tries; left > 0; ) {
    const round = random.shuffled(bases);
    const triedBefore = tally.tried;
    for (const { report, before } of round) {
      if (left === 0) break;
      const fault = kind.plant(report, random);
      if (fault === undefined) continue;
      left--;
      tally.tried++;
      const { result, extra } = outcomeOf(kind, before, fault);
      if (result === 'found') tally.found++;
      else if (result === 'missed') tally.missed++;
      else tally.elsewhere++;
      if (extra.length > 0) tally.extra++;
      if (result !== 'found' || extra.length > 0) {
        const [{ from, to } = { from: 0, to: 0 }] = fault.places;
        const place = JSON.stringify(fault.source.slice(Math.max(0, from - 20), Math.min(to, from + 60) + 20));
        const errors = extra.map(({ rule, message }) => `${rule}: ${message}`).join('; ');
        shown.push(`${kind.fault}: ${result} in ${report.name} at ${place}${errors === '' ? '' : ` (and ${errors})`}`);
      }
    }
    if (tally.tried === triedBefore) break;
  }
  return tally;
}

function table(rows: readonly (readonly [FaultKind, Tally])[]): string {
  const lines = rows.map(([{ fault }, { tried, found, elsewhere, missed, extra }]) => [
    fault,
    tried,
    found,
    elsewhere,
    missed,
    extra,
  ]);
  return [['fault', 'tried', 'found', 'found elsewhere', 'missed', 'extra'], ...lines]
    .map(row => row.join('\t'))
    .join('\n');
}
