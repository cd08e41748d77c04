import { builtInIds, type Frameworks } from '../framework/builtIn.ts';
import type { Area, Framework, SectionKind, SeriesKind } from '../model/framework.ts';
import { gradesOf } from '../model/judgements/gradeWriting.ts';

/** A report that could be begun. */
export interface NewReport {
  /** The framework’s id and title. */
  readonly framework: string;
  readonly title: string;
  /**
   * Its text as a snippet of the Language Server Protocol: what the author fills in are its places, and a grade that stands
   * in several is filled in once.
   */
  readonly snippet: string;
}

/**
 * The reports that could be begun: a team’s own kinds, then the kinds that are in use, then those of the past.
 *
 * @param today an ISO date: areas that are no longer judged then are left out
 */
export function newReports({ ids, get }: Frameworks, today: string): NewReport[] {
  const frameworks = ids.flatMap(id => get(id) ?? []);
  const order = ({ id, valid }: Framework) => (!builtInIds.includes(id) ? 0 : valid.to === undefined ? 1 : 2);
  return frameworks
    .toSorted((a, b) => order(a) - order(b))
    .map(framework => ({ framework: framework.id, title: framework.title, snippet: newReport(framework, today) }));
}

/** A report as its framework has it: details, headline, the list of judgements, the sections with their first numbers. */
function newReport(framework: Framework, today: string): string {
  const areas = framework.areas.filter(({ requiredUntil }) => requiredUntil === undefined || today <= requiredUntil);
  const draft = new Draft({ ...framework, areas });
  return [draft.details(), draft.title(), draft.judgements(), ...draft.sections()]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** What stands where a grade is to be filled in. */
const ungraded = '…';
/** What a report has if its framework requires no section. */
const commonRoles: ReadonlySet<string> = new Set(['summary', 'recommendations', 'findings']);

class Draft {
  readonly #framework: Framework;
  /** The places of the snippet, by what is filled in there. */
  readonly #places = new Map<string, number>();
  /** The last number given in each series. */
  readonly #numbers = new Map<SeriesKind, number>();
  #cursor = '$0';

  constructor(framework: Framework) {
    this.#framework = framework;
  }

  details(): string {
    const { id, requiredMetadata, metadata } = this.#framework;
    const own = [...new Set([...requiredMetadata, ...metadata.required])].filter(key => !known.has(key));
    return [
      '---',
      `framework: ${literal(id)}`,
      `provider: ${this.#place('provider', 'Name of the provider')}`,
      `title: ${this.#place('title', 'Title of the report')}`,
      `inspected: ${this.#place('inspected', '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE')}`,
      ...own.map(key => `${literal(key)}: ${this.#place(key, ungraded)}`),
      'status: draft',
      '---',
    ].join('\n');
  }

  /** The headline where the framework words it, else the title. */
  title(): string {
    const headline = this.#framework.headlines[0]?.source.replace(/\(([^|)]*)\|[^)]*\)/g, '$1');
    if (headline === undefined) return `# ${this.#place('title', '')}`;
    const words = headline.split(/(\{[^}]*\})/).map(part => {
      if (part === '{provider}') return this.#place('provider', '');
      const verb = /^\{(\w+) grade\}$/.exec(part)?.[1];
      if (verb === undefined) return literal(part);
      const phrases = this.#framework.scale.map(
        ({ label, singular, plural }) => (verb === 'is' ? singular : plural)[0] ?? `${verb} ${label}`,
      );
      return this.#place('headline', `${verb} ${ungraded}`, phrases.reverse());
    });
    return `# ${words.join('')}`;
  }

  /** The list of judgements: numbered where areas have numbers, else a table. */
  judgements(): string {
    const listed = this.#framework.areas.filter(({ expects }) => expects.includes('entry'));
    if (listed.length === 0) return '';
    const entries = listed.map(({ id, number, title }) => ({
      number: number?.includes('.') ? number : `${number}.`,
      title: literal(title),
      grade: this.#grade(id),
    }));
    if (listed.every(({ number }) => number !== undefined))
      return entries.map(({ number, title, grade }) => `${number} ${title}: ${grade}`).join('\n');
    const rows = entries.map(({ title, grade }) => `| ${title} | ${grade} |`);
    return ['| Judgement | Grade |', '| --- | --- |', ...rows].join('\n');
  }

  *sections(): Iterable<string> {
    const { sections } = this.#framework;
    for (const kind of this.#topKinds()) {
      const area = this.#areaOf(kind);
      yield* this.#section(kind, area, 2);
      for (const own of area === undefined ? [] : sections) {
        const part = this.#areaOf(own);
        if (part?.parent === area?.id) yield* this.#section(own, part, 3);
      }
    }
  }

  /** The sections of areas, and those that a report must have or nearly always has; where there are none, common ones. */
  #topKinds(): readonly SectionKind[] {
    const kinds = this.#framework.sections.filter(({ within }) => within.length === 0);
    const isNeeded = ({ required, usual }: SectionKind) => required || usual;
    const needsNone = !kinds.some(isNeeded);
    return kinds.filter(kind => {
      const area = this.#areaOf(kind);
      if (area !== undefined) return area.parent === undefined;
      return needsNone ? commonRoles.has(kind.role) : isNeeded(kind);
    });
  }

  #areaOf(kind: SectionKind): Area | undefined {
    return this.#framework.areas.find(({ id }) => id === kind.area);
  }

  /** A section with what begins it, and where areas are summed up, an area's parts. */
  *#section(kind: SectionKind, area: Area | undefined, level: number): Iterable<string> {
    yield `${'#'.repeat(level)} ${literal(kind.titles[0] ?? area?.headings[0] ?? area?.title ?? kind.role)}`;
    if (area?.expects.includes('section') && area.graded) yield `Judgement: ${this.#grade(area.id)}`;
    const { sections } = this.#framework;
    const summary =
      area?.parent === undefined && sections.find(own => own.within.includes(kind.role) && own.role === 'area-summary');
    const findings = sections.find(({ role }) => role === 'findings');
    if (summary && findings !== undefined) {
      yield* this.#section(summary, undefined, level + 1);
      yield* this.#section(findings, undefined, level + 1);
      return;
    }
    const first = this.#firstLine(kind) + this.#cursor;
    this.#cursor = '';
    if (first !== '') yield first;
  }

  /** What stands before the first words: a number, a bullet, or nothing. */
  #firstLine({ role, paragraphs }: SectionKind): string {
    const { numbering, recommendations } = this.#framework;
    const isOfSeries = role === 'recommendations' || role === 'findings';
    if (role === 'recommendations' && recommendations.form === 'bullet') return '- ';
    if (paragraphs !== 'numbered' && !(paragraphs === 'either' && isOfSeries)) return '';
    const series = numbering.find(({ roles, form }) => roles.includes(role) && form !== '1.1');
    if (series === undefined) return '';
    const number = (this.#numbers.get(series) ?? series.start - 1) + 1;
    this.#numbers.set(series, number);
    return `${series.form.replace('1', '')}${number}. `;
  }

  #grade(area: string): string {
    const grades = gradesOf(this.#framework, area).map(({ label }) => label);
    return this.#place(`grade of ${area}`, ungraded, grades.reverse());
  }

  /** A place to be filled in, the first of its name with a hint of what belongs there, or with what may be chosen for it. */
  #place(name: string, hint: string, choices: readonly string[] = []): string {
    const known = this.#places.get(name);
    if (known !== undefined) return `$${known}`;
    const number = this.#places.size + 1;
    this.#places.set(name, number);
    if (choices.length === 0) return `\${${number}:${hint}}`;
    // What stands there at first is the first choice.
    const offered = [hint, ...choices].map(words => words.replace(/[\\,|]/g, '\\$&'));
    return `\${${number}|${offered.join(',')}|}`;
  }
}

const known: ReadonlySet<string> = new Set(['framework', 'provider', 'title', 'inspected', 'status']);

/** Text of which nothing is a mark of the snippet. */
function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
