import { randomNumbers } from '../randomNumbers.ts';

/** A block of an invented report, as its author would say what it is; `#` stands before a footnote's number. */
export type Block =
  | { readonly kind: 'cover'; readonly lines: readonly string[]; readonly dates: readonly string[] }
  | { readonly kind: 'heading' | 'text' | 'note' | 'grade'; readonly text: string }
  | { readonly kind: 'entry'; readonly number?: string; readonly text: string; readonly grade: string }
  | { readonly kind: 'number' | 'item'; readonly mark: string; readonly text: string }
  | { readonly kind: 'contents'; readonly titles: readonly string[] };

/** What a reader would find in a report: what an import of it, however it is laid out, has to find too. */
export interface Facts {
  readonly framework: string;
  readonly series: readonly number[];
  readonly recommendations: readonly string[];
  /** Each with the number of its paragraph and its own numbers. */
  readonly tags: readonly string[];
  /** By carrier and area. */
  readonly grades: Readonly<Record<string, string>>;
}

/** An invented report, and the facts of it. */
export interface InventedReport {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly facts: Facts;
}

const who = [
  'Social workers',
  'Most managers',
  'Foster carers',
  'Leaders',
  'A few young people aged 16 and 17',
  'Partners',
];
const what = [
  'know the children well (see the annual report)',
  'have met 46 of the 53 families since March 2016',
  'say that plans are ‘just about right’',
  'hold 7.5% of posts, and are trained for them',
  'visit children who live more than 20 miles from home',
  'take part in the multi-agency safeguarding hub (MASH)',
];
const then = [
  'This helps.',
  'It is not yet so for all, however.',
  'Records of it are brief; some are late.',
  'In 2015–16, it was better than in 2014.',
  'Children told inspectors: ‘They listen.’',
];
const wishes = ['Ensure that', 'Take steps to see that', 'Work with partners so that'];
const aims = [
  'plans say what must change',
  'visits are timely, and are recorded',
  'care leavers have their health histories',
  'supervision is reflective',
];
const grades = [
  'Outstanding',
  'Good',
  'Requires improvement',
  'Requires improvement to be good',
  'Inadequate',
] as const;
const places = ['Eastmere', 'Tarn Valley', 'St Osyth and Marsh', 'the Isle of Lund', 'the Royal Borough of Kingsmere'];
const section =
  'Ofsted produces this report under its power to combine reports in accordance with section 152 of the Act.';

