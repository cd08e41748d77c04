import { type FaultKind, ofOne, type Planted, planted } from '../faultKind.ts';
import { detail, type GoodReport, textOf } from '../goodReport.ts';
import type { Random } from '../random.ts';
import { findingSentences, findingsOf, inOneLine, sentencesIn, summaryEnd, wordCount } from '../sentences.ts';

/** Each word of quantity, and what an author might write in another place who has not looked the first up. */
const quantities: Readonly<Record<string, readonly string[]>> = {
  Most: ['Some', 'A small number of'],
  'The majority of': ['A small number of', 'A minority of'],
  'Almost all': ['Some', 'Half of'],
  'Nearly all': ['Some'],
  All: ['Some', 'Not all'],
  Some: ['Most', 'Almost all'],
  Many: ['A small number of', 'Few'],
  'A small number of': ['Most', 'The majority of'],
};

/** Names of bodies, posts and things, and another way in which authors write each. */
const variants: readonly [RegExp, string][] = [
  [/\bdirector of children’s services\b/g, 'director for children’s services'],
  [/\bLocal Safeguarding Children Board\b/g, 'Local Children’s Safeguarding Board'],
  [/\b(?<=\p{Ll} )independent reviewing officers\b/gu, 'Independent Reviewing Officers'],
  [/(?<=\p{Ll} )virtual school\b(?!s)/gu, 'Virtual School'],
  [/(?<=\p{Ll} )looked after children\b(?!’)/gu, 'Looked After Children'],
  [/(?<=\p{Ll} )early help\b/gu, 'Early Help'],
  [/(?<=\p{Ll} )personal education plans\b/gu, 'Personal Education Plans'],
];

/** Councils that published reports are about, as a copied sentence would leave them. */
const councils = ['Doncaster', 'Wandsworth', 'Kirklees', 'Oldham', 'Herefordshire', 'Blackpool'];

