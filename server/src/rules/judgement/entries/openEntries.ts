import { DerivedFacts } from '../../../model/derivedFacts.ts';
import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { anyOfNames } from '../../../text/anyOfNames.ts';
import { editDistance } from '../../../text/editDistance.ts';
import { addCount } from '../../../text/lists.ts';
import type { Span } from '../../../text/text.ts';
import { changeTo, fixWith } from '../../fixWith.ts';
import { gradeList } from '../../messages/judgementWords.ts';
import type { Finding } from '../../rule.ts';
import { meantLine } from './meantJudgements.ts';

const found = new DerivedFacts<readonly Finding[]>();

/**
 * Of a report that names its own areas, what stands in its list of judgements and is not read as an entry, or not as one:
 * the lines beside it, which are, show how it is meant.
 */
export function oddEntries(report: Report): readonly Finding[] {
  return found.of(report, () => [
    ...joinedEntries(report),
    ...unreadLines(report),
    ...linesOfText(report),
    ...unreadRows(report),
    ...unreadGrades(report),
  ]);
}

/** So many entries make a list. */
const fewest = 2;
/** A longer line is no entry. */
const longest = 120;

/** Lines between or beside numbered entries that end in no grade, or in one without a colon, or begin otherwise. */
function* unreadLines(report: Report): Iterable<Finding> {
  const { document, framework, judgements } = report;
  const { blocks, starts, source } = document;
  const read = new Set(judgements.flatMap(({ carrier, block }) => (carrier === 'entry' ? block : [])));
  const lists = [...read].filter(index => blocks[index]?.kind === 'numbered');
  if (lists.length < fewest) return;
  const ending = new RegExp(
    String.raw`^(.{2,80}?)(?:\s[–—=-]+\s|[;,=]\s?|\s?\.{2,}\s?|\s)(${anyOfNames(framework.scale.flatMap(({ names }) => names))})\.?$`,
    'iu',
  );
  for (const index of new Set(lists.flatMap(own => [own - 1, own + 1]))) {
    const block = blocks[index];
    if (block === undefined || read.has(index)) continue;
    if (block.kind !== 'numbered' && block.kind !== 'plain' && block.kind !== 'bullet' && block.kind !== 'quotation')
      continue;
    const base = starts[index] ?? 0;
    const from = base + (block.kind === 'quotation' ? block.start + 1 : block.content.from);
    const line = source.slice(from, base + block.end);
    if (line.length > longest || /[\r\n]/.test(line)) continue;
    yield* block.kind === 'numbered'
      ? unreadEntry(report, index, line, from, ending)
      : unnumberedEntry(report, index, line, from);
  }
}

/** A line without a number that ends in a grade: what does not was no entry. */
function* unnumberedEntry(
  { document: { blocks, starts, source }, framework }: Report,
  index: number,
  line: string,
  content: number,
): Iterable<Finding> {
  const colon = line.lastIndexOf(':');
  if (colon <= 0 || !frameworkIndex(framework).gradeByName.has(titleKey(line.slice(colon + 1)))) return;
  const block = blocks[index];
  const from = (starts[index] ?? 0) + (block?.start ?? 0);
  const to = block?.kind === 'plain' ? content + colon : content;
  yield {
    from,
    to: from + source.slice(from, to).trimEnd().length,
    message: 'This stands in the list of judgements, and is not read as one of them. Begin the line with a number.',
  };
}

/** A numbered line whose grade stands after no colon, is none, or is lacking. */
function* unreadEntry(
  { document: { blocks, starts }, framework, sections }: Report,
  index: number,
  line: string,
  content: number,
  ending: RegExp,
): Iterable<Finding> {
  const colon = line.lastIndexOf(':');
  const [, name = '', grade = ''] = ending.exec(line) ?? [];
  if (grade !== '' && colon < 0) {
    const from = content + name.length;
    const at = content + line.lastIndexOf(grade);
    yield {
      from,
      to: at + grade.length,
      message: `This is not read as a grade. Write “: ${grade}”.`,
      fixes: [fixWith(`Change to “: ${grade}”`, { from, to: at }, ': ')],
    };
    return;
  }
  if (colon > 0 ? line.length - colon > longestGrade : /[.!?]$/.test(line)) return;
  if (sections.some(({ block }) => block === index)) return;
  const words = colon < 0 ? '' : line.slice(colon + 1).trim();
  const choice = `Choose ${gradeList(framework.scale)}.`;
  yield {
    from: words === '' ? (starts[index] ?? 0) + (blocks[index]?.start ?? 0) : content + line.length - words.length,
    to: content + line.trimEnd().length,
    message: words === '' ? `This has no grade. ${choice}` : `“${words}” is not a grade. ${choice}`,
  };
}

const longestGrade = 40;

