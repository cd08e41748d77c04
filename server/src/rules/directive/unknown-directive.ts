import { blocksOfKind } from '../../model/blocksOfKind.ts';
import { blocksWith } from '../../model/blocksWith.ts';
import { MarkSearch } from '../../model/markSearch.ts';
import type { PlacedDirective, Report } from '../../model/report.ts';
import { editDistance } from '../../text/editDistance.ts';
import { nearest } from '../../text/nearest.ts';
import { listInWords } from '../../text/phrases.ts';
import type { Span } from '../../text/text.ts';
import { certainFixWith, changeTo } from '../fixWith.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereWritten } from '../whereStands.ts';

/**
 * A comment that begins with `inspectmark-` tells the checks what to accept. This one does not say what, or names a check
 * that there is not, so it does nothing.
 *
 * ```inspectmark,expect
 * <!-- inspectmark-disable-nxt tag-position -- meant for its sentence -->
 *                  ^^^^^^^^^^^ Did you mean “disable-next”?
 *
 * <!-- inspectmark-disable-next tag-positon -- meant for its sentence -->
 *                               ^^^^^^^^^^^ There is no check “tag-positon”. Did you mean “tag-position”?
 *
 * <!-- inspectmark-disable-next tag-position meant for its sentence -->
 *                                            ^^^^^^^^^^^^^^^^^^^^^^ Put “--” before a reason
 *
 * <!-- inspectmark-disable-next tag-position--meant for its sentence -->
 *                                           ^^^^^^^^^^^^^^^^^^^^^^^^ Put a space before and after “--”
 *
 * <!-- inspectmark-disable-next tag-position: meant for its sentence -->
 *                                           ^^^^^^^^^^^^^^^^^^^^^^^^ Put “--” before a reason
 *
 * <!-- inspectmark-disable-next tag-position – meant for its sentence -->
 *                                            ^^^^^^^^^^^^^^^^^^^^^^^^ Put “--” before a reason
 *
 * <!-- inspectmark-disable-next -->
 *      ^^^^^^^^^^^^^^^^^^^^^^^^ This comment names no check
 * ```
 *
 * ```inspectmark,fixed
 * <!-- inspectmark-disable-next tag-position -- meant for its sentence -->
 *
 * <!-- inspectmark-disable-next tag-position -- meant for its sentence -->
 *
 * <!-- inspectmark-disable-next tag-position -- meant for its sentence -->
 *
 * <!-- inspectmark-disable-next tag-position -- meant for its sentence -->
 *
 * <!-- inspectmark-disable-next tag-position -- meant for its sentence -->
 *
 * <!-- inspectmark-disable-next tag-position -- meant for its sentence -->
 *
 * <!-- inspectmark-disable-next -->
 * ```
 *
 * So does one without the marks of a comment, which is printed:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * inspectmark-disable-next tag-position -- meant for its sentence
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is text, and is printed.
 * ```
 *
 * ```inspectmark
 * <!-- inspectmark-disable-next tag-position, tag-spelling -- quoted from the letter -->
 *
 * <!-- a note to colleagues -->
 * ```
 */
export const unknownDirective: Rule = {
  id: 'unknown-directive',
  group: 'directive',
  kind: 'fault',
  severity: 'warning',
  summary: 'A comment names a check or an instruction that there is not',
  fixable: true,
  readsWords: whereWritten(/inspectmark-|(?:disable|enable)/),
  *check({ report, ruleIds }) {
    yield* outsideComments(report);
    yield* misspeltComments(report);
    if (report.directives.length === 0) return;
    const known = new Set(ruleIds);
    for (const placed of report.directives) {
      const { directive, base } = placed;
      const at = ({ from, to }: Span): Span => ({ from: base + from, to: base + to });
      if (!names.includes(directive.name)) {
        const list = listInWords(
          names.map(name => `“${name}”`),
          'or',
        );
        yield misnamed(at(directive.nameSpan), nearest(directive.name, names), `After “inspectmark-” stands ${list}.`);
      } else if (directive.name !== 'guess') yield* wrongRules(placed, known, ruleIds);
    }
  },
};

const prefix = new MarkSearch('-', (text, at) => (text.startsWith('mark', at - 4) ? at - 4 : -1));

