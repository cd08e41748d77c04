import type { Block } from '../../server/src/syntax/block.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import type { Inlines } from '../../server/src/syntax/inlines.ts';
import type { ListedNumbers } from '../../server/src/syntax/numberList.ts';
import { plainText } from '../../server/src/syntax/plainText.ts';
import type { Mark } from '../notation.ts';

/**
 * A text's blocks, a line each: the kind, what tells it from others of its kind, and its words as a reader sees them.
 *
 *     heading 2 “Executive summary” #summary
 *     numbered 10 “The early help offer is not timely.”
 *     bullet 4 “It is slow.”
 */
export function blockOutline(text: string): string[] {
  const { blocks, starts } = documentOf(text);
  return blocks.map((block, i) => blockLine(text.slice(starts[i], (starts[i] ?? 0) + block.length), block));
}

/** The same, and under each block what stands in its text, a line each and two spaces in, in order. */
export function outline(text: string): string[] {
  const { blocks, starts } = documentOf(text);
  return blocks.flatMap((block, i) => {
    const own = text.slice(starts[i], (starts[i] ?? 0) + block.length);
    return [blockLine(own, block), ...marksOf(own, block.inlines).map(({ label }) => `  ${label}`)];
  });
}

/** What stands in a text's blocks, as marks for `withMarks`. */
export function inlineMarks(text: string): Mark[] {
  const { blocks, starts } = documentOf(text);
  return blocks.flatMap((block, i) => {
    const start = starts[i] ?? 0;
    const marks = marksOf(text.slice(start, start + block.length), block.inlines);
    return marks.map(({ from, to, label }) => ({ from: start + from, to: start + to, label }));
  });
}

function blockLine(text: string, block: Block): string {
  const words = (span: { from: number; to: number }) => `“${plainText(text, block.inlines, span)}”`;
  switch (block.kind) {
    case 'frontMatter': {
      const lines = text.slice(block.content.from, block.content.to).split(/[\r\n]+/);
      return `front matter${block.closed ? '' : ', unclosed,'} “${lines.filter(line => line !== '').join(' / ')}”`;
    }
    case 'heading': {
      const { id, role, area } = block.attributes ?? {};
      const attributes = [id && `#${id.value}`, role && `.${role.value}`, area && `area=${area.value}`];
      return [`heading ${block.level}`, words(block.title), ...attributes].filter(part => part !== undefined).join(' ');
    }
    case 'judgement':
      return `judgement ${words(block.label)} ${words(block.content)}`;
    case 'numbered':
      return `numbered ${block.number.number} ${words(block.content)}${hidden(block)}`;
    case 'bullet':
      return `bullet ${block.indent} ${words(block.content)}${hidden(block)}`;
    case 'footnote':
      return `footnote ${block.name} ${words(block.content)}${hidden(block)}`;
    case 'plain':
      return `plain ${words(block.content)}${hidden(block)}`;
    case 'table':
      return `table ${block.rows.map(({ cells }) => cells.map(words).join(' ')).join(' / ')}`;
    case 'quotation':
      return `quotation ${words({ from: block.start, to: block.end })}`;
    case 'comment':
      return `comment${block.closed ? '' : ', unclosed,'} ${words(block.content)}`;
    default:
      return block satisfies never;
  }
}

function hidden({ hiddenNumbers }: { hiddenNumbers: readonly { number: string }[] }): string {
  return hiddenNumbers.length === 0 ? '' : ` hides ${hiddenNumbers.map(({ number }) => number).join(', ')}`;
}

function marksOf(text: string, inlines: Inlines): Mark[] {
  const { comments, escapes, lineBreaks, foreign } = inlines;
  const labels: (readonly [readonly { from: number; to: number }[], (item: never) => string])[] = [];
  const add = <Item extends { from: number; to: number }>(items: readonly Item[], label: (item: Item) => string) => {
    labels.push([items, label as (item: never) => string]);
  };
  add(inlines.emphases, ({ width }) => ['', 'emphasis', 'strong', 'strong emphasis'][width] ?? '');
  add(inlines.links, ({ target }) => `link ${target}`.trim());
  add(inlines.pictures, ({ target }) => `picture ${target}`.trim());
  add(inlines.footnoteMarks, ({ name }) => `footnote ${name}`);
  add(
    comments,
    ({ content, closed }) =>
      `comment${closed ? '' : ', unclosed,'} “${text.slice(content.from, content.to).trim().replace(/\s+/g, ' ')}”`,
  );
  add(escapes.map(place), () => 'escape');
  add(lineBreaks.map(place), () => 'line break');
  add(inlines.tags, ({ word, items, loose, confirmed }) =>
    [`tag ${word}`, list(items), confirmed && `confirmed ${list(confirmed.items)}`, looseParts(loose)]
      .filter(Boolean)
      .join(' '),
  );
  add(inlines.nearTags, ({ word, numbers }) => `near tag ${word} ${numbers}`.trim());
  add(inlines.references, ({ kind, items, loose }) => [kind, list(items), looseParts(loose)].filter(Boolean).join(' '));
  add(inlines.acronyms, ({ acronym, expansion }) => `${acronym} is “${plainText(text, inlines, expansion)}”`);
  add(foreign, ({ mark }) => mark);
  return labels
    .flatMap(([items, label]) => items.map(item => ({ from: item.from, to: item.to, label: label(item as never) })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

function place(at: number): { from: number; to: number } {
  return { from: at, to: at + 1 };
}

function list(items: readonly ListedNumbers[]): string {
  return items.map(({ first, last }) => (first === last ? first : `${first}–${last}`)).join(', ');
}

function looseParts(loose: readonly unknown[]): string | undefined {
  return loose.length === 0 ? undefined : `(${loose.length} loose)`;
}
