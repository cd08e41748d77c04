import type { Report } from '../../model/report.ts';
import { startOfWord } from '../../model/words/wordColumns.ts';
import { markedBlocks } from '../../model/words/wordMarks.ts';
import { isCommented } from '../../syntax/document.ts';
import type { Span } from '../../text/text.ts';
import { moreLikeIt } from '../messages/moreLikeIt.ts';
import type { Edit, Finding, Rule } from '../rule.ts';
import { isTemplateText } from '../templateText.ts';

/**
 * Quotation marks or apostrophes are not those of the house style, or not those that the report uses elsewhere. Ofsted’s
 * are single and curly: ‘…’, with double ones for a quotation within a quotation. All places are one finding.
 *
 * ```inspectmark,expect {"marks":"‘’"}
 * ## Inspection findings
 *
 * 9. One child said: “My social worker listens.”
 *                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Quotation marks here are “ ” and in the house style ‘ ’.
 *
 * 10. The council's plan is clear. It says 'every child matters' twice.
 *                ^ Apostrophes here are straight (')
 *                                          ^^^^^^^^^^^^^^^^^^^^^ Quotation marks here are ' ' and in the house style ‘ ’.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. One child said: ‘My social worker listens.’
 *
 * 10. The council’s plan is clear. It says ‘every child matters’ twice.
 * ```
 *
 * ```inspectmark {"marks":"‘’"}
 * ## Inspection findings
 *
 * 9. One child said: ‘They told me: “We are here for you.”’ The council’s plan says so.
 * ```
 *
 * The framework says which marks are the house’s, or your `inspectmark.json` does. Where nobody does, the marks that a
 * report uses most count, if they are three times as many.
 *
 * ```json
 * { "rules": { "quotation-marks": ["hint", { "marks": "‘’" }] } }
 * ```
 *
 * Source: Guide to Ofsted’s house style (2018), *Quotations*, as its published reports practise it.
 */
export const quotationMarks: Rule = {
  id: 'quotation-marks',
  group: 'style',
  kind: 'style',
  severity: 'hint',
  summary: 'Quotation marks are not those of the house style',
  fixable: true,
  readsWords: true,
  options: { marks: { enum: ['‘’', '“”', "''", '""'], description: 'the quotation marks to use' } },
  *check({ report, options }) {
    const places = quotations(report);
    const house = pairs.find(({ open, close }) => options.marks === open + close);
    const wanted = house ?? commonest(places);
    if (wanted !== undefined) {
      for (const pair of pairs) {
        const own = places.filter(place => place.pair === pair && !place.inner);
        if (pair !== wanted) yield* otherMarks(own, wanted, house !== undefined);
      }
    }
    const used = house === undefined ? places.map(({ pair }) => pair) : places.length > 0 ? [house] : [];
    if (report.document.source.includes('’') || used.some(({ close }) => close === '’' || close === '”'))
      yield* straightApostrophes(report);
  },
};

/** A pair of quotation marks. */
interface Pair {
  readonly open: string;
  readonly close: string;
}

const pairs: readonly Pair[] = [
  { open: '‘', close: '’' },
  { open: '“', close: '”' },
  { open: '"', close: '"' },
  { open: "'", close: "'" },
];

interface Quotation extends Span {
  readonly pair: Pair;
  /** Within another quotation. */
  readonly inner: boolean;
}

/** What stands between quotation marks, from the first mark to after the last, where there is one. */
function quotations(report: Report): Quotation[] {
  const found: Quotation[] = [];
  for (const { block, base, prose, marks } of markedBlocks(report)) {
    if (marks.quoted.length === 0 || isTemplateText(report, block)) continue;
    const closings = new Map<Pair, number>();
    let end = 0;
    for (const word of marks.quoted) {
      const from = startOfWord(prose.words, word) - 1;
      const pair = pairs.find(({ open }) => open === prose.text.charAt(from));
      if (pair === undefined || isWordCharacter(prose.text.charAt(from - 1))) continue;
      // Quotations come in order: what was found for the last one may still lie ahead.
      let close = closings.get(pair) ?? 0;
      if (close <= from) {
        close = closingAfter(prose.text, pair, from);
        closings.set(pair, close);
      }
      if (close - from > longest) continue;
      found.push({ from: base + from, to: base + close + 1, pair, inner: from < end });
      end = Math.max(end, close + 1);
    }
  }
  return found;
}

/** So long a quotation may be. */
const longest = 1000;

/** Where the next closing mark stands; a mark before a letter is an apostrophe. */
function closingAfter(text: string, { close }: Pair, from: number): number {
  for (let at = text.indexOf(close, from + 1); at >= 0; at = text.indexOf(close, at + 1))
    if (!isWordCharacter(text.charAt(at + 1))) return at;
  return Infinity;
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\d]/u.test(character);
}

function commonest(places: readonly Quotation[]): Pair | undefined {
  const outer = places.filter(({ inner }) => !inner);
  return pairs.find(pair => {
    const own = outer.filter(place => place.pair === pair).length;
    return own >= 3 && own < outer.length && own >= 0.75 * outer.length;
  });
}

function* otherMarks(places: readonly Quotation[], { open, close }: Pair, isHouse: boolean): Generator<Finding> {
  const [first, ...others] = places;
  if (first === undefined) return;
  const { pair } = first;
  const also = moreLikeIt(others);
  yield {
    from: first.from,
    to: first.to,
    message: `Quotation marks here are ${pair.open} ${pair.close} and ${isHouse ? 'in the house style' : 'elsewhere'} ${open} ${close}${also}.`,
    related: others.map(({ from, to }) => ({ from, to, message: `${pair.open} ${pair.close} here.` })),
    fixes: [
      {
        title: `Write ${open} ${close}${others.length === 0 ? '' : ' in all places'}`,
        edits: places.flatMap(({ from, to }): Edit[] => [
          { from, to: from + 1, text: open },
          { from: to - 1, to, text: close },
        ]),
        certain: isHouse,
      },
    ],
  };
}

/** Straight apostrophes, where curly ones belong. */
function* straightApostrophes(report: Report): Generator<Finding> {
  const { source } = report.document;
  let straight: number[] | undefined;
  for (let at = source.indexOf("'"); at >= 0; at = source.indexOf("'", at + 1)) {
    if (!/\p{L}'\p{L}/u.test(source.slice(at - 1, at + 2))) continue;
    straight ??= [];
    straight.push(at);
  }
  if (straight === undefined) return;
  const own = apostrophesOfText(report, straight);
  const [first, ...others] = own;
  if (first === undefined) return;
  const also = moreLikeIt(others);
  yield {
    from: first,
    to: first + 1,
    message: `Apostrophes here are straight (') and elsewhere curly (’)${also}.`,
    related: others.map(from => ({ from, to: from + 1, message: 'Straight here.' })),
    fixes: [{ title: 'Make all curly', edits: own.map(from => ({ from, to: from + 1, text: '’' })), certain: true }],
  };
}

/** Those that stand in the author’s running text. */
function apostrophesOfText(report: Report, places: readonly number[]): number[] {
  const { blocks, starts } = report.document;
  const own: number[] = [];
  let block = 0;
  for (const at of places) {
    while ((starts[block + 1] ?? Infinity) <= at) block++;
    const isText = blocks[block]?.kind !== 'frontMatter' && !isCommented(report.document, at);
    if (!isText || isTemplateText(report, block)) continue;
    own.push(at);
  }
  return own;
}
