import type { Document } from '../../syntax/document.ts';
import { editDistance } from '../../text/editDistance.ts';
import type { Span } from '../../text/text.ts';
import type { Area, Framework } from '../framework.ts';
import type { FrameworkIndex } from '../frameworkIndex.ts';
import { titleKey } from '../titleKey.ts';
import type { Judgement } from './judgement.ts';

/** By what grades are read: the text, and what the framework calls grades and areas. */
export interface JudgementReading {
  readonly document: Document;
  readonly framework: Framework;
  readonly index: FrameworkIndex;
}

/** What carries a grade, and where. */
export type CarrierPlace = Pick<Judgement, 'carrier' | 'block' | 'section'>;

/** Longer lines and first sentences are no judgements, and are not tried. */
export const longestStatement = 400;

/** What is so worded tells of an earlier inspection. */
export const pastWording =
  /\b(?:last|previous|earlier)\s+(?:ofsted\s+)?inspection\b|\bw(?:as|ere)\s+(?:previously\s+)?(?:judged|graded|rated)\b|\bpreviously\b/i;

/** A grade where it is written, of an area that is still to be told. */
export function judgementOf(
  { carrier, block, section }: CarrierPlace,
  from: number,
  text: string,
  grade: Judgement['grade'],
): Judgement {
  return {
    carrier,
    block,
    section,
    from,
    to: from + text.length,
    text,
    grade,
    area: undefined,
    areaMatch: 'none',
    areaSpan: undefined,
    areaText: '',
    number: undefined,
    grammatical: true,
    plural: false,
    provider: undefined,
  };
}

/**
 * The area that a carrier names: by its name, else the one whose name is near, else by its number; an open framework takes
 * any name.
 */
export function namedArea(
  { framework, index }: JudgementReading,
  name: string,
  areaSpan: Span,
  number: string | undefined,
): Partial<Judgement> {
  const key = titleKey(name);
  const exact = index.areaByName.get(key);
  const area =
    exact ?? nearestArea(framework, index, key) ?? (number === undefined ? undefined : index.areaByNumber.get(number));
  const open = area === undefined && framework.openAreas ? key : undefined;
  return {
    area: area?.id ?? open,
    areaMatch: exact !== undefined || open !== undefined ? 'name' : area !== undefined ? 'near' : 'none',
    areaText: name,
    areaSpan,
    number: number ?? area?.number,
  };
}

/** The area whose name differs from `key` by a slip or two, if there is one only. */
export function nearestArea(framework: Framework, index: FrameworkIndex, key: string): Area | undefined {
  if (framework.openAreas) return undefined;
  let nearest: Area | undefined;
  let least = Math.min(4, Math.ceil(key.length / 5));
  for (const [name, area] of index.areaByName) {
    const distance = editDistance(key, name, least);
    if (distance < least) {
      least = distance;
      nearest = area;
    }
  }
  return nearest;
}
