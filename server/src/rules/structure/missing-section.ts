import { frameworkIndex } from '../../model/frameworkIndex.ts';
import { listInWords } from '../../model/listInWords.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { titleKey } from '../../model/titleKey.ts';
import type { Span } from '../../text/text.ts';
import { lineBreak } from '../lineBreak.ts';
import {
  blurredTitle,
  type Gap,
  mayHoldTitle,
  missingSections,
  textEnd,
  textMarks,
  titleAsText,
  titleOfKind,
} from '../missingSections.ts';
import { beginning, titleSpan } from '../reportParts.ts';
import type { Edit, Finding, Fix, Rule } from '../rule.ts';
import { seamMessage, seamOf } from '../sectionSeam.ts';
import { whereStands } from '../whereStands.ts';
import { beginsText, lackedParts } from './headings/lackedParts.ts';

/**
 * The framework requires a section that the report does not have. Its heading may be worded so that it is not
 * recognised, or the section may still be to be written.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## The experiences and progress of children who need help and protection
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The section “Recommendations” is missing before this one. Add its heading.
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Information about this inspection
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The section “Leadership, management and governance” is missing before this one.
 *
 * ## The inspection team
 * ```
 *
 * Add the heading in its place, or word an existing heading as the framework does:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recommendations
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 *
 * ## The inspection team
 * ```
 *
 * Where its heading alone is lost, that is told where its text begins:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * - The director has been in post since 2014.
 *
 * 1. Ensure that assessments are timely.
 * ^ The section “Recommendations” is missing, and its text seems to begin here. Add its heading.
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 *
 * ## The inspection team
 * ```
 *
 * So is a part that the section of one area lacks and those of all others have:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recommendations
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ### Summary
 *
 * ### Inspection findings
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ### Summary
 *
 * ### Inspection findings
 *
 * ## Leadership, management and governance
 *
 * ### Summary
 *
 * Leaders know their services.
 *
 * 1. Plans are clear.
 * ^ The section “Leadership, management and governance” has no “Inspection findings”, as all others of its kind have.
 *
 * ## Information about this inspection
 *
 * ## The inspection team
 * ```
 *
 * A title that is misspelt is told where it stands:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recomendations
 *    ^^^^^^^^^^^^^^ “Recomendations” is no section’s title. Is “Recommendations” meant?
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 *
 * ## The inspection team
 * ```
 *
 * So is a title that has lost the mark of a heading:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recommendations
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Leadership, management and governance
 *
 * ##Information about this inspection
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This title is text, and its section is missing. Write “## ” before it.
 *
 * ## The inspection team
 * ```
 *
 * And so is a heading that is nearly its own:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recommendations
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Leadership, management management and governance
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is not read as the heading “Leadership, management and governance”: a word stands in it twice.
 *
 * ## Information about this inspection
 *
 * ## The inspection team
 * ```
 *
 * If your heading is worded otherwise, say what the section is for, and it is recognised: `## How we inspected {.method}`.
 *
 * A draft that has none of the sections yet is told so once:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The report has none of its sections yet
 * ```
 *
 * An area that the list of judgements grades has its section, though the framework may not ask for it:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-ilacs
 * ---
 *
 * | Judgement | Grade |
 * | --- | --- |
 * | The experiences and progress of care leavers | Good |
 *
 * ## The experiences and progress of children who need help and protection: good
 *
 * ## The experiences and progress of children in care: good
 *
 * ## The impact of leaders on social work practice with children and families: good
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The section “The experiences and progress of care leavers” is missing before this one.
 * ```
 *
 * A framework may ask for no section at all:
 *
 * ```inspectmark
 * ---
 * framework: generic
 * ---
 *
 * # Inspection of a bakery
 *
 * ## Our judgments
 *
 * ## Putting out fires
 *
 * ### Area for improvement
 *
 * The bakery should clean its ovens.
 * ```
 */
