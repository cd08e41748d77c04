import type { Report } from '../../server/src/model/report.ts';
import { titleKey } from '../../server/src/model/titleKey.ts';

/** What an independent reading found in a report; a value is empty where nobody has looked. */
export interface ExpectedFacts {
  readonly lastParagraph: string;
  readonly tags: string;
  readonly judgements: string;
}

/** The rows of a table of expected facts, by file. */
export function expectedRows(table: string): Map<string, ExpectedFacts> {
  const [, ...rows] = table.trim().split('\n');
  return new Map(
    rows
      .map(row => row.split('\t'))
      .map(([file = '', lastParagraph = '', tags = '', judgements = '']) => [
        file,
        { lastParagraph, tags, judgements },
      ]),
  );
}

/** The facts in which a report differs from what is expected, one line each. */
export function differingFacts(report: Report, { lastParagraph, tags, judgements }: ExpectedFacts): string[] {
  const differences: string[] = [];
  const expect = (what: string, found: unknown, expected: unknown): void => {
    if (String(found) !== String(expected)) differences.push(`${what}: ${found}, expected ${expected}`);
  };
  const series = report.paragraphs.filter(({ series }) => series !== undefined).map(({ number }) => Number(number));
  const isNumbered = report.framework.id !== 'generic';
  if (lastParagraph !== '' && isNumbered) expect('last paragraph', Math.max(0, ...series), lastParagraph);
  const counted = [...tags.matchAll(/×(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  if (tags !== '') expect('tags', report.tags.length, counted);

  for (const [, number, grade] of judgements.matchAll(/(?<![.\d])(1|2|2\.1|2\.2|3)=([a-z ]+?)(?= \d|\s*\||$)/g)) {
    const entry = report.judgements.find(each => each.carrier === 'entry' && each.number === number);
    expect(`entry ${number}`, entry?.grade?.label.toLowerCase(), grade);
  }
  const statements = report.judgements.filter(({ carrier }) => carrier === 'statement');
  for (const sentence of judgements.split(' | ').filter(part => part.startsWith('The graded judgement'))) {
    const isThere = statements.some(
      ({ grade, text }) => grade !== undefined && titleKey(sentence).endsWith(titleKey(text)),
    );
    expect(`“${sentence}”`, isThere, true);
  }
  const headline = /headline=([^|]+)/.exec(judgements)?.[1]?.trim();
  const stated = report.judgements.find(({ carrier }) => carrier === 'headline');
  if (headline !== undefined) {
    expect(
      `headline “${headline}”`,
      stated?.grade !== undefined && titleKey(headline).endsWith(titleKey(stated.text)),
      true,
    );
  }
  const [, recommendations, first] = /recs=(\d+) firstfinding=(\d+)/.exec(judgements) ?? [];
  if (recommendations !== undefined) {
    const kinds = report.paragraphs.filter(({ series }) => series !== undefined);
    const before = kinds.findIndex(({ kind }) => kind === 'finding');
    expect('recommendations before the first finding', before, recommendations);
    expect('first finding', kinds[before]?.number, first);
  }
  return differences;
}
