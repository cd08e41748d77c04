import type { Report } from '../../model/report.ts';
import { blockIndexAt } from '../../syntax/document.ts';
import { Spans } from '../../text/spans.ts';
import { firstWhere, type Span } from '../../text/text.ts';
import type { CheckedFinding } from '../checking/check.ts';
import { allPlaces } from './allPlaces.ts';
import { isFault } from './isFault.ts';

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
  'unknown-grade': [
    'unused-footnote',
    'duplicate-section',
    'table-header',
    'heading-form',
    'number-gap',
    'number-start',
  ],
  'missing-judgement': ['table-header', 'number-gap', 'number-start', 'damaged-character', 'missing-title'],
  'unknown-area': ['missing-section', 'missing-judgement'],
  'missing-title': ['placeholder-left'],
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
  'missing-title',
]);

/** The findings less those of marks, breaks and rows that another finding tells of already. */
export function withoutRepetitions(findings: CheckedFinding[], report: Report): CheckedFinding[] {
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
