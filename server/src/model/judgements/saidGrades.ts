import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { statementsWith } from '../claims/kindredStatements.ts';
import type { Area, Framework, Grade } from '../framework.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import type { Report } from '../report.ts';
import { titleKey } from '../titleKey.ts';
import { type Sentence, sentencesOf } from '../words/prose.ts';
import { wordId } from '../words/proseReading.ts';
import { idAt } from '../words/proseWords.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';

/** A grade that running text gives an area, and another that the area has where grades are listed. */
export interface SaidGrade extends Span {
  readonly words: string;
  readonly area: Area;
  readonly grade: Grade;
  /** Whether it is of the last inspection. */
  readonly isEarlier: boolean;
  /** Whether the other grade is listed, and not told in running text. */
  readonly isListed: boolean;
  readonly listed: Grade;
  /** Where it is listed. */
  readonly places: readonly Span[];
}

/** Where a grade is listed. */
interface ListedGrade {
  readonly grade: Grade;
  readonly places: readonly Span[];
}

/** What may stand between an area’s name and the grade that is said of it. */
const plainly =
  /^((?:[^,.;:]|, )+?) ((?:is|are|requires?) (?:now |still |also )?[a-z ]+?)(?=[.,;]| and | but | although | because | as |$)/i;
const changed =
  /([^,.;:]+?) (?:has|have) (?:improved|moved|risen|declined|deteriorated|fallen|gone) from ([a-z ]+?) to ([a-z ]+?)(?=[.,;]| and | but |$)/i;
const judged =
  /\bwhen ([^,.;:]+?) (?:was|were) (?:judged|graded) (?:to be |as |to )?([a-z ]+?)(?=[.,;]| and | but |$)/i;
/** What says no more than the area’s name. */
/** What names all services together. */
const ofAll = /^children's (?:social care )?services(?: in [^,]+)?$/;
const prefix = /^(?:the )?(?:quality of )?(?:services?|support|provision) (?:for|to) /;

/** The grades that a summary gives in its sentences and that are not those that are listed. */
export function saidGrades(report: Report): SaidGrade[] {
  let current: ReadonlyMap<string, ListedGrade> | undefined;
  let earlier: ReadonlyMap<string, ListedGrade> | undefined;
  const found: SaidGrade[] = [];
  const names = new Set([...endsOf(report.framework), ...report.metadata.providers.map(lastWord)]);
  const statements = statementsOf(report);
  for (const at of statementsWith(report, WordKind.grade)) {
    const statement = statements[at] as Statement;
    const { sentence, part } = statement;
    if ((part !== 'summary' && !opensParagraph(sentence)) || !mayGrade(statement, names)) continue;
    const { source } = report.document;
    const text = source.slice(sentence.from, Math.min(sentence.to, sentence.from + longest)).replace(/\s/g, ' ');
    const add = (name: string, words: string, at: number, isEarlier: boolean): void => {
      const area = areaOf(report.framework, withoutProvider(report, name));
      const grade = gradeOf(report.framework, words);
      if (area === undefined || grade === undefined) return;
      if (isEarlier) earlier ??= earlierGrades(report);
      else current ??= currentGrades(report);
      const listed = (isEarlier ? earlier : current)?.get(area.id);
      if (listed === undefined || listed.grade.id === grade.id) return;
      const from = sentence.from + at;
      found.push({
        from,
        to: from + words.length,
        words,
        area,
        grade,
        isEarlier,
        isListed: true,
        listed: listed.grade,
        places: listed.places,
      });
    };
    const plain = plainly.exec(text);
    if (plain !== null) add(plain[1] as string, plain[2] as string, (plain[1] as string).length + 1, false);
    if (!/ from | when /.test(text)) continue;
    const change = changed.exec(text);
    if (change !== null) {
      const [whole, name, before, after] = change as unknown as [string, string, string, string];
      const end = change.index + whole.length;
      add(name, after, end - after.length, false);
      add(name, before, end - after.length - 4 - before.length, true);
    }
    const past = judged.exec(text);
    if (past !== null) {
      const words = past[2] as string;
      add(past[1] as string, words, past.index + past[0].length - words.length, true);
    }
  }
  return found;
}

const verbs = idSet('is are require requires was were has have');
const ends = new WeakMap<Framework, ReadonlySet<number>>();

/** The words with which the names of areas end. */
function endsOf(framework: Framework): ReadonlySet<number> {
  let known = ends.get(framework);
  if (known === undefined) {
    known = new Set([...frameworkIndex(framework).areaByName.keys(), 'services'].map(lastWord));
    ends.set(framework, known);
  }
  return known;
}

