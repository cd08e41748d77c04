import type { CheckedFinding } from '../rules/checking/check.ts';
import { plainMessage } from '../rules/messages/plainMessage.ts';
import type { Severity } from '../rules/rule.ts';
import { counted } from '../text/phrases.ts';
import type { Span, Text } from '../text/text.ts';
import { type FileResult, severities } from './fileResult.ts';
import { closing, type Format } from './format.ts';
import { escaped, pageFoot, pageHead } from './htmlPage.ts';

/** A page to read, print and send: the findings of each file, the worst first, with the words meant. */
export function htmlFormat(write: (text: string) => void): Format {
  let count = 0;
  write(`${pageHead('What Inspectmark found', style)}<p><a href="#total">How much in all</a></p>\n`);
  return {
    file(result) {
      count++;
      write(section(result, `file-${count}`));
    },
    end: summary => write(`<p id="total">${escaped(closing(summary))}</p>\n${pageFoot}`),
  };
}

const style = `ol { padding: 0; list-style: none; }
li { border-top: 1px solid #8888; padding: .6rem 0; break-inside: avoid; }
li p { margin: .2rem 0; }
q { quotes: none; overflow-wrap: anywhere; font-family: ui-serif, serif; }
mark { text-decoration: underline; }
b { border: 1px solid; border-radius: .3rem; padding: 0 .4rem; font-size: .85rem; }
.error { color: light-dark(#a4001d, #ff8d99); }
.warning { color: light-dark(#7a4a00, #ffc46b); }
.information { color: light-dark(#00538f, #86c8ff); }`;

function section(result: FileResult, id: string): string {
  const { path, framework, findings } = result;
  const rows = severities.flatMap(severity =>
    findings.filter(finding => finding.severity === severity).map(finding => row(result, finding)),
  );
  const said = severities
    .map(severity => ({ severity, count: findings.filter(finding => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => (severity === 'information' ? `${count} for information` : counted(count, severity)));
  const by = framework === undefined ? '' : ` Read by the framework <code>${escaped(framework)}</code>.`;
  const list = rows.length === 0 ? '' : `<ol>\n${rows.join('')}</ol>\n`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escaped(path)}</h2>
<p>${said.length === 0 ? 'Nothing was found' : said.join(', ')}.${by}</p>
${list}</section>
`;
}

function row({ text }: FileResult, finding: CheckedFinding): string {
  const { rule, severity, message, related, fixes } = finding;
  const [fix] = fixes;
  const paragraphs = [
    `<b class="${severity}">${labels[severity]}</b> Line ${lineOf(text, finding)}: ${escaped(plainMessage(message))} <code>${rule}</code>`,
    quoted(text, finding),
    ...related.map(each => `Also line ${lineOf(text, each)}: ${escaped(plainMessage(each.message))}`),
    ...(fix === undefined ? [] : [`What would mend it: ${escaped(fix.title)}`]),
  ];
  const shown = paragraphs.filter(words => words !== '').map(words => `<p>${words}</p>\n`);
  return `<li>\n${shown.join('')}</li>\n`;
}

const labels: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
};

function lineOf(text: Text, { from }: Span): number {
  return text.positionAt(from).line + 1;
}

/** So many characters of a line are shown on each side of the words meant, and at most so many of those. */
const around = 100;
const longest = 600;

/** The line of a place, with the words meant marked; nothing of an empty one. */
function quoted(text: Text, { from, to }: Span): string {
  const { line } = text.positionAt(from);
  const [lineFrom, lineTo] = [text.lineStarts[line] ?? 0, text.lineEnd(line)];
  if (lineFrom === lineTo) return '';
  const start = Math.min(from, lineTo);
  const end = Math.max(start, Math.min(to, lineTo, start + longest));
  // (Cut between words, where there are some.)
  const before = text.source.slice(Math.max(lineFrom, start - around), start);
  const after = text.source.slice(end, Math.min(lineTo, end + around));
  const left = start - before.length === lineFrom ? lineFrom : start - before.length + before.indexOf(' ') + 1;
  const right = end + after.length === lineTo ? lineTo : end + Math.max(after.lastIndexOf(' '), 0);
  const part = (a: number, b: number): string => escaped(text.source.slice(a, b));
  const words = `${part(left, start)}<mark>${part(start, end)}</mark>${part(end, right)}`;
  return `<q>${left > lineFrom ? '…' : ''}${words}${right < lineTo ? '…' : ''}</q>`;
}
