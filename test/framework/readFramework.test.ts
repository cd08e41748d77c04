import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInFile, builtInIds } from '../../server/src/framework/builtIn.ts';
import { type FrameworkReading, readFramework } from '../../server/src/framework/readFramework.ts';

const rules = [
  { id: 'number-gap', options: { most: { type: 'integer', description: 'how many' } } },
  { id: 'unknown-grade' },
];

/** Reads a framework and compares its problems, each as `words under it: message`, with expressions. */
function check(text: string, ...expected: RegExp[]): FrameworkReading {
  const reading = readFramework(text, { base: builtInFile, frameworkIds: builtInIds, rules });
  const found = reading.problems.map(({ from, to, message }) => `${text.slice(from, to)}: ${message}`);
  assert.equal(found.length, expected.length, found.join('\n'));
  found.forEach((problem, i) => {
    assert.match(problem, expected[i] ?? /^$/);
  });
  return reading;
}

/** A framework of its own, with these fields. */
const own = (fields: string) => `{"id": "own", ${fields}}`;
const scale = '"scale": [{"id": "bad"}, {"id": "fair", "label": "Fair"}]';
const areas = '"areas": [{"id": "a", "title": "Area A"}, {"id": "b"}]';

test('what is left out has its default', () => {
  const { framework } = check(own(`${scale}, ${areas}, "sections": [{"role": "area", "area": "a"}]`));
  assert.deepEqual(framework?.scale[1], {
    id: 'fair',
    label: 'Fair',
    rank: 1,
    names: ['Fair'],
    singular: ['is fair'],
    plural: ['are fair'],
  });
  assert.equal(framework?.title, 'own');
  assert.equal(framework?.scale[0]?.label, 'bad');
  assert.deepEqual(framework?.sections[0]?.titles, ['Area A']);
  assert.equal(framework?.sections[0]?.ordered, true);
  assert.equal(framework?.areas[1]?.graded, true);
  assert.equal(framework?.recommendations.link, 'none');
  assert.deepEqual(check(own('"limits": []')).framework?.limits, []);
});

test('every part arrives', () => {
  const { framework } = check(
    own(`${scale}, ${areas}, "valid": {"from": "2020-01-31"}, "quantifiers": [{"words": ["few"], "to": 15}, {"words": ["all"]}],
      "numbering": [{"roles": ["findings"], "form": "1.1"}], "opening": {"headlines": ["It (is|was) said {are grade}"]},
      "limits": [{"areas": ["a", "b"], "at": "bad", "area": "a", "most": "fair"}], "rules": {"number-gap": ["off", {"most": 1}]},
      "metadata": {"properties": {"urn": {"type": "string", "pattern": "^\\\\d+$"}}, "required": ["urn"]}`),
  );
  assert.equal(framework?.valid.from, '2020-01-31');
  assert.deepEqual(framework?.quantifiers[1], { words: ['all'], rank: 1, from: undefined, to: undefined });
  assert.deepEqual(framework?.numbering, [{ roles: ['findings'], form: '1.1', start: 1 }]);
  assert.equal(framework?.headlines[0]?.plural, true);
  assert.equal(framework?.limits[0]?.strength, 'expected');
  assert.deepEqual(framework?.rules['number-gap'], { severity: 'off', options: { most: 1 } });
  assert.deepEqual(framework?.metadata.required, ['urn']);
});

