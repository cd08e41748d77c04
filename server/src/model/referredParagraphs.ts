import type { NumberedKind } from '../syntax/referenceInWords.ts';
import { numberedTargets } from './numbering/numberedTargets.ts';
import type { Paragraph } from './paragraph.ts';
import { linkTarget, type Reference } from './reference.ts';
import type { Report } from './report.ts';

/** The other paragraphs to which one refers, in words or by a link, each once in the order of its text; tags are no references. */
export function paragraphsReferredTo(report: Report, paragraph: Paragraph): Paragraph[] {
  const index = report.paragraphs.indexOf(paragraph);
  const targets = numberedTargets(report);
  const found = new Set<Paragraph>();
  for (const reference of report.references) {
    if (reference.paragraph !== index) continue;
    const { kind, numbers } = numbersOf(reference);
    for (const number of numbers) for (const target of targets[kind].get(number) ?? []) found.add(target);
  }
  found.delete(paragraph);
  return [...found];
}

/** The other paragraphs that refer to one, each once in the order of the text. */
export function paragraphsReferringTo(report: Report, paragraph: Paragraph): Paragraph[] {
  const targets = numberedTargets(report);
  const names = (kind: NumberedKind): Set<string> =>
    new Set([...targets[kind]].flatMap(([number, own]) => (own.includes(paragraph) ? number : [])));
  const own = { paragraph: names('paragraph'), recommendation: names('recommendation') };
  const found = new Set<Paragraph>();
  for (const reference of report.references) {
    const from = report.paragraphs[reference.paragraph ?? -1];
    if (from === undefined || from === paragraph || found.has(from)) continue;
    const { kind, numbers } = numbersOf(reference);
    if (numbers.some(number => own[kind].has(number))) found.add(from);
  }
  return [...found];
}

function numbersOf({ kind, targets }: Reference): { readonly kind: NumberedKind; readonly numbers: readonly string[] } {
  if (kind === 'paragraph' || kind === 'recommendation') return { kind, numbers: targets };
  const { path, number } = linkTarget(kind === 'link' ? (targets[0] ?? '') : '');
  return { kind: number?.kind ?? 'paragraph', numbers: path === '' && number !== undefined ? [number.number] : [] };
}
