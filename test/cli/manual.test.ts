import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { docxFile, p } from '../readers/docxFile.ts';
import { text, writtenPdf } from '../readers/pdfWriter.ts';
import { commandLine } from './commandLine.ts';

const manual = readFileSync('server/docs/cli.md', 'utf8');

/** The examples in the manual under a heading, those of the parts within it included. */
function examples(heading: string): string[] {
  const from = manual.indexOf(`\n${heading}\n`);
  assert.ok(from >= 0, heading);
  const level = heading.indexOf(' ');
  const end = manual.slice(from + 1).search(new RegExp(`\n#{1,${level}} `));
  return [...manual.slice(from, end < 0 ? undefined : from + 1 + end).matchAll(/^```\n([\s\S]*?)^```$/gm)].map(
    ([, code = '']) => code,
  );
}

const report = `# Services

## Recommendations

1. Improve plans.

## Findings

2. Plans are late. (Recommendation 9)

3. See paragraphs 2–1.

4. Managers.

5. See paragraphs 2–1.
`;

test('the example of pretty output is what is written', async () => {
  const rules = { 'unresolved-tag': 'error', 'reversed-range': 'hint', 'untagged-recommendation': 'off' };
  const folder = { 'reports/a.inspection': report, 'inspectmark.json': JSON.stringify({ rules }) };
  assert.equal((await commandLine('check', folder)).out, examples('### pretty')[0]);
});

test('the example of a tree is what is written', async () => {
  const source = `---
framework: ofsted-sif
provider: Borough of Anytown
title: Inspection of services for children in Anytown
inspected: 2017-11-06/2017-11-30
---

# Children’s services in Anytown are good

2.1 Adoption performance: Good

## Recommendations

1. Improve the timeliness of early help.

2. Train the managers of adoption services.

## Leadership, management and governance

Judgement: Requires improvement

### Inspection findings

3. Managers are new. (Recommendation 2)

4. Early help is not timely. (Recommendation)

6. Text.
`;
  assert.equal((await commandLine('outline a.inspection', { 'a.inspection': source })).out, examples('### tree')[0]);
});

test('the example of a matrix is what is written', async () => {
  const source = `---
framework: ofsted-sif
title: Inspection of services for children in Anytown
---

## Recommendations

1. Improve the timeliness of early help.

2. Train the managers of adoption services.

3. Reduce the number of pupils who are excluded from school.

## Leadership, management and governance

Judgement: Requires improvement

### Inspection findings

4. Managers are new. They are not all trained. (Recommendation 2)

5. Families wait for help. Early help is not timely. (Recommendation)
`;
  assert.equal((await commandLine('matrix a.inspection', { 'a.inspection': source })).out, matrixExample());
});

test('the command lines of the manual do not fail', async () => {
  const pdf = writtenPdf([text(72, 72, 'A report.')]);
  const folder = {
    'report.inspection': '',
    'known.inspectmark.json': '{"version":1,"reports":{}}',
    '--draft.inspection': '',
    'reports/a.inspection': '',
    'archive/2018/a-final.inspection': '',
    'published.pdf': pdf,
    'published.docx': docxFile(p('A report.')),
    '2017.pdf': pdf,
    '2018.pdf': pdf,
  };
  const readStdin = () => Buffer.from('A report.\n');
  const lines = manual
    .split(/^```$/m)
    .filter((_, i) => i % 2 === 1)
    .flatMap(code => code.split('\n'))
    .map(line => /(?:^|\| )inspectmark ([^#>]*)/.exec(line)?.[1]?.trim())
    .filter(line => line !== undefined && !line.startsWith('lsp'));
  assert.ok(lines.length > 8);
  for (const line of lines) {
    const { code, err } = await commandLine(line!.replaceAll("'", ''), folder, { readStdin });
    assert.deepEqual([line, code, err.replace(summaryLine, '')], [line, 0, '']);
  }
});

test('the fields that the manual lists are those that are written', async () => {
  const folder = { 'a.inspection': readFileSync('samples/rotherham-2018.inspection', 'utf8') + report };
  const parts = manual.split(/^### json$/m);
  const named = (part: string) => {
    const rows = part.slice(0, part.search(/^## /m)).matchAll(/`(?:[a-z]+(?:\[\])?\.|….)*([a-zA-Z]+)(?:\[\])?`/g);
    return new Set([...rows].map(([, name]) => name));
  };
  for (const [args, part] of [
    ['check', parts[1]],
    ['outline', parts[2]],
    ['matrix', parts[3]],
  ] as const) {
    const { out } = await commandLine(`${args} a.inspection --format json`, folder);
    const fields = named(part ?? '');
    for (const key of keysOf(JSON.parse(out))) assert.ok(fields.has(key), `${key} of ${args} is in the manual`);
  }
});

/** What a command says on standard error though all is well. */
const summaryLine =
  /^(?:(?:reports\/)?known\.inspectmark\.json now lists|The numbers of|\d+ reports? (?:is|are) in form) .*\n$/;

/** The example of a matrix: the first of its part that is no command line. */
function matrixExample(): string | undefined {
  return examples('## inspectmark matrix').find(code => !code.startsWith('inspectmark'));
}

/** The names of all fields, but those of the front matter, which are the report's own. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...(key === 'metadata' ? [] : keysOf(inner))]);
}
