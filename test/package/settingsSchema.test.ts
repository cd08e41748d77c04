import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../../server/src/rules/index.ts';

const file = 'server/inspectmark.schema.json';
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));

/** A rule by its summary, its severity or a list of that and its own options. */
function entryOf({ summary: description, options }: (typeof rules)[number]): object {
  if (options === undefined) return { description, $ref: '#/$defs/rule' };
  const own = { description: 'The rule’s options.', type: 'object', properties: options, additionalProperties: false };
  const severity = { $ref: '#/$defs/severity' };
  const list = { description, type: 'array', prefixItems: [severity, own], minItems: 1, maxItems: 2 };
  return { description, anyOf: [severity, list] };
}

test('an editor offers every rule and its options in inspectmark.json: the schema, with the rules by name', () => {
  const schema = JSON.parse(readFileSync('server/settings.schema.json', 'utf8'));
  const { additionalProperties: rule, ...all } = schema.$defs.rules;
  schema.$defs.rule = rule;
  // What a name is that belongs to no rule, Inspectmark itself tells, with the name that is meant.
  const properties = Object.fromEntries(rules.map(own => [own.id, entryOf(own)]));
  schema.$defs.rules = { ...all, properties, additionalProperties: { $ref: '#/$defs/rule' } };
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env.UPDATE === '1') writeFileSync(file, text);
  else assert.equal(readFileSync(file, 'utf8'), text, `${file} is out of date: run UPDATE=1 npm test`);
  const [{ url }] = contributes.jsonValidation;
  assert.equal(url, `./${file}`);
});

test('in the editor’s settings a name is refused that belongs to no rule', () => {
  const { propertyNames } = contributes.configuration.properties['inspectmark.rules'];
  assert.deepEqual(
    propertyNames.enum,
    rules.map(({ id }) => id),
  );
});