export const missingSection: Rule = {
  id: 'missing-section',
  group: 'structure',
  kind: 'fault',
  severity: 'error',
  summary: 'A section that the framework requires is missing',
  fixable: true,
  readsWords: whereStands((report, block) => mayHoldTitle(report, block) || beginsText(report, block)),
  *check({ report }) {
    const begun = report.sections.some(({ ownRole }) => ownRole !== undefined);
    for (const { kinds: all, ...place } of missingSections(report)) {
      const asText = new Map(all.map(kind => [kind, titleAsText(report, kind)]));
      for (const title of asText.values()) if (title !== undefined) yield headingOf(report, title, place.level);
      const blurred = new Map(
        all.flatMap(kind => {
          const title = asText.get(kind) === undefined ? blurredTitle(report, kind) : undefined;
          return title === undefined ? [] : [[kind, title] as const];
        }),
      );
      for (const [kind, { section, fault }] of blurred) {
        // What a heading grades, and no area is called so, is told there.
        if (report.judgements.some(own => own.section === section.index && own.carrier === 'heading')) continue;
        const message = `This is not read as the heading “${titleOfKind(kind)}”: ${fault}. Correct it.`;
        yield { ...titleSpan(section), message };
      }
      let gap: Gap = { ...place, kinds: all.filter(kind => asText.get(kind) === undefined && !blurred.has(kind)) };
      // A heading without words is told itself: it may be the one that is missing.
      const nameless = namelessHeadings(report, gap);
      if (gap.kinds.length <= nameless) continue;
      const { after, kinds } = gap;
      const [only, another] = kinds;
      const seam = begun && only !== undefined ? seamOf(report, gap, only) : undefined;
      // Several that are missing side by side are named in one sentence, which is about the next.
      if (seam !== undefined && only !== undefined && (another === undefined || seam.by !== 'next')) {
        const own = { ...gap, kinds: [only], at: seam.by === 'text' ? seam.from : gap.at };
        yield {
          from: seam.from,
          to: seam.to,
          message: seamMessage(seam, only),
          fixes: seam.by === 'text' || seam.by === 'next' ? fixesOf(report, own) : [],
        };
        if (another === undefined) continue;
        gap = { ...gap, kinds: kinds.slice(1) };
      }
      yield {
        ...(after === undefined ? beginning(report) : titleSpan(after)),
        message: messageOf(gap, begun),
        fixes: fixesOf(report, gap),
      };
    }
    for (const section of report.sections) {
      if (section.kind !== undefined) yield* misspeltTitle(report, section);
      else if (!report.framework.openAreas) yield* shortenedTitle(report, section);
    }
    for (const { from, to, title, section, isNumbered, instead } of lackedParts(report)) {
      // That a title is misspelt, or that the text below it has got into its line, is told as that.
      if (instead !== undefined && (instead.meant !== undefined || titleKey(instead.title).startsWith(titleKey(title))))
        continue;
      const message =
        instead === undefined
          ? `The section “${section.title}” has no “${title}”, as all others of its kind have. Add its heading.`
          : `“${instead.title}” stands where all other areas have “${title}”. Write that, or add its heading.`;
      // A summary without its title reads well.
      yield { from, to, severity: isNumbered ? 'warning' : 'information', message };
    }
  },
};

/** How many headings without words stand between the heading before a gap and the next as high. */
function namelessHeadings({ document: { blocks } }: Report, { after, level }: Gap): number {
  let count = 0;
  for (let i = (after?.block ?? -1) + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind !== 'heading') continue;
    if (block.title.from === block.title.to && block.attributes === undefined) count++;
    // (Where a section belongs before all others the report’s own title stands above it.)
    else if (block.level <= (after?.level ?? level) && (after !== undefined || block.level > 1)) break;
  }
  return count;
}

function headingOf({ document: { source } }: Report, { from, to }: Span, level: number): Finding {
  const written = source.slice(from, to);
  const [before = ''] = textMarks.exec(written) ?? [];
  const [after = ''] = textEnd.exec(written) ?? [];
  const [marks = ''] = /#+/.exec(before) ?? [];
  const heading = `${marks === '' || marks.length > mostMarks ? '#'.repeat(Math.min(level, 6)) : marks} `;
  const [indent = ''] = /[ \t\u00a0]*$/.exec(source.slice(Math.max(0, from - longestIndent), from)) ?? [];
  // One that has got into a line of text begins a line of its own.
  const isInLine = indent !== '' && !/[\r\n]/.test(source.charAt(from - indent.length - 1));
  const end = lineBreak(source);
  const edits: Edit[] = [
    { from: from - indent.length, to: from + before.length, text: `${isInLine ? end + end : ''}${heading}` },
  ];
  if (after !== '') edits.push({ from: to - after.length, to, text: '' });
  return {
    from,
    to,
    message: `This title is text, and its section is missing. ${
      indent === '' ? `Write “${heading}” before it.` : `Begin its line with “${heading}”.`
    }`,
    fixes: [{ title: 'Make it a heading', edits, certain: false }],
  };
}

