import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleKey } from '../../server/src/model/titleKey.ts';
import { corpusFiles, corpusReport, expectedFacts, notThere } from './corpus.ts';

const expected = expectedFacts();

for (const file of corpusFiles()) {
  const facts = expected.get(file);
  if (facts === undefined) continue;
  test(`${file}: the series, tags and judgements that an independent reading found`, { skip: notThere }, () => {
    const report = corpusReport(file);
    const numbers = report.paragraphs.filter(({ series }) => series !== undefined).map(({ number }) => Number(number));
    if (file.startsWith('ofsted-sif') && facts.lastParagraph !== '')
      assert.equal(Math.max(...numbers), Number(facts.lastParagraph));
    const tags = [...facts.tags.matchAll(/×(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    if (facts.tags !== '') assert.equal(report.tags.length, tags);
    const places = report.judgements.filter(({ areaMatch }) => areaMatch !== 'none');
    for (const [, number, grade] of facts.judgements.matchAll(
      /(?<![.\d])(1|2|2\.1|2\.2|3)=([a-z ]+?)(?= \d|\s*\||$)/g,
    )) {
      const entry = places.find(place => place.carrier === 'entry' && place.number === number);
      assert.equal(entry?.grade?.label.toLowerCase(), grade, `entry ${number}`);
    }
    for (const sentence of facts.judgements.split(' | ').filter(part => part.startsWith('The graded judgement'))) {
      const statements = report.judgements.filter(({ carrier }) => carrier === 'statement');
      assert.ok(
        statements.some(({ text, grade }) => grade !== undefined && titleKey(sentence).endsWith(titleKey(text))),
        sentence,
      );
    }
    const headline = /headline=([^|]+)/.exec(facts.judgements)?.[1]?.trim();
    if (headline !== undefined) {
      const stated = report.judgements.find(({ carrier }) => carrier === 'headline');
      assert.ok(stated?.grade !== undefined && titleKey(headline).endsWith(titleKey(stated.text)), headline);
    }
  });
}
