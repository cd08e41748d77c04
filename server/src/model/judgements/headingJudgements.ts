import { trimmed } from '../../text/text.ts';
import type { Section } from '../section.ts';
import { bareTitle, titleKey } from '../titleKey.ts';
import { beforeGrade, gradeMark } from './gradeMark.ts';
import type { Judgement } from './judgement.ts';
import { type JudgementReading, judgementOf, namedArea, nearestArea } from './judgementReading.ts';
import { sentenceJudgement } from './sentenceJudgement.ts';

/** A heading's title as far as a grade may stand in it: without the marks and attributes behind it. */
export function headingWords(source: string, { titleSpan }: Section): string {
  const title = source.slice(titleSpan.from, titleSpan.to);
  const marks = title.search(/\[\^|\{|<!--|\(recommendations?[\s\d)]|#[\w-]{1,40}\}$/i);
  return marks < 0 ? title : title.slice(0, marks).trimEnd();
}

/** What a section's heading states: by a sentence of the framework's, or behind its last colon. */
export function headingJudgement(reading: JudgementReading, own: Section, words: string): Judgement | undefined {
  const { framework, index } = reading;
  const place = { block: own.block, section: own.index };
  const { from: start } = own.titleSpan;
  const colon = gradeMark(words, index);
  const isDash = colon >= 0 && words[colon] !== ':';
  const statement = isDash ? undefined : sentenceJudgement(reading, { carrier: 'statement', ...place }, words, start);
  if (statement !== undefined) return statement;
  if (colon <= 0) return undefined;
  const after = trimmed(words, { from: colon + 1, to: words.length });
  const whole = trimmed(words, { from: 0, to: beforeGrade(words.slice(0, colon)).length });
  const text = words.slice(after.from, after.to).replace(/[.]$/, '');
  const grade = index.gradeByName.get(titleKey(text));
  const bare = bareTitle(words.slice(whole.from, whole.to));
  const isNumbered = index.areaByName.has(titleKey(bare)) && words.endsWith(bare, whole.to);
  const before = isNumbered ? { from: whole.to - bare.length, to: whole.to } : whole;
  const name = words.slice(before.from, before.to);
  const key = titleKey(name);
  const area = index.areaByName.get(key) ?? (grade && nearestArea(framework, index, key));
  const given = own.attributes?.area;
  if (grade === undefined && (area === undefined || !area.graded)) return undefined;
  if (text === '' && area === undefined) return undefined;
  if (grade !== undefined && area === undefined && !framework.openAreas && given === undefined) return undefined;
  const areaSpan = { from: start + before.from, to: start + before.to };
  return {
    ...judgementOf({ carrier: 'heading', ...place }, start + after.from, text, grade),
    ...(given !== undefined && own.ownArea !== undefined
      ? {
          area: own.ownArea,
          areaMatch: 'section' as const,
          areaText: name,
          areaSpan,
          number: index.areaById.get(own.ownArea)?.number,
        }
      : namedArea(reading, name, areaSpan, undefined)),
  };
}

/** Headings of listed areas that end in a grade which the list has besides the scale: *Wellbeing: Excellent*. */
export function listedHeadings(
  reading: JudgementReading,
  sections: readonly Section[],
  judgements: readonly Judgement[],
): Judgement[] {
  const { source } = reading.document;
  const entries = judgements.filter(({ carrier }) => carrier === 'entry');
  const grades = new Set(entries.flatMap(({ grade, text }) => (grade === undefined ? titleKey(text) : [])));
  grades.delete('');
  if (grades.size === 0) return [];
  const areas = new Set(entries.map(({ areaText }) => titleKey(areaText)));
  return sections.flatMap(({ block, index: section, titleSpan }) => {
    const title = source.slice(titleSpan.from, titleSpan.to);
    const colon = title.lastIndexOf(':');
    if (colon <= 0 || !areas.has(titleKey(title.slice(0, colon)))) return [];
    const { from, to } = trimmed(title, { from: colon + 1, to: title.length });
    const text = title.slice(from, to).replace(/[.]$/, '');
    if (!grades.has(titleKey(text))) return [];
    const areaSpan = { from: titleSpan.from, to: titleSpan.from + title.slice(0, colon).trimEnd().length };
    return {
      ...judgementOf({ carrier: 'heading', block, section }, titleSpan.from + from, text, undefined),
      ...namedArea(reading, source.slice(areaSpan.from, areaSpan.to), areaSpan, undefined),
    };
  });
}
