import type { Matrix, MatrixFinding } from '../features/matrix.ts';
import { shortened } from './columns.ts';
import { escaped, pageFoot, pageHead } from './htmlPage.ts';
import { basisInWords, type MatrixFormat, nameOf, percent, whereabouts } from './matrixFormat.ts';

/** So much of a finding is told. */
const mostWords = 160;

/**
 * A page to read, print and send: of each report a table of recommendations by findings, and one of what bare tags may
 * mean.
 */
export function htmlMatrix(write: (text: string) => void): MatrixFormat {
  let count = 0;
  write(pageHead('Recommendations and their findings', style));
  return {
    file(path, matrix) {
      count++;
      write(section(path, matrix, `file-${count}`));
    },
    end: summary => write(`<p id="total">${escaped(summary.closing())}</p>\n${pageFoot}`),
  };
}

const style = `main { max-width: 75rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 0; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
th, td { border: 1px solid #8888; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
tbody { break-inside: avoid; }
tbody th { font-weight: normal; width: 30%; }
i { opacity: .8; }`;

function section(path: string, matrix: Matrix, id: string): string {
  const { title, framework, link, recommendations, bareTags, strayTags, strayCitations } = matrix;
  const untying = link === 'none' ? ' Nothing ties recommendations to findings by it.' : '';
  const parts = [
    `<section aria-labelledby="${id}">\n<h2 id="${id}">${escaped(path)}</h2>\n`,
    `<p>${escaped(title ?? 'No title')}. Read by the framework <code>${escaped(framework)}</code>.${untying}</p>\n`,
    recommendations.length === 0
      ? '<p>No recommendation is read from this report.</p>\n'
      : table(
          ['Recommendation', 'Finding', 'Tied by', 'Area and grade', 'What was found'],
          recommendations.map(recommendation => groupOf(recommendation, link)),
        ),
  ];
  if (bareTags.length > 0) {
    const rows = bareTags.map(tag => {
      const meant = tag.suggestions.map(
        ({ recommendation: number, line, score, text }) =>
          `<b>${escaped(nameOf({ number, line }))}?</b> (${percent(score)}) ${escaped(shortened(text, mostWords))}`,
      );
      return `<tbody><tr><th scope="row">${meant.join('<br>') || 'Unclear'}</th>${cellsOf(tag, 'bare tag')}</tr></tbody>\n`;
    });
    const head = ['May mean, the likeliest first', 'Finding', 'Tied by', 'Area and grade', 'What was found'];
    parts.push(`<h3>Tags that name no recommendation: ${rows.length}</h3>\n`, table(head, rows));
  }
  if (strayTags.length > 0) {
    const rows = strayTags.map(
      tag =>
        `<tbody><tr><th scope="row"><b>${escaped(tag.recommendation)}</b></th>${cellsOf(tag, 'tag')}</tr></tbody>\n`,
    );
    const head = ['Names', 'Finding', 'Tied by', 'Area and grade', 'What was found'];
    parts.push(`<h3>Tags that name a recommendation that there is not: ${rows.length}</h3>\n`, table(head, rows));
  }
  if (strayCitations.length > 0) {
    const rows = strayCitations.map(
      own =>
        `<tbody><tr><th scope="row"><b>${escaped(nameOf(own))}</b> ${escaped(shortened(own.text, mostWords))}</th><td>${escaped(own.paragraph)}</td></tr></tbody>\n`,
    );
    const words = 'Recommendations that cite a paragraph which is not there, or is no finding';
    parts.push(`<h3>${words}: ${rows.length}</h3>\n`, table(['Recommendation', 'Cites'], rows));
  }
  return `${parts.join('')}</section>\n`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  const cells = head.map(words => `<th scope="col">${words}</th>`).join('');
  return `<table>\n<thead><tr>${cells}</tr></thead>\n${rows.join('')}</table>\n`;
}

/** The rows of a recommendation, one for each finding. */
function groupOf(recommendation: Matrix['recommendations'][number], link: Matrix['link']): string {
  const { text, findings, suggested } = recommendation;
  const rows = [
    ...findings.map(finding => cellsOf(finding, basisInWords(finding.by))),
    ...suggested.map(finding => cellsOf(finding, 'suggested')),
  ];
  if (rows.length === 0) rows.push(`<td colspan="4">${link === 'none' ? '' : 'No finding'}</td>`);
  const words = `<b>${escaped(nameOf(recommendation))}</b> ${escaped(text)}`;
  const head = `<th scope="rowgroup" rowspan="${rows.length}">${words}</th>`;
  return `<tbody>${rows.map((row, i) => `<tr>${i === 0 ? head : ''}${row}</tr>`).join('\n')}</tbody>\n`;
}

/** A finding; one that is only suggested has a question mark. */
function cellsOf(finding: MatrixFinding, by: string): string {
  const isSuggested = by === 'suggested';
  const name = `${escaped(nameOf(finding))}${isSuggested ? '?' : ''}`;
  const cells = [name, isSuggested ? `<i>${by}</i>` : by, escaped(whereabouts(finding))];
  return [...cells, escaped(shortened(finding.words, mostWords))].map(words => `<td>${words}</td>`).join('');
}
