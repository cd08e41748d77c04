import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RankedRecommendation, suggestRecommendations } from '../../server/src/model/suggestions/suggestions.ts';

const authority = [
  'Ensure that social workers receive regular supervision which challenges their practice.',
  'Improve the timeliness of initial health assessments and dental checks.',
  'Reduce the number of fixed-term exclusions and of persistent absentees.',
  'Ensure that children have life story books that explain why they could not remain at home; and that later-life letters are free of jargon.',
];

test('the recommendation with the finding’s words comes first', () => {
  check(authority, 'Pupils attend well. However, the number of fixed-term exclusions has risen.', [3], 'exclusions');
  check(authority, 'Letters are not always written in plain words, and jargon is common.', [4], 'jargon');
});

test('words that mean the same count as the same', () => {
  check(authority, 'Too many children are excluded from school.', [3], 'excluded');
  check(['Support siblings who live apart.', 'Support disabled adults.'], 'Brothers rarely meet.', [1], 'Brothers');
  check(['Support siblings who live apart.', 'Support disabled adults.'], 'Few have a disability.', [2], 'disability');
});

test('the sentence before the tag counts most, and one that states a weakness', () => {
  const metals = ['Replace copper pipes.', 'Replace iron pipes.'];
  check(metals, 'Copper is old. Iron is old.', [2, 1], 'Iron');
  check(metals, 'Iron is old. Copper is old.', [1, 2], 'Copper');
  check(metals, 'Copper is poor. Iron is old.', [1, 2], 'Copper');
});

test('what stands after the tag counts less', () => {
  const text = 'Copper is old. Iron is old.';
  check(['Replace copper pipes.', 'Replace iron pipes.'], [{ text, tagAt: text.indexOf(' Iron') }], [[1, 2]]);
});

test('a board’s findings mean the board’s recommendations, the others’ findings the others’', () => {
  const recommendations = [
    { number: '1', text: 'Analyse data on missing pupils.', section: 'Recommendations' },
    {
      number: '30',
      text: 'Analyse data on missing pupils.',
      section: 'The Safeguarding Children Board › Recommendations',
    },
  ];
  const text = 'Data on missing pupils is not analysed.';
  check(recommendations, [{ text, section: 'The Safeguarding Children Board › Inspection findings' }], [[30, 1]]);
  check(recommendations, [{ text, section: 'Leadership › Inspection findings' }], [[1, 30]]);
});

test('a recommendation that another finding means is less likely', () => {
  const recommendations = ['Make plans for pupils with tutors.', 'Make plans for pupils with carers.'];
  const both = { text: 'Plans for pupils are vague.' };
  check(
    recommendations,
    [{ text: 'Pupils with tutors have vague plans.' }, both],
    [
      [1, 2],
      [2, 1],
    ],
  );
  check(
    recommendations,
    [{ text: 'Pupils with carers have vague plans.' }, both],
    [
      [2, 1],
      [1, 2],
    ],
  );
});

test('nothing is suggested without a word in common', () => {
  check(authority, 'The kitchen was cold.', []);
  check(authority, 'Ensure that children and the local authority are effective.', []);
  check(authority, '', []);
  check([''], 'Supervision is poor.', []);
});

test('without recommendations or findings there are no suggestions', () => {
  assert.deepEqual(suggestRecommendations([], []), []);
  assert.deepEqual(suggestRecommendations(authority.map(numbered), []), []);
  check([], 'Supervision is poor.', []);
});

test('scores are shares, of little evidence small ones', () => {
  const [clear, faint] = suggestRecommendations(
    authority.map(numbered),
    ['Fixed-term exclusions and persistent absence are too high.', 'Exclusions, supervision, letters and health.'].map(
      tagged,
    ),
  );
  assert.ok(clear![0]!.score > 0.7 && clear![0]!.score <= 1);
  assert.ok(faint![0]!.score < 0.5);
  assert.ok(faint!.reduce((sum, { score }) => sum + score, 0) <= 1);
});

test('at most five words are named, each once, the strongest first', () => {
  const text = 'Copper, iron, lead, tin, zinc and iron again, gold or copper.';
  const [suggestions] = suggestRecommendations([numbered('Iron, copper, gold, tin, zinc, lead.', 0)], [tagged(text)]);
  assert.deepEqual(suggestions![0]!.words.slice(0, 2), ['iron', 'Copper']);
  assert.equal(new Set(suggestions![0]!.words).size, 5);
});

interface Finding {
  readonly text: string;
  readonly tagAt?: number;
  readonly section?: string;
}

/** The first suggestions for each finding are these recommendations, the best of all for this word. */
function check(
  recommendations: readonly (string | RankedRecommendation)[],
  findings: string | readonly Finding[],
  expected: readonly number[] | readonly (readonly number[])[],
  word?: string,
): void {
  const list = recommendations.map((each, at) => (typeof each === 'string' ? numbered(each, at) : each));
  const tags =
    typeof findings === 'string' ? [tagged(findings)] : findings.map(each => ({ ...tagged(each.text), ...each }));
  const wanted = typeof findings === 'string' ? [expected as readonly number[]] : (expected as readonly number[][]);
  const suggestions = suggestRecommendations(list, tags);
  const got = suggestions.map((each, at) => {
    const numbers = each.map(({ recommendation }) => Number(list[recommendation]!.number));
    return wanted[at]!.length === 0 ? numbers : numbers.slice(0, wanted[at]!.length);
  });
  assert.deepEqual(got, wanted);
  if (word !== undefined) {
    assert.ok(suggestions[0]![0]!.words.includes(word), `${word} is not in ${suggestions[0]![0]!.words.join(', ')}`);
  }
}

function numbered(text: string, at: number): RankedRecommendation {
  return { number: String(at + 1), text, section: 'Recommendations' };
}

function tagged(text: string) {
  return { text, tagAt: text.length, section: 'Inspection findings' };
}
