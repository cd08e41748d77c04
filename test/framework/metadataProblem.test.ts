import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadataProblem } from '../../server/src/framework/metadataProblem.ts';
import type { FrontMatterValue } from '../../server/src/syntax/frontMatterEntry.ts';

/** What is wrong with a value by a JSON Schema; nothing if it is right. */
function check(schema: unknown, value: FrontMatterValue, expected?: string): void {
  test(`${JSON.stringify(schema)}: ${JSON.stringify(value)}`, () =>
    assert.equal(metadataProblem(schema, value), expected));
}

check(true, 'a');
check(null, 'a');
check(false, 'a', 'must not be given');
check({}, 'a');
check({}, ['a']);
check({ type: 'number' }, '-2.5');
check({ type: 'number' }, '2,5', 'must be a number');
check({ type: 'integer' }, '2');
check({ type: 'integer' }, '2.5', 'must be a whole number');
check({ type: ['integer', 'string'] }, '2');
check({ type: 'boolean' }, 'true');
check({ type: 'boolean' }, 'false');
check({ type: 'boolean' }, 'no', 'must be “true” or “false”');
check({ type: 'string' }, 'true');
check({ type: 'string' }, '2');
check({ enum: [1, 2] }, '2');
check({ enum: [1, 2] }, '3', 'must be “1” or “2”');
check({ const: 4 }, '4');
check({ const: 4, description: 'The round.' }, '5', 'is not as it should be: The round.');
check({ type: 'string', format: 'date' }, '2018-01-29');
check({ type: 'string', format: 'date' }, 'soon', 'must be a date, as in 2018-01-29');
check({ type: 'string', format: 'uri' }, 'soon', 'is not as it should be');
check({ type: 'string', maxLength: 2, format: 'date' }, '2018-01-29', 'is not as it should be');
check({ type: 'array', items: { type: 'integer' } }, ['1', '2']);
check({ type: 'array', items: { type: 'integer' } }, '1', 'must be a list, as in [one, two]');
check({ type: 'object', properties: { visits: { type: 'integer' } } }, { visits: '1', team: 'A' });
check({ type: 'object', additionalProperties: false }, { team: 'A' }, 'is not as it should be');
