import { DerivedFacts } from './derivedFacts.ts';
import { numberedTargets } from './numbering/numberedTargets.ts';
import type { Paragraph, TagLink } from './paragraph.ts';
import type { Report } from './report.ts';

/** What ties a finding to a recommendation: its tag, the comment that confirms its tag, or that the recommendation cites it. */
export type TieBasis = 'tag' | 'confirmed' | 'citation';

/** What ties a finding to a recommendation, with the tags that do. */
export interface Tie {
  readonly by: ReadonlySet<TieBasis>;
  readonly tags: readonly TagLink[];
}

/** A tag that names a recommendation which is not there. */
interface StrayTag {
  readonly finding: Paragraph;
  readonly tag: TagLink;
  readonly number: string;
}

/** A recommendation that cites what is no finding, however often it does. */
interface StrayCitation {
  readonly recommendation: Paragraph;
  readonly number: string;
}

/** Which findings each recommendation rests on, and what leads nowhere. */
export interface Ties {
  /** By recommendation, and by the finding that supports it. */
  readonly findingsOf: ReadonlyMap<Paragraph, ReadonlyMap<Paragraph, Tie>>;
  readonly strayTags: readonly StrayTag[];
  readonly strayCitations: readonly StrayCitation[];
}

/** A tie that is being found. */
interface OpenTie {
  readonly by: Set<TieBasis>;
  readonly tags: TagLink[];
}

const found = new DerivedFacts<Ties>();

/** The ties of a report, found on first use. */
export function tiesOf(report: Report): Ties {
  return found.of(report, tiesIn);
}

function tiesIn(report: Report): Ties {
  const targets = numberedTargets(report);
  const findingsOf = new Map<Paragraph, Map<Paragraph, OpenTie>>();
  const strayTags: StrayTag[] = [];
  const strayCitations: StrayCitation[] = [];
  const add = (recommendation: Paragraph, finding: Paragraph, basis: TieBasis, tag?: TagLink): void => {
    const findings = findingsOf.get(recommendation) ?? new Map<Paragraph, OpenTie>();
    const tie = findings.get(finding) ?? { by: new Set(), tags: [] };
    tie.by.add(basis);
    if (tag !== undefined) tie.tags.push(tag);
    findingsOf.set(recommendation, findings.set(finding, tie));
  };
  for (const tag of report.tags) {
    const finding = report.paragraphs[tag.paragraph];
    if (tag.isNumber || finding === undefined || finding.kind === 'recommendation') continue;
    for (const number of tag.numbers) {
      const meant = targets.recommendation.get(number) ?? [];
      if (meant.length === 0) strayTags.push({ finding, tag, number });
      for (const own of meant) add(own, finding, tag.basis === 'confirmed' ? 'confirmed' : 'tag', tag);
    }
  }
  const stray = new Set<string>();
  for (const { kind, paragraph, targets: cited } of report.references) {
    const own = kind === 'paragraph' && paragraph !== undefined ? report.paragraphs[paragraph] : undefined;
    if (own?.kind !== 'recommendation') continue;
    for (const number of cited) {
      const findings = (targets.paragraph.get(number) ?? []).filter(target => target.kind !== 'recommendation');
      if (findings.length === 0 && !stray.has(`${paragraph} ${number}`)) {
        stray.add(`${paragraph} ${number}`);
        strayCitations.push({ recommendation: own, number });
      }
      for (const finding of findings) add(own, finding, 'citation');
    }
  }
  return { findingsOf, strayTags, strayCitations };
}