/** An instruction that is a paragraph of its own, for its comment’s marks are missing. */
function* outsideComments({ document }: Report): Iterable<Finding> {
  for (const { block, start: base } of blocksWith(document, prefix)) {
    if (block.kind !== 'plain') continue;
    const start = base + block.start;
    const written = document.source.slice(start, base + block.end);
    const line = /^inspectmark-(?:disable(?:-next)?|enable)\b[^\r\n]*/.exec(written)?.[0];
    if (line === undefined) continue;
    yield {
      from: start,
      to: start + line.length,
      message: 'This is text, and is printed. Write “<!--” before it and “-->” after it.',
      fixes: [
        {
          title: 'Make it a comment',
          edits: [
            { from: start, to: start, text: '<!-- ' },
            { from: start + line.length, to: start + line.length, text: ' -->' },
          ],
          certain: false,
        },
      ],
    };
  }
}

const misspeltName =
  /^<!--\s{0,9}((\p{L}{3,12}[- ]?\p{L}{0,6})(?:[- _]|:\s?)?)(?:disable|enable)(?:[- _]next)?\s{1,9}[a-z]+-[a-z-]+/iu;
const slips = 3;

/** A comment that is an instruction but for its first word. */
function* misspeltComments(report: Report): Iterable<Finding> {
  const { source } = report.document;
  for (const { block, start } of blocksOfKind(report, 'comment')) {
    const from = start + block.start;
    const opening = source.slice(from, from + longestOpening);
    if (!/able/i.test(opening)) continue;
    const [, lead = '', name = ''] = misspeltName.exec(opening) ?? [];
    const bare = name.replace(/[- ]/, '').toLowerCase();
    if (name === '' || lead === 'inspectmark-' || editDistance(bare, 'inspectmark', slips + 1) > slips) continue;
    const at = source.indexOf(lead, from);
    const place = { from: at, to: at + lead.length };
    yield {
      ...place,
      message: 'This comment is read as a note, for its first word is misspelt. Write “inspectmark-”.',
      fixes: [changeTo(place, 'inspectmark-')],
    };
  }
}

const longestOpening = 120;

const names = ['disable-next', 'disable', 'enable', 'guess'];

function* wrongRules(
  { directive, base }: PlacedDirective,
  known: ReadonlySet<string>,
  ruleIds: readonly string[],
): Generator<Finding> {
  const { rules, reason } = directive;
  if (rules.length === 0) {
    const message = `This comment names no check, so it does nothing. Name the check after “inspectmark-${directive.name}”.`;
    yield { from: base + directive.from, to: base + directive.to, message };
    return;
  }
  const wrong = rules.filter(({ id }) => !known.has(id));
  const [first] = wrong;
  const last = wrong.at(-1);
  if (first === undefined || last === undefined) return;
  const isRest = reason === undefined && rules.indexOf(first) + wrong.length === rules.length;
  const [, id = '', sign = '', more = ''] = /^(.*?)(-{2,}|[:;–—])(.*)$/u.exec(first.id) ?? [];
  const isGlued = known.has(id);
  const isApart = first !== rules[0] && (wrong.length > 1 || (id === '' && sign !== ''));
  if (isRest && (isGlued || isApart)) {
    const from = base + first.from + (isGlued ? id.length : 0);
    const instead = isGlued || id === '' ? sign : '';
    const text = `${isGlued ? ' ' : ''}--${instead !== '' && more === '' ? '' : ' '}`;
    const what = instead.startsWith('--') ? 'Put a space before and after “--”' : 'Put “--” before a reason';
    yield {
      from,
      to: base + last.to,
      message: `These words are taken for the names of checks. ${what}.`,
      fixes: [certainFixWith('Put “--” before the reason', { from, to: from + instead.length }, text)],
    };
    return;
  }
  for (const { id, from, to } of wrong) {
    yield misnamed({ from: base + from, to: base + to }, nearest(id, ruleIds), `There is no check “${id}”.`);
  }
}

function misnamed(place: Span, meant: string | undefined, message: string): Finding {
  if (meant === undefined) return { ...place, message };
  const fix = changeTo(place, meant);
  return { ...place, message: `${message} Did you mean “${meant}”?`, fixes: [fix] };
}
