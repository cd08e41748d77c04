import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { linksOf } from '../../server/src/model/links.ts';
import { partsOf, reportOfParts } from '../../server/src/model/report.ts';
import { corpusReport, notThere } from './corpus.ts';

interface Tally {
  tags: number;
  first: number;
  firstThree: number;
}

/**
 * The links of published tags to recommendations, as printed (`numbered`) or as read by a person before the ranking was
 * tuned (`read`); `recommendation-links.tsv` holds numbers only. A printed number is put aside for the ranking.
 */
test('suggested recommendations against the links of published reports', { skip: notThere }, context => {
  const rows = readFileSync('test/model/recommendation-links.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(row => row.split('\t') as [string, string, string, string])
    .filter(([, , , source]) => source !== 'cited');
  const tallies = new Map<string, Tally>();
  const all: Tally = { tags: 0, first: 0, firstThree: 0 };
  for (const file of new Set(rows.map(([name]) => name))) {
    const tally: Tally = { tags: 0, first: 0, firstThree: 0 };
    tallies.set(file, tally);
    const report = corpusReport(file);
    const { document, framework, text } = report;
    const tags = report.tags.map(tag => ({ ...tag, numbers: [], basis: 'suggested' as const }));
    const bare = reportOfParts({ document, framework, text, derived: new Map() }, { ...partsOf(report), tags });
    const { suggestions } = linksOf(bare);
    for (const [, paragraph, meant] of rows.filter(([name]) => name === file)) {
      const tag = bare.tags.find(({ paragraph: index }) => report.paragraphs[index]?.number === paragraph);
      assert.ok(tag, `${file}: paragraph ${paragraph} has no tag`);
      const ranked = (suggestions.get(tag) ?? []).map(
        ({ recommendation }) => report.recommendations[recommendation]?.number ?? '',
      );
      const rank = ranked.findIndex(number => meant.split(',').includes(number));
      for (const sum of [tally, all]) {
        sum.tags++;
        if (rank === 0) sum.first++;
        if (rank >= 0 && rank < 3) sum.firstThree++;
      }
    }
  }
  const line = ({ tags, first, firstThree }: Tally) =>
    `first ${((100 * first) / tags).toFixed(0)} %, in the first three ${((100 * firstThree) / tags).toFixed(0)} % of ${tags}`;
  for (const [file, tally] of tallies) context.diagnostic(`${file}: ${line(tally)}`);
  context.diagnostic(`all: ${line(all)}`);
  assert.ok(all.first / all.tags >= 0.85, line(all));
  assert.ok(all.firstThree / all.tags >= 0.98, line(all));
});
