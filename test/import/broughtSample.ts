import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { documentOf } from '../../server/src/syntax/document.ts';
import { plainText } from '../../server/src/syntax/plainText.ts';

const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');

/** What the sample says in its details and its print does not. */
const notInPrint = ['lang: en-GB', 'licence: Open Government Licence v3.0', 'providerId: 80543'];

/** Expects the blocks of the sample and then these, and the sample's details but for those that are not in print. */
export function checkSample(markup: string, more: readonly string[] = []): void {
  assert.deepEqual(blocksOf(markup), [...blocksOf(sample), ...more]);
  assert.deepEqual([...detailsOf(markup), ...notInPrint], detailsOf(sample));
}

/** The blocks of a report without its details, comments and untitled sections: a line each, indented as they are. */
export function unwrappedLines(markup: string): string[] {
  const body = markup.slice(markup.indexOf('\n---\n') + 5).replace(/<!--[\s\S]*?-->/g, '');
  const blocks: string[] = [];
  let isOpen = false;
  for (const line of body.split('\n').map(line => line.trimEnd())) {
    const last = blocks.at(-1);
    const begins = !isOpen || /^ *- |^\d(?:\.|\.\d) /.test(line);
    isOpen = line !== '';
    if (begins && isOpen) blocks.push(line);
    else if (isOpen) blocks[blocks.length - 1] = last + (/\p{L}-$/u.test(last!) ? '' : ' ') + line.trim();
  }
  return blocks.filter(line => !line.startsWith('## {'));
}

function detailsOf(markup: string): string[] {
  return markup.slice(0, markup.indexOf('\n---\n')).split('\n');
}

/** A report's blocks but for front matter and comments: what each is, and its words on one line. */
function blocksOf(markup: string): string[] {
  const { source, blocks, starts } = documentOf(markup);
  return blocks.flatMap((block, i) => {
    if (block.kind === 'frontMatter' || block.kind === 'comment') return [];
    const text = source.slice(starts[i], (starts[i] ?? 0) + block.end);
    const span =
      block.kind === 'heading' ? block.title : 'content' in block ? block.content : { from: 0, to: text.length };
    const shape = block.kind === 'heading' ? block.level : block.kind === 'bullet' ? block.indent : '';
    const number = block.kind === 'numbered' ? block.number.number : block.kind === 'footnote' ? block.name : '';
    return [`${block.kind} ${shape}${number} ${plainText(text, block.inlines, span)}`];
  });
}