const mostMarks = 6;

/** So many blanks before a title are taken out. */
const longestIndent = 100;

/** A section that need not be there, in whose title one word is missing. */
function* shortenedTitle({ framework, sections }: Report, section: Section): Iterable<Finding> {
  const key = titleKey(section.title);
  const own = key.split(' ');
  if (own.length < fewestOfTitle) return;
  for (const [known, kinds] of frameworkIndex(framework).kindsByTitle) {
    const longer = known.length - key.length;
    if (longer < 2 || longer > longestWord || !(known.startsWith(own[0] ?? '') || known.endsWith(own.at(-1) ?? '')))
      continue;
    const words = known.split(' ');
    if (words.length !== own.length + 1 || kinds.some(({ required }) => required)) continue;
    const at = words.findIndex((word, i) => word !== own[i]);
    if (at < 0 || words.slice(at + 1).join(' ') !== own.slice(at).join(' ')) continue;
    if (sections.some(other => titleKey(other.title) === known)) continue;
    const meant = kinds.flatMap(({ titles }) => titles).find(title => titleKey(title) === known);
    if (meant === undefined) continue;
    yield {
      ...titleSpan(section),
      severity: 'warning',
      message: `“${section.title}” is no section’s title. Is “${meant}” meant?`,
      fixes: [{ title: `Change to “${meant}”`, edits: [{ ...titleSpan(section), text: meant }], certain: false }],
    };
    return;
  }
}

const fewestOfTitle = 4;
/** With the blank beside it. */
const longestWord = 16;

/** A section is there, but its title is not quite its own. */
function* misspeltTitle({ document: { source }, judgements }: Report, section: Section): Iterable<Finding> {
  const { titleSpan, title, meant, index, kind } = section;
  // That an area’s name is misspelt where it is graded is told there.
  if (
    meant === undefined ||
    judgements.some(own => own.section === index && own.carrier === 'heading' && own.areaMatch === 'near')
  )
    return;
  const written = source.slice(titleSpan.from, titleSpan.to);
  const colon = title.lastIndexOf(':');
  const to = meant.includes(':') || colon < 0 ? titleSpan.to : titleSpan.from + colon;
  const fix = { title: `Change to “${meant}”`, edits: [{ from: titleSpan.from, to, text: meant }], certain: false };
  yield {
    ...titleSpan,
    severity: kind?.required === true ? undefined : 'warning',
    message: `“${title}” is no section’s title. Is “${meant}” meant?`,
    fixes: written === title ? [fix] : [],
  };
}

function messageOf({ after, kinds, level }: Gap, begun: boolean): string {
  const titles = kinds.map(kind => `“${titleOfKind(kind)}”`);
  if (!begun) return `The report has none of its sections yet, such as ${titles[0]}. Add their headings.`;
  const where = after === undefined ? '' : level > after.depth ? ' under this heading' : ' after this one';
  if (titles.length === 1) return `The section ${titles[0]} is missing${where}. Add its heading.`;
  return `${titles.length} sections are missing${where}: ${listInWords(shortened(titles))}. Add their headings.`;
}

function fixesOf(report: Report, { kinds, at, level }: Gap): Fix[] {
  const { source } = report.document;
  const end = lineBreak(source);
  const marks = '#'.repeat(Math.min(level, 6));
  const before = source.slice(Math.max(0, at - 4), at);
  const blank = at === 0 || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before);
  const lead = blank ? '' : /[\r\n]$/.test(before) ? end : end + end;
  const fix = (title: string, headings: readonly string[]): Fix => {
    const text = headings.map(heading => `${marks} ${heading}`).join(end + end);
    return {
      title,
      edits: [{ from: at, to: at, text: lead + text + (at < source.length ? end + end : end) }],
      certain: false,
    };
  };
  const titles = kinds.map(titleOfKind);
  const each = titles.map(title => fix(`Add “${title}”`, [title]));
  if (titles.length === 1) return each;
  return [fix(`Add the ${titles.length} headings`, titles), ...(titles.length > most ? [] : each)];
}

/** So many titles are listed, and so many headings offered one by one. */
const most = 4;

function shortened(titles: readonly string[]): readonly string[] {
  return titles.length > most ? [...titles.slice(0, most - 1), `${titles.length - most + 1} others`] : titles;
}
