import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Block } from '../../server/src/syntax/block.ts';
import { type Change, changedDocument, type Document, documentOf } from '../../server/src/syntax/document.ts';
import { frontMatterOf } from '../../server/src/syntax/frontMatter.ts';
import { plainText } from '../../server/src/syntax/plainText.ts';

/** What reports are made of, and what is easily half typed. */
const pieces = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '    ',
  '\t',
  '\u00a0',
  '---\n',
  'title: A\n',
  '# ',
  '## Title {#id .role}',
  '#',
  'Judgement: Good',
  '9. ',
  '10. Text',
  '2.1 Adoption',
  'S1 ',
  '11',
  '- ',
  '* bullet',
  '    - nested',
  '| a | b |\n',
  '| --- | --- |\n',
  '|',
  '[^1]:',
  '[^1]',
  '> quoted',
  '<!--',
  '-->',
  '<!-- note -->',
  '<!-- 5 -->',
  '\\',
  '*',
  '**',
  '[',
  ']',
  '](#id)',
  '!',
  '(',
  ')',
  '(Recommendation',
  '(Recommendation 5)',
  'paragraphs 12–14 and ',
  'recommendation 5 ',
  'of',
  'the board’s ',
  'multi-agency safeguarding hub (MASH)',
  '<br>',
  '```\n',
  '===\n',
  'words',
  'multi-\n',
  '{',
  '}',
  '😀',
  '\ud83d',
  '\ufeff',
  '\u2028',
] as const;

/** The few pieces that reach furthest. */
const reaching = [
  '\n',
  '\n\n',
  '<!--',
  '-->',
  '    ',
  'words',
  '- ',
  '10. ',
  '11. ',
  '# ',
  '---\n',
  '\\',
  '[^1]:',
  '> ',
] as const;

const joined = (parts: readonly string[]) => parts.join('');
const markup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(joined);
const reachingMarkup = fc.array(fc.constantFrom(...reaching), { maxLength: 12 }).map(joined);
const anyText = fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 60 }));

test('every text is blocks, end to end, and every span stands within its block', () => {
  holds(anyText, 400, text => check(documentOf(text)));
});

test('after any edits a document equals one read afresh', () => {
  afterEdits(markup, 8, 200);
  afterEdits(reachingMarkup, 20, 200);
});

test('a text typed one character after the other equals the text read at once', () => {
  holds(markup, 40, text => {
    let document = documentOf('');
    for (let from = 0; from < text.length; from++) {
      document = changed(document, text.slice(0, from + 1), { from, to: from, length: 1 });
    }
  });
});

test('an edit leaves all other blocks the same objects', () => {
  const source = Array.from({ length: 40 }, (_, i) => `${i + 1}. Finding ${i + 1}.\n\n`).join('');
  const before = documentOf(source);
  const from = source.indexOf('Finding 20');
  const after = changed(before, `${source.slice(0, from)}New ${source.slice(from)}`, { from, to: from, length: 4 });
  const kept = after.blocks.map((block, i) => block === before.blocks[i]);
  assert.deepEqual(
    [...kept.keys()].filter(i => !kept[i]),
    [19],
  );
});

test('every front matter is read, and every span stands in it', () => {
  const piece = fc.constantFrom(
    'title',
    ': ',
    ':',
    '\n',
    '\r\n',
    '\r',
    '  ',
    '\t',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '>',
    '#',
    ' #',
    '&a',
    '*a',
    '!',
    '---',
    'provider',
    'x',
    'é',
    '\u2028',
    '\ufeff',
    ', ',
    '?',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const text = pieces.join('');
      const { entries, problems } = frontMatterOf(text);
      const mends = problems.flatMap(({ mend }) => mend ?? []);
      for (const { from, to } of [
        ...entries,
        ...entries.map(e => e.keySpan),
        ...entries.map(e => e.valueSpan),
        ...problems,
        ...mends,
      ]) {
        assert.ok(from >= 0 && from <= to && to <= text.length);
      }
    }),
    { numRuns: 2_000 },
  );
});

/** Puts pieces of markup, and whole stretches of it, into a text and takes others out. */
function afterEdits(texts: fc.Arbitrary<string>, maxLength: number, numRuns: number): void {
  const edit = fc.record({
    at: fc.nat(),
    removed: fc.nat({ max: 12 }),
    text: fc.oneof(texts, fc.constantFrom(...reaching, '')),
  });
  holds(fc.tuple(texts, fc.array(edit, { maxLength })), numRuns, ([text, edits]) => {
    let document = documentOf(text);
    for (const { at, removed, text: inserted } of edits) {
      const { source } = document;
      const from = at % (source.length + 1);
      const to = Math.min(source.length, from + removed);
      const next = source.slice(0, from) + inserted + source.slice(to);
      document = changed(document, next, { from, to, length: inserted.length });
    }
  });
}

function changed(before: Document, source: string, change: Change): Document {
  const after = changedDocument(before, source, change);
  assert.deepEqual(after, documentOf(source));
  return after;
}

/** A document's blocks, joined, are its text; and nothing in a block reaches out of it. */
function check({ source, blocks, starts }: Document): void {
  let at = 0;
  blocks.forEach((block, i) => {
    assert.equal(starts[i], at);
    assert.ok(block.length > 0 && block.looked >= block.length, 'a block has a length');
    assert.ok(
      0 <= block.start && block.start <= block.end && block.end <= block.length,
      'a block ends after it starts',
    );
    checkSpans(block, block.length, block.kind);
    checkOrder(block);
    if ('content' in block) plainText(source.slice(at, at + block.end), block.inlines, block.content);
    at += block.length;
  });
  assert.equal(at, source.length);
}

function checkSpans(value: unknown, length: number, path: string): void {
  if (typeof value !== 'object' || value === null) return;
  if ('from' in value && 'to' in value) {
    const { from, to } = value as { from: number; to: number };
    assert.ok(0 <= from && from <= to && to <= length, `${path}: ${from} to ${to} of ${length}`);
  }
  for (const [key, part] of Object.entries(value)) checkSpans(part, length, `${path}.${key}`);
}

function checkOrder({ inlines }: Block): void {
  for (const [key, list] of Object.entries(inlines)) {
    const places = (list as readonly (number | { from: number })[]).map(item =>
      typeof item === 'number' ? item : item.from,
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      `${key} in order`,
    );
  }
}

/** Checks a property; a failure prints the seed with which it can be seen again. */
function holds<Value>(values: fc.Arbitrary<Value>, numRuns: number, property: (value: Value) => void): void {
  fc.assert(
    fc.property(values, value => {
      property(value);
    }),
    { numRuns },
  );
}
