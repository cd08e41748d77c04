import { type AcronymUse, acronymsOf, meantAcronym, singularAcronym } from '../../model/names/acronymUses.ts';
import { glossaryOf } from '../../model/names/glossary.ts';
import type { Report } from '../../model/report.ts';
import { sectionOfBlock } from '../../model/sectionOfBlock.ts';
import { matterStem } from '../../model/words/inspectionWords.ts';
import type { Span } from '../../text/text.ts';
import { placeInWords } from '../messages/placeInWords.ts';
import type { Rule } from '../rule.ts';
import { isTemplateText } from '../templateText.ts';

/**
 * An acronym is used, but not written out, or only in a later place. A reader who does not know it cannot look it up.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. The MARAC meets every two weeks.
 *        ^^^^^ “MARAC” is not written out anywhere. Write out what it stands for, and put “(MARAC)” after it.
 *
 * 10. Children are referred to the MASH by their schools, the EAS, the youth service and hospitals.
 *                                  ^^^^ “MASH” is not written out before paragraph 11. Write it out here, where it is first used.
 *                                                             ^^^ “EAS” is not written out anywhere.
 *
 * 11. Partners share what they know in the multi-agency safeguarding hub (MASH). The MARAC does not.
 * ```
 *
 * So is one that stands after words with other letters:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Services were provided by a community rehabilitation company (CRG). The CRG is no more.
 *                                                                  ^^^ “CRG” does not fit “community rehabilitation company”, whose letters are *CRC*.
 * ```
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. Partners share what they know in the multi-agency safeguarding hub (MASH). The MASH is well led.
 *
 * 10. Officers use the SARA model (scanning, analysis, response, assessment).
 * ```
 *
 * What every reader knows need not be written out: *NHS*, *UK*, *Ofsted*. The framework lists such acronyms, and you can
 * add your own in `inspectmark.json`:
 *
 * ```json
 * { "rules": { "undefined-acronym": ["information", { "known": ["SENCo"] }] } }
 * ```
 *
 * ```inspectmark {"known":["SENCo"]}
 * ## Inspection findings
 *
 * 9. Every school in the UK has a SENCo.
 * ```
 *
 * Names in quotation marks, and words in capital letters, are none.
 *
 * Source: Guide to Ofsted’s house style (2018), *Abbreviations*.
 */
export const undefinedAcronym: Rule = {
  id: 'undefined-acronym',
  group: 'style',
  kind: 'style',
  severity: 'information',
  summary: 'An acronym is not written out where it is first used',
  fixable: false,
  readsWords: true,
  options: { known: { type: 'array', items: { type: 'string' }, description: 'acronyms that need no explanation' } },
  *check({ report, framework, options }) {
    const { known } = options;
    const isKnown = new Set([...framework.knownAcronyms, ...(Array.isArray(known) ? known : [])].map(singularAcronym));
    const all = [...acronymsOf(report).values()];
    let looks = 0;
    // What is told of an acronym that does not fit its words is told of the right one too.
    const fitting = new Set(all.flatMap(({ uses }) => uses.flatMap(({ misfit }) => misfit?.letters ?? [])));
    for (const own of all) {
      const { acronym, definitions, uses } = own;
      if (definitions.length === 0 && fitting.has(acronym)) continue;
      if (uses[0] === undefined || isKnown.has(acronym) || isOfName(report, acronym)) continue;
      if (placeholders.has(acronym) || acronym === noteWell || glossaryOf(report).has(acronym)) continue;
      const misfit = uses.find(own => own.misfit !== undefined && !isAside(report, own));
      if (misfit?.misfit !== undefined) {
        const { words, letters } = misfit.misfit;
        const message = `“${acronym}” does not fit “${words}”, whose letters are *${letters}*. Correct one of the two.`;
        const related = definitions.map(({ from, to }) => ({ from, to, message: `“${acronym}” is written out here.` }));
        yield { from: misfit.from, to: misfit.to, message, related };
        continue;
      }
      const loose = uses.find(({ writtenOut }) => writtenOut);
      const explained = earliest(definitions[0], loose);
      const isLate = ({ to }: Span): boolean => explained === undefined || to <= explained.from;
      if (!isLate(uses[0])) continue;
      const [first, ...others] = uses.filter(use => !isAside(report, use));
      if (first === undefined || !isLate(first)) continue;
      const { from, to } = first;
      const meant = meantAcronym(report, own);
      if (meant !== undefined) {
        yield { from, to, message: `“${acronym}” is not written out anywhere, and “${meant}” is. Is that meant?` };
      } else if (explained === undefined) {
        if (isOfTitle(report, acronym) || (++looks <= mostLooks && isWord(report, acronym))) continue;
        yield {
          from,
          to,
          message: `“${acronym}” is not written out anywhere. Write out what it stands for, and put “(${acronym})” after it.`,
          related: others.map(use => ({ from: use.from, to: use.to, message: `“${acronym}” again.` })),
        };
      } else {
        const place = placeInWords(report, explained.block);
        yield {
          from,
          to,
          message: `“${acronym}” is not written out before ${place}. Write it out here, where it is first used.`,
          related: [{ from: explained.from, to: explained.to, message: `“${acronym}” is written out here.` }],
        };
      }
    }
  },
};

