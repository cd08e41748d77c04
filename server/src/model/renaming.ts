import { isHigher } from '../syntax/number.ts';
import type { NumberedKind } from '../syntax/referenceInWords.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/text.ts';
import { gradeEdit, gradesOf } from './judgements/gradeWriting.ts';
import type { Judgement } from './judgements/judgement.ts';
import { withNumbers } from './numbering/renumbering.ts';
import { isReservedId } from './reference.ts';
import type { Report } from './report.ts';
import {
  numberedParagraph,
  placesOf,
  rangesWhere,
  sectionOfId,
  type Thing,
  type ThingPlace,
  thingAt,
} from './things.ts';
import { titleKey } from './titleKey.ts';

/** What can be renamed at a place: where its name stands, and the name. */
export interface Renamable extends Span {
  readonly name: string;
  /** The edits that give it another name, or why it cannot have that. */
  readonly renamed: (name: string) => readonly Edit[] | string;
}

/** What has a name at an offset that can be changed: a number, a grade, a note, the name of a section for links, an acronym. */
export function renamableAt(report: Report, offset: number): Renamable | undefined {
  const judgement = report.judgements.find(({ from, to, text }) => text !== '' && from <= offset && offset <= to);
  if (judgement?.area !== undefined) return grade(report, judgement, judgement.area);
  const place = thingAt(report, offset);
  switch (place?.thing.kind) {
    case 'paragraph':
    case 'recommendation':
      return number(report, place.thing, place);
    case 'footnote':
      return footnote(report, place.thing, place);
    case 'acronym':
      return acronym(report, place.thing, place);
    case 'section':
      return section(report, place.thing, place);
    default:
      return undefined;
  }
}

function number(
  report: Report,
  thing: Extract<Thing, { kind: NumberedKind }>,
  place: ThingPlace,
): Renamable | undefined {
  const own = nameIn(report, place, thing.number);
  if (own === undefined || numberedParagraph(report, thing.kind, thing.number) === undefined) return undefined;
  return {
    ...own,
    name: thing.number,
    renamed: number => {
      if (!/^[SR]?\d{1,3}(?:\.\d{1,3})*$/.test(number)) return `“${number}” is not a number such as 12 or 2.1.`;
      const taken = report.paragraphs.some(
        ({ kind, number: other }) => other === number && (kind === 'finding' || kind === 'recommendation'),
      );
      if (taken && number !== thing.number)
        return `There is a ${thing.kind} ${number} already. Move the text, then renumber.`;
      const paragraph = numberedParagraph(report, thing.kind, thing.number);
      // A range of which it is one end would run backwards: it is written otherwise, and names the same.
      return paragraph !== undefined && turnsRange(report, thing, number)
        ? withNumbers(report, new Map([[paragraph, number]]), { isReordered: true }).edits
        : replacements(report, thing, thing.number, number);
    },
  };
}

/** Whether a range ends or begins with a number and would run backwards if that were another. */
function turnsRange(report: Report, { kind, number }: { kind: NumberedKind; number: string }, other: string): boolean {
  return (
    rangesWhere(report, kind, ({ first, last }) =>
      first === number ? isHigher(other, last) : last === number && isHigher(first, other),
    ).length > 0
  );
}

function footnote(
  report: Report,
  thing: Extract<Thing, { kind: 'footnote' }>,
  place: ThingPlace,
): Renamable | undefined {
  const own = nameIn(report, place, thing.name);
  return (
    own && {
      ...own,
      name: thing.name,
      renamed: name => {
        if (!/^[^\s[\]]+$/.test(name)) return 'The name of a note is one word, or a number.';
        if (name !== thing.name && report.footnotes.some(other => other.name === name))
          return `There is a note ${name} already.`;
        return replacements(report, thing, thing.name, name);
      },
    }
  );
}

function acronym(report: Report, thing: Extract<Thing, { kind: 'acronym' }>, place: ThingPlace): Renamable | undefined {
  const many = thing.acronym;
  const one = many.replace(pluralEnd, '');
  const own = nameIn(report, place, many);
  const ownOfOne = own ?? nameIn(report, place, one);
  return (
    ownOfOne && {
      ...ownOfOne,
      name: own === undefined ? one : many,
      renamed: name => {
        if (!/^[\p{L}\p{N}&-]+$/u.test(name)) return 'An acronym is one word of letters and numbers.';
        const by = own === undefined && !pluralEnd.test(name) ? `${name}s` : name;
        return placesOf(report, thing).flatMap(each => {
          const whole = nameIn(report, each, many);
          if (whole !== undefined) return { ...whole, text: by };
          const ofOne = nameIn(report, each, one);
          return ofOne === undefined ? [] : { ...ofOne, text: by.replace(pluralEnd, '') };
        });
      },
    }
  );
}

/** What an acronym ends in that is written out for several, as in “PEPs”: one of them is a “PEP”. */
const pluralEnd = /(?<=[A-Z])s$/;

function section(report: Report, thing: Extract<Thing, { kind: 'section' }>, place: ThingPlace): Renamable | undefined {
  const { id } = report.sections[thing.section] ?? {};
  const own = id === undefined ? undefined : nameIn(report, place, id, '#');
  if (id === undefined || own === undefined) return undefined;
  return {
    ...own,
    name: id,
    renamed: name => {
      if (!/^[\p{L}\p{N}_-]+$/u.test(name) || isReservedId(name))
        return 'A section’s name for links is one word of letters, numbers and hyphens, and no paragraph’s.';
      if (name !== id && sectionOfId(report, name) !== undefined) return `Another section is named ${name} already.`;
      return replacements(report, thing, id, name, '#');
    },
  };
}

/** A grade, in every place where its area is graded, each in its own wording. */
function grade(report: Report, { from, to, grade, text }: Judgement, area: string): Renamable {
  const grades = gradesOf(report.framework, area);
  return {
    from,
    to,
    name: grade?.label ?? text,
    renamed: name => {
      const wanted = grades.find(({ names }) => names.some(each => titleKey(each) === titleKey(name)));
      if (wanted === undefined)
        return `“${name}” is not a grade. Choose ${grades.map(({ label }) => label).join(', ')}.`;
      return report.judgements
        .filter(judgement => judgement.area === area && judgement.text !== '')
        .map(judgement => gradeEdit(report.document.source, judgement, wanted));
    },
  };
}

/** The edits that write another name in all places of a thing; those that only take it in, as a range its numbers, stay. */
function replacements(report: Report, thing: Thing, name: string, by: string, before = ''): Edit[] {
  return placesOf(report, thing).flatMap(place => {
    const own = nameIn(report, place, name, before);
    return own === undefined ? [] : [{ ...own, text: by }];
  });
}

/** Where a name stands in a place, the last time if it does so twice; a number in no longer number. */
function nameIn({ document: { source } }: Report, { from, to }: Span, name: string, before = ''): Span | undefined {
  const text = source.slice(from, to);
  const at = text.lastIndexOf(before + name);
  if (at < 0) return undefined;
  const start = from + at + before.length;
  const end = start + name.length;
  const isPart = /[\d.]$/.test(source.slice(from, start)) || /^\.?\d/.test(source.slice(end, to));
  return isPart && /\d$/.test(name) ? undefined : { from: start, to: end };
}
