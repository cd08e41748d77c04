import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertPromises, assertSameFindings, formatted, reportRead } from '../features/formatted.ts';
import { untidied } from '../features/untidied.ts';

const drafts = readdirSync('samples/drafts').filter(name => name.endsWith('.inspection'));
const paths = ['samples/rotherham-2018.inspection', ...drafts.map(name => `samples/drafts/${name}`)];
const samples = paths.map(path => readFileSync(path, 'utf8'));

/** What reports are made of, what is easily half typed, and blanks of every kind. */
const pieces = [
  ...['\n', '\n', '\n\n', '\n\n\n', '\r\n', '\r', ' ', '  ', '    ', '\t', '\u00a0', ' \n', '\t\n', '\n  ', '\n    '],
  ...['---\n', 'title: A\n', '# ', '## Title {#id .role}', '#', '##\u00a0T', 'Judgement:', 'Judgement: Good', ':Good'],
  ...['9. ', '10.\tText', '2.1 Adoption', '1. Leadership: ', 'S1 ', '11', '12. Text', '- ', '* bullet', '  - two'],
  ...['    - nested', '\t- tab', '   - three', '| a | b |\n', '| --- | --- |\n', '|', '[^1]:', '[^1]', '> quoted', '>'],
  ...['<!--', '-->', '<!-- note -->', '<!-- 5 -->', '\\', '\\\n', '\\ \n', '*', '**', '[', ']', '](#id)', '(', ')'],
  ...['(Recommendation', '(Recommendation 5)', 'paragraphs 12–14 and ', 'of', 'safeguarding hub (SH)', '<br>', '```\n'],
  ...['===\n', 'words', 'multi-', 'multi-\n', 'multi-\u00a0\n', '😀', '\ufeff', '\u2028', '## Recommendations\n\n'],
] as const;

const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(parts => parts.join(''));

/** Cuts from the samples with pieces between them. */
const patchwork = fc
  .array(fc.tuple(fc.constantFrom(...samples), fc.nat(), fc.nat({ max: 400 }), fc.constantFrom(...pieces)), {
    maxLength: 12,
  })
  .map(parts => parts.map(([sample, at, length, piece]) => sample.substr(at % sample.length, length) + piece).join(''));

test('whatever the text, its words, its blocks and what they say stay the same', () => {
  const texts = fc.oneof(noise, patchwork, fc.string({ unit: 'binary', maxLength: 60 }));
  const property = fc.property(texts, text => {
    assertPromises(text);
  });
  fc.assert(property, { numRuns: 500 });
});

/**
 * A text whose last line ends in LF: of a text of several line ends the one that is added at its end may be another when
 * the first line is gone.
 */
const ended = (text: string) => text.replace(/(?:\r\n|\r)$/, '\n');

test('of a range first and of the rest afterwards comes the same as of all at once', () => {
  const property = fc.property(fc.oneof(noise, patchwork), fc.nat(), fc.nat({ max: 500 }), (text, at, length) => {
    const report = reportRead(text);
    const from = at % (text.length + 1);
    const part = formatted(report, { from, to: from + length });
    assert.equal(ended(assertPromises(part)), ended(formatted(report)));
  });
  fc.assert(property, { numRuns: 200, examples: [['\n[\r   - three', 0, 0]] });
});

test('a sample is in its usual form, and is so again however untidy it has become', () => {
  samples.forEach((sample, i) => {
    assert.equal(assertPromises(sample), sample, paths[i]);
    for (let seed = 1; seed <= 5; seed++) assert.equal(assertPromises(untidied(sample, seed)), sample, paths[i]);
  });
});

test('the same is found in a sample before it is formatted and afterwards', () => {
  for (const sample of samples) for (let seed = 1; seed <= 3; seed++) assertSameFindings(untidied(sample, seed));
});
