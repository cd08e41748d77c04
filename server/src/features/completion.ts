import {
  type CompletionItem,
  CompletionItemKind,
  type InsertReplaceEdit,
  type TextEdit,
} from 'vscode-languageserver-types';
import { type BegunPath, begunPath } from '../model/begunPath.ts';
import { isAtLineEnd, restOf, restOfGrade, restOfWords, tagAround } from '../model/behindCursor.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import { type BegunWords, begunEntry, begunGrade } from '../model/judgements/judgementBeingWritten.ts';
import { statuses } from '../model/metadata.ts';
import { nextNumber } from '../model/numbering/nextNumber.ts';
import { offeredPaths } from '../model/offeredPaths.ts';
import { offeredTitles } from '../model/offeredTitles.ts';
import type { Paragraph } from '../model/paragraph.ts';
import { paragraphWords, type Report } from '../model/report.ts';
import { paragraphOfBlock } from '../model/rewordedReport.ts';
import { sectionOfBlock } from '../model/sectionOfBlock.ts';
import { fittingRecommendations } from '../model/suggestions/fittingRecommendations.ts';
import type { Rule } from '../rules/rule.ts';
import { begunDirective, directiveNames } from '../syntax/begunDirective.ts';
import { blockIndexAt } from '../syntax/document.ts';
import { frontMatterKeys } from '../syntax/frontMatterEntry.ts';

/** Where something is being written: the report, the offset and what stands before it in its line. */
interface Place {
  readonly report: Report;
  readonly offset: number;
  readonly before: string;
  readonly block: number;
}

/** What may be written besides what the report itself tells. */
export interface Offered {
  /** The ids of the frameworks that there are. */
  readonly frameworks: readonly string[];
  /** The rules that there are. */
  readonly rules?: readonly Pick<Rule, 'id' | 'summary'>[];
  /** Where `begunPath` finds one: the paths of the files that may be meant, from this report’s folder, and a place’s report. */
  readonly paths?: readonly string[];
  readonly linked?: Report;
}

/** Something that may be written: what is shown, what it takes the place of, and what helps to choose. */
interface Offer {
  readonly label: string;
  /** How many characters before the cursor it takes the place of. */
  readonly typed: number;
  /** What is written, if it is not what is shown; and of how many characters behind the cursor it takes the place. */
  readonly text?: string;
  readonly rest?: number;
  readonly kind: CompletionItemKind;
  /** Words beside the label, and all the words. */
  readonly words?: string;
}

/** How many characters of a paragraph's words stand beside its number. */
const shown = 60;

/** So many characters before the cursor are looked at: a paragraph may be one line, however long. */
const farthest = 1000;

/**
 * What an author may be about to write at an offset, the likeliest first: details, grades, titles, tags, numbers, notes,
 * links, paths, directives; nothing within ordinary words.
 */
export function completion(
  report: Report,
  offset: number,
  { frameworks, rules = [], paths = [], linked }: Offered,
): CompletionItem[] {
  const { source } = report.document;
  const lineFrom = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  const place = {
    report,
    offset,
    before: source.slice(Math.max(lineFrom, offset - farthest), offset),
    block: blockIndexAt(report.document, Math.max(0, offset - 1)) ?? 0,
  };
  const block = report.document.blocks[place.block];
  const isInDetails = block?.kind === 'frontMatter' && offset <= block.end;
  const begunDirectives = isInDetails ? undefined : directives(place, rules);
  if (block?.kind === 'comment' && begunDirectives === undefined) return [];
  const path = begunPath(report, offset);
  const offers =
    path !== undefined
      ? elsewhere(place, path, paths, linked)
      : isInDetails
        ? details(place, frameworks)
        : (begunDirectives ??
          grades(place) ??
          entries(place) ??
          titles(place) ??
          references(place) ??
          tags(place) ??
          links(place) ??
          notes(place) ??
          begun(place));
  return (offers ?? []).map((offer, i) => itemOf(report, offset, offer, i));
}

