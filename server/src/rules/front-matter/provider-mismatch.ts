import type { Judgement } from '../../model/judgements/judgement.ts';
import type { Report } from '../../model/report.ts';
import { titleKey } from '../../model/titleKey.ts';
import { editDistance } from '../../text/editDistance.ts';
import type { Span } from '../../text/text.ts';
import { saysNothing } from '../details/metadataKeys.ts';
import { isReportTitle, isSameProvider, tellingWords } from '../details/providerNames.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * The report’s first heading names another provider than its details do. Text left from another report is the usual
 * cause, and the worst thing to publish.
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sif
 * provider: [Metropolitan Borough of Norwood, Norwood]
 * ---
 *
 * # Children’s services in Eastvale are good
 *                          ^^^^^^^^ The heading names “Eastvale”, the report’s details “Metropolitan Borough of Norwood”.
 * ```
 *
 * A report of some length that names its provider nowhere is asked about it. A shorter or longer form of the same name will do:
 *
 * ```inspectmark
 * ---
 * framework: ofsted-sif
 * provider: Metropolitan Borough of Norwood
 * ---
 *
 * # Children’s services in Norwood are good
 * ```
 */
export const providerMismatch: Rule = {
  id: 'provider-mismatch',
  group: 'front-matter',
  kind: 'fault',
  severity: 'error',
  summary: 'The report names another provider than its details, or theirs nowhere',
  fixable: false,
  // (Words name the provider where no headline does.)
  readsWords: (_, report) => headlineProvider(report) === undefined,
  *check({ report, frameworkIds }) {
    const { metadata } = report;
    const { providers, entries, framework } = metadata;
    // Read by another framework than its own a headline may name anything.
    const isUnknown = framework !== undefined && !frameworkIds.includes(framework);
    if (providers.length === 0 || isUnknown) return;
    const provider = headlineProvider(report);
    if (
      provider !== undefined &&
      providers.some(name => isSameProvider(name, provider.text)) &&
      !hasSlip(provider.text, providers)
    )
      return;
    const entry = entries.find(({ key }) => key === 'provider');
    // That the details name nobody is told there.
    if (entry === undefined || entry.broken || saysNothing(providers[0] ?? '') || isReportTitle(providers[0] ?? ''))
      return;
    if (provider === undefined) {
      if (!isNamed(report, providers)) yield namedNowhere(entry.valueSpan, providers[0] ?? '');
      return;
    }
    yield {
      from: provider.from,
      to: provider.to,
      message: `The heading names “${provider.text}”, the report’s details “${providers[0]}”. Correct one of the two.`,
      related: [{ ...entry.valueSpan, message: 'The provider in the report’s details.' }],
    };
  },
};

function headlineProvider({ judgements }: Report): Judgement['provider'] {
  return judgements.find(({ carrier }) => carrier === 'headline')?.provider;
}

/** Whether a word that says what kind of body it is is written otherwise by a letter or two: *Ely County Councel*. */
function hasSlip(name: string, providers: readonly string[]): boolean {
  const wordsOf = (own: string): string[] => titleKey(own).replaceAll("'", '').split(' ');
  const known = new Set(providers.flatMap(wordsOf));
  const others = wordsOf(name).filter(
    word => word.length >= shortestWord && !known.has(word) && !known.has(word.replace(/s$/, '')),
  );
  return others.some(word =>
    [...known].some(
      own =>
        own.length >= shortestWord && !own.startsWith(word) && !word.startsWith(own) && editDistance(word, own, 2) < 2,
    ),
  );
}

const shortestWord = 5;

/** A shorter text may name its provider nowhere. */
const shortest = 2000;

/** A name within a title: a capital after a small letter. */
const nameWithin = /\p{Ll} \p{Lu}/u;

/**
 * Whether the title or the text has a word by which one of the names is told from others. (Where any report is read it may
 * name nobody, if its titles do not.)
 */
function isNamed(report: Report, names: readonly string[]): boolean {
  const { document, metadata, framework, sections } = report;
  const { source, blocks } = document;
  const { title = '' } = metadata;
  if (framework.openAreas && ![title, sections[0]?.title ?? ''].some(own => nameWithin.test(own))) return true;
  const from = blocks[0]?.kind === 'frontMatter' ? blocks[0].length : 0;
  const words = names.flatMap(tellingWords);
  if (source.length - from < shortest || words.length === 0) return true;
  return words.some(word =>
    [word, `${word.charAt(0)}${word.slice(1).toLowerCase()}`].some(
      form => title.includes(form) || source.indexOf(form, from) >= 0,
    ),
  );
}

function namedNowhere(place: Span, name: string): Finding {
  return {
    ...place,
    severity: 'information',
    message: `The report names “${name}” nowhere. Is this another report’s provider? Correct it.`,
  };
}
