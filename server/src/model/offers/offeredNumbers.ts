import { frameworkIndex } from '../frameworkIndex.ts';
import { nextNumber } from '../numbering/nextNumber.ts';
import { paragraphOfBlock } from '../paragraphOfBlock.ts';
import { sectionOfBlock } from '../sectionOfBlock.ts';
import { fittingRecommendations } from '../suggestions/fittingRecommendations.ts';
import { restOf, tagAround } from './behindCursor.ts';
import { numberedOffer, type Offer, type WritingPlace } from './offer.ts';

/**
 * Numbers after *paragraph* or *recommendation*, but none that the list names already nor the paragraph’s own; within a tag
 * those of the recommendations that fit its finding first.
 */
export function offeredReferences({ report, offset, before, block }: WritingPlace): Offer[] | undefined {
  const [, bracket, word = '', others = '', typed = ''] =
    /(\(?)\b(paragraphs?|paras?|recommendations?)[ \u00a0]((?:[SR]?[\d.]+(?:, | and | to |–|-))*)([SR]?[\d.]*)$/i.exec(
      before,
    ) ?? [];
  // *Paragraph 9 and* goes on in words; *paragraphs 9 and* with a number.
  if (word === '' || (others !== '' && bracket === '' && !/s$/i.test(word))) return undefined;
  const isParagraph = /^para/i.test(word);
  const targets = isParagraph
    ? report.paragraphs.filter(({ kind }) => kind === 'finding')
    : bracket === ''
      ? report.recommendations
      : fittingRecommendations(report, paragraphOfBlock(report, block));
  const named: readonly string[] = others.match(/[SR]?\d+(?:\.\d+)*/gi) ?? [];
  const own = paragraphOfBlock(report, block);
  const rest = restOf(report, offset, /^\d*(?:\.\d+)*/);
  return targets
    .filter(target => target !== own && !named.includes(target.number ?? ''))
    .flatMap(target => numberedOffer(report, target, number => ({ label: number, typed: typed.length, rest })));
}

/** Tags, after an opening bracket in a finding; only their numbers are shown, for the words beside them tell them apart. */
export function offeredTags({ report, offset, before, block }: WritingPlace): Offer[] | undefined {
  const [, typed = ''] = /(\([\p{L} ]{0,30})$/u.exec(before) ?? [];
  const { link, tagWords } = report.framework.recommendations;
  const word = tagWords[0] ?? 'Recommendation';
  if (typed === '' || link !== 'tag' || !`(${word} `.toLowerCase().startsWith(typed.toLowerCase())) return undefined;
  if (paragraphOfBlock(report, block)?.kind !== 'finding') return undefined;
  const around = tagAround(report, offset);
  if (around !== undefined && around.tag.items.length > 1) return undefined;
  const rest = around === undefined ? restOf(report, offset, /^\)?/) : around.to - offset;
  return fittingRecommendations(report, paragraphOfBlock(report, block)).flatMap(target =>
    numberedOffer(report, target, number => ({
      label: number,
      text: `(${word} ${number})`,
      typed: typed.length,
      rest,
    })),
  );
}

/** The next number of the series, at the start of a line in a section whose paragraphs are numbered. */
export function offeredNextNumber({ report, before, offset, block }: WritingPlace): Offer[] | undefined {
  if (!/^\d{0,3}\.?$/.test(before)) return undefined;
  const role = sectionOfBlock(report, block)?.role;
  const index = role === undefined ? undefined : frameworkIndex(report.framework).seriesOfRole.get(role);
  // (Numbers such as 2.1 take two dots to write, and the first of them ends what is typed here.)
  if (index === undefined || report.framework.numbering[index]?.form === '1.1') return undefined;
  const next = nextNumber(report, index, offset - before.length);
  if (next === undefined) return undefined;
  return [
    {
      label: `${next}.`,
      text: `${next}. `,
      typed: before.length,
      rest: restOf(report, offset, /^\d{0,3}\.(?:[ \t]+|$)/),
      kind: 'number',
      words: 'The next number',
    },
  ];
}
