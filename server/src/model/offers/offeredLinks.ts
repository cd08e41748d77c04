import type { Report } from '../report.ts';
import type { BegunPath } from './begunPath.ts';
import { restOf } from './behindCursor.ts';
import { numberedOffer, type Offer, type WritingPlace } from './offer.ts';
import { offeredPaths } from './offeredPaths.ts';

/** What a link may lead to in this report. */
export function offeredLinks({ report, offset, before }: WritingPlace): Offer[] | undefined {
  const [, typed] = /\]\(#([\w-]*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  return places(report, { typed: typed.length, rest: restOf(report, offset, /^[\w-]*(?=\))/) });
}

/** Other files, or the places in another report to which a link may lead. */
export function offeredElsewhere(
  { report, offset }: WritingPlace,
  begun: BegunPath,
  paths: readonly string[],
  linked: Report | undefined,
): Offer[] {
  const { kind, isDetail } = begun;
  const rest = restOf(
    report,
    offset,
    isDetail ? /^(?:(?! #).)*/ : kind === 'place' ? /^[\w-]*(?=\))/ : /^[^\s()#]*(?=[#)])/,
  );
  const written = { typed: begun.typed.length, rest };
  if (kind === 'place') return linked === undefined ? [] : places(linked, written);
  return offeredPaths(begun, paths).map(({ path, written: text }) => ({
    label: path,
    text,
    ...written,
    kind: 'file',
  }));
}

/** The places in a report that have a name or a number for links. */
function places(report: Report, written: Required<Pick<Offer, 'typed' | 'rest'>>): Offer[] {
  const sections = report.sections.flatMap(({ id, title }): Offer[] =>
    id === undefined ? [] : [{ label: id, ...written, kind: 'place', words: title }],
  );
  const paragraphs = report.paragraphs.flatMap(paragraph =>
    paragraph.kind === 'finding' || paragraph.kind === 'recommendation'
      ? numberedOffer(report, paragraph, number => ({
          label: `${paragraph.kind === 'finding' ? 'paragraph' : 'recommendation'}-${number}`,
          ...written,
        }))
      : [],
  );
  return [...sections, ...paragraphs];
}
