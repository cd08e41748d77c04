import type { MatrixFinding } from '../features/matrix.ts';
import { shortened } from './columns.ts';
import { csvRows } from './csv.ts';
import { basisInWords, type MatrixFormat, nameOf, untied } from './matrixFormat.ts';

/** So much of a paragraph is told. */
const mostWords = 120;

/**
 * A table for spreadsheets: a row for each pair of a recommendation and a finding, one for each recommendation without a
 * finding, and one for all that a bare tag may mean.
 */
export function csvMatrix(write: (text: string) => void): MatrixFormat {
  const row = csvRows(write);
  row([
    'file',
    'recommendation',
    'recommendation words',
    'finding',
    'finding words',
    'tied by',
    'score',
    'area',
    'grade',
    'section',
    'line',
  ]);
  return {
    file(path, matrix) {
      const pair = (number: string, text: string, finding: MatrixFinding, by: string, score = ''): void => {
        const { areaTitle, grades, section, line } = finding;
        const [recommendation, own] = [shortened(text, mostWords), shortened(finding.words, mostWords)];
        const where = [areaTitle ?? '', grades.join(' / '), section ?? '', `${line}`];
        row([path, asText(number), recommendation, asText(nameOf(finding)), own, by, score, ...where]);
      };
      const without = new Set(untied(matrix));
      for (const recommendation of matrix.recommendations) {
        const { text, line, findings } = recommendation;
        const name = nameOf(recommendation);
        for (const finding of findings) pair(name, text, finding, basisInWords(finding.by));
        if (without.has(recommendation))
          row([path, asText(name), shortened(text, mostWords), '', '', 'no finding', '', '', '', '', `${line}`]);
      }
      for (const tag of matrix.bareTags) {
        if (tag.suggestions.length === 0) pair('', '', tag, 'bare tag');
        for (const { recommendation: number, line, text, score } of tag.suggestions)
          pair(`${nameOf({ number, line })}?`, text, tag, 'suggested', `${score}`);
      }
      for (const tag of matrix.strayTags) pair(tag.recommendation, '', tag, 'no such recommendation');
      for (const { number, text, line, paragraph } of matrix.strayCitations) {
        const cells = [asText(nameOf({ number, line })), shortened(text, mostWords), asText(paragraph)];
        row([path, ...cells, '', 'no such finding', '', '', '', '', `${line}`]);
      }
    },
    end() {},
  };
}

/** A number such as 2.10, which a spreadsheet would take for 2.1 or for a date, made text. */
function asText(number: string): string {
  return /^\d+\.[\d.]+$/.test(number) ? `'${number}` : number;
}
