import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checked } from './injection.ts';

/**
 * A sound report in which one unit is edited: all that is told of it, errors and warnings, by rule and first words, and a
 * line as the first correction of the first of them leaves it.
 */
function check(sound: string, from: string | RegExp, to: string, told: readonly string[], becomes?: string): void {
  test(`${String(from).slice(0, 40)} → ${to.slice(0, 40)}`.replace(/\s+/g, ' '), () => {
    const text = sound.replace(from, to);
    assert.notEqual(text, sound, 'the words are there');
    const before = new Set(faultsIn(sound).map(({ rule, message }) => `${rule} ${message}`));
    const found = faultsIn(text).filter(({ rule, message }) => !before.has(`${rule} ${message}`));
    const words = (at: number) => (/^[^\r\n]{0,24}/.exec(text.slice(at)) ?? [''])[0];
    assert.deepEqual(
      found.map(own => `${own.rule}: ${words(own.from)}`),
      told,
    );
    if (becomes === undefined) return;
    let corrected = text;
    for (const edit of [...(found[0]?.fixes[0]?.edits ?? [])].sort((a, b) => b.from - a.from))
      corrected = corrected.slice(0, edit.from) + edit.text + corrected.slice(edit.to);
    assert.ok(corrected.split('\n').includes(becomes), corrected);
    const left = faultsIn(corrected).filter(({ rule, message }) => !before.has(`${rule} ${message}`));
    assert.deepEqual(left, [], 'nothing is left to be told');
  });
}

function faultsIn(text: string) {
  return checked(text).findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

const draft = (name: string) => readFileSync(`test/faults/drafts/${name}.inspection`, 'utf8');
const marshford = draft('marshford-sif');
const alder = draft('alder-generic');
const saltmere = draft('saltmere-ilacs');

// Links and pictures
check(
  marshford,
  '(#leaders)',
  '(leaders)',
  ['unresolved-link: leaders) say how they ha'],
  '[findings on leadership](#leaders) say how they have come to know.',
);
check(marshford, '## Recommendations', '![A map of the area(map.png)\n\n## Recommendations', [
  'unresolved-link: ![A map of the area(map.',
]);
check(marshford, '## Recommendations', '!A map of the area](map.png)\n\n## Recommendations', [
  'unresolved-link: ](map.png)',
]);
check(marshford, '## Recommendations', '!(A map of the area)[map.png]\n\n## Recommendations', [
  'unresolved-link: )[map.png]',
]);

// Notes and references
check(
  marshford,
  'enough.[^1]\n',
  'enough.\n\n[^1]\n',
  ['undefined-footnote: [^1]'],
  'Most children are seen promptly. Plans for children looked after are not always clear enough.[^1]',
);
check(marshford, 'regularly. Their', 'regularly, see also paragraph. Their', [
  'reference-form: paragraph. Their carers ',
]);

// Judgements
check(
  marshford,
  'Judgement: Good\n\n### Summary\n\nLeaders',
  'Judgement: Good Leaders are ambitious for children, and they say so.\n\n### Summary\n\nLeaders',
  ['unknown-grade: Good Leaders are ambitio'],
  'Judgement: Good',
);
check(marshford, '# Children’s services in Marshford are good\n', 'Children do well here.\n', [
  'missing-judgement: Children do well here.',
]);

// Sections
check(saltmere, /## The impact of leaders[\s\S]*/, '## {.notices}\n\nOfsted publishes this.\n', [
  'missing-section: ## {.notices}',
]);
check(
  marshford,
  '\n12. Most',
  '\n## The experiences and progress of children looked after and achieving permanence\n\n12. Most',
  ['duplicate-section: The experiences and prog'],
);
check(marshford, '### Inspection findings\n\n19.', '- Inspection findings\n\n19.', [
  'missing-section: - Inspection findings',
]);
check(
  saltmere,
  '## What needs to improve?',
  '- What needs to improve?',
  ['heading-level: - What needs to improve?'],
  '## What needs to improve?',
);

// Recommendations
check(marshford, /\n17\. Pathway[^\n]*\n/, '', ['number-gap: 18. Most care leavers li']);
check(
  saltmere,
  '## What needs to improve?\n\n',
  '## What needs to improve?\n\n- The involvement of care leavers in their pathway plans.\n- The oversight of private fostering.\n',
  ['duplicate-recommendation: The involvement of care '],
);