test('a framework extends another', () => {
  const { framework } = check(`{"id": "own", "extends": "ofsted-sif", "title": "Ours",
    "scale": [{"id": "good", "aliases": ["Fine"]}, {"id": "very-good", "label": "Very good"}],
    "areas": [{"id": "adoption", "required": false}],
    "sections": [{"role": "summary", "words": 900}, {"role": "context"}, {"role": "glossary", "titles": ["Glossary"]}],
    "knownAcronyms": ["ABC"], "recommendations": {"most": 20}, "rules": {"number-gap": "off"}}`);
  assert.equal(framework?.title, 'Ours');
  assert.deepEqual(
    framework?.scale.map(({ label }) => label),
    ['Inadequate', 'Requires improvement', 'Good', 'Very good', 'Outstanding'],
  );
  assert.deepEqual(framework?.scale[2]?.names, ['Good', 'Fine']);
  const adoption = framework?.areas.find(({ id }) => id === 'adoption');
  assert.equal(`${adoption?.number} ${adoption?.required}`, '2.1 false');
  const roles = framework?.sections.map(({ role }) => role) ?? [];
  assert.equal(framework?.sections[0]?.words, 900);
  assert.deepEqual(framework?.sections[0]?.titles, ['Executive summary', 'Summary of findings']);
  assert.equal(roles.indexOf('glossary'), roles.indexOf('context') + 1);
  assert.deepEqual(framework?.knownAcronyms, ['ABC']);
  assert.deepEqual([framework?.recommendations.most, framework?.recommendations.link], [20, 'tag']);
  assert.equal(framework?.rules['number-gap']?.severity, 'off');
  assert.equal(framework?.statements.length, 4);
});

test('new entries come first where the next one is inherited', () => {
  const { framework } = check('{"id": "own", "extends": "generic", "scale": [{"id": "worse"}, {"id": "inadequate"}]}');
  assert.deepEqual(
    framework?.scale.slice(0, 2).map(({ id }) => id),
    ['worse', 'inadequate'],
  );
});

test('comments may stand in it, and leave every place where it is', () => {
  assert.equal(check('{"id": "own", // for "us"\n/* {{{ */ "title": "T"}').framework?.title, 'T');
  check('/* "a */ {"id": "own", "tilte": 1}', /^"tilte": /);
  check('{"id": "own" /* never ends }', /^\/\*: This comment is not closed/);
  check('/* {"id": "own"}', /^\/\*: This comment is not closed/);
  check('// {"id": "own"}', /This file is empty/);
  check('{"id": "own", /* never ends */ "title": "T" /* }', /^\/\*: This comment is not closed/);
  check(`/* " */ ${'['.repeat(100_000)}`, /nested too deeply/);
});

test('broken JSON says where, and keeps what can be read', () => {
  assert.equal(
    check('{"id": "own", "title": "T" "openAreas": true}', /^"openAreas": A comma is missing/).framework?.title,
    'T',
  );
  check('{"id": "own",}', /^,: This comma is one too many/);
  check('{"id": "own", "scale": [], , "title": "T"}', /^,: The name of a field is expected here/);
  check('{"id": "own", title: "T"}', /^title: Names and texts stand between straight quotation marks/);
  check('{"id": “own”}', /^“own”: Names and texts stand between straight quotation marks/);
  check('{"id": "own", "extends": "genric}', /^"genric\}: A text ends with a quotation mark on the same line/);
  check('{"id": "own", "extends": "a\\b\\own.json"}', /A backslash in a text is written twice/);
  check('{"id": "own"', /A } is missing/);
  check('', /^: This file is empty: fields between { and } are expected\.$/);
  check(' \n', /This file is empty/);
  check('[]', /^\[\]: This is not a framework/);
  check('id: own', /^id: own: This is not a framework/);
  check('{"id": "own", "openAreas": }', /A value is expected here/);
  check('\ufeff{"id": "own"}');
  check(`{"id": "own", "metadata": {"properties": {"a": ${'['.repeat(99)}`, /nested too deeply/);
  check(`${'['.repeat(200_000)}`, /nested too deeply/);
  check('{"a":'.repeat(200), /nested too deeply/);
  assert.equal(check(`{"id": "own", "title": "\\"${'['.repeat(200)}"}`).framework?.title, `"${'['.repeat(200)}`);
  check('{"id": "own", "title": "A", "title": "B"}', /^"title": “title” is written twice/);
  assert.equal(check('{"id": "own", "__proto__": {"title": "A"}}', /no field “__proto__”/).framework?.title, 'own');
});

