import type { Report } from '../model/report.ts';
import { blockIndexAt } from '../syntax/document.ts';
import { Spans } from '../text/spans.ts';
import { firstWhere, type Span } from '../text/text.ts';
import type { CheckedFinding } from './check.ts';
import { withoutHeadingConsequences } from './headingConsequences.ts';
import { withoutSeamConsequences } from './seamConsequences.ts';

const causes = new Set(['other-framework', 'unknown-framework']);

/** What a framework asks of a report: where the report is another framework's, all of it follows from that. */
const ofFramework = new Set(
  `missing-section section-order duplicate-section empty-section section-length heading-level missing-judgement unknown-area
  unknown-grade area-wording grade-wording entry-number judgement-place judgement-mismatch statement-grammar
  unsupported-judgement limiting-judgement provider-mismatch missing-metadata unknown-metadata
  framework-validity standard-text previous-mismatch figure-conflict`.split(/\s+/),
);

/** The same of numbers, which sections with other meanings begin or go on. */
const ofSeries = new Set(
  `missing-number number-start number-order number-repeated untagged-recommendation recommendation-count
  unresolved-tag`.split(/\s+/),
);

/**
 * The findings less those that follow from another: that the report is checked by another framework than it is written by,
 * or, where its details cannot be read, that they name none; that a heading is not read; that the same words are at fault
 * for something else.
 */
export function withoutConsequences(all: CheckedFinding[], report: Report): CheckedFinding[] {
  const told = withoutRepetitions(withoutSeamConsequences(all, report), report);
  const findings = withoutDetailConsequences(withoutWhatIsTold(withoutHeadingConsequences(told, report)), report);
  const cause = findings.find(own => causes.has(own.rule) || isMisspeltFramework(own));
  if (cause === undefined) return findings;
  // Whoever has chosen a framework that asks for little reads the numbers as it does.
  const isFault = cause.severity === 'error' || cause.severity === 'warning';
  const areDetailsBroken = findings.some(
    ({ rule, severity }) => rule === 'front-matter-syntax' && severity === 'error',
  );
  return findings.filter(
    ({ rule, from }) =>
      (rule === cause.rule && from === cause.from && !(areDetailsBroken && rule === 'other-framework')) ||
      (!ofFramework.has(rule) && !(isFault && ofSeries.has(rule)) && !(areDetailsBroken && rule === 'other-framework')),
  );
}

/**
 * The findings less what the text does not agree with of details that are told to be wrong or cannot be read: dates, and
 * notes that a title marks.
 */
function withoutDetailConsequences(findings: CheckedFinding[], { document, metadata }: Report): CheckedFinding[] {
  const [details] = document.blocks;
  if (details?.kind !== 'frontMatter') return findings;
  const dates = metadata.entries.filter(({ key }) => key === 'inspected' || key === 'published');
  const isError = (id: string, own: CheckedFinding) => own.rule === id && own.severity === 'error';
  const areDatesWrong = findings.some(
    own =>
      isError('invalid-metadata', own) &&
      dates.some(({ valueSpan }) => valueSpan.from <= own.from && own.from <= valueSpan.to),
  );
  const isUnread = findings.some(own => isError('front-matter-syntax', own) && own.from < details.length);
  if (!areDatesWrong && !isUnread) return findings;
  const written = document.source.slice(0, details.length);
  return findings.filter(({ rule, from }) => {
    if (from < details.length) return true;
    if (areDatesWrong && rule === 'date-order') return false;
    if (!isUnread || rule !== 'unused-footnote') return true;
    const [mark] = /^\[\^[^\]\s]{1,40}\]/.exec(document.source.slice(from, from + 44)) ?? [];
    return mark === undefined || !written.includes(mark);
  });
}

/** Whether it tells that the key which names the framework is misspelt, so that none is named. */
function isMisspeltFramework(finding: CheckedFinding): boolean {
  // (Fixes are made when they are asked for: that is dear.)
  return (
    finding.rule === 'unknown-metadata' &&
    finding.fixes.some(({ edits }) => edits.some(({ text }) => text === 'framework'))
  );
}

