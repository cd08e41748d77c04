import type { Span } from '../../server/src/text/text.ts';

/**
 * A good report as the fault injector reads it: by lines and regular expressions, and by nothing of the server's. It sees
 * less than the server does, for it reads what is well written only.
 */
export interface GoodReport {
  readonly name: string;
  readonly source: string;
  /** The details at its head, line by line. */
  readonly details: readonly Detail[];
  readonly headings: readonly Heading[];
  /** The numbered paragraphs of the report's series; none if they do not run from 1 without a break. */
  readonly paragraphs: readonly Paragraph[];
  /** The list of judgements, lines or rows. */
  readonly entries: readonly Grading[];
  /** The lines `Judgement: …`. */
  readonly lines: readonly Grading[];
  /** Headings that end in a colon and a grade. */
  readonly gradedHeadings: readonly Grading[];
  /** Headings that say a grade in a sentence. */
  readonly statements: readonly Grading[];
  readonly headline: Grading | undefined;
  readonly tags: readonly Tag[];
  readonly notes: readonly Note[];
}

/** A detail: its span is its line without the line's end. */
export interface Detail extends Span {
  readonly key: string;
  readonly value: string;
}

/** A heading: its span is its line. */
export interface Heading extends Span {
  readonly level: number;
  /** Without attributes and notes. */
  readonly title: string;
  /** Where its section ends: at the next heading of its level or a higher one. */
  readonly sectionTo: number;
  /** Where its own text ends: at the next heading. */
  readonly textTo: number;
}

/** A numbered paragraph with what is indented under it; without the blank lines after it. */
export interface Paragraph extends Span {
  readonly number: number;
  readonly numberTo: number;
  /** Its first words. */
  readonly textFrom: number;
  readonly heading: Heading | undefined;
}

/** A place that grades an area; its span is its line. */
export interface Grading extends Span {
  readonly area: Span;
  readonly grade: Span;
}

/** A tag in a numbered paragraph. */
export interface Tag extends Span {
  readonly paragraph: Paragraph;
}

/** A footnote: its marks, and its text as a block. */
interface Note {
  readonly name: string;
  readonly marks: readonly Span[];
  readonly text: Span;
}

const gradeWords = '(?:inadequate|requires? improvement(?: to be good)?|good|outstanding)';

/** Reads a report. */
export function goodReport(name: string, source: string): GoodReport {
  const [head = ''] = /^---\n[\s\S]*?\n---\n/.exec(source) ?? [];
  const headings = headingsOf(source, head.length);
  const openingTo = headings.find(({ level }) => level === 2)?.from ?? 0;
  const paragraphs = paragraphsOf(source, openingTo, headings);
  const inOpening = ({ from }: Span) => from < openingTo;
  const gradings = (form: RegExp) => gradingsOf(source, form);
  return {
    name,
    source,
    details: [...head.matchAll(/^([\w-]+): (.*)$/gm)].map(({ 0: line, 1: key = '', 2: value = '', index }) => ({
      from: index,
      to: index + line.length,
      key,
      value,
    })),
    headings,
    paragraphs,
    entries: [
      ...gradings(/^(\d(?:\.\d)?\.? )([^\n]+)(: )(GRADE)$/),
      ...gradings(/^(\| *)([^|\n]+?)( *\| *)(GRADE) *\|$/),
    ].filter(inOpening),
    lines: gradings(/^()(Judgement)(: )(GRADE)$/),
    gradedHeadings: gradings(/^(## )([^\n]+?)(: )(GRADE)\.?$/),
    statements: gradings(/^(#+ The graded judge?ment (?:for|about) )([^\n]+?)( is that it (?:is )?)(GRADE)\.?$/),
    headline: gradings(/^(# Children’s services in )([^\n]+?)( (?:are )?)(GRADE)\.?$/)[0],
    tags: paragraphs.flatMap(paragraph =>
      [...source.slice(paragraph.from, paragraph.to).matchAll(/\(Recommendations?(?: [\d, and–]+)?\)/g)].map(
        ({ 0: tag, index }) => ({ from: paragraph.from + index, to: paragraph.from + index + tag.length, paragraph }),
      ),
    ),
    notes: notesOf(source),
  };
}

/** The text of a span. */
export function textOf({ source }: GoodReport, { from, to }: Span): string {
  return source.slice(from, to);
}

/** A detail by its key. */
export function detail({ details }: GoodReport, key: string): Detail | undefined {
  return details.find(own => own.key === key);
}

/** The heading with a title. */
export function headingOf({ headings }: GoodReport, title: string): Heading | undefined {
  return headings.find(own => own.title === title);
}

function headingsOf(source: string, from: number): Heading[] {
  const found = [...source.slice(from).matchAll(/^(#{1,6}) +(.*)$/gm)].map(
    ({ 0: line, 1: marks = '', 2: words = '', index }) => ({
      from: from + index,
      to: from + index + line.length,
      level: marks.length,
      title: words.replace(/\[\^[^\]]*\]|\{[^}]*\}/g, '').trim(),
    }),
  );
  return found.map((heading, i) => {
    const later = found.slice(i + 1);
    return {
      ...heading,
      sectionTo: later.find(({ level }) => level <= heading.level)?.from ?? source.length,
      textTo: later[0]?.from ?? source.length,
    };
  });
}

function paragraphsOf(source: string, from: number, headings: readonly Heading[]): Paragraph[] {
  const found = [
    ...source.slice(from).matchAll(/(?<=\n\n)(\d{1,3})(\. )\S[^\n]*(?:\n+ {2,}\S[^\n]*|\n(?!\d+\. )[^\n#|]+)*/g),
  ];
  const paragraphs = found.map(({ 0: text, 1: number = '', 2: dot = '', index }) => ({
    from: from + index,
    to: from + index + text.length,
    number: Number(number),
    numberTo: from + index + number.length,
    textFrom: from + index + number.length + dot.length,
    heading: headings.findLast(heading => heading.from < from + index),
  }));
  return paragraphs.every(({ number }, i) => number === i + 1) ? paragraphs : [];
}

function gradingsOf(source: string, form: RegExp): Grading[] {
  const all = new RegExp(form.source.replace('GRADE', gradeWords), 'gim');
  return [...source.matchAll(all)].map(
    ({ 0: line, 1: lead = '', 2: area = '', 3: between = '', 4: grade = '', index }) => {
      const areaFrom = index + lead.length;
      const gradeFrom = areaFrom + area.length + between.length;
      return {
        from: index,
        to: index + line.length,
        area: { from: areaFrom, to: areaFrom + area.length },
        grade: { from: gradeFrom, to: gradeFrom + grade.length },
      };
    },
  );
}

function notesOf(source: string): Note[] {
  return [...source.matchAll(/^\[\^([^\]]+)\]:[^\n]*(?:\n {2,}[^\n]*|\n(?!\n|\[|#|- )[^\n]+)*/gm)].map(
    ({ 0: text, 1: name = '', index }) => ({
      name,
      text: { from: index, to: index + text.length },
      marks: [...source.matchAll(/\[\^([^\]]+)\](?!:)/g)]
        .filter(({ 1: marked }) => marked === name)
        .map(({ 0: mark, index: from }) => ({ from, to: from + mark.length })),
    }),
  );
}