/** Rows of a table of judgements whose grade is misspelt, so that they are read as no entries. */
function* unreadRows({ document: { blocks, starts, source }, framework, judgements }: Report): Iterable<Finding> {
  const read = new Map<number, number>();
  for (const { carrier, block } of judgements)
    if (carrier === 'entry' && blocks[block]?.kind === 'table') addCount(read, block);
  for (const [index, count] of read) {
    const table = blocks[index];
    if (table?.kind !== 'table' || count < fewest) continue;
    const start = starts[index] ?? 0;
    const graded = new Set(judgements.map(({ from }) => from));
    for (const { cells } of table.rows) {
      const cell = cells[1];
      const words = cell === undefined ? '' : source.slice(start + cell.from, start + cell.to);
      if (words.trim() === '' && count === table.rows.length - headRows && cells[0] !== undefined) {
        const name = { from: start + cells[0].from, to: start + cells[0].to };
        if (/\p{L}/u.test(source.slice(name.from, name.to)) && cells !== table.rows[0]?.cells)
          yield { ...name, message: `This has no grade. Choose ${gradeList(framework.scale)}.` };
        continue;
      }
      if (cell === undefined || graded.has(start + cell.from)) continue;
      if (!/^\p{L}{4,14}(?: \p{L}{4,14})?$/u.test(words)) continue;
      const key = titleKey(words);
      const slip = framework.scale
        .flatMap(({ names }) => names)
        .find(name => {
          const distance = editDistance(key, titleKey(name), slips + 1);
          return distance > 0 && distance <= slips && titleKey(name).charAt(0) === key.charAt(0);
        });
      if (slip === undefined) continue;
      yield {
        from: start + cell.from,
        to: start + cell.to,
        message: `“${words}” is not a grade. Is *${slip}* meant?`,
        fixes: [changeTo({ from: start + cell.from, to: start + cell.to }, slip)],
      };
    }
  }
}

const slips = 2;
/** A table’s head, and the one row that lacks its grade. */
const headRows = 2;

/** Grades under the headings of listed areas that are not read for their form, where those of others are. */
function* unreadGrades(report: Report): Iterable<Finding> {
  const { judgements, sections } = report;
  const listed = new Set(judgements.flatMap(({ carrier, area }) => (carrier === 'entry' ? area : [])));
  const graded = new Set(judgements.flatMap(({ carrier, section }) => (carrier === 'line' ? section : [])));
  if (graded.size < fewest || listed.size < fewest) return;
  for (const section of sections) {
    if (graded.has(section.index) || !listed.has(titleKey(section.title))) continue;
    const meant = meantLine(report, section);
    if (meant === undefined) continue;
    const { from, to, line } = meant;
    yield {
      from,
      to,
      message: `This is not read as the grade of its section. Write “${line}”.`,
      fixes: [changeTo({ from, to }, line)],
    };
  }
}

/** Lines that would be entries, in a paragraph of a section of judgements: its first has no number that is read. */
function* linesOfText({ document: { blocks, starts, source }, framework, sections }: Report): Iterable<Finding> {
  const { gradeByName } = frameworkIndex(framework);
  for (const { block: heading, blockEnd, role } of sections) {
    if (role !== 'judgements') continue;
    for (let i = heading + 1; i < blockEnd; i++) {
      const block = blocks[i];
      if (block?.kind !== 'plain') continue;
      const from = (starts[i] ?? 0) + block.start;
      const lines = source.slice(from, (starts[i] ?? 0) + block.end).split(/\r\n|[\r\n]/);
      if (
        lines.length < fewest ||
        !lines.every(line => gradeByName.has(titleKey(line.slice(line.lastIndexOf(':') + 1))))
      )
        continue;
      yield {
        from,
        to: from + (lines[0]?.trimEnd().length ?? 0),
        message:
          'This line and those below it are not read as judgements. Begin each with a number, a full stop and a space.',
      };
    }
  }
}

const runOn =
  'Another judgement begins here, and is read as part of the one before it. Begin a line with its number, the next higher.';

/** Entries in whose line or text another stands: its own number is not read, or lacking. */
function* joinedEntries({ document: { blocks, starts, source }, framework, judgements }: Report): Iterable<Finding> {
  const within = new RegExp(
    String.raw`:\s{0,4}(?:${anyOfNames(framework.scale.flatMap(({ names }) => names))})\.?(\s+)\S`,
    'iu',
  );
  for (const { carrier, areaSpan, block, to } of judgements) {
    const own = blocks[block];
    if (carrier !== 'entry' || areaSpan === undefined || own?.kind !== 'numbered') continue;
    const [again = ''] = /^\d{1,2}[.)](?=\s)/.exec(source.slice(areaSpan.from, areaSpan.from + 4)) ?? [];
    if (again !== '') {
      const place = { from: areaSpan.from, to: areaSpan.from + again.length };
      yield { ...place, message: 'A second number stands here. Take one out.' };
      continue;
    }
    const [hidden] = own.hiddenNumbers;
    if (hidden !== undefined) {
      const start = starts[block] ?? 0;
      yield { from: start + hidden.from, to: start + hidden.to, message: runOn };
      continue;
    }
    const rest = source.slice(to, (starts[block] ?? 0) + own.content.to);
    const [next = '', number = ''] = /^\.?\s+(\d{1,2}(?:\.\d)?[.)]?)\s[^:]{2,80}:/.exec(rest) ?? [];
    if (next !== '') {
      const at = to + rest.indexOf(number);
      yield { from: at, to: at + number.length, message: runOn };
      continue;
    }
    const match = within.exec(source.slice(areaSpan.from, areaSpan.to));
    if (match === null) continue;
    const from = areaSpan.from + match.index + match[0].length - 1;
    const place: Span = { from, to: from + (/^\S+/.exec(source.slice(from, areaSpan.to))?.[0].length ?? 1) };
    yield { ...place, message: runOn };
  }
}
