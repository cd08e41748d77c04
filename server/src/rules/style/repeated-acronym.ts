import { acronymsOf, type ReportAcronym } from '../../model/names/acronymUses.ts';
import { type DefinedAcronym, type Report, wordsOf } from '../../model/report.ts';
import { sectionOfBlock } from '../../model/sectionOfBlock.ts';
import { smallWords } from '../../syntax/acronym.ts';
import { placeInWords } from '../messages/placeInWords.ts';
import type { Finding, Rule } from '../rule.ts';
import { isTemplateText } from '../templateText.ts';

/**
 * An acronym is written out more than once. Once it is known, the acronym alone is shorter:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Partners share what they know in the multi-agency safeguarding hub (MASH). The MASH is well led.
 *
 * 10. Schools refer children to the multi-agency safeguarding hub (MASH).
 *                                                                  ^^^^ “MASH” is written out in paragraph 9 already
 * ```
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. Partners share what they know in the multi-agency safeguarding hub (MASH). The MASH is well led.
 *
 * 10. Schools refer children to the MASH.
 * ```
 *
 * A summary is read alone, so it may write an acronym out of its own; so may recommendations, and a board’s own part:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * The multi-agency safeguarding hub (MASH) is well led. The MASH answers quickly.
 *
 * ## Inspection findings
 *
 * 9. Partners share what they know in the multi-agency safeguarding hub (MASH). The MASH is well led.
 * ```
 *
 * Worse is one acronym for two things:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Children know what is in their child protection plan (CPP). A CPP is reviewed often.
 *
 * 10. Councillors attend the corporate parenting panel (CPP). The CPP meets every month.
 *                                                       ^^^ “CPP” is “corporate parenting panel” here and “child protection plan” in paragraph 9
 * ```
 *
 * Source: Guide to Ofsted’s house style (2018), *Abbreviations*.
 */
export const repeatedAcronym: Rule = {
  id: 'repeated-acronym',
  group: 'style',
  kind: 'style',
  severity: 'information',
  summary: 'An acronym is written out twice, or stands for two things',
  fixable: false,
  readsWords: true,
  *check({ report }) {
    if (report.acronyms.length < 2) return;
    for (const acronym of acronymsOf(report).values()) {
      if (acronym.definitions.length < 2) continue;
      const finding = twoThings(report, acronym) ?? twice(report, acronym);
      if (finding !== undefined) yield finding;
    }
  },
};

function twoThings(report: Report, { acronym, definitions }: ReportAcronym): Finding | undefined {
  const [first, ...others] = definitions;
  const other = others.find(each => first !== undefined && keyOf(report, each) !== keyOf(report, first));
  if (first === undefined || other === undefined) return undefined;
  const place = placeInWords(report, first.block);
  return {
    from: other.from,
    to: other.to,
    message: `“${acronym}” is “${expansionOf(report, other)}” here and “${expansionOf(report, first)}” in ${place}. Write one of them in full.`,
    related: [relatedTo(report, first)],
  };
}

function twice(report: Report, { acronym, definitions, uses }: ReportAcronym): Finding | undefined {
  if (uses.length === 0) return undefined;
  const firsts = new Map<string, DefinedAcronym>();
  const again: DefinedAcronym[] = [];
  for (const definition of definitions) {
    if (isTemplateText(report, definition.block)) continue;
    const part = partOf(report, definition.block);
    if (firsts.has(part)) again.push(definition);
    else firsts.set(part, definition);
  }
  const [second, ...more] = again;
  const first = second && firsts.get(partOf(report, second.block));
  if (second === undefined || first === undefined) return undefined;
  return {
    from: second.from,
    to: second.to,
    message: `“${acronym}” is written out in ${placeInWords(report, first.block)} already. Use the acronym alone here.`,
    related: [first, ...more].map(each => relatedTo(report, each)),
  };
}

/** The parts of a report that are read for themselves: its summary, the one for children, a board’s part, and the rest. */
function partOf(report: Report, block: number): string {
  const parts = ['summary', 'children-summary', 'context', 'recommendations', 'board'];
  for (
    let section = sectionOfBlock(report, block);
    section !== undefined;
    section = report.sections[section.parent ?? -1]
  )
    if (section.ownRole !== undefined && parts.includes(section.ownRole)) return section.ownRole;
  return 'findings';
}

function relatedTo(report: Report, { from, to, ...definition }: DefinedAcronym) {
  return { from, to, message: `Written out as “${expansionOf(report, { from, to, ...definition })}” here.` };
}

function expansionOf(report: Report, { block, expansion }: DefinedAcronym): string {
  return wordsOf(report, block, expansion);
}

/** An expansion without what does not make it another: capitals, hyphens, plurals, small words. */
function keyOf(report: Report, definition: DefinedAcronym): string {
  return expansionOf(report, definition)
    .toLowerCase()
    .replace(/[’']s\b|[‘’“”'"]/g, '')
    .split(/[\s-]+/)
    .map(word => word.replace(/s$/, ''))
    .filter(word => word !== '' && !smallWords.has(word))
    .join(' ');
}
