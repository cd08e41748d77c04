import { type Schema, Validator } from '@cfworker/json-schema';
import type { FrontMatterValue } from '../syntax/frontMatterEntry.ts';
import { listInWords } from '../text/phrases.ts';

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list, as in [one, two]',
  boolean: '“true” or “false”',
  integer: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'names and values',
  string: 'one text',
};

/**
 * What is wrong with a value by the JSON Schema that a framework gives for its key, as the end of a sentence that begins
 * with the key: *must be a whole number*. Nothing if it is right, or if the schema itself is not.
 */
export function metadataProblem(schema: unknown, value: FrontMatterValue): string | undefined {
  if (schema === false) return 'must not be given';
  if (typeof schema !== 'object' || schema === null) return undefined;
  return valueProblem(schema as Schema, typed(value, schema as Schema));
}

/**
 * What is wrong with a value by a JSON Schema, as the end of a sentence; nothing if it is right, or if the schema itself is
 * not.
 */
export function valueProblem(schema: Schema, value: unknown): string | undefined {
  try {
    const { valid, errors } = new Validator(schema, '2020-12', true).validate(value);
    return valid ? undefined : problemOf(schema, errors.at(-1)?.keyword ?? '');
  } catch {
    // The schema refers to what is not there, or has an expression that cannot be compiled.
    return undefined;
  }
}

function problemOf(schema: Schema, keyword: string): string {
  if (keyword === 'enum' && Array.isArray(schema.enum)) {
    return `must be ${listInWords(
      schema.enum.map(each => `“${String(each)}”`),
      'or',
    )}`;
  }
  if (keyword === 'type' && schema.type !== undefined) {
    return `must be ${listInWords(
      [schema.type].flat().map(type => typeNames[type] ?? type),
      'or',
    )}`;
  }
  if (keyword === 'format' && schema.format === 'date') return 'must be a date, as in 2018-01-29';
  const { description } = schema;
  return `is not as it should be${typeof description === 'string' ? `: ${description}` : ''}`;
}

/** A value with the types that its schema asks for: in the report's details every value is text. */
function typed(value: FrontMatterValue, schema: Schema): unknown {
  if (typeof value === 'string') return typedText(value, schema);
  if (Array.isArray(value)) {
    const items = schema.items;
    return typeof items === 'object' && !Array.isArray(items) ? value.map(item => typed(item, items as Schema)) : value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const own: unknown = schema.properties?.[key];
      return [key, typeof own === 'object' && own !== null ? typed(each, own as Schema) : each];
    }),
  );
}

function typedText(value: string, { type, enum: values, const: constant }: Schema): unknown {
  const known: unknown[] = [...(values ?? []), ...(constant === undefined ? [] : [constant])];
  const same = known.find(each => String(each) === value);
  if (same !== undefined) return same;
  const types: readonly string[] = type === undefined ? ['string'] : [type].flat();
  if (types.includes('string')) return value;
  if ((types.includes('number') || types.includes('integer')) && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  if (types.includes('boolean') && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
