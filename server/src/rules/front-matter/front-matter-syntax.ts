import type { Report } from '../../model/report.ts';
import { type FrontMatterMend, frontMatterKeys, quoted } from '../../syntax/frontMatter.ts';
import { lineBreak } from '../lineBreak.ts';
import type { Edit, Finding, Fix, Rule } from '../rule.ts';

/**
 * The report’s details stand between two lines `---` at its start, each as a name, a colon, a space and a value. A line
 * that is written otherwise cannot be read, and what it says is missing from the cover. Every line that can be read
 * still counts.
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * published 2018-01-29
 * ^^^^^^^^^^^^^^^^^^^^ A colon is missing after “published”
 * provider: [City of Ely, Ely
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^ What begins with “[” ends with “]”.
 * ---
 * ```
 *
 * ```inspectmark,fixed
 * ---
 * framework: generic
 * published: 2018-01-29
 * provider: [City of Ely, Ely]
 * ---
 * ```
 *
 * The details must end with a line `---`, too:
 *
 * ```inspectmark,expect
 * ---
 * ^^^ The report’s details begin here but do not end.
 * title: Inspection of services
 *
 * # Services are good
 * ```
 *
 * and they must begin in the first line:
 *
 * ```inspectmark,expect
 * framework: generic
 * ^^^^^^^^^^^^^^^^^^ nothing begins them. Put a line “---” above them.
 * title: Inspection of services
 * ---
 *
 * # Services are good
 * ```
 *
 * ```inspectmark,fixed
 * ---
 * framework: generic
 * title: Inspection of services
 * ---
 *
 * # Services are good
 * ```
 *
 * A value may hold a colon. Other programs that read the report would stumble over it, so quotation marks are offered:
 *
 * ```inspectmark,expect
 * ---
 * title: Services for children: a review
 *        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Put it in quotation marks.
 * ---
 * ```
 *
 * ```inspectmark,fixed
 * ---
 * title: "Services for children: a review"
 * ---
 * ```
 *
 * Lists, quoted values and notes are as in YAML:
 *
 * ```inspectmark
 * ---
 * # The first name is the cover’s.
 * provider: [City of Ely, Ely]
 * title: "Services: a review"
 * ---
 * ```
 */
export const frontMatterSyntax: Rule = {
  id: 'front-matter-syntax',
  group: 'front-matter',
  kind: 'fault',
  severity: 'error',
  summary: 'A line of the report’s details cannot be read',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    const { span, closed, problems, entries } = report.metadata;
    yield* unreadDetails(report);
    if (!closed) {
      const message = 'The report’s details begin here but do not end. Put a line “---” under them.';
      const edits = [{ from: span.to, to: span.to, text: '\n---' }];
      const fixes = [{ title: 'End the details with “---”', edits, certain: false }];
      yield { from: span.from, to: span.from + '---'.length, message, fixes };
      return;
    }
    for (const { from, to, message, mend } of problems) {
      yield { from, to, message, fixes: mend === undefined ? [] : [fixOf(report, mend)] };
    }
    for (const { wantsQuotes, broken, value, valueSpan } of entries) {
      if (!wantsQuotes || broken || typeof value !== 'string') continue;
      const message =
        'Other programs would misread this value, for it holds a mark of theirs. Put it in quotation marks.';
      const edits = [{ ...valueSpan, text: quoted(value) }];
      yield {
        ...valueSpan,
        message,
        severity: 'hint',
        fixes: [{ title: 'Put it in quotation marks', edits, certain: true }],
      };
    }
  },
};

/** Details that are not read: the line that begins them is missing, or something stands above it. */
function* unreadDetails({ document: { blocks, starts, source } }: Report): Iterable<Finding> {
  const first = blocks.findIndex(({ kind }) => kind !== 'comment');
  const block = blocks[first];
  if (block?.kind !== 'plain') return;
  const from = (starts[first] ?? 0) + block.start;
  const lines = source.slice(from, from + block.end - block.start).split(/\r\n|\r|\n/);
  const isBegun = lines[0]?.trimEnd() === '---';
  const [line = '', next = ''] = isBegun ? lines.slice(1) : lines;
  if (!detailLine.test(line) || !detailLine.test(next)) return;
  const above: Edit = { from: 0, to: from, text: isBegun ? '' : `---${lineBreak(source)}` };
  yield {
    from,
    to: from + (lines[0] ?? '').length,
    message: isBegun
      ? 'The report’s details are not read here. Move them up, so that they begin in the first line.'
      : 'The report’s details are not read, for nothing begins them. Put a line “---” above them.',
    fixes:
      source.slice(0, from).trim() === ''
        ? [{ title: 'Begin the report with them', edits: [above], certain: false }]
        : [],
  };
}

const detailLine = new RegExp(`^(?:${frontMatterKeys.join('|')}):(?:[ \\t]|$)`);

function fixOf({ text }: Report, { from, to, text: mended, certain }: FrontMatterMend): Fix {
  const { line, character } = text.positionAt(from);
  const words = text.line(line);
  const result = (words.slice(0, character) + mended + words.slice(character + to - from)).trim();
  const shown = result.length > 60 ? `${result.slice(0, 59)}…` : result;
  return { title: `Change to “${shown}”`, edits: [{ from, to, text: mended }], certain };
}