/** Faults of consistency, made in what a report itself says. */
export const claimFaults: readonly FaultKind[] = [
  ...(
    [
      ['denies', /^([^,]* (?:is|are)) (?!not\b|no\b)(\p{Ll}+(?: \p{L}+)+\.)$/u, '$1 not $2'],
      ['denies in another word', /^([^,]* (?:is|are)) (?:timely|effective|thorough|clear|good)\b/u, '$1 poor'],
      ['no longer denies', /^([^,]* (?:is|are)) not (?:yet |always |sufficiently )?(\p{Ll}+.*)$/u, '$1 $2'],
    ] as const
  ).map(
    ([does, form, changed]): FaultKind => ({
      fault: `the summary ${does} a finding`,
      found: ['opposite-claims', 'quantifier-drift', 'repeated-sentence'],
      orRelated: true,
      plant: (report, random) =>
        summedUp(report, random, words => (form.test(words) ? words.replace(form, changed) : undefined)),
    }),
  ),
  {
    fault: 'the summary has another quantity than a finding',
    found: ['quantifier-drift', 'opposite-claims', 'repeated-sentence'],
    orRelated: true,
    plant: (report, random) =>
      summedUp(report, random, words => {
        const own = Object.keys(quantities).find(quantity => words.startsWith(`${quantity} `));
        return own && `${random.oneOf(quantities[own] ?? [])}${words.slice(own.length)}`;
      }),
  },
  {
    fault: 'the summary has another share than a finding',
    found: ['figure-conflict', 'figure-not-found', 'repeated-sentence'],
    orRelated: true,
    plant: (report, random) =>
      summedUp(report, random, words =>
        /\b[2-9]\d%/.test(words) ? words.replace(/\b([2-9])(\d)%/, (_, a, b) => `${Number(a) - 1}${b}%`) : undefined,
      ),
  },
  {
    fault: 'a number of people or things is another elsewhere',
    found: ['figure-conflict', 'repeated-sentence'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(random, findingSentences(report), ({ words, from, to, paragraph }) => {
        const number =
          / (?:two|three|four|five|six|seven|eight|nine) (?=(?:\p{L}+ )?(?:children|young people|care leavers|workers|families|homes|staff|adopters|schools|cases)\b)/u;
        const target = random.oneOf(findingsOf(report).filter(other => other !== paragraph && isWhole(report, other)));
        if (!number.test(words) || wordCount(words) > 35 || target === undefined) return undefined;
        const text = ` ${words.replace(number, own => (own === ' five ' ? ' seven ' : ' five '))}`;
        return planted(report, [{ from: target.to, to: target.to, text }], [{ from, to }, target]);
      }),
  },
  {
    fault: 'a rise called a fall, or a fall a rise',
    found: ['change-direction'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(
        random,
        [...report.source.matchAll(/This is (an increase|a decrease|a reduction)(?=\s+(?:from|of|on)\s+\d)/g)],
        ({ 0: words, 1: own = '', index }) => {
          const text = own === 'an increase' ? 'This is a decrease' : 'This is an increase';
          const end = report.source.indexOf('\n\n', index);
          return planted(
            report,
            [{ from: index, to: index + words.length, text }],
            [{ from: report.source.lastIndexOf('\n- ', index), to: end }],
          );
        },
      ),
  },
  {
    fault: 'two figures of a change exchanged',
    found: ['change-direction'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(
        random,
        [
          ...report.source.matchAll(
            /\b(?:increased|decreased|risen|fallen|reduced|reduction|rise|fall|improved) from (\d[\d,.]*%?)(\s+(?:\p{L}+\s+){0,6}to\s+)(\d[\d,.]*%?)/gu,
          ),
        ],
        ({ 0: words, 1: one = '', 2: between = '', 3: other = '', index }) => {
          const clean = (figure: string) => figure.replace(/[.,]$/, '');
          if (clean(one) === clean(other) || /\d{4}$/.test(clean(one))) return undefined;
          const from = index + words.indexOf(one);
          const written = `${clean(other)}${one.slice(clean(one).length)}${between}${clean(one)}${other.slice(clean(other).length)}`;
          return planted(report, [{ from, to: index + words.length, text: written }]);
        },
      ),
  },
  {
    fault: 'a share mistyped beside its count',
    found: ['percentage-mismatch'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(
        random,
        [...report.source.matchAll(/(?<=- \d+ \((?:or )?)(\d)(\d)%/g)],
        ({ 0: words, 1: tens = '', 2: ones = '', index }) =>
          Math.abs(Number(tens) - Number(ones)) < 2
            ? undefined
            : planted(report, [{ from: index, to: index + words.length, text: `${ones}${tens}%` }]),
      ),
  },
  {
    fault: 'a part that is more than its whole, or a share of more than all',
    found: ['percentage-mismatch'],
    plant: (report, random) => {
      const [before, wrong, after] = random.oneOf([
        ['Of 120 assessments, ', '149%', ' were timely.'],
        ['Inspectors found that ', '149%', ' of assessments were timely.'],
        ['Of the 120 children, ', '130', ' had a plan.'],
        ['There were 40 care leavers, of whom ', '52', ' were in work.'],
        ['In all, ', '130', ' of the 120 children had a plan.'],
        ['The proportion of care leavers in work is ', '104%', '.'],
      ]) ?? ['', '', ''];
      return ofOne(random, findingsOf(report), ({ textFrom, to }) => {
        const at = sentencesIn(report, { from: textFrom, to })[0]?.to;
        if (at === undefined) return undefined;
        const made = planted(report, [{ from: at, to: at, text: ` ${before}${wrong}${after}` }]);
        const from = at + 1 + before.length;
        return { ...made, places: [{ from, to: from + wrong.length }] };
      });
    },
  },
  {
    fault: 'another number of inspectors than are named',
    found: ['count-mismatch'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(
        random,
        [...report.source.matchAll(/(?<=inspection team consisted of )(?:five|six|seven|eight|nine|10|11|12)\b/g)],
        ({ 0: words, index }) => planted(report, [{ from: index, to: index + words.length, text: 'four' }]),
      ),
  },
  {
    fault: 'another provider’s name left in a sentence',
    found: ['other-provider'],
    plant: (report, random) => {
      if (!/^ofsted/.test(detail(report, 'framework')?.value ?? '')) return undefined;
      const own = detail(report, 'provider')
        ?.value.replace(/^\[|\]$/g, '')
        .split(', ')
        .at(-1);
      if (own === undefined || own === '') return undefined;
      const places = findingsOf(report).flatMap(({ textFrom, to }) =>
        [
          ...textOf(report, { from: textFrom, to }).matchAll(new RegExp(`(?<=\\b(?:in|across) )${own}(?=[ .,])`, 'g')),
        ].map(({ index }) => ({ from: textFrom + index, to: textFrom + index + own.length })),
      );
      const text = random.oneOf(councils.filter(name => !own.includes(name))) ?? '';
      return ofOne(random, places, place => planted(report, [{ ...place, text }]));
    },
  },
  {
    fault: 'a sentence copied to another finding, and a word left out',
    found: ['repeated-sentence', 'quantifier-drift', 'opposite-claims'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(random, findingSentences(report), ({ words, from, to, paragraph }) => {
        const left = words.replace(
          / (?:always|well|regularly|consistently|routinely|appropriately|effectively|fully) /,
          ' ',
        );
        const target = random.oneOf(findingsOf(report).filter(other => other !== paragraph && isWhole(report, other)));
        if (left === words || wordCount(words) < 12 || target === undefined) return undefined;
        return planted(report, [{ from: target.to, to: target.to, text: ` ${left}` }], [{ from, to }, target]);
      }),
  },
  {
    fault: 'a name written in another way',
    found: ['name-variant', 'preferred-term'],
    orRelated: true,
    plant: (report, random) =>
      ofOne(random, variants, ([name, other]) => {
        if (report.source.includes(other)) return undefined;
        const findings = report.headings.find(({ level }) => level === 2)?.from ?? 0;
        const places = [...report.source.matchAll(name)].filter(({ index }) => index > findings);
        const chosen = random.oneOf(places);
        if (chosen === undefined || places.length < 4) return undefined;
        return planted(report, [{ from: chosen.index, to: chosen.index + chosen[0].length, text: other }]);
      }),
  },
];

/** What says nothing by itself, or says two things of some and of others. */
const leaning =
  /^(?:This|These|They|Their|There|It|Its|What|While|When|Where|If|Of|In|However|For|As)\b|\b(?:neither|others|but)\b/;

/** A finding’s sentence, changed, put into the summary; found there, or at the finding. */
function summedUp(
  report: GoodReport,
  random: Random,
  changed: (words: string) => string | undefined,
): Planted | undefined {
  const end = summaryEnd(report);
  if (end === undefined) return undefined;
  return ofOne(random, findingSentences(report), ({ words, from, to }) => {
    const count = wordCount(words);
    const text = count < 7 || count > 25 || leaning.test(words) ? undefined : changed(words);
    return text === undefined || text === words
      ? undefined
      : planted(
          report,
          [{ from: end, to: end, text: ` ${text}` }],
          [
            { from: end, to: end },
            { from, to },
          ],
        );
  });
}

/** Whether a paragraph is running text to its end. */
function isWhole(report: GoodReport, { textFrom, to }: { readonly textFrom: number; readonly to: number }): boolean {
  const text = inOneLine(textOf(report, { from: textFrom, to }));
  return text.endsWith('.') && sentencesIn(report, { from: textFrom, to }).length > 0;
}