/** The report of a seed: every third is an ILACS report, the others are of the late single inspection framework. */
export function inventedReport(seed: number): InventedReport {
  const random = randomNumbers(seed);
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const upTo = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const sentences = (from: number, to: number) =>
    Array.from({ length: upTo(from, to) }, () => `${pick(who)} ${pick(what)}. ${pick(then)}`).join(' ');
  const wish = () => `${pick(wishes)} ${pick(aims)}, and that ${pick(aims)}.`;
  return seed % 3 === 0 ? ilacs() : single();

  function single(): InventedReport {
    const isLong = random() < 0.3;
    const grade = () => pick(grades.filter(each => each !== grades[isLong ? 2 : 3]));
    const [help, care, adoption, leavers, leaders, all] = [grade(), grade(), grade(), grade(), grade(), grade()];
    const place = pick(places);
    const facts = new FactsFound('ofsted-sif');
    const hasBoard = random() < 0.4;
    const blocks: Block[] = [
      {
        kind: 'cover',
        lines: [
          `${place.replace(/^the /, '')} Council`,
          `${pick(['Inspection', 'Re-inspection'])} of services for children in need of help and protection, children looked after and care leavers`,
          ...(hasBoard ? ['and', 'Review of the effectiveness of the Local Safeguarding Children Board#1'] : []),
        ],
        dates: [
          pick(['Inspection date: 9 May 2016 – 26 May 2016', 'Inspection dates: 5 June to 29 June 2017']),
          'Report published: 11 August 2017',
        ],
      },
      ...(hasBoard ? [{ kind: 'note' as const, text: `#1 ${section}` }] : []),
      { kind: 'heading', text: `Children’s services in ${place} ${predicate(all, 'are', 'require')}` },
    ];
    facts.grade('headline overall', all);
    const entries = [
      ['1.', 'Children who need help and protection', 'help-and-protection', help],
      ['2.', 'Children looked after and achieving permanence', 'looked-after', care],
      ['2.1', 'Adoption performance', 'adoption', adoption],
      ['2.2', 'Experiences and progress of care leavers', 'care-leavers', leavers],
      ['3.', 'Leadership, management and governance', 'leadership', leaders],
    ] as const;
    for (const [number, text, area, own] of entries) {
      blocks.push({ kind: 'entry', number, text, grade: own });
      facts.grade(`entry ${area}`, own);
    }
    const areas = [
      ['The experiences and progress of children who need help and protection', 'help-and-protection', help],
      ['The experiences and progress of children looked after and achieving permanence', 'looked-after', care],
      ['Leadership, management and governance', 'leadership', leaders],
    ] as const;
    if (random() < 0.4)
      blocks.push({
        kind: 'contents',
        titles: ['Executive summary', 'Recommendations', ...areas.map(([title]) => title)],
      });
    blocks.push({ kind: 'heading', text: 'Executive summary' });
    for (let i = 0; i < 3; i++) blocks.push({ kind: 'text', text: sentences(3, 6) });
    blocks.push({ kind: 'heading', text: 'Recommendations' });
    const wanted = upTo(3, 9);
    for (let i = 0; i < wanted; i++) {
      blocks.push({ kind: 'number', mark: facts.paragraph(true), text: i === 1 ? 'Ensure that managers:' : wish() });
      if (i === 1)
        for (const text of ['know their staff', 'challenge delay', 'record what they decide.'])
          blocks.push({ kind: 'item', mark: '•', text });
    }
    blocks.push({ kind: 'heading', text: 'Summary for children and young people' });
    for (let i = 0; i < 3; i++) blocks.push({ kind: 'item', mark: '•', text: sentences(1, 1) });
    const spelling = pick(['bare', 'low', 'numbers', 'none']);
    const tagged = () => {
      if (spelling === 'none' || random() > 0.3) return '';
      const own = [upTo(1, wanted - 1), wanted].slice(0, upTo(1, 2));
      const numbers = spelling === 'numbers' ? own : [];
      facts.tag(numbers);
      if (numbers.length > 1) return ` (Recommendations ${numbers.join(' and ')})`;
      return numbers.length === 1
        ? ` (recommendation ${numbers[0]})`
        : ` (${spelling === 'low' ? 'r' : 'R'}ecommendation)`;
    };
    const findings = (count: number) => {
      for (let i = 0; i < count; i++) {
        const mark = facts.paragraph(false);
        const first = pick(['', '', '', '16- and 17-year-olds are heard. ', '‘I trust them’, one said. ']);
        blocks.push({ kind: 'number', mark, text: `${first}${sentences(2, 6)}${tagged()}` });
      }
    };
    for (const [text, area, own] of areas) {
      blocks.push({ kind: 'heading', text }, { kind: 'grade', text: own });
      facts.grade(`line ${area}`, own);
      blocks.push({ kind: 'heading', text: 'Inspection findings' });
      findings(upTo(5, 10));
      if (area !== 'looked-after') continue;
      const judged = [
        ['for adoption performance', 'adoption', adoption],
        ['about the experience and progress of care leavers', 'care-leavers', leavers],
      ] as const;
      for (const [name, part, its] of judged) {
        blocks.push({
          kind: 'heading',
          text: `The graded judgement ${name} is that it ${predicate(its, 'is', 'requires')}`,
        });
        facts.grade(`statement ${part}`, its);
        findings(upTo(3, 5));
      }
    }
    return { name: `single ${seed}`, blocks, facts };
  }

  function ilacs(): InventedReport {
    const isNew = random() < 0.5;
    const grade = () => pick(grades.filter(each => each !== 'Requires improvement'));
    const [leaders, help, care, leavers, all] = [grade(), grade(), grade(), grade(), grade()];
    const facts = new FactsFound('ofsted-ilacs');
    const impact = `The impact of leaders on ${isNew ? '' : 'social work '}practice with children and families`;
    const inCare = `The experiences and progress of children in care${isNew ? '' : ' and care leavers'}`;
    const areas = [
      ['The experiences and progress of children who need help and protection', 'help-and-protection', help],
      [inCare, 'children-in-care', care],
      ...(isNew ? ([['The experiences and progress of care leavers', 'care-leavers', leavers]] as const) : []),
      [impact, 'leaders', leaders],
    ] as const;
    const blocks: Block[] = [
      {
        kind: 'cover',
        lines: [`Inspection of ${pick(places)} local authority children’s services`],
        dates: ['Inspection dates: 3 to 14 March 2025'],
      },
      { kind: 'text', text: 'Lead inspector: Una Vale, His Majesty’s Inspector' },
    ];
    const entries = [areas.at(-1)!, ...areas.slice(0, -1), ['Overall effectiveness', 'overall', all] as const];
    for (const [text, area, own] of entries) {
      blocks.push({ kind: 'entry', text, grade: own });
      facts.grade(`entry ${area}`, own);
    }
    for (let i = 0; i < 2; i++) blocks.push({ kind: 'text', text: sentences(2, 3) });
    blocks.push({ kind: 'heading', text: pick(['What needs to improve?', 'What needs to improve']) });
    for (let i = upTo(3, 6); i > 0; i--) {
      blocks.push({ kind: 'item', mark: '•', text: `The extent to which ${pick(aims)}.` });
      facts.item();
    }
    for (const [title, area, own] of areas) {
      blocks.push({ kind: 'heading', text: `${title}: ${own.toLowerCase()}` });
      facts.grade(`heading ${area}`, own);
      for (let i = upTo(6, 12); i > 0; i--)
        blocks.push({ kind: 'number', mark: facts.paragraph(false), text: sentences(2, 7) });
    }
    return { name: `ilacs ${seed}`, blocks, facts };
  }
}

/** What a judgement sentence says of a grade. */
function predicate(grade: string, be: string, require: string): string {
  return grade.startsWith('Requires') ? `${require} improvement to be good` : `${be} ${grade.toLowerCase()}`;
}

/** The facts of a report while it is written. */
class FactsFound implements Facts {
  readonly framework: string;
  readonly series: number[] = [];
  readonly recommendations: string[] = [];
  readonly tags: string[] = [];
  readonly grades: Record<string, string> = {};

  constructor(framework: string) {
    this.framework = framework;
  }

  /** The number of the next paragraph. */
  paragraph(isRecommendation: boolean): string {
    const number = this.series.length + 1;
    this.series.push(number);
    if (isRecommendation) this.recommendations.push(String(number));
    return String(number);
  }

  item(): void {
    this.recommendations.push('-');
  }

  tag(numbers: readonly number[]): void {
    this.tags.push(`${this.series.length}: ${numbers.join()}`);
  }

  grade(place: string, name: string): void {
    this.grades[place] = name.startsWith('Requires') ? 'requires-improvement' : name.toLowerCase();
  }
}
