import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { corpusFiles, corpusReport, notThere } from '../corpus/corpus.ts';
import { structural, worded } from './allKinds.ts';
import type { FaultKind } from './faultKind.ts';
import { type GoodReport, goodReport } from './goodReport.ts';
import { type Checked, checked, outcomeOf } from './injection.ts';
import { type Random, randomOf } from './random.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** How often each kind of fault is planted. */
const tries = Number(process.env.FAULTS ?? 3);
/** In so many published reports; in all where more faults are asked for. */
const published = process.env.FAULTS === undefined ? 8 : Infinity;

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

/** The reports in which a planted fault was found, by the rule that found it. */
const firedIn = new Map<string, Set<string>>();

test('faults planted in good reports are found where they are', context => {
  context.diagnostic(`${tries} faults of each kind, seed ${seed}; SEED=${seed} repeats them, FAULTS=1000 plants more.`);
  const bases = goodReports(published);
  const shown: string[] = [];
  const tallies = (kinds: readonly FaultKind[]) =>
    new Map(kinds.map((kind, i) => [kind, tallyOf(kind, bases, randomOf(seed + 1000 * i), shown)]));
  const rows = tallies(structural);
  const others = tallies(worded);
  context.diagnostic(table([...rows, ...others]));
  if (shown.length > 0) context.diagnostic(shown.join('\n'));

  for (const [{ fault }, { tried }] of [...rows, ...others]) assert.ok(tried > 0, `no report has a place for ${fault}`);
  const sum = (of: (tally: Tally) => number) => [...rows.values()].reduce((total, tally) => total + of(tally), 0);
  const all = sum(({ tried }) => tried);
  assert.ok(sum(({ found }) => found) >= 0.99 * all, `too many are missed; SEED=${seed}`);
  assert.ok(sum(({ extra }) => extra) <= 0.01 * all, `too many errors that are none; SEED=${seed}`);
});

/** In so many reports each rule must find a planted fault. */
const least = 3;

test('each rule of severity warning finds faults in several reports', context => {
  if (notThere !== false) context.diagnostic(`In the sample and the invented drafts alone, for ${notThere}.`);
  const bases = goodReports(Infinity);
  const ids = warningRules();
  const random = randomOf(seed);
  for (const id of ids) {
    const reports = firedIn.get(id) ?? new Set();
    firedIn.set(id, reports);
    const kinds = [...structural, ...worded].filter(({ found }) => found.includes(id));
    for (const { report, before } of random.shuffled(bases)) {
      for (const kind of kinds) {
        if (reports.size >= least || reports.has(report.name)) break;
        const fault = kind.plant(report, random, othersOf(report, bases));
        if (fault !== undefined && outcomeOf(kind, before, fault).by.has(id)) reports.add(report.name);
      }
    }
  }
  const rows = ids.map(id => [id, firedIn.get(id)?.size ?? 0, [...(firedIn.get(id) ?? [])].join(', ')]);
  context.diagnostic(
    [['rule', 'reports', 'in which faults were found'], ...rows].map(row => row.join('\t')).join('\n'),
  );
  const few = ids.filter(id => (firedIn.get(id)?.size ?? 0) < least);
  assert.deepEqual(few, [], `found in fewer than ${least} reports; SEED=${seed}`);
});

/** The rules that are warnings unless somebody says otherwise, from the list for readers: nothing here imports the rules. */
function warningRules(): string[] {
  return [
    ...readFileSync('README.md', 'utf8').matchAll(/^\| \[([\w-]+)\]\(\S+\) \| [\w ]+(?:-[\w ]+)* \| warning \|/gm),
  ].map(({ 1: id = '' }) => id);
}

function othersOf(report: GoodReport, bases: readonly Base[]): GoodReport[] {
  return bases.flatMap(base => (base.report === report ? [] : [base.report]));
}

/**
 * The sample, invented drafts, and published reports where they are beside the checkout, no more than `most`: those without
 * an error.
 */
function goodReports(most: number): Base[] {
  const sources = [
    ['sample', readFileSync('samples/rotherham-2018.inspection', 'utf8')] as const,
    ...readdirSync('test/faults/drafts').map(
      file => [file, readFileSync(`test/faults/drafts/${file}`, 'utf8')] as const,
    ),
    ...randomOf(seed)
      .shuffled(corpusFiles().filter(file => !isSecondText(file)))
      .slice(0, most)
      .map(file => [file, corpusReport(file).document.source] as const),
  ];
  return sources.flatMap(([name, source]) => {
    const before = checked(source);
    const isGood = before.findings.every(({ severity }) => severity !== 'error');
    return isGood ? [{ report: goodReport(name, source), before }] : [];
  });
}

/** Whether it is the text of a report that is there in another form: by another extractor, or as the sample. */
function isSecondText(file: string): boolean {
  return file.startsWith('alt-') || file.includes('_2018-01-29_rotherham_');
}

function tallyOf(kind: FaultKind, bases: readonly Base[], random: Random, shown: string[]): Tally {
  const tally = { tried: 0, found: 0, elsewhere: 0, missed: 0, extra: 0 };
  for (let left = tries; left > 0; ) {
    const round = random.shuffled(bases);
    const triedBefore = tally.tried;
    for (const { report, before } of round) {
      if (left === 0) break;
      const fault = kind.plant(report, random, othersOf(report, bases));
      if (fault === undefined) continue;
      left--;
      tally.tried++;
      const { result, extra, by } = outcomeOf(kind, before, fault);
      for (const rule of by) firedIn.set(rule, (firedIn.get(rule) ?? new Set()).add(report.name));
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
