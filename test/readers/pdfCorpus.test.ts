import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { SourceLine } from '../../server/src/import/source.ts';
import { pdfSource } from '../../server/src/readers/pdf.ts';
import { notThere } from '../corpus/corpus.ts';

const folder = '../shared/corpus';

/** The published reports that are there as PDF and as the text that another extractor gave. */
const names = notThere
  ? []
  : readdirSync(`${folder}/pdf`)
      .map(file => file.replace('.pdf', ''))
      .filter(name => textOf(name) !== undefined);

function textOf(name: string): string | undefined {
  const file = readdirSync(`${folder}/text`).find(file => file.startsWith(name));
  return file === undefined ? undefined : readFileSync(`${folder}/text/${file}`, 'utf8');
}

async function linesOf(name: string): Promise<readonly SourceLine[]> {
  const source = await pdfSource(readFileSync(`${folder}/pdf/${name}.pdf`));
  assert.ok('lines' in source);
  return source.lines;
}

/** The words that are more often in the first than in the second. */
function surplus(first: string, second: string): string[] {
  const rest = new Map<string, number>();
  const words = (text: string) => text.normalize('NFC').split(/\s+/u).filter(Boolean);
  for (const word of words(second)) rest.set(word, (rest.get(word) ?? 0) + 1);
  return words(first).filter(word => {
    const left = rest.get(word) ?? 0;
    rest.set(word, left - 1);
    return left <= 0;
  });
}

/** What the other extractor has torn or joined, where the page shows it otherwise: its words, and those of the page. */
const torn: Readonly<Record<string, { readonly text: string; readonly page: string }>> = {
  'ofsted-ilacs_2018-06-12_bolton': { text: 'children ’s children ’s', page: 'children’s children’s' },
  'ofsted-sif-late_2017-02-07_york': {
    text: 'ost- carers . laced carers , promptly , see n child , placement . occurs . p p',
    page: 'post- carers. placed carers, promptly, seen child, placement. occurs.',
  },
};

for (const name of names) {
  test(`${name} has the words that another extractor finds`, async () => {
    const ours = (await linesOf(name)).map(({ text }) => text).join('\n');
    const theirs = textOf(name)!;
    const { text = '', page = '' } = torn[name] ?? {};
    assert.deepEqual(surplus(ours, theirs).sort(), surplus(page, '').sort());
    assert.deepEqual(surplus(theirs, ours).sort(), surplus(text, '').sort());
  });
}

test('a published report has its headings, its table, its notes and its bullets by their look', {
  skip: notThere,
}, async () => {
  const lines = await linesOf('ofsted-sif-late_2018-01-29_rotherham');
  const told = lines.filter(({ look }) => look?.furniture === undefined);
  const sized = (size: number) =>
    told.filter(({ look }) => look?.size === size && look.bold && look.cell === undefined).map(({ text }) => text);
  assert.deepEqual(sized(1.33), ['The local authority']);
  assert.deepEqual(sized(1.17).slice(3, 7), [
    'Executive summary',
    'Information about this local authority area1',
    'Recommendations',
    'Summary for children and young people',
  ]);
  assert.deepEqual(
    told.filter(({ look }) => look?.cell?.column === 2).map(({ text }) => text),
    ['Good', 'Requires improvement', 'Good', 'Outstanding', 'Good'],
  );
  assert.deepEqual(
    told.flatMap(({ page, look }) => (look?.note === undefined ? [] : [`${look.note} on page ${page}`])),
    ['1 on page 5', '1 on page 5', '2 on page 6'],
  );
  assert.deepEqual(
    told.flatMap(({ text, look }) => (look?.superscripts ?? []).map(({ from, to }) => text.slice(from, to))),
    ['1', '1', '2', '2'],
  );
  const bullets = told.filter(({ page, text }) => page === 5 && /^[\uf06e\u2212\uf02d]/u.test(text));
  assert.deepEqual([...new Set(bullets.map(({ look }) => look?.left))], [0, 4.14, 5.91, 3.72]);
  const contents = lines.filter(({ look }) => look?.furniture === 'contents');
  assert.deepEqual([...new Set(contents.map(({ page }) => page))], [4]);
  const feet = lines.filter(({ look }) => look?.furniture === 'foot').map(({ text }) => text);
  assert.deepEqual(
    feet,
    Array.from({ length: 34 }, (_, i) => `${i + 1}`),
  );
});

test('a published report that is cut off or damaged gives an answer', { skip: notThere }, async () => {
  const bytes = readFileSync(`${folder}/pdf/ofsted-ilacs_2018-06-12_bolton.pdf`);
  for (const share of [0.1, 0.5, 0.9]) await pdfSource(bytes.subarray(0, Math.floor(bytes.length * share)));
  const spotted = new Uint8Array(bytes);
  for (let i = 5000; i < spotted.length; i += 5003) spotted[i] = 0;
  await pdfSource(spotted);
});
