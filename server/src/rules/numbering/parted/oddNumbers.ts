import { blocksOfKind } from '../../../model/blocksOfKind.ts';
import { partedNumbers } from '../../../model/numbering/partedNumbers.ts';
import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';

/** Of a report whose paragraphs are numbered by parts: a number that stands twice, *S2 S2*, and one with a letter behind it, *2.3a*. */
export function* oddParted(report: Report): Iterable<Finding> {
  const parts = partedNumbers(report);
  if (parts.size === 0) return;
  const { source } = report.document;
  for (const members of parts.values())
    for (const { number = '', content } of members) {
      if (!source.startsWith(number, content.from) || /[\d.]/.test(source.charAt(content.from + number.length)))
        continue;
      yield {
        from: content.from,
        to: content.from + number.length,
        message: `The number ${number} stands here twice. Take one out.`,
      };
    }
  for (const { block, start } of blocksOfKind(report, 'plain')) {
    const from = start + block.start;
    const [, number, prefix = ''] = lettered.exec(source.slice(from, from + longest)) ?? [];
    if (number === undefined || !parts.has(prefix)) continue;
    yield {
      from,
      to: from + number.length,
      message: `The paragraphs around this one are numbered otherwise than “${number}”. Number it as they are.`,
    };
  }
}

const lettered = /^(([SR](?=\d)|(?:\d{1,3}\.){1,2}|)\d{1,3}[a-z])[.)]? \p{Lu}/u;
const longest = 20;
