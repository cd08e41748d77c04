import { acronymsOf, meantAcronym, singularAcronym } from '../../model/names/acronymUses.ts';
import type { DefinedAcronym, Report } from '../../model/report.ts';
import { listInWords } from '../../text/phrases.ts';
import type { Rule } from '../rule.ts';
import { isTemplateText } from '../templateText.ts';

/**
 * Acronyms are introduced in brackets and then never used. A reader keeps them in mind for nothing: leave the brackets
 * out. All such acronyms of a report are one finding, at the first of them.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. The quality assurance group (QAG) meets monthly, as does the child placement panel (CPP).
 *                                 ^^^ 2 acronyms are introduced and never used: *QAG* and *CPP*. Leave them out.
 *
 * 10. The head of service reads every plan in this group.
 * ```
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. The quality assurance group (QAG) meets monthly. The QAG reads every plan.
 * ```
 *
 * What a template’s own heading introduces is left alone.
 *
 * Source: Guide to Ofsted’s house style (2018), *Abbreviations*.
 */
export const unusedAcronym: Rule = {
  id: 'unused-acronym',
  group: 'style',
  kind: 'style',
  severity: 'information',
  summary: 'An acronym is introduced and never used',
  fixable: false,
  readsWords: true,
  *check({ report, framework }) {
    if (report.acronyms.length === 0) return;
    // (By its own name a framework is known: a letter names it once.)
    const names = framework.id.toUpperCase().split('-');
    const known = new Set([...framework.knownAcronyms.map(singularAcronym), ...names]);
    // That it is meant elsewhere is told there.
    const mistyped = new Set([...acronymsOf(report).values()].flatMap(own => meantAcronym(report, own) ?? []));
    const unused = [...acronymsOf(report).values()].flatMap(({ acronym, definitions, uses }) => {
      const own = definitions.find(({ block }) => !isTemplateText(report, block) && !isSectionTitle(report, block));
      return own === undefined || uses.length > 0 || known.has(acronym) || mistyped.has(acronym)
        ? []
        : { ...own, acronym };
    });
    if (unused.length === 0) return;
    const elsewhere = textElsewhere(report);
    const [first, ...others] = unused.filter(({ acronym }) => !stands(elsewhere, acronym));
    if (first === undefined) return;
    yield {
      from: first.from,
      to: first.to,
      message: messageOf([first, ...others]),
      related: others.map(({ from, to, acronym }) => ({ from, to, message: `“${acronym}” is never used either.` })),
    };
  },
};

/** Whether a block is the heading of a section that the framework asks for: its words are the template’s. */
function isSectionTitle({ document, sections }: Report, block: number): boolean {
  return (
    document.blocks[block]?.kind === 'heading' && sections.some(own => own.block === block && own.role !== undefined)
  );
}

/** So many are named in the message; the others are related places. */
const most = 6;

function messageOf(unused: readonly Pick<DefinedAcronym, 'acronym'>[]): string {
  const [only] = unused;
  if (unused.length === 1) return `“${only?.acronym}” is introduced and never used. Leave it out.`;
  const named = unused.slice(0, most).map(({ acronym }) => `*${acronym}*`);
  if (unused.length > most) named.push(`${unused.length - most} more`);
  return `${unused.length} acronyms are introduced and never used: ${listInWords(named)}. Leave them out.`;
}

/**
 * What stands in headings, tables, quotations and the front matter, introductions left out: an acronym may be used there
 * too.
 */
function textElsewhere({ document: { source, blocks, starts } }: Report): string {
  let text = '';
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined || ('content' in block && block.kind !== 'frontMatter')) continue;
    const start = starts[i] ?? 0;
    let written = source.slice(start, start + block.length);
    for (const { from, to } of block.inlines.acronyms)
      written = written.slice(0, from) + ' '.repeat(to - from) + written.slice(to);
    text += written;
  }
  return text;
}

function stands(text: string, acronym: string): boolean {
  for (let at = text.indexOf(acronym); at >= 0; at = text.indexOf(acronym, at + 1)) {
    const after = text.slice(at + acronym.length, at + acronym.length + 2);
    if (!/[A-Za-z]/.test(text.charAt(at - 1)) && !/^(?!s\b)[A-Za-z]/.test(after)) return true;
  }
  return false;
}
