/** A page of an extracted text: its lines, trimmed, without page numbers, footnotes and torn-off paragraph numbers. */
interface Page {
  readonly lines: string[];
  readonly notes: string[];
  /** Paragraph numbers that the extractor set apart from their text. */
  readonly torn: ReadonlySet<number>;
}

/** The block being read. */
interface Block {
  readonly kind: 'plain' | 'number' | 'bullet';
  readonly mark: string;
  text: string;
  /** How long its last line is in the source: a short one that ends a sentence ends a paragraph. */
  width: number;
}

interface Heading {
  readonly lines: number;
  readonly blocks: readonly string[];
}

const grade = '(?:requires improvement(?: to be good)?|good|outstanding|inadequate)';
const areas =
  'The experiences and progress of children (?:who need help and protection|looked after and achieving permanence)|' +
  'Leadership, management and governance';
const graded = new RegExp(`^(${areas}) (${grade})$`, 'i');
const gradedStatement = new RegExp(`^The graded judge?ment (?:for|about) [^.]+ is that it (?:is )?${grade}\\.?$`, 'i');
const gradedInHeading = new RegExp(`^The (?:impact of leaders|experiences and progress of) [^.]+ ${grade}\\.?$`, 'i');
const gradeAtEnd = new RegExp(`^(?:(.*?) )?(${grade})$`, 'i');
const headline =
  /\b(?:are|is|require|requires) (?:good|outstanding|inadequate|improvement(?: to be good)?)\.?(?:\[\^\d+\])?$/i;
const boardGrade =
  /^The Local Safeguarding Children Board (?:is (?:good|outstanding|inadequate)|requires improvement)\b[^.]*$/;

const sections = new Set([
  'context',
  'executive summary',
  'headline findings',
  'information about the inspection and the review',
  'information about the local area partnership',
  'information about the local authority area',
  'information about this inspection',
  'information about this local authority area',
  'inspection judgements about the local authority',
  'inspection outcome',
  'inspection team',
  'local area partnership details',
  'main findings',
  'next steps',
  'progress since the last inspection',
  'recommendations',
  'strengths',
  'summary for children and young people',
  'summary of findings',
  'the local authority',
  'the local authority’s strengths',
  'the local safeguarding children board',
  'the local safeguarding children board (lscb)',
  'what does the area partnership need to do better?',
  'what does the local authority need to improve?',
  'what is it like to be a child or young person with send in this area?',
  'what is the area partnership doing that is effective?',
  'what needs to improve',
  'what needs to improve?',
  'what the inspection judgements mean',
]);
const subsections = new Set([
  'areas for improvement',
  'child protection in this area',
  'children living in this area',
  'children looked after in this area',
  'inspection findings',
  'inspection findings – the local safeguarding children board',
  'inspection judgement about the lscb',
  'local leadership',
  'other information about this area',
  'other ofsted inspections',
  'previous ofsted inspections',
  'priority and immediate action',
  'summary',
  'the casework model used in this area',
  'the inspection team',
  'the lscb',
  'the lscb’s strengths',
  'what does the lscb need to improve?',
]);
/** Titles that could as well be a line of a paragraph. */
const ambiguous = new Set([
  'the local authority',
  'the lscb',
  'the local safeguarding children board',
  'summary',
  'context',
]);

