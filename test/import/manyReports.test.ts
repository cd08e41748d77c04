import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { readSource } from '../../server/src/readers/readSource.ts';
import { reportIn } from '../reportIn.ts';
import { type Facts, type InventedReport, inventedReport } from './inventedReport.ts';
import { layouts, printed } from './printedPages.ts';

const count = 102;
/** So many of a hundred have to be exact. */
const fewest = 98;

test(`of ${count} invented reports in as many layouts as extractors have, ${fewest} of 100 come out exact`, async context => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const report = inventedReport(seed);
    const layout = layouts[seed % layouts.length]!;
    const differences = await differencesOf(report, printed(report, layout, seed), layout.isStraight === true);
    if (differences.length > 0) wrong.push(`${report.name}, ${layout.name}: ${differences.join('; ')}`);
  }
  context.diagnostic(`${count - wrong.length} of ${count} are exact`);
  for (const each of wrong) context.diagnostic(each);
  assert.ok(wrong.length <= (count * (100 - fewest)) / 100, wrong.join('\n'));
});

/** What an import of a report’s text has otherwise than the report. */
async function differencesOf(report: InventedReport, text: string, isStraight: boolean): Promise<string[]> {
  const source = await readSource(new TextEncoder().encode(text), 'report.txt');
  assert.ok(!('refused' in source));
  const { markup, framework } = importedReport(source, { frameworks: builtInFrameworks });
  const facts = factsOf(markup, framework);
  const different = (Object.keys(facts) as (keyof Facts)[]).filter(
    key => JSON.stringify(facts[key]) !== JSON.stringify(report.facts[key]),
  );
  const words = wordsIn(report, isStraight);
  const written = wordsOf(writtenWords(markup));
  return [
    ...different,
    ...(without(words, written).length > 0 ? [`lost ${without(words, written).slice(0, 5).join(' ')}`] : []),
    ...(without(written, words).length > 0 ? [`invented ${without(written, words).slice(0, 5).join(' ')}`] : []),
  ];
}

/** The facts that the markup holds. */
function factsOf(markup: string, framework: string): Facts {
  const { paragraphs, recommendations, tags, judgements } = reportIn(markup, framework);
  const grades = judgements.flatMap(({ carrier, area, grade }) =>
    grade === undefined ? [] : [[`${carrier} ${area ?? ''}`, grade.id] as const],
  );
  return {
    framework,
    series: paragraphs.flatMap(({ series, number }) => (series === undefined ? [] : [Number(number)])),
    recommendations: recommendations.map(({ number }) => number ?? '-'),
    tags: tags.map(({ paragraph, numbers }) => `${paragraphs[paragraph]?.number}: ${numbers.join()}`),
    grades: Object.fromEntries(grades),
  };
}

/** All words of a report but its days, which the markup writes in its own way. */
function wordsIn({ blocks }: InventedReport, isStraight: boolean): string[] {
  const texts = blocks.flatMap(block => {
    switch (block.kind) {
      case 'cover':
        return block.lines;
      case 'entry':
        return [`${block.number ?? ''} ${block.text}: ${block.grade}`];
      case 'number':
        return [`${block.mark}. ${block.text}`];
      case 'contents':
        return [];
      default:
        return [block.text];
    }
  });
  const text = texts.join('\n');
  return wordsOf(isStraight ? text.replace(/[‘’]/g, "'").replace(/–/g, '-') : text);
}

/** The markup’s words without its marks: of the details only the title, and the provider as the cover has it. */
function writtenWords(markup: string): string {
  const close = markup.indexOf('\n---\n');
  const details = markup.slice(0, close).split('\n');
  const title = details.flatMap(line => /^title: (.*)$/.exec(line)?.[1] ?? []);
  const provider = details.flatMap(line => /^provider: \[?([^,\]]*)/.exec(line)?.[1] ?? []);
  const isInTitle = title.some(words => provider.some(name => words.includes(name)));
  const body = markup
    .slice(close + 5)
    .replace(/<!--[\s\S]*?-->|^\| --- .*$|^#+ (?:\{.*$)?|^Judgement: |^ *- /gm, '')
    .replace(/\[\^(\d+)\](: )?/g, (_, name: string, colon?: string) => `${name}${colon === undefined ? '' : ' '}`)
    .replace(/^\| *(.*) \| *(.*) \|$/gm, (_, area: string, grade: string) =>
      /^Judgement$/.test(area) || area === '' ? '' : `${area}: ${grade}`,
    );
  return [...title, ...(isInTitle ? [] : provider), body]
    .join('\n')
    .replace(/\[\^(\d+)\]/g, '$1')
    .replace(/\\(?=[^\w\s])/g, '');
}

function wordsOf(text: string): string[] {
  return text
    .replace('#', '')
    .replace(/^#(?=\d)/gm, '')
    .split(/\s+/)
    .filter(word => word !== '');
}

/** The words of one text that the other has not, each as often as it is missing. */
function without(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter(word => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}
