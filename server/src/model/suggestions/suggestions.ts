/*
 * Which recommendation a finding's bare tag means, suggested from the wording of both.
 *
 * Words are compared by stem or by what they mean in inspections (`meanings`). A word counts the more the fewer
 * recommendations have it, and in a finding the nearer its sentence is to the tag and if that sentence states a weakness.
 * A recommendation is compared as a whole and by the part of it that fits best. What the findings have in common with
 * the recommendations is then shared out: a board's findings mean the board's recommendations, and a recommendation that
 * other findings mean already is somewhat less likely to be meant again. `suggestionWords.ts` reads the words,
 * `suggestionTerms.ts` the recommendations, `suggestionMatches.ts` a finding; here is what the findings share out.
 *
 * The constants were found on published reports. Most may be changed by a third without a change worth noting.
 */

import { matchesOf, newReading, read, strongestWords } from './suggestionMatches.ts';
import { termsOf } from './suggestionTerms.ts';
import { forgetWords, wordsOf } from './suggestionWords.ts';

/** A recommendation as the ranking reads it. */
export interface RankedRecommendation {
  readonly number: string;
  readonly text: string;
  /** The title path of the section it stands in, e.g. 'The Local Safeguarding Children Board (LSCB) › Recommendations'. */
  readonly section: string;
}

/** A tagged finding: its text without tags, the offset in that text where the tag stood, and the title path of its section. */
export interface TaggedFinding {
  readonly text: string;
  readonly tagAt: number;
  readonly section: string;
}

/**
 * One suggestion: an index into the recommendations, a score from 0 to 1, and the words of the finding that speak for
 * it, the strongest first (as written in the finding, at most five).
 */
export interface Suggestion {
  readonly recommendation: number;
  readonly score: number;
  readonly words: readonly string[];
}

/** How much surer a better match makes. */
const sharpness = 5.6;
/** For a recommendation of the finding's own part of the report; against one of another part. */
const atHome = 0.5;
const abroad = 4;
/** Against a recommendation that other findings mean. */
const repetition = 0.7;
/** At what match, times `sharpness`, half is believed. */
const evidenceMiddle = 2;

/** Each finding is compared with each recommendation; no report has so many of both. */
const mostPairs = 250_000;

/** For each finding the recommendations that may be meant, best first; an empty list where nothing speaks for any. */
export function suggestRecommendations(
  recommendations: readonly RankedRecommendation[],
  findings: readonly TaggedFinding[],
): Suggestion[][] {
  const pairs = recommendations.length * findings.length;
  if (pairs === 0 || pairs > mostPairs) {
    return findings.map(() => []);
  }
  forgetWords();
  const terms = termsOf(recommendations);
  const reading = newReading(terms);
  const titles = new Map<string, readonly number[]>();
  const matches: number[][] = [];
  const words: (readonly string[])[][] = [];
  for (const finding of findings) {
    let title = titles.get(finding.section);
    if (title === undefined) {
      title = wordsOf(finding.section.slice(finding.section.lastIndexOf('›') + 1), 0, terms.ofKey).numbers;
      titles.set(finding.section, title);
    }
    read(reading, finding, title, terms);
    const row = matchesOf(reading, terms);
    matches.push(row);
    words.push(
      row.map((match, at) => (match > 0 ? strongestWords(finding.text, reading, terms.wholes[at]!, terms.gain) : [])),
    );
  }
  const shares = shared(matches, recommendations, findings);
  return matches.map((row, at) => suggestionsOf(row, shares[at]!, words[at]!));
}

/** For each finding how likely each recommendation is the one meant, given what the other findings mean. */
function shared(
  matches: readonly (readonly number[])[],
  recommendations: readonly RankedRecommendation[],
  findings: readonly TaggedFinding[],
): number[][] {
  const findingRoots = rootsOf(findings);
  const inhabited = new Set(findingRoots).add(boardRoot);
  const homes = rootsOf(recommendations).map(root => (inhabited.has(root) ? root : ''));
  const owners = new Set(homes);
  const sums = matches.map((row, finding) => {
    const root = findingRoots[finding]!;
    return row.map((match, at) => {
      const home = homes[at]!;
      if (home !== '' && home === root) {
        return sharpness * match + atHome;
      }
      return home !== '' || (root !== '' && owners.has(root)) ? sharpness * match - abroad : sharpness * match;
    });
  });
  const first = sums.map(softmax);
  const totals = new Float64Array(recommendations.length);
  for (const row of first) {
    for (let at = 0; at < row.length; at++) {
      totals[at]! += row[at]!;
    }
  }
  return sums.map((row, finding) => {
    const own = first[finding]!;
    return softmax(row.map((sum, at) => sum - repetition * Math.log(totals[at]! - own[at]! + 0.5)));
  });
}

const boardRoot = '\u0000board';
const boardTitle = /\bLSCB\b|Safeguarding (?:Children|Adults)(?:’s|'s)? (?:Board|Partnership)|^[^›]*\bBoard\b/iu;

/** The title of the outermost section of each, or one mark for whatever stands in a board's part of the report. */
function rootsOf(items: readonly { readonly section: string }[]): string[] {
  const roots = new Map<string, string>();
  return items.map(({ section }) => {
    let root = roots.get(section);
    if (root === undefined) {
      const end = section.indexOf('›');
      root = boardTitle.test(section) ? boardRoot : section.slice(0, Math.max(0, end)).trim();
      roots.set(section, root);
    }
    return root;
  });
}

function softmax(row: readonly number[]): number[] {
  let highest = -Infinity;
  for (const value of row) {
    highest = Math.max(highest, value);
  }
  let total = 0;
  const powers = row.map(value => {
    const power = Math.exp(value - highest);
    total += power;
    return power;
  });
  return powers.map(power => power / total);
}

function suggestionsOf(
  matches: readonly number[],
  shares: readonly number[],
  words: readonly (readonly string[])[],
): Suggestion[] {
  const suggestions: Suggestion[] = [];
  for (let at = 0; at < matches.length; at++) {
    if (matches[at]! > 0) {
      // A single recommendation has the whole share, however little speaks for it.
      const evidence = 1 / (1 + Math.exp(evidenceMiddle - sharpness * matches[at]!));
      suggestions.push({ recommendation: at, score: shares[at]! * evidence, words: words[at]! });
    }
  }
  return suggestions.sort((one, other) => other.score - one.score || one.recommendation - other.recommendation);
}