/** Rules whose findings say again, of the same words, what a finding of one of these others says. */
const saidBy: Readonly<Record<string, readonly string[]>> = {
  'markdown-mark': ['missing-section', 'unknown-grade'],
  'cut-paragraph': [
    'unclosed-comment',
    'markdown-mark',
    'tag-spelling',
    'undefined-footnote',
    'unclosed-bracket',
    'unclosed-emphasis',
    'missing-section',
    'missing-judgement',
    'heading-level',
    'stray-mark',
    'tag-position',
    'placeholder-left',
  ],
  'damaged-character': ['bullet-form', 'stray-mark', 'missing-section', 'reference-form'],
  'heading-form': ['number-gap', 'number-start', 'placeholder-left', 'missing-judgement', 'missing-section'],
  'heading-level': ['missing-judgement', 'duplicate-judgement', 'unknown-grade'],
  'tag-spelling': ['placeholder-left'],
  'front-matter-syntax': ['invalid-metadata'],
  'unclosed-bracket': ['unknown-grade', 'missing-number', 'tag-spelling', 'damaged-character', 'undefined-footnote'],
  'stray-mark': [
    'unknown-grade',
    'missing-judgement',
    'placeholder-left',
    'tag-spelling',
    'heading-level',
    'missing-section',
  ],
  'missing-section': ['placeholder-left'],
  'bullet-form': ['missing-section', 'heading-level'],
  'table-header': ['missing-section'],
  'missing-number': ['placeholder-left', 'doubled-passage', 'missing-section', 'heading-level'],
  'repeated-word': ['tag-spelling'],
  'reference-form': ['tag-spelling', 'missing-section'],
  'unresolved-reference': ['missing-section'],
  'repeated-tag': ['tag-spelling'],
  'list-punctuation': ['reference-form'],
  'empty-section': [
    'missing-section',
    'missing-judgement',
    'duplicate-section',
    'heading-level',
    'heading-form',
    'number-gap',
    'number-start',
  ],
  'judgement-place': ['unknown-grade', 'missing-section', 'missing-judgement'],
  'duplicate-section': ['duplicate-judgement', 'missing-judgement'],
  'duplicate-recommendation': ['number-repeated'],
  'doubled-passage': ['duplicate-recommendation'],
  'undefined-footnote': ['missing-number'],
  'judgement-mismatch': ['missing-judgement'],
  'limiting-judgement': ['duplicate-judgement'],
  'link-text': ['self-reference', 'unresolved-link'],
  'date-order': ['framework-validity'],
  'unknown-grade': ['duplicate-section', 'table-header', 'heading-form', 'number-gap', 'number-start'],
  'missing-judgement': ['table-header', 'number-gap', 'number-start'],
  'unknown-area': ['missing-section', 'missing-judgement'],
  'number-repeated': ['missing-section', 'heading-level'],
};

/** Rules whose findings are told already if another’s stands at one of their places. */
const aroundToo = new Set(['number-repeated', 'date-order', 'duplicate-section']);

/** Rules of which an error too may say again what another error says. */
const evenErrors = new Set([
  'unknown-grade',
  'unknown-area',
  'missing-judgement',
  'judgement-mismatch',
  'undefined-footnote',
  'unresolved-reference',
  'limiting-judgement',
  'number-repeated',
  'missing-section',
]);

