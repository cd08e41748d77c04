import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { reportSummary } from '../../server/src/model/reportSummary.ts';
import { reportIn } from '../reportIn.ts';

const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');
const summary = (source: string) => reportSummary(reportIn(source));

test('it holds what other reports need', () => {
  const { title, framework, ids, paragraphs, recommendations, links } = summary(
    `${sample}\n\n## More {#more}\n\nSee [there](../b/c%20d.inspection#paragraph-2), [here](#more) and [the web](https://example.org/x).`,
  );
  assert.match(title ?? '', /^Re-inspection of services/);
  assert.equal(framework, 'ofsted-sif');
  assert.deepEqual(ids, ['more']);
  assert.deepEqual([recommendations.length, paragraphs.length, paragraphs[0]], [8, 79, '9']);
  assert.deepEqual(links, [{ path: '../b/c d.inspection', id: 'paragraph-2' }]);
});

test('it is less than 40 KB and keeps no text alive', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const count = 50;
  const keep: unknown[] = [];
  // (What V8 keeps of the code itself is made in the first runs.)
  for (let i = 0; i < 10; i++) summary(`${sample}\n\n## Part ${i}\n`);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < count; i++) keep.push(summary(`${sample}\n\n## Part ${i} of a longer title\n`));
  collect();
  const each = (process.memoryUsage().heapUsed - before) / count;
  assert.equal(keep.length, count);
  assert.ok(each < 40_000, `${Math.round(each)} bytes a report`);
});
