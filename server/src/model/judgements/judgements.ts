import type { Block, TableBlock } from '../../syntax/block.ts';
import type { Document } from '../../syntax/document.ts';
import { plainText } from '../../syntax/plainText.ts';
import { editDistance } from '../../text/editDistance.ts';
import { copied, type Span } from '../../text/text.ts';
import type { Area, Framework, Pattern } from '../framework.ts';
import { type FrameworkIndex, frameworkIndex } from '../frameworkIndex.ts';
import { mayFit, patternMatch } from '../pattern.ts';
import type { Section } from '../section.ts';
import { bareTitle, titleKey } from '../titleKey.ts';
import { beforeGrade, gradeMark } from './gradeMark.ts';
import { gradePhrase } from './gradePhrase.ts';
import type { Judgement } from './judgement.ts';

/** The judgements of a report, and which of its blocks are judgement entries. */
export interface Judgements {
  readonly judgements: readonly Judgement[];
  readonly entryBlocks: ReadonlySet<number>;
  /** The section of the headline. */
  readonly headline: number | undefined;
}

const pastWording =
  /\b(?:last|previous|earlier)\s+(?:ofsted\s+)?inspection\b|\bw(?:as|ere)\s+(?:previously\s+)?(?:judged|graded|rated)\b|\bpreviously\b/i;

/** No grade has more words. */
const mostGradeWords = 8;

/** No sentence of judgement is longer; longer first sentences are not tried. */
const longestStatement = 400;

/**
 * By framework what headings and paragraphs state, their places counted from the block's start; most state nothing. It
 * depends on nothing but the block, so that it need not be read again after every letter that an author types.
 */
const stated = new WeakMap<Framework, WeakMap<Block, Judgement | 'nothing'>>();

