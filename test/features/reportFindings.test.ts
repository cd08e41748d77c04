import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { reportFramework } from '../../server/src/settings/reportFramework.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { changedSample, sample } from '../samples/changedSample.ts';

/** What is told of the sample as it is; found once. */
let told: ReadonlySet<string> | undefined;

/** What is told of a changed sample, beyond what is told of it as it is. */
function check(name: string, from: string | RegExp, to: string, expected: readonly string[]): void {
  test(name, () => {
    told ??= new Set(faults(sample));
    const known = told;
    const changed = sample.replace(from, to);
    assert.notEqual(changed, sample);
    assert.deepEqual(
      faults(changed).filter(fault => !known.has(fault)),
      expected,
    );
  });
}

/** The faults, as `rule: words`. */
function faults(text: string): string[] {
  const document = changedSample(text);
  const report = reportOf(document, reportFramework(document, defaultReportSettings, builtInFrameworks));
  return reportFindings(report, defaultReportSettings, builtInFrameworks, undefined)
    .filter(({ kind }) => kind === 'fault')
    .map(({ rule, from, to }) => `${rule}: ${text.slice(from, to)}`);
}

const own = '---\nframework: ofsted-sif\n';
check('another framework is told once', own, '---\nframework: ofsted-ilacs\n', ['other-framework: ofsted-ilacs']);
check('so is one that asks for little', own, '---\nframework: generic\n', ['other-framework: generic']);
check('and one that there is not', own, '---\nframework: ofsted-sfi\n', ['unknown-framework: ofsted-sfi']);
check('where none is named, it is told where the details begin', own, '---\n', ['other-framework: ---']);
check('of a report without details it is told at the title', /^---[\s\S]*?\n---\n/, '', [
  'other-framework: Children’s services in Rotherham are good',
]);
check('details that are none say nothing of the framework', own, 'framework: ofsted-sif\n', [
  'front-matter-syntax: framework: ofsted-sif',
]);

check(
  'a key that is misspelt leaves the framework unnamed, and is told once',
  'framework: ofsted-sif',
  'framwork: ofsted-sif',
  ['unknown-metadata: framwork'],
);
const misspelt = '---\nframework: ofsted-sfi\n';
check(
  'a date that cannot be read is told in any framework',
  /---\n[\s\S]*?inspected: \S+\n/,
  `${misspelt}inspected: 6 November 2017\n`,
  ['unknown-framework: ofsted-sfi', 'invalid-metadata: 6 November 2017'],
);

const line = '3. Leadership, management and governance: Good';
check('an entry in a comment is no note besides', line, `<!-- ${line} -->`, [
  'missing-judgement: Leadership, management and governance',
]);
check(
  'of two versions of an entry nothing is told but that they are two',
  line,
  `<<<<<<< HEAD\n${line}\n=======\n${line.replace('Good', 'Inadequate')}\n>>>>>>> other`,
  ['conflict-mark: <<<<<<<'],
);
check('an entry that is made a heading is told once', line, `## ${line}`, [
  'missing-judgement: Leadership, management and governance',
]);
check('a note’s text in a comment is no note of the author’s', /^\[\^1\]: (.*)\n/m, '<!-- [^1]: $1 -->\n', [
  'undefined-footnote: [^1]',
]);
check('a place to be filled in is no other provider', 'services in Rotherham are', 'services in [provider] are', [
  'placeholder-left: [provider]',
]);
check('the end of the details in their last line is told once', /\n---\n(?=\n)/, '---\n', [
  'front-matter-syntax: providerId: 80543---',
]);

// What follows from a heading that is not read.
check(
  'that no heading has a name which stands in the text that should be one',
  /(?<=\n)## (The experiences and progress of children who need help and protection)([\s\S]*)(?= is effective)/,
  '$1 {#help}$2 [as here](#help)',
  ['missing-section: The experiences and progress of children who need help and protection {#help}'],
);
check('that the grade under it is another area’s', '## Leadership, management and governance', '##', [
  'missing-title: ##',
]);
check('that the section is missing whose title is lost', '## Executive summary', '##', ['missing-title: ##']);
