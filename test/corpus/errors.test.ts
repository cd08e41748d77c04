import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { corpusFiles, corpusReport, notThere } from './corpus.ts';

/** Defects that were published, each seen by a person in the published text. */
const trueDefects = [
  // The paragraph after 14 is 16; nothing stands between them.
  'ofsted-ilacs_2020-02-24_windsor-maidenhead_80546.txt: number-gap “16”',
  // Recommendation 138 cites paragraph 163; the last paragraph is 161.
  'ofsted-sif-early_2015-11-27_lancashire_80480.txt: unresolved-reference “paragraph 163”',
];

test('on published reports an error is a true defect', { skip: notThere }, () => {
  const errors = corpusFiles().flatMap(file => {
    const report = corpusReport(file);
    return reportFindings(report, defaultReportSettings, builtInFrameworks, undefined)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, from, to }) => `${file}: ${rule} “${report.document.source.slice(from, to)}”`);
  });
  assert.deepEqual(errors, trueDefects);
});
