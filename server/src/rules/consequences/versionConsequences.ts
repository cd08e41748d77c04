import { Spans } from '../../text/spans.ts';
import type { CheckedFinding } from '../checking/check.ts';
import { allPlaces } from './allPlaces.ts';
import { isOfFramework } from './frameworkConsequences.ts';
import { isFault } from './isFault.ts';

/** What two versions of a passage may break besides what another framework does. */
const ofVersions = new Set(['number-gap', 'unresolved-reference', 'invalid-metadata']);

/** So far from two versions of a text what lacks something may lack it for them: a heading above, an entry beside. */
const reach = 200;

const telling = new Set(['note-left', 'conflict-mark', 'placeholder-left', 'front-matter-syntax']);

/**
 * The findings less notes in which stands what is told to be missing, and what follows from two versions of a text: until
 * one is taken out, it is neither of them.
 */
export function withoutVersionConsequences(findings: CheckedFinding[]): CheckedFinding[] {
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
  const faults = new Spans(findings.filter(own => own.rule !== 'note-left' && isFault(own)).flatMap(allPlaces));
  return findings.filter(finding => {
    const { rule, from } = finding;
    if (rule === 'conflict-mark') return true;
    if (rule === 'invalid-metadata' && lines.hold(finding)) return false;
    if (rule === 'provider-mismatch' && placeholders.standIn(finding)) return false;
    if (rule === 'note-left') return !faults.standIn(finding);
    const start = { from, to: from };
    if (isOfFramework(rule) || ofVersions.has(rule)) return !nearVersions.hold(start);
    return rule !== 'front-matter-syntax' || !versionsOfDetails.hold(start);
  });
}