/** Reads the grades from all five carriers (`markup.md` §4.3), but none of an earlier inspection. */
export function judgementsOf(document: Document, framework: Framework, sections: readonly Section[]): Judgements {
  const { source, blocks, starts } = document;
  const index = frameworkIndex(framework);
  const known = stated.get(framework) ?? new WeakMap<Block, Judgement | 'nothing'>();
  stated.set(framework, known);
  const judgements: Judgement[] = [];
  const entryBlocks = new Set<number>();
  const openingEnd = openingEndOf(sections) ?? blocks.length;
  let headline: number | undefined;
  let section: Section | undefined;
  let next = 0;

  blocks.forEach((block, i) => {
    const start = starts[i] ?? 0;
    if (block.kind === 'heading') {
      if (sections[next]?.block !== i) return;
      section = sections[next++];
      if (section === undefined || isHistory(section)) return;
      readHeading(block, i, section);
      return;
    }
    if (isHistory(section)) return;
    switch (block.kind) {
      case 'judgement':
        if (section !== undefined) readLine(block, i, start, section);
        break;
      case 'numbered':
        if (i < openingEnd || section?.role === 'judgements') {
          // A line within that begins with a number of its own was meant as the next entry.
          const to = block.hiddenNumbers[0]?.from ?? block.content.to;
          if (readEntry(i, { from: start + block.content.from, to: start + to }, block.number.number)) break;
        }
        readStatement(block, i, start, block.content);
        break;
      case 'table':
        readTable(block, i, start);
        break;
      case 'plain':
        readStatement(block, i, start, block.content);
        break;
    }
  });
  if (framework.openAreas) {
    const own = ownHeadings();
    if (own.length > 0) judgements.push(...own);
    if (own.length > 0) judgements.sort((one, other) => one.from - other.from);
  }
  return { judgements, entryBlocks, headline };

  /** Headings of listed areas that end in a grade which the list has besides the scale: *Wellbeing: Excellent*. */
  function ownHeadings(): Judgement[] {
    const entries = judgements.filter(({ carrier }) => carrier === 'entry');
    const grades = new Set(entries.flatMap(({ grade, text }) => (grade === undefined ? titleKey(text) : [])));
    grades.delete('');
    if (grades.size === 0) return [];
    const areas = new Set(entries.map(({ areaText }) => titleKey(areaText)));
    return sections.flatMap(own => {
      const { block, index, titleSpan } = own;
      const title = source.slice(titleSpan.from, titleSpan.to);
      const colon = title.lastIndexOf(':');
      if (colon <= 0 || isHistory(own) || !areas.has(titleKey(title.slice(0, colon)))) return [];
      const { from, to } = trimmedSpan(title, colon + 1, title.length);
      const text = title.slice(from, to).replace(/[.]$/, '');
      if (!grades.has(titleKey(text))) return [];
      const areaSpan = { from: titleSpan.from, to: titleSpan.from + title.slice(0, colon).trimEnd().length };
      return {
        ...judgementOf('heading', block, index, titleSpan.from + from, text, undefined),
        ...named(source.slice(areaSpan.from, areaSpan.to), areaSpan, undefined),
      };
    });
  }

  function readHeading(block: Block & { kind: 'heading' }, i: number, own: Section): void {
    const title = source.slice(own.titleSpan.from, own.titleSpan.to);
    const marks = title.search(/\[\^|\{|<!--|\(recommendations?[\s\d)]|#[\w-]{1,40}\}$/i);
    const words = marks < 0 ? title : title.slice(0, marks).trimEnd();
    if (i < openingEnd && headline === undefined) {
      const sentence = sentenceJudgement(words, own.titleSpan.from, framework.headlines, i, 'headline');
      if (sentence !== undefined) {
        headline = own.index;
        judgements.push(sentence);
        return;
      }
    }
    if (block.attributes?.area === undefined) {
      readOnce(block, i, () => headingJudgement(words, block, i, own));
      return;
    }
    // With such an attribute it depends also on what the section stands in.
    const judgement = headingJudgement(words, block, i, own);
    if (judgement !== undefined) judgements.push(judgement);
  }

  /** Adds what a block states, as it was read before or as `read` finds it now. */
  function readOnce(block: Block, i: number, read: () => Judgement | undefined): void {
    const start = starts[i] ?? 0;
    const before = known.get(block);
    if (before === undefined) {
      const judgement = read();
      if (judgement !== undefined) judgements.push(judgement);
      known.set(block, judgement === undefined ? 'nothing' : moved(judgement, -start));
    } else if (before !== 'nothing') {
      judgements.push({ ...moved(before, start), block: i, section: section?.index });
    }
  }

  function headingJudgement(
    words: string,
    block: Block & { kind: 'heading' },
    i: number,
    own: Section,
  ): Judgement | undefined {
    const colon = gradeMark(words, index);
    const isDash = colon >= 0 && words[colon] !== ':';
    const statement = isDash
      ? undefined
      : sentenceJudgement(words, own.titleSpan.from, framework.statements, i, 'statement');
    if (statement !== undefined) return statement;
    if (colon <= 0) return undefined;
    const after = trimmedSpan(words, colon + 1, words.length);
    const whole = trimmedSpan(words, 0, beforeGrade(words.slice(0, colon)).length);
    const text = words.slice(after.from, after.to).replace(/[.]$/, '');
    const grade = index.gradeByName.get(titleKey(text));
    const bare = bareTitle(words.slice(whole.from, whole.to));
    const isNumbered = index.areaByName.has(titleKey(bare)) && words.endsWith(bare, whole.to);
    const before = isNumbered ? { from: whole.to - bare.length, to: whole.to } : whole;
    const name = words.slice(before.from, before.to);
    const key = titleKey(name);
    const area = index.areaByName.get(key) ?? (grade && nearestArea(framework, index, key));
    if (grade === undefined && (area === undefined || !area.graded)) return undefined;
    if (text === '' && area === undefined) return undefined;
    const areaSpan = { from: own.titleSpan.from + before.from, to: own.titleSpan.from + before.to };
    if (grade !== undefined && area === undefined && !framework.openAreas && block.attributes?.area === undefined)
      return undefined;
    return {
      ...judgementOf('heading', i, own.index, own.titleSpan.from + after.from, text, grade),
      ...(block.attributes?.area !== undefined && own.ownArea !== undefined
        ? {
            area: own.ownArea,
            areaMatch: 'section' as const,
            areaText: name,
            areaSpan,
            number: index.areaById.get(own.ownArea)?.number,
          }
        : named(name, areaSpan, undefined)),
    };
  }

  function readLine(block: Block & { kind: 'judgement' }, i: number, start: number, own: Section): void {
    const text = plainText(source.slice(start, start + block.end), block.inlines, block.content).replace(/[.]$/, '');
    // Stars around the grade are none of its words.
    const marks = Math.max(0, source.slice(start + block.content.from, start + block.end).indexOf(text));
    const grade = index.gradeByName.get(titleKey(text));
    const area =
      own.area ?? (framework.openAreas ? titleKey(own.ownRole === undefined ? own.title : own.path) : undefined);
    judgements.push({
      ...judgementOf('line', i, own.index, start + block.content.from + marks, text, grade),
      area,
      areaMatch: area === undefined ? 'none' : 'section',
      areaText: own.title,
      number: area === undefined ? undefined : index.areaById.get(area)?.number,
    });
  }

  function readEntry(i: number, span: Span, number: string | undefined): boolean {
    const line = source.slice(span.from, span.to);
    if (line.length > longestStatement || pastWording.test(line)) return false;
    const comment = line.indexOf('<!--');
    const words = (comment < 0 ? line : line.slice(0, comment)).replace(/\{[^{}]*\}\s*$/, '');
    const [colon, end] = entryEnd(words);
    const before = trimmedSpan(words, 0, colon < 0 ? words.length : colon);
    const after = trimmedSpan(words, colon < 0 ? words.length : colon + 1, end);
    return pushEntry(
      i,
      { from: span.from + before.from, to: span.from + before.to },
      { from: span.from + after.from, to: span.from + after.to },
      number,
      false,
    );
  }

  /** The colon before an entry's grade, and where the grade ends: another entry that has run into this one is none of it. */
  function entryEnd(words: string): [colon: number, end: number] {
    const first = words.indexOf(':');
    const last = words.lastIndexOf(':');
    const isName = (to: number) => index.areaByName.has(titleKey(words.slice(0, to)));
    if (first === last || isName(last) || !isName(first)) return [last, words.length];
    const ends = [...words.slice(first + 1).matchAll(/\S(?=\s)/g)].slice(0, mostGradeWords);
    const end = ends
      .map(match => first + 2 + match.index)
      .findLast(to => index.gradeByName.has(titleKey(words.slice(first + 1, to))));
    return end === undefined ? [last, words.length] : [first, end];
  }

  function readTable(block: TableBlock, i: number, start: number): void {
    const header = block.rows[0];
    const heads = header?.cells[1];
    const graded =
      heads !== undefined && index.judgementWords.has(titleKey(source.slice(start + heads.from, start + heads.to)));
    if (!graded && i >= openingEnd && section?.role !== 'judgements') return;
    for (const row of block.rows) {
      const [name, second, ...more] = row.cells;
      // Between two pipes that were meant as one there is an empty cell too many.
      const grade =
        second?.from === second?.to && row.cells.length > (header?.cells.length ?? 0)
          ? (more.find(({ from, to }) => from < to) ?? second)
          : second;
      if (row === header || name === undefined || grade === undefined) continue;
      const numbered = /^([SR]?\d{1,3}(?:\.\d{1,3})*)\.?\s+/.exec(source.slice(start + name.from, start + name.to));
      const nameFrom = start + name.from + (numbered?.[0].length ?? 0);
      pushEntry(
        i,
        { from: nameFrom, to: start + name.to },
        { from: start + grade.from, to: start + grade.to },
        numbered?.[1],
        graded,
      );
    }
  }

  function pushEntry(
    i: number,
    areaSpan: Span,
    gradeSpan: Span,
    number: string | undefined,
    certain: boolean,
  ): boolean {
    const name = source.slice(areaSpan.from, areaSpan.to);
    const written = source.slice(gradeSpan.from, gradeSpan.to);
    const text = written.replace(/\*+|\[\^[^\]]*\]|\.\s*$/g, '').trim();
    const from = gradeSpan.from + Math.max(0, written.indexOf(text));
    const grade = index.gradeByName.get(titleKey(text));
    const area = index.areaByName.get(titleKey(name));
    if (!certain && grade === undefined && area === undefined) return false;
    if (area !== undefined && !area.graded && grade === undefined) return false;
    entryBlocks.add(i);
    judgements.push({
      ...judgementOf('entry', i, section?.index, from, text, grade),
      ...named(name, areaSpan, number),
    });
    return true;
  }

  function readStatement(block: Block, i: number, start: number, content: Span): void {
    const from = start + content.from;
    if (!fitsStatement(source, framework, from)) return;
    readOnce(block, i, () => {
      const line = source.slice(from, Math.min(start + content.to, from + longestStatement));
      const end = /[.!?](?=\s|$)/.exec(line)?.index ?? line.length;
      if (block.inlines.comments.some(comment => comment.from < content.from + end)) return undefined;
      return sentenceJudgement(line.slice(0, end), from, framework.statements, i, 'statement');
    });
  }

  function sentenceJudgement(
    words: string,
    from: number,
    patterns: readonly Pattern[],
    i: number,
    carrier: 'headline' | 'statement',
  ): Judgement | undefined {
    for (const pattern of patterns) {
      const match = patternMatch(pattern, words);
      if (match === undefined) continue;
      const place = (name: string): Span | undefined => {
        const found = match.indices?.groups?.[name];
        return found && { from: from + found[0], to: from + found[1] };
      };
      const predicate = place('predicate');
      if (predicate === undefined || (carrier === 'statement' && pastWording.test(words))) continue;
      const phrase = gradePhrase(framework, source.slice(predicate.from, predicate.to), predicate.from, pattern.plural);
      if (phrase === undefined) continue;
      const text = source.slice(phrase.from, phrase.to);
      const areaSpan = place('area');
      const provider = place('provider');
      const area = index.overall;
      const about = areaSpan && named(source.slice(areaSpan.from, areaSpan.to), areaSpan, undefined);
      if (about !== undefined && pattern.source.startsWith('{area}')) {
        // Nothing but an area's name, and in a paragraph its grade too, tells such a sentence from any other.
        if (!index.areaById.has(about.area ?? '')) continue;
        if (blocks[i]?.kind !== 'heading' && (about.areaMatch !== 'name' || phrase.grade === undefined)) continue;
      }
      return {
        ...judgementOf(carrier, i, section?.index, phrase.from, text, phrase.grade),
        ...(about ?? {
          area: area?.id ?? 'overall',
          areaMatch: 'section' as const,
          areaText: area?.title ?? 'Overall',
          number: area?.number,
        }),
        grammatical: phrase.grammatical,
        plural: pattern.plural,
        provider: provider && { ...provider, text: source.slice(provider.from, provider.to) },
      };
    }
    return undefined;
  }

  function judgementOf(
    carrier: Judgement['carrier'],
    block: number,
    own: number | undefined,
    from: number,
    text: string,
    grade: Judgement['grade'],
  ): Judgement {
    return {
      carrier,
      block,
      section: own,
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

  /** The area that a carrier names: by its name, else the one whose name is near, else by its number; an open framework takes any name. */
  function named(name: string, areaSpan: Span, number: string | undefined): Partial<Judgement> {
    const key = titleKey(name);
    const exact = index.areaByName.get(key);
    const area =
      exact ??
      nearestArea(framework, index, key) ??
      (number === undefined ? undefined : index.areaByNumber.get(number));
    const open = area === undefined && framework.openAreas ? key : undefined;
    return {
      area: area?.id ?? open,
      areaMatch: exact !== undefined || open !== undefined ? 'name' : area !== undefined ? 'near' : 'none',
      areaText: name,
      areaSpan,
      number: number ?? area?.number,
    };
  }
}

/** Whether a block of running text may state a judgement: whether one of the framework's sentences may begin it. */
export function mayState({ source, blocks, starts }: Document, framework: Framework, block: number): boolean {
  const own = blocks[block];
  return (
    own !== undefined && 'content' in own && fitsStatement(source, framework, (starts[block] ?? 0) + own.content.from)
  );
}

/** Whether a block stands before the first heading that has a role. */
export function isInOpening(sections: readonly Section[], block: number): boolean {
  return block < (openingEndOf(sections) ?? Infinity);
}

/** The block at which the opening ends: the first section’s; nothing if there is none. */
export function openingEndOf(sections: readonly Section[]): number | undefined {
  return sections.find(section => section.ownRole !== undefined)?.block;
}

function fitsStatement(source: string, framework: Framework, from: number): boolean {
  return framework.statements.some(pattern => mayFit(pattern, source, from));
}

/** A judgement with its places moved, holding copies only: what is remembered keeps no text alive. */
function moved(judgement: Judgement, by: number): Judgement {
  const { from, to, text, areaSpan, areaText, number, provider } = judgement;
  return {
    ...judgement,
    from: from + by,
    to: to + by,
    text: copied(text),
    areaSpan: areaSpan && { from: areaSpan.from + by, to: areaSpan.to + by },
    areaText: copied(areaText),
    number: number && copied(number),
    provider: provider && { from: provider.from + by, to: provider.to + by, text: copied(provider.text) },
  };
}

/** The area whose name differs from `key` by a slip or two, if there is one only. */
function nearestArea(framework: Framework, index: FrameworkIndex, key: string): Area | undefined {
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

function isHistory(section: Section | undefined): boolean {
  return section?.role === 'history';
}

function trimmedSpan(words: string, from: number, to: number): Span {
  const part = words.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  return { from: Math.min(start, to), to: Math.max(Math.min(start, to), to - (part.length - part.trimEnd().length)) };
}