function lastWord(name: string): number {
  return wordId(name.split(' ').at(-1) ?? '');
}

/** Whether a sentence is its paragraph’s first: there findings say of their area how it is. */
function opensParagraph({ base, paragraph, from }: Sentence): boolean {
  return from - base < longestNumber && paragraph.kind === 'finding';
}

const longestNumber = 8;

/** *Care leavers in Norwood*, *Norwood Safeguarding Children Board*: the name as the framework has it. */
function withoutProvider({ metadata: { providers } }: Report, name: string): string {
  for (const provider of providers) {
    if (name.endsWith(` in ${provider}`)) return name.slice(0, -provider.length - 4);
    if (name.startsWith(`${provider} Safeguarding`)) return `Local${name.slice(provider.length)}`;
  }
  return name;
}

/** Whether a sentence may give an area a grade: by the words before and after its verb. */
function mayGrade({ topics: { prose, codes }, sentence }: Statement, names: ReadonlySet<number>): boolean {
  for (let at = sentence.first + 1; at < sentence.last; at++) {
    if (
      (kindsOfWord(codes, at) & WordKind.judged) === 0 ||
      !names.has(idAt(prose, at - 1)) ||
      !verbs.has(idAt(prose, at))
    )
      continue;
    const next = besides.has(idAt(prose, at + 1)) ? at + 2 : at + 1;
    if (next >= sentence.last) continue;
    if ((kindsOfWord(codes, next) & WordKind.grade) !== 0 || changing.has(idAt(prose, next))) return true;
  }
  return false;
}

const besides = idSet('now still also');
const changing = idSet('improved moved risen declined deteriorated fallen gone judged graded');

/** A sentence that says more says it of more. */
const longest = 600;

/** The area that words name, or their last words after *and*. */
export function areaOf(framework: Framework, words: string): Area | undefined {
  const { areaByName } = frameworkIndex(framework);
  const whole = titleKey(words).replace(/^(?:overall|however), /, '');
  if (ofAll.test(whole)) return framework.areas.find(({ concept }) => concept === 'overall');
  for (const key of [
    whole,
    ...(whole.includes(' and ') ? [whole.slice(whole.lastIndexOf(' and ') + 5)] : []),
    whole.replace(/^and /, ''),
  ]) {
    const name = key.replace(prefix, '');
    const area =
      areaByName.get(key) ??
      areaByName.get(name) ??
      areaByName.get(`the experiences and progress of ${name}`) ??
      areaByName.get(name.replace(/^(?:the )?experiences? and progress of /, 'experiences and progress of '));
    if (area !== undefined) return area;
  }
  return undefined;
}

/** The grade that words say, with or without their verb. */
export function gradeOf(framework: Framework, words: string): Grade | undefined {
  const { gradeByName, singular, plural } = frameworkIndex(framework);
  const key = titleKey(words.replace(/ (?:now|still|also) /, ' '));
  const bare = key.replace(/^(?:is|are) /, '');
  return singular.get(key) ?? plural.get(key) ?? gradeByName.get(bare) ?? singular.get(bare) ?? plural.get(bare);
}

/** The grades on which all places of their areas agree. */
function currentGrades({ judgements }: Report): Map<string, ListedGrade> {
  const grades = new Map<string, { grade: Grade; places: Span[] }>();
  const doubtful = new Set<string>();
  for (const { area, areaMatch, grade, from, to } of judgements) {
    if (area === undefined || grade === undefined || areaMatch === 'near') continue;
    const known = grades.get(area);
    if (known === undefined) grades.set(area, { grade, places: [{ from, to }] });
    else if (known.grade.id === grade.id) known.places.push({ from, to });
    else doubtful.add(area);
  }
  for (const area of doubtful) grades.delete(area);
  return grades;
}

/** The grades of the last inspection, as the section on it lists them. */
export function earlierGrades(report: Report): Map<string, ListedGrade> {
  const grades = new Map<string, ListedGrade>();
  const { source } = report.document;
  for (const { paragraph, from, to } of sentencesOf(report)) {
    if (report.sections[paragraph.section ?? -1]?.role !== 'history') continue;
    const match = /^(.{3,120}): ([a-z ]{3,40})\.?$/i.exec(singleSpaced(source.slice(from, to)));
    const area =
      match === null ? undefined : frameworkIndex(report.framework).areaByName.get(titleKey(match[1] as string));
    const grade = match === null ? undefined : gradeOf(report.framework, match[2] as string);
    if (area !== undefined && grade !== undefined && !grades.has(area.id))
      grades.set(area.id, { grade, places: [{ from, to }] });
  }
  return grades;
}