const bullet = /^([•·◼■\uf06e\uf0a7\uf0b7]|[−─\uf02d\uf0be]|- (?=[\p{L}\d]))\s*(.*)$/u;
const firstLevelBullets = '•·◼■\uf06e\uf0a7\uf0b7';
const numbered = /^(\d{1,3})\. ?(.*)$/;
const tagAlone = /^\(recommendations?\b/i;
const backMatter =
  /^(?:Any complaints about the inspection|The Office for Standards in Education|If you are not happy with)/;
const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * A published report of the test corpus, typed in the markup: rough, and only for trying the rules on real reports. The
 * file's name tells the framework and, where the cover has none, the date of publication.
 */
export function asMarkup(file: string, text: string): string {
  const name = file.replace(/^.*[\\/]/, '');
  if (name.endsWith('.md')) return markdownAsMarkup(text);
  const pages = pagesOf(text);
  const isSif = /^(?:ofsted-sif|alt-)/.test(name);
  const [cover, body] = isSif ? coverOfSif(pages) : coverOfOther(pages);
  const published = /_(\d{4}-\d{2}-\d{2})_/.exec(name)?.[1];
  const front = [
    `framework: ${isSif ? 'ofsted-sif' : 'generic'}`,
    ...cover.front,
    ...(published !== undefined && !cover.front.some(line => line.startsWith('published:'))
      ? [`published: ${published}`]
      : []),
  ];
  const blocks = [['---', ...front, '---'].join('\n'), ...cover.blocks, ...new Reader().read(body)];
  return `${blocks.join('\n\n')}\n`;
}

function markdownAsMarkup(text: string): string {
  const title = /^# (.+)$/m.exec(text)?.[1]?.trim();
  const published = /\*\*Published:\*\* (\d{4}-\d{2}-\d{2})/.exec(text)?.[1];
  const front = ['framework: generic', title && `title: ${title}`, published && `published: ${published}`];
  const body = text.replace(/^---+[ \t]*$/gm, '').replace(/[ \t]+$/gm, '');
  return `---\n${front.filter(Boolean).join('\n')}\n---\n\n${body.trim()}\n`;
}

/** Pages, without running heads, page numbers and the contents; footnotes set apart and their marks written as such. */
function pagesOf(text: string): Page[] {
  let note = 0;
  const pages: Page[] = [];
  for (const source of text.split('\f')) {
    let lines = source.split(/\r\n|\r|\n/).map(line => line.replace(/[ \t\u00a0\u202f]+/g, ' ').trim());
    const texts = () => lines.flatMap((line, index) => (line === '' ? [] : [index]));
    for (const index of [texts()[0], texts().at(-1)]) {
      if (index !== undefined && /^\d{1,3}$/.test(lines[index] ?? '')) lines[index] = '';
    }
    const [head, dates] = texts();
    if (pages.length > 0 && dates !== undefined && /^\d.*\d{4} \d{1,2}$/.test(lines[dates] ?? '')) {
      lines[head ?? dates] = '';
      lines[dates] = '';
    }
    if (lines[texts()[0] ?? -1] === 'Contents') continue;

    const notes: string[] = [];
    const kept: string[] = [];
    let inNote = false;
    for (const [index, line] of lines.entries()) {
      const start =
        new RegExp(`^${note + 1} (?=\\p{Lu})`, 'u').test(line) && (inNote || (lines[index - 1] ?? '') === '');
      if (start) {
        note++;
        notes.push(`[^${note}]: ${escapeInline(line.slice(String(note).length + 1))}`);
        inNote = true;
      } else if (inNote && line !== '') {
        notes.push(join(notes.pop() ?? '', escapeInline(line)));
      } else {
        inNote = false;
        kept.push(line);
      }
    }
    lines = headingFromFoot(kept);
    for (const [index, note] of notes.entries()) {
      const number = /^\[\^(\d+)\]/.exec(note)?.[1] ?? '';
      const mark = new RegExp(`(?<=\\p{Ll}[.,;:)’]{0,2}|\\b\\d{4}\\.)${number}(?=[\\s.,;:)]|$)`, 'u');
      const marked = [lines, pages.at(-1)?.lines ?? []].find(page => page.some(line => mark.test(line)));
      const at = marked?.findIndex(line => mark.test(line)) ?? -1;
      if (marked === undefined) notes[index] = note.replace(/^\[\^(\d+)\]:/, '$1');
      else marked[at] = (marked[at] ?? '').replace(mark, `[^${number}]`);
    }
    const torn = new Set(lines.flatMap(line => (/^\d{1,3}\.$/.test(line) ? [Number.parseInt(line, 10)] : [])));
    pages.push({ lines: lines.filter(line => !/^\d{1,3}\.$/.test(line)), notes, torn });
  }
  return pages;
}

/** No heading is printed at a page's foot: one that the extractor left there belongs to the page's top. */
function headingFromFoot(lines: readonly string[]): string[] {
  const last = lines.findLastIndex(line => line !== '');
  const line = lines[last] ?? '';
  const isFirst = lines.findIndex(line => line !== '') === last;
  if (isFirst || !/^\p{Lu}/u.test(line) || ambiguous.has(titleOf(line)) || !sections.has(titleOf(line)))
    return [...lines];
  return [line, ...lines.filter((_, index) => index !== last)];
}

interface Cover {
  readonly front: string[];
  readonly blocks: string[];
}

/** The cover of a report on children's services in the single inspection framework, and the pages after it. */
function coverOfSif(pages: readonly Page[]): [Cover, Page[]] {
  const isBody = (page: Page) => sections.has(titleOf(page.lines.find(line => line !== '') ?? ''));
  const first = pages.findIndex(isBody);
  if (first < 1) return coverOfOther(pages);
  const coverPages = pages.slice(0, first);
  const lines = coverPages.flatMap(page => page.lines).filter(line => line !== '');
  const until = (pattern: RegExp) => {
    const taken: string[] = [];
    while (lines[0] !== undefined && !pattern.test(lines[0])) taken.push(lines.shift() ?? '');
    return taken.join(' ');
  };
  const provider = until(/^(?:re-)?inspection of/i);
  const title = until(/^Inspection dates?:/i);
  const inspected = datesIn(lines.shift() ?? '');
  const published = datesIn(lines.shift() ?? '');

  let judgement = lines.shift() ?? '';
  while (lines.length > 0 && (!headline.test(judgement) || /^(?:improvement|to be|good)\b/.test(lines[0] ?? ''))) {
    judgement = `${judgement} ${lines.shift()}`;
  }
  const prose = until(/^1\. /).split(
    /(?<=\.(?:\[\^\d+\])?) (?=However|It is Ofsted|Ofsted expects|The (?:judgements|authority) )/,
  );

  const named = /services in (?:the )?(.+?) (?:are|is|require|requires) /.exec(judgement)?.[1];
  const names = named !== undefined && named !== provider ? `[${provider}, ${named}]` : provider;
  return [
    {
      front: [
        `provider: ${names}`,
        `title: ${title}`,
        ...(inspected.length > 0 ? [`inspected: ${inspected.join('/')}`] : []),
        ...(published.length > 0 ? [`published: ${published.join('/')}`] : []),
      ],
      blocks: [
        `# ${judgement}`,
        ...prose.filter(paragraph => paragraph !== '').map(escapeText),
        entriesIn(lines).join('\n'),
        ...coverPages.flatMap(page => page.notes),
      ],
    },
    pages.slice(coverPages.length),
  ];
}

/** The judgement entries of a cover; a grade alone on its line is that of the first entry that has none yet. */
function entriesIn(lines: readonly string[]): string[] {
  const entries: { text: string; grade: string | undefined }[] = [];
  const rest = [...lines];
  while (rest.length > 0) {
    let line = rest.shift() ?? '';
    if (/\brequires$/i.test(line)) line = `${line} ${rest.shift() ?? ''}`;
    while (/^to be good$/i.test(rest[0] ?? '')) line = `${line} ${rest.shift()}`;
    const [, label, found] = gradeAtEnd.exec(line) ?? [undefined, line, undefined];
    const last = entries.at(-1);
    if (label === undefined) {
      const ungraded = entries.find(entry => entry.grade === undefined);
      if (ungraded !== undefined) ungraded.grade = found;
    } else if (/^\d(?:\.\d)?\.? /.test(label)) {
      entries.push({ text: label, grade: found });
    } else if (last !== undefined) {
      last.text = `${last.text} ${label}`;
      last.grade ??= found;
    }
  }
  return entries.map(entry => (entry.grade === undefined ? entry.text : `${entry.text}: ${entry.grade}`));
}

/** What stands above the text of any other report: of an ILACS report title, dates and the table of judgements. */
function coverOfOther(pages: readonly Page[]): [Cover, Page[]] {
  const [first, ...others] = pages;
  if (first === undefined) return [{ front: [], blocks: [] }, []];
  const lines = first.lines.filter(line => line !== '');
  const dates = lines.findIndex(line => /^Inspection dates?:/.test(line));
  const table = lines.indexOf('Judgement Grade');
  const titleAt = lines.findIndex(line => /^(?:Area SEND|Joint targeted area)? ?inspection of/i.test(line));
  const title = titleAt < 0 ? '' : lines.slice(titleAt, dates < titleAt ? titleAt + 1 : dates).join(' ');
  const named = /of (?:the )?(.+?)(?: local (?:authority|area) .+)?$/i.exec(title)?.[1];
  const provider = table < 0 || titleAt < 1 ? named : lines.slice(0, titleAt).join(' ');
  const front = [
    ...(provider === undefined ? [] : [`provider: ${provider}`]),
    ...(title === '' ? [] : [`title: ${title}`]),
    ...(dates < 0 ? [] : [`inspected: ${datesIn(lines[dates] ?? '').join('/')}`]),
  ];
  if (table < 0) return [{ front, blocks: [] }, [...pages]];

  const blocks = lines.slice(dates + 1, table).map(escapeText);
  const rows = ['| Judgement | Grade |', '| --- | --- |'];
  let row = '';
  let at = table + 1;
  for (; at < lines.length && !rows.at(-1)?.startsWith('| Overall effectiveness'); at++) {
    row = `${row} ${lines[at]}`.trim();
    const [, label, found] = gradeAtEnd.exec(row) ?? [];
    if (label === undefined || /^to be good$/i.test(lines[at + 1] ?? '')) continue;
    rows.push(`| ${label} | ${found} |`);
    row = '';
  }
  const start = first.lines.indexOf(lines[at] ?? '', first.lines.indexOf('Judgement Grade'));
  const rest = { ...first, lines: start < 0 ? [] : first.lines.slice(start) };
  return [{ front, blocks: [...blocks, rows.join('\n')] }, [rest, ...others]];
}

/** Reads the pages after the cover to blocks, one line a paragraph. */
class Reader {
  readonly #blocks: string[] = [];
  readonly #notes: string[] = [];
  #block: Block | undefined;
  /** The last number of the paragraph series. */
  #number = 0;
  /** The title of the section being read, in small letters, and its level. */
  #title = '';
  #level = 1;
  #inBoard = false;
  #inMeanings = false;
  #inNotices = false;
  /** Whether the last bullet was of the first level, or under one that was. */
  #isUnderBullet = false;
  /** Bullets whose text comes on the lines after them. */
  readonly #tornBullets: string[] = [];

  read(pages: readonly Page[]): string[] {
    for (const page of pages) this.#readPage(page);
    this.#end();
    return this.#blocks;
  }

  #readPage(page: Page): void {
    let isApart = true;
    let isTop = true;
    for (let at = 0; at < page.lines.length; at++) {
      const line = page.lines[at] ?? '';
      if (line === '') {
        isApart = true;
        continue;
      }
      if (/^Key judgement Judgement grade$/i.test(line)) continue;
      const heading = this.#headingAt(page.lines, at, isApart && (!isTop || this.#isSettled()));
      if (heading === undefined) {
        this.#readLine(line, page, isApart, isTop);
      } else {
        this.#end();
        this.#blocks.push(...heading.blocks);
        this.#isUnderBullet = false;
        at += heading.lines - 1;
      }
      isApart = false;
      isTop = false;
    }
    this.#notes.push(...page.notes);
    if (this.#block === undefined) this.#end();
  }

  #readLine(line: string, page: Page, isApart: boolean, isTop: boolean): void {
    const [, mark, item] = bullet.exec(line) ?? [];
    if (mark !== undefined && item !== undefined) {
      if (item === '') this.#tornBullets.push(mark);
      else this.#startBullet(mark, item, line.length);
      return;
    }
    const tornBullet = this.#tornBullets.shift();
    if (tornBullet !== undefined) {
      this.#startBullet(tornBullet, line, line.length);
      return;
    }
    const [, digits, text] = numbered.exec(line) ?? [];
    if (digits !== undefined && this.#isNext(Number(digits))) {
      this.#startNumber(Number(digits), text ?? '', line.length);
    } else if (backMatter.test(line)) {
      this.#end();
      if (!this.#inNotices) this.#blocks.push('## {.notices}');
      this.#inNotices = true;
      this.#start('plain', '', line, line.length);
    } else if (!this.#continues(line, page, isApart, isTop)) {
      const isNumbered = /^(?:recommendations|inspection findings|the graded judge?ment)/.test(this.#title);
      if (isNumbered && page.torn.has(this.#number + 1)) this.#startNumber(this.#number + 1, line, line.length);
      else this.#start('plain', '', line, line.length);
    } else if (this.#block !== undefined) {
      this.#block.text = join(this.#block.text, line);
      this.#block.width = line.length;
    }
  }

  /** Whether a line goes on with the block being read. */
  #continues(line: string, page: Page, isApart: boolean, isTop: boolean): boolean {
    const block = this.#block;
    if (block === undefined) return false;
    if (tagAlone.test(line) || !this.#isSettled()) return !this.#isLabelled(line);
    if (block.kind === 'number') return !(isApart && page.torn.has(this.#number + 1));
    if (block.kind === 'bullet' && isTop) return true;
    return !isApart && block.width >= 62 && !this.#isLabelled(line);
  }

  /** Whether a line of the team's section names a role: `Lead inspector: …`. */
  #isLabelled(line: string): boolean {
    return /inspection team$/.test(this.#title) && /^\p{Lu}[\p{L} -]+: ?\p{Lu}/u.test(line);
  }

  /** Whether a number goes on with the series: the next one, or after a gap where a paragraph starts. */
  #isNext(number: number): boolean {
    if (number === this.#number + 1) return true;
    return this.#number > 0 && number > this.#number && number <= this.#number + 3 && this.#isSettled();
  }

  #isSettled(): boolean {
    return this.#block === undefined || /[.!?:;)][)’”]*(?:\[\^\d+\])?$/.test(this.#block.text);
  }

  #start(kind: Block['kind'], mark: string, text: string, width: number): void {
    this.#end();
    this.#block = { kind, mark, text, width };
  }

  #startNumber(number: number, text: string, width: number): void {
    this.#start('number', `${number}. `, text, width);
    this.#number = number;
    this.#isUnderBullet = false;
  }

  #startBullet(mark: string, text: string, width: number): void {
    const isFirst = firstLevelBullets.includes(mark);
    this.#start('bullet', isFirst || !this.#isUnderBullet ? '- ' : '    - ', text, width);
    this.#isUnderBullet ||= isFirst;
  }

  #end(): void {
    const block = this.#block;
    this.#block = undefined;
    if (block !== undefined) {
      this.#blocks.push(block.mark === '' ? escapeText(block.text) : block.mark + escapeInline(block.text));
    }
    this.#blocks.push(...this.#notes.splice(0));
  }

  #headingAt(lines: readonly string[], at: number, isApart: boolean): Heading | undefined {
    const line = lines[at] ?? '';
    if (!/^\p{Lu}/u.test(line)) return undefined;
    for (let count = 8; count > 0; count--) {
      const joined = lines
        .slice(at, at + count)
        .filter(part => part !== '')
        .join(' ');
      const [, area, found] = graded.exec(joined) ?? [];
      if (area !== undefined && found !== undefined && /^\p{Lu}/u.test(found)) {
        return { lines: count, blocks: [this.#enter(area, 2, area), `Judgement: ${found}`] };
      }
      if (gradedInHeading.test(joined)) {
        return { lines: count, blocks: [this.#enter(joined, 2, joined)] };
      }
      if (gradedStatement.test(joined)) {
        return { lines: count, blocks: [this.#enter(joined, 3, joined)] };
      }
    }
    const title = titleOf(line);
    const isAtEnd = isApart || this.#isSettled();
    if (this.#inBoard && boardGrade.test(line) && !/^\p{Ll}/u.test(lines[at + 1] ?? '')) {
      return { lines: 1, blocks: [this.#enter(line, this.#title.startsWith('summary') ? 4 : 3, line)] };
    }
    const isKnown =
      sections.has(title) || subsections.has(title) || title.startsWith('joint targeted area inspection of');
    if (isKnown && (isAtEnd || !ambiguous.has(title))) {
      return { lines: 1, blocks: [this.#enter(title, this.#levelOf(title), line)] };
    }
    return this.#minorHeadingAt(lines, at);
  }

  /** A short line without a full stop, between a whole paragraph and the next number or bullet. */
  #minorHeadingAt(lines: readonly string[], at: number): Heading | undefined {
    const line = lines[at] ?? '';
    if (line.length > 80 || /[.:;,?!)\]]$/.test(line) || !this.#isSettled() || this.#inNotices) return undefined;
    const next = lines.slice(at + 1).find(part => part !== '') ?? '';
    const digits = numbered.exec(next)?.[1];
    const isBefore =
      digits === undefined ? firstLevelBullets.includes(next.charAt(0) || ' ') : this.#isNext(Number(digits));
    return isBefore && numbered.exec(line) === null
      ? { lines: 1, blocks: [`${'#'.repeat(this.#level + 1)} ${line}`] }
      : undefined;
  }

  #levelOf(title: string): number {
    if (/local safeguarding children board(?: \(lscb\))?$/.test(title) && sections.has(title)) this.#inBoard = true;
    else if (/^(?:what the inspection judgements mean|information about th)/.test(title)) this.#inBoard = false;
    else if (this.#inBoard) return /^(?:priority and|areas for)/.test(title) ? 4 : 3;
    else if (this.#inMeanings) return 3;
    this.#inMeanings = title === 'what the inspection judgements mean';
    return subsections.has(title) ? 3 : 2;
  }

  /** Enters a section, and gives its heading's line. */
  #enter(title: string, level: number, line: string): string {
    this.#title = title.toLowerCase();
    this.#level = level;
    return `${'#'.repeat(level)} ${line}`;
  }
}

function titleOf(line: string): string {
  return line
    .replace(/\[\^\d+\]/g, '')
    .replace(/(?<=\p{Ll})\d$/u, '')
    .replace(/:$/, '')
    .trim()
    .toLowerCase();
}

function join(text: string, line: string): string {
  return /\p{L}-$/u.test(text) ? text + line : `${text} ${line}`.trim();
}

/** The days of a cover's line, in ISO form; a day without month or year has those of the next. */
function datesIn(line: string): string[] {
  const numeric = [...line.matchAll(/\b(\d{2})\/(\d{2})\/(\d{4})\b/g)];
  if (numeric.length > 0) return numeric.map(([, day, month, year]) => `${year}-${month}-${day}`);
  let month = 0;
  let year = '';
  const days: string[] = [];
  for (const [, day = '', name, written] of [
    ...line.matchAll(/\b(\d{1,2})\b(?: (\p{Lu}\p{Ll}+))?(?: (\d{4}))?/gu),
  ].reverse()) {
    if (name !== undefined) month = months.indexOf(name) + 1;
    if (written !== undefined) year = written;
    days.unshift(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
  }
  return days;
}

function escapeInline(text: string): string {
  return text
    .replace(/[\\*]/g, '\\$&')
    .replace(/\](?=\()/g, ']\\')
    .replace(/<(?=!--)/g, '\\<');
}

/** A paragraph's text, with a backslash where it would be read as markup. */
function escapeText(text: string): string {
  const inline = escapeInline(text);
  if (/^(?:#{1,6} |[->|]|\[\^[^\]]+\]:)/.test(inline)) return `\\${inline}`;
  if (/^(?:judge?ment|grade|rating):/i.test(inline)) return inline.replace(':', '\\:');
  const [, letter, dot] = /^([SR]?)\d{1,3}(?:\.\d{1,3})*(\.?)(?=\s|$)/.exec(inline) ?? [];
  if (letter === undefined || (dot === '' && letter === '' && !/^\d+\./.test(inline))) return inline;
  return letter === '' ? inline.replace('.', '\\.') : `\\${inline}`;
}
