import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Block } from '../../server/src/syntax/block.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import type { Inlines } from '../../server/src/syntax/inlines.ts';
import { Text } from '../../server/src/text/text.ts';
import { type ScopedText, scopedLines } from './tokens.ts';

/** Compares what the grammar makes of a text with `snapshots/<name>.txt`, and sees to it that nothing is left open. */
function check(name: string, ...lines: string[]): void {
  test(`grammar: ${name}`, async () => {
    const scoped = await scopedLines(lines.join('\n'));
    const written = scoped.lines.map(shown).join('');
    const file = `test/syntaxes/snapshots/${name.replaceAll(' ', '-')}.txt`;
    if (process.env.UPDATE === '1') {
      mkdirSync('test/syntaxes/snapshots', { recursive: true });
      writeFileSync(file, written);
    }
    assert.equal(written, readFileSync(file, 'utf8'));
  });
}

/** A line after `>`, and below it each piece that has a scope, marked by carets. */
function shown(pieces: readonly ScopedText[]): string {
  let at = 2;
  let below = '';
  for (const { text, scopes } of pieces) {
    if (scopes.length > 0) below += `${' '.repeat(at)}${'^'.repeat(text.length)} ${scopes.join(' ')}\n`;
    at += text.length;
  }
  return `${`> ${pieces.map(({ text }) => text).join('')}`.trimEnd()}\n${below}`;
}

check('front matter', '---', 'framework: generic', 'title: A: b', '---', '# Title');
check('front matter with an open quotation', '---', 'title: "A', '---', '1. Text.');
check('three dashes later', 'Text.', '', '---', 'a: b', '---');

check('heading', '# Title', '### Sub title ###', '#No heading', '####### No heading', ' ## One space', '  ## Two', '#');
check('heading attributes', '## Title {#id .role area=2.1}', '## {.notices}', '## A {b} {#c} ##', '## Not {at all}');
check('heading with marks', '# *Good*[^1]: [a](b) \\*', 'Text.');

check('judgement line', '## Title', '<!-- why -->', '', 'Judgement: Good[^1]', 'Judgement: text.');
check('judgement labels', '## A', 'GRADE : Good', '## B', 'rating:', '## C', 'Judgment: Met', 'Text.');
check('judgement line elsewhere', '## Title', 'Text.', '', 'Judgement: text.');
check('heading at a heading', '## Title', '### Sub', 'Judgement: Good');

check('numbers', '9. Text.', '', '2.1. Text.', '', 'S1. Text.', '', 'R3 Text.', '', '2.1 “Text.', '', '9.\u00a0Text.');
check('no numbers', '2017. Text.', '', '34 Text.', '', '2.1 million.', '', '1) Text.', '', '9\\. Text.', '', '\\S1 A.');
check('numbers line by line', '1. One', '2. Two', '2.1 Two and a bit', 'Text', '3. text');
check('numbers below an indented line', '1. One', '    goes on', '2. Two', 'text', '    goes on', '3. Three');
check('numbers inside text', 'Text goes on in', '34. text', '', '- Bullet in', '35. text');

check('bullets', '- One', '    * Two *or* more', '-None', '', '*\tThree', 'goes on');
check('table', '| Area | Grade |', '| :-- | --: |', '| *A* \\| b[^1] | Good |', 'Text.');
check('footnote text', '[^a1]: Text of *it*', '    goes on', '- Bullet', '[^b]:', '[c]: none');
check('quotation', '> The *old* text (Recommendation 5)', '>', '> goes on', '>none');

check('comments', '<!-- one -->', '<!--', 'over', '', 'lines -->', 'Text.', '    <!-- two -->');
check('comments in a paragraph', 'Text <!-- one --> goes on <!-- over', 'lines --> here.', '<!-- x --> text');
check('comment that is not closed', '<!-- one', '', '<!-- two -->', 'Text <!-- three', '', 'Text.');
check(
  'directives',
  '<!-- inspectmark-disable-next number-gap, missing-title -- as published -->',
  '<!--inspectmark-disable a-b-->',
  '<!-- inspectmark-enable a-b -->',
  '<!-- inspectmark-guess: a heading (page 3, line 41) -->',
  '<!-- inspectmark-other a -->',
  '<!-- of inspectmark-enable -->',
  'Text <!-- inspectmark-disable-next a -- why --> more.',
);

check('emphasis', 'a *b* **c** ***d*** *e **f** g* **h *i* j**', 'a * b * c \\*d\\*');
check('emphasis over lines', 'a *b', 'c* d **e', 'f** g', '', '*Note', 'text.', '', '*A', '', 'b*');
check('links', '[a](#paragraph-16) [*b* [c]](d.inspection#e) [f](g(h)) [i] (j) [k](l m)');
check('pictures', '![a chart](b.png) ![](c.png)');
check('footnote marks', 'a[^1] b[^two]. [^ 3]');
check('escapes', '\\# a \\(b\\) \\a \\S1 \\', 'c');

