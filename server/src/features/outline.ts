import type { Carrier } from '../model/judgements/judgement.ts';
import { linksOf } from '../model/links.ts';
import { numberedTargets } from '../model/numbering/numberedTargets.ts';
import type { Paragraph, TagLink } from '../model/paragraph.ts';
import { linkTarget, type Reference } from '../model/reference.ts';
import { paragraphWords, type Report, wordsOf } from '../model/report.ts';
import type { ReportSummary } from '../model/reportSummary.ts';
import { blockSpan } from '../syntax/document.ts';
import type { FrontMatterValue } from '../syntax/frontMatterEntry.ts';
import { joinedLines } from '../syntax/plainText.ts';
import type { Span } from '../text/text.ts';

/** All that is read from a report, as plain data: what `inspectmark outline --format json` writes. Lines and columns from 1. */
export interface Outline {
  /** The id of the framework by which the report was read. */
  readonly framework: string;
  /** The front matter's keys with their values as read. */
  readonly metadata: Readonly<Record<string, FrontMatterValue>>;
  readonly sections: readonly OutlineSection[];
  readonly judgements: readonly OutlineJudgement[];
  /** Those that have a number or a tag, and all recommendations. */
  readonly paragraphs: readonly OutlineParagraph[];
  readonly recommendations: readonly OutlineRecommendation[];
  readonly references: readonly OutlineReference[];
  readonly footnotes: readonly OutlineFootnote[];
  readonly acronyms: readonly OutlineAcronym[];
}

/** A section; its last line is the last one that is not blank. */
interface OutlineSection {
  readonly id: string | null;
  /** The titles down to it: `Leadership › Summary`. */
  readonly path: string;
  readonly title: string;
  readonly level: number;
  readonly role: string | null;
  readonly area: string | null;
  readonly line: number;
  readonly endLine: number;
}

/** A grade where it is stated. */
interface OutlineJudgement {
  /** The area's id and its number. */
  readonly area: string | null;
  readonly number: string | null;
  /** The id of the grade, or nothing if the words are none of the scale. */
  readonly grade: string | null;
  readonly text: string;
  readonly carrier: Carrier;
  readonly line: number;
  readonly column: number;
}

/** A paragraph in a reader's words, on one line. */
interface OutlineParagraph {
  readonly number: string | null;
  readonly kind: Paragraph['kind'];
  /** The path of its section. */
  readonly section: string | null;
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
  readonly tags: readonly OutlineTag[];
}

/** A tag; without numbers where it is bare, and its basis then `suggested`. */
interface OutlineTag {
  readonly text: string;
  readonly numbers: readonly string[];
  readonly basis: TagLink['basis'];
  readonly line: number;
}

/** A recommendation with what supports it and, the best first, what may. */
interface OutlineRecommendation {
  readonly number: string | null;
  readonly text: string;
  readonly line: number;
  readonly supportedBy: readonly string[];
  readonly suggestedBy: readonly { readonly paragraph: string | null; readonly score: number }[];
}

/** A reference in words, a link or a footnote mark, as written. */
interface OutlineReference {
  readonly text: string;
  readonly kind: Reference['kind'];
  readonly targets: readonly string[];
  /** Whether it leads somewhere; nothing where other reports cannot be looked up. */
  readonly resolved: boolean | null;
  readonly line: number;
}

/** A footnote's text with the lines of its marks. */
interface OutlineFootnote {
  readonly name: string;
  readonly text: string | null;
  readonly line: number | null;
  readonly marks: readonly number[];
}

/** An acronym where it is defined. */
interface OutlineAcronym {
  readonly acronym: string;
  readonly expansion: string;
  readonly line: number;
}

type Linked = ((path: string) => ReportSummary | undefined) | undefined;

