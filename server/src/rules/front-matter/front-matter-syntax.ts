import type { Report } from '../../model/report.ts';
import { type FrontMatterMend, frontMatterKeys } from '../../syntax/frontMatterEntry.ts';
import { quoted } from '../../syntax/frontMatterYaml.ts';
import { lineBreak } from '../../text/lineBreak.ts';
import type { Span } from '../../text/text.ts';
import { detailBelow, headingInDetails } from '../details/metadataKeys.ts';
import { type MisplacedDetails, misplacedDetails, readsDetails } from '../details/misplacedDetails.ts';
import { certainChangeTo, certainFixWith, fixWith } from '../fixWith.ts';
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
 * ```inspectmark,expect
 * ---
 * title: Inspection of services
 * --
 * ^^ This line does not end the report’s details. Write “---”.
 *
 * # Services are good
 * ```
 *
 * ```inspectmark,fixed
 * ---
 * title: Inspection of services
 * ---
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
 *        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Put the whole value in quotation marks.
 * ---
 * ```
 *
 * ```inspectmark,fixed
 * ---
 * title: "Services for children: a review"
 * ---
 * ```
 *
 * A line of them may have got below the line that ends them:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * ---
 *
 * published: 2018-01-29
 * ^^^^^^^^^^^^^^^^^^^^^ “published” stands under the report’s details, so it is printed.
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
  readsWords: readsDetails,
  *check({ report }) {
    const { closed, problems } = report.metadata;
    yield* unreadDetails(report);
    if (!closed) {
      yield unended(report);
      return;
    }
    yield* outsideDetails(report);
    for (const { from, to, message, mend } of problems) {
      yield { from, to, message, fixes: mend === undefined ? [] : [fixOf(report, mend)] };
    }
    yield* leftOfValues(report);
    yield* valuesBelow(report);
    yield* valuesWithoutQuotes(report);
  },
};

/** What stands after a value and is a comment to YAML. */
function* leftOfValues({ document: { source }, metadata: { entries } }: Report): Iterable<Finding> {
  for (const { key, value, valueSpan } of entries) {
    // (Behind a date, or a word of a list, it is a note, and nothing of the value is lost.)
    if (typeof value !== 'string' || ofOneWord.has(key)) continue;
    const [left = ''] =
      /^[ \t]+#[ \t][^\r\n]{0,200}/.exec(source.slice(valueSpan.to, valueSpan.to + longestLeft)) ?? [];
    if (left === '') continue;
    const to = valueSpan.to + left.trimEnd().length;
    const edits = [{ from: valueSpan.from, to, text: quoted(source.slice(valueSpan.from, to)) }];
    yield {
      from: to - left.trim().length,
      to,
      message: 'What follows “#” is not read. Put the whole value in quotation marks, or take it out.',
      severity: 'warning',
      fixes: [{ title: 'Put the whole in quotation marks', edits, certain: false }],
    };
  }
}

/** Keys without a value that have taken the next line for it. */
function* valuesBelow({ document: { source }, metadata: { entries } }: Report): Iterable<Finding> {
  for (const { value, valueSpan, keySpan } of entries) {
    if (typeof value !== 'string' || !/^[a-z]\w{1,20}: \S/i.test(value)) continue;
    const between = source.slice(keySpan.to, Math.min(valueSpan.from, keySpan.to + longestLeft));
    // Of what is no framework its own rule tells.
    if (!/[\r\n]/.test(between) || source.slice(keySpan.from, keySpan.to) === 'framework') continue;
    yield {
      ...valueSpan,
      message: 'What stands below this key is read as its value, name and all. Write the value alone, beside the key.',
    };
  }
}

/** Values that are read whole here and not elsewhere. */
function* valuesWithoutQuotes({ metadata: { entries } }: Report): Iterable<Finding> {
  for (const { wantsQuotes, broken, value, valueSpan } of entries) {
    if (!wantsQuotes || broken || typeof value !== 'string') continue;
    const edits = [{ ...valueSpan, text: quoted(value) }];
    yield {
      ...valueSpan,
      message: 'Other programs would misread a mark in this value. Put the whole value in quotation marks.',
      severity: 'hint',
      fixes: [{ title: 'Put it in quotation marks', edits, certain: true }],
    };
  }
}

const longestLeft = 300;

/** Keys whose values are one word or date, or a list of them. */
const ofOneWord = new Set(['framework', 'inspected', 'published', 'status', 'lang']);

