import type { Document } from '../../server/src/syntax/document.ts';
import { plainText } from '../../server/src/syntax/plainText.ts';

/**
 * The words that a reader sees in print, in order: runs of characters that are no blanks, after NFC. The cover, comments,
 * bullets, footnote marks and the colon of a judgement entry are the markup's and not among them.
 */
export function printedWords({ source, blocks, starts }: Document, isEntry: (block: number) => boolean): string[] {
  const printed: string[] = [];
  blocks.forEach((block, i) => {
    const start = starts[i] ?? 0;
    const text = source.slice(start, start + block.end);
    switch (block.kind) {
      case 'frontMatter':
      case 'comment':
        break;
      case 'heading':
        printed.push(plainText(text, block.inlines, block.title));
        break;
      case 'numbered': {
        const words = plainText(text, block.inlines, block.content);
        printed.push(
          text.slice(block.number.from, block.content.from),
          isEntry(i) ? words.replace(/:(?=[^:]*$)/, '') : words,
        );
        break;
      }
      case 'judgement':
      case 'bullet':
      case 'footnote':
      case 'plain':
        printed.push(plainText(text, block.inlines, block.content));
        break;
      case 'table':
      case 'quotation':
        printed.push(text);
        break;
      default:
        block satisfies never;
    }
  });
  return printed
    .join(' ')
    .normalize('NFC')
    .split(/\s+/)
    .filter(word => word !== '');
}
