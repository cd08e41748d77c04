import { dateInWords } from '../model/dateInWords.ts';
import type { Paragraph } from '../model/paragraph.ts';
import { gradeMark, htmlPrinter, linkMark, type PrintedMark } from '../model/publishedHtml.ts';
import type { Report } from '../model/report.ts';
import type { Block, BulletBlock, TableBlock } from '../syntax/block.ts';
import { escapedHtml } from '../text/html.ts';
import { addToGroup } from '../text/lists.ts';
import type { Span } from '../text/text.ts';

/** A report as it is published, for a page that shows it. */
export interface ReportPreview {
  readonly lang: string;
  /**
   * The page's body. Each element that a block of the text makes has its line, from 0, as `data-line`; sections with an id,
   * paragraphs, recommendations and notes have theirs (`paragraph-16`, `note-1`). It holds no script.
   */
  readonly html: string;
}

/** Shows a report in its published look: without marks and comments, the notes at its end. */
export function preview(report: Report): ReportPreview {
  const { document, metadata } = report;
  const page = new Page(report);
  const notes: string[] = [];
  document.blocks.forEach((block, i) => {
    if (block.kind === 'footnote') notes.push(page.note(block, i));
    else page.add(block, i);
  });
  return { lang: metadata.lang, html: `${cover(report)}${page.end()}${notesHtml(notes)}` };
}

