import type { RecommendationKind } from '../model/framework.ts';
import { areaTitle } from '../model/frameworkIndex.ts';
import { judgedAreas } from '../model/judgements/judgedAreas.ts';
import { bareTags, fairScore, linksOf } from '../model/links.ts';
import type { Paragraph, TagLink } from '../model/paragraph.ts';
import { paragraphWords, type Report } from '../model/report.ts';
import { type TieBasis, tiesOf } from '../model/ties.ts';
import { type Sentence, sentencesOfParagraph } from '../model/words/prose.ts';
import { singleSpaced } from '../text/singleSpaced.ts';
import { firstWhere } from '../text/text.ts';

/**
 * What ties the recommendations of a report to its findings, and to the grades of the areas in which those stand. Lines
 * from 1.
 */
export interface Matrix {
  readonly title: string | null;
  /** The id of the framework by which the report was read, and how findings and recommendations are tied by it. */
  readonly framework: string;
  readonly link: RecommendationKind['link'];
  /** In the order of the text, as are the findings of each. */
  readonly recommendations: readonly MatrixRecommendation[];
  /** The tags that name no recommendation, each with what it may mean. */
  readonly bareTags: readonly MatrixBareTag[];
  /** The tags that name a recommendation which there is not. */
  readonly strayTags: readonly MatrixStrayTag[];
  /** The recommendations that cite a paragraph which is not there, or is no finding. */
  readonly strayCitations: readonly MatrixStrayCitation[];
}

/** A recommendation with the findings that support it, and those that may. */
interface MatrixRecommendation {
  readonly number: string | null;
  readonly text: string;
  readonly line: number;
  readonly findings: readonly MatrixTie[];
  /** The findings with a bare tag that fits this recommendation best. */
  readonly suggested: readonly MatrixSuggestion[];
}

/** A paragraph that supports or may support a recommendation; the area is that of its section, with all grades it is given. */
export interface MatrixFinding {
  readonly number: string | null;
  readonly text: string;
  /** The sentence that its tag ends; all its text where it has no tag. */
  readonly words: string;
  readonly line: number;
  readonly section: string | null;
  readonly area: string | null;
  readonly areaTitle: string | null;
  /** The labels of the grades: one, or several where the report contradicts itself; none where it gives none. */
  readonly grades: readonly string[];
}

/** A finding, and what ties it: its tag, the comment that confirms its tag, or that the recommendation cites it. */
interface MatrixTie extends MatrixFinding {
  readonly by: readonly TieBasis[];
}

/** A finding that may be meant, and how likely that is, from 0 to 1. */
interface MatrixSuggestion extends MatrixFinding {
  readonly score: number;
}

/** A finding whose tag names no recommendation, and which it may mean, the best first. */
interface MatrixBareTag extends MatrixFinding {
  readonly suggestions: readonly {
    readonly recommendation: string | null;
    readonly text: string;
    readonly line: number;
    readonly score: number;
  }[];
}

/** A finding whose tag names a recommendation which there is not. */
interface MatrixStrayTag extends MatrixFinding {
  readonly recommendation: string;
}

/** A recommendation, and the number of what it cites. */
interface MatrixStrayCitation {
  readonly number: string | null;
  readonly text: string;
  readonly line: number;
  readonly paragraph: string;
}

/** So many suggestions of a tag at most are shown: all but the best must be fair. */
const mostSuggestions = 3;

