import type { SectionKind } from '../model/framework.ts';

/** In which sections a role's section stands, where a report has those. */
const places: Readonly<Record<string, readonly string[]>> = {
  findings: ['area', 'board'],
  'area-summary': ['area', 'board'],
  board: ['board'],
  history: ['context'],
  team: ['method'],
  summary: ['board'],
  strengths: ['board'],
  recommendations: ['board'],
};

interface OpenSection {
  readonly level: number;
  /** The level that the source itself gives its heading. */
  readonly printed: number | undefined;
  readonly role: string;
  /** Whether the framework knows it. */
  readonly isKnown: boolean;
  /** Whether it is known only as a part of another. */
  readonly isPart: boolean;
  readonly isNumbered: boolean;
  hasText: boolean;
}

/**
 * The levels of headings: a section of the framework by its place in it, any other under the section before it. Where the
 * source says levels they say which heading is under which: a report may begin at any of them, and leave some out.
 */
export class SectionLevels {
  readonly #open: OpenSection[] = [];
  /** The levels that the source gives, the highest first. */
  readonly #printed: readonly number[];
  /** Whether there is a framework whose headline has the first level. */
  readonly #hasHeadline: boolean;

  constructor(printed: Iterable<number>, hasHeadline: boolean) {
    this.#printed = [...new Set(printed)].sort((a, b) => a - b);
    this.#hasHeadline = hasHeadline;
  }

  /** The role of the section being read. */
  get role(): string {
    return this.#open.at(-1)?.role ?? '';
  }

  /** Whether the paragraphs of the section being read have numbers. */
  get isNumbered(): boolean {
    return this.#open.at(-1)?.isNumbered ?? false;
  }

  /** Whether one of the sections being read has one of the roles. */
  isWithin(roles: readonly string[]): boolean {
    return this.#open.some(({ role }) => roles.includes(role));
  }

  /** Opens a section of the framework, or one on a part of an area, and gives its heading's level. */
  known(kind: SectionKind | undefined, isPartOfArea: boolean, printed: number | undefined): number {
    const role = kind?.role ?? '';
    const level = isPartOfArea ? this.#under(['area']) : (kind?.level ?? this.#levelOf(kind, role));
    const isNumbered = isPartOfArea || kind?.paragraphs === 'numbered';
    const isPart = (kind?.within ?? []).length > 0;
    this.#enter({ level, printed, role, isKnown: true, isPart, isNumbered, hasText: false });
    return level;
  }

  /** Opens a section that the framework does not know and gives its heading's level. */
  minor(printed: number | undefined): number {
    const level = printed === undefined ? this.#minorLevel() : this.#printedLevel(printed);
    const above = printed === undefined ? this.#open.at(-1) : this.#open.findLast(each => each.level < level);
    const { role = '', isNumbered = false } = above ?? {};
    this.#enter({ level, printed, role, isKnown: false, isPart: false, isNumbered, hasText: false });
    return level;
  }

  #minorLevel(): number {
    const last = this.#open.at(-1);
    const above = this.#open.findLast(({ isKnown }) => isKnown);
    const isBeside = above !== undefined && (above.isPart || (above.level > 2 && above.hasText && !above.isNumbered));
    return last?.isKnown === false ? last.level : Math.min(6, (above?.level ?? 1) + (isBeside ? 0 : 1));
  }

  /** As deep as the last heading of the same level in the source, or one deeper than what it stands under there. */
  #printedLevel(printed: number): number {
    const alike = this.#open.findLast(each => each.printed === printed);
    const above = this.#open.findLast(each => (each.printed ?? printed) < printed);
    if (alike !== undefined) return alike.level;
    if (above !== undefined) return Math.min(6, above.level + 1);
    return Math.min(6, this.#printed.indexOf(printed) + (this.#hasHeadline ? 2 : 1));
  }

  /** Says that the section being read has text. */
  text(): void {
    const last = this.#open.at(-1);
    if (last !== undefined) last.hasText = true;
  }

  #levelOf(kind: SectionKind | undefined, role: string): number {
    if (kind !== undefined && kind.within.length > 0) return this.#under(kind.within);
    const alike = this.#open.find(section => section.role === role && !section.isPart);
    // Parts of what needs to improve stand right under its title; where it has text of its own, they are beside it.
    if (role === 'recommendations' && alike?.hasText === false) return alike.level + 1;
    return this.#under(places[role] ?? []);
  }

  #under(roles: readonly string[]): number {
    const parent = this.#open.findLast(({ role, isPart, isKnown }) => roles.includes(role) && !isPart && isKnown);
    return parent === undefined ? 2 : Math.min(6, parent.level + 1);
  }

  #enter(section: OpenSection): void {
    while ((this.#open.at(-1)?.level ?? 0) >= section.level) this.#open.pop();
    this.#open.push(section);
  }
}
