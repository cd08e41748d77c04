import type { Judgement } from '../../../model/judgements/judgement.ts';
import type { Report } from '../../../model/report.ts';
import { fixWith } from '../../fixWith.ts';
import { oddOneOut } from '../../oddOneOut.ts';
import type { Finding } from '../../rule.ts';

/** The one heading whose grade stands behind another sign than a colon, where those of the others stand behind that. */
export function* gradeSigns({ judgements, document: { blocks, source } }: Report): Iterable<Finding> {
  const signs = judgements.flatMap(own => (blocks[own.block]?.kind === 'heading' ? signOf(own, source) : []));
  if (signs.length < fewest) return;
  const [rarest, other, more] = oddOneOut(signs, ({ sign }) => sign);
  if (rarest === undefined || other?.words !== ':' || more !== undefined || rarest.places.length > 1) return;
  const { from, to } = rarest.last;
  yield {
    from,
    to,
    message: 'The other headings have a colon before their grade. Write it here too.',
    fixes: [fixWith('Write a colon', { from, to }, ': ')],
  };
}

/** Of two nobody knows which is the usual one. */
const fewest = 3;

/** What stands between an area and its grade in a heading of nothing else. */
function signOf({ carrier, areaSpan, from, text }: Judgement, source: string) {
  if ((carrier !== 'heading' && carrier !== 'statement') || areaSpan === undefined || text === '') return [];
  const between = source.slice(areaSpan.to, from);
  return between.length > longest ? [] : [{ from: areaSpan.to, to: from, sign: between.trim() }];
}

/** A sign and the blanks at it; a verb is a sentence’s. */
const longest = 4;