/** The matrix of a report: recommendations by findings by judgements. */
export function matrix(report: Report): Matrix {
  const findingOf = findingsIn(report);
  const { findingsOf, strayTags, strayCitations } = tiesOf(report);
  const { suggestions } = linksOf(report);
  const suggested = new Map<Paragraph, Map<Paragraph, MatrixSuggestion>>();
  const bare = bareTags(report).flatMap(tag => {
    const paragraph = report.paragraphs[tag.paragraph];
    if (paragraph === undefined) return [];
    const shown = (suggestions.get(tag) ?? [])
      .slice(0, mostSuggestions)
      .filter(({ score }, i) => i === 0 || score >= fairScore)
      .flatMap(({ recommendation, score }) => {
        const meant = report.recommendations[recommendation];
        return meant === undefined ? [] : [{ meant, score: Math.round(score * 1000) / 1000 }];
      });
    const [best] = shown;
    if (best !== undefined && findingsOf.get(best.meant)?.has(paragraph) !== true) {
      const others = suggested.get(best.meant) ?? new Map<Paragraph, MatrixSuggestion>();
      const score = Math.max(best.score, others.get(paragraph)?.score ?? 0);
      suggested.set(best.meant, others.set(paragraph, { ...findingOf(paragraph, tag), score }));
    }
    return [
      { ...findingOf(paragraph, tag), suggestions: shown.map(({ meant, score }) => ({ ...named(meant), score })) },
    ];
  });

  function named(recommendation: Paragraph) {
    const { number, text, line } = findingOf(recommendation);
    return { recommendation: number, text, line };
  }

  return {
    title: report.metadata.title ?? null,
    framework: report.framework.id,
    link: report.framework.recommendations.link,
    recommendations: report.recommendations.map(own => {
      const { recommendation: number, text, line } = named(own);
      const findings = [...(findingsOf.get(own) ?? [])].sort(([a], [b]) => a.index - b.index);
      return {
        number,
        text,
        line,
        findings: findings.map(([finding, { by, tags }]) => ({ ...findingOf(finding, tags[0]), by: [...by] })),
        suggested: [...(suggested.get(own)?.values() ?? [])],
      };
    }),
    bareTags: bare,
    strayTags: strayTags.map(({ finding, tag, number }) => ({ ...findingOf(finding, tag), recommendation: number })),
    strayCitations: strayCitations.map(({ recommendation, number: paragraph }) => {
      const { recommendation: number, text, line } = named(recommendation);
      return { number, text, line, paragraph };
    }),
  };
}

/**
 * Makes of a paragraph what the matrix shows of it, with the words that a tag of it ends. A paragraph, and a sentence, may
 * have many tags.
 */
function findingsIn(report: Report): (paragraph: Paragraph, tag?: TagLink) => MatrixFinding {
  const areas = new Map(judgedAreas(report).map(own => [own.area, own.places]));
  const known = new Map<Paragraph, { finding: MatrixFinding; sentences: readonly Sentence[] }>();
  const ended = new Map<Sentence, string>();
  const read = (paragraph: Paragraph) => {
    const section = report.sections[paragraph.section ?? -1];
    const area = section?.area;
    const places = areas.get(area ?? '') ?? [];
    const title = area === undefined ? null : areaTitle(report.framework, area, places[0]?.areaText);
    const text = withoutGaps(paragraphWords(report, paragraph, { withoutTags: true }));
    const finding = {
      number: paragraph.number ?? null,
      text,
      words: text,
      line: report.text.positionAt(paragraph.from).line + 1,
      section: section?.path ?? null,
      area: area ?? null,
      areaTitle: title,
      grades: [...new Set(places.map(({ grade }) => grade.label))],
    };
    return { finding, sentences: sentencesOfParagraph(report, paragraph) };
  };
  return (paragraph, tag) => {
    const { finding, sentences } = known.get(paragraph) ?? read(paragraph);
    known.set(paragraph, { finding, sentences });
    const after = tag === undefined ? 0 : firstWhere(sentences.length, i => (sentences[i]?.from ?? 0) >= tag.from);
    const tagged = sentences[after - 1];
    if (tagged === undefined) return finding;
    let words = ended.get(tagged);
    if (words === undefined) {
      const { prose, base, from, to } = tagged;
      words = withoutGaps(singleSpaced(prose.text.slice(from - base, to - base)));
      ended.set(tagged, words);
    }
    return { ...finding, words };
  };
}

/** Words without the blank before a comma that a tag in the midst of them leaves. */
function withoutGaps(words: string): string {
  return words.replace(/ +(?=[,.;:])/g, '').trim();
}
