import type { Schema } from '@cfworker/json-schema';
import { didYouMean, nearest, nearestOrLonger } from '../text/nearest.ts';
import { listInWords } from '../text/phrases.ts';
import type { JsonPath } from './jsonPath.ts';

/** What a keyword of a schema that a value does not satisfy is told as; `error` is what the schema’s library says. */
export function violationMessage(
  keyword: string,
  schema: Schema,
  path: JsonPath,
  value: unknown,
  error: string,
): string {
  const name = nameOf(path);
  const description = typeof schema.description === 'string' ? schema.description : '';
  const hint = description === '' ? '' : ` ${description}`;
  switch (keyword) {
    case 'false': {
      const known = Object.keys(schema.properties ?? {});
      const key = String(path.at(-1));
      const advice = didYouMean(nearest(key, known)) || ` The fields here are ${listInWords(known.map(quoted))}.`;
      return `There is no field “${key}”${path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : ''}, so it is not used.${advice}`;
    }
    case 'type':
      return `${name} must be ${typesOf(schema)}, and this is ${kindOf(value)}.${hint}`;
    case 'enum': {
      const known = (schema.enum ?? []).map(String);
      const best = typeof value === 'string' ? nearestOrLonger(value, known) : undefined;
      return `${name} must be ${listInWords(known.map(quoted), 'or')}.${didYouMean(best)}`;
    }
    case 'required': {
      const key = /"(.*)"/.exec(error)?.[1] ?? '';
      const missing = schema.properties?.[key];
      const meaning = typeof missing === 'object' && missing.description ? ` ${missing.description}` : '';
      return `${path.length === 0 ? 'The file' : name} lacks “${key}”${path.length === 0 ? '.' : ', so it is not used.'}${meaning}`;
    }
    case 'minLength':
      return `${name} is empty, so it is not used.${hint}`;
    default:
      return `${name} is not as expected, so it is not used.${hint}`;
  }
}

function nameOf(path: JsonPath): string {
  const key = path.at(-1);
  if (typeof key !== 'number') return key === undefined ? 'The file' : `“${key}”`;
  const list = path.findLast(part => typeof part === 'string');
  return list === undefined ? 'An entry' : `Entry ${key + 1} of “${list}”`;
}

function typesOf(schema: Schema): string {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'string'];
  return listInWords(
    types.map(type => typeNames[type] ?? type),
    'or',
  );
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list in [ ]',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'fields in { }',
  string: 'a text in quotation marks',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'a text', number: 'a number', boolean: `“${value}”`, object: 'fields in { }' }[typeof value as string] ??
    'something else'
  );
}

function quoted(word: string): string {
  return `“${word}”`;
}
