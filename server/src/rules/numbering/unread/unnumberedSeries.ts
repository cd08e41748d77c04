import { seriesOf } from '../../../model/numbering/series.ts';
import { isNumbered } from '../../../model/numbering/unnumberedParagraphs.ts';
import type { Report } from '../../../model/report.ts';
import type { Block } from '../../../syntax/block.ts';
import { openingWords } from '../../../text/phrases.ts';
import type { Finding } from '../../rule.ts';

/** So many whole paragraphs are no beginning. */
const fewest = 3;
const fewestWords = 6;

/** The paragraphs of sections that are numbered, where no number is read at all: one finding. */
export function* unnumberedSeries(report: Report): Iterable<Finding> {
  const { document, framework, paragraphs } = report;
  if (seriesOf(report).length > 0 || !framework.sections.some(own => own.paragraphs === 'numbered')) return;
  const all = paragraphs.filter(({ kind, section, block, content }) => {
    if (kind !== 'other' || !isUnread(document.blocks[block])) return false;
    if (section === undefined || !isNumbered(report, section)) return false;
    const written = document.source.slice(content.from, content.to);
    return /^[\p{Lu}\d(‘“].*[.!?][’”'")]*$/su.test(written) && written.split(/\s+/, fewestWords).length === fewestWords;
  });
  const [first, ...others] = all;
  if (first === undefined || all.length < fewest) return;
  const { from } = first.content;
  const [mark = ''] = /^\(?\d{1,3}[.):]{0,2}/.exec(document.source.slice(from, from + 8)) ?? [];
  yield {
    ...(mark === '' ? openingWords(document.source, first.content) : { from, to: from + mark.length }),
    message:
      mark === ''
        ? `This paragraph has no number, nor have ${others.length} more. Begin it with “1. ”, and number all.`
        : `“${mark}” is not read as a number, nor are ${others.length} more. Write a full stop and a space after each, “1. ”.`,
  };
}

/** Whether a block is none of a series: plain, or numbered by parts, *1.12*. */
function isUnread(block: Block | undefined): boolean {
  return block?.kind === 'plain' || (block?.kind === 'numbered' && block.number.number.includes('.'));
}
