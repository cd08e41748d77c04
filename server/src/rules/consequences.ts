import type { CheckedFinding } from './check.ts';

const causes = new Set(['other-framework', 'unknown-framework']);

/** What a framework asks of a report: where the report is another framework's, all of it follows from that. */
const ofFramework = new Set(
  `missing-section section-order duplicate-section empty-section section-length heading-level missing-judgement unknown-area
  unknown-grade area-wording grade-wording entry-number judgement-place judgement-mismatch statement-grammar
  unsupported-judgement limiting-judgement provider-mismatch missing-metadata invalid-metadata unknown-metadata
  framework-validity standard-text previous-mismatch`.split(/\s+/),
);

/** The same of numbers, which sections with other meanings begin or go on. */
const ofSeries = new Set(
  `missing-number number-gap number-start number-order number-repeated untagged-recommendation recommendation-count
  unresolved-reference unresolved-tag`.split(/\s+/),
);

/**
 * The findings less those that follow from another: that the report is checked by another framework than it is written by,
 * or, where its details cannot be read, that they name none.
 */
export function withoutConsequences(all: CheckedFinding[]): CheckedFinding[] {
  const findings = withoutWhatIsTold(withoutRepetitions(all));
  const cause = findings.find(({ rule }) => causes.has(rule));
  if (cause === undefined) return findings;
  // Whoever has chosen a framework that asks for little reads the numbers as it does.
  const isFault = cause.severity === 'error' || cause.severity === 'warning';
  const areDetailsBroken = findings.some(
    ({ rule, severity }) => rule === 'front-matter-syntax' && severity === 'error',
  );
  return findings.filter(
    ({ rule }) =>
      !ofFramework.has(rule) && !(isFault && ofSeries.has(rule)) && !(areDetailsBroken && rule === 'other-framework'),
  );
}

/** Rules whose findings say again, of the same words, what a finding of one of these others says. */
const saidBy: Readonly<Record<string, readonly string[]>> = {
  'markdown-mark': ['missing-section'],
  'cut-paragraph': ['unclosed-comment', 'markdown-mark', 'tag-spelling', 'undefined-footnote'],
  'damaged-character': ['bullet-form'],
  'table-header': ['missing-judgement'],
  'heading-form': ['number-gap', 'placeholder-left', 'missing-judgement'],
  'heading-level': ['missing-judgement'],
  'tag-spelling': ['placeholder-left'],
  'front-matter-syntax': ['invalid-metadata'],
};

/** The findings less those of marks, breaks and rows that another finding tells of already. */
function withoutRepetitions(findings: CheckedFinding[]): CheckedFinding[] {
  if (!findings.some(({ rule }) => Object.hasOwn(saidBy, rule))) return findings;
  return findings.filter(({ rule, severity, from, to }) => {
    const others = Object.hasOwn(saidBy, rule) ? saidBy[rule] : undefined;
    if (others === undefined || severity === 'error') return true;
    return !findings.some(
      own => others.includes(own.rule) && [own, ...own.related].some(place => place.from <= to && from <= place.to),
    );
  });
}

/** So far from two versions of a text what lacks something may lack it for them: a heading above, an entry beside. */
const reach = 200;

const telling = new Set(['note-left', 'conflict-mark', 'placeholder-left', 'front-matter-syntax']);

/**
 * The findings less notes in which stands what is told to be missing, and what follows from two versions of a text: until
 * one is taken out, it is neither of them.
 */
function withoutWhatIsTold(findings: CheckedFinding[]): CheckedFinding[] {
  if (!findings.some(({ rule }) => telling.has(rule))) return findings;
  const versions = findings.flatMap(({ rule, from, related }) => {
    const end = rule === 'conflict-mark' ? related.at(-1)?.to : undefined;
    return end === undefined ? [] : [{ from, to: end }];
  });
  const lines = findings.filter(({ rule, severity }) => rule === 'front-matter-syntax' && severity === 'error');
  const placeholders = findings.filter(({ rule }) => rule === 'placeholder-left');
  const faults = findings.filter(
    ({ rule, severity }) => rule !== 'note-left' && (severity === 'error' || severity === 'warning'),
  );
  return findings.filter(({ rule, from, to }) => {
    if (rule === 'conflict-mark') return true;
    if (rule === 'invalid-metadata' && lines.some(own => own.from <= from && own.to >= to)) return false;
    if (rule === 'provider-mismatch' && placeholders.some(own => own.from >= from && own.to <= to)) return false;
    if (rule === 'note-left')
      return !faults.some(own => [own, ...own.related].some(place => place.from >= from && place.to <= to));
    return !versions.some(own =>
      ofFramework.has(rule) || ofSeries.has(rule)
        ? from >= own.from - reach && from <= own.to + reach
        : rule === 'front-matter-syntax' && from >= own.from && from <= own.to,
    );
  });
}
