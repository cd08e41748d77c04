import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figuredBlocks, figureSpan } from '../../../model/figures/figures.ts';
import type { Report } from '../../../model/report.ts';
import { proseOf } from '../../../model/words/prose.ts';
import { sentenceAt } from '../../../model/words/proseWords.ts';
import type { Finding, Related } from '../../rule.ts';
import { countInWords } from './countInWords.ts';

/** What stands before the names of inspectors, and what stands there in place of names. */
const inspectorsNamed = /^(?:[\w’' -]{0,40}\b)?(?:inspectors?|HMIs?)(?: \(\w+\))?:\s*/i;
const nobody = /^(?:none|n\/a|tbc)$/i;

/** The inspection team: so many are said to be in it, and so many are named. */
export function* teamFinding(report: Report): Iterable<Finding> {
  const named = report.sections.some(({ role }) => role === 'team') ? inspectorsOf(report) : [];
  if (named.length === 0) return;
  const isTeam = ({ prose }: FiguredBlock, { first }: Figure) => {
    const sentence = sentenceAt(prose, first);
    return /^the (?:inspection )?team (?:consisted|comprised|was made up)\b/i.test(
      prose.text.slice(sentence.from, sentence.from + 60),
    );
  };
  for (const block of figuredBlocks(report)) {
    const figures = block.figures.filter(figure => figure.kind === 'count' && isTeam(block, figure));
    const [first] = figures;
    if (first === undefined) continue;
    const sentence = sentenceAt(block.prose, first.first);
    const singles =
      block.prose.text.slice(sentence.from, sentence.to).match(/\ban?\s(?=[\w\s]*inspector\b)/gi)?.length ?? 0;
    const said = figures.reduce((sum, { value }) => sum + value, singles);
    // Those who only look on are counted by some reports and not by others.
    const regular = named.filter(({ isShadow }) => !isShadow);
    if (said === named.length || said === regular.length) return;
    if (said === named.length + ranked(report, block.prose.text.slice(sentence.from, sentence.to))) return;
    yield {
      ...figureSpan(block, first),
      message: `The text says *${countInWords(said)}* inspectors, and ${countInWords(named.length)} ${named.length === 1 ? 'is' : 'are'} named. Correct the number or the names.`,
      related: named,
    };
    return;
  }
}

/**
 * How many are named as something else, yet by a rank that the sentence counts: *one senior Her Majesty’s Inspector (SHMI)*,
 * *Quality assurance manager: Ann Ash (SHMI)*.
 */
function ranked(report: Report, sentence: string): number {
  let count = 0;
  for (const { text } of linesOfTeam(report)) {
    const label = /^\s{0,8}[\p{L}’' -]{2,60}: /u.exec(text)?.[0];
    if (label === undefined || inspectorsNamed.test(label.trimStart())) continue;
    for (const [rank] of text.slice(label.length).matchAll(/\(\p{Lu}{2,8}\)/gu)) if (sentence.includes(rank)) count++;
  }
  return count;
}

/** The paragraphs and points of the section of the team. */
function* linesOfTeam(report: Report): Generator<{ readonly index: number; readonly text: string }> {
  for (const { section, block, blockEnd } of report.paragraphs) {
    if (report.sections[section ?? -1]?.role !== 'team') continue;
    for (let index = block; index < blockEnd; index++) yield { index, text: proseOf(report, index)?.text ?? '' };
  }
}

/** An inspector named, and whether as one who only looks on. */
interface Named extends Related {
  readonly isShadow: boolean;
}

/** The inspectors named in the section of the team, after *Lead inspector:* and the like. */
function inspectorsOf(report: Report): Named[] {
  const names: Named[] = [];
  let isList = false;
  let isShadow = false;
  for (const { index, text } of linesOfTeam(report)) {
    const base = report.document.starts[index] ?? 0;
    const start = text.search(/[\p{L}\d]/u);
    const label = start < 0 ? undefined : inspectorsNamed.exec(text.slice(start));
    // Bullets may follow a label that stands alone.
    isList &&= report.document.blocks[index]?.kind === 'bullet';
    if (label == null && !isList) continue;
    if (label != null) isShadow = /^shadow/i.test(label[0]);
    const from = start + (label?.[0].length ?? 0);
    if (label != null && text.slice(from).trim() === '') isList = true;
    if (label != null && isList) continue;
    for (const match of text.slice(from).matchAll(/(?:(?!,|;|\sand\s|&)[\s\S])+/g)) {
      const name = match[0].trim().replace(/\.$/, '');
      if (!/\p{L}/u.test(name) || nobody.test(name)) continue;
      const at = base + from + match.index + match[0].search(/\S/);
      names.push({ from: at, to: at + name.length, message: `Number ${names.length + 1}.`, isShadow });
    }
  }
  return names;
}