/** So many words are looked for in a report, which takes as long as it is. */
const mostLooks = 30;

/** Whether it is a word that is emphasised by capitals: one of grammar (*MUST*, *NOT*), or one that the report has in small letters too. */
function isWord({ document: { source } }: Report, acronym: string): boolean {
  const word = acronym.toLowerCase();
  return acronym.length > 2 && (matterStem(word) === undefined || source.includes(` ${word} `));
}

/** What an author has left to be filled in is told as that. */
const placeholders: ReadonlySet<string> = new Set(['TODO', 'TBC', 'TBA', 'TBD', 'FIXME']);

/** *NB: …* is Latin, and never written out. */
const noteWell = 'NB';

/** Whether an acronym is a word of the provider’s name, as the details give it. */
function isOfName({ metadata: { providers } }: Report, acronym: string): boolean {
  return providers.some(name => name.split(/\s+/).includes(acronym));
}

/** Whether words of the report’s title, side by side, begin with an acronym’s letters: the cover writes it out. */
function isOfTitle({ metadata: { title = '' } }: Report, acronym: string): boolean {
  const words = title
    .slice(0, longestTitle)
    .split(/[^\p{L}’'&]+/u)
    .filter(word => /^\p{Lu}/u.test(word));
  return words
    .map(word => word.charAt(0))
    .join('')
    .includes(acronym);
}

const longestTitle = 400;

/**
 * Whether a use is none of the author’s running text (a note, a fixed passage), or a name’s: in quotation marks, or *DATA
 * Act*.
 */
function isAside(report: Report, { block, from, to }: AcronymUse): boolean {
  const { source, blocks } = report.document;
  if (blocks[block]?.kind === 'footnote' || isTemplateText(report, block)) return true;
  // Of those in the summary for children `plain-summary` tells.
  if (sectionOfBlock(report, block)?.role === 'children-summary') return true;
  const after = source.slice(to, to + 12);
  // (*HBN 00-10* is a document’s name too.)
  if (/^\s+(?:[A-Z][a-z]|\d)/.test(after) || isInSignature(report, block, from)) return true;
  return /[‘“'"]/.test(source.charAt(from - 1)) && /^[’”'"](?!s)/.test(after);
}

/** Whether letters stand after a comma in a line of nothing but names: *Ruth Smith, MSc*. */
function isInSignature({ document: { source, starts, blocks } }: Report, block: number, from: number): boolean {
  const start = starts[block] ?? 0;
  const end = start + (blocks[block]?.end ?? 0);
  if (end - start > longestSignature || source.slice(from - 2, from) !== ', ') return false;
  return (
    /^\p{Lu}[^\s,]*\s/u.test(source.slice(start, end)) && !/(?:^|\s)\p{Ll}|[.:;?!]\s*$/u.test(source.slice(start, end))
  );
}

/** A longer line is no signature. */
const longestSignature = 80;

type Explanation = Span & { readonly block: number };

function earliest(a: Explanation | undefined, b: Explanation | undefined): Explanation | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.from < b.from ? a : b;
}
