import { DerivedFacts } from './derivedFacts.ts';
import { numberedTargets } from './numbering/numberedTargets.ts';
import type { Paragraph } from './paragraph.ts';
import { linkTarget, type Reference } from './reference.ts';
import type { Report } from './report.ts';

/** A paragraph that refers to another of its report, in words or by a link. */
interface ReferredParagraph {
  readonly from: Paragraph;
  readonly to: Paragraph;
}

const found = new DerivedFacts<readonly ReferredParagraph[]>();

/** Which paragraphs refer to which, in the order of the text; tags are no references. Found on first use. */
export function referredParagraphs(report: Report): readonly ReferredParagraph[] {
  return found.of(report, () => {
    const targets = numberedTargets(report);
    return report.references.flatMap(reference => {
      const from = reference.paragraph === undefined ? undefined : report.paragraphs[reference.paragraph];
      if (from === undefined) return [];
      return numbersOf(reference).flatMap(({ kind, number }) =>
        (targets[kind].get(number) ?? []).flatMap(to => (to === from ? [] : [{ from, to }])),
      );
    });
  });
}

function numbersOf({
  kind,
  targets,
}: Reference): { readonly kind: 'paragraph' | 'recommendation'; readonly number: string }[] {
  if (kind === 'footnote') return [];
  if (kind !== 'link') return targets.map(number => ({ kind, number }));
  const { path, number } = linkTarget(targets[0] ?? '');
  return path === '' && number !== undefined ? [number] : [];
}
