import type { SourceLine } from './source.ts';

/**
 * Lines without what a site or an extractor has written where each page begins or ends, *Page 3:*, *[Page 3]* or
 * *--- Page 3 ---*: each is a line of its own, which says that it is no text. Where nothing else says it, pages begin there.
 */
export function withoutPageLabels(lines: readonly SourceLine[]): readonly SourceLine[] {
  const labels = risingLabels(lines);
  const isSigned = ({ isSigned }: Label) => isSigned;
  // A page’s number of print has its line to itself, and no sign.
  if (labels.length < fewestPages || labels.filter(isSigned).length < labels.length * 0.8) return lines;
  const byLine = new Map(labels.map(label => [label.at, label]));
  const isPaged = (lines.at(-1)?.page ?? 1) > 1;
  let page = 0;
  return lines.flatMap((line, at) => {
    const label = byLine.get(at);
    if (label !== undefined) page++;
    const own = isPaged ? line : { ...line, page: Math.max(1, page) };
    if (label === undefined) return [own];
    const rest = line.text.slice(label.length);
    const head = { ...own, text: line.text.slice(0, label.length), look: { furniture: 'head' as const } };
    return rest.trim() === '' ? [head] : [head, { ...own, text: rest }];
  });
}

/** With fewer labels than this nothing is sure. */
const fewestPages = 3;

interface Label {
  readonly at: number;
  readonly number: number;
  readonly length: number;
  /** Whether a sign, or the page’s words, come after it. */
  readonly isSigned: boolean;
}

const pageLabel =
  /^\s{0,200}[-–—=[(|*#]{0,40}\s{0,40}(?:page|slide)\s*(\d{1,3})(?:\s*(?:of|\/)\s*\d{1,3})?\s*([:.\])–—|*#=-]*)(?=\s|$)\s*/i;

/** The labels that go up by one from the first page on. */
function risingLabels(lines: readonly SourceLine[]): Label[] {
  const labels: Label[] = [];
  for (const [at, { text }] of lines.entries()) {
    const [label, digits, signs] = pageLabel.exec(text) ?? [];
    const number = Number(digits);
    const before = labels.at(-1)?.number ?? (number > 2 ? number : number - 1);
    if (label === undefined || number !== before + 1) continue;
    labels.push({ at, number, length: label.length, isSigned: signs !== '' || label.length < text.trimEnd().length });
  }
  return labels;
}
