import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan, inSentence } from '../../../model/figures/figures.ts';
import type { Report } from '../../../model/report.ts';
import { hasWordOf, idAt, isBlankGap, sentenceAt, wordAt } from '../../../model/words/proseWords.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import { addToGroup } from '../../../text/lists.ts';
import type { Finding } from '../../rule.ts';
import { countInWords } from './countInWords.ts';

const word = idsOf(
  'the',
  'following',
  'making',
  'make',
  'makes',
  'made',
  'have',
  'we',
  'recommendations',
  'key',
  'concerns',
  'all',
  'inspectors',
  'team',
);

/** A place that says how many recommendations there are. */
export interface Said {
  readonly block: FiguredBlock;
  readonly figure: Figure;
}

/** *We are making the following 17 recommendations.* */
export function isOfRecommendations(report: Report, block: FiguredBlock, figure: Figure): boolean {
  const { prose } = block;
  if (idAt(prose, figure.last) !== word.recommendations || report.recommendations.length === 0) return false;
  let at = figure.first - 1;
  // *We accept all four recommendations.*
  if (idAt(prose, at) === word.all && accepting.has(idAt(prose, at - 1))) return !isNarrowed(prose, figure.last);
  while (idAt(prose, at) === word.the || idAt(prose, at) === word.following) at--;
  const verb = idAt(prose, at);
  if (verb === word.making || verb === word.makes) return true;
  const before = idAt(prose, at - 1);
  if ((verb === word.made && before === word.have) || (verb === word.make && before === word.we)) return true;
  return verb === word.made && isOwnDeed(block, at);
}

const accepting = idSet('accept accepts accepted welcome welcomes welcomed');
/** After *recommendations* these say of which report they are, or which of them are meant. */
const narrowing = idSet('of from in made to for about that which relating concerning');

function isNarrowed(prose: FiguredBlock['prose'], recommendations: number): boolean {
  return narrowing.has(idAt(prose, recommendations + 1)) && isBlankGap(prose, recommendations);
}

/** *The review team identified … and made four recommendations*: what is told of those who wrote this report, and of no other time. */
function isOwnDeed({ prose, dates }: FiguredBlock, verb: number): boolean {
  const sentence = sentenceAt(prose, verb);
  if (inSentence(dates, sentence).length > 0) return false;
  const { first } = sentence;
  const subject = idAt(prose, first) === word.the ? first + 1 : first;
  const isOwn =
    idAt(prose, first) === word.we ||
    idAt(prose, first) === word.inspectors ||
    (inspecting.has(idAt(prose, subject)) && idAt(prose, subject + 1) === word.team);
  if (!isOwn) return false;
  return !hasWordOf(prose, first, sentence.last, earlier);
}

const inspecting = idSet('review inspection audit visiting');

/** *We identified 12 key concerns* of the report’s own, which stand in sections that are called so. */
export function concernsFinding(report: Report, block: FiguredBlock, figure: Figure): Finding | undefined {
  const { prose, dates } = block;
  const sentence = sentenceAt(prose, figure.first);
  if (
    idAt(prose, figure.last) !== word.key ||
    idAt(prose, figure.last + 1) !== word.concerns ||
    !identifying.has(idAt(prose, figure.first - 1)) ||
    dates.some(({ first }) => first >= sentence.first && first < sentence.last)
  )
    return undefined;
  if (hasWordOf(prose, sentence.first, figure.first, earlier)) return undefined;
  const list = report.recommendations.filter(({ section }) =>
    /concerns$/i.test(report.sections[section ?? -1]?.title ?? ''),
  );
  if (list.length < 2 || list.length === figure.value) return undefined;
  return {
    ...figureSpan(block, figure),
    message: `The text says *${wordAt(prose, figure.first)}* key concerns, and there are ${countInWords(list.length)}. Correct the number or the list.`,
    related: list.map(({ from, to, number }) => ({ from, to, message: `Concern ${number ?? ''}.` })),
  };
}

const identifying = idSet('identified identify raised raise');
const earlier = idSet('last previous previously earlier then ago');

/** A number that is not that of the recommendations, once: a report says in several places how many it makes. */
export function* recommendationFindings({ recommendations, tags }: Report, said: readonly Said[]): Iterable<Finding> {
  const count = recommendations.length;
  const wrong = new Map<number, Said[]>();
  for (const own of said) {
    const { value } = own.figure;
    // *(Recommendation 17)* further on: the list goes on there, be it under another heading.
    const isNumbered = value > count && tags.some(({ numbers }) => numbers.includes(String(value)));
    if (value !== count && !isNumbered) addToGroup(wrong, value, own);
  }
  for (const [first, ...others] of wrong.values()) {
    if (first === undefined) continue;
    const again = others.map(own => ({ ...figureSpan(own.block, own.figure), message: 'Here too.' }));
    const list = recommendations.map(({ from, to, number }) => ({
      from,
      to,
      message: number === undefined ? 'A recommendation.' : `Recommendation ${number}.`,
    }));
    yield {
      ...figureSpan(first.block, first.figure),
      message: `The text says *${wordAt(first.block.prose, first.figure.first)}* recommendations, and there ${count === 1 ? 'is one' : `are ${countInWords(count)}`}. Correct the number or the list.`,
      related: [...again, ...list],
    };
  }
}
