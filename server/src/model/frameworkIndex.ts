import { addToGroup } from '../text/lists.ts';
import type { Area, Framework, Grade, SectionKind } from './framework.ts';
import { titleKey } from './titleKey.ts';

/** A framework's names, ready to be looked up by `titleKey`. Made once for each framework. */
export interface FrameworkIndex {
  readonly areaById: ReadonlyMap<string, Area>;
  readonly areaByNumber: ReadonlyMap<string, Area>;
  readonly areaByName: ReadonlyMap<string, Area>;
  readonly gradeByName: ReadonlyMap<string, Grade>;
  readonly singular: ReadonlyMap<string, Grade>;
  readonly plural: ReadonlyMap<string, Grade>;
  readonly kindsByTitle: ReadonlyMap<string, readonly SectionKind[]>;
  readonly kindsByWildcard: readonly { readonly expression: RegExp; readonly kind: SectionKind }[];
  readonly kindsByArea: ReadonlyMap<string, SectionKind>;
  readonly kindsByRole: ReadonlyMap<string, SectionKind>;
  readonly judgementWords: ReadonlySet<string>;
  readonly seriesOfRole: ReadonlyMap<string, number>;
  /** The area of which a headline speaks. */
  readonly overall: Area | undefined;
}

const indexes = new WeakMap<Framework, FrameworkIndex>();

/** The index of a framework, made on first use. */
export function frameworkIndex(framework: Framework): FrameworkIndex {
  let index = indexes.get(framework);
  if (index === undefined) {
    index = indexOf(framework);
    indexes.set(framework, index);
  }
  return index;
}

/** The title of an area by its id; of one that the framework does not know, what the report writes, if it does. */
export function areaTitle(framework: Framework, area: string, written: string | undefined): string {
  return frameworkIndex(framework).areaById.get(area)?.title ?? written ?? area;
}

function indexOf(framework: Framework): FrameworkIndex {
  const areaById = new Map<string, Area>();
  const areaByNumber = new Map<string, Area>();
  const areaByName = new Map<string, Area>();
  for (const area of framework.areas) {
    areaById.set(area.id, area);
    if (area.number !== undefined) areaByNumber.set(area.number, area);
    for (const name of [area.title, ...area.headings, ...area.names]) addOnce(areaByName, titleKey(name), area);
  }
  const gradeByName = new Map<string, Grade>();
  const singular = new Map<string, Grade>();
  const plural = new Map<string, Grade>();
  for (const grade of [...framework.scale, ...framework.areas.flatMap(area => area.values)]) {
    for (const name of grade.names) addOnce(gradeByName, titleKey(name), grade);
    for (const words of grade.singular) addOnce(singular, titleKey(words), grade);
    for (const words of grade.plural) addOnce(plural, titleKey(words), grade);
  }
  const kindsByTitle = new Map<string, SectionKind[]>();
  const kindsByWildcard: { expression: RegExp; kind: SectionKind }[] = [];
  const kindsByArea = new Map<string, SectionKind>();
  const kindsByRole = new Map<string, SectionKind>();
  for (const kind of framework.sections) {
    if (kind.area !== undefined) addOnce(kindsByArea, kind.area, kind);
    addOnce(kindsByRole, kind.role, kind);
    for (const title of titlesOf(kind, areaById)) {
      const key = titleKey(title);
      if (title.includes('*')) kindsByWildcard.push({ expression: wildcard(title), kind });
      else {
        addToGroup(kindsByTitle, key, kind);
      }
    }
  }
  const seriesOfRole = new Map<string, number>();
  framework.numbering.forEach((series, i) => {
    for (const role of series.roles) addOnce(seriesOfRole, role, i);
  });
  return {
    areaById,
    areaByNumber,
    areaByName,
    gradeByName,
    singular,
    plural,
    kindsByTitle,
    kindsByWildcard,
    kindsByArea,
    kindsByRole,
    judgementWords: new Set(framework.judgementWords.map(titleKey)),
    seriesOfRole,
    overall: framework.areas.find(area => area.expects.includes('headline')),
  };
}

function titlesOf(kind: SectionKind, areas: ReadonlyMap<string, Area>): readonly string[] {
  const area = kind.area === undefined ? undefined : areas.get(kind.area);
  return area === undefined ? kind.titles : [...kind.titles, ...area.headings, area.title];
}

function wildcard(title: string): RegExp {
  const parts = title.split('*').map(part =>
    part
      .toLowerCase()
      .replace(/[\\^$.+?()[\]{}|]/g, '\\$&')
      .replace(/[’‘]/g, "'"),
  );
  return new RegExp(`^${parts.join('.*')}$`, 'u');
}

function addOnce<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}
