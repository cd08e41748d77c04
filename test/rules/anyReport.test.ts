import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { randomNumbers } from '../randomNumbers.ts';

// Reports are put together at random: paragraphs of the samples, sentences and tables of the words that inspections use. Rules
// read each other’s words, so that what breaks one may stand far away.

const texts = ['samples/rotherham-2018.inspection', ...drafts()].map(path => readFileSync(path, 'utf8'));
const paragraphs = texts.flatMap(text => text.split(/\n\n+/)).filter(({ length }) => length < 900);
const vocabulary = [...new Set(texts.join(' ').match(/[a-z]{4,}/g))];
const predicates = [
  'are late',
  'are timely',
  'is not good',
  'have fallen to 12',
  'opened in May 2015',
  'are held monthly',
];

function drafts(): string[] {
  return readdirSync('samples/drafts')
    .filter(name => name.endsWith('.inspection'))
    .map(name => `samples/drafts/${name}`);
}

test('whatever a report is put together from, it is checked', () => {
  const seed = Number(process.env.SEED) || Math.floor(Math.random() * 1e6);
  const random = randomNumbers(seed);
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const words = (most: number): string =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => any(vocabulary)).join(' ');
  const table = (): string => {
    const columns = 2 + Math.floor(random() * 3);
    const cell = (column: number): string =>
      column === 0 || random() < 0.3 ? words(3) : any([`${Math.floor(random() * 100)}%`, '12 of 40', '2017']);
    const row = (): string => `| ${Array.from({ length: columns }, (_, column) => cell(column)).join(' | ')} |`;
    return [row(), `|${' --- |'.repeat(columns)}`, row(), row()].join('\n');
  };
  for (let round = 0; round < 150; round++) {
    const framework = builtInFrameworks.get(any(builtInFrameworks.ids));
    assert.ok(framework);
    const parts = Array.from({ length: 2 + Math.floor(random() * 14) }, (_, i) =>
      any([table, () => `${i + 1}. ${words(2)} ${any(predicates)} for ${words(2)}.`, () => any(paragraphs)])(),
    );
    const text = parts.join('\n\n');
    try {
      const found = reportFindings(reportOf(documentOf(text), framework), { rules: {} }, builtInFrameworks, undefined);
      for (const { from, to } of found) assert.ok(from >= 0 && from <= to && to <= text.length);
    } catch (error) {
      throw new Error(`seed ${seed}, ${framework.id}:\n${text}`, { cause: error });
    }
  }
});
