import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { preview } from '../../server/src/features/preview.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { paragraphWords, type Report, reportOf } from '../../server/src/model/report.ts';
import { reportFramework } from '../../server/src/settings/reportFramework.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { fixture } from './fixture.ts';

/** The page of a report, without the lines of its elements. */
function check(notation: string, ...expected: string[]): void {
  const { html } = preview(fixture(notation).report);
  assert.deepEqual(html.replace(/ data-line="\d+"/g, '').split('\n'), expected);
}

const findings = '## Inspection findings\n\n';
const findingsHeading = '<h2>Inspection findings</h2>';

test('headings are without marks and attributes, and keep their ids', () => {
  check(
    '## Help *and* care[^1] {#help .findings}',
    '<h2 id="help">Help <em>and</em> care<sup><a href="#note-1">1</a></sup></h2>',
  );
  check('## {.notices #end}', '<div id="end"></div>');
});

test('numbered paragraphs and recommendations can be linked to', () => {
  check(
    `${findings}9. Late,\n    as paragraphs 10 to 12 say.`,
    findingsHeading,
    '<p class="numbered" id="paragraph-9"><span class="number">9.</span> Late, as paragraphs <a href="#paragraph-10">10</a> to <a href="#paragraph-12">12</a> say.</p>',
  );
  check(
    '## Recommendations\n\n1. Improve.',
    '<h2>Recommendations</h2>',
    '<p class="numbered" id="recommendation-1"><span class="number" id="paragraph-1">1.</span> Improve.</p>',
  );
});

test('grades stand out in entries and in judgement lines, whose label is not printed', () => {
  check(
    '# Children’s services in Ely are good\n\n2.1 Adoption performance: Good\n\n## Leadership, management and governance\n\nJudgement: Good',
    '<h1>Children’s services in Ely are good</h1>',
    '<p class="numbered"><span class="number">2.1</span> Adoption performance: <strong class="grade">Good</strong></p>',
    '<h2>Leadership, management and governance</h2>',
    '<p class="judgement"><strong class="grade">Good</strong></p>',
  );
});

test('a tag is printed, its comment is not', () => {
  check(
    `${findings}9. Late. (Recommendation)<!-- 5 -->`,
    findingsHeading,
    '<p class="numbered" id="paragraph-9"><span class="number">9.</span> Late. <span class="tag">(Recommendation)</span></p>',
  );
});

test('bullets nest as they do in the report, and what is not printed parts no list', () => {
  check(
    '- a\n    - b\n    - c\n- d',
    ...['<ul>', '<li>a', '<ul>', '<li>b', '</li>', '<li>c', '</li></ul>', '</li>', '<li>d', '</li></ul>'],
  );
  check(
    `${findings}9. Of these:\n\n    - a\n\n<!-- not yet -->\n\n    - b`,
    findingsHeading,
    '<p class="numbered" id="paragraph-9"><span class="number">9.</span> Of these:</p>',
    ...['<ul class="within">', '<li>a', '</li>', '<li>b', '</li></ul>'],
  );
  check(
    `${findings}9. Of these:\n\n- a`,
    findingsHeading,
    '<p class="numbered" id="paragraph-9"><span class="number">9.</span> Of these:</p>',
    ...['<ul>', '<li>a', '</li></ul>'],
  );
});

test('tables, quotations, line breaks and escapes', () => {
  check(
    '| A | B |\n| - | - |\n| *one* | two \\| 3 |',
    '<table><tr><th>A</th><th>B</th></tr><tr><td><em>one</em></td><td>two | 3</td></tr></table>',
  );
  check('> Kind,\n> they said.', '<blockquote>Kind,<br>they said.</blockquote>');
  check('One\\\ntwo, 9\\. three', '<p>One<br> two, 9. three</p>');
  check('a multi-\nagency team', '<p>a multi-agency team</p>');
});

test('notes stand at the end, and their marks lead there', () => {
  check(
    'Late.[^1]\n\n[^1]: In *part*.\n\nMore.',
    '<p>Late.<sup><a href="#note-1">1</a></sup></p>',
    '<p>More.</p><footer><h2>Notes</h2><p id="note-1"><sup>1</sup> In <em>part</em>.</p></footer>',
  );
});

test('the cover is made of the details', () => {
  check(
    '---\nprovider: [Ely Council[^1], Ely]\ntitle: Of care\ninspected: 2017-11-06/2017-11-30\npublished: 2018-01-29\nstatus: review\n---\n',
    '<header><p class="status">In review</p><p class="provider">Ely Council</p><p class="title">Of care</p><p>Inspected 6 November 2017 to 30 November 2017</p><p>Published 29 January 2018</p></header>',
  );
});

test('links lead within the report and to the web, pictures are beside the report; all others do nothing', () => {
  check(
    '[a](#paragraph-2) [b](https://ely.example/?a&b)',
    '<p><a href="#paragraph-2">a</a> <a href="https://ely.example/?a&amp;b">b</a></p>',
  );
  check('[*a*](other.inspection#x)', '<p><span title="other.inspection#x"><em>a</em></span></p>');
  check(
    '[a](javascript:alert) [b](command:x)',
    '<p><span title="javascript:alert">a</span> <span title="command:x">b</span></p>',
  );
  check('![A map](maps/ely.png)', '<p><img src="maps/ely.png" alt="A map"></p>');
  check('![A map](https://ely.example/a.png) ![B](/etc/b.png)', '<p>A map B</p>');
});

test('what looks like HTML is text', () => {
  check('<script>alert("a")</script> & so', '<p>&lt;script&gt;alert(&quot;a&quot;)&lt;/script&gt; &amp; so</p>');
  check('## A {#"><img}', '<h2 id="&quot;&gt;&lt;img">A</h2>');
  check('> <b>', '<blockquote>&lt;b&gt;</blockquote>');
});

test('marks that overlap are text', () => {
  const { html } = preview(fixture('*a [b* c](#d) **e *f** g*').report);
  assertWell(html);
});

for (const path of ['samples', 'samples/drafts'])
  for (const name of readdirSync(path).filter(each => each.endsWith('.inspection')))
    test(`${name} is shown whole, and well formed however it is cut`, () => {
      const source = readFileSync(`${path}/${name}`, 'utf8');
      const report = read(source);
      const { html } = preview(report);
      assertWell(html);
      const shown = wordsOf(html);
      for (const paragraph of report.paragraphs) {
        if (report.document.blocks[paragraph.block]?.kind === 'table') continue; // its words are those of its cells
        const words = paragraphWords(report, paragraph).replace(/\s+/g, '');
        assert.ok(shown.includes(words), `“${words}” is not shown`);
      }
      for (let at = 0; at < source.length; at += 997) assertWell(preview(read(source.slice(at, at + 1500))).html);
    });

function read(source: string): Report {
  const document = documentOf(source);
  return reportOf(document, reportFramework(document, defaultReportSettings, builtInFrameworks));
}

/** What a page says, without blanks and marks of notes. */
function wordsOf(html: string): string {
  return html
    .replace(/<sup>.*?<\/sup>|<[^>]*>|\s+/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Asserts that every element ends, within that in which it begins. */
function assertWell(html: string): void {
  const open: string[] = [];
  for (const [, end, name = ''] of html.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    if (name === 'br' || name === 'img') continue;
    if (end === '') open.push(name);
    else assert.equal(open.pop(), name, html.slice(0, 2000));
  }
  assert.deepEqual(open, []);
}
