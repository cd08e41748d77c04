import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtInFramework, builtInIds } from '../../server/src/framework/builtIn.ts';
import { metadataOf } from '../../server/src/model/metadata.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { reportSummary } from '../../server/src/model/reportSummary.ts';
import { PassageShelf, passagesOf } from '../../server/src/model/words/passages.ts';
import { type CheckedFinding, checkedFindings } from '../../server/src/rules/checking/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Edit, Rule } from '../../server/src/rules/rule.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { files, marked, withMarks } from '../notation.ts';
import { foundIn } from './foundIn.ts';
import { hardWrapped } from './hardWrapped.ts';
import { type Example, ruleSources } from './ruleSources.ts';

const sources = ruleSources();

test('every rule file is in the list, and every rule in the list is a file', () => {
  assert.deepEqual([...rules.map(({ id }) => id)].sort(), sources.map(({ id }) => id).sort());
});

for (const source of sources) {
  const rule = rules.find(({ id }) => id === source.id);
  test(`${source.id}: the examples in its comment`, () => {
    assert.ok(rule, `${source.file} is not in rules/index.ts`);
    assert.ok(
      source.examples.some(({ info }) => info.startsWith('expect')),
      'an example with a finding',
    );
    assert.ok(
      source.examples.some(({ info }) => info === ''),
      'an example without a finding',
    );
    if (rule.fixable)
      assert.ok(
        source.examples.some(({ info }) => info === 'fixed'),
        'an example of its fix',
      );
    let before: { text: string; findings: readonly CheckedFinding[] } | undefined;
    for (const { info, options, text } of source.examples) {
      if (info === 'fixed') {
        assert.ok(before, 'an example comes before its fixed text');
        assert.equal(fixed(before.text, before.findings), text);
        continue;
      }
      before = check(rule, text, options);
    }
  });
  test(`${source.id}: its page of documentation`, () => {
    if (rule === undefined) return;
    const file = `server/docs/rules/${source.id}.md`;
    if (process.env.UPDATE === '1') {
      mkdirSync('server/docs/rules', { recursive: true });
      writeFileSync(file, page(rule, source.comment));
    }
    assert.equal(
      readFileSync(file, 'utf8'),
      page(rule, source.comment),
      `${file} is out of date: run UPDATE=1 npm test`,
    );
  });
}

test('in the examples the same is found when their paragraphs are broken into lines', () => {
  for (const { id, examples } of sources) {
    // (What is written like a directive is told to its line’s end.)
    if (id === 'unknown-directive') continue;
    for (const { text: notation } of examples) {
      const [[, content = ''] = []] = files(notation);
      const { text } = marked(content);
      const written = hardWrapped(text);
      if (written !== text) assert.deepEqual(saidOf(id, written), saidOf(id, text), written);
    }
  }
});

/** What a rule says of a text, and of which words. */
function saidOf(id: string, text: string): string[] {
  const framework = metadataOf(documentOf(text)).framework ?? 'ofsted-sif';
  return foundIn(text, builtInFramework(framework) === undefined ? 'generic' : framework, rule => rule.id === id).map(
    ({ from, to, message }) => `${text.slice(from, to).replace(/\s+/g, ' ')}: ${message}`,
  );
}

test('the README lists every rule', () => {
  const readme = readFileSync('README.md', 'utf8');
  const rows = rules.map(
    ({ id, group, severity, summary }) =>
      `| [${id}](server/docs/rules/${id}.md) | ${group} | ${severity} | ${summary} |`,
  );
  const table = [
    '<!-- rules -->',
    '| Rule | Group | Severity | Finds |',
    '| --- | --- | --- | --- |',
    ...rows,
    '<!-- /rules -->',
  ].join('\n');
  const updated = readme.replace(/<!-- rules -->[\s\S]*<!-- \/rules -->/, () => table);
  if (process.env.UPDATE === '1') writeFileSync('README.md', updated);
  else assert.equal(readme, updated, 'run UPDATE=1 npm test');
});

test('no page of documentation is left of a rule that is gone', () => {
  const ids = new Set(rules.map(({ id }) => id));
  for (const file of readdirSync('server/docs/rules')) {
    if (ids.has(file.replace(/\.md$/, ''))) continue;
    if (process.env.UPDATE === '1') rmSync(`server/docs/rules/${file}`);
    else assert.fail(`server/docs/rules/${file} belongs to no rule`);
  }
});

/** So long a message may be beside what it quotes: VS Code's list of problems shows one line of it. */
const longestMessage = 120;

/**
 * Checks an example: the marks in it are exactly the rule's findings, and a label begins its finding's message or is part
 * of it.
 */
function check(
  rule: Rule,
  notation: string,
  options: Example['options'],
): { text: string; findings: readonly CheckedFinding[] } {
  const all = new Map([...files(notation)].map(([path, content]) => [path, marked(content)]));
  const [[own, main] = ['', marked('')]] = all;
  const shelf = new PassageShelf();
  for (const [path, { text }] of all) shelf.put(path, passagesOf(documentOf(text), path));
  const report = (text: string) => {
    const document = documentOf(text);
    return reportOf(
      document,
      builtInFramework(metadataOf(document).framework ?? 'ofsted-sif') ?? builtInFramework('generic')!,
    );
  };
  const findings = checkedFindings(report(main.text), rules, {
    setting: id => {
      if (id === rule.id) return options && { severity: undefined, options };
      return rule.late === true ? undefined : { severity: 'off', options: {} };
    },
    linked: path => {
      const other = all.get(path);
      return other && reportSummary(report(other.text));
    },
    sharing: shelf.sharing(own),
    frameworkIds: builtInIds,
  }).filter(finding => finding.rule === rule.id);
  const lineEnd = (from: number) =>
    main.text.indexOf('\n', from) < 0 ? main.text.length : main.text.indexOf('\n', from);
  for (const { message } of findings) {
    const beside = message.replace(/“[^”]*”|\*[^*]*\*/g, '');
    assert.ok(beside.length <= longestMessage, `a shorter message, for this is cut off: ${message}`);
  }
  const labels = main.marks.map(({ label }) => label);
  const actual = findings.map(({ from, to, message }) => {
    const wanted = main.marks.find(mark => mark.from === from && message.includes(mark.label));
    return { from, to: Math.max(from + 1, Math.min(to, lineEnd(from))), label: wanted?.label ?? message };
  });
  assert.equal(withMarks(main.text, actual), withMarks(main.text, main.marks), labels.join('\n'));
  return { text: main.text, findings };
}

/** The text after the first fix of every finding that has one. */
function fixed(text: string, findings: readonly CheckedFinding[]): string {
  const edits: Edit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes[0];
    if (fix !== undefined && !fix.edits.some(edit => edits.some(other => edit.from < other.to && other.from < edit.to)))
      edits.push(...fix.edits);
  }
  return edits
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((result, edit) => result.slice(0, edit.from) + edit.text + result.slice(edit.to), text);
}

function page({ id, group, kind, severity, summary, fixable }: Rule, comment: string): string {
  const kinds = { fault: 'a fault', question: 'a question to the author', style: 'advice' };
  return `# ${summary}\n\n*Rule:* \`${id}\` · *group:* ${group} · *kind:* ${kinds[kind]} · *severity:* ${severity}${fixable ? ' · *has a fix*' : ''}\n\n${comment.replaceAll('```inspectmark,', '```inspectmark ')}\n`;
}
