import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { Paragraph } from '../../../model/paragraph.ts';
import type { Reference } from '../../../model/reference.ts';
import type { Report } from '../../../model/report.ts';
import { changeTo } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

const targets = new DerivedFacts<ReadonlyMap<string, Paragraph>>();

/** The first of each number, by what it is referred to as: *paragraph 12*, *recommendation 3*. */
function targetsOf({ paragraphs }: Report): Map<string, Paragraph> {
  const first = new Map<string, Paragraph>();
  const add = (name: string, own: Paragraph): void => {
    if (!first.has(name)) first.set(name, own);
  };
  for (const own of paragraphs) {
    if (own.number === undefined) continue;
    if (own.series !== undefined) add(`paragraph ${own.number}`, own);
    if (own.kind === 'recommendation') add(`recommendation ${own.number}`, own);
  }
  return first;
}

/** *Paragraph 12 above* where 12 stands below. */
export function* wrongSide(report: Report, reference: Reference): Iterable<Finding> {
  const { source } = report.document;
  const { kind, from, to, paragraph, numbers } = reference;
  if ((kind !== 'paragraph' && kind !== 'recommendation') || paragraph === undefined || numbers.length !== 1) return;
  const [number] = numbers;
  if (number === undefined || number.first !== number.last) return;
  const [after = '', below = ''] = /^\s(above|below)(?!\p{L})/u.exec(source.slice(to, to + 8)) ?? [];
  const [before = '', later = ''] =
    /(?<!\p{L})(earlier|later),?\s(?:in|at)\s$/u.exec(source.slice(Math.max(0, from - 13), from)) ?? [];
  const side = below || later;
  if (side === '') return;
  const target = targets.of(report, targetsOf).get(`${kind} ${number.first}`);
  if (target === undefined || (target.from <= from && from <= target.to)) return;
  const isAbove = target.from < from;
  const right = below === '' ? (isAbove ? 'earlier' : 'later') : isAbove ? 'above' : 'below';
  if (right === side) return;
  const at = below === '' ? from - before.length : to + after.length - side.length;
  const place = { from: at, to: at + side.length };
  yield {
    ...place,
    message: `${kind === 'paragraph' ? 'Paragraph' : 'Recommendation'} ${number.first} stands ${isAbove ? 'above' : 'below'}. Write “${right}”, or the number that is meant.`,
    fixes: [changeTo(place, right)],
  };
}
