import type { Schema, Validator } from '@cfworker/json-schema';
import { didYouMean, nearestOrLonger } from '../text/nearest.ts';
import { violationMessage } from './jsonMessages.ts';
import { type JsonPath, valueAt } from './jsonPath.ts';

/** What does not satisfy a schema, and where. */
interface Violation {
  readonly path: JsonPath;
  readonly message: string;
  /** Whether the field's name is wrong, and not its value. */
  readonly key: boolean;
}

/**
 * What does not satisfy the schema, each thing once: what is said of the parts around it, and of what else it might have
 * been, is left out.
 */
export function violations(validator: Validator, schema: Schema, value: unknown): Violation[] {
  const { errors } = validator.validate(value);
  const choices = errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .map(({ keywordLocation, instanceLocation }) => ({
      place: `${keywordLocation}/`,
      list: listAmong(schema, keywordLocation, valueAt(value, keysOf(instanceLocation))),
    }));
  // Of a choice what is wrong in a list is told at its entries; else only that nothing of it fits.
  const isTold = (keyword: string, location: string): boolean => {
    if (parts.has(keyword)) return false;
    if (keyword === 'anyOf' && choices.some(({ place, list }) => place === `${location}/` && list !== undefined))
      return false;
    return choices.every(
      ({ place, list }) => !location.startsWith(place) || (list !== undefined && location.startsWith(list)),
    );
  };
  const seen = new Set<string>();
  return errors.flatMap(({ keyword, keywordLocation, instanceLocation, error }) => {
    if (!isTold(keyword, keywordLocation)) return [];
    const path = keysOf(instanceLocation).map((key, i, keys) =>
      Array.isArray(valueAt(value, keys.slice(0, i))) ? Number(key) : key,
    );
    // A field that is unknown has no schema of its own; the place given is the field's.
    const owner = keyword === 'false' ? schemaAt(schema, errors, instanceLocation) : schemaOf(schema, keywordLocation);
    const message =
      violationMessage(keyword, owner, path, valueAt(value, path), error) +
      wordMeant(schema, keyword, owner, valueAt(value, path));
    const place = JSON.stringify(path);
    if (seen.has(place)) return [];
    seen.add(place);
    return [{ path, message, key: keyword === 'false' }];
  });
}

/** Keywords that only say that a part does not satisfy its schema. */
const parts = new Set(['properties', 'items', 'prefixItems', 'additionalProperties', '$ref', 'allOf']);

/** Where, of a choice, what is said of a list stands, if the value is one and all its entries are alike. */
function listAmong(root: Schema, keywordLocation: string, value: unknown): string | undefined {
  const branches: readonly Schema[] = schemaOf(root, keywordLocation).anyOf ?? [];
  const branch = Array.isArray(value) ? branches.findIndex(({ items }) => items !== undefined) : -1;
  return branch < 0 ? undefined : `${keywordLocation}/${branch}/`;
}

/** Of a choice that offers words: which of them was meant, as the value or the first entry of a list. */
function wordMeant(root: Schema, keyword: string, schema: Schema, value: unknown): string {
  const [word] = Array.isArray(value) ? value : [value];
  if (keyword !== 'anyOf' || typeof word !== 'string') return '';
  const words = (schema.anyOf ?? []).flatMap(
    (choice: Schema) => (choice.$ref === undefined ? choice : referred(root, choice))?.enum ?? [],
  );
  return didYouMean(words.includes(word) ? undefined : nearestOrLonger(word, words.map(String)));
}

/** The schema to which a keyword belongs, with a description at least from those that refer to it. */
function schemaOf(root: Schema, keywordLocation: string): Schema {
  let schema: Schema = root;
  let description: unknown;
  for (const key of keysOf(keywordLocation).slice(0, -1)) {
    const next: Schema | undefined = key === '$ref' ? referred(root, schema) : schema[key];
    if (typeof next !== 'object') break;
    description = key === '$ref' ? (schema.description ?? description) : undefined;
    schema = next;
  }
  return typeof description === 'string' ? { ...schema, description } : schema;
}

/** The schema of the value that has an unknown field. */
function schemaAt(
  root: Schema,
  errors: readonly { keyword: string; keywordLocation: string; instanceLocation: string }[],
  field: string,
): Schema {
  const parent = field.slice(0, field.lastIndexOf('/'));
  const found = errors.find(
    ({ keyword, instanceLocation }) => keyword === 'additionalProperties' && instanceLocation === parent,
  );
  return found === undefined ? {} : schemaOf(root, found.keywordLocation);
}

function referred(root: Schema, schema: Schema): Schema | undefined {
  return keysOf(schema.$ref ?? '').reduce<Schema | undefined>((found, key) => found?.[key], root);
}

function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(key => decoded(key).replace(/~1/g, '/').replace(/~0/g, '~'));
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
