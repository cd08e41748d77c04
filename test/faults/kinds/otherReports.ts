import { type FaultKind, ofOne, planted } from '../faultKind.ts';
import { detail, type GoodReport, headingOf, textOf } from '../goodReport.ts';
import { findingsOf, type Sentence, sentencesIn, summaryEnd, wordCount } from '../sentences.ts';

const grades = ['inadequate', 'requires improvement', 'good', 'outstanding'];

/** Faults that only another report shows. */
export const otherReportFaults: readonly FaultKind[] = [
  {
    fault: 'a passage of another report in a finding',
    found: ['borrowed-passage'],
    orRelated: true,
    plant: (report, random, others) =>
      ofOne(random, others, other => {
        const passage = passageFor(report, other, random.shuffled(findingsOf(other)).slice(0, 20));
        if (passage === undefined) return undefined;
        return ofOne(random, findingsOf(report), ({ textFrom, to }) => {
          const first = sentencesIn(report, { from: textFrom, to })[0];
          if (first === undefined) return undefined;
          const edit = { from: first.to, to: first.to, text: ` ${passage}` };
          return { ...planted(report, [edit]), reports: { 'other.inspection': other.source } };
        });
      }),
  },
  {
    fault: 'a passage of another report in the summary',
    found: ['borrowed-passage'],
    orRelated: true,
    plant: (report, random, others) =>
      ofOne(random, others, other => {
        const end = summaryEnd(report);
        const passage = passageFor(report, other, random.shuffled(findingsOf(other)).slice(0, 20));
        if (end === undefined || passage === undefined) return undefined;
        const edit = { from: end, to: end, text: ` ${passage}` };
        return { ...planted(report, [edit]), reports: { 'other.inspection': other.source } };
      }),
  },
  {
    fault: 'an earlier grade that is not the earlier report’s',
    found: ['previous-mismatch'],
    plant: (report, random) => {
      const heading = headingOf(report, 'Previous Ofsted inspections');
      const head = detail(report, 'provider');
      const entries = report.entries.filter(({ area }) => !/^overall/i.test(textOf(report, area)));
      if (heading === undefined || head === undefined || entries.length < 5) return undefined;
      if (/: (?:inadequate|adequate|requires|good)/i.test(textOf(report, { from: heading.to, to: heading.textTo })))
        return undefined;
      const wrong = random.below(entries.length);
      const lines = entries.map(({ area, grade }, i) => {
        const given = textOf(report, grade).toLowerCase();
        const other = random.oneOf(grades.filter(own => !given.startsWith(own))) ?? '';
        return `    - ${textOf(report, area)}: ${i === wrong ? other : given}`;
      });
      const lead = '\n\n- The judgements at the last inspection were:\n\n';
      const text = `${lead}${lines.join('\n\n')}`;
      const before = lead.length + lines.slice(0, wrong).reduce((sum, line) => sum + line.length + 2, 0);
      const made = planted(report, [
        { from: head.to, to: head.to, text: '\nprevious: earlier.inspection' },
        { from: heading.to, to: heading.to, text },
      ]);
      const from = made.source.indexOf(text) + before;
      const places = [{ from, to: from + (lines[wrong]?.length ?? 0) }];
      return { source: made.source, places, reports: { 'earlier.inspection': report.source } };
    },
  },
];

/** Two sentences that follow one another in a finding of a report on another provider, and do not name it. */
function passageFor(
  report: GoodReport,
  other: GoodReport,
  findings: readonly { readonly textFrom: number; readonly to: number }[],
): string | undefined {
  const names = (detail(other, 'provider')?.value ?? '').replace(/^\[|\]$/g, '').split(', ');
  if (names.some(name => report.source.includes(name))) return undefined;
  const isLong = ({ words }: Sentence) => wordCount(words) >= 14 && names.every(name => !words.includes(name));
  for (const { textFrom, to } of findings) {
    const sentences = sentencesIn(other, { from: textFrom, to });
    for (const [i, one] of sentences.entries()) {
      const next = sentences[i + 1];
      if (next !== undefined && next.from - one.to < 8 && isLong(one) && isLong(next))
        return `${one.words} ${next.words}`;
    }
  }
  return undefined;
}