/** The findings less those of marks, breaks and rows that another finding tells of already. */
function withoutRepetitions(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  if (findings.length < 2 || !findings.some(({ rule }) => Object.hasOwn(saidBy, rule))) return findings;
  const places = new Map<string, Spans>();
  const headings = new Spans(report.sections.map(({ heading }) => heading));
  // Of a heading, table or comment the whole is at fault.
  const whole = ({ rule }: CheckedFinding, place: Span): Span => {
    if (ofBlock.has(rule)) return blockAround(report, place);
    if (ofRest.has(rule))
      return { from: place.from, to: Math.min(place.to + shortRest, blockAround(report, place).to) };
    const { from } = place;
    if (!headings.hold({ from, to: from })) return place;
    const { sections } = report;
    return sections[firstWhere(sections.length, i => (sections[i]?.heading.to ?? from) >= from)]?.heading ?? place;
  };
  return findings.filter(finding => {
    const { rule, severity } = finding;
    const others = Object.hasOwn(saidBy, rule) ? saidBy[rule] : undefined;
    if (others === undefined || (severity === 'error' && !evenErrors.has(rule))) return true;
    let told = places.get(rule);
    if (told === undefined) {
      told = new Spans(
        findings
          .filter(own => others.includes(own.rule) && isFault(own))
          .flatMap(own => allPlaces(own).map(place => whole(own, place))),
      );
      places.set(rule, told);
    }
    return aroundToo.has(rule) ? !allPlaces(finding).some(own => told.touch(own)) : !told.touch(finding);
  });
}

/** The block in which a place is. */
function blockAround({ document }: Report, place: Span): Span {
  const index = blockIndexAt(document, place.from) ?? 0;
  const from = document.starts[index] ?? 0;
  return { from, to: from + (document.blocks[index]?.end ?? 0) };
}

/** Rules that tell of what makes a whole block read otherwise. */
const ofBlock = new Set(['table-header', 'damaged-character', 'unknown-directive', 'unclosed-comment']);

/** Rules that tell of what ends a paragraph, so that a word or two behind it are no sentence. */
const ofRest = new Set(['tag-position', 'placeholder-left']);
const shortRest = 30;

/** Whether it tells of a fault: what is a question beside one is none that could replace it. */
function isFault({ severity }: CheckedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Where a finding stands, and what it is about besides. */
function allPlaces(finding: CheckedFinding): Span[] {
  return [finding, ...finding.related];
}

/** What two versions of a passage may break besides what another framework does. */
const ofVersions = new Set(['number-gap', 'unresolved-reference', 'invalid-metadata']);

/** So far from two versions of a text what lacks something may lack it for them: a heading above, an entry beside. */
const reach = 200;

const telling = new Set(['note-left', 'conflict-mark', 'placeholder-left', 'front-matter-syntax']);

/**
 * The findings less notes in which stands what is told to be missing, and what follows from two versions of a text: until
 * one is taken out, it is neither of them.
 */
function withoutWhatIsTold(findings: CheckedFinding[]): CheckedFinding[] {
  if (!findings.some(({ rule }) => telling.has(rule))) return findings;
  const ofRule = (id: string): CheckedFinding[] => findings.filter(({ rule }) => rule === id);
  const versions = ofRule('conflict-mark').flatMap(({ from, related }) => {
    const end = related.at(-1)?.to;
    return end === undefined ? [] : [{ from, to: end }];
  });
  const versionsOfDetails = new Spans(versions);
  const nearVersions = new Spans(versions.map(({ from, to }) => ({ from: from - reach, to: to + reach })));
  const lines = new Spans(ofRule('front-matter-syntax').filter(({ severity }) => severity === 'error'));
  const placeholders = new Spans(ofRule('placeholder-left'));
  const faults = new Spans(
    findings
      .filter(({ rule, severity }) => rule !== 'note-left' && (severity === 'error' || severity === 'warning'))
      .flatMap(allPlaces),
  );
  return findings.filter(finding => {
    const { rule, from } = finding;
    if (rule === 'conflict-mark') return true;
    if (rule === 'invalid-metadata' && lines.hold(finding)) return false;
    if (rule === 'provider-mismatch' && placeholders.standIn(finding)) return false;
    if (rule === 'note-left') return !faults.standIn(finding);
    const start = { from, to: from };
    if (ofFramework.has(rule) || ofSeries.has(rule) || ofVersions.has(rule)) return !nearVersions.hold(start);
    return rule !== 'front-matter-syntax' || !versionsOfDetails.hold(start);
  });
}