function itemOf(report: Report, offset: number, offer: Offer, rank: number): CompletionItem {
  const { label, typed, text = label, rest = 0, kind, words } = offer;
  const textEdit: TextEdit | InsertReplaceEdit = {
    range: report.text.range({ from: offset - typed, to: offset + rest }),
    newText: text,
  };
  return {
    label,
    kind,
    textEdit,
    filterText: filterTextOf(report.document.source.slice(offset - typed, offset), text),
    sortText: String(rank).padStart(4, '0'),
    ...(words !== undefined && { labelDetails: { description: firstWords(words) }, documentation: words }),
  };
}

/** By what an editor finds it: *require improvement* also by the *are* in whose place it comes. */
function filterTextOf(typed: string, text: string): string {
  return / $/.test(typed) && !text.startsWith(typed) ? typed + text : text;
}

function firstWords(words: string): string {
  if (words.length <= shown) return words;
  return `${words.slice(0, Math.max(words.lastIndexOf(' ', shown), 1))} …`;
}

/** The keys of a report's details that it lacks, those first that it must have; or the values of one. */
function details({ report, before, offset }: Place, frameworks: readonly string[]): Offer[] {
  const { metadata, framework } = report;
  const kind = CompletionItemKind.Property;
  const [, key, blank = '', value = ''] = /^(\w+):([ \t]*)(\S*)$/.exec(before) ?? [];
  const values = key === 'framework' ? frameworks : key === 'status' ? statuses : [];
  if (key !== undefined) {
    const rest = restOf(report, offset, /^[\w.-]*/);
    return values.map(label => ({
      label,
      text: (blank === '' ? ' ' : '') + label,
      typed: value.length,
      rest,
      kind: CompletionItemKind.EnumMember,
    }));
  }
  if (!/^\w*$/.test(before)) return [];
  const required = new Set([...framework.requiredMetadata, ...framework.metadata.required]);
  const known = [...new Set([...required, ...frontMatterKeys, ...Object.keys(framework.metadata.properties)])];
  return known
    .filter(each => !metadata.entries.some(entry => entry.key === each && each !== before))
    .map(label => ({ label, text: `${label}: `, typed: before.length, kind }));
}

/** The names of directives, and the rules that one may be about. */
function directives({ report, offset, before }: Place, rules: readonly Pick<Rule, 'id' | 'summary'>[]) {
  const begun = begunDirective(before);
  if (begun === undefined) return undefined;
  const written = { typed: begun.typed.length, rest: restOf(report, offset, /^\w*(?:-\w+)*/) };
  const kind = CompletionItemKind.Keyword;
  if (begun.part === 'name')
    return directiveNames
      .filter(name => name.startsWith(begun.typed))
      .map((label): Offer => ({ label, ...written, text: `${label} `, kind }));
  return rules
    .filter(({ id }) => !begun.named.includes(id))
    .map(({ id, summary }): Offer => ({ label: id, ...written, kind, words: summary }));
}

/** The grades, where a judgement is given: on its line, in the list of judgements, in a heading. */
function grades({ report, offset, before, block }: Place): Offer[] | undefined {
  // Between the bars of a table’s row a blank stands at either side.
  const rest = restOfGrade(report, offset);
  const after = report.document.source.charAt(offset + rest) === '|' ? ' ' : '';
  const blank = before.endsWith('|') ? ' ' : '';
  return offered(begunGrade(report, block, before), CompletionItemKind.EnumMember, word => ({
    text: blank + word + after,
    rest,
  }));
}

/** The entries that the list of judgements lacks, after a number or the bar of a table’s row. */
function entries(place: Place): Offer[] | undefined {
  return place.before === '' ? undefined : offeredEntries(place);
}

function offeredEntries({ report, offset, before, block }: Place): Offer[] | undefined {
  const begun = begunEntry(report, block, offset, before);
  return offered(begun, CompletionItemKind.Field, text => ({
    text,
    rest: restOfWords(report, offset, begun?.typed ?? 0, text),
  }));
}

function offered(
  begun: BegunWords | undefined,
  kind: CompletionItemKind,
  written: (word: string) => Required<Pick<Offer, 'text' | 'rest'>>,
): Offer[] | undefined {
  return begun?.words.map(word => ({
    label: word.replace(/[:|\s]+$/, ''),
    ...written(word),
    typed: begun.typed,
    kind,
  }));
}

