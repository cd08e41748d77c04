import type { Matrix, MatrixFinding } from '../features/matrix.ts';
import { addToGroup } from '../text/lists.ts';
import { listInWords } from '../text/phrases.ts';
import { printable, shortened } from './columns.ts';
import { basisInWords, type MatrixFormat, nameOf, untied, whereabouts } from './matrixFormat.ts';
import type { Paint } from './paint.ts';
import { wrapped } from './wrapped.ts';

/** Matrices for people: under each recommendation its findings, area by area with their grades; then what is not tied. */
export function prettyMatrix(write: (text: string) => void, paint: Paint, width: number): MatrixFormat {
  return {
    file: (path, matrix) => write(`${lines(path, matrix, paint, width).join('\n')}\n\n`),
    end: count => write(`${wrapped(count.closing(), width, '').join('\n')}\n`),
  };
}

/** What is said of a report in which there is not even a wrong tie. */
const nothingTied = {
  tag: 'No finding carries a tag that says which recommendation it supports.',
  citation: 'No recommendation cites the findings it rests on.',
} as const;

function isUntagged({ bareTags, strayTags, strayCitations }: Matrix): boolean {
  return bareTags.length + strayTags.length + strayCitations.length === 0;
}

function lines(path: string, matrix: Matrix, paint: Paint, width: number): string[] {
  const { title, framework, recommendations, bareTags, strayTags, strayCitations } = matrix;
  const all = [...recommendations, ...bareTags, ...strayTags, ...recommendations.flatMap(({ findings }) => findings)];
  const gutter = Math.max(3, ...all.map(own => nameOf(own).length)) + 3;
  const bases = recommendations.flatMap(({ findings }) => findings.map(({ by }) => basisInWords(by).length));
  const column = Math.max('suggested'.length, ...bases);
  const name = (words: string, indent: string): string => `${indent}${words.padEnd(gutter)}`;
  const fitted = (before: string, words: string): string =>
    `${before}${shortened(words, Math.max(20, width - before.length))}`.trimEnd();

  const written = [paint.strong(printable(path)), shortened([title ?? 'No title', framework].join(' · '), width), ''];
  for (const recommendation of recommendations) {
    const { text, findings, suggested } = recommendation;
    const own = name(nameOf(recommendation), '');
    written.push(`${paint.strong(own)}${fitted(own, text).slice(own.length)}`);
    const byPlace = new Map<string, string[]>();
    const add = (finding: MatrixFinding, label: string, by: string): void =>
      addToGroup(byPlace, whereabouts(finding), fitted(`${name(label, '    ')}${by.padEnd(column)}  `, finding.words));
    for (const finding of findings) add(finding, nameOf(finding), basisInWords(finding.by));
    for (const finding of suggested) add(finding, `${nameOf(finding)}?`, 'suggested');
    for (const [place, rows] of byPlace) written.push(fitted('  ', place), ...rows);
    if (byPlace.size === 0 && matrix.link !== 'none') written.push('  No finding');
  }
  if (recommendations.length > 0) written.push('');

  const said = (words: string): number => written.push(...wrapped(words, width, ''));
  const without = untied(matrix);
  if (recommendations.length === 0) said('No recommendation is read from this report.');
  else if (matrix.link === 'none') said(`By the framework ${framework} nothing ties recommendations to findings.`);
  else if (without.length === recommendations.length && isUntagged(matrix)) said(nothingTied[matrix.link]);
  else if (without.length === 0) said('Every recommendation has a finding.');
  const [bare, maybe] = [
    without.filter(own => own.suggested.length === 0),
    without.filter(own => own.suggested.length > 0),
  ];
  if (bare.length > 0) said(`Recommendations without a finding: ${listInWords(bare.map(nameOf))}.`);
  if (maybe.length > 0)
    said(`Recommendations for which findings are only suggested: ${listInWords(maybe.map(nameOf))}.`);
  const list = <Own extends Parameters<typeof nameOf>[0]>(
    heading: string,
    all: readonly Own[],
    row: (own: Own) => readonly [number: string, words: string],
  ): void => {
    if (all.length === 0) return;
    written.push('');
    said(heading);
    for (const own of all) {
      const [number, words] = row(own);
      written.push(fitted(`${name(nameOf(own), '  ')}${number.padEnd(11)}`, words));
    }
  };
  list('Findings whose tag names no recommendation, with what it may mean (likeliest first):', bareTags, tag => {
    const meant = tag.suggestions.map(({ recommendation: number, line }) => `${nameOf({ number, line })}?`);
    return [meant.join(' ') || 'unclear', tag.words];
  });
  const [example] = bareTags.flatMap(({ suggestions }) => suggestions.flatMap(own => own.recommendation ?? []));
  if (example !== undefined)
    written.push('', `To say what a tag means, write it behind the tag: (Recommendation)<!-- ${example} -->`);
  list('Findings whose tag names a recommendation that there is not:', strayTags, ({ recommendation, words }) => [
    recommendation,
    words,
  ]);
  list(
    'Recommendations that cite a paragraph which is not there, or is no finding:',
    strayCitations,
    ({ paragraph, text }) => [paragraph, text],
  );
  return written;
}
