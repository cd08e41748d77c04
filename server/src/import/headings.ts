import type { Framework, SectionKind } from '../model/framework.ts';
import { titleKey } from '../model/titleKey.ts';
import { judgementTableHead } from './areaAndGrade.ts';
import { gradeLabel, joinedPieces, type Piece, pieceOf } from './block.ts';
import { bulletAt } from './bullets.ts';
import { isLabelled } from './paragraphFlow.ts';
import type { PrintedLine } from './printedLine.ts';
import type { SectionLevels } from './sectionLevels.ts';
import { endsSentence, type SeriesStart } from './seriesStarts.ts';
import { type KnownHeading, knownHeadingAt } from './titles.ts';
import { isTorn, type TornStart } from './tornNumbers.ts';

/** A heading among the lines of a report, and the grade that belongs to it. */
export interface FoundHeading {
  /** How many lines it takes. */
  readonly lines: number;
  readonly level: number;
  readonly title: readonly Piece[];
  readonly grade: readonly Piece[];
  /** Whether its grade stood below lines that come after it; those lines are `taken`. */
  readonly isMoved: boolean;
  readonly taken: readonly number[];
  /** The lines that only say by their words that a grade follows. */
  readonly labels: readonly number[];
  /** Whether the framework knows it. */
  readonly isKnown: boolean;
  /** The area’s number or id, where the markup is to say it. */
  readonly areaMark?: string | undefined;
}

/** What has been read when a heading is looked for. */
export interface Above {
  /** The last line of the block being read, if one is. */
  readonly open: PrintedLine | undefined;
  /** Whether something ends above the line, so that a heading may begin. */
  readonly isStart: boolean;
  /** Whether marks or numbers wait for their words. */
  readonly isWaiting: boolean;
  readonly inNotices: boolean;
}

/** A title longer than this is a sentence. */
const longestTitle = 100;

/** Finds the headings of a report, those of its framework and others, and opens their sections. */
export class HeadingFinder {
  /** Whether the letters of some lines are known. */
  readonly hasLooks: boolean;
  readonly #lines: readonly PrintedLine[];
  readonly #framework: Framework;
  readonly #starts: ReadonlyMap<number, SeriesStart>;
  readonly #underNumbers: ReadonlyMap<number, TornStart>;
  readonly #levels: SectionLevels;

  constructor(
    lines: readonly PrintedLine[],
    framework: Framework,
    starts: ReadonlyMap<number, SeriesStart>,
    underNumbers: ReadonlyMap<number, TornStart>,
    levels: SectionLevels,
  ) {
    this.#lines = lines;
    this.#framework = framework;
    this.#starts = starts;
    this.#underNumbers = underNumbers;
    this.#levels = levels;
    this.hasLooks = lines.some(
      ({ look }) => look?.size !== undefined || look?.bold !== undefined || look?.heading !== undefined,
    );
  }

