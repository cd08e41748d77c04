import type { Span } from '../../text/text.ts';
import type { Framework, Grade } from '../framework.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import { titleKey } from '../titleKey.ts';
import type { Judgement } from './judgement.ts';

/** A replacement that makes a carrier say a grade. */
export interface GradeEdit extends Span {
  readonly text: string;
}

/** The grades that an area may be given: its own values, else the scale; of an area that is not known, all there are. */
export function gradesOf(framework: Framework, area: string | undefined): readonly Grade[] {
  const known = area === undefined ? undefined : frameworkIndex(framework).areaById.get(area);
  if (known !== undefined) return known.values.length > 0 ? known.values : framework.scale;
  return [...framework.scale, ...framework.areas.flatMap(({ values }) => values)];
}

const nameStems = new WeakMap<Grade, readonly string[]>();

/** Which of a grade's names a carrier uses: *requires improvement to be good* is the name *Requires improvement to be good*. */
export function gradeName(judgement: Judgement): string | undefined {
  const { grade, text } = judgement;
  if (grade === undefined) return undefined;
  let stems = nameStems.get(grade);
  if (stems === undefined) {
    stems = grade.names.map(stemOf);
    nameStems.set(grade, stems);
  }
  return grade.names[stems.indexOf(stemOf(text))];
}

/**
 * The edit with which a carrier gives another grade, in the wording and the grammar of the carrier: `Good` in a list,
 * *is good* or *requires improvement* in a sentence. `name` is one of the grade's names.
 */
export function gradeEdit(source: string, judgement: Judgement, grade: Grade, name = grade.label): GradeEdit {
  if (judgement.carrier === 'headline' || judgement.carrier === 'statement') {
    return sentenceEdit(source, judgement, grade, name);
  }
  const { from, to, text, carrier } = judgement;
  const small = text === '' ? carrier === 'heading' : /^\p{Ll}/u.test(text);
  const words = small ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  if (text !== '') return { from, to, text: words };
  const before = source.charAt(from - 1);
  const space = before === ':' ? ' ' : /[\s|]/.test(before) ? '' : ': ';
  return { from, to, text: `${space}${words}${source.charAt(from) === '|' ? ' ' : ''}` };
}

function sentenceEdit(source: string, judgement: Judgement, grade: Grade, name: string): GradeEdit {
  const { from, to, plural } = judgement;
  const phrases = plural ? grade.plural : grade.singular;
  const phrase = phrases.find(words => stemOf(words) === stemOf(name)) ?? phrases[0] ?? name;
  const before = source.slice(Math.max(0, from - 40), from);
  const [, that = '', pronoun = '', verb = ''] = opening.exec(before) ?? [];
  const wanted = plural ? 'they' : 'it';
  if (that !== '' && pronoun.trim().toLowerCase() !== wanted) {
    return { from: from - verb.length - pronoun.length, to, text: `${wanted} ${phrase}` };
  }
  const said = `${verb.trim().toLowerCase()} `;
  if (verb !== '' && phrase.startsWith(said)) return { from, to, text: phrase.slice(said.length) };
  return { from: from - verb.length, to, text: phrase };
}

/** What stands between a sentence's subject and its grade. */
const opening = /((?:\bthat\s+)?)((?:\b(?:it|they)\s+)?)((?:\b(?:is|are)\s+)?)$/i;

/** A grade's words without *is* or *are*, and the same for one thing and for several. */
function stemOf(words: string): string {
  return titleKey(words)
    .replace(/^(?:is|are) /, '')
    .replace(/^(\w+?)s\b/, '$1');
}