test('a file without a usable id is no framework', () => {
  assert.equal(check('{"title": "T"}', /^\{: The file lacks “id”\. The name by which/).framework, undefined);
  assert.equal(check('{"id": 7}', /^7: “id” must be a text in quotation marks, and this is a number/).id, undefined);
  check('{"id": "My Framework"}', /^"My Framework": “id” is not as expected/);
});

test('a wrong field has its default', () => {
  const areas = check(own('"areas": {}, "title": "T"'), /^\{\}: “areas” must be a list in \[ \], and this is fields/);
  assert.deepEqual([areas.framework?.areas, areas.framework?.title], [[], 'T']);
  check(own('"scal": []'), /^"scal": There is no field “scal”, so it is not used\. Did you mean “scale”\?/);
  check(own('"zzzzz": 1'), /The fields here are “\$schema”, “id”/);
  check(
    own('"areas": [{"id": "a", "titel": "A"}]'),
    /^"titel": There is no field “titel” in Entry 1 of “areas”.*“title”/,
  );
  check(
    own('"areas": [{"title": "A"}, {"id": "b"}]'),
    /^\{"title": "A"\}: Entry 1 of “areas” lacks “id”, so it is not used\. A short/,
  );
  const form = check(
    own('"recommendations": {"form": "bulet"}'),
    /^"bulet": “form” must be “numbered”, .* or “paragraph”\. Did you mean “bullet”/,
  );
  assert.equal(form.framework?.recommendations.form, 'numbered');
  check(
    own('"recommendations": {"tagWords": ["Recomendation"]}'),
    /^"Recomendation": Entry 1 of “tagWords” must be .*Did you mean “Recommendation”/,
  );
  check(own('"valid": {"to": "31 August 2018"}'), /“to” is not as expected, so it is not used\. The last day/);
  check(own('"valid": {"from": "2020-01-01", "to": "2019-01-01"}'), /ends before it begins/);
  check(
    own('"rules": {"number-gap": "eror"}'),
    /^"eror": “number-gap” is not as expected, so it is not used\. A severity/,
  );
  check(own('"rules": {"number-gap": ["error", 3]}'), /“number-gap” is not as expected/);
  check(
    own('"sections": [{"role": "a", "level": 7}, 3]'),
    /“level” is not as expected/,
    /^3: Entry 2 of “sections” must be fields/,
  );
  check(own('"requiredMetadata": ["titel"]'), /Did you mean “title”/);
});

test('unknown names are reported with the nearest known one', () => {
  const limit = (fields: string) => own(`${scale}, ${areas}, "limits": [{${fields}}]`);
  const noLimit = (fields: string, problem: RegExp) =>
    assert.deepEqual(check(limit(fields), problem).framework?.limits, []);
  noLimit(
    '"areas": ["c"], "at": "bad", "area": "a", "most": "bad"',
    /^"c": There is no area “c”; this limit is not used\. Did you mean “a”/,
  );
  noLimit('"areas": ["a"], "at": "bda", "area": "a", "most": "bad"', /^"bda": There is no grade “bda”.*“bad”/);
  noLimit(
    '"areas": ["a"], "at": "bad", "area": "a", "most": "superb"',
    /^"superb": There is no grade “superb”; this limit is not used\.$/,
  );
  noLimit('"areas": ["a"], "count": 2, "at": "bad", "area": "a", "most": "bad"', /^2: This limit names fewer areas/);
  check(
    own(`${areas}, "sections": [{"role": "area", "area": "aa"}]`),
    /^"aa": There is no area “aa”; the section has no area/,
  );
  check(own('"areas": [{"id": "a", "parent": "a"}]'), /^"a": An area cannot be a part of itself/);
  check(
    own('"areas": [{"id": "a", "parent": "longer"}]'),
    /There is no area “longer”; the area is taken to stand alone\.$/,
  );
  check(
    own('"numbering": [{"roles": ["finding"]}]'),
    /^"finding": There is no kind of section with the role “finding”.*“findings”/,
  );
  check(own('"sections": [{"role": "b", "within": ["bord"]}, {"role": "board"}]'), /^"bord": .*“board”/);
  check(
    own('"extends": "ofsted-sief"'),
    /^"ofsted-sief": There is no framework “ofsted-sief”; nothing is inherited\. Did you mean “ofsted-sif”/,
  );
  check(own('"rules": {"number-gaps": "off"}'), /^"number-gaps": There is no rule “number-gaps”.*“number-gap”/);
  check(
    '{"id": "own", "extends": "ofsted-sif", "limits": [{"areas": ["adoption"], "at": "good", "area": "overall", "most": "good"}]}',
  );
});

test('options that a rule does not have, and values that it cannot use', () => {
  check(own('"rules": {"unknown-grade": ["off", {"most": 1}]}'), /^"most": The rule “unknown-grade” has no options/);
  check(own('"rules": {"number-gap": ["off", {"mos": 1}]}'), /^"mos": The rule .* has no option .*“most”/);
  const { framework } = check(
    own('"rules": {"number-gap": ["off", {"most": "three"}]}'),
    /^"three": “most” must be a whole number\. Until then the rule has its default/,
  );
  assert.deepEqual(framework?.rules['number-gap'], { severity: 'off', options: {} });
});

test('entries that are written twice are reported', () => {
  check(
    own('"areas": [{"id": "a"}, {"id": "a"}]'),
    /^\{"id": "a"\}: “areas” has two entries of the id “a”\. Join them/,
  );
  check(
    own('"sections": [{"role": "a"}, {"role": "a"}]'),
    /two entries of the role “a” with the same area and “within”/,
  );
  check(own('"sections": [{"role": "a"}, {"role": "a", "within": ["summary"]}]'));
});

test('patterns have places that can be read', () => {
  const statement = (source: string, problem: RegExp) => {
    const { framework } = check(own(`"statements": ["${source}", "{area} {is grade}"]`), problem);
    assert.equal(framework?.statements.length, 1);
  };
  statement('{aera} {is grade}', /“\{aera\}” is no place of a pattern.*Did you mean “\{area\}”/);
  statement('{area} is {is grade} now', /ends with \{is grade\}/);
  statement('{area} is good', /ends with \{is grade\}/);
  statement('{area} {area} {is grade}', /Each place may stand in a pattern once/);
  statement('{area} {are grade} {is grade}', /once: where the grade stands/);
  statement('It {is grade}', /A statement needs \{area\}/);
  check(own('"opening": {"headlines": ["It {is graed}"]}'), /Did you mean “\{is grade\}”/);
});

test('what is least is not more than what is most, and what is first not later than what is last', () => {
  const bounds = (fewest: number, most: number) => own(`"recommendations": {"fewest": ${fewest}, "most": ${most}}`);
  check(bounds(5, 4), /^4: “most” is less than “fewest”/);
  check(bounds(5, 5));
  const valid = (from: string, to: string) => own(`"valid": {"from": "${from}", "to": "${to}"}`);
  check(valid('2018-01-29', '2018-01-28'), /^"2018-01-28": The framework ends before it begins/);
  check(valid('2018-01-29', '2018-01-29'));
});

test('a regular expression of a key is one that ends', () => {
  check(own('"metadata": {"properties": {"a": {"type": "string", "description": "(a+)+ ("}}}'));
  const key = (pattern: string, problem: RegExp) => {
    const { framework } = check(
      own(`"metadata": {"properties": {"a": {"type": "string", "pattern": "${pattern}"}}}`),
      problem,
    );
    assert.deepEqual(framework?.metadata.properties, {});
  };
  key('(', /^"a": The pattern “\(” is no regular expression/);
  key('^(a+)+$', /repeats what repeats/);
});