/** What the details say, as the cover of a report has it. */
function cover({ metadata, document }: Report): string {
  if (document.blocks[0]?.kind !== 'frontMatter') return '';
  const { providers, title, inspected, published, status } = metadata;
  const printed = (words: string): string => escapedHtml(words.replace(/\[\^[^\]\s]*\]/g, ''));
  const intervals = inspected.map(({ from, to }) =>
    from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`,
  );
  const dates = [
    ...(intervals.length > 0 ? [`Inspected ${intervals.join(', ')}`] : []),
    ...(published === undefined ? [] : [`Published ${dateInWords(published)}`]),
  ];
  const lines = [
    ...(status === 'final' ? [] : [`<p class="status">${status === 'draft' ? 'Draft' : 'In review'}</p>`]),
    ...providers.slice(0, 1).map(name => `<p class="provider">${printed(name)}</p>`),
    ...(title === undefined ? [] : [`<p class="title">${printed(title)}</p>`]),
    ...dates.map(line => `<p>${printed(line)}</p>`),
  ];
  return `<header data-line="0">${lines.join('')}</header>`;
}

function notesHtml(notes: readonly string[]): string {
  return notes.length === 0 ? '' : `<footer><h2>Notes</h2>${notes.join('')}</footer>`;
}

/** A page that grows block by block. */
class Page {
  readonly #report: Report;
  readonly #paragraphs: ReadonlyMap<number, Paragraph>;
  readonly #marks: ReadonlyMap<number, readonly PrintedMark[]>;
  readonly #html: string[] = [];
  /** How far the bullets of the open lists are indented, the innermost last. */
  readonly #lists: number[] = [];
  /** Whether a numbered paragraph stands above, to which indented bullets belong. */
  #isNumbered = false;

  constructor(report: Report) {
    this.#report = report;
    this.#paragraphs = new Map(report.paragraphs.map(paragraph => [paragraph.block, paragraph]));
    this.#marks = marksByBlock(report);
  }

  add(block: Block, i: number): void {
    // What is not printed parts no list.
    if (block.kind === 'comment' || block.kind === 'frontMatter') return;
    if (block.kind === 'bullet') {
      this.#bullet(block, i);
      return;
    }
    this.#endLists();
    this.#isNumbered = block.kind === 'numbered';
    this.#html.push(this.#element(block, i));
  }

  /** A note, to stand at the end. */
  note(block: Block & { readonly kind: 'footnote' }, i: number): string {
    const name = escapedHtml(block.name);
    return `<p id="note-${name}"${this.#line(block, i)}><sup>${name}</sup> ${this.#words(block, i, block.content)}</p>`;
  }

  end(): string {
    this.#endLists();
    return this.#html.join('\n');
  }

  #element(block: Block, i: number): string {
    const line = this.#line(block, i);
    switch (block.kind) {
      case 'heading': {
        const id = block.attributes?.id === undefined ? '' : ` id="${escapedHtml(block.attributes.id.value)}"`;
        const title = this.#words(block, i, block.title);
        return title === '' ? `<div${id}${line}></div>` : `<h${block.level}${id}${line}>${title}</h${block.level}>`;
      }
      case 'judgement':
        return `<p class="judgement"${line}>${this.#words(block, i, block.content)}</p>`;
      case 'numbered': {
        const { number, to } = block.number;
        const printed = escapedHtml(number) + (block.number.dotted ? '.' : '');
        const words = this.#words(block, i, { from: Math.max(to, block.content.from), to: block.content.to });
        return `<p class="numbered"${this.#id(i)}${line}><span class="number"${this.#otherId(i)}>${printed}</span> ${words}</p>`;
      }
      case 'table':
        return this.#table(block, i);
      case 'quotation': {
        const quoted = this.#text(i)
          .slice(block.start, block.end)
          .replace(/^[ \t]*>[ \t]?/gm, '');
        return `<blockquote${line}>${escapedHtml(quoted).replace(/\r\n?|\n/g, '<br>')}</blockquote>`;
      }
      case 'plain':
        return block.end <= block.start ? '' : `<p${this.#id(i)}${line}>${this.#words(block, i, block.content)}</p>`;
      default:
        return '';
    }
  }

  #bullet(block: BulletBlock, i: number): void {
    // A bullet belongs to the nearest one above that is indented less by two columns or more.
    while (this.#lists.length > 1 && block.indent < (this.#lists.at(-1) ?? 0) - 1) this.#endList();
    const innermost = this.#lists.at(-1);
    if (innermost === undefined || block.indent >= innermost + 2) {
      const isWithin = innermost === undefined && this.#isNumbered && block.indent >= 2;
      this.#html.push(isWithin ? '<ul class="within">' : '<ul>');
      this.#lists.push(block.indent);
    } else this.#html.push('</li>');
    this.#html.push(`<li${this.#id(i)}${this.#line(block, i)}>${this.#words(block, i, block.content)}`);
  }

  #endList(): void {
    this.#lists.pop();
    this.#html.push('</li></ul>');
  }

  #endLists(): void {
    while (this.#lists.length > 0) this.#endList();
  }

  #table(block: TableBlock, i: number): string {
    const printed = this.#printer(block, i);
    const rows = block.rows.map(({ header, cells }) => {
      const cell = header ? 'th' : 'td';
      return `<tr>${cells.map(each => `<${cell}>${printed(each)}</${cell}>`).join('')}</tr>`;
    });
    return `<table${this.#line(block, i)}>${rows.join('')}</table>`;
  }

  #words(block: Block, i: number, span: Span): string {
    return this.#printer(block, i)(span);
  }

  #printer(block: Block, i: number): (span: Span) => string {
    return htmlPrinter(this.#text(i), block.inlines, this.#marks.get(i));
  }

  #text(i: number): string {
    const { source, starts } = this.#report.document;
    return source.slice(starts[i] ?? 0, starts[i + 1]);
  }

  #line(block: Block, i: number): string {
    const from = (this.#report.document.starts[i] ?? 0) + block.start;
    return ` data-line="${this.#report.text.positionAt(from).line}"`;
  }

  /** By what the paragraph that begins with a block can be linked to. */
  #id(i: number): string {
    const { number, kind, series } = this.#paragraphs.get(i) ?? {};
    if (number === undefined || kind === 'entry' || (kind !== 'recommendation' && series === undefined)) return '';
    return ` id="${kind === 'recommendation' ? 'recommendation' : 'paragraph'}-${escapedHtml(number)}"`;
  }

  /** A recommendation in a series can be linked to as a paragraph, too. */
  #otherId(i: number): string {
    const { number, kind, series } = this.#paragraphs.get(i) ?? {};
    const isBoth = number !== undefined && kind === 'recommendation' && series !== undefined;
    return isBoth ? ` id="paragraph-${escapedHtml(number)}"` : '';
  }
}

/** What is printed otherwise for what it means: numbers that lead to paragraphs, and grades in entries and judgement lines. */
function marksByBlock({ document, references, judgements }: Report): Map<number, PrintedMark[]> {
  const marks = new Map<number, PrintedMark[]>();
  const add = (block: number, mark: (span: Span) => PrintedMark, { from, to }: Span): void => {
    const base = document.starts[block] ?? 0;
    addToGroup(marks, block, mark({ from: from - base, to: to - base }));
  };
  for (const { kind, block, numbers } of references) {
    for (const { first, firstSpan, last, lastSpan } of numbers) {
      add(block, span => linkMark(span, `${kind}-${first}`), firstSpan);
      if (lastSpan.from > firstSpan.from) add(block, span => linkMark(span, `${kind}-${last}`), lastSpan);
    }
  }
  for (const { carrier, block, grade, from, to } of judgements)
    if (grade !== undefined && (carrier === 'entry' || carrier === 'line')) add(block, gradeMark, { from, to });
  return marks;
}
