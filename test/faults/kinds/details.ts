import type { Span } from '../../../server/src/text/text.ts';
import { type FaultKind, ofOne, type Planted, planted } from '../faultKind.ts';
import { type Detail, detail, type GoodReport } from '../goodReport.ts';
import type { Random } from '../random.ts';
import { withSlip } from '../slips.ts';

const required = ['provider', 'title', 'inspected'];

/** Faults in a report's details. */
export const detailFaults: readonly FaultKind[] = [
  {
    fault: 'a detail without its colon',
    found: ['front-matter-syntax'],
    plant: (report, random) =>
      ofOne(random, report.details, own => rewritten(report, own, `${own.key} ${own.value.replace(/: /g, ' ')}`)),
  },
  {
    fault: 'a detail without a blank after its colon',
    found: ['front-matter-syntax'],
    plant: (report, random) =>
      ofOne(random, report.details, own =>
        /^\[|: /.test(own.value) ? undefined : rewritten(report, own, `${own.key}:${own.value}`),
      ),
  },
  {
    fault: 'a quotation mark that is not closed in a detail',
    found: ['front-matter-syntax'],
    plant: (report, random) =>
      ofOne(random, report.details, own =>
        /^["']/.test(own.value) ? undefined : rewritten(report, own, `${own.key}: "${own.value}`),
      ),
  },
  {
    fault: 'a bracket that is not closed in a detail',
    found: ['front-matter-syntax'],
    plant: report => {
      const own = detail(report, 'provider');
      return own && rewritten(report, own, `${own.key}: [${own.value.replace(/^\[|\]$/g, '')}`);
    },
  },
  {
    fault: 'a report published a century or two decades late',
    found: ['date-order'],
    plant: (report, random) => {
      const own = detail(report, 'published');
      if (own === undefined || detail(report, 'inspected') === undefined) return undefined;
      const later = random.oneOf([20, 100]) ?? 0;
      return rewritten(report, own, `${own.key}: ${own.value.replace(/\d{4}/, year => `${Number(year) + later}`)}`);
    },
  },
  {
    fault: 'an earlier report that is not there',
    found: ['unresolved-link'],
    plant: report => {
      const own = detail(report, 'provider');
      return own && rewritten(report, own, `${own.key}: ${own.value}\nprevious: nowhere.inspection`);
    },
  },
  {
    fault: 'a detail given twice',
    found: ['front-matter-syntax'],
    plant: (report, random) =>
      ofOne(random, report.details, own => {
        const line = `${own.key}: ${own.value}`;
        return rewritten(report, own, `${line}\n${line}`);
      }),
  },
  {
    fault: 'details that do not end',
    found: ['front-matter-syntax'],
    plant: report => {
      const end = report.source.indexOf('\n---\n');
      if (end < 0 || !report.source.startsWith('\n\n', end + 4)) return undefined;
      return planted(report, [{ from: end, to: end + 4, text: '' }], [{ from: 0, to: 3 }]);
    },
  },
  {
    fault: 'details that do not begin',
    found: ['front-matter-syntax'],
    plant: report => planted(report, [{ from: 0, to: 4, text: '' }], [details(report)]),
  },
  {
    fault: 'a blank line before the details',
    found: ['front-matter-syntax'],
    plant: report => planted(report, [{ from: 0, to: 0, text: '\n' }], [details(report)]),
  },
  {
    fault: 'details that end with two dashes',
    found: ['front-matter-syntax'],
    plant: report => {
      const end = report.source.indexOf('\n---\n') + 1;
      return planted(report, [{ from: end, to: end + 1, text: '' }], [details(report)]);
    },
  },
  {
    fault: 'a required detail taken out',
    found: ['missing-metadata'],
    plant: (report, random) =>
      ofOne(random, needed(report), ({ from, to }) =>
        planted(report, [{ from, to: to + 1, text: '' }], [details(report)]),
      ),
  },
  {
    fault: 'a required detail without value',
    found: ['missing-metadata'],
    plant: (report, random) => ofOne(random, needed(report), own => rewritten(report, own, `${own.key}:`)),
  },
  {
    fault: 'the name of a required detail misspelt',
    found: ['unknown-metadata', 'missing-metadata'],
    plant: (report, random) =>
      ofOne(random, needed(report), own => rewritten(report, own, `${withSlip(own.key, random)}: ${own.value}`)),
  },
  {
    fault: 'the name of a detail misspelt',
    found: ['unknown-metadata'],
    plant: (report, random) =>
      ofOne(
        random,
        report.details.filter(({ key }) => ['published', 'status', 'licence', 'lang', 'providerId'].includes(key)),
        own => rewritten(report, own, `${withSlip(own.key, random)}: ${own.value}`),
      ),
  },
  {
    fault: 'a day that is not in the calendar',
    found: ['invalid-metadata'],
    plant: (report, random) => otherwiseDated(report, random, /\d\d-\d\d$/, ['02-30', '04-31', '13-02', '11-00']),
  },
  {
    fault: 'a date in another form',
    found: ['invalid-metadata'],
    plant: (report, random) =>
      otherwiseDated(report, random, /(\d{4})-(\d\d)-(\d\d)$/, ['$3/$2/$1', '$3.$2.$1', '$3-$2-$1', '$1-$2', '$1$2$3']),
  },
  {
    fault: 'an inspection that ends before it begins',
    found: ['invalid-metadata'],
    plant: report => {
      const own = detail(report, 'inspected');
      const [, first, last] = /^([\d-]+)\/([\d-]+)$/.exec(own?.value ?? '') ?? [];
      return own && first !== last ? rewritten(report, own, `inspected: ${last}/${first}`) : undefined;
    },
  },
  {
    fault: 'published before it was inspected',
    found: ['date-order'],
    orRelated: true,
    plant: report => {
      const own = detail(report, 'published');
      if (own === undefined || detail(report, 'inspected') === undefined) return undefined;
      return rewritten(report, own, `published: ${Number(own.value.slice(0, 4)) - 1}${own.value.slice(4)}`);
    },
  },
  {
    fault: 'a fact dated after the inspection',
    found: ['date-order'],
    plant: (report, random) => {
      const own = detail(report, 'inspected');
      const year = Number(own?.value.slice(-10, -6));
      const facts = [
        ...report.source.matchAll(
          /(?<=\b(?:At|since) (?:\d{1,2} )?(?:January|March|May|June|September|November) )\d{4}\b/g,
        ),
      ];
      return ofOne(random, facts, ({ 0: written, index }) => {
        const text = `${year + 1 + random.below(2)}`;
        const place = { from: report.source.lastIndexOf(' ', index - 2) + 1, to: index + written.length };
        return Number.isNaN(year) ? undefined : planted(report, [{ from: index, to: place.to, text }], [place]);
      });
    },
  },
  {
    fault: 'inspected when the framework was not in use',
    found: ['framework-validity'],
    plant: report => {
      const own = detail(report, 'inspected');
      if (own === undefined || !/^ofsted/.test(detail(report, 'framework')?.value ?? '')) return undefined;
      return rewritten(report, own, `inspected: ${own.value.replace(/\d{4}(?=-)/g, '2009')}`);
    },
  },
  {
    fault: 'another framework named',
    found: ['other-framework'],
    plant: (report, random) => {
      const own = detail(report, 'framework');
      const others = /^ofsted-sif/.test(own?.value ?? '')
        ? ['ofsted-ilacs', 'generic']
        : ['ofsted-sif', 'ofsted-sif-2014'];
      if (own === undefined || own.value === 'generic') return undefined;
      return rewritten(report, own, `framework: ${random.oneOf(others)}`);
    },
  },
  {
    fault: 'the framework not named',
    found: ['other-framework'],
    plant: report => {
      const own = detail(report, 'framework');
      if (own === undefined || own.value === 'generic') return undefined;
      // It is told where the details begin.
      return planted(report, [{ from: own.from, to: own.to + 1, text: '' }], [{ from: 0, to: '---'.length }]);
    },
  },
  {
    fault: 'a framework misspelt',
    found: ['unknown-framework'],
    plant: (report, random) => {
      const own = detail(report, 'framework');
      return own && rewritten(report, own, `framework: ${withSlip(own.value, random)}`);
    },
  },
  {
    fault: 'a status that is none',
    found: ['invalid-metadata'],
    plant: (report, random) => {
      const own = detail(report, 'status');
      return own && rewritten(report, own, `status: ${withSlip(own.value, random)}`);
    },
  },
  {
    fault: 'a list of names without its first bracket',
    found: ['invalid-metadata'],
    plant: report => {
      const own = detail(report, 'provider');
      return own?.value.startsWith('[') ? rewritten(report, own, `provider: ${own.value.slice(1)}`) : undefined;
    },
  },
];

function rewritten(report: GoodReport, { from, to }: Detail, text: string): Planted {
  return planted(report, [{ from, to, text }]);
}

/** One of the dates, its end written in one of these ways. */
function otherwiseDated(report: GoodReport, random: Random, end: RegExp, ways: readonly string[]): Planted | undefined {
  return ofOne(random, dated(report), own =>
    rewritten(report, own, `${own.key}: ${own.value.replace(end, random.oneOf(ways) ?? '')}`),
  );
}

/** The details that the framework asks for; the generic one asks for none. */
function needed(report: GoodReport): Detail[] {
  if (detail(report, 'framework')?.value === 'generic') return [];
  return report.details.filter(({ key }) => required.includes(key));
}

function dated({ details: all }: GoodReport): Detail[] {
  return all.filter(({ key }) => key === 'published' || key === 'inspected');
}

/** All of the details, with the lines about them. */
function details({ source }: GoodReport): Span {
  return { from: 0, to: source.indexOf('\n---\n') + 4 };
}
