import { type Edit, type FaultKind, ofOne, planted } from '../faultKind.ts';
import { detail, type GoodReport, headingOf, type Paragraph, textOf } from '../goodReport.ts';
import type { Random } from '../random.ts';

/** Faults in sentences: of consistency, privacy, publication and style. */
export const wordingFaults: readonly FaultKind[] = [
  {
    fault: 'a word typed twice',
    found: ['repeated-word'],
    plant: (report, random) =>
      replacing(
        report,
        random,
        /(?<=\p{Ll} )(?:the|with|their|children|are|for)(?= \p{Ll})/gu,
        word => `${word} ${word}`,
      ),
  },
  {
    fault: 'a blank in a hyphenated word',
    found: ['broken-hyphen'],
    plant: (report, random) => replacing(report, random, /(?<=\p{Ll}{3})-(?=\p{Ll}{4,}\b)(?!and|or|to)/gu, () => '- '),
  },
  inserted('an acronym that is not written out', ['undefined-acronym'], ['The ZQT meets every week.']),
  inserted(
    'a share that does not fit its count',
    ['percentage-mismatch'],
    ['Of 200 plans seen, 50 (52%) were late.', 'Of the 80 visits made, 20 (or 35%) were unannounced.'],
  ),
  inserted(
    'a change in the other direction',
    ['change-direction'],
    ['The number of adopters has risen from 53 to 46.', 'The number of referrals fell from 1,204 to 1,377.'],
  ),
  inserted(
    'a place that is still to be filled in',
    ['placeholder-left'],
    ['At 31 March XX% of plans were late.', 'The panel meets every [insert number] weeks.', 'The rate is TBC.'],
    'final',
  ),
  inserted(
    'a note left',
    ['note-left'],
    ['<!-- TODO: check the figure with the data team -->', '<!-- is that so? -->'],
    'final',
  ),
  inserted('a picture without description', ['picture-description'], ['![](caseloads.png)'], 'final'),
  inserted('a link that says nothing', ['link-text'], ['More is [here](https://www.gov.uk/).']),
  inserted(
    'quotation marks of another kind',
    ['quotation-marks'],
    ['One child said: “My worker listens to me.”', 'One child said: "My worker listens to me."'],
    'ofsted',
  ),
  inserted('a straight apostrophe', ['quotation-marks'], ["The council's plan is clear."], 'ofsted'),
  inserted('a small number in figures', ['number-style'], ['Managers review each plan after 6 months.'], 'ofsted'),
  inserted('a date of another form', ['date-style'], ['The panel first met on 6th November 2016.'], 'ofsted'),
  inserted('a term that is not preferred', ['preferred-term'], ['Most live near their siblings.'], 'ofsted'),
  inserted('a person named', ['identifying-detail'], ['Children speak well of Mrs Smith, who leads the home.']),
  inserted(
    'so few that they may be recognised',
    ['identifying-detail'],
    ['Two young people were in custody at the time of the inspection.'],
  ),
  {
    fault: 'a list of another length than is announced',
    found: ['count-mismatch'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, ({ to }) =>
        planted(report, [{ from: to, to, text: ' Staff praised three things:\n\n- supervision\n\n- training.' }]),
      ),
  },
  inserted('another provider named', ['other-provider'], ['Care leavers in Cumbria receive good support.'], 'ofsted'),
  inserted('an acronym that is not used', ['unused-acronym'], ['The quality lens group (QLG) meets monthly.']),
  insertedTwice(
    'one figure in two ways',
    ['figure-conflict'],
    'The council provides seven self-contained flats for care leavers.',
    'The council provides nine self-contained flats for care leavers.',
  ),
  insertedTwice(
    'a sentence copied and changed',
    ['repeated-sentence'],
    'A new offer helps grandparents and other kinship carers to join the scheme appropriately.',
    'A new offer helps grandparents and other kinship carers to join the scheme.',
  ),
  insertedTwice(
    'an acronym written out twice',
    ['repeated-acronym'],
    'Children thrive in the quiet zebra hub (QZH). The QZH is well led.',
    'Schools know the quiet zebra hub (QZH) well.',
  ),
  summarised(
    'a summary that denies a finding',
    ['opposite-claims'],
    'Memory boxes are not completed in a timely manner.',
    'Memory boxes are completed in a timely way.',
  ),
  summarised(
    'a summary that claims more than a finding',
    ['quantifier-drift'],
    'Most kinship carers live in suitable accommodation.',
    'Some kinship carers live in suitable accommodation.',
  ),
  summarised(
    'a figure in the summary only',
    ['figure-not-found'],
    'Attendance at the forest school of kinship families is high, at 83.7%.',
    'Attendance at the forest school of kinship families is high.',
  ),
  {
    fault: 'a recommendation made twice',
    found: ['duplicate-recommendation'],
    orRelated: true,
    plant: (report, random) => {
      const [one, other] = random.shuffled(
        report.paragraphs.filter(own => own.heading?.title === 'Recommendations' && own.to - own.from > 60),
      );
      if (one === undefined || other === undefined || one.heading !== other.heading) return undefined;
      const text = textOf(report, { from: one.textFrom, to: one.to });
      return planted(report, [{ from: other.textFrom, to: other.to, text }], [one, other]);
    },
  },
  {
    fault: 'an abbreviation in the children’s summary',
    found: ['plain-summary'],
    orRelated: true,
    plant: report => {
      const heading = headingOf(report, 'Summary for children and young people');
      if (heading === undefined) return undefined;
      const end = report.source.indexOf('\n\n', heading.to + 2);
      return planted(report, [{ from: end, to: end, text: ' Your QZP says what you want to learn.' }]);
    },
  },
  {
    fault: 'a column of a table without heading',
    found: ['table-header'],
    plant: (report, random) =>
      ofOne(random, report.paragraphs, ({ to }) =>
        planted(report, [{ from: to, to, text: '\n\n| Plans |  |\n| --- | --- |\n| April | 24 |' }]),
      ),
  },
  {
    fault: 'a standard text changed',
    found: ['standard-text'],
    plant: (report, random) =>
      replacing(
        report,
        random,
        /\bsection\s+(?:136(?=\s+of\s+the\s+Education\s+and\s+Inspections)|15A(?=\s+of\s+the\s+Children))/g,
        words => words.replace(/\d+A?/, '163'),
      ),
  },
];

