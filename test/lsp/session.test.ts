import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Range,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { randomNumbers } from '../randomNumbers.ts';
import { at, clientInMemory, pullingOnce, type TestClient } from './testClient.ts';

const edits = 2000;
/** After so many edits the server is compared with a fresh one. */
const step = 50;
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const uri = at('a.inspection');
const files = { 'b.inspection': '## Annex {#annex}\n\n1. Text.\n' };
const sample = readFileSync('samples/rotherham-2018.inspection', 'utf8');

/**
 * What an author types and pastes: marks of every kind, several blocks at once, line ends of all sorts, characters of two
 * units.
 */
const pastes = [
  'a',
  ' ',
  '.',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '😀',
  '𝔸bc',
  'é',
  '\u2028',
  '\t',
  '"',
  '’',
  '-',
  '<!--',
  '-->',
  '---\n',
  '|',
  '`',
  '1. ',
  '\n\n12. A finding. (Recommendation 2)\n\n',
  '(Recommendation)',
  '(Recommendation 9)<!-- 2 -->',
  '# ',
  '\n\n## Part {#part}\n\n',
  '\n\n### The graded judgement for adoption performance is that it is good\n\n',
  'Judgement: Good',
  '\nJudgement: Inadequate\n',
  '[^1]',
  '\n\n[^1]: A note.\n',
  '[it](b.inspection#annex)',
  '[it](b.inspection#nowhere)',
  '[that](#part)',
  'paragraph 12',
  'paragraphs 9–11 and 14',
  'the local authority (LA)',
  '\n\n- one\n- two\n\n  three\n',
  '\n\n| Area | Grade |\n|---|---|\n| Leadership | Good |\n\n',
  '> quoted\n',
  '<!-- inspectmark-disable unresolved-link -- a test -->',
  'framework: generic\n',
  'framework: ofsted-sif\n',
  'title: A: B\n',
  '\n\n## Recommendations\n\n1. Improve early help.\r\n\r\n2. Write letters.\r\n\r\n## Leadership, management and governance\n\n3. Help is late. (Recommendation 1)\n',
];

test(`${edits} random edits leave what a fresh server finds`, async context => {
  context.diagnostic(`The random session’s seed is ${seed}; SEED=${seed} repeats it.`);
  const random = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const client = await clientInMemory({ capabilities: pullingOnce, files });
  let text = sample.slice(0, 9000);
  const undone: { from: number; to: number; text: string }[] = [];
  await client.open(uri, text);
  for (let i = 1; i <= edits; i++) {
    const changes: { range: Range; text: string }[] = [];
    for (let left = random() < 0.1 ? 3 : 1; left > 0; left--) {
      const { from, to, text: words } = (random() < 0.15 ? undo() : undefined) ?? newEdit();
      changes.push({ range: { start: positionAt(text, from), end: positionAt(text, to) }, text: words });
      undone.push({ from, to: from + words.length, text: text.slice(from, to) });
      text = text.slice(0, from) + words + text.slice(to);
    }
    void client.change(uri, changes);
    // Most of the time the author is faster than the server.
    if (random() < 0.2) await client.pull(uri);
    if (i % step === 0) assert.deepEqual(await told(client), await told(await fresh()), `SEED=${seed}, edit ${i}`);
  }

  function undo(): { from: number; to: number; text: string } | undefined {
    const last = undone.pop();
    return last !== undefined && boundary(last.from) === last.from && boundary(last.to) === last.to ? last : undefined;
  }

  function newEdit(): { from: number; to: number; text: string } {
    const from = boundary(Math.floor(random() * (text.length + 1)));
    const kind = random();
    if (text.length > 14_000 || kind < 0.2) return { from, to: boundary(from + Math.floor(random() * 900)), text: '' };
    if (kind < 0.35) {
      const start = Math.floor(random() * sample.length);
      return {
        from,
        to: boundary(from + Math.floor(random() * 200)),
        text: sample.slice(start, start + random() * 700),
      };
    }
    return { from, to: boundary(from + (kind < 0.5 ? Math.floor(random() * 12) : 0)), text: pick(pastes) };
  }

  /** No edit begins or ends within a line end or a character of two units: no editor can tell of it. */
  function boundary(offset: number): number {
    let within = Math.min(offset, text.length);
    if (text[within] === '\n' && text[within - 1] === '\r') within--;
    if (/[\udc00-\udfff]/.test(text[within] ?? '') && /[\ud800-\udbff]/.test(text[within - 1] ?? '')) within--;
    return within;
  }

  async function fresh(): Promise<TestClient> {
    const other = await clientInMemory({ files });
    await other.open(uri, text);
    return other;
  }
});

/** Findings, outline, links, and what else is made of the model. */
async function told(client: TestClient): Promise<unknown> {
  const params = { textDocument: { uri } };
  const { connection } = client;
  const report = await client.pull(uri);
  return {
    findings: report.kind === 'full' ? report.items : report.kind,
    outline: await connection.sendRequest(DocumentSymbolRequest.type, params),
    links: await connection.sendRequest(DocumentLinkRequest.type, params),
    folding: await connection.sendRequest(FoldingRangeRequest.type, params),
    tokens: await connection.sendRequest(SemanticTokensRequest.type, params),
  };
}

/** Lines as editors count them, by no code of ours. */
function positionAt(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
}
