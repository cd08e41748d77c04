import { seriesOf } from '../../../model/numbering/series.ts';
import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import { proseOf } from '../../../model/words/prose.ts';
import type { Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';
import { statedOpening } from './statedOpening.ts';

/**
 * The first finding of a series if it begins with what is to be done, as a recommendation does and no other finding: the last
 * recommendation has got below the heading of the findings. A question, for an order is known by one word only.
 */
export function* amongFindings(report: Report): Iterable<Finding> {
  if (report.recommendations.length < fewest) return;
  for (const { members } of seriesOf(report)) {
    let orders: ReadonlySet<number> | undefined;
    for (const [i, own] of members.entries()) {
      if (own.kind !== 'finding' || members[i - 1]?.kind !== 'recommendation') continue;
      orders ??= ordersOf(report, members);
      const first = firstWord(report, own);
      if (first === undefined || !orders.has(first.id) || statedOpening(report, own) !== undefined) continue;
      const others = members.filter(other => other.kind === 'finding' && other !== own);
      if (others.some(other => firstWord(report, other)?.id === first.id)) continue;
      yield {
        from: first.from,
        to: first.to,
        severity: 'information',
        message: 'This finding says what is to be done, as the recommendations do. Does it belong above the heading?',
      };
    }
  }
}

/** Of fewer nothing is known of how they begin. */
const fewest = 3;

/** The words with which recommendations begin. */
function ordersOf(report: Report, members: readonly Paragraph[]): ReadonlySet<number> {
  return new Set(
    members.flatMap(own =>
      own.kind === 'recommendation' && statedOpening(report, own) === undefined
        ? (firstWord(report, own)?.id ?? [])
        : [],
    ),
  );
}

function firstWord(report: Report, { block }: Paragraph): (Span & { readonly id: number }) | undefined {
  const { words, sentences } = proseOf(report, block) ?? {};
  const at = 3 * (sentences?.[0]?.first ?? -1);
  if (words === undefined || at < 0) return undefined;
  const base = report.document.starts[block] ?? 0;
  return { id: words[at + 2] ?? 0, from: base + (words[at] ?? 0), to: base + (words[at + 1] ?? 0) };
}