/** A sentence put after a paragraph’s first; in reports with a status, or of a framework, only. */
function inserted(
  fault: string,
  found: readonly string[],
  sentences: readonly string[],
  only: 'final' | 'ofsted' | undefined = undefined,
): FaultKind {
  return {
    fault,
    found,
    orRelated: true,
    plant: (report, random) => {
      if (only === 'final' && detail(report, 'status')?.value !== 'final') return undefined;
      if (only === 'ofsted' && !isOfsted(report)) return undefined;
      const edit = sentenceIn(report, random, report.paragraphs, random.oneOf(sentences) ?? '');
      return edit && planted(report, [edit]);
    },
  };
}

/** Two sentences that do not go together, each in a finding. */
function insertedTwice(fault: string, found: readonly string[], one: string, other: string): FaultKind {
  return {
    fault,
    found,
    orRelated: true,
    plant: (report, random) => {
      const findings = report.paragraphs.filter(({ heading }) => heading?.title === 'Inspection findings');
      const half = findings.length >> 1;
      const first = sentenceIn(report, random, findings.slice(0, half), one);
      const second = sentenceIn(report, random, findings.slice(half), other);
      return first && second && planted(report, [first, second]);
    },
  };
}

/** Two sentences that do not go together, one in the summary and one in a finding. */
function summarised(fault: string, found: readonly string[], claim: string, finding: string): FaultKind {
  return {
    fault,
    found,
    orRelated: true,
    plant: (report, random) => {
      const heading = headingOf(report, 'Executive summary');
      const findings = report.paragraphs.filter(own => own.heading?.title === 'Inspection findings');
      const edit = sentenceIn(report, random, findings, finding);
      if (heading === undefined || edit === undefined || !isOfsted(report)) return undefined;
      const end = report.source.indexOf('\n\n', heading.to + 2);
      return planted(report, [{ from: end, to: end, text: ` ${claim}` }, edit]);
    },
  };
}

function isOfsted(report: GoodReport): boolean {
  return /^ofsted/.test(detail(report, 'framework')?.value ?? '');
}

/** A sentence put after the first of a paragraph. */
function sentenceIn(
  report: GoodReport,
  random: Random,
  paragraphs: readonly Paragraph[],
  sentence: string,
): Edit | undefined {
  for (const { textFrom, to } of random.shuffled(paragraphs)) {
    const end = /\p{Ll}{3}\.(?=\s+\p{Lu}|$)/u.exec(textOf(report, { from: textFrom, to }));
    if (end === null) continue;
    const at = textFrom + end.index + end[0].length;
    return { from: at, to: at, text: ` ${sentence}` };
  }
  return undefined;
}

/** Words of a numbered paragraph, or else of any line, written otherwise. */
function replacing(report: GoodReport, random: Random, form: RegExp, written: (words: string) => string) {
  const places = [...report.source.matchAll(form)].filter(({ index }) => index > (report.headings[0]?.to ?? 0));
  return ofOne(random, places, ({ 0: words, index }) => {
    const line = report.source.slice(report.source.lastIndexOf('\n', index) + 1, index);
    if (/^(?:#|\[\^|\||<!)/.test(line)) return undefined;
    return planted(report, [{ from: index, to: index + words.length, text: written(words) }]);
  });
}
