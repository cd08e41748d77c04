import type { Span } from '../../../server/src/text/text.ts';
import { type Edit, type FaultKind, ofOne, planted } from '../faultKind.ts';
import { detail, type GoodReport, headingOf, type Paragraph, type Tag, textOf } from '../goodReport.ts';
import type { Random } from '../random.ts';
import { findingsOf, inOneLine, sentencesIn, summaryEnd } from '../sentences.ts';

/** Weaknesses, each as three authors of one report might put it, none of whom asks for anything to be done. */
const weaknesses = [
  [
    'Too many children wait too long for speech and language therapy.',
    'Waiting times for speech and language therapy are too long, and children’s communication suffers.',
    'Speech and language therapy is not available to all children who need it.',
  ],
  [
    'Interpreters are not always used when families do not speak English.',
    'Too often, social workers do not use interpreters with families who do not speak English.',
    'In some cases, interpreters were not used, and parents did not understand what was said.',
  ],
  [
    'Young carers are not identified well enough.',
    'The identification of young carers is weak, and too few of them have an assessment.',
    'Too many young carers are not known to children’s services.',
  ],
];

/** Faults in what a report's recommendations and grades rest on. */
export const supportFaults: readonly FaultKind[] = [
  {
    fault: 'a weakness in three places that no recommendation covers',
    found: ['untagged-weakness'],
    orRelated: true,
    plant: (report, random) => {
      const end = summaryEnd(report);
      const [summary = '', ...others] = random.oneOf(weaknesses) ?? [];
      if (end === undefined || report.tags.length === 0 || recommendations(report).length === 0) return undefined;
      if (/speech and language|interpreter|young carers/i.test(report.source)) return undefined;
      const targets = random.shuffled(findingsOf(report)).flatMap(({ textFrom, to }) => {
        const sentence = sentencesIn(report, { from: textFrom, to })[0];
        return sentence === undefined || /\(Rec/i.test(textOf(report, { from: textFrom, to })) ? [] : [sentence.to];
      });
      const edits = others.flatMap((text, i) => {
        const at = targets[i];
        return at === undefined ? [] : [{ from: at, to: at, text: ` ${text}` }];
      });
      return edits.length < 2 ? undefined : planted(report, [{ from: end, to: end, text: ` ${summary}` }, ...edits]);
    },
  },
  {
    fault: 'a recommendation asks for one thing more than was found',
    found: ['recommendation-limb'],
    plant: (report, random) =>
      ofOne(random, recommendations(report), ({ to }) => {
        if (report.tags.length === 0 || /young carers|respite/i.test(report.source)) return undefined;
        if (!report.source.startsWith('.', to - 1)) return undefined;
        const limbs = ['; and review respite breaks for young carers.', ' and that young carers have respite breaks.'];
        return planted(report, [{ from: to - 1, to, text: random.oneOf(limbs) ?? '' }]);
      }),
  },
  {
    fault: 'a recommendation that states a wish',
    found: ['recommendation-form'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(random, recommendations(report), ({ textFrom, to }) => {
        const words = inOneLine(textOf(report, { from: textFrom, to }));
        const [, subject = '', verb = '', rest = ''] =
          /^Ensure that ((?!.*\b(?:who|when|where)\b).{3,50}?) (are|is|have|receive) (.*)$/.exec(words) ?? [];
        if (subject === '' || recommendations(report).length < 4) return undefined;
        const wish = { are: 'should be', is: 'should be' }[verb] ?? `should ${verb}`;
        const text = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${wish} ${rest}`;
        return planted(report, [{ from: textFrom, to, text }]);
      }),
  },
  {
    fault: 'all tags of an area that is less than good taken out',
    found: ['unsupported-judgement'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(random, report.lines, line => {
        const heading = report.headings.findLast(({ to }) => to < line.from);
        if (heading === undefined || !/^(?:req|inad)/i.test(textOf(report, line.grade))) return undefined;
        const own = report.tags.filter(({ from }) => from > heading.to && from < heading.sectionTo);
        if (own.length === 0 || own.length === report.tags.length) return undefined;
        return planted(
          report,
          own.map(tag => withoutTag(report, tag)),
          [line, ...report.entries],
        );
      }),
  },
  {
    fault: 'a grave weakness in an area that is outstanding',
    found: ['unsupported-judgement'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(random, [...report.lines, ...report.statements], ({ from, to, grade }) => {
        if (!/outstanding/i.test(textOf(report, grade)) || report.tags.length === 0) return undefined;
        const end = report.headings.find(own => own.level === 2 && own.from > to)?.from ?? report.source.length;
        const gradings = [...report.lines, ...report.statements].map(own => own.from).filter(at => at > from);
        const next = Math.min(end, ...gradings);
        const own = report.paragraphs.filter(paragraph => paragraph.from > to && paragraph.to < next);
        // Of each area one is told.
        if (/too (?:many|often)/i.test(report.source.slice(to, next))) return undefined;
        return ofOne(random, own, paragraph => {
          const first = sentencesIn(report, { from: paragraph.textFrom, to: paragraph.to })[0];
          const text = random.oneOf([
            ' Too many young people live in unsuitable accommodation.',
            ' Plans are too often out of date, and reviews are late.',
          ]);
          return first && planted(report, [{ from: first.to, to: first.to, text: text ?? '' }]);
        });
      }),
  },
];

/** Faults in how many recommendations there are, and in what is tied to each. */
export const linkFaults: readonly FaultKind[] = [
  {
    fault: 'the tags of one recommendation taken out',
    found: ['untagged-recommendation'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(random, recommendations(report), own => {
        const numbered = report.tags.filter(tag => /\d/.test(textOf(report, tag)));
        const tags = numbered.filter(tag => numbersOf(report, tag).includes(own.number));
        if (tags.length === 0 || numbered.length * 2 < report.tags.length) return undefined;
        // A tag that names others too keeps them.
        const edits = tags.map((tag): Edit => {
          const others = numbersOf(report, tag).filter(number => number !== own.number);
          if (others.length === 0) return withoutTag(report, tag);
          const word = textOf(report, tag).startsWith('(r') ? 'recommendation' : 'Recommendation';
          const list = others.length === 1 ? `${others[0]}` : `${others.slice(0, -1).join(', ')} and ${others.at(-1)}`;
          return { from: tag.from, to: tag.to, text: `(${word}${others.length === 1 ? '' : 's'} ${list})` };
        });
        return planted(report, edits, [{ from: own.from, to: own.to }]);
      }),
  },
  {
    fault: 'a recommendation that no longer names its findings',
    found: ['untagged-recommendation'],
    orRelated: true,
    plant: (report, random) => {
      const citing = recommendations(report).flatMap(({ from, to }) => {
        const cite = /\s*\(paragraphs? [\d, and–-]+\)(?=\.?$)/.exec(textOf(report, { from, to }));
        return cite === null
          ? []
          : [{ from, cite: { from: from + cite.index, to: from + cite.index + cite[0].length } }];
      });
      if (citing.length < 4) return undefined;
      return ofOne(random, citing, ({ from, cite }) =>
        planted(report, [{ ...cite, text: '' }], [{ from, to: cite.to }]),
      );
    },
  },
  {
    fault: 'a tag’s number lost',
    found: ['unlinked-tag'],
    plant: (report, random) =>
      ofOne(random, report.tags, tag => {
        const words = textOf(report, tag);
        const bare = words.replace(/ [\d, and–]+(?=\)$)/, '');
        return bare === words ? undefined : planted(report, [{ from: tag.from, to: tag.to, text: bare }]);
      }),
  },
  {
    fault: 'more recommendations than the team allows',
    found: ['recommendation-count'],
    also: ['unresolved-tag', 'unresolved-reference', 'self-reference', 'unresolved-link'],
    plant: report => {
      const isKnown = detail(report, 'framework')?.value !== 'generic';
      const heading = report.headings.find(({ title }) => /^(?:Recommendations|What needs to improve\??)$/.test(title));
      if (heading === undefined || !isKnown) return undefined;
      const bullets = [...report.source.slice(heading.to, heading.textTo).matchAll(/^- /gm)].length;
      const own = recommendations(report);
      const most = bullets + own.length;
      const last = own.at(-1);
      const text = 'Improve the oversight of private fostering.';
      if (most < 2 || (bullets > 0 && own.length > 0)) return undefined;
      const place = { from: heading.from, to: heading.to };
      const options = { 'recommendation-count': { most } };
      if (last === undefined) {
        const at = report.source.indexOf('\n- ', heading.to) + 1;
        return { ...planted(report, [{ from: at, to: at, text: `- ${text}\n` }], [place]), options };
      }
      const later = report.paragraphs
        .filter(({ number }) => number > last.number)
        .map(({ from, numberTo, number }) => ({ from, to: numberTo, text: `${number + 1}` }));
      const more = { from: last.to, to: last.to, text: `\n\n${last.number + 1}. ${text}` };
      return { ...planted(report, [more, ...later], [place]), options };
    },
  },
  {
    fault: 'a section longer than the team allows',
    found: ['section-length'],
    plant: (report, random) =>
      ofOne(random, ['Executive summary', 'Summary for children and young people'], title => {
        const heading = headingOf(report, title);
        if (heading === undefined) return undefined;
        const words = report.source.slice(heading.to, heading.textTo).split(/\s+/).filter(Boolean).length;
        const role = title === 'Executive summary' ? 'summary' : 'children-summary';
        const at = report.source.indexOf('\n\n', heading.to + 2);
        const text = ` ${longSentence(random)}`;
        const made = planted(report, [{ from: at, to: at, text }], [heading]);
        return { ...made, options: { 'section-length': { words: { [role]: words } } } };
      }),
  },
];

function longSentence(random: Random): string {
  const whom = random.oneOf(['families', 'children', 'carers', 'schools']);
  return `Senior leaders have listened to what ${whom} told them about the help that they were given, and in the last year they have changed the way in which workers are chosen and trained for it.`;
}

/** The recommendations of the first section of that name. */
function recommendations({ paragraphs }: GoodReport): Paragraph[] {
  const first = paragraphs.find(({ heading }) => heading?.title === 'Recommendations')?.heading;
  return first === undefined ? [] : paragraphs.filter(({ heading }) => heading === first);
}

function numbersOf(report: GoodReport, tag: Span): number[] {
  return [...textOf(report, tag).matchAll(/\d+/g)].map(Number);
}

/** Takes a tag out with the blanks before it. */
function withoutTag({ source }: GoodReport, { from, to }: Tag): Edit {
  const blanks = /\s*$/.exec(source.slice(0, from))?.[0].length ?? 0;
  return { from: from - blanks, to, text: '' };
}