// Bullets
const points = saltmere.replace(
  '5. Plans are specific, and families understand them.',
  '5. Plans say:\n    - what has to change\n    - who will help\n    - what will follow if nothing does, however long that takes, and whoever may have to be asked for it in the end of all.',
);
check(points, '    - who will help', '    who will help', ['bullet-form: who will help'], '    - who will help');
check(points, '    - who will help', '    2. who will help', ['bullet-form: 2. who will help'], '    - who will help');
check(points, '    - who will help', '    - who will help\n    - who will help', ['doubled-passage: who will help']);
check(points, /( {4}- what has[\s\S]*?end of all\.)/, '$1\n$1', ['doubled-passage: what has to change']);
check(points, 'Plans say:\n    - what', 'Plans say:\n    - that: - what', ['bullet-form: - what has to change']);
check(
  saltmere,
  '- The oversight',
  '### The oversight',
  ['heading-form: ### The oversight of pri'],
  '- The oversight of private fostering.',
);

// What follows from one fault is told with it
check(
  marshford,
  'inspected: 2017-03-06/2017-03-30\npublished: 2017-05-15',
  'inspected: 2017-05-15\npublished: 2017-03-06/2017-03-30',
  ['invalid-metadata: 2017-03-06/2017-03-30'],
);
check(marshford, /provider: .*\n(title: )(.*)/, 'provider: $2\n$1Marshford', [
  'invalid-metadata: Inspection of services f',
]);
check(alder, '## Findings\n', '#＃ Findings\n', ['heading-level: #＃ Findings']);
check(
  draft('thornley-sif2015'),
  '## Leadership, management and governance\n',
  '## Leadership, management\nand governance\n',
  ['missing-section: Leadership, management'],
);
check(marshford, '\n20. Managers', '\n> Managers listen.\n>> They do.\n\n20. Managers', ['markdown-mark: >> They do.']);
check(saltmere.replace(/\nOfsted.*/, ''), /## The impact of leaders[\s\S]*/, '', [
  'missing-section: 14. Most care leavers li',
]);
check(marshford, '20. Managers know their teams well. ', '20. Managers know their teams well.\n\n', [
  'missing-number: Supervision is regular, ',
]);
check(points, /( {4})- (what has|who will|what will)/g, '$2', ['bullet-form: what has to change']);
check(
  alder.replace(
    '## Findings',
    '## Our visit\n\n- The manager has been in post since May.\n- The deputy has been in post since June.\n- A new cook has come.\n\n## Findings',
  ),
  'The deputy has been in post',
  'The deputy has been in\n\npost',
  ['cut-paragraph: in'],
);
check(alder, /\n3\. Residents/, '\n### 3. Residents', ['number-gap: 3. Residents are asked h']);

// Single characters of marks
check(marshford, '## Executive summary', '## Executive\u2009summary', []);
check(alder, '### Safety', '###\u2009Safety', ['heading-level: ###\u2009Safety']);
check(points, '    - who will help', '     who will help', ['bullet-form: who will help'], '    - who will help');
check(marshford, '\n20. Managers', '\n>> Managers listen, and they act.\n\n20. Managers', [
  'stray-mark: >> Managers listen, and ',
]);
check(marshford, '(Recommendation 2)', '(Rec0mmendation 2)', ['tag-spelling: (Rec0mmendation 2)']);
check(marshford, '(Recommendation 2)', '(RRecommendation 2)', ['tag-spelling: (RRecommendation 2)']);
check(marshford, '(#leaders)', '(＃leaders)', ['unresolved-link: ＃leaders) say how they h']);
check(marshford, '](#leaders)', ']](#leaders)', ['unresolved-link: ]](#leaders) say how the']);
check(marshford, '(#leaders)', '((#leaders)', ['unresolved-link: ((#leaders) say how they']);
check(
  marshford,
  'enough.[^1]',
  'enough.[^1]]',
  ['undefined-footnote: ]'],
  'Most children are seen promptly. Plans for children looked after are not always clear enough.[^1]',
);
check(marshford, '(see paragraphs 10–', '(see paragraphs10–', ['reference-form: paragraphs10–12).']);
check(marshford, '\n20. Managers', '\n<<!-- to be agreed -->\n\n20. Managers', [
  'unclosed-comment: <<!-- to be agreed -->',
]);
check(marshford, '\n20. Managers', '\n＞ Managers listen, and they act.\n\n20. Managers', [
  'stray-mark: ＞ Managers listen, and t',
]);
check(
  marshford,
  '## Recommendations',
  '![A map](map.png))\n\n## Recommendations',
  ['unresolved-link: )'],
  '![A map](map.png)',
);
check(marshford, '## Recommendations', '![[A map](map.png)\n\n## Recommendations', [
  'unresolved-link: ![[A map](map.png)',
]);
check(marshford, '## Recommendations', '！[A map](map.png)\n\n## Recommendations', [
  'unresolved-link: ！[A map](map.png)',
]);
check(marshford, '## Recommendations', '![A map)(map.png)\n\n## Recommendations', ['unresolved-link: )(map.png)']);