/** The outline of a report. `linked` looks up another report by its path as a link writes it. */
export function outline(report: Report, linked?: Linked): Outline {
  const targets = targetsOf(report);
  const line = (offset: number): number => report.text.positionAt(offset).line + 1;
  const written = ({ from, to }: Span): string => joinedLines(report.document.source.slice(from, to));

  return {
    framework: report.framework.id,
    metadata: Object.fromEntries(report.metadata.entries.map(({ key, value }) => [key, value])),
    sections: report.sections.map(({ id = null, path, title, level, role = null, area = null, heading, blockEnd }) => ({
      id,
      path,
      title,
      level,
      role,
      area,
      line: line(heading.from),
      endLine: line(blockSpan(report.document, blockEnd - 1).to),
    })),
    judgements: report.judgements.map(({ area = null, number = null, grade, text, carrier, from }) => {
      const { line, character } = report.text.positionAt(from);
      return { area, number, grade: grade?.id ?? null, text, carrier, line: line + 1, column: character + 1 };
    }),
    paragraphs: report.paragraphs.filter(isListed).map(paragraph => ({
      number: paragraph.number ?? null,
      kind: paragraph.kind,
      section: paragraph.section === undefined ? null : (report.sections[paragraph.section]?.path ?? null),
      text: paragraphWords(report, paragraph),
      line: line(paragraph.from),
      endLine: line(paragraph.to),
      tags: paragraph.tags
        .filter(({ isNumber }) => !isNumber)
        .map(({ from, to, numbers, basis }) => ({ text: written({ from, to }), numbers, basis, line: line(from) })),
    })),
    recommendations: recommendations(report, line),
    references: report.references.map(reference => ({
      text: written(reference),
      kind: reference.kind,
      targets: reference.targets,
      resolved: isResolved(targets, reference, linked),
      line: line(reference.from),
    })),
    footnotes: report.footnotes.map(({ name, texts: [text], marks }) => ({
      name,
      text: text === undefined ? null : wordsOf(report, text.block, text.content),
      line: text === undefined ? null : line(text.from),
      marks: marks.map(({ from }) => line(from)),
    })),
    acronyms: report.acronyms.map(({ acronym, expansion, from, block }) => ({
      acronym,
      expansion: wordsOf(report, block, expansion),
      line: line(from),
    })),
  };
}

function isListed({ number, kind, tags }: Paragraph): boolean {
  return number !== undefined || kind === 'recommendation' || tags.length > 0;
}

function recommendations(report: Report, line: (offset: number) => number): OutlineRecommendation[] {
  const { supportedBy, suggestions } = linksOf(report);
  const suggestedBy = report.recommendations.map((): { paragraph: string | null; score: number }[] => []);
  for (const [tag, ranked] of suggestions) {
    const paragraph = report.paragraphs[tag.paragraph]?.number ?? null;
    for (const { recommendation, score } of ranked) suggestedBy[recommendation]?.push({ paragraph, score });
  }
  return report.recommendations.map((recommendation, i) => ({
    number: recommendation.number ?? null,
    text: paragraphWords(report, recommendation),
    line: line(recommendation.from),
    supportedBy: supportedBy.get(recommendation.number ?? '') ?? [],
    suggestedBy: (suggestedBy[i] ?? [])
      .sort((a, b) => b.score - a.score)
      .map(({ paragraph, score }) => ({ paragraph, score: Math.round(score * 1000) / 1000 })),
  }));
}

/** What references of a report can lead to. */
interface Targets {
  readonly paragraph: ReadonlyMap<string, unknown>;
  readonly recommendation: ReadonlyMap<string, unknown>;
  readonly footnote: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

function targetsOf(report: Report): Targets {
  return {
    ...numberedTargets(report),
    footnote: new Set(report.footnotes.filter(({ texts }) => texts.length > 0).map(({ name }) => name)),
    ids: new Set(report.sections.flatMap(({ id }) => id ?? [])),
  };
}

function isResolved(
  own: Targets,
  { kind, targets: [target = '', ...more] }: Reference,
  linked: Linked,
): boolean | null {
  if (kind !== 'link') return [target, ...more].every(each => own[kind].has(each));
  const { path, id, number, external } = linkTarget(target);
  if (external) return true;
  if (path === '') return number === undefined ? own.ids.has(id) : own[number.kind].has(number.number);
  if (linked === undefined) return null;
  const other = linked(path);
  if (other === undefined) return false;
  if (number === undefined) return id === '' || other.ids.includes(id);
  if (other.recommendations.includes(number.number)) return true;
  return number.kind === 'paragraph' && other.paragraphs.includes(number.number);
}