  /** The heading that begins at a line, its section opened. */
  at(at: number, above: Above): FoundHeading | undefined {
    if (!above.isStart) return undefined;
    const graded = this.hasLooks ? undefined : this.#underGrade(at);
    if (graded !== undefined) return graded;
    const known = above.isWaiting ? undefined : knownHeadingAt(this.#lines, at, this.#framework);
    if (known !== undefined && this.#isHeading(known, at)) return this.#found(known, at);
    const title = this.#lines.slice(at, at + this.#otherAt(at, above)).map(pieceOf);
    if (title.length === 0) return undefined;
    const level = this.#levels.minor(this.#lines[at]!.look?.heading);
    const grade = this.#labelledAt(at + title.length);
    return {
      lines: title.length + grade.length,
      level,
      title,
      grade,
      isMoved: false,
      taken: [],
      labels: [],
      isKnown: false,
    };
  }

  /**
   * Whether a section of the framework begins at a line, for it is a title there, and a page's first or right above a
   * number or its grade.
   */
  isSectionAt(at: number): boolean {
    const known = knownHeadingAt(this.#lines, at, this.#framework);
    if (known === undefined) return false;
    const below = at + known.lines;
    const { area, isStatement, grade } = known;
    const isGraded = area !== undefined && (isStatement || grade.length > 0 || this.#gradeAt(below).grade.length > 0);
    return this.#lines[at]!.isTop || this.#starts.has(below) || isGraded;
  }

  /** The heading that begins at a line as a small table of a section's title and its grade, its section opened. */
  inTableAt(at: number): FoundHeading | undefined {
    const heads =
      [1, 2].find(count => judgementTableHead.test(joinedPieces(this.#lines.slice(at, at + count).map(pieceOf)))) ?? 0;
    if (heads === 0 && this.#lines[at]?.look?.cell === undefined) return undefined;
    const heading = knownHeadingAt(this.#lines, at + heads, this.#framework);
    if (heading?.area === undefined || heading.isStatement) return undefined;
    // A table that goes on is one of several judgements.
    const below = at + heads + heading.lines;
    const { grade, labels: more } = heading.grade.length > 0 ? noGrade : this.#gradeAt(below);
    const table = this.#lines[at]?.look?.cell?.table;
    const next = this.#lines[below + grade.length + more.length];
    if (table !== undefined && next?.look?.cell?.table === table) return undefined;
    const found = this.#found(heading, at + heads);
    const labels = this.#lines.slice(at, at + heads).map(({ index }) => index);
    return { ...found, lines: heads + found.lines, labels: [...labels, ...found.labels] };
  }

  /** In a source whose letters are known, what looks like running text is no heading. */
  #looksLikeText({ look }: PrintedLine): boolean {
    if (!this.hasLooks) return false;
    return look?.heading === undefined && look?.bold !== true && (look?.size ?? 1) < largest;
  }

  /** Whether what could be a title is one: a short one could also be a line of a paragraph. */
  #isHeading({ lines, kinds, area, grade, isStatement }: KnownHeading, at: number): boolean {
    if (this.#looksLikeText(this.#lines[at]!)) return kinds.length > 0 && this.#isAlone(at, lines);
    const last = this.#lines[at + lines - 1]!;
    const next = this.#lines[at + lines];
    // An earlier inspection's judgements are listed, not headings.
    if (area !== undefined && isStatement && this.#levels.role === 'history') return false;
    if (isStatement || grade.length > 0 || this.hasLooks) return true;
    if (area !== undefined && this.#gradeAt(at + lines).grade.length > 0) return true;
    if (next !== undefined && !next.isApart && !next.isTop && /^\p{Ll}/u.test(next.text)) return false;
    return (kinds.length > 0 || area !== undefined) && !(last.isFull && lines === 1 && last.text.length > 60);
  }

  /**
   * Whether lines that look like text stand alone as a title of a low level does: above a paragraph, apart or with a
   * number.
   */
  #isAlone(at: number, count: number): boolean {
    const line = this.#lines[at]!;
    const below = at + count;
    const isOver = this.#lines[below]?.isApart === true || this.#starts.has(below);
    return (line.isApart || line.isTop) && this.#lines[below - 1]?.isFull === false && isOver;
  }

  /** A heading whose grade an extractor has put above it. */
  #underGrade(at: number): FoundHeading | undefined {
    const { grade, labels } = this.#gradeAt(at);
    if (grade.length === 0 || labels.length > 0) return undefined;
    const to = at + grade.length;
    const heading = knownHeadingAt(this.#lines, to, this.#framework);
    if (heading?.area === undefined || heading.grade.length > 0 || heading.isStatement) return undefined;
    if (this.#gradeAt(to + heading.lines).grade.length > 0) return undefined;
    const found = this.#found({ ...heading, grade }, to);
    return { ...found, lines: grade.length + found.lines };
  }

  /** The grade under the heading below a heading, where an extractor has put it. */
  #gradeBelowNext(at: number): { pieces: readonly Piece[]; at: number } {
    const next = knownHeadingAt(this.#lines, at, this.#framework);
    const to = at + (next?.lines ?? 0);
    return { pieces: next === undefined || next.area !== undefined ? [] : this.#gradeAt(to).grade, at: to };
  }

  #found(heading: KnownHeading, at: number): FoundHeading {
    const { title, area } = heading;
    let { grade, lines } = heading;
    const taken: number[] = [];
    let labels: readonly number[] = [];
    if (area !== undefined && grade.length === 0 && !heading.isStatement) {
      const below = this.#gradeAt(at + lines);
      grade = below.grade;
      labels = below.labels;
      lines += grade.length + labels.length;
      const later = this.#gradeBelowNext(at + lines);
      if (grade.length === 0 && later.pieces.length > 0) {
        grade = later.pieces;
        for (let i = 0; i < grade.length; i++) taken.push(later.at + i);
      }
    }
    if (area === undefined && grade.length === 0 && !heading.isStatement) {
      grade = this.#labelledAt(at + lines);
      lines += grade.length;
    }
    const kind = this.kindOf(heading, grade.length > 0 || heading.isStatement);
    const isPart =
      area === undefined ? heading.isStatement : area.parent !== undefined && (kind?.role ?? 'area') === 'area';
    const level = this.#levels.known(kind, isPart, this.#lines[at]?.look?.heading);
    const { areaMark } = heading;
    return { lines, level, title, grade, isMoved: taken.length > 0, taken, labels, isKnown: true, areaMark };
  }

  /**
   * A grade on the lines under a title, after a label perhaps: that is the markup's own where it is a line or a cell
   * itself.
   */
  #gradeAt(at: number): { readonly grade: readonly Piece[]; readonly labels: readonly number[] } {
    const label = this.#lines[at];
    const labels = label !== undefined && labelAlone.test(label.text) ? [label.index] : [];
    for (let count = 3; count > 0; count--) {
      const pieces = this.#lines.slice(at + labels.length, at + labels.length + count).map(pieceOf);
      const key = titleKey(joinedPieces(pieces).replace(gradeLabel, ''));
      if (
        pieces.length === count &&
        this.#framework.scale.some(({ names }) => names.some(name => titleKey(name) === key))
      )
        return { grade: pieces, labels };
    }
    return noGrade;
  }

  /** Where any section may be graded: a line under its heading that says that it is its grade. */
  #labelledAt(at: number): Piece[] {
    const line = this.#lines[at];
    return this.#framework.openAreas && line !== undefined && gradeLabel.test(line.text) ? [pieceOf(line)] : [];
  }

  /** Of the kinds of section that share a title, the one that fits the place. */
  kindOf({ kinds, area }: KnownHeading, isGraded: boolean): SectionKind | undefined {
    const within = kinds.find(kind => kind.within.length > 0 && this.#levels.isWithin(kind.within));
    const areaKind = this.#framework.sections.find(kind => area !== undefined && kind.area === area.id);
    if (isGraded) return areaKind;
    const nested = this.#framework.sections.find(
      kind =>
        kind.within.length > 0 &&
        area !== undefined &&
        this.#levels.isWithin(kind.within) &&
        kind.titles.some(title => titleKey(title) === titleKey(area.title)),
    );
    return within ?? nested ?? kinds.find(kind => kind.within.length === 0) ?? areaKind ?? kinds[0];
  }

  /** How many lines a heading takes that the framework does not know, or none if there is none. */
  #otherAt(at: number, { open, inNotices, isWaiting }: Above): number {
    const line = this.#lines[at]!;
    if (line.look?.heading !== undefined) return 1;
    if (this.hasLooks) return this.#looksLikeText(line) || inNotices ? 0 : this.#linesAlike(at);
    if (inNotices || line.text.length > longestTitle || line.isFull || isWaiting) return 0;
    // An earlier inspection's judgement, of a list whose marks have been lost.
    if (this.#levels.role === 'history' && line.text.includes(': ')) return 0;
    const isAnnex = annex.test(line.text);
    if (!/^\p{Lu}/u.test(line.text) || inSentence.test(line.text) || /[.:;,!)\]][’”]?$/.test(line.text)) return 0;
    if (isLabelled(line) && !isAnnex) return 0;
    const next = this.#lines[at + 1];
    if (next === undefined || next.isTop) return 0;
    if (open !== undefined && !endsSentence(open.text) && !line.isApart) return 0;
    const start = this.#starts.get(at + 1);
    const isNumbered = start !== undefined && (!isTorn(start, next) || this.#underNumbers.has(at + 2));
    const begins = isNumbered || bulletAt(next, { inList: true }) !== undefined;
    const isAlone = (line.isApart || line.isTop || open === undefined) && (next.isApart || next.isFull);
    if (isAnnex && (line.isApart || line.isTop) && next.isApart) return 1;
    return begins || (isAlone && /^[\p{Lu}‘“]/u.test(next.text) && !isLabelled(next) && next.isFull) ? 1 : 0;
  }

  /** A heading of several lines: they look alike, and none stands apart from the one above. A bold sentence is none. */
  #linesAlike(at: number): number {
    const first = this.#lines[at]!;
    let count = 1;
    while (count < 4 && isAlike(first, this.#lines[at + count])) count++;
    const isLarge = (first.look?.size ?? 1) >= largest;
    return isLarge || !/[.;,]$/.test(this.#lines[at + count - 1]!.text) ? count : 0;
  }
}

/** What stands in sentences and in no title. */
const inSentence = /^(?:However|Therefore|In addition|Of (?:these|them|this number)),|%/;
/** The title of a part behind the report. */
const annex = /^(?:Annex|Appendix)(?: (?:[A-Z]|\d{1,2}|[IVX]{1,4}))?(?: ?[:.–—-])?(?: [\p{Lu}‘“].*)?$/u;
const noGrade = { grade: [], labels: [] };
/** A label of a grade, alone on its line or in its cell. */
const labelAlone = /^(?:overall )?(?:judge?ment(?: grade)?|grade|rating):?$/i;
/** Letters from this size on are a heading's, whatever their weight. */
const largest = 1.08;

/** Whether a line looks as the one above a heading's lines does, and does not stand apart from it. */
function isAlike(first: PrintedLine, line: PrintedLine | undefined): boolean {
  if (line === undefined || line.isApart || line.isTop || line.look?.bold !== first.look?.bold) return false;
  return Math.abs((line.look?.size ?? 1) - (first.look?.size ?? 1)) < 0.03;
}
