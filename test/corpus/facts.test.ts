import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountOf } from '../../server/src/import/accounting.ts';
import { textSource } from '../../server/src/import/textSource.ts';
import { brought, corpusFiles, corpusReport, corpusSource, corpusText, expectedFacts, notThere } from './corpus.ts';
import { differingFacts } from './facts.ts';
import { variants } from './variants.ts';

const expected = expectedFacts();

for (const file of corpusFiles()) {
  const facts = expected.get(file);

  test(`${file}: the series, tags and judgements that an independent reading found`, { skip: notThere }, () => {
    assert.ok(facts);
    assert.deepEqual(differingFacts(corpusReport(file), facts), []);
  });

  test(`${file}: no word is lost, and none invented`, { skip: notThere }, () => {
    const source = corpusSource(file);
    const { markup, ledger } = brought(source);
    const { lost, invented, words } = accountOf(source, markup, ledger);
    assert.deepEqual({ lost, invented }, { lost: [], invented: [] });
    assert.ok(words > 1000);
  });

  if (!file.startsWith('ofsted')) continue;
  test(`${file}: the same facts and all words through other extractors`, { skip: notThere }, () => {
    for (const { name, of } of variants) {
      const source = textSource(of(corpusText(file)));
      const { markup, ledger, report } = brought(source);
      const { lost, invented } = accountOf(source, markup, ledger);
      assert.deepEqual({ lost, invented }, { lost: [], invented: [] }, name);
      assert.deepEqual(facts && differingFacts(report, facts), [], name);
      assert.equal(report.framework.id, corpusReport(file).framework.id, name);
    }
  });
}

test('import is unsure only of numbers that are broken in print', { skip: notThere }, () => {
  const guesses = corpusFiles().flatMap(file =>
    brought(corpusSource(file)).guesses.map(({ reason }) => `${file}: ${reason}`),
  );
  assert.deepEqual(guesses, [
    'ofsted-ilacs_2020-02-24_windsor-maidenhead_80546.txt: 16 follows 14',
    'ofsted-sif-late_2016-11-25_redbridge_80512.txt: paragraph 146 begins in small letters',
  ]);
});