check(
  'tags',
  'A (Recommendation). B (Recommendation 5) c (recommendations 2, 3 and 4–6.)',
  'd (Area for improvement 1) (Causes of concern) (Recommended) (Recommendation 5',
  'of the board) (Recommendation 5) of the board (Recommendation 5 of Ofsted)',
);
check('confirmed tags', '(Recommendation)<!-- 5, 6 --> and (Recommendation) <!-- 7 --> (Recommendation)<!-- no -->');
check(
  'tags over lines',
  '1. A (Recommendations',
  '2 and 3) b (Recommendation 4,',
  '5) c.',
  '(Recommendation',
  '',
  '6)',
);
check(
  'references in words',
  'See paragraph 5 and 6 people, Paragraphs 5, 6 and 7–9, paras 1 to 3, recommendation S1.',
  '(paragraph 5, 6) paragraphs 5 of the Act, paragraph 7(2), paragraph 50% paragraphs 5 of this report',
  'its recommendation 3, the board’s recommendation 3, subparagraph 3, paragraph five',
);
check('references over lines', 'See paragraph', '12 and recommendations', 'made; see paragraphs', '', '13.');

test('a sample ends with nothing open', async () => {
  const samples = readdirSync('samples', { recursive: true, encoding: 'utf8' }).filter(path =>
    path.endsWith('.inspection'),
  );
  assert.ok(samples.length > 0);
  for (const sample of samples) {
    const { open } = await scopedLines(readFileSync(`samples/${sample}`, 'utf8'));
    assert.ok(open <= 1, `${sample}: ${open} rules are open at its end`);
  }
});

test('the grammar finds in the reference sample what the parser finds', async () => {
  const source = readFileSync('samples/rotherham-2018.inspection', 'utf8');
  const byGrammar = (await scopedLines(source)).lines.flatMap((pieces, line) => marksOfLine(pieces, line + 1));
  assert.deepEqual(byGrammar.sort(), marksOfParser(source).sort());
});

/** Scopes that begin a construct, and what the parser calls it. */
const starts: readonly (readonly [scope: string, first: RegExp, construct: string])[] = [
  ['markup.heading punctuation.definition.heading', /^#/, 'heading'],
  ['punctuation.definition.judgement', /./, 'judgement'],
  ['constant.numeric.paragraph', /./, 'numbered'],
  ['punctuation.definition.list.begin', /./, 'bullet'],
  ['meta.footnote punctuation.definition.footnote.begin', /./, 'footnote'],
  ['entity.name.tag.recommendation', /^\(/, 'tag'],
  ['constant.other.reference.link', /./, 'reference'],
  ['meta.footnote-mark punctuation.definition.footnote.begin', /./, 'mark'],
  ['comment.block punctuation.definition.comment.begin', /./, 'comment'],
];

function marksOfLine(pieces: readonly ScopedText[], line: number): string[] {
  let column = 1;
  return pieces.flatMap(({ text, scopes }) => {
    const place = `${line}:${column}`;
    column += text.length;
    const all = scopes.join(' ');
    return starts
      .filter(([scope, first]) => all.endsWith(scope) && first.test(text))
      .map(([, , construct]) => `${construct} ${place}`);
  });
}

function marksOfParser(source: string): string[] {
  const text = new Text(source);
  const document = documentOf(source);
  return document.blocks.flatMap((block, i) => {
    const base = document.starts[i] ?? 0;
    const place = (offset: number): string => {
      const { line, character } = text.positionAt(base + offset);
      return `${line + 1}:${character + 1}`;
    };
    return [...blockMarks(block), ...inlineMarks(source.slice(base), block.inlines)].map(
      ([construct, offset]) => `${construct} ${place(offset)}`,
    );
  });
}

const marked = new Set<Block['kind']>(['heading', 'judgement', 'numbered', 'bullet', 'footnote', 'comment']);

function blockMarks({ kind, start }: Block): [construct: string, offset: number][] {
  return marked.has(kind) ? [[kind, start]] : [];
}

function inlineMarks(source: string, inlines: Inlines): [construct: string, offset: number][] {
  return [
    ...inlines.tags.map(({ from }): [string, number] => ['tag', from]),
    ...inlines.footnoteMarks.map(({ from }): [string, number] => ['mark', from]),
    ...inlines.comments.map(({ from }): [string, number] => ['comment', from]),
    // Of a reference that a line end breaks, the grammar marks what stands in the second line.
    ...inlines.references.map(({ from, to }): [string, number] => {
      const broken = /\n\s*/.exec(source.slice(from, to));
      return ['reference', broken === null ? from : from + broken.index + broken[0].length];
    }),
  ];
}