/** A line of the details that got below the line that ends them, and a heading that got above it. */
function* outsideDetails(report: Report): Iterable<Finding> {
  const below = detailBelow(report);
  const { source } = report.document;
  const { span } = report.metadata;
  if (below !== undefined) {
    const end = lineBreak(source);
    const { from, to, key } = below;
    const at = source.slice(0, span.to).lastIndexOf('---');
    yield {
      from,
      to,
      message: `“${key}” stands under the report’s details, so it is printed. Move it above the line “---”.`,
      fixes: [
        {
          title: 'Move it up',
          edits: [
            { from: at, to: at, text: source.slice(from, to) + end },
            { from, to, text: '' },
          ],
          certain: false,
        },
      ],
    };
  }
  const again = below === undefined ? secondDetails(report) : undefined;
  if (again !== undefined)
    yield { ...again, message: 'The report’s details stand here a second time, and are printed. Take them out.' };
  const heading = headingInDetails(report);
  if (heading !== undefined)
    yield {
      ...heading,
      message: 'This heading stands within the report’s details, so it is not printed. Put the line “---” above it.',
    };
}

/** The first line of the text, where it begins details as those above it do. */
function secondDetails({ document: { blocks, starts, source } }: Report): Span | undefined {
  const index = blocks.findIndex(({ kind }) => kind !== 'frontMatter' && kind !== 'comment');
  const block = blocks[index];
  if (index < 1 || block?.kind !== 'plain') return undefined;
  const from = (starts[index] ?? 0) + block.start;
  const [line = ''] = secondBegin.exec(source.slice(from, from + longestLeft)) ?? [];
  return line === '' ? undefined : { from, to: from + '---'.length };
}

const secondBegin = new RegExp(`^---[ \\t]*(?:\\r\\n|[\\r\\n])(?:${frontMatterKeys.join('|')}):[ \\t]`);

/** Details that do not end, or end in a line that is mistyped: that one is told. */
function unended({ document: { source }, metadata: { span } }: Report): Finding {
  const [line = ''] = /[^\r\n]*$/.exec(source.slice(span.from, span.to).trimEnd()) ?? [];
  const from = span.from + source.slice(span.from, span.to).trimEnd().length - line.length;
  if (from > span.from && mistypedEnd.test(line)) {
    const place = { from, to: from + line.length };
    return {
      ...place,
      message: 'This line does not end the report’s details. Write “---”.',
      fixes: [certainChangeTo(place, '---')],
    };
  }
  if (from > span.from && /[^-]-{3}$/.test(line)) {
    const end = from + line.length;
    return {
      from,
      to: end,
      message: 'The line that ends the report’s details, “---”, has got into this one. Begin a line with it.',
      fixes: [certainFixWith('Begin a line with it', { from: end - 3, to: end - 3 }, lineBreak(source))],
    };
  }
  return {
    from: span.from,
    to: span.from + '---'.length,
    message: 'The report’s details begin here but do not end. Put a line “---” under them.',
    fixes: [fixWith('End the details with “---”', { from: span.to, to: span.to }, `${lineBreak(source)}---`)],
  };
}

const mistypedEnd = /^[ \t]*[-–—_=]{1,20}$/;

/** Details that are not read: the line that begins them is missing, or something stands above it. */
function* unreadDetails(report: Report): Iterable<Finding> {
  const { source } = report.document;
  const details = misplacedDetails(report);
  if (details === undefined) return;
  const { line, mark } = details;
  const above: Edit =
    mark === '--'
      ? { from: 0, to: line.to, text: '---' }
      : { from: 0, to: line.from, text: mark === '---' ? '' : `---${lineBreak(source)}` };
  yield {
    ...line,
    message: unreadMessages[mark ?? 'none'],
    fixes:
      source.slice(0, line.from).trim() === '' && mark !== '+++' && mark !== 'fence' && mark !== 'comment'
        ? [{ title: 'Begin the report with them', edits: [above], certain: false }]
        : [],
  };
}

const unreadMessages: Readonly<Record<NonNullable<MisplacedDetails['mark']> | 'none', string>> = {
  comment:
    'The report’s details are not read, for they stand in a comment. Take out “<!--” before and “-->” after them.',
  fence: 'The report’s details are not read, for another mark begins them. Write “---” above and under them.',
  '+++': 'The report’s details are not read, for “+++” begins them. Write “---” above and under them.',
  '--': 'The report’s details are not read, for this line does not begin them. Write “---”.',
  '---': 'The report’s details are not read here. Move them up, so that they begin in the first line.',
  none: 'The report’s details are not read, for nothing begins them. Put a line “---” above them.',
};

function fixOf({ text }: Report, { from, to, text: mended, certain }: FrontMatterMend): Fix {
  const { line, character } = text.positionAt(from);
  const words = text.line(line);
  const result = (words.slice(0, character) + mended + words.slice(character + to - from)).trim();
  const shown = result.length > 60 ? `${result.slice(0, 59)}…` : result;
  return { title: `Change to “${shown}”`, edits: [{ from, to, text: mended }], certain };
}
