import type { Framework } from '../model/framework.ts';
import { gradePhrase } from '../model/judgements/gradePhrase.ts';
import { patternMatch } from '../model/pattern.ts';
import { type ImportedBlock, joinedPieces, type Piece, pieceOf } from './block.ts';
import { coverJudgements } from './coverJudgements.ts';
import { datesIn } from './dates.ts';
import { letterOf } from './letter.ts';
import type { PrintedLine } from './printedLine.ts';

/** What the cover says, for the front matter. */
export interface Cover {
  readonly provider: readonly Piece[];
  /** The name that the headline uses. */
  readonly name: string | undefined;
  readonly title: readonly Piece[];
  readonly inspected: readonly string[];
  readonly published: string | undefined;
  /** The lines of the dates. */
  readonly dates: readonly number[];
}

/** What stands before the first section: the cover, and the blocks that say the judgements. */
export interface Opening {
  readonly cover: Cover;
  /** Blocks by the line at which they begin, with how many lines they take. */
  readonly blocks: ReadonlyMap<number, { readonly lines: number; readonly blocks: readonly ImportedBlock[] }>;
  /** The lines that are the cover's own. */
  readonly taken: ReadonlySet<number>;
  /** Where the text begins. */
  readonly end: number;
}

/** A cover's lines, at most. */
const mostLines = 80;

/** Reads the cover and the judgements on it. */
export function openingOf(lines: readonly PrintedLine[], framework: Framework): Opening {
  const taken = new Set<number>();
  const blocks = new Map<number, { lines: number; blocks: ImportedBlock[] }>();
  const take = (from: number, to: number): Piece[] => {
    for (let at = from; at < to; at++) taken.add(at);
    return lines.slice(from, to).map(pieceOf);
  };
  let at = 0;
  let cover: Cover = { provider: [], name: undefined, title: [], inspected: [], published: undefined, dates: [] };
  const titleAt = lines.slice(0, 20).findIndex(({ text }) => isTitle(text));
  const datesAt = lines.slice(0, 40).findIndex(({ text }) => inspectionDates.test(text));
  // In the details a literal `[^1]` would be a footnote's mark, for they know no escapes: then the cover stays text.
  const isPlain = !lines.slice(0, datesAt).some(({ text }) => text.includes('\\[^'));
  if (titleAt >= 0 && datesAt > titleAt && datesAt - titleAt <= 10 && isPlain) {
    const title = take(titleAt, datesAt);
    const named = providerIn(joinedPieces(title));
    const isProvider = named === undefined && titleAt > 0 && titleAt <= 3;
    const provider = isProvider ? take(0, titleAt) : [];
    const dates = datesTo(lines, datesAt);
    const published = dates.to < lines.length && publication.test(lines[dates.to]?.text ?? '') ? dates.to : undefined;
    const own = lines.slice(datesAt, published === undefined ? dates.to : published + 1);
    take(datesAt, datesAt + own.length);
    cover = {
      ...cover,
      provider,
      name: named,
      title,
      inspected: dates.found,
      published: published === undefined ? undefined : datesIn(lines[published]?.text ?? '')[0],
      dates: own.map(({ index }) => index),
    };
    at = datesAt + own.length;
  }
  const letter = at === 0 ? letterOf(lines) : undefined;
  if (letter !== undefined) {
    for (const [place, block] of letter.blocks) blocks.set(place, { lines: block.lines, blocks: [...block.blocks] });
    const { inspected, published } = letter;
    return {
      cover: { ...cover, name: providerIn(joinedPieces(letter.subject)), inspected, published },
      blocks,
      taken,
      end: letter.end,
    };
  }
  const start = at;
  for (let i = at; i < Math.min(lines.length, start + mostLines); i++) {
    const headline = headlineAt(lines, i, framework);
    if (headline === undefined) continue;
    blocks.set(i, { lines: headline.lines, blocks: [{ kind: 'heading', level: 1, pieces: headline.pieces }] });
    cover = { ...cover, name: headline.provider ?? cover.name };
    at = i + headline.lines;
    break;
  }
  const judged = coverJudgements(lines, at, framework);
  if (judged !== undefined) {
    blocks.set(judged.from, { lines: judged.to - judged.from, blocks: judged.blocks });
    for (const place of judged.late) taken.add(place);
    at = judged.to;
  }
  return { cover, blocks, taken, end: at };
}

const inspectionDates = /^(?:inspection dates?|dates? of inspection|inspected)\b/i;
const publication = /^(?:report )?published\b|^publication date\b|^date published\b/i;

function isTitle(text: string): boolean {
  return (
    /\binspection of\b|^(?:full |short |re-)?inspection\b(?! dates?\b)|\binspection report\b|\bservices inspection$/i.test(
      text,
    ) && !/[.]$/.test(text)
  );
}

/** Who was inspected, where the title says it: `Inspection of the Isle of Wight local authority children’s services`. */
function providerIn(title: string): string | undefined {
  return /inspection of (?:the )?(\p{Lu}.*?)(?:['’]s?)?(?: (?:local (?:authority|area)|children|services)\b.*)?$/iu
    .exec(title)?.[1]
    ?.match(/^\p{Lu}.*/u)?.[0];
}

/** The dates of the inspection, which may run on over a line's end. */
function datesTo(lines: readonly PrintedLine[], from: number): { to: number; found: string[] } {
  let words = lines[from]?.text ?? '';
  let to = from + 1;
  while (to < from + 3 && (!/\d{4}/.test(words) || /(?:to|and|[–—-])$/.test(words))) {
    words = `${words} ${lines[to]?.text ?? ''}`;
    to++;
  }
  const found = datesIn(words);
  return { to, found: found.length > 2 ? [found[0]!, found.at(-1)!] : found };
}

function headlineAt(lines: readonly PrintedLine[], at: number, framework: Framework) {
  let found: { lines: number; pieces: Piece[]; provider: string | undefined } | undefined;
  for (let count = 1; count <= 4 && at + count <= lines.length; count++) {
    const pieces = lines.slice(at, at + count).map(pieceOf);
    const words = joinedPieces(pieces).replace(/\.?(?:\[\^\d+\])?$/, '');
    for (const pattern of framework.headlines) {
      const groups = patternMatch(pattern, words)?.groups;
      if (groups?.predicate === undefined) continue;
      if (gradePhrase(framework, groups.predicate, 0, pattern.plural)?.grade === undefined) continue;
      found = { lines: count, pieces, provider: groups.provider?.replace(/^the /, '') };
      break;
    }
  }
  return found;
}