/**
 * The titles of sections that the framework knows and the report lacks, in their order; then those that may stand in it
 * again.
 */
function titles({ report, offset, before, block }: Place): Offer[] | undefined {
  const [, marks = '', typed = ''] = /^ ?(#{2,6})[ \t]+(.*)$/.exec(before) ?? [];
  if (marks === '') return undefined;
  const { missing, again } = offeredTitles(report, block, marks.length);
  return [...missing, ...again].map(({ title }) => ({
    label: title,
    typed: typed.length,
    rest: restOfWords(report, offset, typed.length, title),
    kind: CompletionItemKind.Module,
  }));
}

/**
 * Numbers after *paragraph* or *recommendation*, but none that the list names already nor the paragraph’s own; within a tag
 * those of the recommendations that fit its finding first.
 */
function references({ report, offset, before, block }: Place): Offer[] | undefined {
  const [, bracket, word = '', others = '', typed = ''] =
    /(\(?)\b(paragraphs?|paras?|recommendations?)[ \u00a0]((?:[SR]?[\d.]+(?:, | and | to |–|-))*)([SR]?[\d.]*)$/i.exec(
      before,
    ) ?? [];
  // *Paragraph 9 and* goes on in words; *paragraphs 9 and* with a number.
  if (word === '' || (others !== '' && bracket === '' && !/s$/i.test(word))) return undefined;
  const isParagraph = /^para/i.test(word);
  const targets = isParagraph
    ? report.paragraphs.filter(({ kind }) => kind === 'finding')
    : bracket === ''
      ? report.recommendations
      : fittingRecommendations(report, paragraphOf(report, block));
  const named: readonly string[] = others.match(/[SR]?\d+(?:\.\d+)*/gi) ?? [];
  const own = paragraphOf(report, block);
  const rest = restOf(report, offset, /^\d*(?:\.\d+)*/);
  return targets
    .filter(target => target !== own && !named.includes(target.number ?? ''))
    .flatMap(target => numbered(report, target, number => ({ label: number, typed: typed.length, rest })));
}

/** Tags, after an opening bracket in a finding; only their numbers are shown, for the words beside them tell them apart. */
function tags({ report, offset, before, block }: Place): Offer[] | undefined {
  const [, typed = ''] = /(\([\p{L} ]{0,30})$/u.exec(before) ?? [];
  const { link, tagWords } = report.framework.recommendations;
  const word = tagWords[0] ?? 'Recommendation';
  if (typed === '' || link !== 'tag' || !`(${word} `.toLowerCase().startsWith(typed.toLowerCase())) return undefined;
  if (paragraphOf(report, block)?.kind !== 'finding') return undefined;
  const around = tagAround(report, offset);
  if (around !== undefined && around.tag.items.length > 1) return undefined;
  const rest = around === undefined ? restOf(report, offset, /^\)?/) : around.to - offset;
  return fittingRecommendations(report, paragraphOf(report, block)).flatMap(target =>
    numbered(report, target, number => ({
      label: number,
      text: `(${word} ${number})`,
      typed: typed.length,
      rest,
    })),
  );
}

/** What a link may lead to in this report. */
function links({ report, offset, before }: Place): Offer[] | undefined {
  const [, typed] = /\]\(#([\w-]*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  return places(report, { typed: typed.length, rest: restOf(report, offset, /^[\w-]*(?=\))/) });
}

/** Other files, or the places in another report to which a link may lead. */
function elsewhere(
  { report, offset }: Place,
  begun: BegunPath,
  paths: readonly string[],
  linked: Report | undefined,
): Offer[] {
  const { kind, isDetail } = begun;
  const rest = restOf(
    report,
    offset,
    isDetail ? /^(?:(?! #).)*/ : kind === 'place' ? /^[\w-]*(?=\))/ : /^[^\s()#]*(?=[#)])/,
  );
  const written = { typed: begun.typed.length, rest };
  if (kind === 'place') return linked === undefined ? [] : places(linked, written);
  return offeredPaths(begun, paths).map(({ path, written: text }) => ({
    label: path,
    text,
    ...written,
    kind: CompletionItemKind.File,
  }));
}

/** The places in a report that have a name or a number for links. */
function places(report: Report, written: Required<Pick<Offer, 'typed' | 'rest'>>): Offer[] {
  const sections = report.sections.flatMap(({ id, title }) =>
    id === undefined ? [] : [{ label: id, ...written, kind: CompletionItemKind.Reference, words: title }],
  );
  const paragraphs = report.paragraphs.flatMap(paragraph =>
    paragraph.kind === 'finding' || paragraph.kind === 'recommendation'
      ? numbered(report, paragraph, number => ({
          label: `${paragraph.kind === 'finding' ? 'paragraph' : 'recommendation'}-${number}`,
          ...written,
        }))
      : [],
  );
  return [...sections, ...paragraphs];
}

/** The notes that there are, and the number for a new one; at a line’s start first those that lack a text. */
function notes({ report, before, offset }: Place): Offer[] | undefined {
  const [, typed] = /\[\^([^\s[\]]*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const kind = CompletionItemKind.Reference;
  // The mark that is being written is no note yet.
  const others = report.footnotes.filter(({ marks, texts }) => texts.length > 0 || marks.some(({ to }) => to < offset));
  const next = 1 + Math.max(0, ...others.map(({ name }) => (/^\d{1,4}$/.test(name) ? Number(name) : 0)));
  const rest = restOf(report, offset, /^[^\s[\]]*(?=\])/);
  const known = others.map(({ name, texts: [text] }) => ({
    label: name,
    typed: typed.length,
    rest,
    kind,
    ...(text !== undefined && { words: report.document.source.slice(text.content.from, text.content.to) }),
  }));
  const fresh = { label: String(next), typed: typed.length, rest, kind, words: 'A new note' };
  // At a line’s start a note’s text begins: that of a mark that has none yet.
  const wanted = known.filter(offer => before.trimStart() === `[^${typed}` && !('words' in offer));
  return [...wanted, fresh, ...known.filter(offer => !wanted.includes(offer))];
}

/** What may begin at the start of a line: a judgement, a numbered paragraph, a section that every report has. */
function begun(place: Place): Offer[] | undefined {
  const { report, offset, before, block } = place;
  const numbers = number(place) ?? [];
  if (before !== '' || !isAtLineEnd(report, offset)) return numbers;
  const entries = offeredEntries(place) ?? [];
  const { missing } = offeredTitles(report, block, 2);
  const headings = missing.flatMap(({ title, required }): Offer[] =>
    required ? [{ label: `## ${title}`, typed: 0, kind: CompletionItemKind.Module }] : [],
  );
  return [...entries, ...numbers, ...headings];
}

/** The next number of the series, at the start of a line in a section whose paragraphs are numbered. */
function number({ report, before, offset, block }: Place): Offer[] | undefined {
  if (!/^\d{0,3}\.?$/.test(before)) return undefined;
  const role = sectionOfBlock(report, block)?.role;
  const index = role === undefined ? undefined : frameworkIndex(report.framework).seriesOfRole.get(role);
  // (Numbers such as 2.1 take two dots to write, and the first of them ends what is typed here.)
  if (index === undefined || report.framework.numbering[index]?.form === '1.1') return undefined;
  const next = nextNumber(report, index, offset - before.length);
  if (next === undefined) return undefined;
  return [
    {
      label: `${next}.`,
      text: `${next}. `,
      typed: before.length,
      rest: restOf(report, offset, /^\d{0,3}\.(?:[ \t]+|$)/),
      kind: CompletionItemKind.Value,
      words: 'The next number',
    },
  ];
}

function numbered(
  report: Report,
  paragraph: Paragraph,
  offer: (number: string) => Pick<Offer, 'label' | 'text' | 'typed' | 'rest'>,
): Offer[] {
  if (paragraph.number === undefined) return [];
  return [
    {
      ...offer(paragraph.number),
      kind: CompletionItemKind.Reference,
      words: paragraphWords(report, paragraph, { withoutTags: true }),
    },
  ];
}

function paragraphOf({ paragraphs }: Report, block: number): Paragraph | undefined {
  return paragraphs[paragraphOfBlock(paragraphs, block) ?? -1];
}
